"""R011: most members of a team report outside the team's chain."""

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

TEXT = """
people:
  top: {manager: nobody}
  ana: {manager: top}
  xi: {manager: top}
  bo: {manager: xi}
  cy: {manager: xi}
teams:
  search: {lead: ana, members: [ana, bo, cy]}
"""


def test_a_hidden_matrix_is_found() -> None:
    """The sentence names the managers they have instead."""
    (finding,) = audit_text(TEXT, "R011").findings
    assert "2 of the 2 members of search report outside its chain, to xi" == finding.message
    assert ("info", {"bo", "cy"}) == (finding.severity, {each.subject.id for each in finding.related if each.subject})


def test_who_reports_inside() -> None:
    """To the lead, below somebody who does, or to the lead's own manager."""
    for manager in ("ana", "di", "top"):
        text = TEXT.replace("bo: {manager: xi}", f"bo: {{manager: {manager}}}\n  di: {{manager: ana}}")
        assert (Coverage("R011", 1, 0, 0),) == audit_text(text, "R011").coverage


def test_from_which_share_on_can_be_set() -> None:
    """One of two is a half."""
    text = TEXT.replace("bo: {manager: xi}", "bo: {manager: ana}")
    assert 1 == len(audit_text(text, "R011", set=["rules.R011.min_share=50%"]).findings)


def test_without_managers_it_is_unknown() -> None:
    """Members without a known manager are left out; a team without a lead is not asked."""
    text = "people: {ana: {}, bo: {}}\nteams: {a: {lead: ana, members: [bo]}, b: {members: [bo]}, "
    text += "c: {lead: ana, members: [ana]}}"
    assert (Coverage("R011", 1, 0, 1, (("managers of people", 1),)),) == audit_text(text, "R011").coverage
