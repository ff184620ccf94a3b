"""The opposite of a change, for those that have one."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any, Final

from orgmodel.model import changes as c
from orgmodel.model.components import Component
from orgmodel.model.decisions import Decision, Step
from orgmodel.model.entity import Detail
from orgmodel.model.fields import NOBODY
from orgmodel.model.initiatives import Initiative
from orgmodel.model.people import Person
from orgmodel.model.teams import Team

Before = Mapping[tuple[str, str | int], Detail | None]


def opposite(change: c.Change, before: Before) -> c.Change | None:
    """Return the change that undoes most of a change; None if there is none in the same words.

    Parameters
    ----------
    before
        What stood under each key that the change wrote.
    """
    known = _OPPOSITES.get(type(change))
    found: c.Change | None = known(change, before) if known else None
    return found


def _rename_team(change: c.RenameTeam, before: Before) -> c.Change:
    return c.RenameTeam(team=change.to, to=change.team)


def _move_team(change: c.MoveTeam, before: Before) -> c.Change | None:
    team = before.get(("teams", change.team))
    parent = team.parent if isinstance(team, Team) else None
    return c.MoveTeam(team=change.team, to=parent or NOBODY, reports=change.reports)


def _move_person(change: c.MovePerson, before: Before) -> c.Change | None:
    left = [id for (section, id), team in before.items() if section == "teams" and _had(team, change.person)]
    if len(left) != 1:
        return None
    return c.MovePerson(person=change.person, source=change.to, to=str(left[0]), reports=change.reports)


def _had(team: Detail | None, person: str) -> bool:
    return isinstance(team, Team) and any(member.person == person for member in team.members or ())


def _move_heads(change: c.MoveHeads, before: Before) -> c.Change:
    return c.MoveHeads(source=change.to, to=change.source, count=change.count)


def _change_manager(change: c.ChangeManager, before: Before) -> c.Change | None:
    people = [before.get(("people", person)) for person in change.person]
    managers = {person.manager for person in people if isinstance(person, Person)}
    manager = next(iter(managers)) if len(managers) == 1 else None
    return c.ChangeManager(person=change.person, to=manager) if manager is not None else None


def _appoint_lead(change: c.AppointLead, before: Before) -> c.Change | None:
    team = before.get(("teams", change.team))
    leads = team.lead if isinstance(team, Team) else None
    if leads is None or len(leads) > 1:
        return None
    return c.AppointLead(team=change.team, person=leads[0] if leads else NOBODY, reports=change.reports)


def _appoint_leader(change: c.AppointLeader, before: Before) -> c.Change | None:
    initiative = before.get(("initiatives", change.initiative))
    leaders = initiative.leader if isinstance(initiative, Initiative) else None
    if leaders is None or len(leaders) > 1:
        return None
    if not leaders:
        return c.AppointLeader(initiative=change.initiative, person=NOBODY)
    return c.AppointLeader(initiative=change.initiative, person=leaders[0].person, allocation=leaders[0].allocation)


def _hand_over(change: c.HandOver, before: Before) -> c.Change | None:
    components = [before.get(("components", component)) for component in change.component]
    owners = {_only_owner(component) for component in components}
    owner = next(iter(owners)) if len(owners) == 1 else None
    return c.HandOver(component=change.component, to=owner) if owner is not None else None


def _only_owner(component: Detail | None) -> str | None:
    if not isinstance(component, Component) or component.owner is None or len(component.owner) > 1:
        return None
    return component.owner[0].team if component.owner else NOBODY


def _add_dependency(change: c.AddDependency, before: Before) -> c.Change:
    return c.DropDependency(source=change.source, target=change.target, kind=change.kind, at=change.at)


def _add_step(change: c.AddStep, before: Before) -> c.Change:
    return c.DropStep(decision=change.decision, by=change.by)


def _drop_step(change: c.DropStep, before: Before) -> c.Change | None:
    found = [(each, entity) for each, entity in before.items() if isinstance(entity, Decision | Initiative)]
    steps = (found[0][1].steps or ()) if len(found) == 1 else ()
    dropped = [(at, step) for at, step in enumerate(steps) if step.by == change.by]
    if len(dropped) != 1:
        return None
    at, step = dropped[0]
    stated = {field.name: getattr(step, field.name) for field in fields(Step)}
    return c.AddStep(**stated, decision=change.decision, at=at if at < len(steps) - 1 else None)


def _change_decider(change: c.ChangeDecider, before: Before) -> c.Change | None:
    decision = before.get(("decisions", change.decision))
    decider = decision.decider if isinstance(decision, Decision) else None
    return c.ChangeDecider(decision=change.decision, to=decider) if decider is not None else None


_OPPOSITES: Final[Mapping[type, Callable[[Any, Before], c.Change | None]]] = {
    c.RenameTeam: _rename_team,
    c.MoveTeam: _move_team,
    c.MovePerson: _move_person,
    c.MoveHeads: _move_heads,
    c.ChangeManager: _change_manager,
    c.AppointLead: _appoint_lead,
    c.AppointLeader: _appoint_leader,
    c.HandOver: _hand_over,
    c.AddDependency: _add_dependency,
    c.AddStep: _add_step,
    c.DropStep: _drop_step,
    c.ChangeDecider: _change_decider,
    c.Join: lambda change, before: c.Leave(person=change.id),
}
