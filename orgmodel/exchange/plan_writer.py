"""Writes a plan file that people like to read, one change a line where it fits."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from orgmodel.exchange.rewriting.wording import USUALLY_ONE, Wording
from orgmodel.exchange.scalars import Verbatim
from orgmodel.exchange.yaml_writer import field_lines
from orgmodel.model.changes import WORD_OF_CHANGE, Change, Create, MergeTeams, Remove, Set
from orgmodel.model.document import fields_of
from orgmodel.model.fields import REST
from orgmodel.model.plan import Plan, Wave

Fields = Mapping[str, Any]

_WORDING: Final = Wording(in_percent=True, usually_one=USUALLY_ONE | {"person", "component"})
_NOTHING: Final = Verbatim("null")
_SHARED: Final = ("members_to", "components_to")
"""Arguments that say who or what goes where."""


def plan_yaml(plan: Plan) -> str:
    """Write a plan as YAML.

    Only what the plan states is written, in the model's order. Changes that all happen at the same time, in a wave
    without name and date, stand below `changes`; otherwise each wave stands below `waves`.

    Parameters
    ----------
    plan
        The plan; where it was read from does not matter.

    Returns
    -------
    str
        The text of the file; reading it gives the same plan.
    """
    return "\n".join("".join(f"{line}\n" for line in section) for section in _sections(plan))


def _sections(plan: Plan) -> Iterator[Iterable[str]]:
    case = _WORDING.of(fields_of(plan.case))
    if isinstance(case, Mapping) and case:
        yield ["plan:", *field_lines(case, "  ")]
    if len(plan.waves) == 1 and plan.waves[0].name is None and plan.waves[0].date is None:
        yield _changes(plan.waves[0], "")
    elif plan.waves:
        yield ["waves:", *(line for wave in plan.waves for line in _wave(wave))]


def _wave(wave: Wave) -> Iterator[str]:
    stated = {"name": wave.name, "date": wave.date}
    head = {name: value for name, value in stated.items() if value is not None}
    return _dashed([*field_lines(head, "    "), *_changes(wave, "    ")], "  ")


def _changes(wave: Wave, indent: str) -> Iterator[str]:
    yield f"{indent}changes:" if wave.changes else f"{indent}changes: []"
    for planned in wave.changes:
        word = WORD_OF_CHANGE[type(planned.change)]
        yield from _dashed(field_lines({word: _arguments(planned.change)}, f"{indent}    "), f"{indent}  ")


def _dashed(lines: Iterable[str], indent: str) -> Iterator[str]:
    """Yield lines of which the first stands behind a dash."""
    for number, line in enumerate(lines):
        yield line if number else f"{indent}- {line.lstrip(' ')}"


# --- one change


def _arguments(change: Change) -> Fields:
    if isinstance(change, Set):
        return {"entity": _entity(change), **_set(change)}
    if isinstance(change, Create):
        return {"entity": _entity(change), **_worded(fields_of(change.given))}
    if isinstance(change, Remove):
        return {"entity": _entity(change)}
    arguments = _worded(_own_last(fields_of(change)))
    if isinstance(change, MergeTeams):
        return {"teams": arguments["teams"], "into": change.id, **arguments}
    argument = getattr(change, "id_argument", None)
    return arguments if argument is None else {argument: change.id, **arguments}  # type: ignore[union-attr]  # these have one


def _worded(fields: Fields) -> dict[str, Any]:
    """Word the arguments of a change, or the fields that it sets."""
    return {name: _goes_where(value) if name in _SHARED else _WORDING.of(value, name) for name, value in fields.items()}


def _own_last(fields: Fields) -> Fields:
    """Put fields of the user's own behind those of the model."""
    return dict(sorted(fields.items(), key=lambda field: field[0].startswith("x-")))


def _goes_where(shared: Mapping[str, list[str]]) -> object:
    if len(shared) == 1 and [REST] in shared.values():
        return next(iter(shared))
    return {to: REST if ids == [REST] else ids for to, ids in shared.items()}


def _entity(change: Set | Create | Remove) -> str:
    return f"{change.kind}:{change.id}" if change.id else change.kind


def _set(change: Set) -> Fields:
    """Return the new values; a field that becomes absent is null."""
    said = _worded(fields_of(change.given))
    return {name: _NOTHING if said.get(name) is None else said[name] for name in change.fields}
