"""Who is in which team, and reports to whom, in a draft."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from orgmodel.graph.membership import Place, home_among
from orgmodel.model.fields import NOBODY
from orgmodel.model.teams import Membership, Team, TeamKind
from orgmodel.reorg.applying.draft import Draft

WORKING = frozenset({"team", "operation", "task-force"})


def people_of(team: Team) -> tuple[str, ...]:
    """Return members and leads, each once, members first."""
    return tuple(dict.fromkeys((*(member.person for member in team.members or ()), *(team.lead or ()))))


def places_of(draft: Draft, person: str) -> tuple[Place, ...]:
    """Return the places of a person, by team."""
    return tuple(sorted(_places(draft, person)))


def _places(draft: Draft, person: str) -> Iterator[Place]:
    for section, id in draft.naming(person):
        if section == "teams":
            team = draft.teams[str(id)]
            member = membership(team, person)
            leads = person in (team.lead or ())
            if member is not None or leads:
                yield Place(team.id, member.allocation if member else None, leads)


def membership(team: Team, person: str) -> Membership | None:
    """Return what a team says of a member."""
    return next((member for member in team.members or () if member.person == person), None)


def children_of(draft: Draft, team: str) -> tuple[str, ...]:
    """Return the teams that name a team as their parent, sorted."""
    named = (str(id) for section, id in draft.naming(team) if section == "teams")
    return tuple(id for id in named if draft.teams[id].parent == team)


def branch(draft: Draft, team: str) -> list[str]:
    """Return a team and everything below it."""
    found: dict[str, None] = {}
    todo = [team]
    while todo:
        id = todo.pop()
        if id not in found:
            found[id] = None
            todo += children_of(draft, id)
    return list(found)


def kind_of(draft: Draft, team: str) -> TeamKind:
    """Return the kind of a team, inferred as the graph does where it is not stated."""
    described = draft.teams[team]
    if described.kind is not None:
        return described.kind
    empty = not described.members and described.headcount is None
    return "group" if empty and children_of(draft, team) else "team"


def works_in(draft: Draft, person: str) -> tuple[str, ...]:
    """Return the teams that a person works in: no councils, guilds, groups."""
    return tuple(place.team for place in places_of(draft, person) if kind_of(draft, place.team) in WORKING)


def home_of(draft: Draft, person: str) -> str | None:
    """Return the team that gets the largest share of a person's time."""
    return home_among(places_of(draft, person), lambda team: kind_of(draft, team) in WORKING)


def manager_of(draft: Draft, person: str) -> str | None:
    """Return whom a person reports to, as the graph does: an id, `nobody` at the top, None if unknown."""
    written = draft.people[person].manager if person in draft.people else None
    if written is not None:
        return written if written == NOBODY or written in draft.people else None
    home = home_of(draft, person)
    return _from_leads(draft, person, home) if home is not None and _follows_leads(draft, home) else None


def _follows_leads(draft: Draft, team: str) -> bool:
    return (draft.teams[team].reporting or draft.organisation.reporting) == "lead"


def _from_leads(draft: Draft, person: str, home: str) -> str | None:
    for team in (home, *ancestors(draft, home)):
        leads = draft.teams[team].lead
        if leads and person not in leads:
            return leads[0] if len(leads) == 1 and leads[0] in draft.people else None
    return NOBODY if person in (draft.teams[home].lead or ()) else None


def ancestors(draft: Draft, team: str) -> tuple[str, ...]:
    """Return what is above a team, the nearest first; a circle ends where it closes."""
    above: dict[str, None] = {}
    parent = draft.teams[team].parent
    while parent is not None and parent in draft.teams and parent != team and parent not in above:
        above[parent] = None
        parent = draft.teams[parent].parent
    return tuple(above)


def lead_above(draft: Draft, team: str | None) -> str | None:
    """Return the nearest lead from a team upwards; None where there is none, or several."""
    line = (team, *ancestors(draft, team)) if team is not None and team in draft.teams else ()
    for each in line:
        leads = draft.teams[each].lead
        if leads:
            return leads[0] if len(leads) == 1 else None
    return None


def leads_over(draft: Draft, team: str) -> tuple[str, ...]:
    """Return to whom the people of a team report, as far as leading goes: its leads, and those it had last."""
    described = draft.teams[team]
    leads = dict.fromkeys((*(described.lead or ()), *draft.memory.last_leads.get(team, ())))
    above = lead_above(draft, described.parent)
    return tuple(leads) or ((above,) if above is not None else ())


def reports_of(draft: Draft, person: str) -> tuple[str, ...]:
    """Return who has a person as their written manager, sorted."""
    named = (str(id) for section, id in draft.naming(person) if section == "people")
    return tuple(id for id in named if draft.people[id].manager == person)


def chain_of_command(draft: Draft, person: str) -> Iterator[str]:
    """Yield the managers above a person; a circle ends where it closes."""
    seen = {person}
    above = manager_of(draft, person)
    while above is not None and above != NOBODY and above not in seen:
        yield above
        seen.add(above)
        above = manager_of(draft, above)


def add_member(draft: Draft, team: str, member: Membership) -> None:
    """Add somebody to the members of a team, which are from then on listed."""
    described = draft.teams[team]
    draft.update("teams", team, members=(*(described.members or ()), member))


def put_member(draft: Draft, team: str, member: Membership) -> None:
    """Write what a team says of one of its members."""
    members = draft.teams[team].members or ()
    written = tuple(member if each.person == member.person else each for each in members)
    draft.update("teams", team, members=written)


def take_out(draft: Draft, person: str, teams: Iterable[str]) -> None:
    """Take a person out of teams, as member and as lead; a headcount shrinks where people are not listed."""
    for id in teams:
        team = draft.teams[id]
        if person in (team.lead or ()):
            draft.memory = draft.memory.with_last_leads(id, team.lead or ())
        leads = None if team.lead is None else tuple(lead for lead in team.lead if lead != person)
        if team.members is not None:
            members = tuple(member for member in team.members if member.person != person)
            draft.put("teams", id, replace(team, members=members, lead=leads))
        else:
            counted = team.headcount and max(0, team.headcount - is_somebody(draft, person))
            draft.put("teams", id, replace(team, lead=leads, headcount=counted))


def is_somebody(draft: Draft, person: str) -> bool:
    """Tell whether it is a person, and no vacant position."""
    described = draft.people.get(person)
    return described is None or described.status != "vacant"


def listed(draft: Draft, team: Team) -> int:
    """Count the people whom a team names as members and leads, without vacant positions."""
    return sum(is_somebody(draft, person) for person in people_of(team))


def owned_by(draft: Draft, team: str) -> tuple[str, ...]:
    """Return the components that a team owns, or is to own, sorted."""
    named = [str(id) for section, id in draft.naming(team) if section == "components"]
    return tuple(id for id in named if _names_owner(draft, id, team))


def _names_owner(draft: Draft, component: str, team: str) -> bool:
    owners = draft.components[component].owner or ()
    named = (id for owner in owners for id in (owner.team, owner.then) if id is not None)
    return any(draft.resolve(id, "team", "person") == ("team", team) for id in named)
