"""The first common superior of the teams of an initiative is the top of the organisation.

## What it checks

The teams that work on each active initiative: its own and the contributors, without those that it only uses by
self-service and without external ones. Their superiors are the leads of the teams and the managers above these, where
they are known, otherwise the groups that the teams are in. It is found where the first superior of all of them reports
to nobody, or is the one group at the top, and where they have none in common. One team alone is always fine. Where
neither managers nor groups are stated, or it is not stated which other teams take part, it is unknown.

## Why it matters

Teams that disagree go to whoever is above both of them. If that is the head of everything, they wait for an hour in a
full calendar, or they do not go at all.

## Bad

```yaml
teams:
  company: {kind: group}
  shop: {kind: group, parent: company}
  operations: {kind: group, parent: company}
  search: {parent: shop}
  vans: {parent: operations}
initiatives:
  next-hour: {team: search, contributors: [vans]}
```

## Good

```yaml
teams:
  company: {kind: group}
  shop: {kind: group, parent: company}
  operations: {kind: group, parent: company}
  search: {parent: shop}
  basket: {parent: shop}
initiatives:
  next-hour: {team: search, contributors: [basket]}
```

## What to do

Move the work, or those who do it, into one branch. If it must cross branches, write down who decides in the place of
the top.
"""

from collections.abc import Iterator

from orgmodel.graph import OrgGraph
from orgmodel.graph.superiors import Superior
from orgmodel.model.initiatives import Initiative
from orgmodel.model.place import Spot
from orgmodel.rules.base import FINE, Answer, Answers, Note, Options, Rule, Unknown, Violation, counted, listed


def check(graph: OrgGraph, options: Options) -> Answers:
    """Look for the first common superior of the teams of every active initiative."""
    for initiative in graph.active_initiatives:
        working = graph.leadership.teams_working_on(initiative.id)
        teams = tuple(team for team in working if not graph.org.teams[team].external)
        yield _judged(graph, initiative, teams)


def _judged(graph: OrgGraph, initiative: Initiative, teams: tuple[str, ...]) -> Answer:
    superior = graph.superiors.first_common(teams) if len(teams) > 1 else None
    if superior is not None and superior.is_top:
        return _across(initiative, teams, superior)
    if not _are_all_known(graph, initiative):
        return Unknown("initiative", initiative.id, "teams and contributors of initiatives")
    if len(teams) > 1 and superior is None:
        return Unknown("initiative", initiative.id, "parents of teams or managers of their leads")
    return FINE


def _are_all_known(graph: OrgGraph, initiative: Initiative) -> bool:
    if initiative.team is None or initiative.contributors is None:
        return False
    return all(team in graph.org.teams for team in (initiative.team.team, *_contributing(initiative)))


def _contributing(initiative: Initiative) -> Iterator[str]:
    return (part.team for part in initiative.contributors or () if part.ask != "self-service")


def _across(initiative: Initiative, teams: tuple[str, ...], superior: Superior) -> Answer:
    above = (
        f"only {superior.id}, at the top, is above" if superior.id else "nothing in the organisation is above all of"
    )
    return Violation(
        kind="initiative",
        id=initiative.id,
        message=f"{above} the {counted(len(teams), 'team')} of {initiative.id}, {listed(teams)}",
        help="bring the work into one branch, or write down who decides in the place of the top",
        path=("team",) if initiative.team else ("contributors",),
        related=tuple(_notes(initiative, teams)),
        evidence={"count": len(teams), "teams": list(teams), "superior": superior.id or None},
    )


def _notes(initiative: Initiative, teams: tuple[str, ...]) -> Iterator[Note]:
    numbers = {part.team: number for number, part in reversed(list(enumerate(initiative.contributors or ())))}
    for team in teams:
        own = initiative.team is not None and initiative.team.team == team
        path = ("team", "team") if own else ("contributors", numbers[team], "team")
        yield Note("it belongs to this team" if own else "takes part", "team", team, spot=_spot(initiative, path))


def _spot(initiative: Initiative, path: tuple[str | int, ...]) -> Spot:
    return Spot("initiatives", initiative.id, path)


rule = Rule(
    code="W007",
    name="no-common-branch",
    severity="warning",
    page=__doc__,
    check=check,
    evidence="practice",
    sources=("BRYAR3",),
    subject="initiative",
    relative=True,
)
