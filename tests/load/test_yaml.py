"""Where a file stops being YAML, or uses what an organisation does not need, is found at its place."""

import time
from pathlib import Path

import pytest

from orgmodel import api
from orgmodel.model.finding import Subject
from tests.load.support import audited, audited_folder, marked, only, said, where, written

GOOD = "teams:\n  search: {headcount: 6}\n"


# --- F001 yaml-syntax


@pytest.mark.parametrize(
    ("text", "place", "words", "help"),
    [
        (
            "teams:\n  a: {lead: x\n",
            "3:1",
            "a `{` is not closed, or a comma is missing",
            "write `{key: value, key: value}`",
        ),
        ("teams:\n  a: [x\n", "3:1", "a `[` is not closed, or a comma is missing", "write `[one, two]`"),
        ("teams:\n  a: {lead: [x, y}\n", "2:18", "a `[` is not closed, or a comma is missing", "write `[one, two]`"),
        ("teams:\n  a: {name: A: B}\n", "2:14", "a colon stands where none can", "quote a text that holds a colon"),
        ("teams:\n  a:\n    name: A: B\n", "3:12", "a colon stands where none can", "quote a text that holds a colon"),
        ("teams:\n  a:\n    name: 'A\n", "4:1", "a quotation mark is not closed", "close it"),
        ("teams:\n  a:\n\tname: A\n", "3:1", "a tab is used to indent", "indent with spaces"),
        ("teams:\n  a:\n  \tname: A\n", "3:3", "a tab is used to indent", "indent with spaces"),
        ("teams:\n  a: {name: @x}\n", "2:13", "this character cannot begin a text", "quote the text"),
        (
            "teams:\n  a: {name: 'x' y}\n",
            "2:17",
            "a `{` is not closed, or a comma is missing",
            "write `{key: value, key: value}`",
        ),
        (
            "teams:\n  a:\n    name: 'x' y\n",
            "3:15",
            "something follows where the line should end",
            "put it on a line of its own, or quote the whole text",
        ),
        (
            "teams:\n  a: {headcount: 1}\n   b: {headcount: 1}\n",
            "3:4",
            "the indentation does not fit the lines above",
            "indent what belongs together alike",
        ),
        (
            "teams:\n  a: {headcount: 1}\n  b\n",
            "4:1",
            "a line is neither a key with a colon nor part of a text",
            "write `key: value`",
        ),
        ("teams:\n  a: {name: x}]\n", "2:15", "a `]` closes nothing", "take it away, or quote the text"),
        ("teams:\n  a: {name: *.yaml}\n", "2:14", "the name after `*` or `&` is no name", "quote the text"),
        ("teams: {a: {name: !}}\n", "1:20", "a tag is not complete", "quote a text that begins with `!`"),
        (
            'teams:\n  a: {name: "\\d"}\n',
            "2:15",
            "`\\` stands before a character without a meaning for it",
            "write `\\\\`, or use `'` quotes",
        ),
        (
            'teams:\n  a: {name: "\\ud800"}\n',
            "2:13",
            "an escape such as `\\u00e9` stands for no character",
            "write the character itself",
        ),
    ],
)
def test_where_a_file_stops_being_yaml(text: str, place: str, words: str, help: str, here: Path) -> None:
    """The finding stands where reading stopped, says what is wrong there and what to do."""
    finding = only(audited(text, here))
    assert ("F001", "error", place) == (finding.code, finding.severity, where(finding))
    assert (f"org.yaml is not YAML from here on: {words}", help) == (finding.message, finding.help)
    assert Subject("file", "org.yaml") == finding.subject


def test_what_is_not_closed_is_shown(here: Path) -> None:
    """Where a quotation mark or a bracket is not closed, the finding shows where it was opened."""
    (related,) = only(audited("teams:\n  a:\n    name: 'A\n\n  b: {}\n", here)).related
    assert related.place is not None
    assert ("it begins here", 3, 11) == (related.message, related.place.line, related.place.column)


def test_what_stands_above_the_place_counts(here: Path) -> None:
    """Everything that is complete before the place is read, and references to what the rest mentions are unknown."""
    text = "teams:\n  a: {lead: ana}\n  b: {lead: bo, parent: zzz}\n  c: {lead: [x\npeople:\n  ana: {}\n"
    audit = audited(text, here)
    assert [
        "F008 3:13 b: `lead` names the person ‘bo’, which is not described anywhere",
        "F008 3:25 b: `parent` names the team ‘zzz’, which is not described anywhere",
        "F001 5:7 org.yaml is not YAML from here on: a `[` is not closed, or a comma is missing",
    ] == said(audit)
    coverage = {row.code: row for row in audit.coverage}
    assert (("files that could not be read", 1),) == coverage["F008"].missing


def test_a_broken_file_hides_no_other(here: Path) -> None:
    """The other files of a folder are read, and their references into the broken one are unknown."""
    files: dict[str, str | bytes] = {
        "a.yaml": "teams:\n  a: {lead: ana}\n",
        "b.yaml": "people:\n  bo: {name: [}\n  ana: {}\n",
        "c.yaml": "teams:\n  c: {lead: carl}\n",
    }
    audit = audited_folder(files, here)
    assert ["F001 2:15 b.yaml is not YAML from here on: a value is missing"] == said(audit)[:1]
    assert ["c: `lead` names the person ‘carl’, which is not described anywhere"] == [
        f.message for f in audit.findings[1:]
    ]
    assert (2, 0) == (audit.census.teams, audit.census.people)


def test_an_alias_without_an_anchor(here: Path) -> None:
    """An alias that stands for nothing ends the reading at its place."""
    audit = audited("teams:\n  a: {lead: *boss}\n", here)
    assert ["F001 2:13 an alias stands for nothing: there is no anchor &boss above it"] == said(audit)


def test_a_large_file_is_told_as_well(here: Path) -> None:
    """A file that is too long to be parsed twice has the same finding."""
    rows = "".join(f"  t{n}: {{headcount: 6, purpose: {'x' * 60}}}\n" for n in range(3000))
    finding = only(audited(f"teams:\n{rows}  b: {{name: A: B}}\n", here))
    assert ("F001", 3002) == (finding.code, finding.place and finding.place.line)
    assert "a colon stands where none can" in finding.message or "is not closed" in finding.message


# --- F003 unsafe-yaml

DEEP = "teams: {a: {x-a: " + "[" * 197 + "]" * 197 + "}}\n"
TOO_DEEP = "teams: {a: {x-a: " + "[" * 198 + "]" * 198 + "}}\n"
BOMB = (
    "x-a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
    + "".join(f"x-{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + GOOD
)
DEEP_ALIASES = (
    "x-0: &a0 "
    + "[" * 150
    + "]" * 150
    + "\n"
    + "".join(f"x-{n}: &a{n} {'[' * 150}*a{n - 1}{']' * 150}\n" for n in range(1, 90))
    + GOOD
)


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("teams: {a: !!python/object:os.system {}}\n", "1:12", "the tag !!python/object:os.system is not read"),
        ("teams: {a: {name: !!str x}}\n", "1:19", "the tag !!str is not read"),
        ("teams: {a: {!x name: x}}\n", "1:13", "the tag !x is not read"),
        ("teams: {? [a, b] : {headcount: 1}, c: {}}\n", "1:11", "a key is a list or a mapping"),
        ("teams: {? {a: b} : {headcount: 1}, c: {}}\n", "1:11", "a key is a list or a mapping"),
        ("teams: {null: {headcount: 1}, c: {}}\n", "1:9", "a key is empty or null"),
        ("teams:\n  ~: {headcount: 1}\n  c: {}\n", "2:3", "a key is empty or null"),
        ("teams: {c: {? [x] : y}}\n", "1:15", "a key is a list or a mapping"),
        ("? [teams]\n: {}\n" + GOOD, "1:3", "a key is a list or a mapping"),
        (GOOD + "---\n" + GOOD, "3:1", "a second document begins here"),
        (TOO_DEEP, "1:215", "lists and mappings are nested more than 200 deep"),
        ("teams: {a: &x [*x]}\n", "1:16", "the anchor &x contains itself"),
        ("teams: {a: &x {name: A, x-a: {x-b: *x}}}\n", "1:36", "the anchor &x contains itself"),
    ],
)
def test_what_an_organisation_does_not_need(text: str, place: str, message: str, here: Path) -> None:
    """Parts of YAML that are not read are found at their place."""
    assert [f"F003 {place} {message}"] == said(audited(text, here))


@pytest.mark.parametrize("text", ["teams: {a: !x/y {headcount: 1}}", "teams:\n  a: !x/y\n    headcount: 1\n"])
def test_a_tag_alone_is_marked(text: str, here: Path) -> None:
    """Only the tag is wrong, and not what it stands before."""
    audit = audited(text, here)
    assert "!x/y" == marked(audit, only(audit))


def test_what_is_refused_hides_nothing(here: Path) -> None:
    """A tag, an odd key and a second document leave everything else readable."""
    text = "teams: {a: !!map {headcount: 3}, [x]: {}, null: {}, b: {headcount: !!int 4}}\n---\npeople: {c: {}}\n"
    written({"a.yaml": text}, here)
    org, findings = api.load(here)
    assert [3, 4] == [team.headcount for team in org.teams.values()]
    assert ["F003"] * 5 == [finding.code for finding in findings]


@pytest.mark.parametrize("text", [BOMB, DEEP_ALIASES], ids=["many", "deep"])
def test_aliases_cannot_grow_without_end(text: str, here: Path) -> None:
    """Aliases that multiply a text, or its depth, are stopped at once."""
    start = time.process_time()
    finding = only(audited(text, here))
    assert "F003" == finding.code
    assert time.process_time() - start < 2


def test_aliases_of_one_long_text_count_with_its_length(here: Path) -> None:
    """A long text that is repeated by aliases is a bomb as well."""
    text = f"x-a: &a {'x' * 5000}\nx-b: [{', '.join(['*a'] * 500)}]\n{GOOD}"
    assert ["F003 2:63 aliases make the text more than 10 times as long"] == said(audited(text, here))


def test_aliases_are_read(here: Path) -> None:
    """A few aliases are no bomb: they stand for what their anchor says, empty values included."""
    first = "teams:\n  a: &a {headcount: 6, x-b: &none }\n"
    text = first + "  b: *a\n  c: {headcount: &n 7, purpose: *none}\n  d: {headcount: *n}\n"
    written({"a.yaml": text}, here)
    org, findings = api.load(here)
    assert [6, 6, 7, 7] == [team.headcount for team in org.teams.values()]
    assert () == findings


def test_nesting_up_to_the_limit_is_read(here: Path) -> None:
    """Two hundred levels are allowed."""
    assert [] == said(audited(DEEP, here))


def test_thirty_thousand_brackets(here: Path) -> None:
    """A tower of brackets ends the reading at once."""
    start = time.process_time()
    audit = audited("teams: " + "[" * 30_000, here)
    assert ["F003 1:207 lists and mappings are nested more than 200 deep"] == said(audit)
    assert time.process_time() - start < 2
