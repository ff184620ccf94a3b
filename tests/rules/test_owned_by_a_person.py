"""O003: components that people own."""

import pytest

from tests.rules.support import audit_text


def test_the_person_is_marked_and_the_team_suggested() -> None:
    """The finding stands at the person and names the team that the person works in."""
    text = """
    people: {ana: {}}
    teams: {payments: {members: [ana]}, orders: {}}
    components:
      ledger: {owner: [orders, {team: ana}]}
    """
    (finding,) = audit_text(text, "O003").findings
    assert "ledger is owned by ana, not by a team" == finding.message
    assert "make payments the owner, and keep ana among its `experts`" == finding.help
    assert {"people": ["ana"], "team": "payments"} == finding.evidence
    assert "warning" == finding.severity
    assert finding.place is not None
    assert (5, 35, 5, 38) == finding.place[1:]


@pytest.mark.parametrize(
    ("owner", "expected"),
    [
        ("payments", (1, 0, 0)),
        ("nobody", (1, 0, 0)),
        ("ana", (1, 1, 0)),
        ("person:ana", (1, 1, 0)),
        ("both", (1, 0, 0)),
        ("person:both", (1, 1, 0)),
        ("[ana, bo]", (1, 1, 0)),
        ("TBD", (0, 0, 1)),
        ("[TBD, ana]", (1, 1, 0)),
        ("", (0, 0, 1)),
    ],
)
def test_who_is_a_person(owner: str, expected: tuple[int, int, int]) -> None:
    """An id means a team before it means a person; one that nothing bears means neither."""
    text = f"""
    people: {{ana: {{}}, bo: {{}}, both: {{}}}}
    teams: {{payments: {{}}, both: {{}}}}
    components: {{ledger: {{owner: {owner}}}}}
    """
    row = audit_text(text, "O003").coverage[0]
    assert expected == (row.checked, row.violations, row.unknown)


def test_of_several_people_the_team_of_the_first_is_suggested() -> None:
    """Somebody has to be asked first."""
    text = """
    people: {ana: {}, bo: {}}
    teams: {payments: {members: [ana]}, orders: {members: [bo]}}
    components: {ledger: {owner: [ana, bo]}}
    """
    (finding,) = audit_text(text, "O003").findings
    assert "make payments the owner, and keep ana among its `experts`" == finding.help


@pytest.mark.parametrize("kind", ["group", "council"])
def test_only_a_team_that_delivers_is_suggested(kind: str) -> None:
    """A group or a council that the person leads is no better owner."""
    text = f"""
    people: {{ana: {{}}}}
    teams: {{board: {{kind: {kind}, lead: ana}}}}
    components: {{ledger: {{owner: ana}}}}
    """
    (finding,) = audit_text(text, "O003").findings
    assert "make a team the owner, and keep ana among its `experts`" == finding.help


def test_external_components_are_not_asked() -> None:
    """What belongs to others may belong to a person."""
    text = "people: {ana: {}}\ncomponents: {mail: {external: true, owner: ana}}"
    assert 0 == audit_text(text, "O003").coverage[0].checked
