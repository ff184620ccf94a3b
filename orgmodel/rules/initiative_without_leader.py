"""An active initiative has nobody who leads it.

## What it checks

Every active initiative. Nobody leads it where that is stated (`leader: nobody`, or an empty list) and where the only
leader is a vacant position. An initiative that names no leader at all counts as one without where at least one other
initiative names its leader; the option `absent` decides otherwise. An initiative of kind `operation` gets a note.

## Why it matters

Work that nobody leads is done when there is time, and is the first to stop. Committees, sponsors and good intentions do
not replace the one person who thinks of it every morning.

## Bad

```yaml
people: {ana: {}}
teams: {care-tools: {lead: ana, headcount: 6}}
initiatives:
  one-screen: {leader: nobody, team: care-tools}
```

## Good

```yaml
people: {ana: {}, bo: {}}
teams: {care-tools: {lead: ana, headcount: 6}}
initiatives:
  one-screen: {leader: bo, team: care-tools}
```

## What to do

Name one person for whom it is the whole job. If nobody can be spared, it is not important enough to be under way: set
its stage to `paused`.
"""

from orgmodel.graph import OrgGraph
from orgmodel.model.initiatives import Initiative
from orgmodel.rules.base import (
    FINE,
    Absent,
    Answer,
    Answers,
    Options,
    Rule,
    Unknown,
    Violation,
    absent_is_none,
    absent_option,
    listed,
)


class Reading(Options):
    """How to read an initiative that names no leader."""

    absent: Absent = absent_option()


def check(graph: OrgGraph, options: Reading) -> Answers:
    """Ask every active initiative who leads it."""
    absent_means_none = absent_is_none(options.absent, (each.leader for each in graph.org.initiatives.values()))
    for initiative in graph.active_initiatives:
        leaders = graph.leadership.leaders_of(initiative.id)
        if initiative.leader is None and absent_means_none:
            leaders = ()
        if leaders is None:
            yield Unknown("initiative", initiative.id, "leaders of initiatives")
        else:
            yield FINE if leaders else _without(graph, initiative)


def _without(graph: OrgGraph, initiative: Initiative) -> Answer:
    vacant = list(dict.fromkeys(leader.person for leader in initiative.leader or ()))
    teams = graph.leadership.teams_working_on(initiative.id)
    verb = "goes" if len(teams) == 1 else "go"
    return Violation(
        kind="initiative",
        id=initiative.id,
        message=f"{initiative.id} {_said(initiative, vacant)}",
        help="name one person for whom it is the whole job",
        path=("leader",),
        notes=(f"{listed(teams)} {verb} on without a leader",) if teams else (),
        evidence={"vacant": vacant, "teams": list(teams)},
        severity="info" if initiative.kind == "operation" else None,
    )


def _said(initiative: Initiative, vacant: list[str]) -> str:
    if initiative.leader is None:
        return "names no leader"
    return f"is led by nobody: {listed(vacant)} is vacant" if vacant else "is led by nobody"


rule = Rule(
    code="L001",
    name="initiative-without-leader",
    severity="error",
    page=__doc__,
    check=check,
    options=Reading,
    evidence="practice",
    sources=("BRYAR3", "LIMP"),
    subject="initiative",
)
