"""O006: teams with a complex domain and another one."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

DOMAINS = """
domains:
  fraud: {complexity: complex}
  pricing: {complexity: complex}
  ledger: {complexity: complicated}
  search: {complexity: complicated}
  refunds: {complexity: simple}
  blank: {}
teams:
"""


def test_another_domain_beside_a_complex_one_is_found() -> None:
    """The finding stands at the other domain."""
    text = DOMAINS + "  a: {domains: [fraud, refunds, blank]}"
    (finding,) = audit_text(text, "O006").findings
    assert "a looks after fraud, which is complex, and after refunds and blank as well" == finding.message
    assert {"others": ["refunds", "blank"], "domain": "fraud"} == finding.evidence
    assert ("warning", "team:a", (10, 24)) == (finding.severity, finding.subject.key, (finding.place or ())[1:3])
    assert ["domain:fraud"] == [each.subject and each.subject.key for each in finding.related]


def test_two_complex_domains_are_one_too_many() -> None:
    """One of them is the other one."""
    (finding,) = audit_text(f"{DOMAINS}  a: {{domains: [pricing, fraud]}}", "O006").findings
    assert ["fraud"] == finding.evidence["others"]


@pytest.mark.parametrize("domains", ["[fraud]", "[fraud, fraud]", "[ledger, refunds]", "[blank]", "[]"])
def test_alone_or_not_complex_is_fine(domains: str) -> None:
    """One domain is alone, whatever it is."""
    assert (Coverage("O006", 1, 0, 0),) == audit_text(f"{DOMAINS}  a: {{domains: {domains}}}", "O006").coverage


@pytest.mark.parametrize(
    ("team", "missing"),
    [
        ("{}", "domains of teams"),
        ("{domains: [ledger, blank]}", "complexity of domains"),
        ("{domains: [fraud, typo]}", "complexity of domains"),
    ],
)
def test_what_is_not_stated_is_unknown(team: str, missing: str) -> None:
    """A domain that may be complex; a name that may be the complex one, misspelt."""
    assert (Coverage("O006", 0, 0, 1, ((missing, 1),)),) == audit_text(f"{DOMAINS}  a: {team}", "O006").coverage


def test_only_delivery_teams_are_asked() -> None:
    """A council may see everything."""
    text = DOMAINS + "  a: {kind: council, domains: [fraud, refunds]}\n  b: {external: true, domains: [fraud, ledger]}"
    assert (Coverage("O006", 0, 0, 0),) == audit_text(text, "O006").coverage


def test_it_covers_what_else_is_said_of_the_domains() -> None:
    """Where the others move away their number does not matter."""
    text = DOMAINS + "  a: {domains: [fraud, ledger, search]}"
    assert ["O006"] == [each.code for each in audit_text(text, "O006", "O007", "O008").standing]
