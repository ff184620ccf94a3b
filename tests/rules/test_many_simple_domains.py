"""O008: teams with more simple domains than they can keep in mind."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

SIMPLE = "".join(f"  {name}: {{complexity: simple}}\n" for name in "abcde")
DOMAINS = f"domains:\n{SIMPLE}  blank: {{}}\n  hard: {{complexity: complicated}}\nteams:\n"


def test_four_simple_domains_are_too_many() -> None:
    """The finding stands at the fourth."""
    (finding,) = audit_text(f"{DOMAINS}  t: {{domains: [a, b, hard, c, d]}}", "O008").findings
    assert "t has 4 simple domains (limit 3): a, b, c and d" == finding.message
    assert {"count": 4, "domains": ["a", "b", "c", "d"], "limit": 3} == finding.evidence
    assert ("warning", "team:t", (10, 32)) == (finding.severity, finding.subject.key, (finding.place or ())[1:3])


@pytest.mark.parametrize("domains", ["[]", "[a, b, c]", "[a, b, c, c, hard]", "[a, b, blank]"])
def test_up_to_three_are_fine(domains: str) -> None:
    """Harder ones are another matter, and what is unknown cannot bring it over the limit."""
    assert (Coverage("O008", 1, 0, 0),) == audit_text(f"{DOMAINS}  t: {{domains: {domains}}}", "O008").coverage


@pytest.mark.parametrize(
    ("team", "missing"),
    [("{}", "domains of teams"), ("{domains: [a, b, c, blank]}", "complexity of domains")],
)
def test_what_is_not_stated_is_unknown(team: str, missing: str) -> None:
    """No domains, or one that may be the fourth simple one."""
    assert (Coverage("O008", 0, 0, 1, ((missing, 1),)),) == audit_text(f"{DOMAINS}  t: {team}", "O008").coverage


def test_only_delivery_teams_are_asked() -> None:
    """An operation may have as many as it can bear."""
    text = DOMAINS + "  t: {kind: operation, domains: [a, b, c, d]}\n  u: {external: true, domains: [a, b, c, d]}"
    assert (Coverage("O008", 0, 0, 0),) == audit_text(text, "O008").coverage


def test_the_limit_can_be_set() -> None:
    """`max` decides how many are too many."""
    (finding,) = audit_text(f"{DOMAINS}  t: {{domains: [a, b]}}", "O008", set=["rules.O008.max=1"]).findings
    assert "t has 2 simple domains (limit 1): a and b" == finding.message
