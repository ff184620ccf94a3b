"""Too many positions of a team are vacant.

## What it checks

Each delivery team: its vacant positions, listed among its members and leads or counted as `vacancies`, against all its
positions, those and its people. A team that lists its people and says nothing of vacancies has none, if the
organisation states the status of at least one person, or the vacancies of at least one team; otherwise it is unknown.
For a team that states only a headcount it is unknown unless it states `vacancies`.

## Why it matters

The plans of the team were made for all of its positions. Those who are there do the work of the others, and spend
their weeks on interviews besides. Some of them will be the next to leave.

## Bad

```yaml
teams:
  routes: {headcount: 4, vacancies: 3}
```

## Good

```yaml
teams:
  routes: {headcount: 6, vacancies: 1}
```

## What to do

Fill the positions or strike them, and take work away from the team until one of the two is done.
"""

from orgmodel.graph import OrgGraph
from orgmodel.graph.leadership import percent
from orgmodel.model.place import Step
from orgmodel.model.teams import Team
from orgmodel.rules.base import FINE, Answer, Answers, Note, Options, Rule, Unknown, Violation, listed, option


class Limits(Options):
    """How many positions may be vacant."""

    max_share: float = option(0.2, "judgement", "The largest share of the positions that may be vacant.")


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Compare the vacant positions of each delivery team with all of its positions."""
    recorded = _is_recorded(graph)
    for team in graph.delivery_teams:
        size, vacancies = graph.size(team.id), graph.memberships.vacancies(team.id)
        if size is None:
            yield Unknown("team", team.id, "members or headcount of teams")
        elif vacancies and vacancies / (size + vacancies) > options.max_share:
            yield _many(graph, team, size, vacancies, options.max_share)
        elif team.vacancies is None and (team.members is None or not recorded):
            yield Unknown("team", team.id, "vacancies of teams")
        else:
            yield FINE


def _is_recorded(graph: OrgGraph) -> bool:
    """Tell whether the organisation writes down anywhere what is vacant."""
    statuses = any(person.status is not None for person in graph.org.people.values())
    return statuses or any(team.vacancies is not None for team in graph.org.teams.values())


def _many(graph: OrgGraph, team: Team, size: int, vacancies: int, limit: float) -> Answer:
    share, positions = vacancies / (size + vacancies), size + vacancies
    vacant = _listed(graph, team)
    path: tuple[Step, ...] = ("vacancies",) if team.vacancies else ("members",)
    are = "is" if vacancies == 1 else "are"
    return Violation(
        kind="team",
        id=team.id,
        message=f"{vacancies} of the {positions} positions of {team.id} {are} vacant, {percent(share)} "
        f"(limit {percent(limit)})",
        help="fill the positions or strike them, and take work away until then",
        path=path,
        notes=(f"listed: {listed(vacant)}",) if vacant else (),
        related=tuple(Note("vacant", "person", each, ("status",)) for each in vacant[:5]),
        evidence={
            "share": round(share, 4),
            "vacancies": vacancies,
            "positions": positions,
            "vacant": vacant,
            "limit": limit,
        },
    )


def _listed(graph: OrgGraph, team: Team) -> list[str]:
    """Return the vacant positions among the members and leads of a team, sorted."""
    named = {member.person for member in team.members or ()} | set(team.lead or ())
    people = graph.org.people
    return sorted(name for name in named if name in people and people[name].status == "vacant")


rule = Rule(
    code="T009",
    name="many-vacancies",
    severity="warning",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="practice",
    sources=("AGENTNOON",),
    subject="team",
)
