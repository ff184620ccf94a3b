"""What a section of a comparison is made of, without a layout: the text and the Markdown say the same blocks."""

from typing import NamedTuple

from orgmodel.model.finding import Severity


class Say(NamedTuple):
    """Sentences."""

    text: str


class Names(NamedTuple):
    """What several have in common, and who they are: every one of them is written."""

    said: str
    names: tuple[str, ...]


class Lines(NamedTuple):
    """A heading and what belongs to it, each on a line of its own."""

    said: str
    lines: tuple[str, ...]


class Told(NamedTuple):
    """A finding as a comparison tells it; `place` is a path with its line."""

    text: str
    code: str
    severity: Severity
    place: str = ""
    todo: str = ""


class Group(NamedTuple):
    """A heading and the findings that belong to it."""

    said: str
    found: tuple[Told, ...]


class Table(NamedTuple):
    """Rows of cells below a head; the first cell of a row names it."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Say | Names | Lines | Told | Group | Table


class Section(NamedTuple):
    """Blocks under a label."""

    label: str
    blocks: tuple[Block, ...]


class Title(NamedTuple):
    """What is compared, what it is for, and the circumstances: dates, waves, who stands for it."""

    name: str
    against: str
    aim: str
    facts: str
