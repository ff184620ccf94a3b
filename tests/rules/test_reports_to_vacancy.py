"""R010: active people report to a vacant position, or to somebody who is leaving."""

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text


def test_people_who_report_to_nobody_who_stays() -> None:
    """Vacant and leaving managers are found, with those who stay."""
    vacant, leaving = audit_text(
        """
        people:
          ana: {manager: nobody}
          head: {status: vacant, manager: ana}
          bo: {manager: head}
          cy: {manager: head, status: leaving}
          di: {status: leaving, manager: nobody}
          ed: {manager: di}
          flo: {manager: di}
        """,
        "R010",
    ).findings
    assert "1 person, bo, reports to head, a vacant position" == vacant.message
    assert "say who leads them until then: ana, if nobody else" == vacant.help
    assert "2 people, ed and flo, report to di, who is leaving" == leaving.message
    assert ("error", "say who leads them until then") == (leaving.severity, leaving.help)


def test_managers_who_stay_and_reports_who_go() -> None:
    """Neither is a problem of this kind."""
    text = "people: {ana: {manager: nobody}, bo: {manager: ana, status: leaving}, cy: {manager: bo, status: vacant}}"
    assert (Coverage("R010", 2, 0, 0),) == audit_text(text, "R010").coverage
