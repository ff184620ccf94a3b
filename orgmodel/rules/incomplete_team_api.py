"""A team that others use as a service does not publish all that its users need to know.

## What it checks

Delivery teams that others use: through dependencies of kind api, event or self-service, or in mode `x-as-a-service`.
Their `api` must state documents, a contact, a service level and how it is versioned. Where a team is used only through
components, their `interface` may state it instead, all but the contact, if each component that is used does. What is
missing counts as not published where at least one other team or component states it, otherwise it is unknown; `absent`
decides otherwise.

## Why it matters

A service saves talk only if its users find the answers without asking: how it works, how good it is, what happens when
it changes, and whom to write to when it breaks. Every answer that is missing is given by hand, to each user anew.

## Bad

```yaml
teams:
  identity: {api: {docs: https://example.org/identity, contact: "#identity"}}
  files: {api: {docs: https://example.org/f, contact: "#files", service_level: 99.9 %, versioning: semantic}}
  shop: {}
dependencies:
  - {from: shop, to: identity, kind: api}
  - {from: shop, to: files, kind: api}
```

## Good

```yaml
teams:
  identity: {api: {docs: https://example.org/identity, contact: "#identity", service_level: 99.9 %, versioning: dated}}
  files: {api: {docs: https://example.org/f, contact: "#files", service_level: 99.9 %, versioning: semantic}}
  shop: {}
dependencies:
  - {from: shop, to: identity, kind: api}
  - {from: shop, to: files, kind: api}
```

## What to do

Write down what is missing, in the words of those who use it, and put it where they look first.
"""

from collections.abc import Iterator

from orgmodel.graph import OrgGraph
from orgmodel.graph.dependencies import Edge, Reason
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
    counted,
    listed,
)
from orgmodel.rules.pairs import PUBLISHED

WORDS = {"docs": "documents", "contact": "contact", "service_level": "service level", "versioning": "versioning"}
"""What has to be published, by the name of its field."""


class Reading(Options):
    """How to read what a team does not state."""

    absent: Absent = absent_option()


def check(graph: OrgGraph, options: Reading) -> Answers:
    """Ask each delivery team that is used as a service what it publishes."""
    uses = graph.dependencies("all")
    means_none = {field: absent_is_none(options.absent, _stated(graph, field)) for field in WORDS}
    for team in graph.delivery_teams:
        edges = [edge for edge in uses.in_edges[team.id] if any(map(_is_service, edge.reasons))]
        if edges:
            yield _judged(graph, team.id, edges, means_none)


def _stated(graph: OrgGraph, field: str) -> Iterator[object]:
    yield from (getattr(team.api, field) for team in graph.org.teams.values() if team.api)
    if field != "contact":
        yield from (getattr(each.interface, field) for each in graph.org.components.values() if each.interface)


def _is_service(reason: Reason) -> bool:
    return reason.kind in PUBLISHED or reason.mode == "x-as-a-service"


def _judged(graph: OrgGraph, team: str, edges: list[Edge], means_none: dict[str, bool]) -> Answer:
    missing = [field for field in WORDS if not _publishes(graph, team, field, edges)]
    if not missing:
        return FINE
    certain = [field for field in missing if means_none[field]]
    if not certain:
        return Unknown("team", team, "what teams publish")
    return _violation(team, certain, [edge.source for edge in edges], stated=graph.org.teams[team].api is not None)


def _publishes(graph: OrgGraph, team: str, field: str, edges: list[Edge]) -> bool:
    api = graph.org.teams[team].api
    if api is not None and getattr(api, field) is not None:
        return True
    used = {_component_used(graph, reason) for edge in edges for reason in edge.reasons if _is_service(reason)}
    if field == "contact" or None in used:
        return False
    interfaces = [graph.org.components[id].interface for id in used if id is not None]
    return all(each is not None and getattr(each, field) is not None for each in interfaces)


def _component_used(graph: OrgGraph, reason: Reason) -> str | None:
    """Return the component that a reason goes to; None if it goes to the team as a whole."""
    if reason.why != "component":
        return None
    needs = graph.org.components[str(reason.spot.key)].depends_on or ()
    return needs[int(reason.spot.path[1])].component


def _violation(team: str, missing: list[str], users: list[str], *, stated: bool) -> Violation:
    words = [WORDS[field] for field in missing]
    used = f"is used as a service by {counted(len(users), 'team')}"
    return Violation(
        kind="team",
        id=team,
        message=f"{team} {used} and does not publish {listed(words)}",
        help=f"publish {listed(words)} where its users look first, and name it in `api`",
        path=("api",) if stated else (),
        notes=(f"used by {listed(users, 6)}",),
        evidence={"count": len(missing), "missing": missing, "user_count": len(users), "users": users},
    )


rule = Rule(
    code="C011",
    name="incomplete-team-api",
    severity="warning",
    page=__doc__,
    check=check,
    options=Reading,
    evidence="practice",
    sources=("TTAPI",),
    subject="team",
)
