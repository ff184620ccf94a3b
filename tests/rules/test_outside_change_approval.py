"""C015: a body outside the owning team must approve changes to a component."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

TEAMS = """\
people: {ana: {}, bo: {}, nomad: {}}
teams: {own: {members: [ana]}, finance: {members: [bo]}, board: {kind: council}, x: {external: true}}
"""


def one(approval: str, owner: str = "own") -> str:
    """Return an organisation with one component."""
    return TEAMS + f"components:\n  store: {{owner: {owner}, change_approval: {approval}}}\n"


def test_an_outside_approver_is_found() -> None:
    """The finding stands at the approver; what is mandated is listed and not counted."""
    (finding,) = audit_text(one("[{by: x, mandated: the audit of revenue}, finance, board]"), "C015").findings
    assert "changes to store, which own owns, need the approval of finance and board" == finding.message
    assert ("warning", "component:store", (4, 82)) == (
        finding.severity,
        finding.subject.key,
        (finding.place or ())[1:3],
    )
    assert ("not counted: x, because of the audit of revenue",) == finding.note
    assert {"count": 2, "limit": 0, "approvers": ["finance", "board"], "owners": ["own"]} == finding.evidence
    assert ["team:board"] == [each.subject and each.subject.key for each in finding.related]


@pytest.mark.parametrize(
    ("approval", "owner"),
    [
        ("[]", "own"),
        ("[own]", "own"),
        ("[ana]", "own"),
        ("[{by: board, mandated: safety}]", "own"),
        ("[finance]", "[own, finance]"),
        ("[]", "nobody"),
    ],
)
def test_nobody_outside_is_fine(approval: str, owner: str) -> None:
    """Nobody at all, the owner itself, one of its people, and what a law requires."""
    assert (Coverage("C015", 1, 0, 0),) == audit_text(one(approval, owner), "C015").coverage


def test_a_person_of_another_team_is_outside() -> None:
    """Bo stands for finance."""
    assert ["bo"] == audit_text(one("[bo]"), "C015").findings[0].evidence["approvers"]


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        (one("[nomad]"), "teams of approvers"),
        (one("[finance]", "nobody"), "owners of components"),
        (TEAMS + "components: {store: {owner: own}}", "change approvals of components"),
    ],
)
def test_what_is_not_known_is_unknown(text: str, missing: str) -> None:
    """A person without a team, a component without an owner, and approvals of which nothing is said."""
    assert (Coverage("C015", 0, 0, 1, ((missing, 1),)),) == audit_text(text, "C015").coverage


def test_how_many_may_approve_can_be_set() -> None:
    """`max` decides, and the finding stands at the first that is too many."""
    settings = ["rules.C015.max=1"]
    assert () == audit_text(one("[finance]"), "C015", set=settings).findings
    (finding,) = audit_text(one("[finance, board]"), "C015", set=settings).findings
    assert finding.message.endswith("need the approval of finance and board (limit 1)")
    assert (4, 50) == (finding.place or ())[1:3]


def test_external_components_are_not_asked() -> None:
    """A supplier decides about its own."""
    text = TEAMS + "components: {theirs: {owner: x, external: true, change_approval: [finance]}}"
    assert (Coverage("C015", 0, 0, 0),) == audit_text(text, "C015").coverage


GATE = (
    TEAMS
    + """\
components:
  store: {owner: own, change_approval: [finance], depends_on: [{component: books, kind: shared-code}]}
  books: {owner: finance, change_approval: []}
"""
)


def test_it_covers_the_dependency_with_the_same_cause() -> None:
    """A gate in front of shared code is one problem."""
    found = {finding.code: finding for finding in audit_text(GATE, "C006", "C015").findings}
    assert found["C015"].fingerprint == found["C006"].covered_by


def test_it_covers_no_dependency_on_somebody_else() -> None:
    """That finance must approve does not explain that the work of another team is needed."""
    text = """
    teams: {own: {}, finance: {}, ops: {}}
    components:
      store: {owner: own, change_approval: [finance], depends_on: [{component: ledger, kind: custom-work}]}
      ledger: {owner: ops}
    """
    assert [None, None] == [finding.covered_by for finding in audit_text(text, "C006", "C015").findings]


def test_it_covers_no_dependency_with_another_cause() -> None:
    """Own reads the tables of finance for something else as well."""
    text = GATE + "dependencies: [{from: own, to: finance, kind: shared-data}]"
    assert [None, None] == [finding.covered_by for finding in audit_text(text, "C006", "C015").findings]
