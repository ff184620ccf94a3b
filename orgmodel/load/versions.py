"""All versions of an organisation's files in git, and what of them is not committed."""

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import UTC, date, datetime
from hashlib import blake2b
from itertools import chain, pairwise
from types import TracebackType
from typing import Final, NamedTuple, Self

from orgmodel.load.git import GitError, Item, NoRepositoryError, Repository
from orgmodel.load.revisions import File, counts, files, joined, located, showable, source
from orgmodel.load.texts import ENDINGS, Source, UnreadablePathError, shown

_RENAMES: Final = ("-r", "-z", "-M", "--name-status", "--diff-filter=R")
_STATUS: Final = ("--porcelain", "-z", "--untracked-files=all", "--no-renames", "--ignore-submodules=all")
_LAST_SECOND: Final = 253_402_300_799
"""Of the year 9999: git knows later ones."""


class NotInGitError(UnreadablePathError):
    """A path is there, and git knows nothing of it."""


class Commit(NamedTuple):
    """A commit that changed the organisation's files.

    `date` is the day of the committer in UTC; `path` says where in the repository the files were then.
    """

    hash: str
    short: str
    date: date
    subject: str
    path: str


class VersionsInGit:
    """The versions of an organisation's files along the first parents of a commit.

    Renames of the folder or the file are followed. What did not change from one version to the next is read once.

    Parameters
    ----------
    path
        A file or a folder, or ``REV:PATH`` for the versions up to that revision.

    Raises
    ------
    NotInGitError
        If the path is there but in no repository, or nothing is committed yet.
    UnreadablePathError
        If there is no such path, or git fails.
    """

    def __init__(self, path: str) -> None:
        self._word = path
        self.is_revision = ":" in path and not os.path.lexists(path)
        self._read: dict[File, Source] = {}
        self._digests: dict[str, bytes] = {}
        with self._explained(), ExitStack() as opened:
            self._repository = opened.enter_context(Repository(os.curdir if self.is_revision else _folder_of(path)))
            self._start, self._place = self._beginning()
            opened.pop_all()  # `__exit__` closes it

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._repository.close()

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Say of what git cannot do to which path that belongs."""
        try:
            yield
        except GitError as error:
            raise self._fault(error) from None

    def _fault(self, error: GitError) -> UnreadablePathError:
        if self.is_revision:
            what = "is neither a path nor REV:PATH" if isinstance(error, NoRepositoryError) else "cannot be read"
            return UnreadablePathError(f"{showable(self._word)} {what}: {error}")
        if not os.path.lexists(self._word):
            return UnreadablePathError(f"{shown(self._word)} does not exist")
        kind = NotInGitError if isinstance(error, NoRepositoryError) else UnreadablePathError
        return kind(f"{shown(self._word)} has no history: {error}")

    def _beginning(self) -> tuple[str, str]:
        """Return the commit to go back from, and where in its tree the organisation is."""
        if self.is_revision:
            found = located(self._repository, self._word)
            return found.commit, found.place
        head = self._repository.find("HEAD^{commit}")
        if head is None:
            raise NoRepositoryError("there is no commit yet")
        place = os.path.relpath(os.path.realpath(self._word), self._repository.top).replace(os.sep, "/")
        return head[0], "" if place == "." else place

    @property
    def is_shallow(self) -> bool:
        """Whether the clone leaves out older commits."""
        return self._repository.is_shallow

    # --- commits

    def commits(self, *, since: date | None = None, last: int | None = None) -> list[Commit]:
        """Return the commits that changed the organisation's files, the oldest first.

        Parameters
        ----------
        since
            Only commits of this day and later ones.
        last
            Only as many, the latest.

        Raises
        ------
        NotInGitError
            If no commit at all has anything at the path.
        """
        kept: list[Commit] = []
        with self._explained():
            for commit, older in pairwise(chain(self._log(), (None,))):
                if commit is None or len(kept) == last:
                    break
                if (since is None or commit.date >= since) and self._digest(commit) != self._digest(older):
                    kept.append(commit)
        return kept[::-1]

    def _log(self) -> Iterator[Commit]:
        """Yield the commits that touched the path, the latest first, from before it got its name as well."""
        found = self._commits_of(self._start, self._place)
        if not found:
            raise NoRepositoryError("git knows nothing of it; commit it first")
        while found:
            yield from found
            earlier = self._earlier(found[-1])
            found = self._commits_of(*earlier) if earlier else []

    def _commits_of(self, start: str, place: str) -> list[Commit]:
        form = "--format=%H%n%h%n%ct%n%s"
        said = self._repository.run("log", "-z", "--first-parent", form, start, "--", place or ".")
        records = (record.split("\n", 3) for record in said.decode("utf-8", "replace").split("\0") if record)
        return [Commit(hash, short, _day(int(time)), subject, place) for hash, short, time, subject in records]

    def _earlier(self, commit: Commit) -> tuple[str, str] | None:
        """Return the parent of the commit that first has the path, and what the path was called there."""
        parent = self._repository.find(f"{commit.hash}^1^{{commit}}")
        now = [file.path for file in self._files(commit)]
        if parent is None or not now or not commit.path:
            return None
        said = self._repository.run("diff-tree", *_RENAMES, parent[0], commit.hash, "--")
        words = os.fsdecode(said).split("\0")
        renames = dict(zip(words[2::3], words[1::3], strict=False))
        before = Counter(filter(None, (_place_before(renames, commit.path, path) for path in now)))
        place, count = min(before.items(), key=lambda each: (-each[1], each[0]), default=("", 0))
        return (parent[0], place) if 2 * count >= len(now) else None

    def _files(self, commit: Commit) -> list[File]:
        root = self._repository.find(f"{commit.hash}^{{tree}}")
        return files(self._repository, root[0], commit.path) if root else []

    def _digest(self, commit: Commit | None) -> bytes:
        """Return what stands for the organisation's files at a commit; nothing where there are none."""
        root = self._repository.find(f"{commit.hash}^{{tree}}") if commit else None
        item = self._repository.at(root[0], commit.path) if root and commit else None
        return self._digest_of(item) if item else b""

    def _digest_of(self, item: Item) -> bytes:
        """Return what stands for a file or for all files that count below a folder."""
        if item.kind != "tree":
            return item.id.encode()
        if item.id not in self._digests:
            found = blake2b(digest_size=16)
            for name, below in sorted(self._repository.tree(item.id).items()):
                if counts(name, below) and (digest := self._digest_of(below)):
                    found.update(b"%d:%b%b" % (len(os.fsencode(name)), os.fsencode(name), digest))
                    self._digests[item.id] = found.digest()
            self._digests.setdefault(item.id, b"")
        return self._digests[item.id]

    # --- texts

    def sources(self, commit: Commit) -> list[Source]:
        """Return the texts of the organisation's files at a commit, named as they are called today, sorted.

        Raises
        ------
        UnreadablePathError
            If git fails.
        """
        with self._explained():
            self._read = {file: self._read.get(file) or self._source(file) for file in self._files(commit)}
        return list(self._read.values())

    def _source(self, file: File) -> Source:
        name = joined(self._word, file.path) if self.is_revision else shown(os.path.join(self._word, file.path))
        return source(self._repository, file, name)

    @property
    def is_changed(self) -> bool:
        """Whether the working tree has changes to the organisation's files that are not committed."""
        if self.is_revision:
            return False
        with self._explained():
            said = self._repository.run("status", *_STATUS, "--", self._place or ".")
        return any(self._is_of_organisation(record[3:]) for record in os.fsdecode(said).split("\0"))

    def _is_of_organisation(self, path: str) -> bool:
        if path == self._place:
            return True
        *folders, name = path.removeprefix(self._place).split("/")
        return name.endswith(ENDINGS) and not any(part.startswith(".") for part in (*folders, name))


def _folder_of(path: str) -> str:
    """Return the folder in which git is asked about a path: the nearest that is there."""
    folder = os.path.realpath(path)
    while not os.path.isdir(folder):
        folder = os.path.dirname(folder)
    return folder


def _place_before(renames: Mapping[str, str], place: str, path: str) -> str | None:
    """Return what a place was called before a renaming, as far as one of its files tells."""
    old = renames.get(joined(place, path))
    if old is None or not path:
        return old
    return old.removesuffix(f"/{path}") if old.endswith(f"/{path}") else None


def _day(seconds: int) -> date:
    return datetime.fromtimestamp(min(max(seconds, 0), _LAST_SECOND), UTC).date()
