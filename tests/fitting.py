"""Strategies for changes that mostly fit the organisation they are drawn for, as a plan that was thought about does."""

from collections.abc import Callable, Iterable
from typing import Any, Final

from hypothesis import strategies as st

from orgmodel.model import changes as c
from orgmodel.model.fields import NOBODY, REST, DependencyKind
from orgmodel.model.organisation import Org
from orgmodel.model.teams import Membership, Team

Draw = st.DrawFn
NEW_TEAMS: Final = ("new-one", "new-two", "new-three")
_SAID: Final[tuple[c.Reports | None, ...]] = (None, "follow", "stay")
_REPORTS: Final = st.sampled_from(_SAID)
_KINDS: Final[tuple[DependencyKind, ...]] = ("api", "approval", "event")


@st.composite
def fitting_changes(draw: Draw, org: Org) -> c.Change | None:
    """Draw a change of what is really there; None where the organisation has too little for it."""
    makers: list[Callable[[Draw, Org], c.Change | None]] = [
        _create,
        _dissolve,
        _rename,
        _move_team,
        _split,
        _merge,
        _move_person,
        _move_heads,
        _appoint,
        _leave,
        _hand_over,
        _dependency,
        _step,
    ]
    return draw(st.sampled_from(makers))(draw, org)


def _one(draw: Draw, known: Iterable[str]) -> str | None:
    """Draw one of what is known; None of nothing."""
    ids = sorted(known)
    return draw(st.sampled_from(ids)) if ids else None


def _some(draw: Draw, known: Iterable[Any]) -> tuple[Any, ...]:
    items = list(known)
    return tuple(draw(st.lists(st.sampled_from(items), unique=True, max_size=3))) if items else ()


def _people(team: Team) -> list[str]:
    return list(dict.fromkeys((*(member.person for member in team.members or ()), *(team.lead or ()))))


def _owned(org: Org, team: str) -> list[str]:
    named = (f"team:{team}", team)
    return [id for id, each in org.components.items() if any(owner.team in named for owner in each.owner or ())]


def _create(draw: Draw, org: Org) -> c.Change:
    members = tuple(Membership(person=person) for person in _some(draw, org.people))
    return c.CreateTeam(
        id=draw(st.sampled_from([*NEW_TEAMS, *org.people])),
        lead=_some(draw, org.people)[:1] or None,
        members=members,
        parent=_one(draw, org.teams),
        components=_some(draw, org.components) or None,
        reports=draw(_REPORTS),
    )


def _dissolve(draw: Draw, org: Org) -> c.Change | None:
    team = _one(draw, org.teams)
    others = [id for id in org.teams if id != team]
    if team is None:
        return None
    return c.DissolveTeam(
        team=team,
        members_to=_shares(draw, others, _people(org.teams[team])),
        components_to=_shares(draw, others, _owned(org, team)),
        teams_to=_one(draw, [*others, NOBODY]) if draw(st.booleans()) else None,
        reports=draw(_REPORTS),
    )


def _shares(draw: Draw, receivers: list[str], names: list[str]) -> dict[str, tuple[str, ...]] | None:
    """Share names out among teams, some of them as the rest."""
    if not receivers:
        return None
    goes: dict[str, tuple[str, ...]] = {}
    for name in names:
        to = _one(draw, receivers)
        if to is not None and draw(st.booleans()):
            goes[to] = (*goes.get(to, ()), name)
    if draw(st.booleans()):
        to = receivers[0]
        goes[to] = (*goes.get(to, ()), REST)
    return goes


def _rename(draw: Draw, org: Org) -> c.Change | None:
    team = _one(draw, org.teams)
    to = draw(st.sampled_from([*NEW_TEAMS, *org.people]))
    return c.RenameTeam(team=team, to=to, name=draw(st.sampled_from([None, "New"]))) if team is not None else None


def _move_team(draw: Draw, org: Org) -> c.Change | None:
    team = _one(draw, org.teams)
    to = draw(st.sampled_from([*sorted(org.teams), NOBODY]))
    return c.MoveTeam(team=team, to=to, reports=draw(_REPORTS)) if team is not None else None


def _split(draw: Draw, org: Org) -> c.Change | None:
    id = _one(draw, org.teams)
    if id is None:
        return None
    team, ids = org.teams[id], draw(st.sampled_from([NEW_TEAMS[:2], (id, NEW_TEAMS[0]), (*NEW_TEAMS[:2], id)]))
    members, components = _dealt(draw, _people(team), ids), _dealt(draw, _owned(org, id), ids)
    children = _dealt(draw, [each.id for each in org.teams.values() if each.parent == id], ids)
    counted = team.members is None and team.headcount is not None
    return c.SplitTeam(
        team=id,
        into={
            part: c.Part(
                id=part,
                lead=_some(draw, members[part])[:1] or None,
                members=tuple(Membership(person=person) for person in members[part]) or None,
                components=tuple(components[part]) or None,
                teams=tuple(children[part]) or None,
                heads=draw(st.integers(0, (team.headcount or 0) // len(ids))) if counted else None,
            )
            for part in ids
        },
        reports=draw(_REPORTS),
    )


def _dealt(draw: Draw, names: list[str], parts: tuple[str, ...]) -> dict[str, list[str]]:
    """Deal names out to parts; a few go to none."""
    dealt: dict[str, list[str]] = {part: [] for part in parts}
    for name in names:
        part = draw(st.sampled_from([*parts, *parts, ""]))
        if part:
            dealt[part].append(name)
    return dealt


def _merge(draw: Draw, org: Org) -> c.Change | None:
    if len(org.teams) < 2:
        return None
    teams = tuple(draw(st.lists(st.sampled_from(sorted(org.teams)), min_size=2, max_size=3, unique=True)))
    into = draw(st.sampled_from([*teams, *NEW_TEAMS]))
    return c.MergeTeams(
        id=into, teams=teams, lead=_some(draw, org.people)[:1] or None, parent=None, reports=draw(_REPORTS)
    )


def _move_person(draw: Draw, org: Org) -> c.Change | None:
    source = _one(draw, (id for id, team in org.teams.items() if _people(team)))
    listing = [id for id, team in org.teams.items() if team.members is not None or team.headcount is None]
    to = _one(draw, (id for id in listing if id != source))
    if source is None or to is None:
        return None
    person = draw(st.sampled_from(_people(org.teams[source])))
    return c.MovePerson(
        person=person,
        source=draw(st.sampled_from([source, source, None])),
        to=to,
        allocation=draw(st.sampled_from([None, 0.5])),
        reports=draw(_REPORTS),
    )


def _move_heads(draw: Draw, org: Org) -> c.Change | None:
    source = _one(draw, (id for id, team in org.teams.items() if team.headcount))
    to = _one(draw, (id for id in org.teams if id != source))
    if source is None or to is None:
        return None
    return c.MoveHeads(source=source, to=to, count=draw(st.integers(1, org.teams[source].headcount or 1)))


def _appoint(draw: Draw, org: Org) -> c.Change | None:
    team, person = _one(draw, org.teams), draw(st.sampled_from([*sorted(org.people), NOBODY]))
    return c.AppointLead(team=team, person=person, reports=draw(_REPORTS)) if team is not None else None


def _leave(draw: Draw, org: Org) -> c.Change | None:
    person = _one(draw, org.people)
    to = draw(st.sampled_from([None, None, *sorted(org.people)]))
    return c.Leave(person=person, reports_to=to) if person is not None else None


def _hand_over(draw: Draw, org: Org) -> c.Change | None:
    component, to = _one(draw, org.components), _one(draw, {*org.teams, *org.people})
    return c.HandOver(component=(component,), to=to) if component is not None and to is not None else None


def _dependency(draw: Draw, org: Org) -> c.Change | None:
    if not org.dependencies:
        return None
    one = draw(st.sampled_from(org.dependencies))
    if draw(st.booleans()):
        return c.DropDependency(source=one.source, target=one.target, kind=one.kind)
    kind = draw(st.sampled_from(_KINDS))
    return c.ChangeDependency(source=one.source, target=one.target, kind=kind, mode="facilitating")


def _step(draw: Draw, org: Org) -> c.Change | None:
    asked = [(id, step.by) for id, each in org.decisions.items() for step in each.steps or ()]
    if not asked:
        return None
    decision, by = draw(st.sampled_from(asked))
    return c.DropStep(decision=decision, by=by)
