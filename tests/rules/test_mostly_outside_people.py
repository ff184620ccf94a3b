"""W008: more than a fifth of the work on an initiative is done by people outside its own team."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

ORG = """\
people: {ana: {}, bo: {capacity: 50%}, cy: {}, di: {}, gap: {status: vacant}}
teams: {own: {headcount: 4}, a: {headcount: 5}, b: {members: [ana, bo]}, c: {}}
initiatives:
"""


def test_work_from_outside_is_found() -> None:
    """The finding gives the share, what each side does, and where the team is written."""
    text = (
        ORG + "  one: {team: {team: own, allocation: 50%}, contributors: [{team: a, allocation: 20%}, "
        "{team: b, allocation: 1}]}"
    )
    (finding,) = audit_text(text, "W008").findings
    assert "55.6 % of the work on one is done outside own (limit 20 %), by b and a" == finding.message
    assert ("full-time equivalents: own 2, b 1.5 and a 1",) == finding.note
    assert {"share": 0.5556, "own": 2.0, "outside": ["b", "a"], "work_outside": [1.5, 1.0], "limit": 0.2} == (
        finding.evidence
    )
    assert ("warning", "initiative:one", (4, 15)) == (finding.severity, finding.subject.key, (finding.place or ())[1:3])


@pytest.mark.parametrize(
    "parts",
    [
        "contributors: []",
        "contributors: [{team: a, allocation: 20%}]",
        "contributors: [{team: a, allocation: 100%, ask: self-service}, {team: own, allocation: 100%}]",
        "contributors: [{team: b, allocation: 10%}], people: [{person: ana, allocation: 100%}]",
    ],
)
def test_up_to_a_fifth_is_fine(parts: str) -> None:
    """A fifth is not more than a fifth. What a team's share holds is not counted again."""
    text = ORG + f"  one: {{team: {{team: own, allocation: 100%}}, {parts}}}"
    assert (Coverage("W008", 1, 0, 0),) == audit_text(text, "W008").coverage


@pytest.mark.parametrize("person", ["gap", "cy"])
def test_a_vacant_position_and_the_leader_do_not_count(person: str) -> None:
    """One does no work yet, and the other is no outsider."""
    people = f"[{{person: {person}, allocation: 100%}}]"
    text = ORG + f"  one: {{team: {{team: own, allocation: 50%}}, leader: cy, contributors: [], people: {people}}}"
    assert (Coverage("W008", 1, 0, 0),) == audit_text(text, "W008").coverage


def test_people_from_elsewhere_count() -> None:
    """Their shares of their capacity; those of the own team who are listed stand for it where it states no share."""
    people = "[{person: ana, allocation: 100%}, {person: bo, allocation: 100%}, {person: cy, allocation: 60%}]"
    (finding,) = audit_text(ORG + f"  one: {{team: b, contributors: [], people: {people}}}", "W008").findings
    assert (1.5, ["cy"], [0.6], 0.2857) == tuple(
        finding.evidence[name] for name in ("own", "outside", "work_outside", "share")
    )


@pytest.mark.parametrize(
    ("initiative", "missing"),
    [
        ("{contributors: []}", "teams of initiatives"),
        ("{team: owm, contributors: []}", "teams of initiatives"),
        ("{team: own, contributors: []}", "allocations of initiatives' teams"),
        ("{team: {team: own, allocation: 0}, contributors: []}", "allocations of initiatives' teams"),
        ("{team: {team: own, allocation: 1}}", "contributors of initiatives"),
        ("{team: {team: own, allocation: 1}, contributors: [a]}", "allocations of initiatives' teams"),
        (
            "{team: {team: own, allocation: 1}, contributors: [], people: [cy]}",
            "allocations of people on initiatives",
        ),
        ("{team: {team: c, allocation: 1}, contributors: []}", "members or headcount of teams"),
    ],
)
def test_what_is_not_stated_is_unknown(initiative: str, missing: str) -> None:
    """Teams, shares and sizes that are needed and are not there."""
    expected = (Coverage("W008", 0, 0, 1, ((missing, 1),)),)
    assert expected == audit_text(ORG + f"  one: {initiative}", "W008").coverage


def test_shares_of_members_that_are_not_known_leave_it_open() -> None:
    """Somebody in two teams without a share gives nobody knows how much."""
    text = "teams: {own: {members: [ana]}, a: {members: [ana]}}\npeople: {ana: {}}\ninitiatives:\n"
    missing = (("allocations of members", 1),)
    initiative = "  one: {team: {team: own, allocation: 1}, contributors: []}"
    assert (Coverage("W008", 0, 0, 1, missing),) == audit_text(text + initiative, "W008").coverage


def test_what_is_known_can_be_enough() -> None:
    """Work that is not stated can only add to it."""
    text = ORG + "  one: {team: {team: own, allocation: 10%}, contributors: [{team: a, allocation: 50%}, b]}"
    assert 1 == len(audit_text(text, "W008").findings)


def test_the_limit_can_be_set() -> None:
    """`max_share` says how much may come from outside."""
    text = ORG + "  one: {team: {team: own, allocation: 100%}, contributors: [{team: a, allocation: 20%}]}"
    assert 1 == len(audit_text(text, "W008", set=["rules.W008.max_share=19%"]).findings)


@pytest.mark.parametrize("other", ["stage: idea", "stage: paused", "stage: retired", "external: true"])
def test_only_active_initiatives_of_ours_are_asked(other: str) -> None:
    """A plan may still be cut."""
    text = ORG + f"  one: {{contributors: [{{team: a, allocation: 1}}], team: {{team: own, allocation: 1}}, {other}}}"
    assert (Coverage("W008", 0, 0, 0),) == audit_text(text, "W008").coverage
