"""O001: components that belong to nobody."""

import pytest

from tests.rules.support import audit_text


def found(text: str, *settings: str) -> list[str]:
    """Return the ids that have the finding."""
    return [finding.subject.id for finding in audit_text(text, "O001", set=settings).findings]


def answers(text: str, *settings: str) -> tuple[int, int, int]:
    """Return how many were checked, found wanting, and not known."""
    row = audit_text(text, "O001", set=settings).coverage[0]
    return row.checked, row.violations, row.unknown


ABSENT = """
    teams: {payments: {}}
    components:
      ledger: {owner: payments}
      search: {}
"""
NEVER_STATED = """
    components:
      ledger: {}
      search: {}
"""


def test_nobody_is_found_at_its_word() -> None:
    """The finding about `owner: nobody` stands at the word, and says who depends on the component."""
    audit = audit_text(
        """
        teams: {payments: {}}
        components:
          ledger: {owner: nobody}
          checkout: {owner: payments, depends_on: ledger}
        """,
        "O001",
    )
    (finding,) = audit.findings
    assert "ledger has no owner (`owner: nobody`)" == finding.message
    assert ("checkout depends on it",) == finding.note
    assert {"stated_as_nobody": True, "components_with_owner": 2, "used_by": ["checkout"]} == finding.evidence
    assert finding.place is not None
    assert (4, 19, 4, 25) == finding.place[1:]
    assert "error" == finding.severity


def test_absent_counts_as_none_where_others_state_their_owner() -> None:
    """Where one component states its owner, another that does not has none; it is marked at its id."""
    (finding,) = audit_text(ABSENT, "O001").findings
    assert "search has no owner (none is stated, while 1 component states one)" == finding.message
    assert finding.place is not None
    assert (5, 3, 5, 9) == finding.place[1:]


def test_absent_is_unknown_where_nobody_states_an_owner() -> None:
    """Where no component states its owner, nothing can be said."""
    assert (0, 0, 2) == answers(NEVER_STATED)


@pytest.mark.parametrize(
    ("text", "absent", "expected"),
    [(ABSENT, "unknown", []), (ABSENT, "missing", ["search"]), (NEVER_STATED, "missing", ["ledger", "search"])],
)
def test_the_option_decides_what_absent_means(text: str, absent: str, expected: list[str]) -> None:
    """`absent` overrides what is guessed from the other components."""
    assert expected == found(text, f"rules.O001.absent={absent}")


def test_a_component_that_depends_on_itself_has_no_user() -> None:
    """Who depends on a component is somebody else."""
    (finding,) = audit_text("components: {ledger: {owner: nobody, depends_on: ledger}}", "O001").findings
    assert ((), []) == (finding.note, finding.evidence["used_by"])


def test_external_and_deprecated_components_are_not_asked() -> None:
    """Components of others, and those on their way out, need no owner."""
    text = """
    components:
      mail: {external: true, owner: nobody}
      fax: {lifecycle: deprecated, owner: nobody}
      ledger: {lifecycle: production, owner: nobody}
    """
    assert ["ledger"] == found(text)
    assert (1, 1, 0) == answers(text)


def test_an_owner_that_is_not_described_is_unknown() -> None:
    """A name that nothing bears is a finding of its own, and does not make an owner or the lack of one."""
    assert (0, 0, 1) == answers("components: {ledger: {owner: TBD}}")


@pytest.mark.parametrize("owner", ["payments", "ana", "team:payments", "{team: payments, until: 2027-01-01}"])
def test_teams_and_people_are_owners(owner: str) -> None:
    """Any described team or person is an owner for this rule."""
    text = f"""
    people: {{ana: {{}}}}
    teams: {{payments: {{external: true}}}}
    components: {{ledger: {{owner: {owner}}}}}
    """
    assert (1, 0, 0) == answers(text)
