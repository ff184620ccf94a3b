"""Socio-technical fit: whether the people who have to coordinate do."""

from collections.abc import Sequence
from math import fsum, sqrt
from typing import TYPE_CHECKING, Any, TypeAlias

from orgmodel.measures.base import Detailed, Listed, Undefined, measure
from orgmodel.measures.coordination import gaps_of, people_and_components

if TYPE_CHECKING:
    from scipy.sparse import csr_array

Matrix: TypeAlias = "Sequence[Sequence[float]] | csr_array[Any]"
"""Rows of numbers, or a sparse array of scipy."""


def coordination_requirements(assigned: Matrix, dependent: Matrix) -> list[list[float]]:
    """How much each person has to coordinate with each other: whose components depend on whose.

    The product of assignments, dependencies, and assignments turned round: TA · TD · TAᵀ. Whole numbers where those are
    such; the diagonal, a person with themselves, means nothing. Dependencies are taken as they are given: only with
    ones on their diagonal do two people on one component have to coordinate. Zeros for who is assigned to nothing.
    O(people² · components) for what is written out; `socio_technical_congruence` never writes it out.

    Parameters
    ----------
    assigned
        A row for each person, a column for each component: above 0 where the person works on it.
    dependent
        A row and a column for each component: above 0 where the first depends on the second.

    Examples
    --------
    >>> coordination_requirements([[1, 1, 0], [0, 1, 0], [0, 0, 1]], [[0, 1, 0], [1, 0, 1], [0, 1, 0]])
    [[2.0, 1.0, 1.0], [1.0, 0.0, 1.0], [1.0, 1.0, 0.0]]

    References
    ----------
    .. [1] M. Cataldo, P. Wagstrom, J. Herbsleb, K. Carley, Identification of coordination requirements, CSCW (2006).
    """
    found: list[list[float]] = _required(_sparse(assigned), _sparse(dependent), _sparse(assigned)).toarray().tolist()
    return found


@measure("organisation", unit="share", evidence="mixed", of=people_and_components)
def socio_technical_congruence(
    assigned: Matrix, dependent: Matrix, actual: Matrix, sample: Sequence[int] | None = None
) -> float | Detailed | Undefined:
    """Share of the pairs of people who have to coordinate that do.

    From 0 to 1. Pairs i < j are counted for whom `coordination_requirements` are above 0. Studies see faster resolution
    with more congruence, others none or the reverse. Of an organisation: people work on the components that they are an
    expert of, or that they or a team they are in or lead own; components depend on each other whichever way round, and
    each on itself, so that people on one component have to coordinate. Two people coordinate if they are in one team of
    any kind but a guild, if they have the same manager or one manages the other, or if a declared dependency between
    teams of theirs states its mode, which is an interaction that was agreed. Undefined where nobody has to coordinate:
    nothing required is not all fulfilled. O(pairs that have to coordinate); above five million of these estimated from
    people who are spread evenly over the ids, with the standard error.

    Parameters
    ----------
    assigned
        A row for each person, a column for each component: above 0 where the person works on it.
    dependent
        A row and a column for each component: above 0 where the first depends on the second.
    actual
        A row and a column for each person: above 0 where the two coordinate. With a sample, a row for each in it.
    sample
        The numbers of the people whose pairs are looked at; dependencies have to be symmetric.

    Examples
    --------
    >>> who = [[0, 1, 0], [0, 1, 1], [1, 1, 0]]
    >>> needs = [[1, 1, 0], [1, 1, 1], [0, 1, 1]]
    >>> round(socio_technical_congruence(who, needs, [[0, 1, 0], [1, 0, 0], [0, 0, 0]]), 4)
    0.3333

    References
    ----------
    .. [1] M. Cataldo, P. Wagstrom, J. Herbsleb, K. Carley, Identification of coordination requirements, CSCW (2006).
    .. [2] I. Kwan, A. Schröter, D. Damian, Does socio-technical congruence have an effect on software build success?,
       IEEE Transactions on Software Engineering 37 (2011).
    .. [3] W. Mauerer and others, In search of socio-technical congruence: a large-scale longitudinal study, IEEE
       Transactions on Software Engineering 48 (2022).
    """
    people, needs, talks = _sparse(assigned), _sparse(dependent), _sparse(actual)
    if sample is not None:
        return _estimated(people, needs, talks, sample)
    required = _pairs(_required(people, needs, people))
    if not required.nnz:
        return Undefined("nobody has to coordinate with anybody")
    met = required.astype(bool).multiply(talks > 0)
    return float(met.nnz / required.nnz)


def _estimated(
    people: "csr_array[Any]", needs: "csr_array[Any]", talks: "csr_array[Any]", sample: Sequence[int]
) -> Detailed | Undefined:
    """Estimate the share as a ratio of two sums over a sample of people, with the error of such a ratio."""
    from numpy import asarray

    required = _required(people[list(sample)], needs, people).tocoo()
    required.data[asarray(sample)[required.row] == required.col] = 0
    bare = required.tocsr() > 0
    need, met = (each.sum(axis=1).tolist() for each in (bare, bare.multiply(talks > 0)))
    if not sum(need):
        return Undefined("nobody of a sample has to coordinate with anybody")
    share = sum(met) / sum(need)
    spread = fsum((one - share * all) ** 2 for one, all in zip(met, need, strict=True)) / max(1, len(sample) - 1)
    error = sqrt((1 - len(sample) / people.shape[0]) * spread * len(sample)) / sum(need)
    return Detailed(share, f"estimated from {len(sample):,} of {people.shape[0]:,} people, standard error {error:.2g}")


@measure("organisation", unit="pairs of people", evidence="mixed", better="down", of=gaps_of)
def coordination_gaps(
    assigned: Matrix,
    dependent: Matrix,
    actual: Matrix,
    names: Sequence[Any] | None = None,
    most: int | None = None,
) -> Listed:
    """Pairs of people who have to coordinate and do not, with how much they have to, the most first.

    From none to all pairs. See `socio_technical_congruence` for who has to, and who does. Of an organisation the 20
    strongest are named and all are counted; undefined where nobody is known to work on a component, and above five
    million pairs that have to coordinate. O(pairs that have to coordinate).

    Parameters
    ----------
    assigned, dependent, actual
        As for `socio_technical_congruence`.
    names
        What to call the people; their numbers if None.
    most
        How many pairs to name at most.

    Examples
    --------
    >>> who = [[0, 1, 0], [0, 1, 1], [1, 1, 0]]
    >>> needs = [[1, 1, 0], [1, 1, 1], [0, 1, 1]]
    >>> coordination_gaps(who, needs, [[0, 1, 0], [1, 0, 0], [0, 0, 0]]).names
    ((1, 2, 3), (0, 2, 2))

    References
    ----------
    .. [1] M. Sosa, S. Eppinger, C. Rowles, Are your engineers talking to one another when they should?, Harvard
       Business Review 85 (2007).
    """
    import numpy

    people = _sparse(assigned)
    required = _pairs(_required(people, _sparse(dependent), people))
    missing = required - required.multiply(_sparse(actual) > 0)
    missing.eliminate_zeros()
    found = missing.tocoo()
    order = numpy.lexsort((found.col, found.row, -found.data))
    named = [(found.row[n], found.col[n], found.data[n]) for n in order[:most].tolist()]
    called = range(people.shape[0]) if names is None else names
    pairs = tuple((called[int(one)], called[int(other)], _whole(float(much))) for one, other, much in named)
    cut = len(order) > len(pairs)
    return Listed(
        pairs, f"the strongest {len(pairs):,} of {len(order):,}" if cut else None, len(order) if cut else None
    )


def _whole(number: float) -> float:
    return int(number) if number.is_integer() else number


def _sparse(matrix: Matrix) -> "csr_array[Any]":
    from numpy import asarray
    from scipy.sparse import csr_array

    numbers: Any = matrix
    if isinstance(matrix, Sequence):
        numbers = asarray(matrix, dtype=float).reshape(len(matrix), -1 if any(matrix) else 0)
    found: csr_array[Any] = csr_array(numbers, dtype=float)
    return found


def _required(rows: "csr_array[Any]", needs: "csr_array[Any]", people: "csr_array[Any]") -> "csr_array[Any]":
    from scipy.sparse import csr_array

    return csr_array(rows @ needs @ people.T)


def _pairs(matrix: "csr_array[Any]") -> "csr_array[Any]":
    """Return what is above the diagonal: each pair once."""
    from scipy.sparse import csr_array, triu

    upper = csr_array(triu(matrix, k=1))
    upper.eliminate_zeros()
    return upper
