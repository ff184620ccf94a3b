"""Composites: what a ranking out of several terms is made of."""

from collections.abc import Hashable, Mapping
from typing import TypeVar

from orgmodel.measures.distribution import midrank_percentiles

K = TypeVar("K", bound=Hashable)
Term = Mapping[K, float | None]
"""One value for each of those that are compared; None where it is not known."""


def telling(terms: Mapping[str, Term[K]]) -> dict[str, Mapping[K, float]]:
    """Return the terms that a ranking can be made of: known for all, and not the same for all."""
    kept: dict[str, Mapping[K, float]] = {}
    for name, values in terms.items():
        known = {key: value for key, value in values.items() if value is not None}
        if len(known) == len(values) and len({*known.values()}) > 1:
            kept[name] = known
    return kept


def dropped(terms: Mapping[str, Term[K]]) -> list[str]:
    """Return the other terms, each with the reason: "circles, the same for all"."""
    kept = telling(terms)
    return [
        f"{name}, {'not known for all' if None in values.values() else 'the same for all'}"
        for name, values in terms.items()
        if name not in kept
    ]


def percentiles(values: Mapping[K, float]) -> dict[K, float]:
    """Return the mid-rank percentile of each: the share of smaller values plus half that of equal ones, in percent."""
    return dict(zip(values, midrank_percentiles(list(values.values())), strict=True))
