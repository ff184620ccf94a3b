"""Nobody in a stream-aligned team answers for the voice of the customer.

## What it checks

Each delivery team of type `stream-aligned`. It has somebody where a member or lead has one of `roles`, by themselves or
in this team, or where an active initiative of its own has a single-threaded leader: one who leads alone, leads nothing
else, and gives it at least `min` of their time where that is stated. Vacant positions do not count. Where the type of
the team, its members, the role of one of them or the leader of an initiative of its own is not stated, and nobody else
answers, the answer is unknown.

## Why it matters

A team can be fast and build the wrong thing. Somebody has to know the customer well enough to say no to what is asked
for and yes to what is needed, and has to be there when the question comes up.

## Bad

```yaml
teams:
  wish-lists: {type: stream-aligned, members: [bo, cy]}
people: {bo: {role: engineer}, cy: {role: engineer}}
```

## Good

```yaml
teams:
  wish-lists: {type: stream-aligned, members: [bo, cy]}
people: {bo: {role: engineer}, cy: {role: product-manager}}
```

## What to do

Name who of the team speaks for the customer, or give its initiative a leader who does nothing else.
"""

from orgmodel.graph import OrgGraph
from orgmodel.model.teams import Team
from orgmodel.rules.base import FINE, Answer, Answers, Options, Rule, Unknown, Violation, listed, option

Initiatives = dict[str, list[str]]


class Reading(Options):
    """Who answers for the voice of the customer."""

    roles: tuple[str, ...] = option(("product-manager",), "judgement", "The roles of those who answer for it.")
    min: float = option(1.0, "LIMP", "The share of a leader's time that counts as all of it.", follows="L004")


def check(graph: OrgGraph, options: Reading) -> Answers:
    """Ask each stream-aligned team who speaks for its customers."""
    own: Initiatives = {}
    for initiative in graph.active_initiatives:
        if initiative.team:
            own.setdefault(initiative.team.team, []).append(initiative.id)
    for team in graph.delivery_teams:
        if team.type in (None, "stream-aligned"):
            yield _judged(graph, team, own.get(team.id, []), options)


def _judged(graph: OrgGraph, team: Team, initiatives: list[str], options: Reading) -> Answer:
    known, unclear = graph.roles.holders(team.id, options.roles)
    doubts = [graph.leadership.doubts(id, min_allocation=options.min) for id in initiatives]
    if known or () in doubts:
        return FINE
    missing = (
        ("types of teams", team.type is None),
        ("members of teams", team.members is None),
        ("roles of people", bool(unclear)),
        ("leaders of initiatives", None in doubts),
    )
    found = next((what for what, is_missing in missing if is_missing), None)
    return _nobody(team, initiatives, options) if found is None else Unknown("team", team.id, found)


def _nobody(team: Team, initiatives: list[str], options: Reading) -> Answer:
    led = f", and nobody leads {listed(initiatives)} as their whole job" if initiatives else ""
    return Violation(
        kind="team",
        id=team.id,
        message=f"nobody in {team.id} has the role {' or '.join(options.roles)}{led}: no voice of the customer",
        help="name who of the team speaks for its customers",
        path=("members",),
        evidence={"roles": list(options.roles), "initiatives": initiatives},
    )


rule = Rule(
    code="T011",
    name="no-product-manager",
    severity="info",
    page=__doc__,
    check=check,
    options=Reading,
    evidence="practice",
    sources=("AWSPM",),
    subject="team",
)
