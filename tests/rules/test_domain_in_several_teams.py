"""O005: domains that are split over several teams."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

DOMAINS = "domains: {pricing: {complexity: complex}, content: {}}\nteams:\n"


def test_a_domain_of_two_teams_is_found() -> None:
    """The finding stands at the domain, and at each team's mention of it."""
    text = DOMAINS + "  b: {domains: [content, pricing]}\n  a: {domains: pricing}"
    (finding,) = audit_text(text, "O005").findings
    assert "pricing is split over 2 teams: a and b" == finding.message
    assert {"teams": ["a", "b"], "count": 2, "complexity": "complex"} == finding.evidence
    assert ("warning", "domain:pricing", (1, 11)) == (finding.severity, finding.subject.key, (finding.place or ())[1:3])
    assert [("team:a", 4), ("team:b", 3)] == [
        (each.subject and each.subject.key, each.place and each.place.line) for each in finding.related
    ]


def test_one_team_for_each_domain_is_fine() -> None:
    """Several domains in one team are asked about elsewhere; a domain of no team is in nobody's way."""
    assert (Coverage("O005", 1, 0, 0),) == audit_text(f"{DOMAINS}  a: {{domains: [pricing]}}", "O005").coverage


def test_a_team_without_domains_is_unknown() -> None:
    """Any domain could be among them."""
    text = DOMAINS + "  a: {domains: [pricing]}\n  b: {}\n  c: {domains: []}"
    assert (Coverage("O005", 1, 0, 1, (("domains of teams", 1),)),) == audit_text(text, "O005").coverage


@pytest.mark.parametrize("fields", ["kind: council", "kind: group", "kind: operation", "external: true"])
def test_only_delivery_teams_split_a_domain(fields: str) -> None:
    """A council that sees all of it does not."""
    text = f"{DOMAINS}  a: {{domains: [pricing]}}\n  b: {{domains: [pricing], {fields}}}"
    assert (Coverage("O005", 1, 0, 0),) == audit_text(text, "O005").coverage


def test_external_domains_and_undescribed_ones_are_not_asked() -> None:
    """A misspelt one is reported by the loader."""
    text = "domains: {tax: {external: true}}\nteams: {a: {domains: [tax, typo]}, b: {domains: [tax, typo]}}"
    assert (Coverage("O005", 0, 0, 0),) == audit_text(text, "O005").coverage
