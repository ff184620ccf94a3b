"""What a change says will be so, as a slot and its value: two values for one slot contradict each other."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from orgmodel.model import changes as c

Slot = tuple[str, str]
Claim = tuple[Slot, object]
Claims = Callable[[Any], Iterator[Claim]]


def claims(change: c.Change) -> Iterator[Claim]:
    """Yield what a change says will be so; one that only adds or takes away something small says nothing."""
    said = _CLAIMS.get(type(change))
    if said is not None:
        yield from said(change)


def in_words(slot: Slot) -> str:
    """Say what a slot is about."""
    what, id = slot
    return _WORDS[what].format(id=id)


def _ends(*teams: str) -> Iterator[Claim]:
    yield from ((("existence", team), "ends") for team in teams)


def _split(change: c.SplitTeam) -> Iterator[Claim]:
    yield from _ends(change.team)
    for id, part in change.into.items():
        yield from ((("owner", component), id) for component in part.components or ())
        yield from ((("place", member.person), id) for member in part.members or () if member.allocation is None)


def _dissolve(change: c.DissolveTeam) -> Iterator[Claim]:
    yield from _ends(change.team)


def _merge(change: c.MergeTeams) -> Iterator[Claim]:
    yield from _ends(*(team for team in change.teams if team != change.id))


def _create(change: c.CreateTeam) -> Iterator[Claim]:
    yield from ((("owner", component), change.id) for component in change.components or ())
    yield from ((("place", member.person), change.id) for member in change.members or () if member.allocation is None)


def _move_person(change: c.MovePerson) -> Iterator[Claim]:
    if change.source is None:
        yield ("place", change.person), change.to


def _manager(change: c.ChangeManager) -> Iterator[Claim]:
    yield from ((("manager", person), change.to) for person in change.person)


def _owner(change: c.HandOver) -> Iterator[Claim]:
    yield from ((("owner", component), change.to) for component in change.component)


_CLAIMS: Final[Mapping[type, Claims]] = {
    c.SplitTeam: _split,
    c.DissolveTeam: _dissolve,
    c.MergeTeams: _merge,
    c.CreateTeam: _create,
    c.RenameTeam: lambda change: iter([(("id", change.team), change.to)]),
    c.MoveTeam: lambda change: iter([(("parent", change.team), change.to)]),
    c.MovePerson: _move_person,
    c.ChangeManager: _manager,
    c.AppointLead: lambda change: iter([(("lead", change.team), change.person)]),
    c.AppointLeader: lambda change: iter([(("leader", change.initiative), change.person)]),
    c.HandOver: _owner,
    c.ChangeDecider: lambda change: iter([(("decider", change.decision), change.to)]),
    c.Leave: lambda change: iter([(("place", change.person), "leaves")]),
}

_WORDS: Final = {
    "existence": "what becomes of the team {id}",
    "id": "the new id of {id}",
    "parent": "the group of {id}",
    "place": "the team of {id}",
    "manager": "the manager of {id}",
    "owner": "the owner of {id}",
    "lead": "the lead of {id}",
    "leader": "the leader of {id}",
    "decider": "who decides on {id}",
}
