"""Grouping: how well teams and groups keep dependencies inside."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from math import fsum
from typing import Any, Final

from orgmodel.measures.base import Detailed, Undefined, measure
from orgmodel.measures.grouped import around_each_group, components_by_team, pairs_of_each_group, teams_by_group
from orgmodel.measures.ties import Ties

Home = Mapping[Any, Any]
"""The group of each node; a node that is missing, or has None, has none that is known."""

NO_TIES: Final = Undefined("there are no dependencies between teams")


@measure("organisation", unit="−0.5 to 1", evidence="descriptive", of=teams_by_group)
def modularity(ties: Ties, home: Home) -> float | Undefined:
    """Weight of the dependencies inside groups, less what is to be expected if they fell at random.

    With weight m in all, L inside a group, and d that its members have, it is the sum of L/m − (d/2m)² over the groups;
    with direction, of L/m − (d out · d in)/m². From −0.5 to 1; 0 where all are in one group. Of an organisation: of the
    dependencies between teams, with direction, by the group that each team belongs to; a team without one stands for
    itself. Small groups among many are not seen (resolution limit). Undefined without dependencies. O(dependencies).

    Examples
    --------
    >>> from orgmodel.measures.ties import cleaned
    >>> triangles = cleaned("abcdef", ["ab", "bc", "ac", "de", "ef", "df"], directed=False)
    >>> modularity(triangles, dict.fromkeys("abc", "left") | dict.fromkeys("def", "right"))
    0.5

    References
    ----------
    .. [1] M. Newman, M. Girvan, Finding and evaluating community structure in networks, Physical Review E 69 (2004).
    .. [2] E. Leicht, M. Newman, Community structure in directed networks, Physical Review Letters 100 (2008).
    .. [3] S. Fortunato, M. Barthélemy, Resolution limit in community detection, PNAS 104 (2007).
    """
    if not ties.total:
        return NO_TIES
    inside: dict[Any, float] = defaultdict(float)
    out: dict[Any, float] = defaultdict(float)
    into: dict[Any, float] = defaultdict(float)
    for (one, other), weight in ties.weights.items():
        source, target = home[one], home[other]
        out[source] += weight
        into[target] += weight
        if source == target:
            inside[source] += weight
    total = ties.total
    if ties.directed:
        return fsum(inside[each] / total - out[each] * into[each] / total**2 for each in {**out, **into})
    return fsum(inside[each] / total - ((out[each] + into[each]) / (2 * total)) ** 2 for each in {**out, **into})


@measure("organisation", unit="share", evidence="descriptive", better="down", of=teams_by_group)
@measure("group", unit="share", evidence="descriptive", better="down", of=around_each_group, each=True)
def conductance(ties: Ties, inside: Collection[Any] | Home) -> float | Detailed | Undefined:
    """Weight of the dependencies across a group's border, of all that its members have, or all that the others have.

    Without direction: what crosses, divided by the smaller of the two sums of weights at the nodes of each side; from 0
    for a group that nothing leaves to 1 for one that keeps nothing inside. Of a group: all teams below it against all
    others, over the dependencies between teams. Of a whole grouping, such as all teams by the group they belong to: the
    mean over its groups that have a value. Undefined where one side has no dependency at all. O(dependencies).

    Parameters
    ----------
    inside
        The nodes of one group; or, of a whole grouping, the group of each node.

    Examples
    --------
    >>> from orgmodel.measures.ties import cleaned
    >>> triangles = cleaned("abcdef", ["ab", "bc", "ac", "cd", "de", "ef", "df"])
    >>> round(conductance(triangles, "abc"), 4)
    0.1429

    References
    ----------
    .. [1] R. Kannan, S. Vempala, A. Vetta, On clusterings: good, bad and spectral, Journal of the ACM 51 (2004).
    """
    if isinstance(inside, Mapping):
        return _mean_conductance(ties, inside)
    members = frozenset(inside)
    crossing = own = 0.0
    for (one, other), weight in ties.weights.items():
        ends = (one in members) + (other in members)
        own += ends * weight
        crossing += weight if ends == 1 else 0.0
    return _conductance(crossing, own, 2 * ties.total - own)


def _conductance(crossing: float, own: float, others: float) -> float | Undefined:
    if own > 0 and others > 0:
        return crossing / min(own, others)
    return Undefined("there are no dependencies inside or across the border" if own <= 0 else "it has all dependencies")


def _mean_conductance(ties: Ties, home: Home) -> Detailed | Undefined:
    crossing: dict[Any, float] = defaultdict(float)
    own: dict[Any, float] = defaultdict(float)
    for (one, other), weight in ties.weights.items():
        groups = home[one], home[other]
        for group in groups:
            own[group] += weight
            crossing[group] += weight if groups[0] != groups[1] else 0.0
    found = [_conductance(crossing[group], own[group], 2 * ties.total - own[group]) for group in own]
    values = sorted(value for value in found if not isinstance(value, Undefined))
    if not values:
        return Undefined("all dependencies are within one group") if own else NO_TIES
    return Detailed(fsum(values) / len(values), f"mean of {len(values):,}, from {values[0]:.2f} to {values[-1]:.2f}")


@measure("organisation", unit="0 to the number of groups", evidence="descriptive", of=teams_by_group)
def turbo_mq(ties: Ties, home: Home) -> float | Undefined:
    """Sum, over the groups, of how much of the dependencies at each stays inside it.

    With weight μ inside a group and ε from it to others or from others to it, a group adds 2μ/(2μ + ε), and nothing
    where μ is 0. From 0 to the number of groups, so it compares groupings of the same teams, not organisations. Of an
    organisation: of the dependencies between teams, by the group that each team belongs to; a team without one stands
    for itself. Undefined where there is nobody to group. O(dependencies).

    Examples
    --------
    >>> from orgmodel.measures.ties import cleaned
    >>> turbo_mq(cleaned("abcd", ["ab", "bc", "cd"]), {"a": 1, "b": 1, "c": 2, "d": 2})
    1.3333333333333333

    References
    ----------
    .. [1] B. Mitchell, S. Mancoridis, On the automatic modularization of software systems using the Bunch tool, IEEE
       Transactions on Software Engineering 32 (2006).
    .. [2] B. Mitchell, S. Mancoridis, On the evaluation of the Bunch search-based software modularization algorithm,
       Soft Computing 12 (2008).
    """
    if not ties.nodes:
        return Undefined("there are no teams")
    inside: dict[Any, float] = defaultdict(float)
    across: dict[Any, float] = defaultdict(float)
    for (one, other), weight in ties.weights.items():
        if home[one] == home[other]:
            inside[home[one]] += weight
        else:
            across[home[one]] += weight
            across[home[other]] += weight
    return fsum(2 * kept / (2 * kept + across[each]) for each, kept in inside.items())


@measure("organisation", unit="−1 to 1", evidence="supported", of=components_by_team)
@measure("group", unit="−1 to 1", evidence="supported", of=pairs_of_each_group, each=True)
def ei_index(ties: Ties, home: Home) -> float | Detailed | Undefined:
    """Dependencies from one group to another less those inside, divided by both together (E-I index).

    From −1, where all are inside, to 1, where all are external; twice the inter-team dependency ratio less 1. Of an
    organisation: of the dependencies between components, by the team that owns each. Of a group: of the pairs of teams
    of which one depends on the other, those across its border against those within. Nodes whose group is not known are
    left out and their dependencies counted. Undefined without dependencies. O(dependencies).

    Examples
    --------
    >>> from orgmodel.measures.ties import cleaned
    >>> ei_index(cleaned("abcd", ["ab", "bc", "cd", "da"]), {"a": 1, "b": 1, "c": 1, "d": 2})
    0.0

    References
    ----------
    .. [1] D. Krackhardt, R. Stern, Informal networks and organizational crises: an experimental simulation, Social
       Psychology Quarterly 51 (1988).
    """
    external, internal, left_out = _crossing(ties, home)
    both = external + internal
    return _told((external - internal) / both if both else _no_pairs(left_out), left_out)


@measure("organisation", unit="share", evidence="descriptive", better="down", of=components_by_team)
@measure("group", unit="share", evidence="descriptive", better="down", of=pairs_of_each_group, each=True)
def inter_team_dependency_ratio(ties: Ties, home: Home) -> float | Detailed | Undefined:
    """Share of the dependencies that cross from one group to another.

    From 0, where all are inside, to 1; half of the E-I index and a half. Of an organisation: of the dependencies
    between components, by the team that owns each; only those both of whose components have exactly one owning team are
    counted, and the others are told apart. Of a group: of the pairs of teams of which one depends on the other, those
    across its border. The more and the smaller the groups, the more must cross: with n of N nodes in each, 1 − Σ(n/N)²
    is to be expected by chance. Undefined without dependencies. O(dependencies).

    Examples
    --------
    >>> from orgmodel.measures.ties import cleaned
    >>> rings = cleaned(range(1, 7), [(1, 2), (1, 6), (2, 3), (3, 1), (3, 4), (4, 5), (5, 6), (6, 4)])
    >>> inter_team_dependency_ratio(rings, dict.fromkeys([1, 2, 3], "L") | dict.fromkeys([4, 5, 6], "R"))
    0.25

    References
    ----------
    .. [1] D. Krackhardt, R. Stern, Informal networks and organizational crises: an experimental simulation, Social
       Psychology Quarterly 51 (1988).
    """
    external, internal, left_out = _crossing(ties, home)
    both = external + internal
    return _told(external / both if both else _no_pairs(left_out), left_out)


def _crossing(ties: Ties, home: Home) -> tuple[float, float, int]:
    """Return the weight that crosses, the weight that stays inside, and how many ties have an end of no known group."""
    weights = [0.0, 0.0]
    left_out = 0
    for (one, other), weight in ties.weights.items():
        groups = home.get(one), home.get(other)
        if None in groups:
            left_out += 1
        else:
            weights[groups[0] == groups[1]] += weight
    return weights[False], weights[True], left_out


def _no_pairs(left_out: int) -> Undefined:
    return Undefined("no dependency has one known owner at each end" if left_out else "there are no dependencies")


def _told(value: float | Undefined, left_out: int) -> float | Detailed | Undefined:
    if isinstance(value, Undefined) or not left_out:
        return value
    return Detailed(value, f"{left_out:,} without one owning team at each end left out")
