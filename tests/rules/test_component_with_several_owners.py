"""O002: components with several owners."""

import pytest

from tests.rules.support import audit_text

TEAMS = "teams: {payments: {}, orders: {}, search: {}}\npeople: {ana: {}}\n"


def answers(owner: str, *settings: str) -> tuple[int, int, int]:
    """Return how many were checked, found wanting, and not known."""
    row = audit_text(f"{TEAMS}components: {{ledger: {{owner: {owner}}}}}", "O002", set=settings).coverage[0]
    return row.checked, row.violations, row.unknown


def test_the_second_owner_is_marked_and_the_first_related() -> None:
    """The finding stands at the first owner too many and shows the one before it."""
    text = "teams: {payments: {}, orders: {}}\ncomponents:\n  ledger:\n    owner: [payments, {team: orders}]\n"
    (finding,) = audit_text(text, "O002").findings
    assert "ledger has 2 owners, payments and orders (limit 1)" == finding.message
    assert {"owners": ["payments", "orders"], "count": 2, "limit": 1} == finding.evidence
    assert "error" == finding.severity
    assert finding.place is not None
    assert (4, 30, 4, 36) == finding.place[1:]
    (related,) = finding.related
    assert related.place is not None
    assert (4, 13, 4, 21) == related.place[1:]


@pytest.mark.parametrize(
    ("owner", "expected"),
    [
        ("payments", (1, 0, 0)),
        ("nobody", (1, 0, 0)),
        ("[payments, payments]", (1, 0, 0)),
        ("[payments, 'team:payments']", (1, 0, 0)),
        ("{team: payments, until: 2027-01-01, then: orders}", (1, 0, 0)),
        ("[{team: payments, until: 2027-01-01}, orders]", (1, 0, 0)),
        ("[payments, ana]", (1, 1, 0)),
        ("[{team: payments, until: 2027-01-01}, orders, search]", (1, 1, 0)),
        ("[{team: payments, then: orders}, search]", (1, 1, 0)),
        ("", (0, 0, 1)),
        ("[payments, TBD]", (0, 0, 1)),
        ("TBD", (1, 0, 0)),
    ],
)
def test_who_counts_as_an_owner(owner: str, expected: tuple[int, int, int]) -> None:
    """Each lasting owner counts once; who hands over by a date does not, and a name that nothing bears is unclear."""
    assert expected == answers(owner)


def test_the_limit_is_an_option() -> None:
    """More owners may be allowed; the mark moves along."""
    assert (1, 0, 0) == answers("[payments, orders]", "rules.O002.max=2")
    assert (1, 1, 0) == answers("[payments, orders, search]", "rules.O002.max=2")


def test_external_components_are_not_asked() -> None:
    """Who owns what belongs to others is not ours to say."""
    text = "components: {mail: {external: true, owner: [payments, orders]}}\n" + TEAMS
    assert () == audit_text(text, "O002").findings
    assert 0 == audit_text(text, "O002").coverage[0].checked
