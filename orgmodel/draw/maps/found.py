"""The map of what the audit finds: teams with a finding about waiting, and those at the other end of their links."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from orgmodel.draw.counting import count
from orgmodel.draw.maps.couplings import Couplings
from orgmodel.draw.maps.values import TeamMap
from orgmodel.draw.maps.verdicts import CODES
from orgmodel.draw.maps.whole import MOST_TEAMS, map_of, strongest
from orgmodel.draw.maps.words import circles_fact, hot_spots_fact, percent
from orgmodel.graph.dependencies import Edge

MOST_FOUND: Final = 40
"""Of more boxes with a finding the hot spots and the most coupled are drawn: there must be room for the other ends."""


def found_map(couplings: Couplings) -> TeamMap:
    """Return the map of the boxes that a finding is about, of their links, and of what is at the other ends.

    Links between two boxes without a finding are left out; so are, where there are too many, the other ends with the
    weakest links.
    """
    concerned = sorted(couplings.concerned & couplings.numbers.keys())
    hot = couplings.hottest
    found = sorted(concerned, key=lambda id: (id not in hot, -couplings.numbers[id], id))[:MOST_FOUND]
    edges = _touching(couplings, frozenset(found))
    boxes = sorted({*found, *_other_ends(edges, found)})
    drawn = frozenset(boxes)
    kept = strongest([edge for edge in edges if edge.source in drawn and edge.target in drawn], couplings.most_links)
    linked = {end for edge in kept for end in (edge.source, edge.target)}
    boxes = [id for id in boxes if id in linked]
    return replace(
        map_of(couplings, boxes, kept),
        title=couplings.speech.found,
        facts=tuple(_facts(couplings, concerned, found, kept)),
        nothing="" if boxes else f"No finding of {CODES[0]} to {CODES[-1]} is about what this map shows.",
    )


def _touching(couplings: Couplings, found: frozenset[str]) -> list[Edge]:
    return [edge for edge in couplings.dependencies.edges if edge.source in found or edge.target in found]


def _other_ends(edges: Sequence[Edge], found: Sequence[str]) -> list[str]:
    weights: Counter[str] = Counter()
    for edge in edges:
        weights.update({end: edge.weight for end in (edge.source, edge.target) if end not in found})
    return sorted(weights, key=lambda id: (-weights[id], id))[: MOST_TEAMS - len(found)]


def _facts(couplings: Couplings, concerned: Sequence[str], found: Sequence[str], kept: Sequence[Edge]) -> Iterator[str]:
    name = couplings.graph.org.organisation.name
    if name:
        yield name
    boxes = count(len(couplings.dependencies.teams), couplings.unit)
    yield f"{len(concerned)} of {boxes} {'has' if len(concerned) == 1 else 'have'} findings about waiting"
    if len(found) < len(concerned):
        yield f"{len(found)} of them are shown, the most coupled"
    every = couplings.dependencies
    share = sum(edge.weight for edge in kept) / every.weight if every.weight else 0.0
    known = count(len(every.edges), "dependency", "dependencies")
    yield f"{len(kept)} of {known} lead there, {percent(share)} of the weight"
    yield from hot_spots_fact(list(couplings.hottest.values()))
    yield from circles_fact(couplings.circles, couplings.speech, couplings.unit)
