"""O013: components that nobody in the owning team knows."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

ORG = """
people: {ana: {}, bo: {}, cy: {}, adrift: {}, req: {status: vacant}}
teams: {own: {members: [ana], lead: cy}, other: {members: [bo]}, counted: {headcount: 5}}
components:
"""


def ledger(fields: str) -> str:
    """Describe a component with these fields."""
    return f"{ORG}  ledger: {{{fields}}}"


def test_experts_elsewhere_are_found() -> None:
    """The finding says where they are, and stands at the experts."""
    (finding,) = audit_text(ledger("owner: own, experts: [bo, adrift]"), "O013").findings
    assert "nobody in own knows ledger; bo (other) and adrift know it" == finding.message
    assert {"experts": ["bo", "adrift"], "home_teams": ["other", None], "owners": ["own"]} == finding.evidence
    assert ("warning", "component:ledger") == (finding.severity, finding.subject.key)
    assert (5, 33) == (finding.place or ())[1:3]
    assert "lend bo to own until somebody there knows it, or give it to who does" == finding.help


@pytest.mark.parametrize(
    "fields",
    [
        "owner: own, experts: [bo, ana]",
        "owner: own, experts: cy",
        "owner: [counted, other], experts: [bo]",
        "owner: ana, experts: [ana]",
        "owner: {team: own, until: 2030-01-01, then: other}, experts: [bo]",
        "owner: own, experts: [req]",
    ],
)
def test_one_expert_among_the_owners_is_enough(fields: str) -> None:
    """A lead, a co-owner or an heir will do; a vacant position is nobody elsewhere."""
    assert (Coverage("O013", 1, 0, 0),) == audit_text(ledger(fields), "O013").coverage


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ("owner: own", "experts of components"),
        ("experts: [bo]", "owners of components"),
        ("owner: nobody, experts: [bo]", "owners of components"),
        ("owner: own, experts: [bo, typo]", "experts of components that are described themselves"),
        ("owner: counted, experts: [bo]", "members of owning teams"),
        ("owner: typo, experts: [bo]", "members of owning teams"),
    ],
)
def test_what_is_not_stated_is_unknown(fields: str, missing: str) -> None:
    """Experts, owners, and who is in the owning team."""
    assert (Coverage("O013", 0, 0, 1, ((missing, 1),)),) == audit_text(ledger(fields), "O013").coverage


@pytest.mark.parametrize("fields", ["owner: own, experts: nobody", "owner: own, experts: [bo], external: true"])
def test_what_nobody_knows_and_external_components_are_not_asked(fields: str) -> None:
    """Where nobody knows it the place of the experts is no question."""
    assert (Coverage("O013", 0, 0, 0),) == audit_text(ledger(fields), "O013").coverage
