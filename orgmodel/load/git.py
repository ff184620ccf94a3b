"""Asks git, through few processes, and so that nothing of the surroundings changes the answer."""

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack, suppress
from types import TracebackType
from typing import IO, Final, NamedTuple, Self

_KEPT: Final = ("GIT_CONFIG", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM", "GIT_EXEC_PATH")
"""Beginnings of the variables that say how git works; all others say on which repository, and in a hook on another."""
_SET: Final = {
    "LC_ALL": "C",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",  # what a partial clone left out stays there: nothing is loaded from elsewhere
}
_SETTINGS: Final = (
    f"core.hooksPath={os.devnull}",
    "core.fsmonitor=false",
    "core.warnAmbiguousRefs=true",
    "i18n.logOutputEncoding=UTF-8",
    "log.follow=false",
    "log.showSignature=false",
    "protocol.allow=never",
)
_FOUND: Final = re.compile(rb"([0-9a-f]{40,64}) (\w+) (\d+)\n")
_KINDS: Final[Mapping[bytes, str]] = {b"40000": "tree", b"120000": "link", b"160000": "repository"}


class GitError(Exception):
    """Git cannot do what it was asked; the message says why."""


class NoRepositoryError(GitError):
    """There is no git, or no repository."""


class Item(NamedTuple):
    """Something in a tree: its kind, one of `tree`, `file`, `link` and `repository`, and the id of its content."""

    kind: str
    id: str


class Repository:
    """The git repository around a folder. Its objects are read through one process, which `close` ends.

    Parameters
    ----------
    folder
        A folder in it, which must exist.

    Raises
    ------
    NoRepositoryError
        If git is not installed, or the folder is in no repository.
    GitError
        If git refuses to read it.
    """

    def __init__(self, folder: str) -> None:
        said = os.fsdecode(_answer(folder, "rev-parse", "--is-shallow-repository", "--show-cdup", "--show-prefix"))
        shallow, up, prefix = (said.removesuffix("\n") + "\n\n").split("\n", 2)
        self.is_shallow = shallow == "true"
        self.prefix = prefix.rstrip("\n")
        self.top = os.path.realpath(os.path.join(folder, up))
        self._reader = _Reader(self.top)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the process that objects are read through."""
        self._reader.close()

    def run(self, *words: str) -> bytes:
        """Run one command of git at the top of the repository, and return what it writes.

        Raises
        ------
        GitError
            If it fails.
        """
        return _answer(self.top, *words)

    def find(self, name: str) -> tuple[str, bytes] | None:
        """Return the id and the content of the object that a name means; None if there is none.

        Raises
        ------
        GitError
            If the name means several.
        """
        return None if re.search("[\n\0]", name) else self._reader.find(os.fsencode(name))

    def content(self, id: str) -> bytes:
        """Return the content of an object whose id was read in this repository.

        Raises
        ------
        GitError
            If it is not there, as in a clone that left it out.
        """
        found = self.find(id)
        if found is None:
            raise GitError(f"the object {id[:12]} is not in this clone; `git fetch --refetch` gets it")
        return found[1]

    def tree(self, id: str) -> dict[str, Item]:
        """Return what is in a tree, by name.

        References
        ----------
        .. [1] Pro Git, 2nd edition, section 10.2, "Git Objects".
        """
        content, length = self.content(id), len(id) // 2
        items: dict[str, Item] = {}
        at = 0
        while at < len(content):
            end = content.index(b"\0", at)
            mode, _, name = content[at:end].partition(b" ")
            at = end + 1 + length
            items[os.fsdecode(name)] = Item(_KINDS.get(mode, "file"), content[end + 1 : at].hex())
        return items

    def at(self, root: str, path: str) -> Item | None:
        """Return what stands at a path below a tree; None if nothing does."""
        item = Item("tree", root)
        for name in filter(None, path.split("/")):
            below = self.tree(item.id).get(name) if item.kind == "tree" else None
            if below is None:
                return None
            item = below
        return item


class _Reader:
    """The process that gives objects, one after the other."""

    def __init__(self, folder: str) -> None:
        with ExitStack() as opened:
            self._complaints = opened.enter_context(tempfile.TemporaryFile())
            self._process = subprocess.Popen(
                [*_git(), "cat-file", "--batch"],
                cwd=folder,
                env=_environment(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._complaints,
            )
            opened.callback(self._process.communicate)
            self.close = opened.pop_all().close

    def find(self, name: bytes) -> tuple[str, bytes] | None:
        self._complaints.seek(0)
        self._complaints.truncate()
        answer = self._asked(name)
        if (found := _FOUND.fullmatch(answer)) is not None:
            content = self._pipe.read(int(found[3]))
            self._pipe.read(1)
        said = self._said()
        if said.endswith(b" is ambiguous.\n") or answer.endswith(b" ambiguous\n"):
            named = name.decode("utf-8", "replace").partition("^{")[0]
            raise GitError(f"‘{named}’ means several things; write refs/heads/… or refs/tags/…, or more of an id")
        if not answer:
            raise _error(said)
        return (found[1].decode(), content) if found else None

    @property
    def _pipe(self) -> IO[bytes]:
        assert self._process.stdout is not None
        return self._process.stdout

    def _asked(self, name: bytes) -> bytes:
        """Return the first line of the answer, and nothing once the process has ended."""
        assert self._process.stdin is not None
        with suppress(BrokenPipeError):
            self._process.stdin.write(name + b"\n")
            self._process.stdin.flush()
        return self._pipe.readline()

    def _said(self) -> bytes:
        self._complaints.seek(0)
        return self._complaints.read()


def _answer(folder: str, *words: str) -> bytes:
    """Run one command in a folder, and return what it writes."""
    command, around = [*_git(), *words], _environment()
    done = subprocess.run(command, cwd=folder, env=around, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    if done.returncode:
        raise _error(done.stderr)
    return done.stdout


def _git() -> list[str]:
    """Return the words that every command begins with."""
    program = shutil.which("git")
    if program is None:
        raise NoRepositoryError("git is not installed")
    settings = (word for setting in _SETTINGS for word in ("-c", setting))
    return [program, "--no-pager", "--no-optional-locks", "--literal-pathspecs", *settings]


def _environment() -> dict[str, str]:
    kept = {name: text for name, text in os.environ.items() if not name.startswith("GIT_") or name.startswith(_KEPT)}
    return kept | _SET


def _error(said: bytes) -> GitError:
    lines = [line for line in said.decode("utf-8", "replace").splitlines() if line.strip()]
    fatal = next((line for line in lines if line.startswith(("fatal: ", "error: "))), "".join(lines[:1]))
    if "not a git repository" in fatal:
        return NoRepositoryError("there is no git repository here")
    if "dubious ownership" in fatal:
        return GitError("the git repository belongs to somebody else; `git config safe.directory` can allow it")
    return GitError(f"git says: {fatal.partition(' ')[2] or 'nothing'}")
