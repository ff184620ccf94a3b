"""From the plain values of a plan to its changes, and what is wrong with them."""

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from orgmodel.load.entities import read_entity, shape
from orgmodel.load.faults import Fault, FieldKey, shown, unknown_field
from orgmodel.load.file import bad_id, is_bad_id
from orgmodel.load.problem import clipped
from orgmodel.load.values import NULL, Value
from orgmodel.model.changes import CHANGES, SYNONYMS, Change, Create, Remove, RenameTeam, Set, SplitTeam
from orgmodel.model.closest import closest
from orgmodel.model.entity import Entity
from orgmodel.model.organisation import SECTION_OF_KIND, SECTIONS, Organisation

Fields = dict[str, Value]
ORGANISATION: Final = "organisation"
_OF_ANYTHING: Final = frozenset({"set", "create", "remove"})


class Read(NamedTuple):
    """One change: the word that begins it, the change if it can be read, and what is wrong with it."""

    word: str
    change: Change | None
    faults: list[Fault]


def read_change(item: Value) -> Read:
    """Read one item of a list of changes, such as ``{move_team: {team: search, to: shop}}``.

    A change of which an argument cannot be read, or is unknown, is left out as a whole: half of it was never meant.
    """
    if not isinstance(item, dict) or len(item) != 1:
        return Read("", None, [_not_one_change(item)])
    word, given = next(iter(item.items()))
    if word not in CHANGES:
        return Read(word, None, [_unknown(word)])
    if not isinstance(given, dict):
        said = "nothing" if given is None or given is NULL else shown(given)
        message = f"`{word}` says {said}, where its arguments are wanted"
        return Read(word, None, [Fault("F006", message, (word,), f"write them as `{word}: {{…}}`")])
    change, faults = _read(word, given)
    faults = [fault for fault in faults if not _is_said(fault, faults)]
    unsound = change is None or any(_is_grave(fault, word) for fault in faults)
    placed = [_placed(fault, word, left_out=unsound and _is_grave(fault, word)) for fault in faults]
    return Read(word, None if unsound else change, placed)


def _is_said(fault: Fault, all: list[Fault]) -> bool:
    """Tell whether an argument is missing only because what is given cannot be read, which is said already."""
    field = dict(fault.evidence).get("field")
    return fault.path == () and any(other.path[:1] == (field,) for other in all)


def _is_grave(fault: Fault, word: str) -> bool:
    """Tell whether a change cannot be understood: an argument cannot be read, or is none.

    What an entity has besides is no argument: a new team is a new team, whatever else was meant of it.
    """
    kind: Any = CHANGES[word]
    of_entity = word == "create" or issubclass(kind, Entity)
    return fault.code == "F006" or (len(fault.path) == 1 and not of_entity)


def _placed(fault: Fault, word: str, *, left_out: bool) -> Fault:
    if not left_out:
        return fault._replace(path=(word, *fault.path))
    help = fault.help
    if fault.code == "F005" and word not in _OF_ANYTHING and not dict(fault.evidence).get("closest"):
        help = f"`{word}` takes {', '.join(f'`{name}`' for name in _arguments(word))}"
    return fault._replace(path=(word, *fault.path), message=f"`{word}` is left out: {fault.message}", help=help)


def _arguments(word: str) -> list[str]:
    """Return the arguments of a change, in the order of their description."""
    kind: Any = CHANGES[word]
    return [field.validation_alias or name for name, field in kind.__pydantic_fields__.items() if name != "x"]


def _not_one_change(item: Value) -> Fault:
    words = ", ".join(f"`{clipped(word)}`" for word in item) if isinstance(item, dict) else shown(item)
    message = f"one change is wanted, and this is {words or 'empty'}"
    return Fault("F006", message, (), "begin each change with a dash, such as `- move_team: {team: …, to: …}`")


def _unknown(word: str) -> Fault:
    best = closest(word, CHANGES)
    help = f"write `{best}`" if best else f"there is {', '.join(CHANGES)}"
    return Fault("F006", f"there is no change `{clipped(word)}`", (FieldKey(word),), help, (("word", word),))


def _read(word: str, given: Fields) -> tuple[Change | None, list[Fault]]:
    if word in _OF_ANYTHING:
        return _read_any(word, given)
    kind: Any = CHANGES[word]
    twice: list[Fault] = []
    fields = _without_synonyms(word, given, twice)
    argument = getattr(kind, "id_argument", None)
    if argument is None:
        change, faults, _ = read_entity(kind, fields)
        return change, [*twice, *faults, *_bad_ids(change)]
    id = fields.pop(argument, None)
    if not isinstance(id, str):
        return None, [_no_id(argument, id)]
    change, faults, _ = read_entity(kind, fields, id=id)
    return change, [*faults, *([bad_id(id)._replace(path=(argument,))] if is_bad_id(id) else [])]


def _no_id(argument: str, value: Value) -> Fault:
    if value is None:
        return Fault("F006", f"`{argument}` is not given", (), f"add `{argument}: …`")
    return Fault("F006", f"`{argument}` is {shown(value)}, where one text is wanted", (argument,), "write an id")


def _without_synonyms(word: str, given: Fields, faults: list[Fault]) -> Fields:
    """Return the arguments with their own words; to use both words for one is a fault."""
    other = SYNONYMS.get(word, {})
    twice = [name for name in other if name in given and other[name] in given]
    for name in twice:
        message = f"`{name}` and `{other[name]}` mean the same, and both are given"
        faults.append(Fault("F006", message, (FieldKey(name),), "write one of them"))
    return {other.get(name, name): _without_empty(name, value) for name, value in given.items() if name not in twice}


def _without_empty(name: str, value: Value) -> Value:
    """Leave out of those who get something who gets nothing."""
    if name not in ("members_to", "components_to") or not isinstance(value, dict):
        return value
    return {key: each for key, each in value.items() if each is not None and each is not NULL}


def _bad_ids(change: Change | None) -> list[Fault]:
    """Say which new ids cannot be ids."""
    if isinstance(change, RenameTeam):
        new = [(("to",), change.to)]
    elif isinstance(change, SplitTeam):
        new = [(("into", id), id) for id in change.into]  # type: ignore[misc]  # paths of other lengths
    else:
        return []
    return [bad_id(id)._replace(path=path) for path, id in new if is_bad_id(id)]


# --- changes of any entity


def _read_any(word: str, given: Fields) -> tuple[Change | None, list[Fault]]:
    named = given.get("entity")
    if not isinstance(named, str):
        if named is None:
            return None, [Fault("F006", "`entity` is not given", (), "add `entity: kind:id`")]
        message = f"`entity` is {shown(named)}, where one text is wanted"
        return None, [Fault("F006", message, ("entity",), "write `kind:id`")]
    kind, colon, id = named.partition(":")
    if named == ORGANISATION and word == "set":
        return _read_fields(word, ORGANISATION, "", given)
    if not colon or kind not in SECTION_OF_KIND:
        return None, [_not_an_entity(named, kind)]
    if word == "create" and is_bad_id(id):
        return None, [bad_id(id)._replace(path=("entity",))]
    return _read_fields(word, kind, id, given)


def _not_an_entity(named: str, kind: str) -> Fault:
    best = closest(kind, SECTION_OF_KIND)
    help = f"write `{best}:…`" if best and best != kind else f"write kind:id, with one of {', '.join(SECTION_OF_KIND)}"
    return Fault("F006", f"`entity` is {shown(named)}, which is no kind:id", ("entity",), help, (("value", named),))


def _read_fields(word: str, kind: str, id: str, given: Fields) -> tuple[Change | None, list[Fault]]:
    entity_class: Any = Organisation if kind == ORGANISATION else SECTIONS[SECTION_OF_KIND[kind]]
    said = {name: value for name, value in given.items() if name != "entity"}
    cleared = {name for name, value in said.items() if value is None or value is NULL}
    faults = [unknown_field(name, shape(entity_class).fields, ()) for name in cleared if not _known(name, entity_class)]
    stated = {name: value for name, value in said.items() if name not in cleared}
    entity, wrong, _ = read_entity(entity_class, stated, id=None if kind == ORGANISATION else id)
    faults += wrong
    if word == "remove":
        return Remove(kind=kind, id=id), [_superfluous(said)] if said else []
    if entity is None or (not said and word == "set"):
        return None, faults or [Fault("F006", "no field is set", (), "name the field and its new value")]
    if word == "create":
        return Create(kind=kind, id=id, given=entity), faults
    return Set(kind=kind, id=id, given=entity, fields=_names(said, entity_class)), faults


def _known(name: str, entity_class: Any) -> bool:
    return name.startswith("x-") or name in shape(entity_class).fields


def _superfluous(said: Mapping[str, Value]) -> Fault:
    name = next(iter(said))
    return Fault("F005", f"`remove` has no use for `{clipped(name)}`", (FieldKey(name),), "take it away")


def _names(said: Mapping[str, Value], entity_class: Any) -> tuple[str, ...]:
    """Return the fields that are set, as the model calls them; one's own keep their names."""
    return tuple(name for name in said if _known(name, entity_class))
