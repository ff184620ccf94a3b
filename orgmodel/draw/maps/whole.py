"""The map of all teams that depend on others."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from orgmodel.draw.maps.couplings import Couplings
from orgmodel.draw.maps.heat import heat_of
from orgmodel.draw.maps.values import MapBox, MapLink, TeamMap
from orgmodel.draw.maps.words import circles_fact, count, hottest_fact, legend_words, percent, unknown_fact
from orgmodel.graph.dependencies import Edge

MOST_TEAMS: Final = 100
"""More than so many teams are not drawn one by one."""
MOST_LINKS: Final = 150
"""Of more links the strongest are drawn."""
_FEW_MORE: Final = 1.1


def whole_map(couplings: Couplings) -> TeamMap:
    """Return the map of all teams with a dependency; of too many, those that are coupled most."""
    dependencies = couplings.dependencies
    teams = _most_coupled(couplings)
    drawn = frozenset(teams)
    edges = strongest(
        [edge for edge in dependencies.edges if edge.source in drawn and edge.target in drawn], MOST_LINKS
    )
    connected = set(dependencies.connected_teams)
    heat = heat_of({id: couplings.numbers[id] for id in teams})
    boxes = _grouped([replace(couplings.box(id), heat=heat[id]) for id in teams])
    groups = sorted({each.group for each in boxes if each.group is not None})
    return TeamMap(
        title=couplings.speech.teams,
        facts=tuple(_facts(couplings, heat, edges)),
        boxes=boxes,
        links=links_of(couplings, edges),
        words=legend_words(couplings.speech, weights=couplings.weights),
        groups={id: couplings.name(id) for id in groups},
        apart=tuple(sorted(couplings.names[id] for id in dependencies.teams if id not in connected and teams)),
        apart_are=f"{couplings.speech.apart} {count(len(dependencies.teams) - len(connected), 'team')}",
        nothing="" if teams else _nothing(couplings),
    )


def strongest(edges: Sequence[Edge], most: int) -> tuple[Edge, ...]:
    """Return the heaviest edges, sorted by their ends; all of them where few would be left out."""
    if len(edges) <= _FEW_MORE * most:
        return tuple(edges)
    heaviest = sorted(edges, key=lambda edge: (-edge.weight, edge.source, edge.target))[:most]
    return tuple(sorted(heaviest, key=lambda edge: (edge.source, edge.target)))


def links_of(couplings: Couplings, edges: Sequence[Edge]) -> tuple[MapLink, ...]:
    """Return the links that show dependencies; those between two teams of one circle are circular."""
    circle = couplings.dependencies.cyclic_group_of
    return tuple(
        couplings.link(edge, circular=edge.source in circle and circle[edge.source] == circle.get(edge.target))
        for edge in edges
    )


def carried(edges: Sequence[Edge], couplings: Couplings) -> Iterator[str]:
    """Say how many dependencies there are, and how much of the weight is drawn where not all of it is."""
    everything = couplings.dependencies
    if len(edges) < len(everything.edges):
        share = sum(edge.weight for edge in edges) / everything.weight
        known = count(len(everything.edges), "dependency", "dependencies")
        yield f"the {len(edges)} strongest of {known} carry {percent(share)} of the weight"
    else:
        yield count(len(everything.edges), "dependency", "dependencies")


def _grouped(boxes: Sequence[MapBox]) -> tuple[MapBox, ...]:
    """Leave groups out where all boxes are in the same one: that would say nothing, and take room."""
    same = len({each.group for each in boxes}) == 1
    return tuple(replace(each, group=None) for each in boxes) if same else tuple(boxes)


def _most_coupled(couplings: Couplings) -> list[str]:
    numbers = couplings.numbers
    return sorted(sorted(numbers, key=lambda id: (-numbers[id], id))[:MOST_TEAMS])


def _nothing(couplings: Couplings) -> str:
    """Say that the layer is empty, and what there is beside it."""
    others = len(couplings.graph.dependencies("all").edges)
    if not others:
        return couplings.speech.nothing
    return f"{couplings.speech.nothing} Of another kind: {count(others, 'dependency', 'dependencies')}."


def _facts(couplings: Couplings, heat: Mapping[str, int], edges: Sequence[Edge]) -> Iterator[str]:
    name = couplings.graph.org.organisation.name
    if name:
        yield name
    dependencies = couplings.dependencies
    yield count(len(dependencies.teams), "team")
    if len(heat) < len(couplings.numbers):
        yield f"the {len(heat)} most coupled are shown"
    yield from carried(edges, couplings)
    yield from circles_fact(couplings.circles)
    yield from hottest_fact(couplings.names, couplings.numbers, heat)
    yield from unknown_fact(dependencies)
