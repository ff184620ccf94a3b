"""From the plain values of a file to an entity, and what is wrong with its fields."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final, NamedTuple, get_args, get_origin

from pydantic import ValidationError
from pydantic.dataclasses import rebuild_dataclass

from orgmodel.load.faults import Fault, Path, faults_of, shown, unknown_field
from orgmodel.load.remains import Remains
from orgmodel.load.values import NULL, Value, unmarked
from orgmodel.model.entity import Detail, Entity
from orgmodel.model.fields import Text

Raw = dict[str, Any]
Kind = Any
"""A class of entities or of parts of them: a `type[Detail]`, whose pydantic attributes a type checker does not see."""
_ROUNDS: Final = 20  # each round drops what is wrong; nested values can show something new


class Shape(NamedTuple):
    """What the reader needs to know of a class: its validator, and the names of its fields in files.

    `parts` says which fields hold parts of what class, `keyed` in which of those each part stands below an id.
    """

    validate: Any
    fields: frozenset[str]
    texts: frozenset[str]
    parts: Mapping[str, Kind]
    keyed: frozenset[str] = frozenset()


class Reading(NamedTuple):
    """What reading an entity gives.

    The entity without the fields that cannot be read, or None where nothing is left of it; what is wrong with it; and
    what was dropped of it, if anything was.
    """

    entity: Any | None
    faults: list[Fault]
    remains: Remains | None = None


@cache
def shape(kind: Kind) -> Shape:
    """Return the shape of an entity, or of a part of one. Its validator is built at the first call."""
    rebuild_dataclass(kind)
    described = {(f.validation_alias or name): f for name, f in kind.__pydantic_fields__.items()}
    names = described.keys() - ({"id", "x"} if issubclass(kind, Entity) else {"x"})
    texts = {name for name in names if _is_text(described[name].annotation)}
    parts = {name: part for name in names if (part := _part(described[name].annotation))}
    keyed = {name for name in parts if get_origin(described[name].annotation) is Mapping}
    validator = kind.__pydantic_validator__
    return Shape(validator.validate_python, frozenset(names), frozenset(texts), parts, frozenset(keyed))


def _is_text(annotation: Any) -> bool:
    return annotation is str or any(option is str or option == Text for option in get_args(annotation))


def _part(annotation: Any) -> Kind | None:
    """Return the class of the parts that a field holds, alone or in a tuple."""
    if isinstance(annotation, type) and get_origin(annotation) is None and issubclass(annotation, Detail):
        return annotation
    return next((part for option in get_args(annotation) if (part := _part(option))), None)


def read_entity(kind: Kind, value: Value, *, id: str | None = None) -> Reading:
    """Build an entity from what a file says of it."""
    if value is None or value is NULL:
        value = {}
    if not isinstance(value, dict):
        fault = Fault("F006", f"{shown(value)} stands where fields are wanted", (), "write them as `{field: value}`")
        return Reading(None, [fault]) if id is None else _read({}, kind, id, [fault])
    known = shape(kind)
    if known.fields.issuperset(value) and NULL not in value.values():
        raw = dict(value) if id is None else {"id": id, **value}
        try:
            return Reading(known.validate(raw), [])
        except ValidationError:
            pass
    faults: list[Fault] = []
    return _read(_known(value, kind, (), faults), kind, id, faults)


def _read(raw: Raw, kind: Kind, id: str | None, faults: list[Fault]) -> Reading:
    """Validate, and drop what is wrong until the rest is sound."""
    remains = Remains(raw if id is None else {**raw, "id": id})
    for _ in range(_ROUNDS):
        try:
            return Reading(shape(kind).validate(remains.raw), faults, remains)
        except ValidationError as error:
            wrong = [fault for detail in error.errors(include_url=False) for fault in faults_of(detail, remains.raw)]
        faults += [fault._replace(path=remains.written(fault.path)) for fault in wrong]
        remains.drop({fault.path for fault in wrong})
        if not isinstance(remains.raw, dict):
            break
    return Reading(None, faults)


def _known(value: Raw, kind: Kind, path: Path, faults: list[Fault]) -> Raw:
    """Copy the fields the model knows; the user's own go into `x`, unknown ones are faults."""
    known = shape(kind)
    result: Raw = {}
    own: Raw = {}
    for key, item in value.items():
        if key.startswith("x-"):
            own[key] = unmarked(item)
        elif key not in known.fields:
            faults.append(unknown_field(key, known.fields, path))
        elif key in known.keyed and isinstance(item, dict):
            part = known.parts[key]
            result[key] = {id: _known_parts(each, part, (*path, key, id), faults) for id, each in item.items()}
        elif item is not None and (item is not NULL or key in known.texts):
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
