"""Too few of the people who work on an initiative report to its leader.

## What it checks

The people of each active initiative that somebody leads: its own team, those listed for it, and those whom
contributors name. They report to the leader where the leader is anywhere above them, or is one of their dotted-line
managers. Of a contributing team that names nobody it is not known who takes part; the answer is unknown if that would
decide it, and so it is where managers are not stated. Teams used by self-service, and vacant positions, are not
counted. For an initiative of kind `operation` the finding is a note.

## Why it matters

Whoever leads people that report to others has to ask for each day of their work. That goes well until two things are
urgent at once.

## Bad

```yaml
people: {ana: {manager: kim}, bo: {manager: kim}, cy: {manager: kim}, kim: {manager: nobody}}
teams:
  search: {lead: kim, members: [bo, cy]}
initiatives:
  photo-search: {leader: ana, team: search}
```

## Good

```yaml
people: {ana: {manager: kim}, bo: {manager: ana}, cy: {manager: ana}, kim: {manager: nobody}}
teams:
  search: {lead: ana, members: [bo, cy]}
initiatives:
  photo-search: {leader: ana, team: search}
```

## What to do

Let those who work on it report to its leader for as long as it takes, or let their manager lead it.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from orgmodel.graph import OrgGraph
from orgmodel.graph.crews import Crew
from orgmodel.graph.leadership import percent
from orgmodel.model.fields import NOBODY
from orgmodel.model.initiatives import Initiative
from orgmodel.model.place import Spot
from orgmodel.rules.base import FINE, Answer, Answers, Options, Rule, Unknown, Violation, counted, listed, option


class Limits(Options):
    """How many of those who work on it must report to the leader."""

    min_share: float = option(0.7, "judgement", "The smallest share of the people that must report to the leader.")


class _Lines(NamedTuple):
    """People by whether they report to the leader."""

    reporting: list[str]
    others: list[str]
    unclear: list[str]


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Look where the people of every active initiative report."""
    for initiative in graph.active_initiatives:
        leaders = graph.leadership.leaders_of(initiative.id)
        if leaders is None:
            yield Unknown("initiative", initiative.id, "leaders of initiatives")
        elif leaders:
            people = list(dict.fromkeys(leader.person for leader in leaders))
            yield _judged(graph, initiative, people, options.min_share)


def _judged(graph: OrgGraph, initiative: Initiative, leaders: list[str], limit: float) -> Answer:
    crew = graph.crews.crew(initiative)
    if crew.missing:
        return Unknown("initiative", initiative.id, crew.missing)
    sure = _lines(graph, crew.people, leaders)
    perhaps = _lines(graph, crew.possible, leaders)
    known, yes = sum(map(len, sure)), len(sure.reporting)
    # At best, whoever is unclear reports to the leader, and only such people of the contributors take part.
    gained = len(perhaps.reporting) + len(perhaps.unclear)
    best = _share(yes + len(sure.unclear) + gained, known + gained)
    worst = _share(yes, known + len(perhaps.others) + len(perhaps.unclear))
    if worst >= limit:
        return FINE
    if best >= limit:
        return Unknown("initiative", initiative.id, _missing(crew, sure))
    return _powerless(initiative, leaders, sure, limit)


def _share(part: int, whole: int) -> float:
    """Return a share; where nobody is there but the leader, nobody is missing."""
    return part / whole if whole else 1.0


def _missing(crew: Crew, sure: _Lines) -> str:
    return "managers of people" if sure.unclear or not crew.possible else "people of contributors"


def _lines(graph: OrgGraph, people: Iterable[str], leaders: list[str]) -> _Lines:
    lines, leading = _Lines([], [], []), frozenset(leaders)
    below = cache(lambda manager: _line_of(graph, manager, leading, lines))  # many have the same manager
    for person in people:
        if person not in leading:
            described = graph.org.people.get(person)
            dotted = described.dotted if described else None
            is_dotted = dotted is not None and not leading.isdisjoint(dotted)
            (lines.reporting if is_dotted else below(graph.manager_of(person))).append(person)
    return lines


def _line_of(graph: OrgGraph, manager: str | None, leaders: frozenset[str], lines: _Lines) -> list[str]:
    """Return the list for whoever reports to a manager."""
    if manager is None:
        return lines.unclear
    above = (manager, *graph.chain_of_command(manager))
    if not leaders.isdisjoint(above):
        return lines.reporting
    return lines.others if manager == NOBODY or graph.manager_of(above[-1]) is not None else lines.unclear


def _powerless(initiative: Initiative, leaders: list[str], sure: _Lines, limit: float) -> Answer:
    known, reporting = sum(map(len, sure)), len(sure.reporting)
    written = [leader.person for leader in initiative.leader or ()]
    verb = "report" if known != 1 else "reports"
    return Violation(
        kind="initiative",
        id=initiative.id,
        message=f"{reporting or 'none'} of {counted(known, 'person', 'people')} on {initiative.id} {verb} to "
        f"{listed(leaders)}, who {'leads' if len(leaders) == 1 else 'lead'} it (at least {percent(limit)})",
        help="let those who work on it report to its leader, or let their manager lead it",
        spot=Spot("initiatives", initiative.id, ("leader", written.index(leaders[0]), "person")),
        label=f"{leaders[0]} leads it",
        notes=tuple(_elsewhere(sure)),
        evidence={
            "share": round(reporting / known, 4) if known else 0.0,
            "reporting": reporting,
            "people": known,
            "leaders": leaders,
            "others": sure.others,
            "limit": limit,
        },
        severity="info" if initiative.kind == "operation" else None,
    )


def _elsewhere(sure: _Lines) -> Iterator[str]:
    if sure.others:
        yield f"report to others: {listed(sure.others, 12)}"
    if sure.unclear:
        yield f"not known to whom they report: {listed(sure.unclear, 12)}"


rule = Rule(
    code="L007",
    name="leader-without-authority",
    severity="warning",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="practice",
    sources=("BRYAR3",),
    subject="initiative",
)
