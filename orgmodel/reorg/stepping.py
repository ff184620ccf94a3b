"""Which steps of a plan can be undone."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any, Final

from orgmodel.graph import OrgGraph
from orgmodel.model import changes as c
from orgmodel.model.comparison import DoorStep
from orgmodel.model.doors import DOORS
from orgmodel.model.fields import Door
from orgmodel.model.teams import Team
from orgmodel.reorg.applying.apply import Applied, Done
from orgmodel.reorg.wording import in_words


def door_steps(applied: Applied, after: OrgGraph, doors: Mapping[str, Door]) -> tuple[DoorStep, ...]:
    """Return every step of a plan with whether it can be undone.

    Parameters
    ----------
    applied
        The plan as it was applied.
    after
        The organisation after it.
    doors
        The table: for each kind of step its door, where it differs from `DOORS`.
    """
    leading = {lead for team in after.org.teams.values() for lead in team.lead or ()}
    return tuple(step for done in applied.done for step in _steps(done, after, doors, leading))


def _steps(done: Done, after: OrgGraph, doors: Mapping[str, Door], leading: Collection[str]) -> Iterator[DoorStep]:
    change = done.planned.change
    judge = _STEPS.get(type(change))
    found = [*(judge(done, after) if judge else ("other",)), *_leads_taken(done, after, leading)]
    for step in dict.fromkeys(found):
        row = DOORS[step]
        yield DoorStep(done.wave, in_words(change), step, doors.get(step, row.door), row.why, done.planned.spot)


def _leads_taken(done: Done, after: OrgGraph, leading: Collection[str]) -> Iterator[str]:
    """Tell whether somebody who stays loses the lead of a team, and leads no other afterwards."""
    for (section, _), before, now, _ in done.written:
        if section == "teams" and isinstance(before, Team):
            still = (now.lead or ()) if isinstance(now, Team) else ()
            lost = (lead for lead in before.lead or () if lead not in still)
            if any(lead in after.org.people and lead not in leading for lead in lost):
                yield "take_lead"


def _dissolve(done: Done, after: OrgGraph) -> Iterator[str]:
    change: Any = done.planned.change
    receivers = [to for to in change.members_to or () if to in after.org.teams]
    yield "dissolve_scatter" if len(receivers) > 1 else "dissolve"


def _move_person(done: Done, after: OrgGraph) -> Iterator[str]:
    """Tell whether somebody who moves leaves a component behind that nobody else of its owner knows."""
    change: Any = done.planned.change
    left = {
        str(id)
        for (section, id), before, now, _ in done.written
        if section == "teams" and _has(before, change.person) and not _has(now, change.person)
    }
    owned = {component for team in left for component in after.components_of.get(team, ())}
    known = [after.org.components[component].experts or () for component in owned]
    alone = any(
        change.person in experts and not any(after.home_team(other) in left for other in experts) for experts in known
    )
    yield "last_expert" if alone else "move_person"


def _has(team: object, person: str) -> bool:
    if not isinstance(team, Team):
        return False
    return person in (team.lead or ()) or any(member.person == person for member in team.members or ())


def _hand_over(done: Done, after: OrgGraph) -> Iterator[str]:
    change: Any = done.planned.change
    for component in change.component:
        described = after.org.components.get(component)
        if described is None:
            continue
        owners = set(after.owning_teams(component))
        people = {person for team in owners for person in after.people_of(team)} | {change.to}
        yield "hand_over_known" if people & set(described.experts or ()) else "hand_over_unknown"


def _set(done: Done, after: OrgGraph) -> Iterator[str]:
    change: Any = done.planned.change
    yield "relocate" if change.kind == "person" and "location" in change.fields else "other"


def _always(step: str) -> Callable[[Done, OrgGraph], Iterator[str]]:
    return lambda done, after: iter((step,))


_STEPS: Final[Mapping[type, Callable[[Done, OrgGraph], Iterator[str]]]] = {
    c.CreateTeam: _always("create"),
    c.DissolveTeam: _dissolve,
    c.RenameTeam: _always("rename"),
    c.MoveTeam: _always("move_team"),
    c.SplitTeam: _always("split"),
    c.MergeTeams: _always("merge"),
    c.MovePerson: _move_person,
    c.MoveHeads: _always("move_person"),
    c.ChangeManager: _always("change_manager"),
    c.AppointLead: _always("change_manager"),
    c.Join: _always("join"),
    c.Leave: _always("leave"),
    c.HandOver: _hand_over,
    c.AddDependency: _always("dependency"),
    c.ChangeDependency: _always("dependency"),
    c.DropDependency: _always("dependency"),
    c.AddStep: _always("step"),
    c.DropStep: _always("step"),
    c.ChangeDecider: _always("step"),
    c.Set: _set,
}
