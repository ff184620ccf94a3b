"""Computes measures and gathers their values."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from typing import Any, Final

from orgmodel.graph import OrgGraph
from orgmodel.graph.dependencies import Layer
from orgmodel.measures.base import Detailed, Distributed, Estimated, Listed, Measure, Undefined
from orgmodel.measures.spread import distribution, in_words
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
    """Compute measures of an organisation, in one layer of its dependencies."""
    organisation: list[Measurement] = []
    of_each: dict[str, list[tuple[Measure, object]]] = {}
    for measure in measures:
        if progress is not None:
            progress(measure.id)
        found = measure.compute(graph, layer)
        if measure.by == "organisation":
            organisation.append(measurement(measure, found))
        else:
            of_each.setdefault(measure.by, []).append((measure, found))
    ties = ties_of(graph.dependencies(layer))
    return Measured(
        census=census,
        layer=layer,
        cleaning=Cleaning(ties.loops, ties.merged),
        organisation=tuple(organisation),
        of_each={by: _each(graph, by, found) for by, found in of_each.items()},
        problems=problems,
    )


def measurement(measure: Measure, found: object) -> Measurement:
    """Return the value of a measure of the organisation with what belongs to it.

    Raises
    ------
    TypeError
        If the measure returned what is no value.
    """
    said = Measurement(value=None, **_head(measure))
    match found:
        case None:
            return _with(said, reason=NO_REASON)
        case Undefined():
            return _with(said, reason=found.reason)
        case Detailed():
            return _with(said, value=_plain(measure, found.value), detail=found.detail)
        case Listed():
            return _with(said, value=len(found.names), names=found.names, detail=found.detail)
        case Distributed():
            whole = distribution(found.values)
            words = ", ".join(filter(None, [in_words(whole), found.detail]))
            return _with(said, value=whole.median, detail=words, distribution=whole)
    return _with(said, value=_plain(measure, found))


def _with(said: Measurement, **more: Any) -> Measurement:
    return Measurement(**{**_shallow(said), **more})
