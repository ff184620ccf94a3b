"""O010: components that one team builds and another runs."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

ORG = """
people: {ana: {}, loose: {}}
teams: {own: {members: [ana]}, sub: {parent: own}, night: {kind: operation}, heirs: {}, host: {external: true}}
components:
"""


def ledger(fields: str) -> str:
    """Describe a component with these fields."""
    return f"{ORG}  ledger: {{{fields}}}"


def test_another_operator_is_found() -> None:
    """The finding names both and stands at the operator."""
    (finding,) = audit_text(ledger("owner: own, operator: night, criticality: high"), "O010").findings
    assert "own builds ledger, and night runs it" == finding.message
    assert {"owners": ["own"], "operator": "night", "criticality": "high"} == finding.evidence
    assert ("warning", "component:ledger") == (finding.severity, finding.subject.key)
    assert (5, 34) == (finding.place or ())[1:3]
    assert "let own run it, with night as teacher at first" == finding.help


@pytest.mark.parametrize(
    "fields",
    [
        "owner: own",
        "owner: own, operator: own",
        "owner: own, operator: sub",
        "owner: [heirs, own], operator: own",
        "owner: ana, operator: own",
        "owner: {team: own, until: 2030-01-01, then: heirs}, operator: heirs",
        "owner: nobody, operator: night",
    ],
)
def test_what_its_builders_run_is_fine(fields: str) -> None:
    """Without an operator the owner runs it; a part of the owner, a co-owner or an heir may; nobody builds nothing."""
    row = audit_text(ledger(fields), "O010").coverage[0]
    assert (0, 0) == (row.violations, row.unknown)


@pytest.mark.parametrize("operator", ["night", "host"])
def test_suppliers_are_other_teams(operator: str) -> None:
    """Who is woken is somebody else in either case."""
    text = ledger(f"owner: [own, heirs], operator: {operator}")
    assert [f"own and heirs build ledger, and {operator} runs it"] == [
        each.message for each in audit_text(text, "O010").findings
    ]


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ("operator: night", "owners of components"),
        ("owner: own, operator: typo", "operators of components that are described themselves"),
        ("owner: typo, operator: night", "owners of components that are described themselves"),
        ("owner: loose, operator: night", "owners of components that are described themselves"),
    ],
)
def test_what_is_not_stated_is_unknown(fields: str, missing: str) -> None:
    """Who owns it, and whom the names mean."""
    assert (Coverage("O010", 0, 0, 1, ((missing, 1),)),) == audit_text(ledger(fields), "O010").coverage


def test_external_components_are_not_asked() -> None:
    """How others divide their work is theirs to say."""
    text = ledger("external: true, owner: own, operator: night")
    assert (Coverage("O010", 0, 0, 0),) == audit_text(text, "O010").coverage
