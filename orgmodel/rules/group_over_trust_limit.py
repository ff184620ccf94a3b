"""A team or a lowest group has more people than can know and trust one another.

## What it checks

The size of each delivery team, as for `team-too-large`, against `team`; and the people of each group that has no groups
below it against `group`: its own leads and members and those of the delivery teams in it, each once, with the headcount
of teams that list nobody. Operations, councils and guilds in the group do not count. Where the size of a team is not
known, and it depends on that, the answer is unknown.

## Why it matters

Within a small circle people know who can do what, and settle things by talking. Beyond it they need rules, forms and
somebody who tells them whom to ask. Where the bounds lie is disputed; that there are bounds is not.

## Bad

```yaml
teams:
  shop: {kind: group}
  browse: {parent: shop, headcount: 14}
  basket: {parent: shop, headcount: 14}
  payments: {parent: shop, headcount: 14}
  returns: {parent: shop, headcount: 14}
```

## Good

```yaml
teams:
  before-the-order: {kind: group}
  browse: {parent: before-the-order, headcount: 14}
  basket: {parent: before-the-order, headcount: 14}
  after-the-order: {kind: group}
  payments: {parent: after-the-order, headcount: 14}
  returns: {parent: after-the-order, headcount: 14}
```

## What to do

Make two of it, along a line that few dependencies cross: what stays together should seldom need the other half.
"""

from collections.abc import Iterator
from typing import NamedTuple

from orgmodel.graph import OrgGraph
from orgmodel.model.teams import Team
from orgmodel.rules.base import FINE, Answer, Answers, Note, Options, Rule, Unknown, Violation, counted, option

MISSING = "members or headcount of teams"
_NAMED = 5  # of the teams of a group, in the related places


class Limits(Options):
    """How many people can trust one another."""

    team: int = option(15, "TT3", "The most people of a team.")
    group: int = option(50, "TT3", "The most people of a group that has no groups below it.")


class _Sizes(NamedTuple):
    """The people of a group: all that are known, and the delivery teams in it with their sizes."""

    people: int
    teams: dict[str, int | None]


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Compare delivery teams and the lowest groups with their limits."""
    for team in graph.delivery_teams:
        size = graph.size(team.id)
        if size is None:
            yield Unknown("team", team.id, MISSING)
        else:
            yield FINE if size <= options.team else _large_team(team, size, options.team)
    for group, teams in _lowest_groups(graph):
        yield _judged(group, _sizes(graph, group, teams), options.group)


def _lowest_groups(graph: OrgGraph) -> Iterator[tuple[Team, list[str]]]:
    """Yield the groups without groups below them that hold delivery teams, each with those."""
    for group in graph.groups:
        below = graph.under(group.id) - {group.id}
        if not group.external and all(graph.kind_of(id) != "group" for id in below):
            teams = sorted(filter(graph.is_delivery_team, below))
            if teams:
                yield group, teams


def _sizes(graph: OrgGraph, group: Team, teams: list[str]) -> _Sizes:
    listed = set(graph.people_of(group.id))
    unlisted = 0
    for id in teams:
        if graph.org.teams[id].members is not None:
            listed.update(graph.people_of(id))
        else:
            unlisted += graph.size(id) or 0
    return _Sizes(len(listed) + unlisted, {id: graph.size(id) for id in teams})


def _judged(group: Team, sizes: _Sizes, limit: int) -> Answer:
    if sizes.people > limit:
        return _large_group(group, sizes, limit)
    return Unknown("team", group.id, MISSING) if None in sizes.teams.values() else FINE


def _large_team(team: Team, size: int, limit: int) -> Answer:
    return Violation(
        kind="team",
        id=team.id,
        message=f"{team.id} has {counted(size, 'person', 'people')}, {size - limit} more than can trust one another "
        f"(limit {limit})",
        help="make two teams of it, each with components of its own",
        path=("headcount",) if team.members is None else (),
        evidence={"size": size, "over": size - limit, "limit": limit},
    )


def _large_group(group: Team, sizes: _Sizes, limit: int) -> Answer:
    least = "at least " if None in sizes.teams.values() else ""
    largest = sorted(sizes.teams.items(), key=lambda item: (-(item[1] or 0), item[0]))[:_NAMED]
    return Violation(
        kind="team",
        id=group.id,
        message=f"{group.id} has {least}{counted(sizes.people, 'person', 'people')} in "
        f"{counted(len(sizes.teams), 'team')}, {sizes.people - limit} more than can trust one another (limit {limit})",
        help="make two groups of it, along a line that few dependencies cross",
        related=tuple(Note(counted(size, "person", "people"), "team", id) for id, size in largest if size),
        evidence={"size": sizes.people, "teams": list(sizes.teams), "over": sizes.people - limit, "limit": limit},
    )


rule = Rule(
    code="T006",
    name="group-over-trust-limit",
    severity="warning",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="folklore",
    sources=("TT3", "DUNBAR"),
    subject="team",
)
