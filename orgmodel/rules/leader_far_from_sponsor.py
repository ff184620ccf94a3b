"""Too many levels lie between the leader of an initiative and its sponsor.

## What it checks

How many managers stand between whoever leads an active initiative and the sponsor: none where the sponsor is the
leader's own manager, one where the sponsor is that manager's manager. Two people who are not in one line are compared
by how far they are below the nearest manager whom both have above them. Of several leaders the nearest counts.
Initiatives that nobody leads, or that state that nobody sponsors them, are not asked. Where the leader, the sponsor
or the line from one to the other is not stated, it is unknown. For an initiative of kind `operation` the finding is a
note.

## Why it matters

A sponsor is there for the day on which something is in the way. With each level between, that day becomes a week, and
what is told becomes milder.

## Bad

```yaml
people:
  {zoe: {manager: nobody}, kim: {manager: zoe}, lee: {manager: kim}, ana: {manager: lee}, bo: {manager: ana}}
initiatives:
  photo-search: {leader: bo, sponsor: zoe}
```

## Good

```yaml
people:
  {zoe: {manager: nobody}, kim: {manager: zoe}, lee: {manager: kim}, ana: {manager: lee}, bo: {manager: ana}}
initiatives:
  photo-search: {leader: bo, sponsor: lee}
```

## What to do

Let somebody nearer be the sponsor who can unblock as much, or let the leader report to the sponsor for as long as it
takes.
"""

from orgmodel.graph import OrgGraph
from orgmodel.model.fields import NOBODY
from orgmodel.model.initiatives import Initiative, Leadership
from orgmodel.model.place import Spot
from orgmodel.rules.base import FINE, Answer, Answers, Note, Options, Rule, Unknown, Violation, counted, option


class Limits(Options):
    """How far away a sponsor may be."""

    max_levels: int = option(2, "judgement", "The most levels that may lie between the leader and the sponsor.")


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Measure how far every leader of an active initiative is from its sponsor."""
    for initiative in graph.active_initiatives:
        leaders = graph.leadership.leaders_of(initiative.id)
        if initiative.sponsor == NOBODY or leaders == ():
            continue
        if leaders is None:
            yield Unknown("initiative", initiative.id, "leaders of initiatives")
        elif initiative.sponsor is None or initiative.sponsor not in graph.org.people:
            yield Unknown("initiative", initiative.id, "sponsors of initiatives")
        else:
            yield _judged(graph, initiative, initiative.sponsor, leaders, options.max_levels)


def _judged(
    graph: OrgGraph, initiative: Initiative, sponsor: str, leaders: tuple[Leadership, ...], limit: int
) -> Answer:
    people = dict.fromkeys(leader.person for leader in leaders)
    above = {person: graph.deciding.levels_above(person, sponsor) for person in people}
    between = {person: max(levels - 1, 0) for person, levels in above.items() if levels is not None}
    leader = min(between, key=lambda person: (between[person], person), default=None)
    if leader is not None and between[leader] <= limit:
        return FINE
    if leader is None or len(between) < len(people):
        return Unknown("initiative", initiative.id, "managers of people")
    return _far(graph, initiative, (leader, sponsor), between[leader], limit)


def _far(graph: OrgGraph, initiative: Initiative, ends: tuple[str, str], levels: int, limit: int) -> Answer:
    leader, sponsor = ends
    line = (leader, *graph.chain_of_command(leader))
    between = list(line[1 : line.index(sponsor)]) if sponsor in line else []
    written = [each.person for each in initiative.leader or ()]
    leads = Spot("initiatives", initiative.id, ("leader", written.index(leader), "person"))
    lie = f"{counted(levels, 'level')} {'lies' if levels == 1 else 'lie'} between"
    return Violation(
        kind="initiative",
        id=initiative.id,
        message=f"{lie} {leader}, who leads {initiative.id}, and {sponsor}, who sponsors it (limit {limit})",
        help="let somebody nearer be the sponsor who can unblock as much",
        path=("sponsor",),
        notes=(f"the line: {' → '.join((leader, *between, sponsor))}",) if between else (),
        related=(Note(f"{leader} leads it", "person", leader, spot=leads),),
        evidence={"levels": levels, "leader": leader, "sponsor": sponsor, "between": between, "limit": limit},
        severity="info" if initiative.kind == "operation" else None,
    )


rule = Rule(
    code="L012",
    name="leader-far-from-sponsor",
    severity="warning",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="practice",
    sources=("JASSY24",),
    subject="initiative",
)
