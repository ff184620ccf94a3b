"""Shows on a terminal what long work is at."""

import sys
import threading
import time
from types import TracebackType
from typing import Final, Self

_AFTER: Final = 0.5  # seconds
_EVERY: Final = 0.2


class Progress:
    """One line on standard error, from half a second on, that is gone when the work is done.

    It shows nothing where standard error is no terminal, or when told to be quiet.
    """

    def __init__(self, *, quiet: bool = False) -> None:
        self._step = "starting"
        self._shown = False
        self._done = threading.Event()
        self._thread = None if quiet or not sys.stderr.isatty() else threading.Thread(target=self._watch, daemon=True)

    def __call__(self, step: str) -> None:
        """Say what is being done now."""
        self._step = step

    def __enter__(self) -> Self:
        if self._thread is not None:
            self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._done.set()
        if self._thread is not None:
            self._thread.join()
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def _watch(self) -> None:
        start = time.monotonic()
        wait = _AFTER
        while not self._done.wait(wait):
            self._shown = True
            sys.stderr.write(f"\r\x1b[K{time.monotonic() - start:4.0f} s  {self._step}")
            sys.stderr.flush()
            wait = _EVERY
