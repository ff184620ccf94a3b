"""Which earlier version another one can be compared with."""

from typing import Final, Generic, TypeVar

V = TypeVar("V")
_MOST: Final = 4  # different states of broken files; one commit breaks a file, and one of the next mends it


class Comparable(Generic[V]):
    """Keeps the latest version for each state of the files that could not be read.

    A version is compared with the last one before it of which as much could be read: with a file broken in only one of
    the two, half the organisation would seem to leave or to come back.
    """

    def __init__(self) -> None:
        self._latest: dict[tuple[str, ...], V] = {}

    def exchange(self, unread: tuple[str, ...], version: V) -> V | None:
        """Keep a version, and return the one before it that it can be compared with."""
        before = self._latest.pop(unread, None)
        self._latest[unread] = version
        if len(self._latest) > _MOST:
            del self._latest[next(iter(self._latest))]
        return before
