"""What happens to people, in a few sentences."""

from collections.abc import Iterator, Sequence
from typing import Final

from orgmodel.model.comparison import Comparison, Count, People
from orgmodel.report.comparison.blocks import Say, Section
from orgmodel.report.comparison.phrases import beside, few, joined, shift, signed
from orgmodel.report.comparison.room import Room
from orgmodel.report.words import counted, day

PEOPLE: Final = "PEOPLE"
_NAMED: Final = frozenset({"team", "manager"})
"""What changes for people whose names the screen tells."""


def crew(comparison: Comparison, room: Room) -> Section:
    """Say who changes what, who comes and goes, which positions there are, and which working relationships are cut."""
    return Section(PEOPLE, (Say(" ".join(filter(None, _said(comparison.people, room)))),))


def in_short(comparison: Comparison, room: Room) -> Section:
    """Say who changes what, who comes and goes, and which working relationships are cut."""
    people = comparison.people
    return Section(PEOPLE, (Say(" ".join((changing(people, room), _coming(people, room), _ties(people)))),))


def _said(people: People, room: Room) -> Iterator[str]:
    yield changing(people, room)
    yield _unnamed(people.unnamed, room)
    yield _coming(people, room)
    yield _again(people, room)
    yield _ties(people)
    yield _positions(people)
    yield _where(people, room)


def changing(people: People, room: Room) -> str:
    """Say how many of those who stay change team, manager, role and place."""
    if not people.stayers:
        return "Nobody is known by name both before and after."
    counts = (
        ("team", [each.id for each in people.changed_team]),
        ("manager", [each.id for each in people.changed_manager]),
        ("role", [each.id for each in people.changed_role]),
        ("place", [each.id for each in people.changed_location]),
    )
    told = [(what, ids) for what, ids in counts if ids]
    if not told:
        return f"None of {people.stayers:,} by name changes team or manager."
    first = told[0][1]
    verb = "changes" if len(first) == 1 else "change"
    parts = [beside(f"{len(ids):,} {what}", ids if what in _NAMED else (), room.names) for what, ids in told]
    number, _, rest = joined(parts).partition(" ")
    return f"{number} of {people.stayers:,} by name {verb} {rest}.{_moves(people)}"


def _moves(people: People) -> str:
    if not people.moves:
        return ""
    moves = f" {counted(people.moves, 'move')} between home teams"
    if people.fewest_moves >= people.moves:
        return f"{moves}, the fewest possible."
    return f"{moves}; {people.fewest_moves:,} would do."


def _unnamed(counts: Sequence[Count], room: Room) -> str:
    if not counts:
        return ""
    gaps = [each.after - each.before for each in counts]
    heads = max(sum(gap for gap in gaps if gap > 0), -sum(gap for gap in gaps if gap < 0))
    names = [f"{each.of} {shift(each.before, each.after)}" for each in counts]
    return f"{beside(f'{heads:,} more, not known by name', names, room.names)}."


def _coming(people: People, room: Room) -> str:
    kinds = (("joins", "join", people.joined), ("leaves", "leave", people.left))
    said = [
        beside(f"{len(ids):,} {one if len(ids) == 1 else many}", ids, room.names) for one, many, ids in kinds if ids
    ]
    return f"{joined(said) or 'Nobody joins or leaves'}."


def _positions(people: People) -> str:
    before, after = people.positions
    said = f"Positions {shift(before, after)} ({signed(after - before)})." if before != after else "Net positions 0."
    if people.vacancies[0] != people.vacancies[1]:
        said += f" Vacancies {shift(*people.vacancies)}."
    elif people.vacancies[1]:
        said += f" {counted(people.vacancies[1], 'vacancy', 'vacancies')} as before."
    return said


def _where(people: People, room: Room) -> str:
    kinds = (("level", people.by_level), ("location", people.by_location), ("role", people.by_role))
    return " ".join(filter(None, (_by(kind, counts, people, room) for kind, counts in kinds)))


def _by(kind: str, counts: Sequence[Count], people: People, room: Room) -> str:
    """Say where positions are more or fewer, and for how many that cannot be told."""
    unknown, word = people.unplaced.get(kind, 0), "place" if kind == "location" else kind
    if not counts:
        return f"By {word}: not known for {unknown:,}." if unknown else ""
    missing = f", not known for {unknown:,}" if unknown else ""
    return (
        f"By {word}: {few([f'{each.of} ({shift(each.before, each.after)})' for each in counts], room.names)}{missing}."
    )


def _ties(people: People) -> str:
    ties = people.ties
    if not any(ties):
        return "Working relationships: none known."
    return f"Working relationships: {ties.cut:,} cut, {ties.kept:,} kept, {ties.new:,} new."


def _again(people: People, room: Room) -> str:
    """Say who moves a second time within a short while; that nobody does is said only where it can be known."""
    if people.moved_again:
        last = {each.id: each.since for each in sorted(people.moved_again, key=lambda each: each.since)}
        names = [f"{id} {day(since)}" for id, since in sorted(last.items())]
        return f"Had moved not long before: {few(names, room.names)}."
    if people.history is None:
        return "Second move within a year: not known."
    return f"Second move within a year: nobody ({people.history})."
