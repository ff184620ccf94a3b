"""Which waiting goes away and why, and which is new."""

from collections.abc import Iterator, Mapping
from typing import Final

from orgmodel.model.comparison import HOWS, Comparison, Coupling, Difference, How
from orgmodel.report.comparison.blocks import Say, Section
from orgmodel.report.comparison.phrases import by_key, few, joined, shift
from orgmodel.report.comparison.room import Room
from orgmodel.report.words import counted

COUPLING: Final = "COUPLING"

HOW_WORDS: Final[Mapping[How, str]] = {
    "internalised": "now inside one team",
    "moved": "really moved",
    "removed": "interface added or approval dropped",
    "assumed": "only said",
    "added": "new",
}
_ORDER: Final[tuple[How, ...]] = ("assumed", *(how for how in HOWS if how != "assumed"))
"""What is only said comes first: it is what a reader has to ask about."""
_NAMED: Final[tuple[How, ...]] = ("assumed", "added")
_NO_NAMES: Final[Mapping[How, str]] = {}


def coupling(comparison: Comparison, room: Room) -> Section | None:
    """Say how many pairs of teams wait before and after, what makes the difference, and what is the worst case."""
    found = comparison.coupling
    if not found.teams.before and not found.teams.after and not found.pairs and not found.loose:
        return None
    return Section(COUPLING, (Say(" ".join(_said(found, room))),))


def _said(found: Coupling, room: Room) -> Iterator[str]:
    named = by_key(found.pairs, lambda pair: pair.how)
    names: dict[How, str] = {}
    for how in _NAMED:
        pairs_of = [f"{each.source} → {each.target}" for each in named.get(how, ())]
        names[how] = f" ({few(pairs_of, room.names)})" if pairs_of else ""
    yield f"{pairs(found)}{split(found.teams, names) or ': none goes and none is new'}."
    if worst := worst_case(found):
        yield worst
    if any(found.branches):
        yield f"Between branches {shift(found.branches.before, found.branches.after)}."


def pairs(found: Coupling) -> str:
    """Say how many pairs wait: two numbers after where the plan leaves an end open."""
    after = f"{found.teams.after:,} to {found.most:,}" if found.loose else f"{found.teams.after:,}"
    return f"{found.teams.before:,} → {after} pairs of teams that wait"


def split(found: Difference, names: Mapping[How, str] = _NO_NAMES) -> str:
    """Say what makes a difference, behind a colon, with names in brackets; nothing if nothing does."""
    counts = [(how, getattr(found, how)) for how in _ORDER]
    told = [
        f"{'+' if how == 'added' else '−'}{number:,} {HOW_WORDS[how]}{names.get(how, '')}"
        for how, number in counts
        if number
    ]
    return f": {', '.join(told)}" if told else ""


def worst_case(found: Coupling) -> str:
    """Say what the number is if nothing that is only said or left open comes out well; nothing if that is the same."""
    if found.worst == found.teams.after:
        return ""
    open_ones = counted(found.loose, "dependency", "dependencies")
    why = [f"{open_ones} {'is' if found.loose == 1 else 'are'} left open"] if found.loose else []
    if found.teams.assumed:
        why.append(
            f"{counted(found.teams.assumed, 'pair')} {'is' if found.teams.assumed == 1 else 'are'} only said to go"
        )
    return f"Worst case {found.worst:,}: {joined(why)}."
