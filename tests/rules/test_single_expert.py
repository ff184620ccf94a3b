"""O009: important components that only one person knows."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

ORG = """
people: {ana: {}, bo: {}, zoe: {status: leaving}, yan: {status: leaving}, req: {status: vacant}}
teams: {own: {members: [ana]}}
components:
"""


def ledger(experts: str, criticality: str = "high") -> str:
    """Describe a component with these experts."""
    return f"{ORG}  ledger: {{owner: own, criticality: {criticality}, experts: {experts}}}"


def test_one_expert_is_too_few() -> None:
    """The finding names who knows it, and stands at the experts."""
    (finding,) = audit_text(ledger("[ana]"), "O009").findings
    assert "ledger, of high criticality, is known only by ana (at least 2)" == finding.message
    expected = {"remaining": 1, "experts": ["ana"], "leaving": [], "criticality": "high", "limit": 2}
    assert expected == finding.evidence
    assert ("warning", "component:ledger") == (finding.severity, finding.subject.key)
    assert (5, 52) == (finding.place or ())[1:3]
    assert "let somebody else of own make the next changes, with an expert beside them" == finding.help


@pytest.mark.parametrize(
    ("experts", "said"),
    [
        ("nobody", "is known by nobody (at least 2)"),
        ("[req]", "is known by nobody (at least 2)"),
        ("[ana, ana]", "is known only by ana (at least 2)"),
        ("[zoe]", "is known only by zoe, who is leaving (at least 2)"),
        ("[zoe, yan]", "is known by zoe and yan, who are all leaving (at least 2)"),
    ],
)
def test_who_counts_as_an_expert(experts: str, said: str) -> None:
    """Vacant positions know nothing, and of people who are all leaving nobody remains."""
    (finding,) = audit_text(ledger(experts), "O009").findings
    assert f"ledger, of high criticality, {said}" == finding.message


@pytest.mark.parametrize("experts", ["[ana, bo]", "[ana, zoe]", "[ana, bo, typo]"])
def test_two_experts_are_fine(experts: str) -> None:
    """Even if one of them is leaving."""
    assert (Coverage("O009", 1, 0, 0),) == audit_text(ledger(experts), "O009").coverage


@pytest.mark.parametrize(
    ("component", "missing"),
    [
        ("criticality: high", "experts of components"),
        ("criticality: high, experts: [ana, typo]", "experts of components that are described themselves"),
        ("criticality: high, experts: [zoe, yan, typo]", "experts of components that are described themselves"),
        ("experts: [ana]", "criticality of components"),
    ],
)
def test_what_is_not_stated_is_unknown(component: str, missing: str) -> None:
    """Who knows it, and how important it is where that makes the difference."""
    text = f"{ORG}  ledger: {{{component}}}"
    assert (Coverage("O009", 0, 0, 1, ((missing, 1),)),) == audit_text(text, "O009").coverage


@pytest.mark.parametrize("fields", ["criticality: medium", "criticality: low", "criticality: high, external: true"])
def test_less_important_and_external_components_are_not_asked(fields: str) -> None:
    """One person is enough for what nothing hangs on."""
    text = f"{ORG}  ledger: {{{fields}, experts: [ana]}}"
    assert (Coverage("O009", 0, 0, 0),) == audit_text(text, "O009").coverage


def test_the_limits_can_be_set() -> None:
    """`min` decides how many are enough, `criticality` what is important."""
    text = ledger("[ana, bo]", "critical")
    (finding,) = audit_text(text, "O009", set=["rules.O009.min=3"]).findings
    assert "ledger, of critical criticality, is known by ana and bo (at least 3)" == finding.message
    assert 1 == len(audit_text(ledger("[ana]", "low"), "O009", set=["rules.O009.criticality=low"]).findings)
    assert () == audit_text(ledger("[ana]"), "O009", set=["rules.O009.criticality=critical"]).findings
