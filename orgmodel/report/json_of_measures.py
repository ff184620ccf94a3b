"""Measured values for programs: one document whose shape `measure.schema.json` fixes."""

import dataclasses
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from orgmodel import __version__
from orgmodel.model.measurement import Column, Distribution, Each, Measured, Measurement

VERSION: Final = 1
"""Of the shape; it grows when a key goes away or changes its meaning."""
KEYS: Final[Mapping[str, str]] = {
    "team": "teams",
    "group": "groups",
    "initiative": "initiatives",
    "person": "people",
    "component": "components",
    "decision": "decisions",
}
"""Under which key the values of each kind stand; what their measures are, under the kind and `_measures`."""


def document(measured: Measured) -> str:
    """Return the document, a line for each measure and for each of those that are measured."""
    head = {
        "version": VERSION,
        "tool": {"name": "orgmodel", "version": __version__},
        "organisation": dataclasses.asdict(measured.census),
        "layer": measured.layer,
        "cleaning": measured.cleaning._asdict(),
    }
    parts = [f'"{key}": {_dumps(value)}' for key, value in head.items()]
    parts.append(_listed("measures", map(_measurement, measured.organisation)))
    parts.append(_listed("distributions", _distributions(measured.organisation)))
    for by, key in KEYS.items():
        each = measured.each(by)
        parts.append(_listed(f"{by}_measures", map(_column, each.columns)))
        parts.append(_listed(key, _rows(each)))
    return "{" + ",\n".join(parts) + "}\n"


def _measurement(each: Measurement) -> dict[str, object]:
    names = {} if each.names is None else {"names": each.names}
    return {"id": each.id, "value": each.value, **_said(each), **names}


def _said(each: Measurement | Column) -> dict[str, object]:
    keys = ("unit", "evidence", "better", "family", "reason", "detail")
    return {key: getattr(each, key) for key in keys}


def _distributions(measures: Iterable[Measurement]) -> Iterator[dict[str, object]]:
    for each in measures:
        if each.distribution is not None:
            yield {"id": each.id, "unit": each.unit, **_distribution(each.distribution)}


def _distribution(found: Distribution) -> dict[str, object]:
    return {
        "count": found.count,
        "min": found.least,
        "lower_quartile": found.lower_quartile,
        "median": found.median,
        "upper_quartile": found.upper_quartile,
        "p90": found.ninth_decile,
        "max": found.most,
        "mean": found.mean,
        "bars": [{"from": bar.first, "to": bar.last, "count": bar.count} for bar in found.bars],
    }


def _column(column: Column) -> dict[str, object]:
    return {"id": column.id, **_said(column)}


def _rows(each: Each) -> Iterator[dict[str, object]]:
    for id in each.ids:
        row: dict[str, object] = {"id": id}
        row.update((column.id, column.values.get(id)) for column in each.columns)
        for key in ("reasons", "names", "details"):
            said = {column.id: about[id] for column in each.columns if id in (about := getattr(column, key))}
            if said:
                row[key] = said
        yield row


def _listed(key: str, values: Iterable[dict[str, object]]) -> str:
    lines = ",\n  ".join(map(_dumps, values))
    return f'"{key}": [\n  {lines}]' if lines else f'"{key}": []'


# ASCII alone: what a user wrote can then do nothing to a terminal, and every encoding can hold it.
def _dumps(value: object) -> str:
    return json.dumps(value, allow_nan=False, default=str)


def plain(name: Any) -> str:
    """Write what is in a list for a person: a name, or the names of a pair."""
    return " – ".join(map(plain, name)) if isinstance(name, tuple) else str(name)
