"""The numbered list of the brief screen, as closely told as its room allows."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

from orgmodel.model.audit import Audit
from orgmodel.model.finding import Finding, Subject
from orgmodel.report.base import Style
from orgmodel.report.columns import Entry, columns, named
from orgmodel.report.priorities import Item, items
from orgmodel.report.width import ELLIPSIS, clean, clip, clip_path, wrap
from orgmodel.report.words import counted, more_kind, topics

_NAME: Final = 32
_CLOSENESS: Final = (3, 2)
"""How many findings of an item are told in full if the room allows it."""
_ALSO: Final = "  also counted here: "


class Actions:
    """What to act on, in lines."""

    def __init__(self, audit: Audit, style: Style) -> None:
        self._audit, self._style = audit, style
        self._covered = audit.covered
        self._items = items(audit)
        told = (entry for item in self._items for entry in self._entries(item.findings[: _CLOSENESS[0]]))
        self._columns = columns(told, len(self._items), style.width)
        self._room = self._columns.rule - self._columns.sentence - 2

    def __bool__(self) -> bool:
        """Tell whether there is anything to act on."""
        return bool(self._items)

    @property
    def fewest(self) -> int:
        """How many lines the list has where every item is told in short."""
        return 1 + sum(map(len, self._short))

    def within(self, most: int) -> list[str]:
        """Return the heading and the list in so many lines: the first told closely, the last left if they must be."""
        heading = self._columns.heading("ACT ON", self._style)
        if self.fewest > most:
            return [heading, *self._cut(most - 1)]
        return [heading, *(line for block in self._closer(most - self.fewest) for line in block)]

    def _cut(self, most: int) -> list[str]:
        """Return as many items as fit beside the line that counts what is left; at least one."""
        lines = list(self._short[0])
        for number, block in enumerate(self._short[1:], start=1):
            if len(lines) + len(block) + len(self._left(self._items[number + 1 :])) > most:
                return [*lines, *self._left(self._items[number:])]
            lines += block
        return lines

    @cached_property
    def _short(self) -> list[list[str]]:
        return [self._block(item, number, 1) for number, item in enumerate(self._items, start=1)]

    def _closer(self, spare: int) -> Iterator[list[str]]:
        """Yield the blocks, each told as closely as the lines to spare allow."""
        for number, (item, short) in enumerate(zip(self._items, self._short, strict=True), start=1):
            told = (self._block(item, number, closeness) for closeness in _CLOSENESS)
            block = next((closer for closer in told if len(closer) - len(short) <= spare), short)
            spare -= len(block) - len(short)
            yield block

    def _block(self, item: Item, number: int, closeness: int) -> list[str]:
        told = 1 if item.alike else closeness
        findings = item.findings[:told]
        block: list[str] = []
        for finding, entry in zip(findings, self._entries(findings), strict=True):
            block += self._columns.told(entry, "" if block else str(number), self._style)
            block += self._also(finding)
        if rest := item.findings[told:]:
            names = _rules(rest) if item.of_one_entity else _entities(item, told)
            block += self._columns.behind("", named(names, self._room, lines=min(closeness, 2)))
        return block

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
        first, *rest = wrap(", ".join(codes), self._room - len(_ALSO))
        return self._columns.behind("", [_ALSO + first, *(" " * len(_ALSO) + line for line in rest)])

    def _left(self, left: Sequence[Item]) -> list[str]:
        if not left:
            return []
        codes = Counter(finding.code for item in left for finding in item.findings)
        said = f"{counted(codes.total(), 'more finding')} about {topics(codes)}:"
        names = [f"{code} ({count:,})" if count > 1 else code for code, count in codes.items()]
        return self._columns.behind(ELLIPSIS, named([f"{said} {names[0]}", *names[1:]], self._room, lines=2))


def _rules(findings: Sequence[Finding]) -> list[str]:
    """Name the rules of findings about one entity."""
    return [f"also: {findings[0].code}", *(finding.code for finding in findings[1:])]


def _entities(item: Item, told: int) -> list[str]:
    """Name what was not told in full, each with the number by which it differs; first how many they are."""
    rest = item.findings[told:]
    kinds = {finding.subject.kind for finding in rest}
    said = more_kind(len(rest), kinds.pop()) if len(kinds) == 1 else f"{len(rest):,} more"
    names = [_name(finding.subject) for finding in rest]
    if item.numbers:
        names = [f"{name} ({number})" for name, number in zip(names, item.numbers[told:], strict=True)]
    return [f"and {said}: {names[0]}", *names[1:]]


def _name(subject: Subject) -> str:
    name = clean(subject.id)
    return clip_path(name, _NAME) if subject.kind == "file" else clip(name, _NAME)
