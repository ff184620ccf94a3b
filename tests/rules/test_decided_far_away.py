"""D007: two-way doors that are decided many levels above."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

ORG = """
people: {ceo: {manager: nobody}, vp: {manager: ceo}, dir: {manager: vp}, ana: {manager: dir}, bo: {manager: ana},
         cfo: {manager: ceo}, aide: {manager: cfo}, lost: {}}
teams: {own: {lead: ana, members: [bo]}, board: {kind: council, lead: vp}, shared: {lead: [dir, ceo]}, headless: {}}
decisions:
"""


def fee(fields: str) -> str:
    """Describe a decision with these fields."""
    return f"{ORG}  fee: {{{fields}}}"


def test_a_decision_two_levels_beyond_the_manager_is_found() -> None:
    """The finding names both and the line between them, and stands at the decider."""
    (finding,) = audit_text(fee("door: two-way, proposer: bo, decider: vp"), "D007").findings
    said = "fee can be undone, and 2 levels lie between bo, who proposes it, and vp, who decides (limit 1)"
    assert said == finding.message
    assert {"levels": 2, "proposer": "bo", "decider": "vp", "between": ["ana", "dir"], "limit": 1} == finding.evidence
    assert ("the line: bo → ana → dir → vp",) == finding.note
    assert "let ana decide it, within limits that vp has written down" == finding.help
    assert ("warning", "decision:fee", (6, 47)) == (finding.severity, finding.subject.key, (finding.place or ())[1:3])


@pytest.mark.parametrize(
    ("fields", "levels"),
    [
        ("proposer: bo, decider: bo", None),
        ("proposer: bo, decider: ana", None),
        ("proposer: bo, decider: dir", None),
        ("proposer: bo, decider: ceo", 3),
        ("proposer: ceo, decider: bo", None),
        ("proposer: own, decider: vp", None),
        ("proposer: own, decider: ceo", 2),
        ("owner: own, decider: ceo", 2),
        ("owner: own, decider: own", None),
        ("owner: headless, proposer: bo, decider: board", 2),
        ("proposer: bo, decider: shared", None),
        ("proposer: bo, decider: cfo", 2),
        ("proposer: bo, decider: aide", None),
        ("proposer: bo, any_of: [{decider: ceo}, {decider: vp}]", 2),
        ("proposer: bo, any_of: [{decider: ceo}, {decider: ana}]", None),
    ],
)
def test_how_far_away_it_is(fields: str, levels: int | None) -> None:
    """Teams stand for their leads, the nearest counts, and people in other lines are compared by their levels."""
    audit = audit_text(fee(f"door: two-way, {fields}"), "D007")
    assert [levels] * (levels is not None) == [each.evidence["levels"] for each in audit.findings]
    assert 0 == audit.coverage[0].unknown


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ("door: two-way, decider: vp", "who proposes decisions"),
        ("door: two-way, owner: headless, decider: vp", "who proposes decisions"),
        ("door: two-way, proposer: bo", "deciders of decisions"),
        ("door: two-way, proposer: bo, decider: nobody", "deciders of decisions"),
        ("door: two-way, proposer: bo, decider: headless", "deciders of decisions"),
        ("door: two-way, proposer: bo, decider: lost", "managers of people"),
        ("door: two-way, proposer: bo, any_of: [{decider: ceo}, {decider: lost}]", "managers of people"),
        ("proposer: bo, decider: vp", "doors of decisions"),
    ],
)
def test_what_is_not_stated_is_unknown(fields: str, missing: str) -> None:
    """Who proposes, who decides, the line between them, and the door."""
    assert (Coverage("D007", 0, 0, 1, ((missing, 1),)),) == audit_text(fee(fields), "D007").coverage


@pytest.mark.parametrize("fields", ["door: one-way", "door: two-way, external: true"])
def test_one_way_doors_and_external_decisions_are_not_asked(fields: str) -> None:
    """What cannot be undone may be decided far above."""
    assert (Coverage("D007", 0, 0, 0),) == audit_text(fee(f"{fields}, proposer: bo, decider: ceo"), "D007").coverage


def test_the_limit_can_be_set() -> None:
    """With 0 only the proposer's own manager is near enough."""
    text = fee("door: two-way, proposer: bo, decider: dir")
    (finding,) = audit_text(text, "D007", set=["rules.D007.max_levels=0"]).findings
    assert finding.message.startswith("fee can be undone, and 1 level lies between bo, who proposes it")
