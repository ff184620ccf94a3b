"""The map of all teams that depend on others."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from orgmodel.draw.counting import count
from orgmodel.draw.maps.couplings import Couplings
from orgmodel.draw.maps.heat import heat_of
from orgmodel.draw.maps.values import MapBox, TeamMap
from orgmodel.draw.maps.words import circles_fact, hot_spots_fact, most_coupled_fact, percent, unknown_fact
from orgmodel.graph.dependencies import Edge

MOST_TEAMS: Final = 100
"""More than so many teams are not drawn one by one."""
_FEW_MORE: Final = 1.1


def whole_map(couplings: Couplings) -> TeamMap:
    """Return the map of all teams with a dependency; of too many, those that are coupled most."""
    teams = most_coupled(couplings, MOST_TEAMS)
    drawn = frozenset(teams)
    edges = [edge for edge in couplings.dependencies.edges if edge.source in drawn and edge.target in drawn]
    kept = strongest(edges, couplings.most_links)
    apart, apart_are = apart_fact(couplings) if teams else ((), "")
    return replace(
        map_of(couplings, teams, kept),
        facts=tuple(_facts(couplings, teams, kept)),
        apart=apart,
        apart_are=apart_are,
        nothing="" if teams else _nothing(couplings),
    )


def map_of(couplings: Couplings, teams: Sequence[str], edges: Sequence[Edge]) -> TeamMap:
    """Return the map of teams, hot by their rank among each other, and of links between them; without facts."""
    heat = heat_of({id: couplings.numbers[id] for id in teams})
    boxes = grouped([replace(couplings.box(id), heat=heat[id]) for id in teams])
    groups = sorted({each.group for each in boxes if each.group is not None})
    return TeamMap(
        title=couplings.speech.teams,
        facts=(),
        boxes=boxes,
        links=couplings.links(edges),
        words=replace(couplings.words, badges=tuple(couplings.verdicts.meanings(teams))),
        groups={id: couplings.name(id) for id in groups},
    )


def strongest(edges: Sequence[Edge], most: int) -> tuple[Edge, ...]:
    """Return the heaviest edges, sorted by their ends; all of them where few would be left out."""
    if len(edges) <= _FEW_MORE * most:
        return tuple(edges)
    heaviest = sorted(edges, key=lambda edge: (-edge.weight, edge.source, edge.target))[:most]
    return tuple(sorted(heaviest, key=lambda edge: (edge.source, edge.target)))


def carried(edges: Sequence[Edge], couplings: Couplings) -> Iterator[str]:
    """Say how many dependencies there are, and how much of the weight is drawn where not all of it is."""
    everything = couplings.dependencies
    if len(edges) < len(everything.edges):
        share = sum(edge.weight for edge in edges) / everything.weight
        known = count(len(everything.edges), "dependency", "dependencies")
        yield f"the {len(edges)} strongest of {known} carry {percent(share)} of the weight"
    else:
        yield count(len(everything.edges), "dependency", "dependencies")


def grouped(boxes: Sequence[MapBox]) -> tuple[MapBox, ...]:
    """Leave groups out where all boxes are in the same one: that would say nothing, and take room."""
    same = len({each.group for each in boxes}) == 1
    return tuple(replace(each, group=None) for each in boxes) if same else tuple(boxes)


def most_coupled(couplings: Couplings, most: int) -> list[str]:
    """Return the boxes with links; of too many those with the highest numbers."""
    numbers = couplings.numbers
    return sorted(sorted(numbers, key=lambda id: (-numbers[id], id))[:most])


def apart_fact(couplings: Couplings) -> tuple[tuple[str, ...], str]:
    """Return the names of what has no link, and what they are."""
    connected = set(couplings.dependencies.connected_teams)
    names = tuple(sorted(couplings.names[id] for id in couplings.dependencies.teams if id not in connected))
    return names, f"{couplings.speech.apart} {count(len(names), couplings.unit)}"


def _nothing(couplings: Couplings) -> str:
    """Say that the layer is empty, and what there is beside it."""
    others = len(couplings.graph.dependencies("all").edges)
    if not others:
        return couplings.speech.nothing
    return f"{couplings.speech.nothing} Of another kind: {count(others, 'dependency', 'dependencies')}."


def _facts(couplings: Couplings, teams: Sequence[str], edges: Sequence[Edge]) -> Iterator[str]:
    name = couplings.graph.org.organisation.name
    if name:
        yield name
    yield count(len(couplings.dependencies.teams), "team")
    if len(teams) < len(couplings.numbers):
        yield f"the {len(teams)} most coupled are shown"
    yield from carried(edges, couplings)
    yield from found_facts(couplings, teams)
    yield from unknown_fact(couplings.dependencies)


def found_facts(couplings: Couplings, teams: Sequence[str]) -> Iterator[str]:
    """Name the hot spots, count the circles, and name those who are coupled most."""
    yield from hot_spots_fact(list(couplings.hottest.values()))
    yield from circles_fact(couplings.circles, couplings.speech, couplings.unit)
    yield from most_coupled_fact(couplings.names, {id: couplings.numbers[id] for id in teams})
