"""One file of an organisation while it is rewritten: what stands in it, and what is to become of it."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from orgmodel.exchange.rewriting.alterations import (
    GONE,
    Added,
    Alteration,
    Inside,
    Style,
    Whole,
    children,
    leaves_nothing,
)
from orgmodel.exchange.rewriting.glance import glance
from orgmodel.exchange.rewriting.nodes import Node, Tree, UnreadableError, parsed
from orgmodel.exchange.rewriting.values import name, said
from orgmodel.model.organisation import SECTIONS

MARK: Final = "\ufeff"
"""The byte-order mark that some files begin with."""
SECTION_NAMES: Final = frozenset(SECTIONS) | {"organisation", "dependencies"}
LARGE: Final = 200_000
"""Characters above which not all of a file is read; to read fewer takes a blink."""


class Section(NamedTuple):
    """A section as it is written: its number among what stands at the top, its name, and what it holds."""

    number: int
    name: str
    node: Node


class FileDraft:
    """A file and its alterations.

    Parameters
    ----------
    path
        The file as it is printed.
    text
        What stands in it.
    quickly
        Whether a glance is enough where the file is large.

    Attributes
    ----------
    tree
        What stands where.
    top
        What becomes of the sections.
    new
        What new sections hold, by their name.
    """

    def __init__(self, path: str, text: str, *, quickly: bool = True) -> None:
        self.path, self.original = path, text
        self.text = text.removeprefix(MARK)
        self.tree, self.is_readable = _read(self.text, quickly=quickly)
        self.top = Inside()
        self.new: dict[str, object] = {}
        self.sections = tuple(self._sections())

    def _sections(self) -> Iterator[Section]:
        root = self.tree.root
        if root is not None and root.kind == "mapping":
            for number, pair in enumerate(root.pairs):
                key = name(pair.key)
                if key is not None:
                    yield Section(number, key, pair.value)

    def of_name(self, section: str) -> Iterator[Section]:
        """Yield the sections of a name; there may be several."""
        return (each for each in self.sections if each.name == section)

    @property
    def is_part(self) -> bool:
        """Whether any section of an organisation stands in the file."""
        return any(section.name in SECTION_NAMES for section in self.sections)

    @property
    def is_altered(self) -> bool:
        """Whether anything in the file changes."""
        return bool(self.top) or bool(self.new)

    def inside(self, section: Section) -> Inside:
        """Return what becomes of the parts of a section, to be added to."""
        found = self.top.parts.setdefault(section.number, Inside())
        assert isinstance(found, Inside)
        return found

    def settle(self) -> None:
        """Decide what becomes of sections of which nothing is left, and add the new ones."""
        for section in self.sections:
            inside = self.top.parts.get(section.number)
            if isinstance(inside, Inside):
                self._settle(section, inside)
        for section_name, content in self.new.items():
            self._add(section_name, content)

    def _settle(self, section: Section, inside: Inside) -> None:
        if not inside:
            del self.top.parts[section.number]
        elif leaves_nothing(section.node, inside):
            self.top.parts[section.number] = self.emptied(section)
        elif inside.added and all(inside.is_gone(number) for number in range(len(children(section.node)))):
            self.top.parts[section.number] = self._refilled(section, inside)

    def emptied(self, section: Section) -> Alteration:
        """Take a section away, unless the file could then be taken for no part of the organisation."""
        strange = any(each.name not in SECTION_NAMES and not each.name.startswith("x-") for each in self.sections)
        return Whole({} if section.node.kind == "mapping" else []) if strange else GONE

    def _refilled(self, section: Section, inside: Inside) -> Alteration:
        if section.node.kind == "mapping":
            return Whole({added.key: added.value for added in inside.added}, style_of_section(section.name))
        return Whole([added.value for added in inside.added], style_of_section(section.name))

    def _add(self, section_name: str, content: object) -> None:
        """Add a section, or fill an empty one of that name."""
        style = style_of_section(section_name)
        empty = next((each for each in self.of_name(section_name) if said(each.node) in (None, {}, [])), None)
        if empty is not None:
            self.top.parts[empty.number] = Whole(content, style)
        else:
            last = len(self.tree.root.pairs) - 1 if self.tree.root else -1
            self.top.added.append(Added(last, content, section_name, style))

    def read_all(self) -> None:
        """Read all of the text, where only a glance was taken at it.

        Raises
        ------
        UnreadableError
            If that cannot be done; then the glance was wrong.
        """
        self.tree = parsed(self.text)
        self.sections = tuple(self._sections())


def style_of_section(section: str) -> Style:
    """Return how a new section is written."""
    return "section" if section in SECTIONS else "block"


def tree_of(text: str, *, quickly: bool = True, looks_twice: bool = True) -> Tree:
    """Read a file; of a large one only as much as needed, if it can be told how much that is.

    Parameters
    ----------
    text
        The text, without byte-order mark.
    quickly
        Whether a glance is enough where the file is large.
    looks_twice
        Whether that glance is to prove itself; see there.

    Raises
    ------
    UnreadableError
        If it is not YAML that an organisation file can be.
    """
    if quickly and len(text) > LARGE:
        try:
            return glance(text, looks_twice=looks_twice)
        except UnreadableError:
            pass
    return parsed(text)


def _read(text: str, *, quickly: bool) -> tuple[Tree, bool]:
    try:
        return tree_of(text, quickly=quickly), True
    except UnreadableError:
        return Tree(None), False
