"""Organisations as they were at a revision of a git repository: ``REV:PATH``."""

import os
import posixpath
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from orgmodel.load.git import GitError, Item, NoRepositoryError, Repository
from orgmodel.load.texts import ENDINGS, Source, UnreadablePathError, decoded, unreadable
from orgmodel.model.closest import closest


class Located(NamedTuple):
    """What ``REV:PATH`` names: a commit, the tree of all its files, and what stands where in it."""

    commit: str
    root: str
    place: str
    item: Item


class File(NamedTuple):
    """A file of an organisation: its path below that of the organisation, and the id of its content.

    The path is empty where the organisation is that file. A link that leads nowhere has no id.
    """

    path: str
    id: str | None


def sources_at(word: str) -> Iterator[tuple[str, Source]]:
    """Yield the texts of the files that ``REV:PATH`` names, sorted, each with a key that says what it is read from.

    PATH counts from the current folder, or from the top of the repository where git does not know it there.

    Raises
    ------
    UnreadablePathError
        If it names nothing, or cannot be read.
    """
    with opened(word) as repository:
        found = located(repository, word)
        for file in files(repository, found.root, found.place):
            key = joined(f"{repository.top}:{found.root}:{found.place}", file.path)
            yield key, source(repository, file, joined(_written(word), file.path))


@contextmanager
def opened(word: str) -> Iterator[Repository]:
    """Open the repository around the current folder; what git cannot do with a word becomes one line about it.

    Raises
    ------
    UnreadablePathError
        If there is no repository, or git fails.
    """
    try:
        with Repository(os.curdir) as repository:
            yield repository
    except NoRepositoryError as error:
        raise UnreadablePathError(f"{showable(word)} is neither a path nor REV:PATH: {error}") from None
    except GitError as error:
        raise UnreadablePathError(f"{showable(word)}: {error}") from None


def located(repository: Repository, word: str) -> Located:
    """Find what ``REV:PATH`` names.

    Raises
    ------
    UnreadablePathError
        If there is no such revision, or nothing there.
    """
    commit, root = _tree(repository, word)
    revision, path = parts(word)
    for place in _places(repository, path):
        item = repository.at(root, place)
        if item is not None and item.kind in ("tree", "file"):
            return Located(commit, root, place, item)
    raise UnreadablePathError(f"{showable(word)}: {_no_path(repository, root, revision, path)}")


def has(word: str) -> bool:
    """Tell whether there is anything at the path of ``REV:PATH``.

    Raises
    ------
    UnreadablePathError
        If there is no such revision.
    """
    with opened(word) as repository:
        _, root = _tree(repository, word)
        found = (repository.at(root, place) for place in _places(repository, parts(word)[1]))
        return any(item is not None and item.kind in ("tree", "file") for item in found)


def _tree(repository: Repository, word: str) -> tuple[str, str]:
    """Return the commit that a word names, and the tree of its files."""
    revision, _ = parts(word)
    commit = repository.find(f"{revision}^{{commit}}") if revision else None
    if commit is None:
        reason = _no_revision(repository, revision)
        raise UnreadablePathError(f"{showable(word)} is neither a path nor REV:PATH: {reason}")
    tree = repository.find(f"{commit[0]}^{{tree}}")
    return commit[0], tree[0] if tree else ""


def parts(word: str) -> tuple[str, str]:
    """Split a word at its first colon outside of braces, as git does; without one there is no revision."""
    depth = 0
    for number, character in enumerate(word):
        depth += (character == "{") - (character == "}")
        if character == ":" and depth == 0:
            return word[:number], word[number + 1 :].replace(os.sep, "/")
    return "", word


def _written(word: str) -> str:
    """Return a word as files below it are named: ``main:./orgs/`` as ``main:orgs``."""
    revision, path = parts(word)
    normal = posixpath.normpath(path) if path else "."
    return f"{revision}:{'' if normal == '.' else normal}"


def joined(base: str, path: str) -> str:
    """Put a path below another; the top of a revision ends with its colon."""
    return f"{base}/{path}" if path and not base.endswith(":") else base + path


def showable(text: str) -> str:
    """Return a text that was named by a user or by git as it can be printed, in one line."""
    return re.sub("[\x00-\x1f\x7f]", "�", text.encode("utf-8", "replace").decode())


def _places(repository: Repository, path: str) -> Iterator[str]:
    """Yield where in the repository a path may lead, the current folder first. ``./`` means that alone."""
    if posixpath.isabs(path):
        yield from _inside(os.path.relpath(path, repository.top))
        return
    yield from _inside(repository.prefix + path)
    if repository.prefix and path and path.split("/")[0] not in (".", ".."):
        yield from _inside(path)


def _inside(path: str) -> Iterator[str]:
    normal = posixpath.normpath(path or ".")
    if normal == ".":
        yield ""
    elif normal.split("/")[0] != "..":
        yield normal


# --- what is not there


def _no_revision(repository: Repository, revision: str) -> str:
    if not revision:
        return "before the colon stands no revision"
    known = os.fsdecode(repository.run("for-each-ref", "--count=2000", "--format=%(refname:short)")).split()
    name = re.split("[~^@]", revision, maxsplit=1)[0]
    said = f"git knows no revision ‘{showable(revision)}’"
    if not known and repository.find("HEAD^{commit}") is None:
        return "there is no commit yet"
    if name != revision and repository.find(f"{name}^{{commit}}"):
        shallow = "; the clone is shallow, and `git fetch --unshallow` gets the rest" if repository.is_shallow else ""
        return f"{said}, though ‘{showable(name)}’ is one{shallow}"
    best = closest(name, [*known, "HEAD"])
    return f"{said}; did you mean {showable(best)}?" if best else f"{said}; `git log --oneline` lists them"


def _no_path(repository: Repository, root: str, revision: str, path: str) -> str:
    for place in _places(repository, path):
        item = repository.at(root, place)
        if item is not None:
            what = "a link, and links are not followed" if item.kind == "link" else "another repository"
            return f"at {showable(revision)} this is {what}"
    said = f"git knows no ‘{showable(path)}’ at {showable(revision)}"
    best = next(filter(None, (_nearest(repository, root, place) for place in _places(repository, path))), None)
    return (
        f"{said}; did you mean {showable(best)}?"
        if best
        else f"{said}; `git ls-tree {showable(revision)}` lists what there is"
    )


def _nearest(repository: Repository, root: str, place: str) -> str | None:
    """Return the path whose last part is most like that of a place; None if there is none."""
    folder, name = posixpath.split(place)
    around = repository.at(root, folder)
    if around is None or around.kind != "tree":
        return None
    best = closest(name, repository.tree(around.id))
    return posixpath.join(folder, best) if best else None


# --- the files of an organisation


def files(repository: Repository, root: str, place: str) -> list[File]:
    """List the files of an organisation: itself, or the YAML files below it that are not hidden.

    Links are not followed; like on disk, one that leads nowhere is a file that cannot be read.
    """
    item = repository.at(root, place)
    if item is None or item.kind != "tree":
        return [File("", item.id)] if item is not None and item.kind == "file" else []
    return sorted(_below(repository, root, place, item, ""))


def _below(repository: Repository, root: str, place: str, tree: Item, folder: str) -> Iterator[File]:
    for name, item in repository.tree(tree.id).items():
        if not counts(name, item):
            continue
        if item.kind == "tree":
            yield from _below(repository, root, place, item, f"{folder}{name}/")
        elif item.kind == "file":
            yield File(folder + name, item.id)
        elif _leads_nowhere(repository, root, posixpath.join(place, folder), item):
            yield File(folder + name, None)


def _leads_nowhere(repository: Repository, root: str, folder: str, link: Item) -> bool:
    """Tell whether a link leads to something of the repository that is not there. Elsewhere nobody can tell."""
    target = os.fsdecode(repository.content(link.id))
    steps = posixpath.normpath(posixpath.join(folder, target)).split("/")
    if posixpath.isabs(target) or steps[0] == "..":
        return False
    for number in range(1, len(steps) + 1):
        item = repository.at(root, "/".join(steps[:number]))
        if item is None or item.kind in ("link", "repository"):
            return item is None
    return False


def counts(name: str, item: Item) -> bool:
    """Tell whether what is in a folder may be of the organisation: a folder, a YAML file or a link; none hidden."""
    return not name.startswith(".") and (
        item.kind == "tree" or (item.kind in ("file", "link") and name.endswith(ENDINGS))
    )


def source(repository: Repository, file: File, name: str) -> Source:
    """Return the text of a file under the name that it is to have."""
    if file.id is None:
        return unreadable(showable(name), "no such file or directory", named=not file.path)
    return decoded(showable(name), repository.content(file.id), named=not file.path)
