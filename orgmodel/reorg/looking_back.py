"""Whether what a plan says is so in an organisation, change by change."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from typing import Any, Final, NamedTuple

from orgmodel.graph import OrgGraph
from orgmodel.model import changes as c
from orgmodel.model.dependencies import Dependency
from orgmodel.model.fields import NOBODY
from orgmodel.model.organisation import SECTION_OF_KIND, Org
from orgmodel.model.review import Kept
from orgmodel.reorg.wording import named


class Now(NamedTuple):
    """Whether a change is done, and what is so now, in a few words."""

    state: Kept
    words: str = ""


def kept(change: c.Change, graph: OrgGraph) -> Now:
    """Return whether what a change was to bring about is so now.

    A team that has another id since, and says so with `renamed_from`, counts as the same.
    """
    return _LOOK[type(change)](change, _Seen(graph))


class _Seen:
    """An organisation in which teams are also found by the ids they had."""

    def __init__(self, graph: OrgGraph) -> None:
        self.graph, self.org = graph, graph.org
        self._renamed = _earlier_ids(graph.org)

    def team(self, id: str) -> str:
        """Return the present id of a team."""
        return id if id in self.org.teams else self._renamed.get(id, id)

    def has_team(self, id: str) -> bool:
        """Tell whether a team is there under the id it has now."""
        return self.team(id) in self.org.teams

    def places(self, person: str) -> tuple[str, ...]:
        """Return the teams a person is in."""
        return tuple(place.team for place in self.graph.memberships.places_of(person))


def _earlier_ids(org: Org) -> dict[str, str]:
    return {old: id for id, team in sorted(org.teams.items()) for old in team.renamed_from or ()}


def _state(*, done: bool) -> Kept:
    return "done" if done else "not done"


def _is_there(seen: _Seen, ids: Iterable[str]) -> Now:
    missing = [id for id in ids if not seen.has_team(id)]
    return Now(_state(done=not missing), f"{named(missing)} not there" if missing else "")


def _is_gone(seen: _Seen, ids: Iterable[str]) -> Now:
    left = [id for id in ids if id in seen.org.teams]
    return Now(_state(done=not left), f"{named(left)} still there" if left else "")


def _create_team(change: c.CreateTeam, seen: _Seen) -> Now:
    if not seen.has_team(change.id):
        return Now("not done", "no such team")
    people = [member.person for member in change.members or ()]
    there = set(seen.graph.people_of(seen.team(change.id)))
    away = [person for person in people if person not in there]
    return Now(_state(done=not away), f"there, without {named(away)}" if away else "")


def _dissolve_team(change: c.DissolveTeam, seen: _Seen) -> Now:
    return _is_gone(seen, [change.team])


def _rename_team(change: c.RenameTeam, seen: _Seen) -> Now:
    return _is_there(seen, [change.to])


def _move_team(change: c.MoveTeam, seen: _Seen) -> Now:
    if not seen.has_team(change.team):
        return Now("unknown", f"{change.team} is not there any more")
    parent = seen.graph.parent_of(seen.team(change.team)) or NOBODY
    return Now(_state(done=parent == seen.team(change.to)), f"it hangs below {parent}")


def _split_team(change: c.SplitTeam, seen: _Seen) -> Now:
    found = _is_there(seen, change.into)
    return found if found.state != "done" or change.team in change.into else _is_gone(seen, [change.team])


def _merge_teams(change: c.MergeTeams, seen: _Seen) -> Now:
    found = _is_there(seen, [change.id])
    return found if found.state != "done" else _is_gone(seen, (id for id in change.teams if id != change.id))


def _move_person(change: c.MovePerson, seen: _Seen) -> Now:
    if change.person not in seen.org.people:
        return Now("unknown", f"{change.person} is not there any more")
    places = seen.places(change.person)
    done = seen.team(change.to) in places and change.source not in places
    return Now(_state(done=done), f"{change.person} is in {named(places) or 'no team'}")


def _move_heads(change: c.MoveHeads, seen: _Seen) -> Now:
    size = seen.graph.size(seen.team(change.to)) if seen.has_team(change.to) else None
    return Now(
        "unknown", "people without names cannot be told apart" if size is None else f"{change.to} has {size} people"
    )


def _change_manager(change: c.ChangeManager, seen: _Seen) -> Now:
    others = {person: seen.graph.manager_of(person) for person in change.person if person in seen.org.people}
    wrong = {person: manager for person, manager in others.items() if manager != change.to}
    if not others:
        return Now("unknown", f"{named(change.person)} not there any more")
    said = named(f"{person} reports to {manager or 'somebody not known'}" for person, manager in wrong.items())
    return Now(_state(done=not wrong), said)


def _appoint_lead(change: c.AppointLead, seen: _Seen) -> Now:
    if not seen.has_team(change.team):
        return Now("unknown", f"{change.team} is not there any more")
    leads = seen.org.teams[seen.team(change.team)].lead
    wanted = () if change.person == NOBODY else (change.person,)
    return Now(_state(done=leads == wanted), f"led by {named(leads or ()) or NOBODY}")


def _appoint_leader(change: c.AppointLeader, seen: _Seen) -> Now:
    initiative = seen.org.initiatives.get(change.initiative)
    if initiative is None:
        return Now("unknown", f"{change.initiative} is not there any more")
    leaders = {leader.person: leader.allocation for leader in initiative.leader or ()}
    wanted = set() if change.person == NOBODY else {change.person}
    share = leaders.get(change.person)
    enough = change.allocation is None or share is None or share >= change.allocation
    said = named(name if part is None else f"{name} ({part:.0%})".replace("%", " %") for name, part in leaders.items())
    return Now(_state(done=set(leaders) == wanted and enough), f"led by {said or NOBODY}")


def _hand_over(change: c.HandOver, seen: _Seen) -> Now:
    there = [id for id in change.component if id in seen.org.components]
    if not there:
        return Now("unknown", f"{named(change.component)} not there any more")
    owners = {id: tuple(owner for _, owner in seen.graph.owners_of(id)) for id in there}
    wanted = () if change.to == NOBODY else (seen.team(change.to),)
    wrong = {id: found for id, found in owners.items() if found != wanted}
    said = named(f"{id} belongs to {named(found) or NOBODY}" for id, found in wrong.items())
    return Now(_state(done=not wrong), said)


def _declared(change: Any, seen: _Seen) -> list[Dependency]:
    ends = seen.team(change.source), seen.team(change.target)
    return [each for each in seen.org.dependencies if (each.source, each.target) == ends]


def _add_dependency(change: c.AddDependency, seen: _Seen) -> Now:
    return Now(_state(done=any(each.kind == change.kind for each in _declared(change, seen))))


def _change_dependency(change: c.ChangeDependency, seen: _Seen) -> Now:
    wanted = {name: getattr(change, name) for name in ("kind", "mode", "strength", "blocking", "until")}
    stated = {name: value for name, value in wanted.items() if value is not None}
    declared = _declared(change, seen)
    done = any(all(getattr(each, name) == value for name, value in stated.items()) for each in declared)
    return Now(_state(done=done), named(each.kind or "kind not stated" for each in declared))


def _drop_dependency(change: c.DropDependency, seen: _Seen) -> Now:
    left = [each for each in _declared(change, seen) if change.kind in (None, each.kind)]
    return Now(_state(done=not left), "still declared" if left else "")


def _asked(decision: str, seen: _Seen) -> tuple[str, ...] | None:
    described: Any = seen.org.decisions.get(decision) or seen.org.initiatives.get(decision)
    return None if described is None else tuple(step.by for step in described.steps or ())


def _add_step(change: c.AddStep, seen: _Seen) -> Now:
    asked = _asked(change.decision, seen)
    return Now("unknown") if asked is None else Now(_state(done=change.by in asked), f"asked: {named(asked) or NOBODY}")


def _drop_step(change: c.DropStep, seen: _Seen) -> Now:
    asked = _asked(change.decision, seen)
    return (
        Now("unknown")
        if asked is None
        else Now(_state(done=change.by not in asked), f"asked: {named(asked) or NOBODY}")
    )


def _change_decider(change: c.ChangeDecider, seen: _Seen) -> Now:
    decision = seen.org.decisions.get(change.decision)
    if decision is None:
        return Now("unknown", f"{change.decision} is not there any more")
    return Now(_state(done=decision.decider == change.to), f"decided by {decision.decider or 'somebody not known'}")


def _join(change: c.Join, seen: _Seen) -> Now:
    person = seen.org.people.get(change.id)
    done = person is not None and person.status != "vacant"
    return Now(_state(done=done), "still vacant" if person is not None and not done else "")


def _leave(change: c.Leave, seen: _Seen) -> Now:
    there = change.person in seen.org.people
    return Now(_state(done=not there), "still there" if there else "")


def _set(change: c.Set, seen: _Seen) -> Now:
    entity: Any = seen.org.organisation if change.kind == "organisation" else seen.org.entity(change.kind, change.id)
    if entity is None:
        return Now("unknown", f"{change.id} is not there any more")
    known = {field.name for field in fields(entity)}
    other = [name for name in change.fields if name in known and getattr(entity, name) != getattr(change.given, name)]
    return Now(
        _state(done=not other), f"{named(other)} {'is' if len(other) == 1 else 'are'} otherwise" if other else ""
    )


def _is_described(change: c.Create | c.Remove, seen: _Seen) -> bool:
    return change.id in seen.org.section(SECTION_OF_KIND[change.kind])


_LOOK: Final[Mapping[type, Callable[[Any, _Seen], Now]]] = {
    c.CreateTeam: _create_team,
    c.DissolveTeam: _dissolve_team,
    c.RenameTeam: _rename_team,
    c.MoveTeam: _move_team,
    c.SplitTeam: _split_team,
    c.MergeTeams: _merge_teams,
    c.MovePerson: _move_person,
    c.MoveHeads: _move_heads,
    c.ChangeManager: _change_manager,
    c.AppointLead: _appoint_lead,
    c.Join: _join,
    c.Leave: _leave,
    c.AppointLeader: _appoint_leader,
    c.HandOver: _hand_over,
    c.AddDependency: _add_dependency,
    c.ChangeDependency: _change_dependency,
    c.DropDependency: _drop_dependency,
    c.AddStep: _add_step,
    c.DropStep: _drop_step,
    c.ChangeDecider: _change_decider,
    c.Set: _set,
    c.Create: lambda change, seen: Now(_state(done=_is_described(change, seen))),
    c.Remove: lambda change, seen: Now(_state(done=not _is_described(change, seen))),
}
