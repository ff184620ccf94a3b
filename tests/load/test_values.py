"""Fields and values that do not fit are found at their place, and the rest of the entity is read."""

import time
from pathlib import Path

import pytest

from orgmodel import api
from orgmodel.model.place import Spot
from tests.load.support import audited, marked, only, said, where, written

GOOD = "teams:\n  search: {headcount: 6}\n"


# --- F005 unknown-field


@pytest.mark.parametrize(
    ("text", "place", "marks", "message", "help"),
    [
        ("teams: {a: {leed: x}}", "1:13", "leed", "a: unknown field `leed`", "write `lead`"),
        (
            "teams: {a: {colour: x}}",
            "1:13",
            "colour",
            "a: unknown field `colour`",
            "call it `x-…` if it is a field of your own",
        ),
        ("teams: {a: {<<: {lead: x}}}", "1:13", "<<", "a: a merge key `<<` is not read", "write the fields out"),
        ("teams:\n  a:\n    api: {doc: x}\n", "3:11", "doc", "a: unknown field `doc`", "write `docs`"),
        ("teams: {a: {id: x}}", "1:13", "id", "a: unknown field `id`", "call it `x-…` if it is a field of your own"),
        ("organisation: {nmae: x}\n" + GOOD, "1:16", "nmae", "unknown field `nmae`", "write `name`"),
        ("tems: {a: {}}", "1:1", "tems", "unknown section `tems`", "write `teams`"),
        (
            "budget: 3\n" + GOOD,
            "1:1",
            "budget",
            "unknown section `budget`",
            "call it `x-…` if it is a section of your own",
        ),
    ],
)
def test_an_unknown_field(text: str, place: str, marks: str, message: str, help: str, here: Path) -> None:
    """The finding stands at the name of the field and says the closest known one."""
    audit = audited(text, here)
    finding = only(audit)
    assert ("F005", "warning", place, message, help) == (
        finding.code,
        finding.severity,
        where(finding),
        finding.message,
        finding.help,
    )
    assert marks == marked(audit, finding)


def test_fields_of_your_own_are_kept(here: Path) -> None:
    """Fields and sections that begin with `x-` are nobody's business."""
    written({"a.yaml": "x-note: [1]\nteams: {a: {x-chat: '#search', headcount: 3}}\n"}, here)
    org, findings = api.load(here)
    assert ({"x-chat": "#search"}, ()) == (org.teams["a"].x, findings)


# --- F006 invalid-value


@pytest.mark.parametrize(
    ("text", "marks", "message", "help"),
    [
        (
            "people: {a: {capacity: 7}}",
            "7",
            "a: `capacity` is ‘7’, which is not a share",
            "write a number from 0 to 1, or a percentage such as 50%",
        ),
        (
            "people: {a: {capacity: -1}}",
            "-1",
            "a: `capacity` is ‘-1’, which is not a share",
            "write a number from 0 to 1, or a percentage such as 50%",
        ),
        (
            "people: {a: {capacity: abc%}}",
            "abc%",
            "a: `capacity` is ‘abc%’, which is not a share",
            "write a number from 0 to 1, or a percentage such as 50%",
        ),
        (
            "people: {a: {level: high}}",
            "high",
            "a: `level` is ‘high’, which is not a whole number",
            "write what is meant, or leave the field out",
        ),
        (
            "people: {a: {until: 2024-13-05}}",
            "2024-13-05",
            "a: `until` is ‘2024-13-05’, which is not a day of the calendar",
            "write what is meant, or leave the field out",
        ),
        ("people: {a: {until: soon}}", "soon", "a: `until` is ‘soon’, which is not a date", "write it as YYYY-MM-DD"),
        (
            "people: {a: {status: gone}}",
            "gone",
            "a: `status` is ‘gone’, which is not one of active, vacant, leaving",
            "write one of these",
        ),
        (
            "people: {a: {status: leavin}}",
            "leavin",
            "a: `status` is ‘leavin’, which is not one of active, vacant, leaving",
            "write `leaving`",
        ),
        (
            "people: {a: {external: maybe}}",
            "maybe",
            "a: `external` is ‘maybe’, which is neither true nor false",
            "write what is meant, or leave the field out",
        ),
        (
            "people: {a: {title: [x]}}",
            "[x]",
            "a: `title` is a list, where one text is wanted",
            "write what is meant, or leave the field out",
        ),
        (
            "people: {a: {title: {x: y}}}",
            "{x: y}",
            "a: `title` is a mapping, where one text is wanted",
            "write what is meant, or leave the field out",
        ),
        ("people: {a: [x]}", "a", "a: a list stands where fields are wanted", "write them as `{field: value}`"),
        ("people: {a: hello}", "a", "a: ‘hello’ stands where fields are wanted", "write them as `{field: value}`"),
        ("teams: {a: {headcount: -2}}", "-2", "a: `headcount` is ‘-2’, which is below 0", "write how many there are"),
        (
            "teams: {a: {headcount: 2.5}}",
            "2.5",
            "a: `headcount` is ‘2.5’, which is not a whole number",
            "write what is meant, or leave the field out",
        ),
        (
            "teams: {a: {api: hello}}",
            "hello",
            "a: `api` is ‘hello’, where fields are wanted",
            "write what is meant, or leave the field out",
        ),
        (
            "people: {nobody: {}}",
            "nobody",
            "nobody: this is no id, but the word for there being none",
            "choose another id",
        ),
        (
            "organisation: {as_of: today}\n" + GOOD,
            "today",
            "`as_of` is ‘today’, which is not a date",
            "write it as YYYY-MM-DD",
        ),
        ("people: [a, b]", "people", "`people` wants ids with fields below them", "see `orgmodel schema` for its form"),
        ("people: many", "people", "`people` wants ids with fields below them", "see `orgmodel schema` for its form"),
        (
            "dependencies: many",
            "dependencies",
            "`dependencies` wants a list of `{from, to}`",
            "see `orgmodel schema` for its form",
        ),
        (
            "organisation: acme\n" + GOOD,
            "organisation",
            "`organisation` wants fields such as `name`",
            "see `orgmodel schema` for its form",
        ),
        (
            "dependencies: [hello]",
            "h",
            "? → ?: ‘hello’ stands where fields are wanted",
            "write them as `{field: value}`",
        ),
        ("dependencies: [{from: x-team}]", "{from: x-team", "x-team → ?: `to` is not given", "add `to: …`"),
    ],
)
def test_a_value_that_does_not_fit(text: str, marks: str, message: str, help: str, here: Path) -> None:
    """The finding stands at the value, says what it is and what is allowed."""
    audit = audited(text, here)
    finding = only(audit)
    assert ("F006", "error", message, help) == (finding.code, finding.severity, finding.message, finding.help)
    assert marks == marked(audit, finding)


MEMBERS = """\
people: {a: {}, b: {}, c: {}, d: {}}
teams:
  search:
    members:
      - a
      - {person: a, allocation: 50%}
      -
      - b
      - {persn: c}
      - a
      - {person: c, allocation: 7}
      - {person: d, allocation: 9, role: [x]}
      - e
"""


def test_each_fault_of_a_list_has_its_own_place(here: Path) -> None:
    """What is dropped from a list does not move what is found after it."""
    audit = audited(MEMBERS, here)
    assert [
        "F006 6:9 search: `members` names ‘a’ twice",
        "F006 9:9 search: `members.person` is not given",
        "F005 9:10 search: unknown field `persn`",
        "F006 10:9 search: `members` names ‘a’ twice",
        "F006 11:33 search: `members.allocation` is ‘7’, which is not a share",
        "F006 12:33 search: `members.allocation` is ‘9’, which is not a share",
        "F006 12:42 search: `members.role` is a list, where one text is wanted",
        "F008 13:9 search: `members.person` names the person ‘e’, which is not described anywhere",
    ] == said(audit)


def test_the_rest_of_the_entity_is_read(here: Path) -> None:
    """Whatever is sound of an entity counts, and can still be found in the file."""
    written({"org.yaml": MEMBERS}, here)
    org, _ = api.load(here)
    members = org.teams["search"].members
    assert members is not None
    assert ["a", "b", "c", "d", "e"] == [member.person for member in members]
    found = [org.places.find(Spot("teams", "search", ("members", n))) for n in range(5)]
    assert [5, 8, 11, 12, 13] == [place.line for place in found if place]


def test_a_list_without_a_sound_item_is_unknown(here: Path) -> None:
    """A team whose only member cannot be read is not a team without members."""
    written({"org.yaml": "teams: {a: {members: [{persn: x}]}}"}, here)
    org, _ = api.load(here)
    assert org.teams["a"].members is None


def test_many_repeats_are_found_at_once(here: Path) -> None:
    """A list of a thousand repeated names is read in one go, and each repeat is found."""
    start = time.process_time()
    audit = audited(f"people: {{a: {{}}}}\nteams: {{t: {{members: [{', '.join(['a'] * 1001)}]}}}}\n", here)
    assert 1000 == len(audit.findings)
    assert time.process_time() - start < 10


@pytest.mark.parametrize("text", ["- teams\n- people\n", "[]", "[{teams: {}}]", "hello", "'teams'", "42"])
def test_a_file_must_begin_with_a_section(text: str, here: Path) -> None:
    """A list or a text at the top is no organisation."""
    assert ["F006 1:1 org.yaml does not begin with a section such as `people:` or `teams:`"] == said(
        audited(text, here)
    )
