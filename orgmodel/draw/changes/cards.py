"""Makes the cards: one for each team at each of its places."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from orgmodel.draw.changes.fates import Fates
from orgmodel.draw.changes.findings import badge_of
from orgmodel.draw.changes.people import People
from orgmodel.draw.changes.values import Block, Card, Mark, Pair
from orgmodel.draw.changes.words import number

_LONG: Final = 200
"""Longer names are cut in tooltips, where nothing else cuts them."""


class Placed(NamedTuple):
    """A card, the group that it stands in, and how much it matters."""

    home: str | None
    card: Card
    weight: float = 0.0


def cards_of(fates: Fates, people: People, id: str) -> Iterator[Placed]:
    """Yield the cards of a team or group.

    A group has a head in the place of a card; only where it has moved away does a card say so.
    """
    sides, mark = fates.sides, fates.mark(id)
    inside = id in sides.containers
    weight = fates.weight(id)
    if inside and id in fates.moved:
        yield Placed(fates.moved[id][0], _ghost(fates, people, id, to=None), weight)
    if inside and not sides.is_team(id):
        return
    if not inside and id in fates.moved:
        yield Placed(fates.moved[id][0], _ghost(fates, people, id, to=f"team:{id}"), weight)
    home = sides.home(id, before=mark == "removed")
    yield Placed(home, _card(fates, id, _of_card(fates, id, mark) if inside else mark), weight)


def _of_card(fates: Fates, id: str, mark: Mark) -> Mark:
    """Return the mark of a team that has a head as well: that it has moved is said there."""
    if mark == "moved-here":
        return "resized" if fates.resized(id) else "changed"
    return mark


def _card(fates: Fates, id: str, mark: Mark) -> Card:
    pair, name = Pair(*fates.sides.sizes(id)), fates.sides.name(id)
    lines = fates.lines(id)
    found = fates.turned.of_team(id)
    size = pair.before if mark == "removed" else pair.after
    return Card(
        id=f"team:{id}",
        entity=id,
        name=name,
        mark=mark,
        lines=lines,
        size=number(size),
        people=pair,
        badges=tuple(badge_of(each) for each in found),
        tooltip="\n".join([_named(name, id), *lines, *(f"{each[0]}: {each[1].message}" for each in found)]),
    )


def _ghost(fates: Fates, people: People, id: str, *, to: str | None) -> Card:
    """Return the card at the old place of what has moved."""
    name, (_, there) = fates.sides.name(id), fates.moved[id]
    line = f"to {fates.place(there)}"
    is_team = fates.sides.is_team(id)
    before = fates.sides.sizes(id)[0] if is_team else people.of(id).before
    return Card(
        id=f"ghost:{id}",
        entity=id,
        name=name,
        mark="moved-away",
        lines=(line,) if is_team else (f"{line}, with all below it",),
        size=number(before),
        people=Pair(before, None),
        to=to,
        tooltip=f"{_named(name, id)}\n{line}",
    )


def head_of(fates: Fates, id: str | None, pair: Pair, *, said: str) -> Block:
    """Return the head of a group: its name, its people, and what changes of it."""
    if id is None:
        name = "In no group"
        return Block(id=None, name=name, mark="unchanged", size=said, people=pair, tooltip=name)
    mark, name = fates.mark(id), fates.sides.name(id)
    own = fates.sides.is_team(id)
    found = () if own else fates.turned.of_team(id)
    # What changes of a group that is a team as well is told by its card, but for where it hangs.
    lines = (
        tuple(fates.lines(id))
        if not own
        else ((f"from {fates.place(fates.moved[id][0])}",) if id in fates.moved else ())
    )
    return Block(
        id=id,
        name=name,
        mark=mark if lines or found or mark in ("added", "removed") else "unchanged",
        size=said,
        people=pair,
        lines=lines,
        badges=tuple(badge_of(each) for each in found),
        tooltip="\n".join([_named(name, id), said, *lines, *(f"{each[0]}: {each[1].message}" for each in found)]),
    )


def _named(name: str, id: str) -> str:
    shown = [text if len(text) <= _LONG else f"{text[:_LONG]}…" for text in (name, id)]
    return shown[0] if name == id else f"{shown[0]} ({shown[1]})"
