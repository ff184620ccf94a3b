"""How an item of the brief screen is told: in short, or closely."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from orgmodel.model.audit import Audit
from orgmodel.model.finding import Finding, Subject
from orgmodel.report.base import Style
from orgmodel.report.columns import Entry, columns, named
from orgmodel.report.priorities import Item
from orgmodel.report.width import ELLIPSIS, clean, clip, clip_path, wrap
from orgmodel.report.words import counted, more_kind, topics

_NAME: Final = 32
_ALSO: Final = "  also counted here: "
_LIST_LINES: Final = 2
_LEAST: Final = 3
"""Columns that a name takes at least, with the comma before it."""


class Telling:
    """Tells items in the columns of one screen."""

    def __init__(self, audit: Audit, items: Sequence[Item], style: Style) -> None:
        self._audit, self._style = audit, style
        self._covered = audit.covered
        entries = (entry for item in items for entry in self._entries(item.findings[:1]))
        self._columns = columns(entries, len(items), style.width)

    @property
    def heading(self) -> str:
        """The line above the items."""
        return self._columns.heading("ACT ON", self._style)

    def short(self, item: Item, number: int, most: int) -> list[str]:
        """Return the first sentence of an item, cut to so many lines, and how many findings more there are."""
        (entry,) = self._entries(item.findings[:1])
        more = f", and {_more(item, 1)}" if len(item.findings) > 1 else ""
        return self._columns.short(entry, str(number), more, most=most, style=self._style)

    def close(self, item: Item, number: int, closeness: int) -> list[str]:
        """Return the lines of an item with so many of its findings in full, and the names of the others."""
        told = 1 if item.alike else closeness
        findings = item.findings[:told]
        block: list[str] = []
        for finding, entry in zip(findings, self._entries(findings), strict=True):
            block += self._columns.told(entry, "" if block else str(number), self._style)
            block += self._also(finding)
        if len(item.findings) > told:
            block += self._columns.behind("", self._others(item, told, lines=min(closeness, _LIST_LINES)))
        return block

    def _others(self, item: Item, told: int, lines: int) -> list[str]:
        room = self._columns.room
        names = _names(item, told, most=room * lines // _LEAST + 1)
        others = 0 if item.of_one_entity else len(item.findings) - told - len(names)
        return named(names, room, lines=lines, others=others)

    def left(self, items: Sequence[Item]) -> list[str]:
        """Return the lines that count the items for which there is no room."""
        if not items:
            return []
        codes = Counter(finding.code for item in items for finding in item.findings)
        said = f"{counted(codes.total(), 'more finding')} about {topics(codes)}:"
        names = [f"{code} ({count:,})" if count > 1 else code for code, count in codes.items()]
        text = named([f"{said} {names[0]}", *names[1:]], self._columns.room, lines=_LIST_LINES)
        return self._columns.behind(ELLIPSIS, text)

    def _entries(self, findings: Sequence[Finding]) -> Iterator[Entry]:
        """Yield what to say of findings that stand below each other; the rule only where it changes."""
        before = ""
        for finding in findings:
            place = f"{clean(finding.place.path)}:{finding.place.line}" if finding.place else ""
            yield Entry(clean(finding.message), place, self._rule(finding.code) if finding.code != before else "")
            before = finding.code

    def _rule(self, code: str) -> str:
        """Return the code and the first word of what is known of the idea behind it."""
        evidence = clean(self._audit.evidence.get(code, "")).split(" ")[0].rstrip(":;,.")
        return f"{code} · {evidence}" if evidence else code

    def _also(self, finding: Finding) -> list[str]:
        codes = sorted({covered.code for covered in self._covered.get(finding.fingerprint, ())})
        if not codes:
            return []
        first, *rest = wrap(", ".join(codes), self._columns.room - len(_ALSO))
        return self._columns.behind("", [_ALSO + first, *(" " * len(_ALSO) + line for line in rest)])


def _more(item: Item, told: int) -> str:
    """Say what was not told: how many entities of one rule, or which rules about one entity."""
    rest = item.findings[told:]
    if item.of_one_entity:
        return ", ".join(finding.code for finding in rest)
    kinds = set(item.kinds if len(item.kinds) == 1 else (finding.subject.kind for finding in rest))
    return more_kind(len(rest), kinds.pop()) if len(kinds) == 1 else f"{len(rest):,} more"


def _names(item: Item, told: int, most: int) -> list[str]:
    """Name what was not told, each with the number by which it differs; first how many there are."""
    if item.of_one_entity:
        return [f"and {_more(item, told)}"]
    shown = slice(told, told + most)
    names = [_name(finding.subject) for finding in item.findings[shown]]
    if item.numbers:
        names = [f"{name} ({number})" for name, number in zip(names, item.numbers[shown], strict=True)]
    return [f"and {_more(item, told)}: {names[0]}", *names[1:]]


def _name(subject: Subject) -> str:
    name = clean(subject.id)
    return clip_path(name, _NAME) if subject.kind == "file" else clip(name, _NAME)
