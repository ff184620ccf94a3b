"""Plan files: what is read of them, and what is wrong with them, in plain words and at its place."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.load.changes import read_change
from orgmodel.load.plans import PlanRead, is_plan, read_plan
from orgmodel.load.sources import UnreadablePathError
from orgmodel.model import changes as c
from orgmodel.model.changes import CHANGES, SYNONYMS
from orgmodel.model.place import Place, Spot
from tests.load.bad_inputs import TEXTS

LEAVE = "changes:\n- leave: {person: bo}\n"


def read(text: str | bytes, name: str = "plan.yaml") -> PlanRead:
    """Write a plan into the folder one stands in, and read it."""
    Path(name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_plan(name)


def said(found: PlanRead) -> list[str]:
    """Return each problem as one line: code, line and column, message."""
    return [
        f"{each.code} {each.place.line}:{each.place.column} {each.message}" if each.place else "nowhere"
        for each in found.problems
    ]


def helps(found: PlanRead) -> list[str]:
    """Return what is to be done about them."""
    return [each.help for each in found.problems]


def words(found: PlanRead) -> list[str]:
    """Return the changes that were read, by their words."""
    return [c.WORD_OF_CHANGE[type(change)] for change, _ in found.plan.changes]


pytestmark = pytest.mark.usefixtures("here")


# --- what is read


def test_a_plan_is_read_with_its_case_and_waves() -> None:
    """Everything that is stated, in the order in which it stands."""
    found = read("""
plan:
  name: Two teams
  objective: ship
  measure: {id: fan_out, team: pay, baseline: 9, expected: 3.5, graph: waits}
  sponsor: zoe
  date: 2027-02-01
  way_back: merge again
  x-note: kept
waves:
- name: first
  date: 2027-02-01
  changes:
  - leave: {person: bo}
- changes:
  - move_person: {person: cy, from: pay, to: cards, allocation: 50%, role: qa, reports: stay}
  - rename_team: {team: a, to: NO}
""")
    case = found.plan.case
    assert () == found.problems
    assert ("Two teams", "zoe", "2027-02-01", {"x-note": "kept"}) == (case.name, case.sponsor, str(case.date), case.x)
    assert case.measure is not None
    assert ("fan_out", "pay", 9.0, 3.5, "waits") == (
        case.measure.id,
        case.measure.team,
        case.measure.baseline,
        case.measure.expected,
        case.measure.graph,
    )
    first, second = found.plan.waves
    assert ("first", "2027-02-01", None, None) == (first.name, str(first.date), second.name, second.date)
    move, rename = (change for change, _ in second.changes)
    expected = c.MovePerson(person="cy", source="pay", to="cards", allocation=0.5, role="qa", reports="stay")
    assert (expected, c.RenameTeam(team="a", to="NO")) == (move, rename)


def test_changes_at_the_top_are_one_wave() -> None:
    """It has no name and no day; a plan without a name is called as its file."""
    found = read(LEAVE)
    (wave,) = found.plan.waves
    assert (None, None, ["leave"]) == (wave.name, wave.date, words(found))
    assert ("plan.yaml", "plan.yaml") == (found.plan.path, found.plan.label)


@pytest.mark.parametrize("word", sorted(CHANGES))
def test_every_change_can_be_read(word: str) -> None:
    """Those of entities with an entity, all others with what they cannot do without."""
    some = {
        "create_team": "team: a",
        "split_team": "team: a, into: {b: , c: {members: [x]}}",
        "merge_teams": "teams: [a, b], into: a",
        "move_heads": "from: a, to: b, count: 3",
        "join": "person: a",
        "set": "entity: 'team:a', name: A",
        "create": "entity: 'team:a'",
        "remove": "entity: 'team:a'",
    }
    kind = CHANGES[word]
    fields = getattr(kind, "__pydantic_fields__", {})
    needed = ((field.validation_alias or name) for name, field in fields.items() if field.is_required())
    stated = some.get(word) or ", ".join(f"{name}: a" for name in needed)
    found = read(f"changes: [{{{word}: {{{stated}}}}}]")
    assert () == found.problems
    assert [word] == words(found)


@pytest.mark.parametrize(("word", "other"), [(word, other) for word in SYNONYMS for other in SYNONYMS[word]])
def test_arguments_may_be_written_with_another_word(word: str, other: str) -> None:
    """It means the same; both at once are too many."""
    own = SYNONYMS[word][other]
    rest = {"appoint_lead": ", team: t", "appoint_leader": ", initiative: i"}.get(word, ", to: t")
    one, same = read(f"changes: [{{{word}: {{{other}: x{rest}}}}}]"), read(f"changes: [{{{word}: {{{own}: x{rest}}}}}]")
    assert [change for change, _ in same.plan.changes] == [change for change, _ in one.plan.changes]
    both = read(f"changes: [{{{word}: {{{own}: x, {other}: y{rest}}}}}]")
    (message,) = said(both)
    assert message.endswith(f"`{word}` is left out: `{other}` and `{own}` mean the same, and both are given")
    assert (["write one of them"], [], 1) == (helps(both), words(both), both.plan.unread)


def test_fields_of_anything_are_set_and_cleared() -> None:
    """An empty value takes a field away; one's own are kept."""
    ((change, _),) = read("changes: [{set: {entity: 'person:a:b', title: T, manager: , x-a: 1, x-b: }}]").plan.changes
    assert isinstance(change, c.Set)
    assert ("person", "a:b", ("title", "manager", "x-a", "x-b")) == (change.kind, change.id, change.fields)
    assert {"x-a": "1"} == change.given.x


def test_who_gets_nothing_need_not_be_written() -> None:
    """An empty team of those who get members is left out; one team alone gets the rest."""
    found = read("changes: [{dissolve_team: {team: a, members_to: {b: , c: [x, rest]}, components_to: d}}]")
    ((change, _),) = found.plan.changes
    assert () == found.problems
    assert isinstance(change, c.DissolveTeam)
    assert ({"c": ("x", "rest")}, {"d": ("rest",)}) == (change.members_to, change.components_to)


# --- where it is written


BLOCK = """plan:
  name: x
  measure:
    id: fan_in
changes:
  - change_manager:
      people:
        - bo
        - cy
      to: zoe
  # a remark
  - {split_team: {team: pay, into: {a: {members: [ana]}, b: }}}
"""


@pytest.mark.parametrize(
    ("section", "path", "text"),
    [
        ("plan", ("name",), (2, 9, 10)),
        ("plan", ("measure", "id"), (4, 9, 15)),
        ("plan", ("sponsor",), (1, 1, 5)),
        ("changes", (), (5, 1, 8)),
        ("changes", (0, "change_manager"), (6, 5, 19)),
        ("changes", (0, "change_manager", "to"), (10, 11, 14)),
        ("changes", (0, "change_manager", "person"), (8, 9, 10)),
        ("changes", (0, "change_manager", "person", 1), (9, 11, 13)),
        ("changes", (0, "change_manager", "people", 0), (8, 11, 13)),
        ("changes", (1, "split_team", "into", "a", "members", 0), (12, 51, 54)),
        ("changes", (1, "split_team", "into", "b", "lead"), (12, 58, 59)),
        ("waves", (), (1, 1, 2)),
    ],
)
def test_every_part_has_its_place(section: str, path: tuple[str | int, ...], text: tuple[int, int, int]) -> None:
    """The word of a change, its arguments, also by another word; what is not written stands with what is around it."""
    found = read(BLOCK)
    place = found.plan.places.find(Spot(section, "", path))
    assert place is not None
    assert text == (place.line, place.column, place.end_column)


def test_other_sections_have_no_place() -> None:
    """Nor have lines of other files."""
    places = read(BLOCK).plan.places
    assert places.find(Spot("teams", "a")) is None
    assert "plan:" == places.line(Place("plan.yaml", 1, 1, 1, 1), 1)
    assert places.line(Place("org.yaml", 1, 1, 1, 1), 1) is None


# --- what is a plan


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("plan: {name: x}", True),
        ("# remark\n\nchanges: []", True),
        ("x-owner: me\nwaves: []", True),
        ("{changes: []}", True),
        ('"changes": []', True),
        ("'plan' : {}", True),
        ("teams: {}\nplan: {}", False),
        ("plan: {}\nteams: {}", True),
        ("teams: {a: {plan: x}}", False),
        ("teams:\n  plan: {}", False),
        ("", False),
        ("- changes", False),
        ("changes", False),
    ],
)
def test_a_plan_is_told_from_an_organisation(text: str, answer: bool) -> None:
    """By the section that comes first."""
    Path("x.yaml").write_text(text)
    assert answer == is_plan("x.yaml")


def test_a_folder_is_no_plan_and_cannot_be_read_as_one() -> None:
    """Nor can what is not there."""
    Path("folder").mkdir()
    assert not is_plan("folder")
    for path, message in (("folder", "folder is a folder; a plan is one file"), ("nowhere", "nowhere does not exist")):
        with pytest.raises(UnreadablePathError, match=message):
            read_plan(path)
    Path("folder/a.yaml").write_text(LEAVE)
    with pytest.raises(UnreadablePathError, match="a plan is one file"):
        read_plan("folder")
    with pytest.raises(UnreadablePathError, match="does not exist"):
        is_plan("nowhere")


# --- files that are none


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["F006 1:1 the plan changes nothing"]),
        ("# later\n", ["F006 1:1 the plan changes nothing"]),
        ("plan: {name: x}\n", ["F006 1:1 the plan changes nothing"]),
        ("plan: {name: x}\nchanges:\n", ["F006 2:1 the plan changes nothing"]),
        ("waves: []\n", ["F006 1:1 the plan changes nothing"]),
        ("hello\n", ["F006 1:1 plan.yaml does not begin with a section such as `changes:`"]),
        ("- a\n", ["F006 1:1 plan.yaml does not begin with a section such as `changes:`"]),
        (b"changes:\n- leave: {person: b\xff}\n", ["F004 2:20 plan.yaml is not UTF-8: byte 0xff at offset 28"]),
        ("changes:\n\t- leave: x\n", ["F001 2:1 plan.yaml is not YAML from here on: a tab is used to indent"]),
        (LEAVE + "---\n" + LEAVE, ["F003 3:1 a second document begins here"]),
        (LEAVE + LEAVE, ["F002 3:1 `changes` is written twice; the first one is read"]),
        ("changes:\n- leave: {person: !!str bo}\n", ["F003 2:19 the tag !!str is not read"]),
        ("changes:\n- leave: {person: bo, person: cy}\n",
         ["F002 2:23 `person` is written twice; the first one is read"]),
        ("changes:\n- ? [a]\n  : b\n- leave: {person: bo}\n",
         ["F003 2:5 a key is a list or a mapping", "F006 2:3 one change is wanted, and this is empty"]),
        ("changes: &a [*a]\n", ["F003 1:14 the anchor &a contains itself"]),
    ],
)  # fmt: skip
def test_files_that_are_no_plans(text: str | bytes, expected: list[str]) -> None:
    """What is wrong with the file itself is said as everywhere."""
    assert expected == said(read(text))


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_nothing_that_stands_in_a_file_raises(name: str) -> None:
    """What an organisation must not be a plan must not be either: there is a finding, at a place in the file."""
    found = read(TEXTS[name].encode("utf-8", "surrogatepass"))
    assert () != found.problems
    assert all(each.place is not None and each.place.line >= 1 and each.place.column >= 1 for each in found.problems)


def test_sections_of_an_organisation_have_no_place_in_a_plan() -> None:
    """Each is said once, at its word, with what to do; the changes are read all the same."""
    found = read(
        LEAVE + "people: {bo: {}, cy: {}}\nteams: {a: {}}\ndependencies: [{from: a, to: b}]\norganisation: {name: x}\n"
        "wave: []\nfoo: 3\nx-note: mine\n"
    )
    assert [
        "F005 3:1 `people` has no place in a plan",
        "F005 4:1 `teams` has no place in a plan",
        "F005 5:1 `dependencies` has no place in a plan",
        "F005 6:1 `organisation` has no place in a plan",
        "F005 7:1 `wave` has no place in a plan",
        "F005 8:1 `foo` has no place in a plan",
    ] == said(found)
    change = "a plan says what changes; write it as a change, such as `create_team` or `set`"
    assert [change] * 4 + ["write `waves`", "a plan has `plan`, `waves`, `changes`"] == helps(found)
    assert ["leave"] == words(found)


def test_changes_in_both_places_are_all_read() -> None:
    """Those at the top come first."""
    found = read(LEAVE + "waves: [{changes: [{join: {person: x}}]}]\n")
    assert ["F006 1:1 changes are written both in waves and at the top; those at the top come first"] == said(found)
    assert (["leave", "join"], 2) == (words(found), len(found.plan.waves))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("changes: {leave: {person: bo}}", ["F006 1:1 `changes` is a mapping, where a list is wanted"]),
        ("changes: all of them", ["F006 1:1 `changes` is ‘all of them’, where a list is wanted"]),
        ("waves: {name: x}", ["F006 1:1 `waves` is a mapping, where a list is wanted"]),
        ("waves: [{changes: {leave: {person: x}}}]", ["F006 1:19 `changes` is a mapping, where a list is wanted"]),
        ("waves: [text, [a]]", ["F006 1:9 ‘text’ stands where a wave is wanted",
         "F006 1:15 a list stands where a wave is wanted"]),
        ("waves: [{name: x}, {changes: []}]", ["F006 1:9 the wave changes nothing",
         "F006 1:20 the wave changes nothing"]),
        ("waves: [{name: [a], date: soon, changes: [{leave: {person: bo}}]}]",
         ["F006 1:16 `name` is a list, where one text is wanted", "F006 1:27 `date` is ‘soon’, which is not a date"]),
        ("plan: [a]\n" + LEAVE, ["F006 1:1 a list stands where fields are wanted"]),
        ("plan: {measure: fan_in}\n" + LEAVE, ["F006 1:17 `measure` is ‘fan_in’, where fields are wanted"]),
        ("plan: {date: 2026-13-01, sponsor: [a]}\n" + LEAVE,
         ["F006 1:35 `sponsor` is a list, where one text is wanted",
          "F006 1:14 `date` is ‘2026-13-01’, which is not a day of the calendar"]),
        ("plan: {objektive: x, measure: {idd: x, expected: lots, graph: usess}}\n" + LEAVE,
         ["F005 1:32 unknown field `idd`", "F005 1:8 unknown field `objektive`", "F006 1:31 `measure.id` is not given",
          "F006 1:63 `measure.graph` is ‘usess’, which is not one of all, uses, waits",
          "F006 1:50 `measure.expected` is ‘lots’, which is not a number"]),
    ],
)  # fmt: skip
def test_lists_where_mappings_stand_and_the_reverse(text: str, expected: list[str]) -> None:
    """Of the parts of a plan; what else it says is read."""
    found = read(text)
    assert sorted(expected) == sorted(said(found))
    assert (["leave"] if "leave: {person: bo}" in text and "changes: {" not in text else []) == words(found)


def test_a_misspelt_word_of_a_wave_is_offered() -> None:
    """Also the one that holds the changes."""
    found = read("waves: [{change: [{leave: {person: bo}}], nam: x}]")
    assert ["write `changes`", "write `name`"] == helps(found)


# --- changes that are none


@pytest.mark.parametrize(
    ("change", "expected", "help"),
    [
        ("leav: {person: bo}", "F006 2:3 there is no change `leav`", "write `leave`"),
        ("zzz: {}", "F006 2:3 there is no change `zzz`", "there is create_team, dissolve_team"),
        ("leave: bo", "F006 2:3 `leave` says ‘bo’, where its arguments are wanted", "write them as `leave: {…}`"),
        ("leave: [bo]", "F006 2:3 `leave` says a list, where its arguments are wanted", "write them as `leave: {…}`"),
        ("leave:", "F006 2:3 `leave` says nothing, where its arguments are wanted", "write them as `leave: {…}`"),
        ("leave: null", "F006 2:3 `leave` says nothing, where its arguments are wanted", "write them as `leave: {…}`"),
        ("leave", "F006 2:3 one change is wanted, and this is ‘leave’", "begin each change with a dash"),
        ("[leave]", "F006 2:3 one change is wanted, and this is a list", "begin each change with a dash"),
        ("{}", "F006 2:3 one change is wanted, and this is empty", "begin each change with a dash"),
        ("{leave: {person: a}, join: {person: b}}", "F006 2:3 one change is wanted, and this is `leave`, `join`",
         "begin"),
        ("leave: {}", "F006 2:3 `leave` is left out: `person` is not given", "add `person: …`"),
        ("leave: {person: }", "F006 2:3 `leave` is left out: `person` is not given", "add `person: …`"),
        ("leave: {person: [a]}", "F006 2:19 `leave` is left out: `person` is a list, where one text is wanted",
         "write what"),
        ("leave: {person: a, report_to: b}", "F005 2:22 `leave` is left out: unknown field `report_to`",
         "write `reports_to`"),
        ("leave: {person: a, why: b}", "F005 2:22 `leave` is left out: unknown field `why`",
         "`leave` takes `person`, `reports_to`"),
        ("move_heads: {from: a, to: b, count: -1}",
         "F006 2:39 `move_heads` is left out: `count` is ‘-1’, which is below 0", "write how many"),
        ("move_heads: {from: a, to: b, count: many}",
         "F006 2:39 `move_heads` is left out: `count` is ‘many’, which is not a whole number", "write"),
        ("move_team: {team: a, to: b, reports: folow}",
         "F006 2:40 `move_team` is left out: `reports` is ‘folow’, which is not one of follow, stay", "write `follow`"),
        ("appoint_leader: {initiative: i, person: b, allocation: 150%}",
         "F006 2:58 `appoint_leader` is left out: `allocation` is ‘150%’, which is not a share",
         "write a number from 0 to 1"),
        ("change_dependency: {from: a, to: b, until: 2026-02-30}",
         "F006 2:46 `change_dependency` is left out: `until` is ‘2026-02-30’, which is not a day of the calendar",
         "write"),
        ("change_dependency: {from: a, to: b, kind: apii}",
         "F006 2:45 `change_dependency` is left out: `kind` is ‘apii’, which is not one of api, event", "write `api`"),
        ("add_step: {decision: d, by: x, at: -1}", "F006 2:38 `add_step` is left out: `at` is ‘-1’, which is below 0",
         "write"),
        ("create_team: {lead: a}", "F006 2:3 `create_team` is left out: `team` is not given", "add `team: …`"),
        ("create_team: {team: [a]}", "F006 2:23 `create_team` is left out: `team` is a list, where one text is wanted",
         "write an id"),
        ("create_team: {team: ''}", "F006 2:23 `create_team` is left out: an id of 0 characters is too short",
         "write 1 to 200"),
        ("merge_teams: {teams: [a, b]}", "F006 2:3 `merge_teams` is left out: `into` is not given", "add `into: …`"),
        ('rename_team: {team: a, to: "x\\ty"}', "F006 2:30 `rename_team` is left out: an id with a control character",
         "write 1 to 200"),
        ('join: {person: "a\\nb"}', "F006 2:18 `join` is left out: an id with a control character", "write 1 to 200"),
        (f"split_team: {{team: a, into: {{{'i' * 201}: , b: }}}}",
         "F006 2:32 `split_team` is left out: an id of 201 characters is too long", "write 1 to 200"),
        ("split_team: {team: a}", "F006 2:3 `split_team` is left out: `into` is not given", "add `into: …`"),
        ("split_team: {team: a, into: [x, y]}",
         "F006 2:31 `split_team` is left out: `into` is a list, where fields are wanted", "write"),
        ("split_team: {team: a, into: {x: [b], y: }}",
         "F006 2:35 `split_team` is left out: `into.x` is a list, where fields are wanted", "write"),
        ("split_team: {team: a, into: {x: {members: [b, b]}, y: }}",
         "F006 2:49 `split_team` is left out: `into.x.members` names ‘b’ twice", "name everyone once"),
        ("dissolve_team: {team: a, members_to: [b]}",
         "F006 2:40 `dissolve_team` is left out: `members_to` is a list, where fields are wanted", "write"),
        ("dissolve_team: {team: a, members_to: {b: {c: d}}}",
         "F006 2:44 `dissolve_team` is left out: `members_to.b` is a mapping, where one text is wanted", "write"),
        ("set: {entity: bo, title: x}", "F006 2:17 `set` is left out: `entity` is ‘bo’, which is no kind:id",
         "write kind:id, with one of person, team"),
        ("set: {entity: 'persn:bo', title: x}",
         "F006 2:17 `set` is left out: `entity` is ‘persn:bo’, which is no kind:id", "write `person:…`"),
        ("set: {entity: [a], title: x}", "F006 2:17 `set` is left out: `entity` is a list, where one text is wanted",
         "write `kind:id`"),
        ("set: {title: x}", "F006 2:3 `set` is left out: `entity` is not given", "add `entity: kind:id`"),
        ("set: {entity: 'person:bo'}", "F006 2:3 `set` is left out: no field is set",
         "name the field and its new value"),
        ("set: {entity: 'person:bo', titel: x}", "F005 2:30 `set` is left out: unknown field `titel`", "write `title`"),
        ("set: {entity: 'person:bo', titel: }", "F005 2:30 `set` is left out: unknown field `titel`", "write `title`"),
        ("set: {entity: organisation, reporting: x}",
         "F006 2:42 `set` is left out: `reporting` is ‘x’, which is not one of lead, written", "write one"),
        ("create: {entity: organisation}",
         "F006 2:20 `create` is left out: `entity` is ‘organisation’, which is no kind:id", "write kind:id"),
        ("create: {entity: 'team:'}", "F006 2:20 `create` is left out: an id of 0 characters is too short",
         "write 1 to 200"),
        ("create: {entity: 'team:a', kind: x}",
         "F006 2:36 `create` is left out: `kind` is ‘x’, which is not one of team, group", "write one of these"),
        ("remove: {entity: 'team:a', why: x}", "F005 2:30 `remove` is left out: `remove` has no use for `why`",
         "take it away"),
    ],
)  # fmt: skip
def test_a_change_that_cannot_be_read_is_left_out(change: str, expected: str, help: str) -> None:
    """It says what is wrong, once, where it is written, and what to do; the changes around it are read."""
    found = read(f"changes:\n- {change}\n- leave: {{person: bo}}\n")
    (message,) = said(found)
    assert message.startswith(expected)
    assert helps(found)[0].startswith(help)
    assert (["leave"], 1) == (words(found), found.plan.unread)
    ((_, spot),) = found.plan.changes
    assert (1, "leave") == spot.path


def test_what_a_new_entity_has_besides_does_not_stop_the_change() -> None:
    """It is said, as in an organisation; half of an argument is not taken for the whole."""
    found = read("""changes:
- create_team: {team: a, colour: red, typ: platform}
- join: {person: hal, titel: x}
- create: {entity: 'team:b', colour: red}
- split_team: {team: p, into: {a: {membrs: [b]}, b: }}
- create_team: {team: b, type: platforms}
""")
    assert [
        "F005 2:26 unknown field `colour`",
        "F005 2:39 unknown field `typ`",
        "F005 3:23 unknown field `titel`",
        "F005 4:30 unknown field `colour`",
        "F005 5:36 unknown field `membrs`",
        "F006 6:32 `create_team` is left out: `type` is ‘platforms’, which is not one of stream-aligned, platform, "
        "enabling, complicated-subsystem",
    ] == said(found)
    assert ["create_team", "join", "create", "split_team"] == words(found)


def test_all_that_is_wrong_with_a_change_is_said_at_once() -> None:
    """And nothing twice."""
    found = read("changes:\n- move_heads: {from: [a], count: x, whither: b}\n")
    assert [
        "F005 2:37 `move_heads` is left out: unknown field `whither`",
        "F006 2:22 `move_heads` is left out: `from` is a list, where one text is wanted",
        "F006 2:3 `move_heads` is left out: `to` is not given",
        "F006 2:34 `move_heads` is left out: `count` is ‘x’, which is not a whole number",
    ] == said(found)


def test_an_empty_item_of_the_list_is_passed_over() -> None:
    """What follows has its own place."""
    found = read("changes:\n-\n- leav: {person: bo}\n- leave: {person: bo}\n")
    assert ["F006 3:3 there is no change `leav`"] == said(found)


def test_long_and_odd_names_are_cut_in_messages() -> None:
    """A message fits on a screen, whatever somebody wrote."""
    found = read(f"changes:\n- {'x' * 900}: {{}}\n- leave: {{{'y' * 900}: a, person: b}}\n- {'z' * 5000}\n")
    assert 3 == len(found.problems)
    assert all(len(each.message) < 200 for each in found.problems)


def test_many_changes_are_read_and_each_fault_has_its_place() -> None:
    """The last one of ten thousand as well as the first."""
    lines = "".join("- leave: {person: p}\n" if n % 2 else "- leave: {persn: p}\n" for n in range(10_000))
    found = read("changes:\n" + lines)
    assert (5000, 5000, 10_000) == (len(words(found)), found.plan.unread, len(found.problems))
    assert "F006 10000:3 `leave` is left out: `person` is not given" == said(found)[-1]


_FIELDS = sorted({name for kind in CHANGES.values() for name in getattr(kind, "__pydantic_fields__", {})})
_SCALARS = st.none() | st.sampled_from(
    ["a", "nobody", "", "50%", "-1", "2027-02-01", "team:a", "person:", "rest", "x" * 300]
)
_VALUES = st.recursive(
    _SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*_FIELDS, "from", "entity", "x-a", "?"]), inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(max_examples=80, deadline=None)
@given(st.sampled_from([*sorted(CHANGES), "leav"]), _VALUES)
def test_whatever_a_change_says_it_is_read_or_refused(word: str, value: Any) -> None:
    """With a reason, and never both."""
    found = read_change({word: value})
    assert word == found.word
    assert found.change is not None or [] != found.faults
    assert any("left out" in fault.message for fault in found.faults) <= (found.change is None)
