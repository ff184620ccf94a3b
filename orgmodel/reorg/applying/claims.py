"""What a change says will be so, as a slot and its value: two values for one slot contradict each other."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from orgmodel.model import changes as c
from orgmodel.model.fields import NOBODY, REST
from orgmodel.model.teams import Membership, Team

Slot = tuple[str, str]
Claim = tuple[Slot, object]
Claims = Callable[[Any], Iterator[Claim]]
LEAVES: Final = object()
"""What is said of the place of somebody who leaves; no team is called so."""


def claims(change: c.Change) -> Iterator[Claim]:
    """Yield what a change says will be so; one that only adds or takes away something small says nothing."""
    said = _CLAIMS.get(type(change))
    if said is not None:
        yield from said(change)


def in_words(slot: Slot, value: object) -> str:
    """Say what is said of a slot, as a clause."""
    what, id = slot
    template = _LEAVES if value is LEAVES else _WORDS[what]
    return template.format(id=id, value=value)


def ends(slot: Slot, value: object) -> bool:
    """Tell whether what is said of a slot means that its entity is not there any more, at least not under its id."""
    return slot[0] in ("existence", "id") or value is LEAVES


def _places(members: Iterable[Membership], team: str) -> Iterator[Claim]:
    yield from ((("place", member.person), team) for member in members if member.allocation is None)


def _team(stated: Team) -> Iterator[Claim]:
    """Yield what is said of a new team."""
    if stated.lead is not None:
        yield ("lead", stated.id), ", ".join(stated.lead) or NOBODY
    if stated.parent is not None:
        yield ("parent", stated.id), stated.parent
    yield from _places(stated.members or (), stated.id)


def _create(change: c.CreateTeam) -> Iterator[Claim]:
    yield from _team(change)
    yield from ((("owner", component), change.id) for component in change.components or ())


def _split(change: c.SplitTeam) -> Iterator[Claim]:
    yield ("existence", change.team), "is split"
    for id, part in change.into.items():
        yield from _team(part)
        yield from ((("owner", component), id) for component in part.components or ())


def _dissolve(change: c.DissolveTeam) -> Iterator[Claim]:
    yield ("existence", change.team), "is dissolved"
    for what, shares in (("place", change.members_to), ("owner", change.components_to)):
        for to, names in (shares or {}).items():
            yield from (((what, name), to) for name in names if name != REST)


def _merge(change: c.MergeTeams) -> Iterator[Claim]:
    yield from ((("existence", team), f"becomes part of {change.id}") for team in change.teams if team != change.id)
    yield from _team(change)


def _move_person(change: c.MovePerson) -> Iterator[Claim]:
    if change.source is None:
        yield ("place", change.person), change.to


def _join(change: c.Join) -> Iterator[Claim]:
    if change.team is not None:
        yield ("place", change.id), change.team


def _managers(change: c.ChangeManager) -> Iterator[Claim]:
    yield from ((("manager", person), change.to) for person in change.person)


def _owners(change: c.HandOver) -> Iterator[Claim]:
    yield from ((("owner", component), change.to) for component in change.component)


_CLAIMS: Final[Mapping[type, Claims]] = {
    c.SplitTeam: _split,
    c.DissolveTeam: _dissolve,
    c.MergeTeams: _merge,
    c.CreateTeam: _create,
    c.RenameTeam: lambda change: iter([(("id", change.team), change.to)]),
    c.MoveTeam: lambda change: iter([(("parent", change.team), change.to)]),
    c.MovePerson: _move_person,
    c.ChangeManager: _managers,
    c.AppointLead: lambda change: iter([(("lead", change.team), change.person)]),
    c.AppointLeader: lambda change: iter([(("leader", change.initiative), change.person)]),
    c.HandOver: _owners,
    c.ChangeDecider: lambda change: iter([(("decider", change.decision), change.to)]),
    c.Join: _join,
    c.Leave: lambda change: iter([(("place", change.person), LEAVES)]),
}

_LEAVES: Final = "{id} leaves"
_WORDS: Final = {
    "existence": "{id} {value}",
    "id": "{id} is called {value}",
    "parent": "{id} hangs below {value}",
    "place": "{id} goes to {value}",
    "manager": "{id} reports to {value}",
    "owner": "{id} goes to {value}",
    "lead": "{id} is led by {value}",
    "leader": "{id} is led by {value}",
    "decider": "{value} decides on {id}",
}
