"""Hierarchy: layers and spans of the reporting lines."""

from orgmodel.graph import OrgGraph
from orgmodel.graph.dependencies import Layer
from orgmodel.measures.base import Detailed, Undefined, measure


@measure("organisation", unit="people", evidence="descriptive")
def layers(graph: OrgGraph, layer: Layer) -> float | Undefined:
    """People on the longest line from top to bottom, both ends included; undefined where no manager is known."""
    if not graph.reporting.reports:
        return Undefined("no manager is stated")
    return len(graph.reporting.longest_line)


@measure("organisation", unit="people", evidence="folklore")
def mean_span(graph: OrgGraph, layer: Layer) -> float | Detailed | Undefined:
    """Direct reports (solid line) of those who have any, on average; undefined where no manager is known."""
    spans = sorted(len(people) for people in graph.reporting.reports.values())
    if not spans:
        return Undefined("no manager is stated")
    middle = (spans[(len(spans) - 1) // 2] + spans[len(spans) // 2]) / 2
    return Detailed(
        sum(spans) / len(spans), f"{len(spans)} managers, from {spans[0]} to {spans[-1]}, median {middle:g}"
    )
