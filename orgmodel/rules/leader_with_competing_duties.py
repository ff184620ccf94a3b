"""The leader of an active initiative also leads a team, or manages people, outside it.

## What it checks

For everybody who leads an active initiative: the delivery teams, operations and groups they lead, and the people who
report to them. What belongs to the initiative is no competing duty: its own team and its contributors, a group whose
teams are all among these, and the people in them or listed for it. Councils and guilds do not count, nor do vacant
positions and external people. An initiative whose leader or team is not stated is counted as unknown, and so is one
whose leader has reports of whom it is not known where they work.

## Why it matters

A team has people to hire, to praise and to pay, every week. Whoever leads one beside an initiative will do that first,
because it cannot wait, and the initiative can.

## Bad

```yaml
people: {ana: {}, bo: {}}
teams:
  search: {lead: bo, headcount: 6}
  ads: {lead: ana, headcount: 6}
initiatives:
  photo-search: {leader: ana, team: search}
```

## Good

```yaml
people: {ana: {manager: nobody}, bo: {manager: ana}}
teams:
  search: {lead: ana, members: [ana, bo]}
initiatives:
  photo-search: {leader: ana, team: search}
```

## What to do

Give the team and the people to somebody else, or the initiative. The best leader of an initiative leads its own team.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from orgmodel.graph import OrgGraph
from orgmodel.model.initiatives import Initiative, Leadership
from orgmodel.model.place import Spot
from orgmodel.rules.base import FINE, Answer, Answers, Note, Options, Rule, Unknown, Violation, counted, listed

_SIDE_TASKS: Final = frozenset({"council", "guild"})


class _Duties(NamedTuple):
    """What one leader answers for outside the initiative; `unclear` are reports who may work on it or not."""

    person: str
    teams: tuple[str, ...]
    reports: tuple[str, ...]
    unclear: bool = False


def check(graph: OrgGraph, options: Options) -> Answers:
    """Ask every leader of an active initiative what else they answer for."""
    for initiative in graph.active_initiatives:
        leaders = graph.leadership.leaders_of(initiative.id)
        if leaders is None:
            yield Unknown("initiative", initiative.id, "leaders of initiatives")
        elif leaders:
            yield _judged(graph, initiative, leaders)


def _judged(graph: OrgGraph, initiative: Initiative, leaders: tuple[Leadership, ...]) -> Answer:
    people = dict.fromkeys(leader.person for leader in leaders)
    if initiative.team is None or initiative.team.team not in graph.org.teams:
        return Unknown("initiative", initiative.id, "teams of initiatives")
    duties = [_duties(graph, initiative, person) for person in people]
    competing = [each for each in duties if each.teams or each.reports]
    if competing:
        return _divided(initiative, competing)
    if not graph.reporting.is_known:
        return Unknown("initiative", initiative.id, "managers of people")
    return Unknown("initiative", initiative.id, "teams of people") if any(each.unclear for each in duties) else FINE


def _duties(graph: OrgGraph, initiative: Initiative, person: str) -> _Duties:
    leads, manages = graph.memberships.teams_led_by(person), graph.reports_of(person)
    if not leads and not manages:  # most people
        return _Duties(person, (), ())
    inside = set(graph.leadership.teams_working_on(initiative.id))
    crew = graph.crews.crew(initiative)
    working = {*crew.people, *crew.possible}
    teams = [team for team in leads if _is_outside(graph, team, inside)]
    others = [each for each in manages if each not in working and each not in graph.not_asked]
    placed = [each for each in others if (home := graph.home_team(each)) is not None and home not in inside]
    led = frozenset[str]().union(*(graph.under(team) for team in teams))
    reports = tuple(each for each in placed if graph.home_team(each) not in led)
    return _Duties(person, tuple(teams), reports, unclear=len(placed) < len(others))


def _is_outside(graph: OrgGraph, team: str, inside: set[str]) -> bool:
    if team in inside or graph.org.teams[team].external or graph.kind_of(team) in _SIDE_TASKS:
        return False
    # One after the other: below a group at the top stand thousands, and the first that is outside decides.
    below = (each in inside for each in graph.under(team) if graph.kind_of(each) != "group")
    return not next(below, False) or not all(below)


def _divided(initiative: Initiative, competing: list[_Duties]) -> Answer:
    said = "; ".join(f"{each.person} also {_said(each)}" for each in competing)
    number = sum(len(each.teams) + len(each.reports) for each in competing)
    written = [leader.person for leader in initiative.leader or ()]
    spot = Spot("initiatives", initiative.id, ("leader", written.index(competing[0].person), "person"))
    return Violation(
        kind="initiative",
        id=initiative.id,
        message=f"{initiative.id} competes with other duties of its leader: {said}",
        help="give these to somebody else, or the initiative",
        spot=spot,
        label=f"{competing[0].person} leads it",
        related=tuple(_notes(competing)),
        evidence={
            "duties": number,
            "leaders": [each.person for each in competing],
            "teams": [team for each in competing for team in each.teams],
            "reports": [report for each in competing for report in each.reports],
            "report_count": sum(len(each.reports) for each in competing),
        },
        severity="info" if initiative.kind == "operation" else None,
    )


def _said(duties: _Duties) -> str:
    led = [f"leads {listed(duties.teams)}"] if duties.teams else []
    count = counted(len(duties.reports), "person", "people")
    outside = " elsewhere" if duties.teams else " outside it"
    managed = [f"manages {count}{outside}, {listed(duties.reports)}"] if duties.reports else []
    return " and ".join((*led, *managed))


def _notes(competing: list[_Duties]) -> Iterator[Note]:
    for each in competing:
        yield from (Note(f"{each.person} leads this", "team", team, ("lead",)) for team in each.teams)
        yield from (Note(f"reports to {each.person}", "person", report, ("manager",)) for report in each.reports)


rule = Rule(
    code="L006",
    name="leader-with-competing-duties",
    severity="warning",
    page=__doc__,
    check=check,
    evidence="practice",
    sources=("BRYAR3",),
    subject="initiative",
)
