"""An initiative is worked on by several teams and is nobody's whole job.

## What it checks

Every active initiative that at least two teams work on: its own team and the contributors, except those it only uses by
self-service. It wants a single-threaded leader: exactly one person leads it, who leads no other active initiative and
who, where an allocation is stated, gives it all of their time. Vacant positions lead nothing. An initiative of kind
`operation` gets a note.

The finding says why nobody counts as its leader (nobody leads it, several do, the one who does leads more than this or
gives it a part of their time), which teams work on it and what each is there for, and in how many branches of the
organisation they are. It covers the findings with the same cause, so that one problem is told once.

An initiative that has a single-threaded leader is fine with any number of teams. Where it has none, or it is not known
who leads it, and it does not state its teams, the answer is unknown; `contributors: []` says that there are no others.

## Why it matters

Work that crosses teams stops wherever nobody is there for whom it is the one thing to do. Shared, part-time and serial
leadership are the usual ways in which an invention becomes somebody's part-time job, and then fails.

## Bad

```yaml
people: {ana: {}, bo: {}}
teams:
  search: {headcount: 6}
  ads: {headcount: 7}
initiatives:
  sponsored-results:
    leader: [{person: ana, allocation: 30%}, {person: bo, allocation: 20%}]
    team: search
    contributors: [ads]
```

## Good

```yaml
people: {ana: {}}
teams:
  search: {headcount: 6}
  ads: {headcount: 7}
initiatives:
  sponsored-results:
    leader: {person: ana, allocation: 100%}
    team: search
    contributors: [ads]
```

## What to do

Give it to one person, all of that person's time, and a team that owns as much of it as possible. If no such person can
be spared, ask whether the initiative is wanted now.
"""

from collections.abc import Iterator
from typing import Final

from orgmodel.graph import OrgGraph
from orgmodel.graph.leadership import Doubt, percent
from orgmodel.model.initiatives import Assignment, Contribution, Initiative
from orgmodel.model.place import Spot
from orgmodel.rules.base import FINE, Answer, Answers, Note, Options, Rule, Unknown, Violation, counted, listed, option

Teams = tuple[str, ...]
_NAMED: Final = 4  # teams that a sentence bears
_BUILD: Final = "build or decide something for it"


class Limits(Options):
    """When an initiative needs a leader for whom it is everything."""

    teams: int = option(2, "judgement", "From this many teams on.")
    min: float = option(1.0, "LIMP", "The share of the leader's time that counts as all of it.", follows="L004")


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Ask every active initiative that several teams work on for its leader."""
    for initiative in graph.active_initiatives:
        doubts = graph.leadership.doubts(initiative.id, min_allocation=options.min)
        yield FINE if doubts == () else _judged(graph, initiative, doubts, options)


def _judged(graph: OrgGraph, initiative: Initiative, doubts: tuple[Doubt, ...] | None, options: Limits) -> Answer:
    teams = graph.leadership.teams_working_on(initiative.id)
    if len(teams) < options.teams:
        missing = _missing(graph, initiative)
        return Unknown("initiative", initiative.id, missing) if missing else FINE
    if doubts is None:
        return Unknown("initiative", initiative.id, "leaders of initiatives")
    return _nobodys(graph, initiative, teams, doubts)


def _missing(graph: OrgGraph, initiative: Initiative) -> str:
    """Return what would have to be stated to know all teams; nothing if they are known."""
    parts = initiative.contributors
    if parts is None or any(part.team not in graph.org.teams for part in parts):
        return "contributors of initiatives"
    return "" if initiative.team and initiative.team.team in graph.org.teams else "teams of initiatives"


def _nobodys(graph: OrgGraph, initiative: Initiative, teams: Teams, doubts: tuple[Doubt, ...]) -> Answer:
    why = "; ".join(doubt.text for doubt in doubts)
    parts = {part.team: part for part in reversed(graph.leadership.contributions(initiative.id))}
    custom = [team for team in teams if team in parts and parts[team].ask == "custom"]
    branches = _branches(graph, teams)
    leaders = graph.leadership.leaders_of(initiative.id) or ()
    people = list(dict.fromkeys(leader.person for leader in leaders))
    return Violation(
        kind="initiative",
        id=initiative.id,
        message=f"{initiative.id} is nobody's whole job: {why}; {_at_work(teams, branches, custom)}",
        help="give it one leader for whom it is the whole job, and one team that owns as much of it as can be",
        spot=_spot(initiative, people[0] if people else None),
        label="; ".join(doubt.text for doubt in doubts) if len(people) < 2 else f"{people[0]} leads it",
        notes=tuple(_tasks(initiative.team, teams, parts)) if len(teams) > _NAMED else (),
        related=(*_leaders(graph, initiative, people), *_teams(initiative, teams, parts)),
        evidence={
            "teams": list(teams),
            "team_count": len(teams),
            "branches": list(branches),
            "custom_asks": len(custom),
            "leaders": [leader.person for leader in leaders],
            "allocations": [leader.allocation for leader in leaders],
            "reasons": [doubt.code for doubt in doubts],
            "also_leads": sorted({other for doubt in doubts for other in doubt.initiatives}),
        },
        severity="info" if initiative.kind == "operation" else None,
    )


def _branches(graph: OrgGraph, teams: Teams) -> Teams:
    """Return the branches, right below the nearest group of all teams, that they are in; none if that is themselves."""
    common = graph.hierarchy.common_ancestor(teams)
    level = graph.hierarchy.level(common) + 1 if common else 1
    branches = sorted({graph.hierarchy.at_level(team, level) for team in teams})
    return () if set(branches) <= set(teams) else tuple(branches)


def _at_work(teams: Teams, branches: Teams, custom: list[str]) -> str:
    where = f" in {counted(len(branches), 'branch', 'branches')}" if len(branches) > 1 else ""
    said = f"{counted(len(teams), 'team')}{where} work on it ({listed(teams, _NAMED)})"
    return f"{said}, {len(custom)} of which must {_BUILD}" if custom else said


def _tasks(own: Assignment | None, teams: Teams, parts: dict[str, Contribution]) -> Iterator[str]:
    """Say of each team what it is there for, those with the same task together."""
    custom = [_with_share(parts[team]) for team in teams if team in parts and parts[team].ask == "custom"]
    unsaid = [_with_share(parts[team]) for team in teams if team in parts and parts[team].ask is None]
    if own is not None and own.team in teams:
        yield f"it belongs to {_with_share(own)}"
    if custom:
        yield f"must {_BUILD}: {listed(custom, 12)}"
    if unsaid:
        yield f"not said what it needs of {listed(unsaid, 12)}"


def _with_share(part: Assignment | Contribution) -> str:
    return part.team if part.allocation is None else f"{part.team} ({percent(part.allocation)})"


def _spot(initiative: Initiative, leader: str | None) -> Spot:
    """Return where a leader is named; where none is, the place to name one."""
    written = [each.person for each in initiative.leader or ()]
    path = ("leader", written.index(leader), "person") if leader in written else ("leader",)
    return Spot("initiatives", initiative.id, path)


def _leaders(graph: OrgGraph, initiative: Initiative, people: list[str]) -> Iterator[Note]:
    """Yield where each leader is named, and what else any of them leads."""
    for person in people:
        yield Note(f"{person} leads it", "person", person, spot=_spot(initiative, person))
    for person in people:
        for other in graph.leadership.others_led_by(person, initiative.id):
            spot = _spot(graph.org.initiatives[other], person)
            yield Note(f"{person} leads this too", "initiative", other, spot=spot)


def _teams(initiative: Initiative, teams: Teams, parts: dict[str, Contribution]) -> Iterator[Note]:
    """Yield where each team is named."""
    numbers = {part.team: number for number, part in reversed(list(enumerate(initiative.contributors or ())))}
    for team in teams:
        path = ("contributors", numbers[team], "team") if team in parts else ("team", "team")
        yield Note(_task(parts.get(team)), "team", team, spot=Spot("initiatives", initiative.id, path))


def _task(part: Contribution | None) -> str:
    if part is None:
        return "it belongs to this team"
    return f"must {_BUILD}" if part.ask == "custom" else "takes part, not said how"


rule = Rule(
    code="L005",
    name="multi-threaded-initiative",
    severity="error",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="practice",
    sources=("BRYAR3", "LIMP", "FBA"),
    covers=("L001", "L002", "L003", "L004", "L008", "W005", "W006", "W007"),
    subject="initiative",
)
