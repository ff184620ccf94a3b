"""Runs what the written pages show on a console, compares it with what they say, and writes it anew."""

import contextlib
import gc
import io
import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple

from docs.machinery.markdown import Fence, fences
from orgmodel_cli.main import main

PROMPT: Final = "$ "
OMITTED: Final = "…"
"""A line of its own that stands for any number of lines."""
EXIT_CODE: Final = "echo $?"
_GIT: Final = ("git init", "git add", "git commit")
"""What a page may ask of git: enough for a history of its own, in a folder that is gone afterwards."""
_DATE: Final = "--date="
_NO_DATE: Final = "2026-01-01T12:00:00Z"
_SURROUNDINGS: Final = {
    "COLUMNS": "100",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_DEFAULT_HASH": "sha1",
    "GIT_AUTHOR_NAME": "Some Body",
    "GIT_AUTHOR_EMAIL": "somebody@example.org",
    "GIT_COMMITTER_NAME": "Some Body",
    "GIT_COMMITTER_EMAIL": "somebody@example.org",
}
"""What pages are run with, so that the ids of commits are the same everywhere as well."""


class Shown(NamedTuple):
    """One command of a page: what stands below it there, from which line of its block on, and what it prints now."""

    command: str
    said: tuple[str, ...]
    says: tuple[str, ...]
    fence: Fence
    below: int

    @property
    def is_current(self) -> bool:
        """Whether the page shows what the command prints, but for what it leaves out."""
        return matches(self.said, self.says)


def matches(pattern: Sequence[str], lines: Sequence[str]) -> bool:
    """Tell whether lines are those of a pattern, in which `OMITTED` stands for any number of lines."""
    parts = _parts(pattern)
    if len(parts) == 1:
        return list(pattern) == list(lines)
    first, *middle, last = parts
    rest = list(lines)
    if rest[: len(first)] != first:
        return False
    rest = rest[len(first) :]
    for part in middle:
        at = next((n for n in range(len(rest) + 1) if rest[n : n + len(part)] == part), None)
        if at is None:
            return False
        rest = rest[at + len(part) :]
    return len(rest) >= len(last) and rest[len(rest) - len(last) :] == last


def _parts(pattern: Sequence[str]) -> list[list[str]]:
    """Cut a pattern where it leaves something out."""
    parts: list[list[str]] = [[]]
    for line in pattern:
        if line.strip() == OMITTED:
            parts.append([])
        else:
            parts[-1].append(line)
    return parts


def shown_in(page: str, samples: Path) -> list[Shown]:
    """Run every command of a page, in a fresh folder that holds the samples and the files that the page gives.

    Parameters
    ----------
    page
        The text of the page.
    samples
        The folder that is copied in as `orgs`.
    """
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(samples, Path(folder, "orgs"), symlinks=True)
        with contextlib.chdir(folder), _settings_of_nobody():
            return list(_shown(page))


def _shown(page: str) -> Iterator[Shown]:
    code = 0
    for fence in fences(page):
        write_file_of(fence)
        for command, said, below in _commands(fence):
            code, says = run(command, code)
            yield Shown(command, said, says, fence, below)


def write_file_of(fence: Fence, otherwise: str | None = None) -> str | None:
    """Write the file that a block gives, where it says ``file=NAME`` after its language, and return the name.

    A block that names no file is written to `otherwise`, or not at all.
    """
    name = fence.word("file") or otherwise
    if name is not None:
        file = Path(name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(fence.text, encoding="utf-8")
    return name


def _commands(fence: Fence) -> Iterator[tuple[str, tuple[str, ...], int]]:
    """Yield the commands of a block that can be run here, each with the lines below it, and where those begin."""
    lines = fence.text.splitlines() if fence.language == "console" else []
    starts = [n for n, line in enumerate(lines) if line.startswith(PROMPT)]
    for start, end in pairwise([*starts, len(lines)]):
        command = lines[start].removeprefix(PROMPT)
        if command.startswith(("orgmodel ", *_GIT)) or command == EXIT_CODE:
            yield command, tuple(lines[start + 1 : end]), start + 1


def run(command: str, before: int) -> tuple[int, tuple[str, ...]]:
    """Run a command, and return its exit code and the lines it prints; `before` is the code of the one before it."""
    if command == EXIT_CODE:
        return 0, (str(before),)
    code, text = _git(command) if command.startswith(_GIT) else _orgmodel(command)
    return code, tuple(line.rstrip() for line in text.splitlines())


def _git(command: str) -> tuple[int, str]:
    """Run git; a commit that is dated in the command was made then, and has the same id on every day."""
    words = shlex.split(command)
    date = next((word.removeprefix(_DATE) for word in words if word.startswith(_DATE)), _NO_DATE)
    when = {"GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date}
    done = subprocess.run(words, env=os.environ | when, capture_output=True, text=True, encoding="utf-8")
    return done.returncode, done.stdout + done.stderr


def _orgmodel(command: str) -> tuple[int, str]:
    printed = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n", write_through=True)
    collecting = gc.isenabled()
    try:
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
            code = main(shlex.split(command)[1:])
    finally:
        if collecting:
            gc.enable()
    printed.seek(0)
    return code, printed.read()


@contextlib.contextmanager
def _settings_of_nobody() -> Iterator[None]:
    """Run with a page's width, and without the settings, the colours and the git of whoever runs it."""
    before = dict(os.environ)
    for name in before:
        if name.startswith(("ORGMODEL_", "GIT_")) or name in ("NO_COLOR", "FORCE_COLOR"):
            del os.environ[name]
    os.environ.update(_SURROUNDINGS)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def refreshed(page: str, samples: Path) -> str:
    """Return a page with the output of its commands as it is now.

    Where a page leaves something out once, it still does, with as many lines before and after it as there were.

    Raises
    ------
    ValueError
        If a page leaves something out in several places of one output that has changed.
    """
    blocks: dict[Fence, list[Shown]] = {}
    for shown in shown_in(page, samples):
        blocks.setdefault(shown.fence, []).append(shown)
    for fence, commands in reversed(blocks.items()):
        lines = fence.text.splitlines()
        for shown in reversed(commands):
            lines[shown.below : shown.below + len(shown.said)] = _kept(shown)
        page = page[: fence.start] + "".join(f"{line}\n" for line in lines) + page[fence.end :]
    return page


def _kept(shown: Shown) -> list[str]:
    """Return what a page is to show of an output: all of it, or as much of its beginning and end as before."""
    if shown.is_current:
        return list(shown.said)
    parts = _parts(shown.said)
    if len(parts) > 2:
        raise ValueError(f"`{shown.command}` prints something else now, and what to leave out is for you to say")
    if len(parts) == 1:
        return list(shown.says)
    first, last = parts
    end = list(shown.says[len(shown.says) - len(last) :])
    return [*shown.says[: len(first)], OMITTED, *end]
