"""What can be wrong with what an own rule states for its condition."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from orgmodel.graph.dependencies import LAYERS
from orgmodel.model.organisation import SECTION_OF_KIND, SECTIONS
from orgmodel.rules.own.conditions import CONDITIONS, Stated


def wrong(condition: str, stated: Stated) -> str | None:
    """Say what is wrong with what is stated for a condition; None if nothing is."""
    for key in CONDITIONS[condition].needs:
        if key not in stated:
            return f"`{condition}` needs `{key}`"
    for key, value in stated.items():
        if (fault := _FAULTS[key](value)) is not None:
            return f"`{key}` {fault}"
    if condition == "required":
        return _wrong_fields(stated)
    return _too_few(stated.get("layers", stated.get("parts")))


def _too_few(parts: Sequence[object] | None) -> str | None:
    return "there must be two at least" if parts is not None and len(parts) < 2 else None


def _wrong_fields(stated: Stated) -> str | None:
    kind: Any = SECTIONS[SECTION_OF_KIND[stated["of"]]]
    known = kind.__pydantic_fields__
    unknown = [field for field in stated["fields"] if field not in known and not field.startswith("x-")]
    if "among" in stated and stated["of"] != "team":
        return "`among` chooses teams, so `of` must be team"
    return f"a {stated['of']} has no field ‘{unknown[0]}’" if unknown else None


def _texts(value: object) -> str | None:
    fits = isinstance(value, list) and value and all(isinstance(each, str) for each in value)
    return None if fits else "is no list of texts"


def _nested(value: object) -> str | None:
    fits = isinstance(value, list) and all(isinstance(each, str) or _texts(each) is None for each in value)
    return None if fits else "is no list of layers, each a text or a list of texts"


def _one_of(choices: Sequence[str]) -> Callable[[object], str | None]:
    return lambda value: None if value in choices else f"is {value!r}: write one of {', '.join(choices)}"


_FAULTS: Final[Mapping[str, Callable[[object], str | None]]] = {
    "from": _texts,
    "to": _texts,
    "parts": _texts,
    "fields": _texts,
    "among": _texts,
    "layers": _nested,
    "graph": _one_of(LAYERS),
    "of": _one_of(tuple(SECTION_OF_KIND)),
}
