"""Waivers and the baseline: what is reported, what is not, and what is wrong with them."""

import json
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest

from orgmodel import api
from orgmodel.model.audit import Audit
from orgmodel.model.configuration import ConfigurationError
from tests.cli.conftest import Run

TODAY = date(2026, 11, 26)
pytestmark = pytest.mark.usefixtures("here")


def audit(text: str = "", *, config: str = "", baseline: str | None = None, waive: bool = True) -> Audit:
    """Audit a text with the rules about sizes and waivers."""
    if text:
        Path("org.yaml").write_text(dedent(text), encoding="utf-8")
    if config:
        Path("orgmodel.toml").write_text(dedent(config), encoding="utf-8")
    settings = api.settings(paths=["."], select=["T001", "T002", "F", "Z"], today=TODAY, waive=waive)
    return api.audit("org.yaml", settings=settings, baseline=baseline)


def standing(audit: Audit) -> list[tuple[str, str]]:
    """Return the codes and messages that are reported."""
    return [(each.code, each.message) for each in audit.standing]


def codes(audit: Audit) -> list[str]:
    """Return the codes that are reported."""
    return [each.code for each in audit.standing]


# --- waivers


def test_an_entity_and_a_value_can_be_waived() -> None:
    """On its first line the whole entity is meant, on a value's line what is found at the value."""
    found = audit("""
        teams:
          a: # orgmodel: waive T001 because it splits
            headcount: 14
          b:
            headcount: 13 # orgmodel: waive T001 because it splits
          c:
            # orgmodel: waive T001 because it splits
            headcount: 12
          d: {headcount: 11}
    """)
    assert [("T001", "d has 11 people, 1 more than two pizzas feed (limit 10)")] == standing(found)
    assert ["a", "b", "c"] == [each.subject.id for each in found.waived]
    assert [("T001", 4, 4)] == [row[:3] for row in found.coverage if row.code == "T001"]


def test_the_configuration_can_waive() -> None:
    """A rule by code or name, an entity by its key or its id."""
    text = "teams: {a: {headcount: 14}, b: {headcount: 14}, c: {headcount: 14}}"
    found = audit(
        text,
        config="""
            [[waivers]]
            rule = "team-too-large"
            subject = "team:a"
            reason = "splits in March"
            until = 2027-03-31
            [[waivers]]
            rule = "T001"
            subject = "b"
            reason = "splits in March"
        """,
    )
    assert ["T001"] == codes(found)
    assert [("splits in March", date(2027, 3, 31)), ("splits in March", None)] == [
        each.waived[:2] for each in found.waived if each.waived
    ]


@pytest.mark.parametrize(
    ("until", "said"),
    [
        ("2026-11-25", "the waiver of T001 has ended on 2026-11-25; what it waived is reported again"),
        ("2026-11-26", "the waiver of T001 ends today"),
        ("2026-11-27", "the waiver of T001 ends tomorrow"),
        ("2026-12-10", "the waiver of T001 ends in 14 days, on 2026-12-10"),
        ("2026-12-11", ""),
    ],
)
def test_the_end_of_a_waiver(until: str, said: str) -> None:
    """The last day counts; before it there is a note, after it the finding is back."""
    found = audit(f"teams:\n  a: # orgmodel: waive T001 until {until} because so\n    headcount: 14\n")
    ended = "has ended" in said
    assert [said] * bool(said) == [each.message for each in found.standing if each.code == "Z002"]
    assert ["warning" if ended else "info"] * bool(said) == [
        each.severity for each in found.standing if each.code == "Z002"
    ]
    assert ended == ("T001" in codes(found))


@pytest.mark.parametrize(("days", "expected"), [(0, []), (2, []), (3, ["Z002"])])
def test_how_long_before_its_end_a_waiver_is_told_can_be_set(days: int, expected: list[str]) -> None:
    """`warn_days` is the number of days, with nothing said before."""
    text = "teams:\n  a: # orgmodel: waive T001 until 2026-11-29 because so\n    headcount: 14\n"
    assert expected == codes(audit(text, config=f"[rules.Z002]\nwarn_days = {days}\n"))


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        ("waive T001", ["Z004"]),
        ("waive T002 because so", ["T001", "Z001"]),
        ("waive T01 because so", ["T001", "Z003"]),
        ("waive L001 because so", ["T001"]),
        ("waive T001 until 2027-02-30 because so", ["F006", "T001"]),
        ("waves T001", ["F006", "T001"]),
    ],
)
def test_what_is_wrong_with_a_waiver_is_found(comment: str, expected: list[str]) -> None:
    """Without a reason, without use, of an unknown rule, unreadable; one of a rule that is not run is left alone."""
    assert expected == sorted(codes(audit(f"teams:\n  a: # orgmodel: {comment}\n    headcount: 14\n")))


def test_waivers_can_be_looked_through() -> None:
    """Without waivers everything is reported, and nothing about them."""
    found = audit("teams:\n  a: # orgmodel: waive T001\n    headcount: 14\n", waive=False)
    assert ["T001"] == codes(found)
    assert () == found.waived


def test_the_documents_mark_what_is_waived(run: Run) -> None:
    """JSON keeps waived findings, with why and until when; text counts them and names the next end."""
    audit("teams:\n  a: # orgmodel: waive T001 until 2026-12-20 because it splits\n    headcount: 14\n")
    found = json.loads(run("audit", "--today", TODAY, "--select", "T001", "-f", "json").out)
    assert {"reason": "it splits", "until": "2026-12-20"}.items() <= found["findings"][0]["waived"].items()
    assert (0, 1) == (found["summary"]["warning"], found["summary"]["waived"])
    assert "1 waived (1 ends in 24 days)" in run("audit", "--today", TODAY, "--select", "T001").out


# --- the baseline


def written(run: Run, *words: object) -> None:
    """Accept what is found now."""
    assert 0 == run("audit", "org.yaml", "--write-baseline", "--select", "T001,T002", *words).code


def test_only_what_is_new_or_worse_is_reported(run: Run) -> None:
    """A number ratchets in the direction that is worse, for limits from above and from below."""
    audit("teams: {a: {headcount: 14}, b: {headcount: 12}, c: {headcount: 3}, d: {headcount: 3}}")
    written(run)
    same = audit(baseline="orgmodel-baseline.json")
    assert ([], 4) == (codes(same), len(same.in_baseline))
    found = audit(
        "teams: {a: {headcount: 15}, b: {headcount: 11}, c: {headcount: 2}, d: {headcount: 3}, e: {headcount: 13}}",
        baseline="orgmodel-baseline.json",
    )
    assert ["a", "c", "e"] == [each.subject.id for each in found.standing]
    assert "it was 14 in the baseline" in found.standing[0].note


def test_moving_and_renaming_files_changes_nothing(run: Run) -> None:
    """What is accepted is told by ids, not by where it stands."""
    audit("teams: {a: {headcount: 14}}")
    written(run)
    Path("org.yaml").unlink()
    Path("deep").mkdir()
    Path("deep/other.yaml").write_text(
        "# moved\nteams:\n  z: {headcount: 6}\n  a:\n    headcount: 14\n", encoding="utf-8"
    )
    settings = api.settings(select=["T001"])
    assert [] == codes(api.audit(".", settings=settings, baseline="orgmodel-baseline.json"))


def test_what_no_longer_occurs_is_told(run: Run) -> None:
    """An entry that is stale is named, once for all; of a rule that is not run nothing is said."""
    audit("teams: {a: {headcount: 14}, b: {headcount: 3}}")
    written(run)
    found = audit("teams: {a: {headcount: 6}, b: {headcount: 3}}", baseline="orgmodel-baseline.json")
    assert [("Z005", "the baseline holds 1 finding that no longer occurs: T001 of a")] == standing(found)
    others = api.settings(select=["T002", "Z005"])
    assert [] == codes(api.audit("org.yaml", settings=others, baseline="orgmodel-baseline.json"))


def test_the_configuration_names_the_baseline(run: Run) -> None:
    """Its path counts from the folder of the configuration."""
    Path("org").mkdir()
    Path("org/orgmodel.toml").write_text("baseline = 'known.json'\n", encoding="utf-8")
    Path("org/org.yaml").write_text("teams: {a: {headcount: 16}}\n", encoding="utf-8")
    assert 2 == run("audit", "org").code
    assert "accepted in org/known.json" in run("audit", "org", "--write-baseline").err
    assert 0 == run("audit", "org").code
    assert "1 in the baseline" in run("audit", "org", "--select", "T001").out


def test_the_same_findings_give_the_same_file(run: Run) -> None:
    """The order of files and of entities does not show."""
    audit("teams: {a: {headcount: 14}, b: {headcount: 3}}")
    written(run)
    first = Path("orgmodel-baseline.json").read_bytes()
    audit("teams:\n  b: {headcount: 3}\n  a: {headcount: 14}\n")
    written(run)
    assert first == Path("orgmodel-baseline.json").read_bytes()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "the baseline known.json cannot be read: no such file or directory"),
        ("[", "known.json is no baseline:"),
        ('{"version": 7, "findings": []}', "known.json is no baseline of version 1: it is of version 7; write it anew"),
        ("[]", "known.json is no baseline of version 1: it states no version; write it anew"),
        ('{"version": 1}', "known.json is no baseline: its findings are not as they are written"),
        ('{"version": 1, "findings": [{"fingerprint": 3}]}', "its findings are not as they are written"),
        ('{"version": 1, "findings": [[]]}', "its findings are not as they are written"),
    ],
)
def test_a_broken_baseline_is_one_line(content: str | None, said: str) -> None:
    """What is no baseline is told, and nothing is audited against it."""
    if content is not None:
        Path("known.json").write_text(content, encoding="utf-8")
    with pytest.raises(ConfigurationError) as caught:
        audit("teams: {a: {headcount: 14}}", baseline="known.json")
    assert said in str(caught.value)
