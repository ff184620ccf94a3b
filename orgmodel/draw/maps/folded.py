"""The map of a large organisation: groups in the place of their teams, and the strongest links between them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from orgmodel.draw.maps.couplings import Couplings
from orgmodel.draw.maps.values import MapBox, MapLink, TeamMap
from orgmodel.draw.maps.whole import carried, strongest
from orgmodel.draw.maps.words import count, hottest_fact, legend_words, unknown_fact
from orgmodel.graph.dependencies import Edge, Layer
from orgmodel.graph.org_graph import OrgGraph

MOST_GROUPS: Final = 25
MOST_LINKS: Final = 40


def folding_level(graph: OrgGraph, layer: Layer) -> int | None:
    """Return the deepest level at which at least two and at most 25 groups depend on others, or None."""
    for level in range(graph.hierarchy.levels, 0, -1):
        if 2 <= len(graph.folded(layer, level).connected_teams) <= MOST_GROUPS:
            return level
    return None


def folded_map(graph: OrgGraph, layer: Layer, level: int) -> TeamMap:
    """Return the map of the groups at a level."""
    couplings = Couplings(graph, graph.folded(layer, level), layer)
    dependencies = couplings.dependencies
    members = _members(graph, level)
    inside = _inside(graph, layer, level)
    edges = strongest(dependencies.edges, MOST_LINKS)
    connected = set(dependencies.connected_teams)
    return TeamMap(
        title=couplings.speech.groups,
        facts=tuple(_facts(couplings, members, edges)),
        boxes=tuple(_box(couplings, id, members[id], inside[id]) for id in dependencies.connected_teams),
        links=_links(couplings, edges),
        words=replace(legend_words(couplings.speech, weights=couplings.weights), circular="both ways"),
        apart=tuple(sorted(couplings.names[id] for id in dependencies.teams if id not in connected)),
        apart_are=f"{couplings.speech.apart} {count(len(dependencies.teams) - len(connected), 'group')}",
    )


def _members(graph: OrgGraph, level: int) -> Mapping[str, list[str]]:
    members: dict[str, list[str]] = {}
    for team in graph.dependency_teams:
        members.setdefault(graph.hierarchy.at_level(team.id, level), []).append(team.id)
    return members


def _inside(graph: OrgGraph, layer: Layer, level: int) -> Mapping[str, float]:
    """Return the share of the weight at each group's teams that stays within the group."""
    home = {team.id: graph.hierarchy.at_level(team.id, level) for team in graph.dependency_teams}
    within = dict.fromkeys(home.values(), 0.0)
    touching = dict.fromkeys(home.values(), 0.0)
    for edge in graph.dependencies(layer).edges:
        ends = {home[edge.source], home[edge.target]}
        for group in ends:
            touching[group] += edge.weight
            within[group] += edge.weight if len(ends) == 1 else 0
    return {group: within[group] / touching[group] if touching[group] else 0.0 for group in within}


def _box(couplings: Couplings, id: str, members: Sequence[str], inside: float) -> MapBox:
    box = couplings.box(id)
    if members == [id]:
        return replace(box, group=None, circle=None)
    second = f"{count(len(members), 'team')} · {_people(couplings.graph, members)}"
    lines = box.tooltip.split("\n")
    lines[1] = f"{second}; {round(100 * inside)} % of its coupling stays inside"
    return replace(box, second=second, group=None, circle=None, inside=inside, tooltip="\n".join(lines))


def _people(graph: OrgGraph, teams: Sequence[str]) -> str:
    """Say how many people are described, each once; a plus where the size of a team is unknown."""
    unlisted = [team for team in teams if graph.org.teams[team].members is None]
    listed = {person for team in teams if team not in unlisted for person in graph.people_of(team)}
    headcounts = [size for team in unlisted if (size := graph.size(team)) is not None]
    if len(unlisted) == len(teams) and not headcounts:
        return "size unknown"
    return f"{len(listed) + sum(headcounts):,}{'+' * (len(headcounts) < len(unlisted))} people"


def _links(couplings: Couplings, edges: Sequence[Edge]) -> tuple[MapLink, ...]:
    drawn = {(edge.source, edge.target) for edge in edges}
    return tuple(couplings.link(edge, circular=(edge.target, edge.source) in drawn) for edge in edges)


def _facts(couplings: Couplings, members: Mapping[str, Sequence[str]], edges: Sequence[Edge]) -> Iterator[str]:
    name = couplings.graph.org.organisation.name
    if name:
        yield name
    yield f"{count(sum(map(len, members.values())), 'team')} folded into {count(len(members), 'group')}"
    yield from carried(edges, couplings)
    yield from hottest_fact(couplings.names, couplings.numbers, couplings.heat)
    yield from unknown_fact(couplings.dependencies)
