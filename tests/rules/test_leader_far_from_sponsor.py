"""L012: too many levels lie between the leader of an initiative and its sponsor."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

ORG = """\
people:
  p0: {manager: nobody}
  p1: {manager: p0}
  p2: {manager: p1}
  p3: {manager: p2}
  p4: {manager: p3}
  q1: {manager: p0}
  who: {}
  gap: {status: vacant}
initiatives:
"""


def test_a_sponsor_far_above_is_found() -> None:
    """The finding counts the managers between, names the line, and stands at the sponsor."""
    (finding,) = audit_text(ORG + "  one: {leader: p4, sponsor: p0}", "L012").findings
    assert "3 levels lie between p4, who leads one, and p0, who sponsors it (limit 2)" == finding.message
    assert ("the line: p4 → p3 → p2 → p1 → p0",) == finding.note
    assert {"levels": 3, "leader": "p4", "sponsor": "p0", "between": ["p3", "p2", "p1"], "limit": 2} == finding.evidence
    assert ("warning", "initiative:one", (11, 30)) == (
        finding.severity,
        finding.subject.key,
        (finding.place or ())[1:3],
    )
    assert [("person:p4", 17)] == [
        (each.subject and each.subject.key, each.place and each.place.column) for each in finding.related
    ]


@pytest.mark.parametrize(
    "initiative",
    [
        "{leader: p4, sponsor: p1}",
        "{leader: p4, sponsor: p3}",
        "{leader: p4, sponsor: p4}",
        "{leader: p1, sponsor: p4}",
        "{leader: p3, sponsor: q1}",
        "{leader: [p4, p1], sponsor: p0}",
        "{leader: [p1, who], sponsor: p0}",
    ],
)
def test_a_sponsor_near_by_is_fine(initiative: str) -> None:
    """Two levels between are not too many; of several leaders the nearest counts."""
    assert (Coverage("L012", 1, 0, 0),) == audit_text(ORG + f"  one: {initiative}", "L012").coverage


def test_a_sponsor_in_another_line_is_compared_by_level() -> None:
    """From the nearest manager of both; there is no line to show."""
    (finding,) = audit_text(ORG + "  one: {leader: p4, sponsor: q1}", "L012", set=["rules.L012.max_levels=1"]).findings
    assert finding.message.startswith("2 levels lie between p4, who leads one, and q1, ")
    assert ((), []) == (finding.note, finding.evidence["between"])


@pytest.mark.parametrize(
    ("initiative", "missing"),
    [
        ("{sponsor: p0}", "leaders of initiatives"),
        ("{leader: p4}", "sponsors of initiatives"),
        ("{leader: p4, sponsor: pp}", "sponsors of initiatives"),
        ("{leader: who, sponsor: p0}", "managers of people"),
        ("{leader: [p4, who], sponsor: p0}", "managers of people"),
    ],
)
def test_what_is_not_stated_is_unknown(initiative: str, missing: str) -> None:
    """Leaders, sponsors, and the line from one to the other."""
    expected = (Coverage("L012", 0, 0, 1, ((missing, 1),)),)
    assert expected == audit_text(ORG + f"  one: {initiative}", "L012").coverage


@pytest.mark.parametrize(
    "initiative",
    [
        "{leader: p4, sponsor: p0, stage: idea}",
        "{leader: p4, sponsor: p0, external: true}",
        "{leader: nobody, sponsor: p0}",
        "{leader: gap, sponsor: p0}",
        "{leader: p4, sponsor: nobody}",
    ],
)
def test_where_there_is_no_leader_or_no_sponsor_nothing_is_asked(initiative: str) -> None:
    """Nor of what is not under way, or not ours."""
    assert (Coverage("L012", 0, 0, 0),) == audit_text(ORG + f"  one: {initiative}", "L012").coverage


def test_the_limit_can_be_set() -> None:
    """`max_levels` says how far is too far."""
    text = ORG + "  one: {leader: p2, sponsor: p0}"
    (finding,) = audit_text(text, "L012", set=["rules.L012.max_levels=0"]).findings
    assert "1 level lies between p2, who leads one, and p0, who sponsors it (limit 0)" == finding.message


def test_an_operation_gets_a_note() -> None:
    """What runs every day needs its sponsor less."""
    (finding,) = audit_text(ORG + "  one: {leader: p4, sponsor: p0, kind: operation}", "L012").findings
    assert "info" == finding.severity
