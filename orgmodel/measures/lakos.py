"""Reach: cumulative dependency, after Lakos."""

from collections.abc import Iterator, Mapping
from math import log2
from typing import Any, Literal

from orgmodel.measures.base import Detailed, Undefined, measure
from orgmodel.measures.connected import condensed
from orgmodel.measures.reach import share_of_reach
from orgmodel.measures.subjects import team_ties
from orgmodel.measures.ties import Ties

Tree = Literal["log2_formula", "complete_integer"]


@measure("organisation", unit="pairs of teams", evidence="descriptive", better="down", of=team_ties)
def ccd(ties: Ties) -> float | Detailed:
    """Cumulative component dependency: how many teams each team depends on in the end, itself included, summed.

    Range: n, without dependencies, to n² for n teams; 0 without teams. Exact up to 20,000 teams and for trees of any
    size, above that estimated as in `propagation_cost`; O(n · ties / 64).

    Examples
    --------
    >>> ccd(cleaned("abcde", ["ab", "ac", "bd", "be"]))
    11.0

    References
    ----------
    .. [1] J. Lakos, Large-Scale C++ Software Design (1996), section 4.12.
    """
    return share_of_reach(ties, 1)


@measure("organisation", unit="teams", evidence="descriptive", better="down", of=team_ties)
def acd(ties: Ties) -> float | Detailed | Undefined:
    """Average component dependency: how many teams a team depends on in the end, itself included, on average.

    Range: 1, without dependencies, to n for n teams. Undefined without teams. Exact up to 20,000 teams and for trees of
    any size, above that estimated as in `propagation_cost`; O(n · ties / 64).

    Examples
    --------
    >>> acd(cleaned("abcde", ["ab", "ac", "bd", "be"]))
    2.2

    References
    ----------
    .. [1] J. Lakos, Large-Scale C++ Software Design (1996), section 4.12.
    """
    return share_of_reach(ties, len(ties.nodes)) if ties.nodes else Undefined("there are no teams")


@measure("organisation", unit="ratio", evidence="folklore", better="down", of=team_ties)
def nccd(ties: Ties, tree: Tree = "log2_formula") -> Detailed | Undefined:
    """Cumulative component dependency, divided by that of a balanced binary tree of as many teams.

    Two denominators are in use, equal only where n is 2ᵏ - 1: the formula (n + 1) · log₂(n + 1) - n, and the sum over a
    tree whose levels are filled one after the other. The value says which. Range: above 0; 1 for such a tree, more for
    chains and circles. Undefined without teams. Cost and estimates as in `propagation_cost`.

    Parameters
    ----------
    ties
        The dependencies.
    tree
        ``log2_formula`` or ``complete_integer``.

    Examples
    --------
    >>> nccd(cleaned("abcdefg", ["ab", "ac", "bd", "be", "cf", "cg"]))
    Detailed(value=1.0, detail='against the tree of log2_formula')
    >>> nccd(cleaned("abc", ["ab", "bc"]), tree="complete_integer").value
    1.2

    References
    ----------
    .. [1] J. Lakos, Large-Scale C++ Software Design (1996), section 4.12 and page 191.
    """
    if not ties.nodes:
        return Undefined("there are no teams")
    found = share_of_reach(ties, ccd_balanced_tree(len(ties.nodes), tree))
    variant = f"against the tree of {tree}"
    if isinstance(found, Detailed):
        return Detailed(found.value, f"{variant}, {found.detail}")
    return Detailed(found, variant)


def ccd_balanced_tree(n: int, tree: Tree = "log2_formula") -> float:
    """Return the cumulative component dependency of a balanced binary tree.

    Range: 0 and more. O(n) for ``complete_integer``, otherwise O(1).

    Parameters
    ----------
    n
        How many nodes it has.
    tree
        ``log2_formula`` for (n + 1) · log₂(n + 1) - n; ``complete_integer`` for the sum over a tree whose levels are
        filled one after the other.

    Raises
    ------
    ValueError
        If the tree has another name.

    Examples
    --------
    >>> ccd_balanced_tree(7), ccd_balanced_tree(7, "complete_integer"), ccd_balanced_tree(2, "complete_integer")
    (17.0, 17, 3)

    References
    ----------
    .. [1] J. Lakos, Large-Scale C++ Software Design (1996), page 191.
    """
    match tree:
        case "log2_formula":
            return (n + 1) * log2(n + 1) - n
        case "complete_integer":
            # Node i stands on level ⌊log₂ i⌋ + 1 and has as many above it and itself.
            return sum(node.bit_length() for node in range(1, n + 1))
    raise ValueError(f"no such tree: {tree}; known are log2_formula and complete_integer")


@measure("team", unit="level", evidence="descriptive", better="down", of=team_ties)
def lakos_level(ties: Ties) -> Mapping[Any, float]:
    """Level of a team: how many teams there are on the longest way down from it; all of a cyclic group count.

    A team that depends on none has level 1. Another one's is the highest level below its cyclic group and as many more
    as the group has teams. Range: 1 to n for n teams; teams of one group share a level. O(nodes + ties).

    Examples
    --------
    >>> lakos_level(cleaned("abcd", ["ab", "bc", "cb", "cd"]))
    {'a': 4, 'b': 3, 'c': 3, 'd': 1}

    References
    ----------
    .. [1] J. Lakos, Large-Scale C++ Software Design (1996), section 4.7.
    """
    return dict(_levels(ties, [len(group) for group in condensed(ties).groups]))


@measure("team", unit="level", evidence="descriptive", better="down", of=team_ties)
def lakos_depth(ties: Ties) -> Mapping[Any, float]:
    """Plain level of a team: how many steps there are on the longest way down from it; a cyclic group is one step.

    Range: 1, for a team that depends on none outside its group, to n for n teams. O(nodes + ties).

    Examples
    --------
    >>> lakos_depth(cleaned("abcd", ["ab", "bc", "cb", "cd"]))
    {'a': 3, 'b': 2, 'c': 2, 'd': 1}

    References
    ----------
    .. [1] J. Lakos, Large-Scale C++ Software Design (1996), section 4.7.
    """
    return dict(_levels(ties, [1] * len(condensed(ties).groups)))


def _levels(ties: Ties, heights: list[int]) -> Iterator[tuple[Any, int]]:
    graph = condensed(ties)
    levels = [0] * len(heights)
    for group in graph.ends_first:
        levels[group] = heights[group] + max((levels[other] for other in graph.below[group]), default=0)
    return ((node, levels[graph.group_of[place]]) for place, node in enumerate(ties.nodes))
