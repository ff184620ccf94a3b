"""Computes measures and gathers their values."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, Final, NamedTuple

from orgmodel.graph import OrgGraph
from orgmodel.graph.dependencies import Layer
from orgmodel.measures.base import By, Detailed, Distributed, Estimated, Listed, Measure, Undefined
from orgmodel.measures.histogram import distribution, in_words
from orgmodel.measures.subjects import ids_of
from orgmodel.measures.ties import ties_of
from orgmodel.model.audit import Census
from orgmodel.model.measurement import Cleaning, Column, Each, Measured, Measurement, Value

NO_REASON: Final = "not known"
"""What is said of a value that is None."""
NOT_ASKED: Final = "not among those that this is a measure of"
"""What is said of who is left out of a mapping."""


def measured(
    graph: OrgGraph,
    measures: Iterable[Measure],
    layer: Layer,
    census: Census,
    *,
    problems: str | None = None,
    progress: Callable[[str], None] | None = None,
) -> Measured:
    """Compute measures of an organisation, in one layer of its dependencies.

    Raises
    ------
    TypeError
        If a measure returns what is no value.
    """
    organisation: list[Measurement] = []
    of_each: dict[By, list[tuple[Measure, object]]] = {}
    for measure in measures:
        if progress is not None:
            progress(measure.id)
        found = measure.compute(graph, layer)
        if measure.by == "organisation":
            organisation.append(_measurement(measure, found))
        else:
            of_each.setdefault(measure.by, []).append((measure, found))
    ties = ties_of(graph.dependencies(layer))
    return Measured(
        census=census,
        layer=layer,
        cleaning=Cleaning(ties.loops, ties.merged),
        organisation=tuple(organisation),
        of_each={by: _each(ids_of(graph, by), found) for by, found in of_each.items()},
        problems=problems,
    )


def _measurement(measure: Measure, found: object) -> Measurement:
    value, reason, detail, names = _read(measure, found)
    whole = None
    if isinstance(found, Distributed):
        whole = replace(distribution(found.values), remark=found.detail)
        detail = ", ".join(filter(None, [in_words(whole), detail]))
    return Measurement(
        id=measure.id,
        value=value if whole is None else whole.median,
        unit=measure.unit,
        evidence=measure.evidence,
        family=measure.family,
        better=measure.better,
        reason=reason,
        detail=_joined(detail, measure.assumed),
        names=names,
        distribution=whole,
    )


def _joined(*parts: str | None) -> str | None:
    return ", ".join(filter(None, parts)) or None


def _read(measure: Measure, found: object) -> tuple[Value | None, str | None, str | None, tuple[Any, ...] | None]:
    """Return the value that a measure found, or why there is none, a remark, and what is in it if it is a list."""
    match found:
        case None:
            return None, NO_REASON, None, None
        case Undefined():
            return None, found.reason, None, None
        case Detailed():
            return _plain(measure, found.value), None, found.detail, None
        case Listed():
            return found.count_of_all, None, found.detail, found.names
        case Distributed():
            return None, None, found.detail, None
    return _plain(measure, found), None, None, None


def _plain(measure: Measure, value: Any) -> Value:
    """Return a value as one of Python's own, also where it comes from an array."""
    if isinstance(value, bool | int | str):
        return value
    if isinstance(value, float):
        return float(value)
    if hasattr(value, "item"):
        return _plain(measure, value.item())
    raise TypeError(f"{measure.id} returned {type(value).__name__}, which is no value of a measure")


def _each(described: Iterable[str], found: Iterable[tuple[Measure, object]]) -> Each:
    """Return the columns of one kind, over all who are described and all whom a measure speaks of."""
    read = [(measure, _of_each(measure, values)) for measure, values in found]
    ids = tuple(sorted(set(described).union(*(of_each.values for _, of_each in read))))
    return Each(ids, tuple(_column(measure, ids, of_each) for measure, of_each in read))


class _OfEach(NamedTuple):
    """The values of a measure by id, a remark about all, and why whoever is not among them has none."""

    values: Mapping[str, object]
    detail: str | None = None
    why: str = NOT_ASKED


def _of_each(measure: Measure, found: Any) -> _OfEach:
    if isinstance(found, Undefined):
        return _OfEach({}, why=found.reason)
    if isinstance(found, Estimated):
        return _OfEach(found.values, f"estimated {found.detail}")
    if isinstance(found, Mapping):
        return _OfEach(found)
    raise TypeError(f"{measure.id} returned {type(found).__name__}, and not a value for each {measure.by}")


def _column(measure: Measure, ids: tuple[str, ...], found: _OfEach) -> Column:
    values: dict[str, Value] = {}
    reasons: dict[str, str] = {}
    names: dict[str, tuple[Any, ...]] = {}
    details: dict[str, str] = {}
    left_out = Undefined(found.why)
    for id in ids:
        value, reason, remark, listed = _read(measure, found.values.get(id, left_out))
        if value is None:
            reasons[id] = reason or NO_REASON
            continue
        values[id] = value
        if listed is not None:
            names[id] = listed
        if remark is not None:
            details[id] = remark
    return _with_one_reason(
        Column(
            id=measure.id,
            unit=measure.unit,
            evidence=measure.evidence,
            family=measure.family,
            better=measure.better,
            detail=_joined(found.detail, measure.assumed),
            values=values,
            reasons=reasons,
            names=names,
            details=details,
        )
    )


def _with_one_reason(column: Column) -> Column:
    """Say a reason once where it is the same for all who have no value."""
    said = Counter(column.reasons.values())
    return replace(column, reason=next(iter(said)), reasons={}) if len(said) == 1 else column
