"""Writes settings down: a line for each with where it was said, or JSON."""

import datetime
import json
from collections.abc import Iterable, Sequence

from orgmodel.model.configuration import Effective

FORMATS = ("text", "json")


def write(settings: Sequence[Effective], form: str) -> str:
    """Return the settings in one of `FORMATS`."""
    if form == "json":
        return json.dumps([_record(each) for each in settings], indent=1, default=str) + "\n"
    rows = [(each.key, _shown(each.value), _whence(each)) for each in settings]
    wide = [max((len(row[column]) for row in rows), default=0) for column in (0, 1)]
    return "".join(f"{key:<{wide[0]}}  {value:<{wide[1]}}  {origin}".rstrip() + "\n" for key, value, origin in rows)


def _record(each: Effective) -> dict[str, object]:
    return {
        "key": each.key,
        "value": each.value,
        "where": each.origin.where,
        "detail": each.origin.detail,
        "provenance": each.provenance,
    }


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime.date):
        return value.isoformat()
    return ", ".join(map(_shown, value)) if isinstance(value, Iterable) and not isinstance(value, str) else str(value)


def _whence(each: Effective) -> str:
    return f"{each.origin} ({each.provenance})" if each.provenance else str(each.origin)
