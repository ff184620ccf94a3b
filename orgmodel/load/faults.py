"""Says in plain words what is wrong with a field of an entity."""

import re
from collections.abc import Collection, Mapping
from typing import Any, Final, NamedTuple

from orgmodel.load.problem import clipped
from orgmodel.model.closest import closest
from orgmodel.model.place import Step

Path = tuple[Step, ...]
_WANTED: Final = {
    "string_type": "one text is",
    "tuple_type": "a list is",
    "dict_type": "fields are",
    "dataclass_type": "fields are",
}
_LEAVE: Final = "write what is meant, or leave the field out"


class FieldKey(str):
    """The last step of a path that means the key of a field and not its value."""

    __slots__ = ()


class Fault(NamedTuple):
    """One thing wrong with an entity: the rule, what is wrong, where in the entity, and what to do.

    `first` is the mark of what stands in its way: the first definition of an id that is defined twice.
    """

    code: str
    message: str
    path: Path
    help: str = ""
    evidence: tuple[tuple[str, object], ...] = ()
    first: int | None = None


def unknown_field(key: str, fields: Collection[str], path: Path) -> Fault:
    """Return the fault of a field that the model does not know."""
    place = (*path, FieldKey(key))
    if key == "<<":
        return Fault("F005", "a merge key `<<` is not read", place, "write the fields out")
    best = closest(key, fields)
    help = f"write `{best}`" if best else "call it `x-…` if it is a field of your own"
    evidence = (("field", key), ("closest", best))
    return Fault("F005", f"unknown field `{clipped(key)}`", place, help, evidence)


def faults_of(error: Mapping[str, Any], raw: Any) -> list[Fault]:
    """Return what one error of a validator means for the value that it looked at."""
    path: Path = tuple(error["loc"])
    kind: str = error["type"]
    if kind == "repeated":
        return [_repeated((*path, index), name) for index, name in error["ctx"]["repeats"]]
    if kind == "missing":
        return [_missing(path, _written(path[:-1], raw))]
    return [_worded(error, _written(path, raw), raw)]


def _dotted(path: Path) -> str:
    return ".".join(step for step in path if isinstance(step, str))


def _repeated(path: Path, name: str) -> Fault:
    message = f"`{_dotted(path)}` names {shown(name)} twice"
    return Fault("F006", message, path, "name everyone once", (("field", _dotted(path)), ("value", name)))


def _missing(path: Path, around: Path) -> Fault:
    field = _dotted(path)
    return Fault("F006", f"`{field}` is not given", around, f"add `{path[-1]}: …`", (("field", field),))


def _worded(error: Mapping[str, Any], path: Path, raw: Any) -> Fault:
    kind: str = error["type"]
    field = _dotted(error["loc"])
    value = _at(raw, path)
    evidence = (("field", field), ("value", value if isinstance(value, str) else None))
    if kind == "literal_error":
        allowed = re.findall(r"'([^']*)'", error["ctx"]["expected"])
        best = closest(str(value), allowed)
        message = f"`{field}` is {shown(value)}, which is not one of {', '.join(allowed)}"
        return Fault("F006", message, path, f"write `{best}`" if best else "write one of these", evidence)
    if kind in _WANTED:
        return Fault("F006", f"`{field}` is {shown(value)}, where {_WANTED[kind]} wanted", path, _LEAVE, evidence)
    problem, _, wanted = error["msg"].partition(": ")
    return Fault("F006", f"`{field}` is {shown(value)}, which {problem}", path, wanted or _LEAVE, evidence)


def _at(raw: Any, path: Path) -> Any:
    for step in path:
        if not (isinstance(raw, dict) and step == 0):
            raw = raw[step]
    return raw


def _written(path: Path, raw: Any) -> Path:
    """Cut a path to what is really written: a text that stands for a list or a mapping has no inside."""
    for depth, step in enumerate(path):
        if isinstance(raw, dict) and step == 0:
            continue  # one mapping written alone, where a list is allowed
        if isinstance(raw, list) and not (isinstance(step, int) and step < len(raw)):
            return path[:depth]
        if not isinstance(raw, dict | list) or (isinstance(raw, dict) and step not in raw):
            return path[:depth]
        raw = raw[step]  # type: ignore[index]  # a number in a list, a text in a mapping
    return path


def shown(value: object) -> str:
    """Return a value as it stands in a message."""
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list | tuple):
        return "a list"
    return f"‘{clipped(str(value))}’"
