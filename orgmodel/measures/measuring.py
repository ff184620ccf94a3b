"""Computes measures and gathers their values."""

from collections.abc import Callable, Iterable, Mapping

from orgmodel.graph import OrgGraph
from orgmodel.graph.dependencies import Layer
from orgmodel.measures.base import Detailed, Estimated, Measure, Undefined
from orgmodel.model.audit import Census
from orgmodel.model.measurement import Column, Measured, Measurement


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
    values: list[Measurement] = []
    columns: dict[str, list[Column]] = {"team": [], "initiative": []}
    rows: dict[str, dict[str, dict[str, float | bool | None]]] = {
        "team": {team.id: {} for team in graph.dependency_teams},
        "initiative": {initiative.id: {} for initiative in graph.active_initiatives},
    }
    for measure in measures:
        if progress is not None:
            progress(measure.id)
        found = measure.compute(graph, layer)
        if measure.by == "organisation":
            values.append(_value(measure, found))
            continue
        of_each, detail = _of_each(found)
        columns[measure.by].append(Column(measure.id, measure.unit, measure.evidence, detail))
        for id, value in of_each.items():
            rows[measure.by][id][measure.id] = value
    return Measured(
        census=census,
        layer=layer,
        organisation=tuple(values),
        columns=tuple(columns["team"]),
        teams=rows["team"],
        initiative_columns=tuple(columns["initiative"]),
        initiatives=rows["initiative"],
        problems=problems,
    )


def _of_each(found: object) -> tuple[Mapping[str, float | bool | None], str | None]:
    if isinstance(found, Estimated):
        return found.values, f"estimated {found.detail}"
    return found, None  # type: ignore[return-value]  # a measure of teams or initiatives returns a mapping otherwise


def _value(measure: Measure, found: object) -> Measurement:
    id, unit, evidence = measure.id, measure.unit, measure.evidence
    if isinstance(found, Undefined):
        return Measurement(id, None, unit, evidence, reason=found.reason)
    if isinstance(found, Detailed):
        return Measurement(id, found.value, unit, evidence, detail=found.detail)
    return Measurement(id, found, unit, evidence)  # type: ignore[arg-type]  # what is left is a number
