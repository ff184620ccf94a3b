"""The reference of the plan file: its case, its waves, every change with its arguments, and the table of doors."""

import inspect
from collections.abc import Iterator, Mapping
from typing import Any, Final

from docs.machinery.fields import rows
from docs.machinery.markdown import MADE, paragraphs, table
from orgmodel.model.changes import CHANGES, SYNONYMS, Part
from orgmodel.model.decisions import Step
from orgmodel.model.dependencies import Dependency
from orgmodel.model.doors import DOORS, STEPS
from orgmodel.model.people import Person
from orgmodel.model.plan import Case, Promise, WaveHead
from orgmodel.model.teams import Team

_HEAD: Final = ("argument", "value", "meaning")
_FILE: Final = "organisation-file.md"
_WHOLE: Final[Mapping[type, str]] = {
    Team: f"[a team]({_FILE}#teams)",
    Person: f"[a person]({_FILE}#people)",
    Dependency: f"[a dependency]({_FILE}#dependencies)",
    Step: f"[a step]({_FILE}#step)",
}
"""What some changes take all fields of."""

_ANY: Final[Mapping[str, str]] = {
    "set": "The fields and their new values; `~` takes a field away.",
    "create": "The fields of the new entity.",
    "remove": "",
}
"""The changes of any entity, and what they take beside its name."""

DOORS_OF: Final[Mapping[str, tuple[str, ...]]] = {
    "create_team": ("create",),
    "dissolve_team": ("dissolve", "dissolve_scatter"),
    "rename_team": ("rename",),
    "move_team": ("move_team",),
    "split_team": ("split",),
    "merge_teams": ("merge",),
    "move_person": ("move_person", "last_expert"),
    "move_heads": ("move_person",),
    "change_manager": ("change_manager",),
    "appoint_lead": ("change_manager", "take_lead"),
    "join": ("join",),
    "leave": ("leave",),
    "hand_over": ("hand_over_known", "hand_over_unknown"),
    "add_dependency": ("dependency",),
    "change_dependency": ("dependency",),
    "drop_dependency": ("dependency",),
    "add_step": ("step",),
    "drop_step": ("step",),
    "change_decider": ("step",),
    "set": ("other", "relocate"),
}
"""The rows of the table of doors that a change may fall under; `other` if it is not listed."""

WHEREVER: Final = "take_lead"
"""The row that every change may fall under, because it may take away a lead."""


def pages() -> Iterator[tuple[str, str]]:
    """Yield the page about the plan file: the path below `docs`, and the text."""
    yield (
        "reference/plan-file.md",
        paragraphs(
            MADE,
            "# The plan file",
            _INTRO,
            _section("## `plan`", Case),
            _section("### Promise", Promise),
            _section("## `waves`", WaveHead, _WAVES),
            "## Changes",
            _FOLLOWING,
            table(["change", "what it does", "can it be undone"], map(_summary, CHANGES)),
            *map(_change, CHANGES),
            "## Parts",
            paragraphs("### Part", _doc(Part), _fields_of(Part), table(_HEAD, rows(Part, without=_shared(Part)))),
            "## Doors",
            _DOORS,
            table(["step", "door", "because"], (_door(step) for step in DOORS)),
        ),
    )


_INTRO: Final = f"""
A plan is a YAML file of changes over an organisation that stays as it is. It has `plan:`, which says what it is for,
and `waves:`, or `changes:` at the top where everything happens at once. Values are written as in [the organisation
file]({_FILE}); ids are those of the organisation that it is laid over, or of what an earlier change has made. The
[guide](../guide/reorganisations.md) shows how plans are used, and the [JSON Schema](../schema/plan.schema.json), which
`orgmodel schema plan` prints, says the same to editors.
"""

_WAVES: Final = "A list. `changes` is the list of what happens in the wave, each item one change."

_FOLLOWING: Final = """
Each item of `changes` is one word and its arguments, such as `- move_team: {team: search, to: shop}`. Changes are
applied in the order in which they are written. One that does not fit is left out and told of
([X016](rules/X016.md)), and so is what none of them places ([X017](rules/X017.md)). Where a team gets another lead or
parent, those who reported to the old lead report to the new one, unless `reports: stay` says otherwise. A declared
dependency, decision or metric of a team that is split or dissolved goes with the component that it has to do with.
"""

_DOORS: Final = f"""
Which steps can be undone, as [X014](rules/X014.md) and a comparison count it. Each row is an option of that rule:
`--set rules.X014.leave=two-way`. Whatever a change is called, it is a step of `{WHEREVER}` as well if somebody stays
who led a team before it and leads none in the end. What was announced cannot be un-announced; that holds for every step
and is no row.
"""


def _section(heading: str, model: Any, more: str = "") -> str:
    return paragraphs(heading, f"{_doc(model)} {more}".strip(), table(("field", "value", "meaning"), rows(model)))


def _doc(model: Any) -> str:
    return inspect.cleandoc(model.__doc__ or "").replace("\n\n", " ").replace("\n", " ")


def _summary(word: str) -> list[str]:
    return [f"[`{word}`](#{word})", _first_line(word), _undone(word)]


def _first_line(word: str) -> str:
    return (CHANGES[word].__doc__ or "").strip().partition("\n")[0]


def _steps(word: str) -> tuple[str, ...]:
    return DOORS_OF.get(word, ("other",))


def _undone(word: str) -> str:
    doors = {DOORS[step].door for step in _steps(word)}
    return "depends" if len(doors) > 1 else {"two-way": "yes", "one-way": "no"}[doors.pop()]


def _change(word: str) -> str:
    kind = CHANGES[word]
    said, arguments = (_first_line(word), _of_any(word)) if word in _ANY else (_doc(kind), _arguments(word))
    own = table(_HEAD, arguments)
    return paragraphs(f"### `{word}`", said, _fields_of(kind), own, _synonyms(word), _undoing(word))


def _arguments(word: str) -> Iterator[list[str]]:
    kind: Any = CHANGES[word]
    argument = getattr(kind, "id_argument", None)
    if argument is not None:
        yield [f"`{argument}`, required", "text", "Its id."]
    yield from rows(kind, without=_shared(kind))


def _of_any(word: str) -> Iterator[list[str]]:
    whole = ", or `organisation` for what is said of the whole" if word == "set" else ""
    yield ["`entity`, required", "text", f"Which, as kind:id: `component:till`{whole}."]
    if _ANY[word]:
        yield ["…", f"as in [the organisation file]({_FILE})", _ANY[word]]


def _whole(kind: type) -> type | None:
    return next((base for base in kind.__mro__[1:] if base in _WHOLE), None)


def _shared(kind: type) -> frozenset[str]:
    """Return the fields that a change has because it takes all of an entity."""
    whole: Any = _whole(kind)
    known = whole.__pydantic_fields__ if whole else {}
    return frozenset(field.validation_alias or name for name, field in known.items())


def _fields_of(kind: type) -> str:
    whole = _whole(kind)
    return f"Takes the fields of {_WHOLE[whole]}, and these:" if whole else ""


def _synonyms(word: str) -> str:
    said = [f"`{other}` for `{argument}`" for other, argument in SYNONYMS.get(word, {}).items()]
    return f"May also be written: {', '.join(said)}." if said else ""


def _undoing(word: str) -> str:
    said = [f"{STEPS[step]}: **{DOORS[step].door}**" for step in _steps(word)]
    return f"Door: {'; '.join(said)}."


def _door(step: str) -> list[str]:
    return [f"{STEPS[step]} (`{step}`)", DOORS[step].door, DOORS[step].why]
