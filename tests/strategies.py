"""Strategies for hypothesis, made from the model's own fields: a new field joins every property by itself."""

import datetime
from collections.abc import Callable
from typing import Annotated, Any, Literal, get_args, get_origin

from hypothesis import strategies as st

from orgmodel.model import fields
from orgmodel.model.dependencies import Dependency
from orgmodel.model.fields import NOBODY, OneOrMany, Reference
from orgmodel.model.organisation import KIND_OF_SECTION, SECTIONS, Org, Organisation

Ids = dict[str, list[str]]
Strategy = st.SearchStrategy[Any]

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20) | st.sampled_from(
    ["NO", "on", "012", "1.10", "12:30", "2024-13-05", "null", "~", "a: b", "# no", "- x", "'", '"', "{", "🍕", "ירוק"]
)
NAMES = TEXTS.filter(lambda text: bool(text) and text != NOBODY and text.isprintable())
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


def _value(annotation: Any, ids: Ids) -> Strategy | None:
    """Return the strategy of one annotation; None if no value of it can be made, for want of ids."""
    for known, strategy in _VALUES:
        if annotation == known:
            return strategy
    if get_origin(annotation) is Literal:
        return st.sampled_from(get_args(annotation))
    metadata = getattr(annotation, "__metadata__", ())
    for mark in metadata:
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
    return st.sampled_from(known) if known else None


def _several(inner: Any, mark: OneOrMany, ids: Ids) -> Strategy:
    item = _value(get_args(inner)[0], ids)
    if item is None:
        return st.just(())
    key: Callable[[Any], Any] | None = (lambda part: getattr(part, mark.key or "")) if mark.unique else None
    return st.lists(item, max_size=4, unique_by=key).map(tuple)


def _part(kind: Any, ids: Ids, **given: Strategy) -> Strategy | None:
    """Return the strategy of a class of the model."""
    required: dict[str, Strategy] = dict(given)
    optional: dict[str, Strategy] = {}
    for name, field in kind.__pydantic_fields__.items():
        if name in given or name in ("id", "x"):
            continue
        written = _rebuilt(field)
        strategy = _value(written, ids)
        if strategy is not None:
            (required if field.is_required() else optional)[field.validation_alias or name] = strategy
        elif field.is_required():
            return None
    own = {"x": OWN} if "x" in kind.__pydantic_fields__ else {}
    return st.fixed_dictionaries(required, optional=optional | own).map(lambda said: kind(**said))


def _rebuilt(field: Any) -> Any:
    """Put the marks that pydantic took off an annotation back on."""
    annotation = field.annotation
    for mark in field.metadata:
        annotation = Annotated[annotation, mark]
    return annotation


@st.composite
def organisations(draw: st.DrawFn, most: int = 6) -> Org:
    """Draw an organisation whose references all lead somewhere."""
    names = {section: draw(st.lists(NAMES, max_size=most, unique=True)) for section in SECTIONS}
    ids = {KIND_OF_SECTION[section]: found for section, found in names.items()}
    sections: dict[str, Any] = {
        section: {id: draw(_entity(kind, id, ids)) for id in names[section]} for section, kind in SECTIONS.items()
    }
    dependency = _part(Dependency, ids)
    dependencies = draw(st.lists(dependency, max_size=most).map(tuple)) if dependency is not None else ()
    organisation = _part(Organisation, ids)
    assert organisation is not None
    return Org(organisation=draw(organisation), dependencies=dependencies, **sections)


def _entity(kind: Any, id: str, ids: Ids) -> Strategy:
    strategy = _part(kind, ids, id=st.just(id))
    assert strategy is not None
    return strategy
