"""L007: too few of the people who work on an initiative report to its leader."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

ORG = """\
people:
  zoe: {manager: nobody}
  ana: {manager: zoe}
  a1: {manager: ana}
  a2: {manager: a1}
  a3: {manager: zoe, dotted: [ana]}
  z1: {manager: zoe}
  z2: {manager: z1, dotted: [z1]}
  who: {}
  req: {manager: zoe, status: vacant}
teams:
  ours: {members: [ana, a1, a2, a3]}
  mixed: {members: [ana, a1, z1, z2, req]}
  theirs: {members: [z1, z2]}
  close: {members: [a1, a2]}
  open: {members: [a1, who]}
  counted: {headcount: 3}
initiatives:
"""


def test_people_who_report_to_others_are_found() -> None:
    """The finding counts them, names them, and stands at the leader."""
    (finding,) = audit_text(ORG + "  one: {leader: ana, team: mixed}", "L007").findings
    assert "1 of 3 people on one report to ana, who leads it (at least 70 %)" == finding.message
    assert ("report to others: z1 and z2",) == finding.note
    assert {
        "share": 0.3333,
        "reporting": 1,
        "people": 3,
        "leaders": ["ana"],
        "others": ["z1", "z2"],
        "limit": 0.7,
    } == finding.evidence
    assert ("warning", "initiative:one", (19, 17)) == (
        finding.severity,
        finding.subject.key,
        (finding.place or ())[1:3],
    )


@pytest.mark.parametrize(
    "initiative",
    [
        "{leader: ana, team: ours}",
        "{leader: zoe, team: mixed}",
        "{leader: [ana, zoe], team: mixed}",
        "{leader: ana, people: [ana]}",
        "{leader: ana, team: ours, people: [a1, z1]}",
        "{leader: ana, team: ours, contributors: [close, {team: theirs, ask: self-service}]}",
        "{leader: ana, team: ours, contributors: [{team: theirs, people: [z1]}]}",
        "{leader: ana, team: ours, contributors: [{team: theirs, people: []}]}",
    ],
)
def test_solid_and_dotted_lines_count(initiative: str) -> None:
    """Directly or through others; three in four are enough, and where only the leader works on it nobody is missing."""
    assert (Coverage("L007", 1, 0, 0),) == audit_text(ORG + f"  one: {initiative}", "L007").coverage


def test_people_who_are_named_count() -> None:
    """Those whom contributors name, and those who are listed; a vacant position is nobody."""
    text = ORG + "  one: {leader: ana, people: [a1, z1, req], contributors: [{team: theirs, people: [z2]}]}"
    (finding,) = audit_text(text, "L007").findings
    assert (1, 3) == (finding.evidence["reporting"], finding.evidence["people"])


@pytest.mark.parametrize(
    ("initiative", "missing"),
    [
        ("{team: ours}", "leaders of initiatives"),
        ("{leader: ana}", "people of initiatives"),
        ("{leader: ana, team: ourselves}", "teams of initiatives"),
        ("{leader: ana, team: counted}", "members of teams"),
        ("{leader: ana, team: open}", "managers of people"),
        ("{leader: ana, team: ours, contributors: [counted]}", "people of contributors"),
        ("{leader: ana, team: ours, contributors: [theirs]}", "people of contributors"),
    ],
)
def test_what_is_not_stated_is_unknown(initiative: str, missing: str) -> None:
    """Leaders, people, managers; and which people of another team take part, where that would decide."""
    expected = (Coverage("L007", 0, 0, 1, ((missing, 1),)),)
    assert expected == audit_text(ORG + f"  one: {initiative}", "L007").coverage


def test_what_is_known_can_be_enough() -> None:
    """Too few report even if everybody does of whom it is not known."""
    text = ORG + "  one: {leader: ana, team: mixed, people: [who], contributors: [theirs]}"
    (finding,) = audit_text(text, "L007").findings
    assert "1 of 4 people on one report to ana, who leads it (at least 70 %)" == finding.message
    assert ("report to others: z1 and z2", "not known to whom they report: who") == finding.note


def test_nobody_is_said_in_words() -> None:
    """One who does not report is one too few."""
    (finding,) = audit_text(ORG + "  one: {leader: ana, people: [z1]}", "L007").findings
    assert finding.message.startswith("none of 1 person on one reports to ana, ")


def test_the_limit_can_be_set() -> None:
    """`min_share` says how many must report to the leader."""
    text = ORG + "  one: {leader: ana, team: mixed}"
    assert () == audit_text(text, "L007", set=["rules.L007.min_share=30%"]).findings


@pytest.mark.parametrize("other", ["stage: idea", "stage: retired", "external: true", "leader: nobody"])
def test_only_active_initiatives_that_somebody_leads_are_asked(other: str) -> None:
    """Where nobody leads there is another rule."""
    leader = "" if "leader" in other else "leader: ana, "
    text = ORG + f"  one: {{{leader}team: theirs, {other}}}"
    assert (Coverage("L007", 0, 0, 0),) == audit_text(text, "L007").coverage


def test_an_operation_gets_a_note() -> None:
    """What runs every day has its own managers."""
    (finding,) = audit_text(ORG + "  one: {leader: ana, team: theirs, kind: operation}", "L007").findings
    assert "info" == finding.severity
