"""Drafts what becomes of declared dependencies, whose order over all files counts."""

from collections.abc import Iterator
from typing import NamedTuple, cast

from orgmodel.exchange.arrangement import arranged_part
from orgmodel.exchange.rewriting.alterations import GONE, Added, Style, Whole
from orgmodel.exchange.rewriting.altering import Altering, holds_blocks
from orgmodel.exchange.rewriting.draft import Section
from orgmodel.exchange.rewriting.homes import Homes
from orgmodel.exchange.rewriting.matching import matched
from orgmodel.exchange.rewriting.nodes import Node
from orgmodel.exchange.rewriting.register import CannotRewriteError, Register
from orgmodel.exchange.rewriting.values import said
from orgmodel.exchange.rewriting.wording import Wording
from orgmodel.model.dependencies import Dependency
from orgmodel.model.document import document
from orgmodel.model.organisation import Org


class _Entry(NamedTuple):
    """Where a dependency is written: the number of its file, the section, and its number in the list if it is one."""

    order: int
    section: Section
    number: int | None


class Dependencies:
    """Drafts the dependencies.

    Parameters
    ----------
    before, after
        The organisation.
    register
        Where its entities are written.
    wording
        How its files word their values.
    """

    def __init__(self, before: Org, after: Org, register: Register, wording: Wording) -> None:
        self._before, self._after = before.dependencies, after.dependencies
        self._register, self._wording = register, wording
        self._altering, self._homes = Altering(wording), Homes(after, register)
        self._entries: list[_Entry] = []
        self._alone: dict[tuple[int, int], tuple[Section, list[object]]] = {}
        self._home: int | None = None
        self._begun_before: _Entry | None = None

    def draft(self) -> None:
        """Draft all of them.

        Raises
        ------
        CannotRewriteError
            If they are not written in the files as they are in the organisation.
        """
        if self._before == self._after:
            return
        self._entries = self._written()
        last = -1
        for i, j in matched(self._before, self._after, _ends):
            if i is None:
                assert j is not None
                self._insert(last, j)
                continue
            last = i
            self._take(i, j)
        for (order, number), (section, items) in self._alone.items():
            draft = self._register.drafts[order]
            draft.top.parts[number] = Whole(items, "block") if items else draft.emptied(section)

    def _written(self) -> list[_Entry]:
        entries = list(self._all_entries())
        if len(entries) != len(self._before):
            entries = [entry for entry in entries if _is_one(self._node(entry))]
        if len(entries) != len(self._before):
            raise CannotRewriteError("not every dependency is written in a file that can be read")
        return entries

    def _all_entries(self) -> Iterator[_Entry]:
        for order, draft in enumerate(self._register.drafts):
            for section in draft.of_name("dependencies"):
                if section.node.kind == "sequence":
                    yield from (_Entry(order, section, number) for number in range(len(section.node.items)))
                elif section.node.kind == "mapping":
                    yield _Entry(order, section, None)

    def _node(self, entry: _Entry) -> Node:
        return entry.section.node if entry.number is None else entry.section.node.items[entry.number].value

    def _take(self, i: int, j: int | None) -> None:
        """Draft what becomes of one that is written."""
        entry, after = self._entries[i], None if j is None else self._after[j]
        if entry.number is None:
            self._take_alone(entry, after)
            return
        inside = self._register.drafts[entry.order]
        if after is None:
            inside.inside(entry.section).parts[entry.number] = GONE
        elif after is not self._before[i] and after != self._before[i]:
            alteration = self._altering.of(self._node(entry), _said(self._before[i]), _said(after))
            if alteration is not None:
                inside.inside(entry.section).parts[entry.number] = alteration

    def _take_alone(self, entry: _Entry, after: Dependency | None) -> None:
        items = [] if after is None else [self._worded(after)]
        self._alone[entry.order, entry.section.number] = (entry.section, items)

    def _insert(self, last: int, j: int) -> None:
        value = self._worded(self._after[j])
        previous = self._entries[last] if last >= 0 else None
        following = self._entries[last + 1] if last + 1 < len(self._entries) else None
        entry = self._better(previous, following, j)
        if entry is None:
            self._begin(value, j)
        elif entry.number is None:
            self._alone.setdefault((entry.order, entry.section.number), (entry.section, []))[1].append(value)
        else:
            number = entry.number if entry is previous else entry.number - 1
            style: Style = "block" if holds_blocks(entry.section.node) else "fit"
            draft = self._register.drafts[entry.order]
            draft.inside(entry.section).added.append(Added(number, value, style=style))

    def _better(self, previous: _Entry | None, following: _Entry | None, j: int) -> _Entry | None:
        """Choose between the end of one list and the beginning of the next: the one in the file of the team.

        What comes after something that was put before the next list has to be put there as well.
        """
        if previous is None or following is None or previous.order == following.order:
            return previous or following
        home = self._register.find("teams", self._after[j].source)
        if self._begun_before is following or (home and home.order == following.order):
            self._begun_before = following
            return following
        return previous

    def _begin(self, value: object, j: int) -> None:
        """Begin a list in a file that has none."""
        if self._home is None:
            self._home = self._homes.home_of_dependencies(self._after[j].source)
        items = cast("list[object]", self._register.drafts[self._home].new.setdefault("dependencies", []))
        items.append(value)

    def _worded(self, dependency: Dependency) -> object:
        return arranged_part(self._wording.of(_said(dependency)), "dependencies")


def _ends(dependency: Dependency) -> tuple[str, str]:
    return dependency.source, dependency.target


def _said(dependency: Dependency) -> object:
    made = document(Org(dependencies=(dependency,)))["dependencies"]
    return cast("list[object]", made)[0]


def _is_one(node: Node) -> bool:
    """Tell whether an item can be read as a dependency: it names both ends."""
    raw = said(node)
    return isinstance(raw, dict) and all(isinstance(raw.get(end), str) for end in ("from", "to"))
