"""A component's owner has nobody who could look after it.

## What it checks

Every component that a team owns. The team cannot own it if it is empty (no members, no lead, no headcount), if it is a
group, which has no people of its own, or if everybody in it is leaving or a vacant position. A component has the
finding where this holds for each of its owners and for those who take over from them. Owners outside the organisation
(`external: true`) are taken to be able.

## Why it matters

On paper the component has an owner, so nobody looks for one. It is noticed on the day when something has to be done and
nobody is there to do it.

## Bad

```yaml
people:
  ana: {status: leaving}
teams:
  payments: {members: [ana]}
components:
  ledger: {owner: payments}
```

## Good

```yaml
people:
  ana: {status: leaving}
  bo: {}
teams:
  payments: {members: [ana, bo]}
components:
  ledger: {owner: payments}
```

## What to do

Hand the component to a team that has people, while there is still somebody who knows it. Where a group is written, name
the team in it that does the work.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

from orgmodel.graph import OrgGraph
from orgmodel.model.components import Component
from orgmodel.model.teams import Team
from orgmodel.rules.base import FINE, Answer, Answers, Options, Rule, Unknown, Violation, listed


class _Doubt(NamedTuple):
    """Why a team cannot own anything."""

    reason: str
    words: str
    help: str = "hand it over to a team that has people"
    people: tuple[str, ...] = ()


_NOT_KNOWN: Final = _Doubt("unknown", "")
_Doubts = Mapping[tuple[str, str], _Doubt | None]


def check(graph: OrgGraph, options: Options) -> Answers:
    """Ask every component that teams own whether one of them can look after it."""
    doubts = {("team", id): _doubt(graph, team) for id, team in graph.org.teams.items()}
    for component in graph.components:
        owners = _owners(graph, component)
        if component.owner is None:
            yield Unknown("component", component.id, "owners of components")
        elif any(owner in doubts for owner in owners):
            yield _judged(component, owners, doubts)


def _owners(graph: OrgGraph, component: Component) -> list[tuple[str, str] | None]:
    """Return the owners as written and, after them, those who take over; None for one that is not described."""
    owners = component.owner or ()
    names = [*(owner.team for owner in owners), *(owner.then for owner in owners if owner.then is not None)]
    return [graph.resolve(name, "team", "person") for name in names]


def _doubt(graph: OrgGraph, team: Team) -> _Doubt | None:
    """Return why a team cannot own anything; None if it can."""
    if team.external:
        return None
    if graph.kind_of(team.id) == "group":
        return _Doubt("group", "a group without people of its own", f"name the team in {team.id} that looks after it")
    people = sorted({member.person for member in team.members or ()} | set(team.lead or ()))
    if len(people) < (team.headcount or 0) or any(_stays(graph, person) for person in people):
        return None
    if team.members is None and team.headcount is None:
        return _NOT_KNOWN
    if not people:
        return _Doubt("empty", "a team with nobody in it")
    return _Doubt("leaving", f"where nobody stays ({_standing(graph, people)})", people=tuple(people))


def _stays(graph: OrgGraph, person: str) -> bool:
    described = graph.org.people.get(person)
    return described is None or described.status not in ("leaving", "vacant")


def _standing(graph: OrgGraph, people: list[str]) -> str:
    return listed(f"{person} is {graph.org.people[person].status}" for person in people)


def _judged(component: Component, owners: list[tuple[str, str] | None], doubts: _Doubts) -> Answer:
    found = [_NOT_KNOWN if owner is None else doubts.get(owner) for owner in owners]
    wrong = [doubt for doubt in found if doubt is not None]
    if len(wrong) < len(found):
        return FINE
    if _NOT_KNOWN in wrong:
        return Unknown("component", component.id, "members or headcount of teams that own components")
    doubt, teams = wrong[0], [owner for owner in owners if owner is not None]
    return Violation(
        kind="component",
        id=component.id,
        message=f"{component.id} is owned by {teams[0][1]}, {doubt.words}",
        help=doubt.help,
        path=("owner", 0, "team"),
        label=doubt.words,
        evidence={"owner": teams[0][1], "reason": doubt.reason, "people": list(doubt.people)},
        concerns=tuple(teams),
    )


rule = Rule(
    code="O004",
    name="owner-cannot-own",
    severity="error",
    page=__doc__,
    check=check,
    evidence="practice",
    sources=("CORTEX",),
    covers=("T002", "L010"),
    subject="component",
)
