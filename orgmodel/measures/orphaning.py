"""The fewest people whose loss leaves a number of things without anybody."""

from collections import defaultdict
from collections.abc import Mapping
from itertools import accumulate
from typing import Any, Final

from orgmodel.measures.base import Undefined

_MOST: Final = 10_000
"""Above this many people and sets of people together no exact answer is sought."""
_NODES: Final = 2000
"""How many nodes of its search tree the solver may look at: a bound in time would not be the same on every machine."""
_ROUNDING: Final = 1e-6
"""How far a sum of fractions may be from the whole number that it stands for."""

Groups = Mapping[frozenset[Any], int]
"""How many things are left to each set of people."""


def fewest_that_orphan(groups: Groups, wanted: int) -> frozenset[Any] | Undefined:
    """Return a smallest set of people such that at least as many things as wanted are left to nobody outside it.

    A set that is found step by step is proven smallest where no set of fewer people could do, even if each thing they
    share in were theirs in part; otherwise the question is an integer programme for the solver of scipy.

    Parameters
    ----------
    groups
        How many things are left to each set of people; no set is empty.
    wanted
        How many have to be orphaned, at most as many as there are.
    """
    found = _step_by_step(groups, wanted)
    least = _at_least(groups, wanted)
    if len(found) <= least:
        return found
    people = sorted({person for group in groups for person in group}, key=str)
    solved = _solved(groups, wanted, people) if len(people) + len(groups) <= _MOST else None
    if solved is None:
        return Undefined(f"from {least:,} to {len(found):,}: too many people and sets of people to be settled exactly")
    return solved


def _step_by_step(groups: Groups, wanted: int) -> frozenset[Any]:
    """Let whole sets of people leave, those first by whom most is orphaned for each of them."""
    order = sorted(groups, key=lambda group: (len(group) / groups[group], sorted(map(str, group))))
    gone: dict[Any, None] = {}
    orphaned = 0
    for group in order:
        if orphaned >= wanted:
            break
        gone |= dict.fromkeys(group)
        orphaned += groups[group]
    return frozenset(gone)


def _at_least(groups: Groups, wanted: int) -> int:
    """Return how many must leave at least: each orphaned thing is shared out evenly among the people it was left to."""
    shares: dict[Any, float] = defaultdict(float)
    for group, things in groups.items():
        for person in group:
            shares[person] += things / len(group)
    sums = accumulate(sorted(shares.values(), reverse=True))
    return next(number for number, reached in enumerate(sums, start=1) if reached >= wanted - _ROUNDING)


def _solved(groups: Groups, wanted: int, people: list[Any]) -> frozenset[Any] | None:
    """Choose the fewest people, and enough sets with all their people; None if that takes too long."""
    import numpy
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import csr_array

    number = {person: n for n, person in enumerate(people)}
    sets = sorted(groups, key=lambda group: sorted(map(str, group)))
    pairs = [(len(people) + n, number[person]) for n, group in enumerate(sets) for person in group]
    rows = [row for row, _ in enumerate(pairs) for _ in range(2)]
    columns = [column for pair in pairs for column in pair]
    only_with_all = csr_array(([1, -1] * len(pairs), (rows, columns)), shape=(len(pairs), len(people) + len(sets)))
    things = numpy.concatenate([numpy.zeros(len(people)), [groups[group] for group in sets]])
    found = milp(
        numpy.concatenate([numpy.ones(len(people)), numpy.zeros(len(sets))]),
        integrality=numpy.ones(len(things), dtype=int),
        bounds=Bounds(0, 1),
        constraints=[LinearConstraint(only_with_all, ub=0), LinearConstraint(things.reshape(1, -1), lb=wanted)],
        options={"node_limit": _NODES},
    )
    if found.status != 0:
        return None
    return frozenset(person for person, chosen in zip(people, found.x, strict=False) if chosen > 0.5)
