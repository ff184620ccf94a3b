"""Cycles: nodes that reach each other, and how many ties hold them together."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from orgmodel.measures.base import Listed, Undefined, measure
from orgmodel.measures.connected import condensed
from orgmodel.measures.subjects import team_ties
from orgmodel.measures.ties import Ties, by_name

NO_TEAMS = Undefined("there are no teams")


def groups_in_circles(ties: Ties) -> Iterator[Sequence[int]]:
    """Yield the nodes, by their places, of each group of two or more that reach each other."""
    return (group for group in condensed(ties).groups if len(group) > 1)


@measure("organisation", unit="groups of teams", evidence="supported", better="down", of=team_ties)
def cyclic_groups(ties: Ties) -> Listed:
    """Sets of two and more that all reach each other along ties.

    These are the strongly connected components of more than one node, each sorted. A loop of a node with itself is no
    group; how many there were is said beside the list. Defined for every graph; without circles the list is empty.
    O(nodes + ties).

    Examples
    --------
    >>> cyclic_groups(cleaned("abcde", ["ab", "ba", "bc", "cd", "dc", "ee"])).names
    (('a', 'b'), ('c', 'd'))

    References
    ----------
    .. [1] R. Tarjan, Depth-first search and linear graph algorithms, SIAM Journal on Computing 1 (1972).
    .. [2] A. MacCormack, D. Sturtevant, Technical debt and system architecture: the impact of coupling on
       defect-related activity, Journal of Systems and Software 120 (2016).
    """
    groups = tuple(by_name(ties, (ties.nodes[node] for node in group)) for group in groups_in_circles(ties))
    return Listed(groups, loops_left_out(ties))


def loops_left_out(ties: Ties) -> str | None:
    """Return how many loops were dropped, in words; None if there were none."""
    if not ties.loops:
        return None
    return "1 loop not counted" if ties.loops == 1 else f"{ties.loops:,} loops not counted"


@measure("organisation", unit="share", evidence="supported", better="down", of=team_ties)
def cyclic_share(ties: Ties) -> float | Undefined:
    """Share of the nodes that are in a circle of two and more.

    Range: 0 to 1. Undefined without nodes. O(nodes + ties).

    Examples
    --------
    >>> cyclic_share(cleaned("abcd", ["ab", "ba", "bc"]))
    0.5

    References
    ----------
    .. [1] A. MacCormack, D. Sturtevant, Technical debt and system architecture: the impact of coupling on
       defect-related activity, Journal of Systems and Software 120 (2016).
    """
    if not ties.nodes:
        return NO_TEAMS
    return sum(map(len, groups_in_circles(ties))) / len(ties.nodes)


@measure("organisation", unit="teams", evidence="supported", better="down", of=team_ties)
def largest_cycle(ties: Ties) -> float | Undefined:
    """Nodes in the largest set that all reach each other along ties; 1 where there is no circle.

    Range: 1 to the number of nodes. Undefined without nodes. O(nodes + ties).

    Examples
    --------
    >>> largest_cycle(cleaned("abcd", ["ab", "bc", "ca", "cd"]))
    3

    References
    ----------
    .. [1] R. Tarjan, Depth-first search and linear graph algorithms, SIAM Journal on Computing 1 (1972).
    """
    return max(map(len, condensed(ties).groups)) if ties.nodes else NO_TEAMS


@measure("team", unit="yes or no", evidence="supported", of=team_ties)
def in_cycle(ties: Ties) -> Mapping[Any, bool]:
    """Whether a node reaches itself through others.

    Defined for every node; a loop does not count. O(nodes + ties).

    Examples
    --------
    >>> in_cycle(cleaned("abc", ["ab", "ba", "bc", "cc"]))
    {'a': True, 'b': True, 'c': False}

    References
    ----------
    .. [1] R. Tarjan, Depth-first search and linear graph algorithms, SIAM Journal on Computing 1 (1972).
    """
    inside = {node for group in groups_in_circles(ties) for node in group}
    return {node: place in inside for place, node in enumerate(ties.nodes)}
