"""Socio-technical fit: whether teams are set up to work with those they depend on."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from math import comb, fsum
from typing import Any

from orgmodel.measures.base import Detailed, Undefined, measure
from orgmodel.measures.interactions import known_sizes, modes_of_teams, owners_and_interactions


@measure("organisation", unit="share", evidence="mixed", of=owners_and_interactions)
def team_level_mirroring(
    owners: Mapping[Any, Any],
    dependencies: Iterable[tuple[Any, Any, float]],
    interactions: Iterable[Collection[Any]],
    managers: Mapping[Any, Collection[Any]] | None = None,
) -> float | Detailed | Undefined:
    """Share of the dependencies between components, by weight, whose owners are set up to work with each other.

    They are if one team owns both, if both teams have a common manager, or if an interaction between them is declared.
    From 0 to 1. Of an organisation: managers are the leads of a team and whom these report to, and an interaction is
    declared by a dependency between the teams that states its mode, whichever way round. Components without exactly one
    owning team are left out and their dependencies counted. A review finds such mirroring in most firms, and not in
    open communities. Undefined where no dependency has a known owner at each end. O(dependencies).

    Parameters
    ----------
    owners
        The team that owns each component.
    dependencies
        From which component, to which, and the weight.
    interactions
        Pairs of teams that have agreed how to work together.
    managers
        The managers of each team, as high up as a common one counts.

    Examples
    --------
    >>> owners = {"s1": "t1", "s2": "t1", "s3": "t2", "s4": "t3"}
    >>> team_level_mirroring(owners, [("s1", "s2", 1), ("s1", "s3", 2), ("s2", "s4", 1)], [("t1", "t2")])
    0.75

    References
    ----------
    .. [1] M. Conway, How do committees invent?, Datamation 14 (1968).
    .. [2] L. Colfer, C. Baldwin, The mirroring hypothesis: theory, evidence, and exceptions, Industrial and Corporate
       Change 25 (2016).
    """
    declared = {frozenset(pair) for pair in interactions}
    above = {team: frozenset(people) for team, people in (managers or {}).items()}
    mirrored: list[float] = []
    others: list[float] = []
    left_out = 0
    for one, other, weight in dependencies:
        teams = owners.get(one), owners.get(other)
        if None in teams:
            left_out += 1
            continue
        common = above.get(teams[0], frozenset()) & above.get(teams[1], frozenset())
        (mirrored if teams[0] == teams[1] or common or frozenset(teams) in declared else others).append(weight)
    whole = fsum(mirrored + others)
    if not whole:
        return Undefined("no dependency between components has a known owner at each end")
    share = fsum(mirrored) / whole
    return Detailed(share, f"{left_out:,} without one owning team at each end left out") if left_out else share


@measure("team", unit="pairs of people", evidence="model", of=known_sizes, each=True)
def communication_channels(n: int) -> int:
    """Pairs of people in a team, each of whom could have to talk to the other.

    n(n − 1)/2; from 0, for nobody and for one. An upper bound: it takes everyone to talk to everyone. Of a team
    undefined where its size is not known. O(1).

    Examples
    --------
    >>> communication_channels(8)
    28

    References
    ----------
    .. [1] F. Brooks, The mythical man-month (1975), chapter 2.
    """
    return comb(n, 2)


@measure("team", unit="interactions", evidence="folklore", of=modes_of_teams, each=True)
def interaction_load(modes: Iterable[str]) -> float | Detailed:
    """Interactions with other teams that are declared, and how many of them are of each mode.

    From 0. Of a team: the other teams with which a dependency, whichever way round, states its mode, each once for each
    mode. Collaboration costs both sides most, so what each mode adds says more than the sum. Undefined where no
    dependency of the organisation states its mode. O(dependencies).

    Examples
    --------
    >>> interaction_load(["collaboration", "x-as-a-service", "x-as-a-service"])
    Detailed(value=3, detail='1 collaboration, 2 x-as-a-service')

    References
    ----------
    .. [1] M. Skelton, M. Pais, Team Topologies (2019), on interaction modes.
    """
    counts = Counter(modes)
    words = [f"{counts[mode]} {mode}" for mode in sorted(counts)]
    return Detailed(counts.total(), ", ".join(words)) if words else 0
