"""Writes a plan file."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from orgmodel.exchange.yaml_writer import field_lines
from orgmodel.model.changes import WORD_OF_CHANGE, Change, Create, Remove, Set
from orgmodel.model.document import fields_of
from orgmodel.model.plan import Plan, Wave

_SECTIONS: Final = ("plan", "waves", "changes")


def plan_yaml(plan: Plan) -> str:
    """Write a plan as YAML: a change on one line where it fits.

    Returns
    -------
    str
        The text of the file; reading it gives the same plan.
    """
    sections = {"plan": fields_of(plan.case), **_waves(plan)}
    return "\n".join(
        "".join(f"{line}\n" for line in _section(name, sections[name])) for name in _SECTIONS if sections.get(name)
    )


def _waves(plan: Plan) -> Mapping[str, Any]:
    if len(plan.waves) == 1 and plan.waves[0].name is None and plan.waves[0].date is None:
        return {"changes": _changes(plan.waves[0])}
    return {"waves": [_wave(wave) for wave in plan.waves]}


def _wave(wave: Wave) -> Mapping[str, object]:
    head = {"name": wave.name, "date": wave.date.isoformat() if wave.date else None}
    return {**{name: value for name, value in head.items() if value is not None}, "changes": _changes(wave)}


def _changes(wave: Wave) -> list[Mapping[str, object]]:
    return [{WORD_OF_CHANGE[type(planned.change)]: _arguments(planned.change)} for planned in wave.changes]


def _arguments(change: Change) -> Mapping[str, object]:
    if isinstance(change, Set):
        return {"entity": _entity(change), **_set_fields(change)}
    if isinstance(change, Create):
        said = fields_of(change.given)
        return {"entity": _entity(change), **said}
    if isinstance(change, Remove):
        return {"entity": _entity(change)}
    said = fields_of(change)
    argument = getattr(change, "id_argument", None)
    return said if argument is None else {argument: change.id, **said}  # type: ignore[union-attr]  # these have one


def _entity(change: Set | Create | Remove) -> str:
    return f"{change.kind}:{change.id}" if change.id else change.kind


def _set_fields(change: Set) -> Mapping[str, object]:
    """Return the new values; a field that becomes absent is written empty."""
    said = fields_of(change.given)
    return {name: said.get(name) for name in change.fields}


def _section(name: str, content: Any) -> Iterator[str]:
    yield f"{name}:"
    if isinstance(content, Mapping):
        yield from field_lines(content, "  ")
    else:
        for item in content:
            yield from _listed(item)


def _listed(item: Mapping[str, Any]) -> Iterator[str]:
    """Yield one wave, or one change."""
    changes = item.get("changes")
    if changes is None:
        yield from _dashed(field_lines(item, "    "), "  ")
        return
    head = {name: value for name, value in item.items() if name != "changes"}
    yield from _dashed([*field_lines(head, "    "), "    changes:"], "  ")
    for change in changes:
        yield from _dashed(field_lines(change, "        "), "      ")


def _dashed(lines: Any, indent: str) -> Iterator[str]:
    """Yield lines of which the first stands behind a dash."""
    for number, line in enumerate(lines):
        yield f"{indent}- {line.lstrip()}" if number == 0 else line
