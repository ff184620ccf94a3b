"""Computes measures and gathers their values."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, NamedTuple

from orgmodel.graph import OrgGraph
from orgmodel.graph.dependencies import Layer
from orgmodel.measures.base import By, Detailed, Distributed, Estimated, Listed, Measure, Subject, Undefined, joined
from orgmodel.measures.histogram import distribution, in_words
from orgmodel.measures.subjects import ids_of
from orgmodel.measures.ties import ties_of
from orgmodel.model.audit import Census
from orgmodel.model.measurement import Cleaning, Column, Each, Measured, Measurement, Value

NO_REASON: Final = "not known"
"""What is said of a value that is None."""
_PLAIN: Final = frozenset({bool, int, float, str})
"""The types of values that are kept as they are."""
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
    chosen = tuple(measures)
    found = _computed(graph, chosen, layer, progress or _silent)
    ties = ties_of(graph.dependencies(layer))
    kinds = dict.fromkeys(measure.by for measure in chosen if measure.by != "organisation")
    return Measured(
        census=census,
        layer=layer,
        cleaning=Cleaning(ties.loops, ties.merged),
        organisation=tuple(map(_measurement, *_taken(chosen, found, "organisation"))),
        of_each={by: _each(ids_of(graph, by), *_taken(chosen, found, by)) for by in kinds},
        problems=problems,
    )


def _silent(_: str) -> None:
    """Tell nobody which measure is computed."""


def _computed(
    graph: OrgGraph, measures: Sequence[Measure], layer: Layer, progress: Callable[[str], None]
) -> list[object]:
    """Return what each measure finds; those of one subject are computed together, and it lives no longer than that."""
    by_subject: dict[Subject | None, list[int]] = {}
    for place, measure in enumerate(measures):
        by_subject.setdefault(measure.of, []).append(place)
    found: list[object] = [None] * len(measures)
    for of, places in by_subject.items():
        subject: object = None
        for place in places:
            progress(measures[place].id)
            if of is None:
                found[place] = measures[place].compute(graph, layer)
                continue
            subject = of(graph, layer) if place == places[0] else subject
            found[place] = measures[place].computed_from(subject)
    return found


def _taken(measures: Sequence[Measure], found: list[object], by: By) -> tuple[list[Measure], list[object]]:
    """Take the measures of one kind, and what they have found, from all: nothing is to be there twice."""
    places = [place for place, measure in enumerate(measures) if measure.by == by]
    taken = [measures[place] for place in places], [found[place] for place in places]
    for place in places:
        found[place] = None
    return taken


def _measurement(measure: Measure, found: object) -> Measurement:
    value, reason, detail, names = _read(measure, found)
    whole = None
    if isinstance(found, Distributed):
        whole = replace(distribution(found.values), remark=found.detail)
        detail = joined(in_words(whole), detail)
    return Measurement(
        id=measure.id,
        value=value if whole is None else whole.median,
        unit=measure.unit,
        evidence=measure.evidence,
        family=measure.family,
        better=measure.better,
        reason=reason,
        detail=joined(detail, measure.assumed),
        names=names,
        distribution=whole,
    )


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


def _each(described: Iterable[str], measures: Sequence[Measure], found: list[object]) -> Each:
    """Return the columns of one kind, over all who are described and all whom a measure speaks of."""
    read = [_of_each(measure, found.pop(0)) for measure in measures]
    ids = tuple(sorted({*described}.union(*(of_each.values for of_each in read))))
    return Each(ids, tuple(_column(measure, read.pop(0), ids) for measure in measures))


class _OfEach(NamedTuple):
    """The values of a measure by id, a remark about all, and why whoever is not among them has none."""

    values: Mapping[str, Any]
    detail: str | None = None
    why: str = NOT_ASKED


def _of_each(measure: Measure, found: Any) -> _OfEach:
    why = measure.others or NOT_ASKED
    if isinstance(found, Undefined):
        return _OfEach({}, why=found.reason)
    if isinstance(found, Estimated):
        return _OfEach(found.values, f"estimated {found.detail}", why)
    if isinstance(found, Mapping):
        return _OfEach(found, why=why)
    raise TypeError(f"{measure.id} returned {type(found).__name__}, and not a value for each {measure.by}")


def _column(measure: Measure, found: _OfEach, ids: tuple[str, ...]) -> Column:
    empty = Column(
        id=measure.id,
        unit=measure.unit,
        evidence=measure.evidence,
        family=measure.family,
        better=measure.better,
        detail=joined(found.detail, measure.assumed),
        values={},
    )
    if _PLAIN.issuperset(map(type, found.values.values())):  # by far the most, and they can stay where they are
        reason = found.why if len(found.values) < len(ids) else None
        return replace(empty, values=found.values, reason=reason)
    return _told_apart(empty, measure, found, ids)


def _told_apart(empty: Column, measure: Measure, found: _OfEach, ids: tuple[str, ...]) -> Column:
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
    return _with_one_reason(replace(empty, values=values, reasons=reasons, names=names, details=details))


def _with_one_reason(column: Column) -> Column:
    """Say a reason once where it is the same for all who have no value."""
    said = Counter(column.reasons.values())
    return replace(column, reason=next(iter(said)), reasons={}) if len(said) == 1 else column
