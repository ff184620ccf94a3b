"""Hierarchy: layers and spans of the reporting lines."""

from collections import Counter

from orgmodel.graph import OrgGraph
from orgmodel.graph.dependencies import Layer
from orgmodel.measures.base import Detailed, Listed, Undefined, measure
from orgmodel.measures.connected import condensed
from orgmodel.measures.distribution import quantile
from orgmodel.measures.subjects import NO_MANAGER, reporting_ties
from orgmodel.measures.ties import Ties, by_name


def _everybody(graph: OrgGraph, layer: Layer) -> Ties | Undefined:
    """Return the reporting lines between all who are described, also those of whom nothing is known."""
    lines = graph.reporting.reports
    if not lines:
        return NO_MANAGER
    weights = {(manager, each): 1.0 for manager, reports in lines.items() for each in reports if each != manager}
    return Ties(nodes=tuple(sorted(graph.org.people)), weights=weights)


@measure("organisation", unit="people", evidence="descriptive", of=reporting_ties)
def layers(ties: Ties) -> float | Undefined:
    """People on the longest line from top to bottom, both ends included.

    Ties go from manager to report. Range: 1 to n for n people. Of an organisation: whoever reports in a circle, and
    whoever stands below such a one, is left out and counted. Undefined where nobody is there, where no manager is
    known, and for ties with a circle. O(nodes + ties).

    A definition by itself: the nodes on the longest path.

    Examples
    --------
    >>> layers(cleaned("abcde", ["ab", "ac", "cd", "de"]))
    4
    >>> layers(cleaned("ab", ["ab", "ba"]))
    Undefined(reason='people report to each other in a circle')
    """
    if not ties.nodes:
        return Undefined("there are no people")
    graph = condensed(ties)
    if any(len(group) > 1 for group in graph.groups):
        return Undefined("people report to each other in a circle")
    height = [1] * len(graph.groups)
    for group in graph.ends_first:
        height[group] += max((height[other] for other in graph.below[group]), default=0)
    return max(height)


@measure("organisation", unit="people", evidence="folklore", of=reporting_ties)
def mean_span(ties: Ties) -> Detailed | Undefined:
    """Direct reports (solid line) of those who have any, on average; `spans` has the distribution.

    Ties go from manager to report. Range: 1 and more. Of an organisation, whoever reports in a circle or stands below
    such a one is left out and counted. Undefined where no manager is known. No span is the right one: shop floors have
    worked with fifty. O(nodes + ties).

    Examples
    --------
    >>> mean_span(cleaned("abcd", ["ab", "ac", "bd"]))
    Detailed(value=1.5, detail='2 managers, from 1 to 2, median 1.5')

    References
    ----------
    .. [1] V. Graicunas, Relationship in organization (1933).
    .. [2] L. Urwick, The manager's span of control, Harvard Business Review 34 (1956).
    .. [3] J. Woodward, Industrial Organization: Theory and Practice (1965).
    """
    spans = sorted(Counter(manager for manager, _ in ties.weights).values())
    if not spans:
        return Undefined("no manager is stated")
    middle = quantile(spans, 0.5)
    return Detailed(
        sum(spans) / len(spans), f"{len(spans)} managers, from {spans[0]} to {spans[-1]}, median {middle:g}"
    )


@measure("organisation", unit="share", evidence="descriptive", of=_everybody)
def manager_ratio(ties: Ties) -> float | Undefined:
    """Share of all people who have at least one direct report (solid line).

    Ties go from manager to report. Range: 0 to below 1, and 1 only if people report to each other in circles. Undefined
    where nobody is there and where no manager is known. O(nodes + ties).

    A definition by itself: managers, of everybody.

    Examples
    --------
    >>> manager_ratio(cleaned("abcd", ["ab", "ac", "bd"]))
    0.5
    """
    if not ties.nodes:
        return Undefined("there are no people")
    return len({manager for manager, _ in ties.weights}) / len(ties.nodes)


@measure("organisation", unit="people", evidence="folklore", of=_everybody)
def managers_with_one_report(ties: Ties) -> Listed:
    """Managers with exactly one direct report (solid line).

    Ties go from manager to report. Defined for every graph; sorted. O(nodes + ties).

    A definition by itself: nodes with one tie out.

    Examples
    --------
    >>> managers_with_one_report(cleaned("abcd", ["ab", "ac", "bd"])).names
    ('b',)
    """
    spans = Counter(manager for manager, _ in ties.weights)
    return Listed(by_name(ties, (manager for manager, reports in spans.items() if reports == 1)))
