"""O007: teams with two complicated domains."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

DOMAINS = """
domains:
  ledger: {complexity: complicated}
  search: {complexity: complicated}
  refunds: {complexity: simple}
  blank: {}
teams:
"""


def test_two_complicated_domains_are_found() -> None:
    """The finding stands at the second."""
    (finding,) = audit_text(f"{DOMAINS}  a: {{domains: [search, refunds, ledger]}}", "O007").findings
    assert "a has 2 complicated domains: search and ledger" == finding.message
    assert {"count": 2, "domains": ["search", "ledger"], "limit": 1} == finding.evidence
    assert ("warning", "team:a", (8, 34)) == (finding.severity, finding.subject.key, (finding.place or ())[1:3])
    assert "make 2 teams of it, each with one of the domains and with those who know it" == finding.help


@pytest.mark.parametrize("domains", ["[ledger, refunds]", "[ledger, ledger]", "[refunds]", "[blank]", "[]"])
def test_one_complicated_domain_is_fine(domains: str) -> None:
    """With simple ones beside it, or written twice."""
    assert (Coverage("O007", 1, 0, 0),) == audit_text(f"{DOMAINS}  a: {{domains: {domains}}}", "O007").coverage


@pytest.mark.parametrize(
    ("team", "missing"),
    [("{}", "domains of teams"), ("{domains: [ledger, blank]}", "complexity of domains")],
)
def test_what_is_not_stated_is_unknown(team: str, missing: str) -> None:
    """No domains, or one that may be the second complicated one."""
    assert (Coverage("O007", 0, 0, 1, ((missing, 1),)),) == audit_text(f"{DOMAINS}  a: {team}", "O007").coverage


def test_only_delivery_teams_are_asked() -> None:
    """A guild may know everything."""
    text = DOMAINS + "  a: {kind: guild, domains: [ledger, search]}\n  b: {external: true, domains: [ledger, search]}"
    assert (Coverage("O007", 0, 0, 0),) == audit_text(text, "O007").coverage
