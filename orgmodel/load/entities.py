"""From the plain values of a file to an entity, and what is wrong with its fields."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, Final, NamedTuple, get_args, get_origin

from pydantic import ValidationError
from pydantic.dataclasses import rebuild_dataclass

from orgmodel.load.document import NULL, Value
from orgmodel.model.closest import closest
from orgmodel.model.entity import Detail
from orgmodel.model.fields import Text
from orgmodel.model.place import Step

Raw = dict[str, Any]
Path = tuple[Step, ...]
_ROUNDS: Final = 20  # each round drops what is wrong; nested values can show something new


class FieldKey(str):
    """The last step of a path that means the key of a field and not its value."""

    __slots__ = ()


class Fault(NamedTuple):
    """One field that cannot be read: the rule, what is wrong, where in the entity, and what to do."""

    code: str
    message: str
    path: Path
    help: str = ""


class Shape(NamedTuple):
    """What the reader needs to know of a class: its validator, and the names of its fields in files."""

    validate: Any
    fields: frozenset[str]
    texts: frozenset[str]
    parts: Mapping[str, type[Detail]]


@cache
def shape(kind: type[Detail]) -> Shape:
    """Return the shape of an entity, or of a part of one. Its validator is built at the first call."""
    rebuild_dataclass(kind)  # type: ignore[arg-type]  # the decorator hides that this is a pydantic dataclass
    described = {(f.validation_alias or name): f for name, f in kind.__pydantic_fields__.items()}  # type: ignore[attr-defined]
    names = described.keys() - {"id", "x"}
    texts = {name for name in names if _is_text(described[name].annotation)}
    parts = {name: part for name in names if (part := _part(described[name].annotation))}
    validator = kind.__pydantic_validator__  # type: ignore[attr-defined]
    return Shape(validator.validate_python, frozenset(names), frozenset(texts), parts)


def _is_text(annotation: Any) -> bool:
    return annotation is str or any(option is str or option == Text for option in get_args(annotation))


def _part(annotation: Any) -> type[Detail] | None:
    """Return the class of the parts that a field holds, alone or in a tuple."""
    if isinstance(annotation, type) and get_origin(annotation) is None and issubclass(annotation, Detail):
        return annotation
    return next((part for option in get_args(annotation) if (part := _part(option))), None)


def read_entity(kind: type[Detail], value: Value, *, id: str | None = None) -> tuple[Any | None, list[Fault]]:
    """Build an entity from what a file says of it.

    Returns
    -------
    tuple
        The entity without the fields that cannot be read, or None where nothing is left of it; and the faults.
    """
    if value is None or value is NULL:
        value = {}
    if not isinstance(value, dict):
        return _read({}, kind, id, [Fault("F006", f"is {_shown(value)}, where fields are wanted", (), _FIELDS_HELP)])
    known = shape(kind)
    if known.fields.issuperset(value) and NULL not in value.values():
        raw = dict(value) if id is None else {"id": id, **value}
        try:
            return known.validate(raw), []
        except ValidationError:
            pass
    faults: list[Fault] = []
    return _read(_known(value, kind, (), faults), kind, id, faults)


_FIELDS_HELP: Final = "write its fields below it, or as {field: value}"


def _read(raw: Raw, kind: type[Detail], id: str | None, faults: list[Fault]) -> tuple[Any | None, list[Fault]]:
    """Validate, and drop what is wrong until the rest is sound."""
    if id is not None:
        raw["id"] = id
    for _ in range(_ROUNDS):
        try:
            return shape(kind).validate(raw), faults
        except ValidationError as error:
            wrong = [_fault(dict(detail), raw) for detail in error.errors(include_url=False)]
        faults += wrong
        for path in sorted({fault.path for fault in wrong}, key=_from_behind):
            raw = _without(raw, path)
        if not raw and id is None:
            break
    return None, faults


def _known(value: Raw, kind: type[Detail], path: Path, faults: list[Fault]) -> Raw:
    """Copy the fields the model knows; the user's own go into `x`, unknown ones are faults."""
    known = shape(kind)
    result: Raw = {}
    own: Raw = {}
    for key, item in value.items():
        if key.startswith("x-"):
            own[key] = item
        elif key not in known.fields:
            faults.append(_unknown_field(key, known.fields, path))
        elif item is not NULL or key in known.texts:
            result[key] = _known_parts(item, known.parts.get(key), (*path, key), faults)
    return {**result, "x": own} if own else result


def _known_parts(item: Any, part: type[Detail] | None, path: Path, faults: list[Fault]) -> Any:
    if part is None:
        return item
    if isinstance(item, dict):
        return _known(item, part, path, faults)
    if isinstance(item, list):
        return [_known_parts(each, part, (*path, n), faults) for n, each in enumerate(item)]
    return item


def _unknown_field(key: str, fields: frozenset[str], path: Path) -> Fault:
    place = (*path, FieldKey(key))
    if key == "<<":
        return Fault("F005", "has a merge key `<<`, which is not read", place, "write the fields out")
    best = closest(key, fields)
    help = f"write `{best}`" if best else "call it `x-…` if it is a field of your own"
    return Fault("F005", f"has an unknown field `{_clipped(key)}`", place, help)


def _fault(error: Mapping[str, Any], raw: Raw) -> Fault:
    path: Path = tuple(error["loc"])
    if (index := error.get("ctx", {}).get("index")) is not None:
        path = (*path, index)
    field = ".".join(step for step in path if isinstance(step, str)) or "it"
    wrong = error["input"]
    if isinstance(wrong, list) and path and isinstance(path[-1], int) and path[-1] < len(wrong):
        wrong = wrong[path[-1]]
    if isinstance(wrong, dict) and len(wrong) == 1:
        wrong = next(iter(wrong.values()))
    if error["type"] == "missing":
        return Fault("F006", f"`{field}` is not given", _written(path[:-1], raw), f"write `{path[-1]}: …`")
    return _worded(error, field, wrong, _written(path, raw))


def _worded(error: Mapping[str, Any], field: str, wrong: object, path: Path) -> Fault:
    kind: str = error["type"]
    said = f"`{field}` is {_shown(wrong)}"
    if kind == "literal_error":
        allowed = re.findall(r"'([^']*)'", error["ctx"]["expected"])
        best = closest(str(wrong), allowed)
        help = f"write `{best}`" if best else f"write one of {', '.join(allowed)}"
        return Fault("F006", f"{said}, which is not one of {', '.join(allowed)}", path, help)
    if kind == "repeated":
        return Fault("F006", f"`{field}` names {_shown(wrong)} twice", path, "name everyone once")
    if kind.endswith("_type"):
        wanted = {"string_type": "one text is", "dict_type": "a mapping is", "tuple_type": "a list is"}
        return Fault("F006", f"{said}, where {wanted.get(kind, 'fields are')} wanted", path, "")
    return Fault("F006", f"{said}, which {error['msg']}", path, "")


def _written(path: Path, raw: Any) -> Path:
    """Cut a path to what is really written: a text that stands for a list or a mapping has no inside."""
    for depth, step in enumerate(path):
        if isinstance(raw, dict) and step == 0:
            continue  # one mapping written alone, where a list is allowed
        inside = isinstance(raw, dict) and step in raw or isinstance(raw, list) and step in range(len(raw))
        if not inside:
            return path[:depth]
        raw = raw[step]
    return path


def _without(raw: Any, path: Path) -> Any:
    """Copy a value without what stands at the path."""
    if not path or not isinstance(raw, dict | list):
        return None
    step = path[0]
    if isinstance(raw, dict) and step == 0:
        return _without(raw, path[1:])
    if isinstance(raw, dict):
        if step not in raw:
            return raw
        rest = _without(raw[step], path[1:])
        return {key: rest if key == step else item for key, item in raw.items() if key != step or rest is not None}
    rest = _without(raw[step], path[1:])
    return [rest if n == step else item for n, item in enumerate(raw) if n != step or rest is not None]


def _from_behind(path: Path) -> tuple[tuple[str, int], ...]:
    return tuple(("", -step) if isinstance(step, int) else (step, 0) for step in path)


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list | tuple):
        return "a list"
    return f"‘{_clipped(str(value))}’"


def _clipped(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
