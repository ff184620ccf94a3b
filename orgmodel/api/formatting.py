"""Formatting the files of an organisation."""

import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from orgmodel.api.basics import Words, paused_collection

if TYPE_CHECKING:
    from orgmodel.exchange.formatting import Draft
    from orgmodel.load.sources import Source

_SHOWN_INPUT: Final = "<stdin>"
_PLAN: Final = frozenset({"plan", "waves", "changes"})


class FormattedFile(NamedTuple):
    """One file, and what formatting makes of it.

    Attributes
    ----------
    path
        The file as it is printed.
    before
        Its text.
    after
        The same in canonical order and style; None if it has to stay as it is.
    left
        One line that says why it has to, with its place.
    is_current
        Whether it is formatted already, to the byte.
    """

    path: str
    before: str
    after: str | None
    left: str = ""
    is_current: bool = True

    @property
    def is_standard_input(self) -> bool:
        """Whether it was read from standard input."""
        return self.path == _SHOWN_INPUT

    @property
    def is_changed(self) -> bool:
        """Whether formatting would change it."""
        return self.after is not None and not self.is_current


class Formatting(NamedTuple):
    """The files under some paths after formatting, in their order, and how many describe no organisation."""

    files: tuple[FormattedFile, ...]
    passed_over: int

    @property
    def changed(self) -> tuple[FormattedFile, ...]:
        """The files that formatting changes."""
        return tuple(file for file in self.files if file.is_changed)

    @property
    def left(self) -> tuple[FormattedFile, ...]:
        """The files that have to stay as they are."""
        return tuple(file for file in self.files if file.after is None)

    @property
    def texts(self) -> dict[str, str]:
        """What is to be written into files: the text of each that changes, by its path."""
        return {file.path: file.after or "" for file in self.changed if not file.is_standard_input}

    @property
    def output(self) -> str:
        """What is to be written to standard output: the text of standard input after formatting."""
        return "".join(file.after or "" for file in self.files if file.is_standard_input)

    def summary(self, *, written: bool) -> str:
        """Say in one line how many files changed, or would change, and how many did not."""
        said = [f"{_files(len(self.changed))} {'formatted' if written else 'to format'}"]
        counts = {
            "formatted already": len(self.files) - len(self.changed) - len(self.left),
            "left as they are": len(self.left),
            "passed over": self.passed_over,
        }
        return ", ".join([*said, *(f"{count} {what}" for what, count in counts.items() if count)])


def _files(count: int) -> str:
    return f"{count} file{'s' * (count != 1)}"


def fmt(*paths: str | Path) -> Formatting:
    """Bring the files of an organisation, and plans, into canonical order and style. Nothing is written.

    What the files say stays the same, and so do their comments.

    Parameters
    ----------
    paths
        Files and folders; ``-`` is standard input.

    Raises
    ------
    orgmodel.load.sources.UnreadablePathError
        If a path does not exist or cannot be read. Nothing that stands in a file raises.
    """
    with paused_collection():
        found = [_formatted(source) for source in _sources(paths)]
    files = tuple(file for file in found if file is not None)
    return Formatting(files, len(found) - len(files))


def _sources(paths: Words) -> "Iterable[Source]":
    from orgmodel.load.sources import UnreadablePathError, sources
    from orgmodel.load.texts import STANDARD_INPUT, shown

    for path in map(str, paths):
        if path != STANDARD_INPUT and not os.path.lexists(path):  # what stands in the history is not rewritten
            raise UnreadablePathError(f"{shown(path)} does not exist")
    return sources(paths)


def _formatted(source: "Source") -> FormattedFile | None:
    """Format one file; nothing comes of one that describes no organisation."""
    from orgmodel.exchange.formatting import Draft, UnformattableError
    from orgmodel.load.foreign import looks_like_one

    if source.problem is not None:
        is_other = source.problem.code == "F004" and not source.named and not looks_like_one(source.text)
        return None if is_other else FormattedFile(source.path, source.text, None, _problem(source))
    try:
        draft = Draft(source.text)
        if _is_other(source, draft):
            return None
        after = draft.formatted()
    except UnformattableError as error:
        if not source.named and not looks_like_one(source.text):
            return None
        place = f"{source.path}:{error.line}" if error.line else source.path
        left = f"{place}: {error.reason}" if error.line else _problem(source) or f"{place}: {error.reason}"
        return FormattedFile(source.path, source.text, None, left)
    if source.path != _SHOWN_INPUT and not Path(source.path).is_file():
        return FormattedFile(source.path, source.text, None, f"{source.path}: its name is not UTF-8")
    return FormattedFile(source.path, source.text, after, is_current=_is_current(source, after))


def _is_current(source: "Source", after: str) -> bool:
    """Compare with the bytes of the file: its mark at the beginning is not in the text."""
    if after != source.text or source.path == _SHOWN_INPUT:
        return after == source.text
    return Path(source.path).read_bytes() == after.encode()


def _is_other(source: "Source", draft: "Draft") -> bool:
    """Tell whether a file is neither of an organisation nor a plan."""
    from orgmodel.load.foreign import SECTION_NAMES, is_foreign

    sections = draft.sections
    if _is_plan(sections):
        return False
    if source.named:
        return not any(name in SECTION_NAMES for name in sections)
    return is_foreign(sections, source.text, whole=True)


def _is_plan(sections: Collection[str]) -> bool:
    own = all(name in _PLAN or name.startswith("x-") for name in sections)
    return own and any(name in _PLAN for name in sections)


def _problem(source: "Source") -> str:
    """Say in the words of an audit what is wrong with a file, and where."""
    from orgmodel.load.loader import load_sources

    problem = source.problem or next(iter(load_sources([source]).problems), None)
    if problem is None:
        return ""
    place = f"{problem.place.path}:{problem.place.line}: " if problem.place else ""
    return f"{place}{problem.message.removeprefix(f'{source.path} ')}" if place else problem.message


def fmt_report(formatting: Formatting, *, diff: bool = False) -> Iterator[str]:
    """Name the files that are not formatted, a line each, or show what would change in them as a unified diff."""
    from orgmodel.exchange.formatting.difference import difference

    for file in formatting.changed:
        if diff:
            yield from difference(file.path, file.before, file.after or "")
        else:
            yield f"{file.path} is not formatted\n"
