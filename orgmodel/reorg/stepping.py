"""Which steps of a plan can be undone."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any, Final, NamedTuple

from orgmodel.graph import OrgGraph
from orgmodel.model import changes as c
from orgmodel.model.comparison import DoorStep
from orgmodel.model.components import Component
from orgmodel.model.doors import DOORS
from orgmodel.model.fields import Door
from orgmodel.model.teams import Team
from orgmodel.reorg.applying.apply import Applied, Done
from orgmodel.reorg.wording import in_words


class _After(NamedTuple):
    """The organisation after the plan, and who leads a team in it."""

    graph: OrgGraph
    leading: Collection[str]


Judge = Callable[[Done, _After], Iterator[str]]


def door_steps(applied: Applied, after: OrgGraph, doors: Mapping[str, Door]) -> tuple[DoorStep, ...]:
    """Return every step of a plan with whether it can be undone.

    A change that does several things is several steps: a split that hands a component over to people who do not know it
    and takes somebody's team away can be undone in neither of both.

    Parameters
    ----------
    applied
        The plan as it was applied.
    after
        The organisation after it.
    doors
        The table: for each kind of step its door, where it differs from `DOORS`.
    """
    leading = frozenset(lead for team in after.org.teams.values() for lead in team.lead or ())
    whole = _After(after, leading)
    return tuple(step for done in applied.done for step in _steps(done, whole, doors))


def _steps(done: Done, after: _After, doors: Mapping[str, Door]) -> Iterator[DoorStep]:
    change = done.planned.change
    judge = _STEPS.get(type(change))
    own = judge(done, after) if judge else ("other",)
    for step in dict.fromkeys((*own, *_besides(done, after))):
        row = DOORS[step]
        yield DoorStep(done.wave, in_words(change), step, doors.get(step, row.door), row.why, done.planned.spot)


# --- what any change may do besides

_COMPOSITE: Final = (c.CreateTeam, c.SplitTeam, c.DissolveTeam, c.MergeTeams)
"""Changes that hand components over among other things."""


def _besides(done: Done, after: _After) -> Iterator[str]:
    """Tell what cannot be undone in what a change did to teams and components."""
    if any(_loses_lead(before, now, after) for before, now in _written(done, Team)):
        yield "take_lead"
    if isinstance(done.planned.change, _COMPOSITE) and _hands_over_unknown(done, after):
        yield "hand_over_unknown"
    if isinstance(done.planned.change, c.CreateTeam | c.MovePerson) and _takes_the_last_expert(done, after):
        yield "last_expert"


def _written(done: Done, kind: type) -> Iterator[tuple[Any, Any]]:
    """Yield the entities of a kind that a change wrote, before and after it."""
    first: dict[Any, Any] = {}
    last: dict[Any, Any] = {}
    for key, before, now, _ in done.written:
        if isinstance(before, kind) or isinstance(now, kind):
            first.setdefault(key, before)
            last[key] = now
    yield from ((first[key], last[key]) for key in first)


def _loses_lead(before: Team | None, now: Team | None, after: _After) -> bool:
    """Tell whether somebody no longer leads a team, and leads no other afterwards, though they are still there."""
    led = (before.lead or ()) if before else ()
    leads = (now.lead or ()) if now else ()
    people = after.graph.org.people
    return any(
        lead in people and people[lead].status != "vacant" and lead not in leads and lead not in after.leading
        for lead in led
    )


def _hands_over_unknown(done: Done, after: _After) -> bool:
    """Tell whether a component goes from people who know it to others of whom it is known that they do not."""
    teams = {before.id: before for before, _ in _written(done, Team) if before is not None}
    for before, now in _written(done, Component):
        described = after.graph.org.components.get(before.id) if before and now and now.owner else None
        if described is None or described.experts is None or before.owner == now.owner:
            continue
        left = [_people(teams[owner.team]) for owner in before.owner or () if owner.team in teams]
        knew = not left or any(not people.isdisjoint(described.experts) for people in left)
        if knew and not _knows(after.graph, described, now):
            return True
    return False


def _knows(graph: OrgGraph, described: Component, handed: Component) -> bool:
    owners = {owner.team for owner in handed.owner or ()} | set(graph.owning_teams(described.id))
    people = {person for team in owners if team in graph.org.teams for person in graph.people_of(team)} | owners
    return not people.isdisjoint(described.experts or ())


def _takes_the_last_expert(done: Done, after: _After) -> bool:
    """Tell whether somebody who moves leaves a component behind that nobody else of its owner knows."""
    for before, now in _written(done, Team):
        gone = _people(before) - _people(now)
        for component in after.graph.components_of.get(before.id, ()) if gone and before else ():
            experts = after.graph.org.components[component].experts or ()
            if not gone.isdisjoint(experts) and all(after.graph.home_team(each) != before.id for each in experts):
                return True
    return False


def _people(team: Team | None) -> set[str]:
    return {*(member.person for member in team.members or ()), *(team.lead or ())} if team else set()


# --- what a change is


def _dissolve(done: Done, after: _After) -> Iterator[str]:
    change: Any = done.planned.change
    receivers = {to for to, names in (change.members_to or {}).items() if names}
    if not receivers:
        was = next((before for before, _ in _written(done, Team) if before and before.id == change.team), None)
        receivers = {home for person in _people(was) if (home := after.graph.home_team(person)) is not None}
    yield "dissolve_scatter" if len(receivers) > 1 else "dissolve"


def _hand_over(done: Done, after: _After) -> Iterator[str]:
    for _, component in _written(done, Component):
        described = after.graph.org.components.get(component.id)
        if described is not None:
            yield "hand_over_known" if _knows(after.graph, described, component) else "hand_over_unknown"


def _move_person(done: Done, after: _After) -> Iterator[str]:
    if not _takes_the_last_expert(done, after):
        yield "move_person"


def _appoint_lead(done: Done, after: _After) -> Iterator[str]:
    if not any(_loses_lead(before, now, after) for before, now in _written(done, Team)):
        yield "change_manager"


def _any(done: Done, after: _After) -> Iterator[str]:
    change: Any = done.planned.change
    if isinstance(change, c.Set):
        steps = [_SET.get((change.kind, field), "other") for field in change.fields]
        yield from dict.fromkeys(steps)
    else:
        yield _MADE.get((type(change), change.kind), "other")


_SET: Final[Mapping[tuple[str, str], str]] = {
    ("person", "location"): "relocate",
    ("person", "manager"): "change_manager",
    ("team", "parent"): "move_team",
}
_MADE: Final[Mapping[tuple[type, str], str]] = {
    (c.Create, "person"): "join",
    (c.Create, "team"): "create",
    (c.Remove, "person"): "leave",
    (c.Remove, "team"): "dissolve",
}


def _always(step: str) -> Judge:
    return lambda done, after: iter((step,))


_STEPS: Final[Mapping[type, Judge]] = {
    c.CreateTeam: _always("create"),
    c.DissolveTeam: _dissolve,
    c.RenameTeam: _always("rename"),
    c.MoveTeam: _always("move_team"),
    c.SplitTeam: _always("split"),
    c.MergeTeams: _always("merge"),
    c.MovePerson: _move_person,
    c.MoveHeads: _always("move_person"),
    c.ChangeManager: _always("change_manager"),
    c.AppointLead: _appoint_lead,
    c.Join: _always("join"),
    c.Leave: _always("leave"),
    c.HandOver: _hand_over,
    c.AddDependency: _always("dependency"),
    c.ChangeDependency: _always("dependency"),
    c.DropDependency: _always("dependency"),
    c.AddStep: _always("step"),
    c.DropStep: _always("step"),
    c.ChangeDecider: _always("step"),
    c.Set: _any,
    c.Create: _any,
    c.Remove: _any,
}
