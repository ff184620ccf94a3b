"""Keys, ids and references that are wrong are found at their place, in plain words, and hide nothing else."""

import time
from pathlib import Path

import pytest

from orgmodel import api, catalogue
from orgmodel.model.finding import Subject
from orgmodel.model.place import Spot
from tests.load.support import audited, audited_folder, marked, only, said, where, written

GOOD = "teams:\n  search: {headcount: 6}\n"


# --- F002 duplicate-key


@pytest.mark.parametrize(
    ("text", "place", "first", "message"),
    [
        (
            "teams:\n  a:\n    headcount: 1\n    headcount: 2\n",
            (4, 5, 14),
            (3, 5, 14),
            "`headcount` is written twice; the first one is read",
        ),
        (
            "teams: {a: {headcount: 1, 'headcount': 2}}\n",
            (1, 27, 38),
            (1, 13, 22),
            "`headcount` is written twice; the first one is read",
        ),
        (
            "teams: {a: {headcount: 1}}\npeople: {}\nteams: {b: {}}\n",
            (3, 1, 6),
            (1, 1, 6),
            "`teams` is written twice; both are read as one",
        ),
        (
            "teams: {a: {headcount: 1}}\norganisation: {name: A}\norganisation: {name: B}\n",
            (3, 1, 13),
            (2, 1, 13),
            "`organisation` is written twice; the first one is read",
        ),
    ],
)
def test_a_key_that_is_written_twice(
    text: str, place: tuple[int, int, int], first: tuple[int, int, int], message: str, here: Path
) -> None:
    """The finding stands at the second key and shows the first, which counts."""
    audit = audited(text, here)
    finding = only(audit)
    assert ("F002", message) == (finding.code, finding.message)
    (related,) = finding.related
    assert finding.place is not None
    assert related.place is not None
    assert place == (finding.place.line, finding.place.column, finding.place.end_column)
    assert first == (related.place.line, related.place.column, related.place.end_column)


def test_the_first_of_two_keys_is_read(here: Path) -> None:
    """What the message says is so: the first value counts, and both of two sections."""
    written({"a.yaml": "teams: {a: {headcount: 1, headcount: 2}}\nteams: {b: {}}\n"}, here)
    org, _ = api.load(here)
    assert (1, ["a", "b"]) == (org.teams["a"].headcount, list(org.teams))
    place = org.places.find(Spot("teams", "a", ("headcount",)))
    assert place is not None
    assert (1, 24) == (place.line, place.column)


def test_two_double_keys_are_two_findings(here: Path) -> None:
    """The same key written twice in two entities has two lasting identities."""
    audit = audited("teams: {a: {name: A, name: B}, b: {name: A, name: B}}", here)
    assert 2 == len({finding.fingerprint for finding in audit.findings})


# --- F007 duplicate-id


def test_an_id_that_is_defined_twice_in_one_file(here: Path) -> None:
    """The finding stands at the second definition and shows the first, which counts."""
    audit = audited("teams:\n  a: {headcount: 1}\n  b: {headcount: 2}\n  'a': {headcount: 3}\n", here)
    finding = only(audit)
    assert ("F007", "a: defined twice; the first definition is read") == (finding.code, finding.message)
    assert (Subject("team", "a"), "4:3", "'a'") == (finding.subject, where(finding), marked(audit, finding))
    (related,) = finding.related
    assert related.place is not None
    assert ("first written here", (2, 3, 2, 4)) == (related.message, related.place[1:])


def test_an_id_that_is_defined_in_two_files(here: Path) -> None:
    """The first file, in the order of their paths, counts; both places are shown."""
    files: dict[str, str | bytes] = {
        "b.yaml": "teams: {a: {headcount: 3}}\n",
        "a.yaml": "\nteams: {a: {headcount: 1}}\n",
    }
    audit = audited_folder(files, here)
    finding = only(audit)
    assert finding.place is not None
    assert ("b.yaml", 1, 9) == finding.place[:3]
    (related,) = finding.related
    assert related.place is not None
    assert ("a.yaml", 2, 9) == related.place[:3]


def test_what_is_said_of_the_organisation_twice(here: Path) -> None:
    """Two files may each say something of the organisation, but not two things of the same field."""
    files: dict[str, str | bytes] = {
        "a.yaml": "organisation: {name: A, as_of: 2026-01-01}\n" + GOOD,
        "b.yaml": "organisation: {name: A}\npeople: {x: {}}\n",
        "c.yaml": "organisation:\n  name: C\npeople: {y: {}}\n",
    }
    audit = audited_folder(files, here)
    assert ["F007 2:9 `name` of the organisation is stated twice; the first one is read"] == said(audit)
    assert "A" == audit.census.name


def test_one_id_in_two_sections_is_fine(here: Path) -> None:
    """A team and a component may share an id."""
    assert [] == said(audited("teams: {search: {}}\ncomponents: {search: {owner: search}}\n", here))


# --- F008 unknown-reference


@pytest.mark.parametrize(
    ("lead", "message", "help"),
    [
        ("anna", "a: `lead` names the person ‘anna’, which is not described anywhere", "write `ana`, if that is meant"),
        ("Ana", "a: `lead` names the person ‘Ana’, which is not described anywhere", "write `ana`, if that is meant"),
        ("zoe", "a: `lead` names the person ‘zoe’, which is not described anywhere", "describe it under `people:`"),
        (
            "TBD",
            "a: `lead` is ‘TBD’, a placeholder and no person",
            "leave the field out (not known yet), or write `nobody`",
        ),
        (
            "n/a",
            "a: `lead` is ‘n/a’, a placeholder and no person",
            "leave the field out (not known yet), or write `nobody`",
        ),
        (
            "'???'",
            "a: `lead` is ‘???’, a placeholder and no person",
            "leave the field out (not known yet), or write `nobody`",
        ),
        (
            "''",
            "a: `lead` is ‘’, a placeholder and no person",
            "leave the field out (not known yet), or write `nobody`",
        ),
    ],
)
def test_a_reference_to_nothing(lead: str, message: str, help: str, here: Path) -> None:
    """The finding stands at the reference and names the closest id, or calls a placeholder one."""
    audit = audited(f"people: {{ana: {{}}}}\nteams:\n  a: {{lead: {lead}}}\n", here)
    finding = only(audit)
    assert ("F008", "error", message, help) == (finding.code, finding.severity, finding.message, finding.help)
    assert ("3:13", lead) == (where(finding), marked(audit, finding))


@pytest.mark.parametrize("manager", ["nobody", "ana", ""])
def test_references_that_resolve(manager: str, here: Path) -> None:
    """An id that is described, the word for nobody, and nothing at all are no findings."""
    assert [] == said(audited(f"people: {{ana: {{}}, bo: {{manager: {manager}}}}}\n", here))


def test_a_reference_may_say_its_kind(here: Path) -> None:
    """Where two kinds are possible, the kind may be written; where only one is, it is part of the id."""
    text = "people: {ana: {manager: 'person:ana'}}\ncomponents: {a: {owner: 'person:ana'}, b: {owner: 'team:ana'}}\n"
    assert [
        "F008 1:25 ana: `manager` names the person ‘person:ana’, which is not described anywhere",
        "F008 2:51 b: `owner.team` names the team or person ‘team:ana’, which is not described anywhere",
    ] == said(audited(text, here))


def test_many_references_into_a_broken_file(here: Path) -> None:
    """Ten thousand references into a large file that cannot be read take no time to speak of."""
    people = "".join(f"  person-{n}: {{name: Person {n}}}\n" for n in range(10_000))
    members = ", ".join(f"person-{n}" for n in range(10_000))
    start = time.process_time()
    files: dict[str, str | bytes] = {
        "people.yaml": "people:\n  a: [}\n" + people,
        "teams.yaml": f"teams: {{t: {{members: [{members}, somebody-else]}}}}\n",
    }
    audit = audited_folder(files, here)
    assert ["F001", "F008"] == [finding.code for finding in audit.findings]
    assert time.process_time() - start < 10


# --- F010 nothing-to-audit


@pytest.mark.parametrize(
    "text", ["", "\n\n", "# nothing yet\n", "---\n", "{}", "~", "teams:\n", "teams: null", "teams: {}", "x-a: 1"]
)
def test_a_named_file_that_says_nothing(text: str, here: Path) -> None:
    """A file that the user names and that describes nothing is a finding."""
    finding = only(audited(text, here))
    assert ("F010", "warning", "1:1") == (finding.code, finding.severity, where(finding))
    assert "org.yaml describes nothing: it has none of the sections of an organisation" == finding.message


def test_a_folder_that_says_nothing(here: Path) -> None:
    """A folder without any entity is one finding, about the organisation."""
    audit = audited_folder({"notes.md": "teams: {a: {}}", "empty.yaml": ""}, here)
    finding = only(audit)
    assert ("F010", "organisation", "nowhere") == (finding.code, finding.subject.kind, where(finding))
    assert (0, 1) == (audit.census.files, audit.census.passed_over)


def test_an_organisation_without_entities(here: Path) -> None:
    """A name alone is nothing to audit."""
    assert ["F010"] == [finding.code for finding in audited("organisation: {name: A}", here).findings]


# --- all of them

CASES = {
    "F001": "teams: [",
    "F002": "teams: {a: {name: A, name: B}}",
    "F003": "teams: {a: !!map {}}",
    "F004": "teams: {a: {name: \0}}",
    "F005": "teams: {a: {leed: nobody}}",
    "F006": "teams: {a: {headcount: many}}",
    "F007": "teams: {a: {}, a: {}}",
    "F008": "teams: {a: {lead: ana}}",
    "F009": "teams: {NO: {}}",
    "F010": "organisation: {name: A}",
}


@pytest.mark.parametrize("code", sorted(CASES))
def test_each_rule_about_files_alone(code: str, here: Path) -> None:
    """A file with one fault has one finding, of the rule that speaks of it, with a message and something to do."""
    finding = only(audited(CASES[code], here))
    assert (code, True, True) == (finding.code, bool(finding.message), bool(finding.help))
    assert catalogue.rule(code).name == finding.name


def test_every_rule_about_files_has_a_case() -> None:
    """All rules that loading answers for are tested; F011 is where folders are, X is about plans, Z about waivers."""
    rules = catalogue.rules().items()
    answered_by_loading = {code for code, rule in rules if rule.check is None and code[0] not in "XZ"}
    assert answered_by_loading == {*CASES, "F011"}
