"""A team has more people than two pizzas feed.

## What it checks

The people of each delivery team: the distinct members and leads, without vacant positions; where members are not
listed, the headcount as it is stated. With `count_lead: false` listed leads are left out. Above `error_above` the
finding is an error. A team that states neither members nor headcount is counted as unknown.

The finding also says what will change the number by itself (open positions, people who are leaving), how many full-time
equivalents the people are where all their shares are known, and what the team owns and works on: the lines along which
it could become two.

## Why it matters

Every further person adds a line to everybody else, so a large team spends its days agreeing. A small one that owns the
whole of its problem does not have to. Small is not the point in itself: the number is a sign that a team may be two.

## Bad

```yaml
teams:
  checkout: {lead: ana, headcount: 12}
people:
  ana: {}
```

## Good

```yaml
teams:
  cart: {lead: ana, headcount: 6}
  payments: {lead: bo, headcount: 6}
people:
  ana: {}
  bo: {}
```

## What to do

Look for the line along which the work of the team already falls apart, and make two teams of it, each with a lead and
with components of its own. If there is no such line, cut the
work anew first.
"""

from collections.abc import Iterator

from orgmodel.graph import OrgGraph
from orgmodel.model.place import Step
from orgmodel.model.teams import Team
from orgmodel.rules.base import FINE, Answer, Answers, Options, Rule, Unknown, Violation, counted, listed, option, plain


class Limits(Options):
    """Where a team begins to be too large."""

    max: int = option(10, "BRYAR3", "The most people that a team may have.")
    error_above: int = option(15, "judgement", "Above this many people the finding is an error.")
    count_lead: bool = option(True, "judgement", "Whether leads count.")


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Compare each delivery team with the limit."""
    for team in graph.delivery_teams:
        size = graph.size(team.id, count_lead=options.count_lead)
        if size is None:
            yield Unknown("team", team.id, "members or headcount of teams")
        else:
            yield FINE if size <= options.max else _too_large(graph, team, size, options)


def _too_large(graph: OrgGraph, team: Team, size: int, options: Limits) -> Answer:
    path, label = _counted(team, size)
    open_positions, leaving = graph.memberships.vacancies(team.id), _leaving(graph, team)
    owned = graph.components_of.get(team.id, ())
    worked_on = graph.leadership.initiatives_by_team.get(team.id, ())
    full_time, over = graph.fte(team.id), size - options.max
    return Violation(
        kind="team",
        id=team.id,
        message=f"{team.id} has {size} people, {over} more than two pizzas feed (limit {options.max})",
        help="split it along a line its work already has, each half with a lead and components of its own",
        path=path,
        label=label,
        notes=(*_changes(size, open_positions, leaving), *_shares(size, full_time), *_lines(owned, worked_on)),
        evidence={
            "size": size,
            "over": over,
            "limit": options.max,
            "vacancies": open_positions,
            "leaving": list(leaving),
            "fte": full_time,
            "components": list(owned),
            "initiatives": list(worked_on),
        },
        severity="error" if size > options.error_above else None,
    )


def _counted(team: Team, size: int) -> tuple[tuple[Step, ...], str]:
    """Return where the number stands, and what it is made of where that is not plain to see."""
    if team.members is None:
        return ("headcount",), ""
    beside = set(team.lead or ()) - {member.person for member in team.members}
    return (), f"{size} with the lead, who is no member" if len(beside) == 1 else ""


def _named(team: Team) -> tuple[str, ...]:
    """Return the members and leads that are listed, each once."""
    return tuple(dict.fromkeys((*(member.person for member in team.members or ()), *(team.lead or ()))))


def _leaving(graph: OrgGraph, team: Team) -> tuple[str, ...]:
    people = graph.org.people
    return tuple(name for name in sorted(_named(team)) if name in people and people[name].status == "leaving")


def _changes(size: int, open_positions: int, leaving: tuple[str, ...]) -> Iterator[str]:
    """Say what the size will be by itself."""
    if open_positions:
        yield f"{size + open_positions} when {counted(open_positions, 'vacancy is', 'vacancies are')} filled"
    if leaving:
        verb = "leaves" if len(leaving) == 1 else "leave"
        yield f"{size - len(leaving)} when {listed(leaving)} {verb}"


def _shares(size: int, full_time: float | None) -> Iterator[str]:
    if full_time is not None and full_time < size:
        yield f"together they are {plain(round(full_time, 1))} full-time equivalents"


def _lines(owned: tuple[str, ...], worked_on: tuple[str, ...]) -> Iterator[str]:
    """Name what the team could be split along."""
    said = [f"{verb} {listed(ids)}" for verb, ids in (("owns", owned), ("works on", worked_on)) if ids]
    if len(owned) + len(worked_on) > 1:
        yield f"lines for a split: it {' and '.join(said)}"


rule = Rule(
    code="T001",
    name="team-too-large",
    severity="warning",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="mixed: larger teams are less productive in some studies; the number itself is folklore",
    sources=("BRYAR3", "STONE", "VOGELS", "AWSCICD", "HACKMAN"),
    covers=("T006",),
    subject="team",
)
