"""Strategies for hypothesis, made from the model's own fields: a new field joins every property by itself."""

import dataclasses
import datetime
from collections.abc import Callable
from functools import cache, partial
from typing import Annotated, Any, Final, Literal, NamedTuple, get_args, get_origin

from hypothesis import strategies as st

from orgmodel.model import fields
from orgmodel.model.changes import CHANGES, WORD_OF_CHANGE, Change, Create, Remove, RenameTeam, Set
from orgmodel.model.dependencies import Dependency
from orgmodel.model.fields import NOBODY, OneOrMany, Reference
from orgmodel.model.organisation import KIND_OF_SECTION, SECTION_OF_KIND, SECTIONS, Org, Organisation
from orgmodel.model.place import Spot
from orgmodel.model.plan import Plan, Planned, Wave
from tests.fitting import NEW_TEAMS
from tests.fitting import fitting_changes as fitting_changes


class Ids(dict[str, list[str]]):
    """The ids that may be named, by kind; `lean` leaves out the fields of which no change of a plan knows."""

    lean = False


Strategy = st.SearchStrategy[Any]

TRAPS = st.sampled_from(
    ["NO", "on", "012", "1.10", "12:30", "2024-13-05", "null", "~", "a: b", "# no", "- x", "'", '"', "{", "🍕", "ירוק"]
)
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20) | TRAPS
PRINTABLE = st.characters(exclude_categories=["C", "Z"], include_characters=" ")
NAMES = (st.text(PRINTABLE, min_size=1, max_size=20) | TRAPS).filter(lambda text: text != NOBODY)
OWN = st.sampled_from([{"x-note": "kept"}, {"x-cost-centre": ["0012", "NO"], "x-more": {"deep": "1.10"}}])

_VALUES: list[tuple[Any, Strategy]] = [
    (fields.Share, st.integers(0, 100).map(lambda n: n / 100)),
    (fields.Whole, st.integers(-9, 99)),
    (fields.Count, st.integers(0, 30)),
    (fields.Days, st.integers(0, 400).map(float)),
    (fields.Strength, st.integers(1, 50).map(lambda n: n / 4)),
    (fields.Number, st.integers(-1000, 1000).map(lambda n: n / 8)),
    (fields.Flag, st.booleans()),
    (fields.Day, st.dates(datetime.date(2000, 1, 1), datetime.date(2040, 1, 1))),
    (fields.Text, TEXTS),
]


_PROSE: Final = (fields.Text | None, fields.Texts | None, fields.Number | None, fields.Days | None)


def _value(annotation: Any, ids: Ids) -> Strategy | None:
    """Return the strategy of one annotation; None if no value of it can be made, for want of ids."""
    for known, strategy in _VALUES:
        if annotation == known:
            return strategy
    if get_origin(annotation) is Literal:
        return st.sampled_from(get_args(annotation))
    metadata = getattr(annotation, "__metadata__", ())
    for mark in metadata:
        if isinstance(mark, fields.ById):
            return _by_id(get_args(get_args(annotation)[0])[1], ids)
        if isinstance(mark, fields.Shared):
            return _shared(ids)
        if isinstance(mark, Reference):
            return _reference(mark, ids)
        if isinstance(mark, OneOrMany):
            return _several(get_args(annotation)[0], mark, ids)
    if metadata:
        return _value(get_args(annotation)[0], ids)
    return _part(annotation, ids) if hasattr(annotation, "__pydantic_fields__") else _option(annotation, ids)


def _option(annotation: Any, ids: Ids) -> Strategy | None:
    options = [_value(each, ids) for each in get_args(annotation) if each is not type(None)]
    return next((option for option in options if option is not None), None)


def _reference(mark: Reference, ids: Ids) -> Strategy | None:
    known = [id for kind in mark.kinds for id in ids[kind]]
    if len(mark.kinds) > 1:
        known += [f"{kind}:{id}" for kind in mark.kinds for id in ids[kind]]
    return st.sampled_from(known) if known else None


def _several(inner: Any, mark: OneOrMany, ids: Ids) -> Strategy:
    item = _value(get_args(inner)[0], ids)
    if item is None:
        return st.just(())
    key: Callable[[Any], Any] | None = (lambda part: getattr(part, mark.key or "")) if mark.unique else None
    return st.lists(item, max_size=4, unique_by=key).map(tuple)


def _by_id(part: Any, ids: Ids) -> Strategy:
    """Return parts below ids, some of them known."""
    keys = st.sampled_from([*ids["team"], "part-one", "part-two"])
    made = _part(part, ids, id=st.just("given by the key"))
    assert made is not None
    return st.dictionaries(keys, made, min_size=1, max_size=3).map(
        lambda parts: {id: dataclasses.replace(part, id=id) for id, part in parts.items()}
    )


def _shared(ids: Ids) -> Strategy:
    """Return who goes where: named, or the rest."""
    if not ids["team"]:
        return st.none()
    names = st.sampled_from([*ids["person"], *ids["component"], fields.REST])
    return st.dictionaries(st.sampled_from(ids["team"]), st.lists(names, max_size=3).map(tuple), max_size=3)


def _part(kind: Any, ids: Ids, **given: Strategy) -> Strategy | None:
    """Return the strategy of a class of the model."""
    required: dict[str, Strategy] = dict(given)
    optional: dict[str, Callable[[], Strategy | None]] = {}
    for name, field in _fields(kind).items():
        if name in given or (ids.lean and field.of_prose):
            continue
        if not field.required:
            optional[field.alias] = cache(partial(_value, field.annotation, ids))
            continue
        strategy = _value(field.annotation, ids)
        if strategy is None:
            return None
        required[field.alias] = strategy
    if "x" in kind.__pydantic_fields__:
        optional["x"] = lambda: OWN
    return _made(kind, required, optional)


class _Field(NamedTuple):
    alias: str
    required: bool
    annotation: Any
    of_prose: bool


@cache
def _fields(kind: Any) -> dict[str, _Field]:
    """Return the fields of a class of the model that can be drawn."""
    return {
        name: _Field(field.validation_alias or name, field.is_required(), _rebuilt(field), field.annotation in _PROSE)
        for name, field in kind.__pydantic_fields__.items()
        if name not in ("id", "x")
    }


@st.composite
def _made(
    draw: st.DrawFn, kind: Any, required: dict[str, Strategy], optional: dict[str, Callable[[], Strategy | None]]
) -> Any:
    """Draw something with about half of what is optional.

    Which half is one draw, and only what is in it becomes a strategy: one for each field would take most of the time.
    """
    size = len(optional) // 8 + 1
    chosen = int.from_bytes(draw(st.binary(min_size=size, max_size=size)))
    said = {name: draw(strategy) for name, strategy in required.items()}
    for n, (name, strategy_of) in enumerate(optional.items()):
        strategy = strategy_of() if chosen >> n & 1 else None
        if strategy is not None:
            said[name] = draw(strategy)
    return kind(**said)


def _rebuilt(field: Any) -> Any:
    """Put the marks that pydantic took off an annotation back on."""
    annotation = field.annotation
    for mark in field.metadata:
        annotation = Annotated[annotation, mark]
    return annotation


@st.composite
def organisations(draw: st.DrawFn, most: int = 6, prefix: str = "", *, lean: bool = False) -> Org:
    """Draw an organisation whose references all lead somewhere; all its ids begin with the prefix.

    A lean one has what changes are about, and people and teams in any case.
    """
    least = {"person": 2, "team": 2} if lean else {}
    ids = Ids({kind: draw(_names(prefix, least.get(kind, 0), most)) for kind in SECTION_OF_KIND})
    ids.lean = lean
    sections: dict[str, Any] = {section: draw(_section(kind, ids)) for section, kind in SECTIONS.items()}
    dependency = _part(Dependency, ids)
    dependencies = draw(st.lists(dependency, max_size=most).map(tuple)) if dependency is not None else ()
    organisation = _part(Organisation, ids)
    assert organisation is not None
    return Org(organisation=draw(organisation), dependencies=dependencies, **sections)


def _names(prefix: str, least: int, most: int) -> st.SearchStrategy[list[str]]:
    return st.lists(NAMES.map(prefix.__add__), min_size=least, max_size=most, unique=True)


@st.composite
def _section(draw: st.DrawFn, kind: Any, ids: Ids) -> dict[str, Any]:
    entity = _entity(kind, "given below", ids)
    known = ids[next(of for of, section in SECTION_OF_KIND.items() if SECTIONS[section] is kind)]
    return {id: dataclasses.replace(draw(entity), id=id) for id in known}


def _entity(kind: Any, id: str, ids: Ids) -> Strategy:
    strategy = _part(kind, ids, id=st.just(id))
    assert strategy is not None
    return strategy


@st.composite
def changes(draw: st.DrawFn, org: Org) -> Change | None:
    """Draw a change over an organisation: what it names is there, whether or not it fits."""
    ids = Ids({kind: sorted(org.section(section)) for section, kind in KIND_OF_SECTION.items()})
    word = draw(st.sampled_from(sorted(CHANGES)))
    kind: Any = CHANGES[word]
    if word in ("set", "create", "remove"):
        return draw(_any_change(kind, ids))
    given = {"id": st.sampled_from([*NEW_TEAMS, *ids["person"], *ids["team"]])} if hasattr(kind, "id_argument") else {}
    given |= {"to": st.sampled_from([*NEW_TEAMS, *ids["team"]])} if kind is RenameTeam else {}
    strategy = _part(kind, ids, **given)
    return draw(strategy) if strategy is not None else None


@st.composite
def _any_change(draw: st.DrawFn, kind: Any, ids: Ids) -> Change | None:
    section = draw(st.sampled_from(sorted(SECTIONS)))
    of = KIND_OF_SECTION[section]
    known = st.sampled_from(ids[of]) if ids[of] else st.just(NEW_TEAMS[0])
    id = draw(known if kind is not Create else st.sampled_from(NEW_TEAMS))
    if kind is Remove:
        return Remove(kind=of, id=id)
    given = draw(_entity(SECTIONS[section], id, ids))
    if kind is Create:
        return Create(kind=of, id=id, given=given)
    names = [field.name for field in dataclasses.fields(given) if field.name not in ("id", "x")]
    return Set(
        kind=of, id=id, given=given, fields=tuple(draw(st.lists(st.sampled_from(names), min_size=1, unique=True)))
    )


@st.composite
def plans(draw: st.DrawFn, org: Org, most: int = 5) -> Plan:
    """Draw a plan over an organisation, in one wave or two."""
    mostly_fitting = st.one_of(fitting_changes(org), fitting_changes(org), changes(org))
    drawn = [change for change in draw(st.lists(mostly_fitting, min_size=1, max_size=most)) if change is not None]
    cut = draw(st.integers(0, len(drawn)))
    waves = [part for part in (drawn[:cut], drawn[cut:]) if part]
    return Plan(
        waves=tuple(
            Wave(
                changes=tuple(
                    Planned(change, Spot("waves", "", (w, "changes", n, WORD_OF_CHANGE[type(change)])))
                    for n, change in enumerate(part)
                )
            )
            for w, part in enumerate(waves)
        )
    )
