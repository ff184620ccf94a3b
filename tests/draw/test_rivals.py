"""The map has fewer crossings and shorter links than a plain run of Graphviz, and small changes move few boxes."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from statistics import median

import pytest

from orgmodel import api
from orgmodel.draw.placing.layout import Layout
from orgmodel.graph import OrgGraph
from orgmodel.model.dependencies import Dependency
from orgmodel.model.organisation import Org
from tests.draw.organisations import SHAPES, made
from tests.draw.rivals import Way, measured, of_graphviz, of_orgmodel, placed_map

ORGS = Path(__file__).parents[2] / "orgs"
TANGLED = list(SHAPES).index("tangled")


@pytest.mark.parametrize("sample", ["northwind", "fulfilment/before.yaml"])
def test_samples(sample: str) -> None:
    """Of the samples the map has at most as many crossings, and links that are at most as long."""
    graph = OrgGraph(api.load(ORGS / sample)[0])
    own, theirs = of_orgmodel(graph), of_graphviz(graph)
    assert own.crossings <= theirs.crossings
    assert own.length <= theirs.length


@pytest.mark.slow
def test_tangles() -> None:
    """Of twenty tangled organisations of up to 60 teams nearly all have fewer crossings, and all have shorter links."""
    graphs = [OrgGraph(made(len(SHAPES) * place + TANGLED)) for place in range(20)]
    pairs = [(of_orgmodel(graph), of_graphviz(graph)) for graph in graphs]
    assert 18 <= sum(own.crossings <= theirs.crossings for own, theirs in pairs)
    assert 20 == sum(own.length <= theirs.length for own, theirs in pairs)


def test_what_is_measured() -> None:
    """Two links that cross count once however often they do, and not if they have a box in common."""
    up, down = ((0, 0), (10, 10), (20, 0), (30, 10)), ((0, 10), (10, 0), (20, 10), (30, 0))
    assert 1 == measured([Way(("a", "b"), up), Way(("c", "d"), down)], 10).crossings
    assert 0 == measured([Way(("a", "b"), up), Way(("a", "d"), down)], 10).crossings
    assert (0, 3) == measured([Way(("a", "b"), ((0, 0), (30, 0)))], 10)


def columns(layout: Layout) -> list[list[str]]:
    """Return the boxes of each column from top to bottom."""
    return [[box for each in column for box in each.boxes] for column in layout.columns]


def moved(before: Layout, after: Layout) -> float:
    """Return the share of boxes that have to be moved to make one layout of the other."""
    place = {box: (number, row) for number, column in enumerate(columns(before)) for row, box in enumerate(column)}
    rows = [[place[box][1] for box in column if place[box][0] == n] for n, column in enumerate(columns(after))]
    return 1 - sum(map(longest_rising, rows)) / len(place)


def longest_rising(numbers: Sequence[int]) -> int:
    """Return how many numbers of a row can stay where they are if it is to be sorted (patience sorting)."""
    piles: list[int] = []
    for number in numbers:
        at = bisect_left(piles, number)
        piles[at : at + 1] = [number]
    return len(piles)


def with_one_more(org: Org, random: Random) -> Org:
    """Return the organisation with one more dependency, between any two teams of the map."""
    one, other = random.sample(OrgGraph(org).dependencies("waits").connected_teams, k=2)
    return replace(org, dependencies=(*org.dependencies, Dependency(source=one, target=other, kind="approval")))


def test_one_more_dependency_moves_few_boxes() -> None:
    """In most cases a map keeps the greater part of its boxes where they are when one dependency is added."""
    shares = []
    for org in (api.load(ORGS / "northwind")[0], made(TANGLED), made(len(SHAPES))):
        random = Random(7)
        before = placed_map(OrgGraph(org))[1]
        shares += [moved(before, placed_map(OrgGraph(with_one_more(org, random)))[1]) for _ in range(5)]
    assert median(shares) < 0.35
    assert 0 == moved(before, before)
