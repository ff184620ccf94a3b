"""Takes a comparison apart and puts it together with other texts, or lists the texts that stand in it."""

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from orgmodel.model.changes import CHANGES
from orgmodel.model.comparison import Compared
from orgmodel.model.finding import Finding

# Fields whose words the program itself gives.
FIXED = frozenset(
    {"better", "code", "criticality", "door", "evidence", "fingerprint", "graph", "how", "kind", "places", "reached"}
    | {"severity", "spot", "step", "unplaced", "by_severity"}
)
_CHANGES = tuple(CHANGES.values())


def rewritten(compared: Compared, change: Callable[[str], str]) -> Compared:
    """Return a comparison in which each text of a user is another one."""
    result: Compared = _rewritten(compared, change)
    return result


def _rewritten(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, _CHANGES):
        return value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        found = {name: _rewritten(part, change) for name, part in _fields(value)}
        return dataclasses.replace(value, **found)
    if hasattr(value, "_fields"):
        return value._replace(**{name: _rewritten(part, change) for name, part in _fields(value)})
    if isinstance(value, tuple):
        return tuple(_rewritten(part, change) for part in value)
    return value


def _fields(value: Any) -> list[tuple[str, Any]]:
    names = value._fields if hasattr(value, "_fields") else [each.name for each in dataclasses.fields(value)]
    fixed = FIXED | {"name"} if isinstance(value, Finding) else FIXED
    return [(name, getattr(value, name)) for name in names if name not in fixed]


def texts(value: Any) -> Iterator[str]:
    """Yield each text that stands in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from (key, *texts(part))
    elif isinstance(value, tuple):
        for part in value if not hasattr(value, "_fields") else (part for _, part in _fields(value)):
            yield from texts(part)
    elif dataclasses.is_dataclass(value) and not isinstance(value, (*_CHANGES, type)):
        for _, part in _fields(value):
            yield from texts(part)
