"""Reach: how far a change or a delay can travel along dependencies."""

from collections.abc import Mapping
from typing import Any

from orgmodel.measures.base import Detailed, Estimated, Undefined, measure
from orgmodel.measures.connected import condensed
from orgmodel.measures.subjects import team_ties
from orgmodel.measures.ties import Ties
from orgmodel.measures.visibility import SAMPLE, Visibility, reached, reaching, total_reach


@measure("team", unit="teams", evidence="supported", better="down", of=team_ties)
def visibility_fan_out(ties: Ties) -> Mapping[Any, float] | Estimated:
    """Teams that a team depends on, directly or in the end, itself included.

    Range: 1 to n for n teams; 1 for a team without dependencies. Exact up to 20,000 teams, by bit sets over the cyclic
    groups, O(n · ties / 64), and for trees of any size; above that estimated in O(ties · 128).

    Examples
    --------
    >>> visibility_fan_out(cleaned("abcdef", ["ab", "ac", "bd", "ce", "ef"]))
    {'a': 6, 'b': 2, 'c': 3, 'd': 1, 'e': 2, 'f': 1}

    References
    ----------
    .. [1] A. MacCormack, J. Rusnak, C. Baldwin, Exploring the structure of complex software designs, Management Science
       52 (2006).
    .. [2] E. Cohen, Size-estimation framework with applications to transitive closure and reachability, Journal of
       Computer and System Sciences 55 (1997).
    """
    return _by_node(ties, reached(ties))


@measure("team", unit="teams", evidence="supported", of=team_ties)
def visibility_fan_in(ties: Ties) -> Mapping[Any, float] | Estimated:
    """Teams that depend on a team, directly or in the end, itself included.

    Range: 1 to n for n teams; 1 for a team on which nobody depends. Exact up to 20,000 teams, by bit sets over the
    cyclic groups, O(n · ties / 64), and for trees of any size; above that estimated in O(ties · 128).

    Examples
    --------
    >>> visibility_fan_in(cleaned("abcdef", ["ab", "ac", "bd", "ce", "ef"]))
    {'a': 1, 'b': 2, 'c': 2, 'd': 3, 'e': 3, 'f': 4}

    References
    ----------
    .. [1] A. MacCormack, J. Rusnak, C. Baldwin, Exploring the structure of complex software designs, Management Science
       52 (2006).
    .. [2] E. Cohen, Size-estimation framework with applications to transitive closure and reachability, Journal of
       Computer and System Sciences 55 (1997).
    """
    return _by_node(ties, reaching(ties))


def _by_node(ties: Ties, found: Visibility) -> Mapping[Any, float] | Estimated:
    values = dict(zip(ties.nodes, found.counts, strict=True))
    return Estimated(values, found.estimated) if found.estimated else values


@measure("organisation", unit="share", evidence="supported", better="down", of=team_ties)
def propagation_cost(ties: Ties) -> float | Detailed | Undefined:
    """Share of all ordered pairs of teams of which one reaches the other; each team reaches itself, so it is never 0.

    The diagonal of the matrix counts: the sum of all visibilities is divided by n². Others call it the relative
    average component dependency. Range: 1/n, without dependencies, to 1. Undefined without teams. Exact up to 20,000
    teams, by bit sets over the cyclic groups, O(n · ties / 64), and for trees of any size; above that estimated from a
    sample of 1,024 teams whose dependants are all counted, with its standard error.

    Examples
    --------
    >>> propagation_cost(cleaned("abcdef", ["ab", "ac", "bd", "ce", "ef"]))
    0.4166666666666667

    References
    ----------
    .. [1] A. MacCormack, J. Rusnak, C. Baldwin, Exploring the structure of complex software designs, Management Science
       52 (2006).
    """
    return share_of_reach(ties, len(ties.nodes) ** 2) if ties.nodes else Undefined("there are no teams")


def share_of_reach(ties: Ties, divisor: float) -> float | Detailed:
    """Return in how many ordered pairs one reaches the other, divided; with its standard error if it is estimated."""
    total = total_reach(ties)
    value = total.pairs / divisor
    if total.error is None:
        return value
    error = total.error / divisor
    return Detailed(value, f"estimated from {SAMPLE:,} of {len(ties.nodes):,} teams, standard error {error:.2g}")


@measure("team", unit="class", evidence="supported", of=team_ties)
def core_periphery_class(ties: Ties) -> Mapping[Any, str | Undefined] | Estimated | Undefined:
    """Whether a team is of the core, shared, control or peripheral, by what it reaches and what reaches it.

    The core is the largest cyclic group. Of the others, *shared* are those that as many teams as on the core or more
    depend on, but that depend on fewer; *control* are those that fewer depend on, but that depend on as many as the
    core or more; the rest is *peripheral*. Undefined where no two teams are in a circle: the order is then
    hierarchical. Where several groups are the largest, their teams are *multi-core*, and the class of the others is
    undefined. Cost and estimates as in `visibility_fan_in`; above 20,000 teams estimates are compared.

    Examples
    --------
    >>> core_periphery_class(cleaned("uvcdst", ["uc", "vc", "cd", "dc", "ds", "vt"]))
    {'u': 'control', 'v': 'control', 'c': 'core', 'd': 'core', 's': 'shared', 't': 'peripheral'}

    References
    ----------
    .. [1] C. Baldwin, A. MacCormack, J. Rusnak, Hidden structure: using network methods to map system architecture,
       Research Policy 43 (2014).
    """
    groups = condensed(ties).groups
    size = max(map(len, groups), default=0)
    if size < 2:
        return Undefined("hierarchical: no two teams depend on each other in a circle")
    cores = [group for group in groups if len(group) == size]
    if len(cores) > 1:
        return _multi_core(ties, {ties.nodes[node] for core in cores for node in core}, len(cores))
    core, into, out = set(cores[0]), reaching(ties), reached(ties)
    least_in, least_out = (each.counts[cores[0][0]] for each in (into, out))
    values: dict[Any, str | Undefined] = {
        node: "core" if place in core else _class(into.counts[place] >= least_in, out.counts[place] >= least_out)
        for place, node in enumerate(ties.nodes)
    }
    return Estimated(values, into.estimated) if into.estimated else values


def _multi_core(ties: Ties, inside: set[Any], cores: int) -> Mapping[Any, str | Undefined]:
    no_core = Undefined(f"{cores} cyclic groups are the largest, so that there is no one core to compare with")
    return {node: "multi-core" if node in inside else no_core for node in ties.nodes}


def _class(depended_on: bool, depends: bool) -> str:
    """Name the class of a node outside the core, by whether it is depended on, and depends, as much as the core."""
    if depended_on == depends:
        return "peripheral"
    return "shared" if depended_on else "control"
