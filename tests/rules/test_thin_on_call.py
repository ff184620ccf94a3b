"""T007: a team that owns a critical component has too few engineers to share on-call."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

PEOPLE = "people: {a: {role: engineer}, b: {role: Engineer}, c: {role: product-manager}, d: {}, v: {status: vacant}}\n"
VAULT = "components: {vault: {owner: payments, criticality: critical}}\n"


def payments(members: str, components: str = VAULT) -> str:
    """Return one team of these members that owns these components."""
    return f"{PEOPLE}{components}teams:\n  payments: {{{members}}}\n"


def test_too_few_engineers_are_found() -> None:
    """The message, the evidence and the places say who there is, and for what."""
    (finding,) = audit_text(payments("members: [a, b, c]"), "T007").findings
    expected = "payments has 2 people with the role engineer to share on-call for vault (at least 4)"
    assert expected == finding.message
    evidence = {"count": 2, "people": ["a", "b"], "roles": ["engineer"], "components": ["vault"], "limit": 4}
    assert evidence == finding.evidence
    assert ("warning", "team:payments") == (finding.severity, finding.subject.key)
    assert [("critical", "vault")] == [
        (each.message, each.subject.id if each.subject else "") for each in finding.related
    ]


def test_enough_engineers_are_fine() -> None:
    """A lead who is an engineer takes a turn as well, and so does one who is it in this team alone."""
    text = payments("lead: a, members: [b, {person: c, role: engineer}, {person: d, role: engineer}]")
    assert (Coverage("T007", 1, 0, 0),) == audit_text(text, "T007").coverage


def test_nobody_is_said_as_such() -> None:
    """A position without a person wakes up for nothing."""
    (finding,) = audit_text(payments("members: [v]"), "T007").findings
    assert "payments has nobody with the role engineer to share on-call for vault (at least 4)" == finding.message


@pytest.mark.parametrize(("least", "violations", "unknown"), [(2, 0, 0), (3, 0, 1), (4, 1, 0)])
def test_a_role_that_is_not_stated_may_be_any(least: int, violations: int, unknown: int) -> None:
    """With two engineers and one of unknown role, two are enough, three are unknown and four are not there."""
    audit = audit_text(payments("members: [a, b, d]"), "T007", set=[f"rules.T007.min={least}"])
    assert (violations, unknown) == (audit.coverage[0].violations, audit.coverage[0].unknown)
    if violations:
        assert "payments has at most 3 people" == audit.findings[0].message.partition(" with")[0]
    if unknown:
        assert (("roles of people", 1),) == audit.coverage[0].missing


def test_who_is_only_counted_may_be_engineers() -> None:
    """A headcount of five may be enough, one of three is not, and without one nothing is known."""
    text = payments("headcount: 5").replace("payments: {", "other: {}\n  payments: {")
    missing = (("members of teams", 1),)
    assert (Coverage("T007", 0, 0, 1, missing),) == audit_text(text, "T007").coverage
    (finding,) = audit_text(payments("headcount: 3"), "T007").findings
    assert 3 == finding.evidence["count"]
    assert (Coverage("T007", 0, 0, 1, missing),) == audit_text(payments("lead: a"), "T007").coverage


@pytest.mark.parametrize(
    "component",
    [
        "{owner: payments, criticality: high}",
        "{owner: payments}",
        "{owner: payments, criticality: critical, operator: night}",
        "{owner: payments, criticality: critical, external: true}",
        "{owner: night, criticality: critical}",
    ],
)
def test_only_what_is_critical_and_run_by_its_owner_wakes_anybody(component: str) -> None:
    """What is not critical, what another team runs, and what is not ours asks nothing of this team."""
    text = payments("members: [a]", f"components: {{vault: {component}}}\n") + "  night: {kind: operation}\n"
    assert (Coverage("T007", 0, 0, 0),) == audit_text(text, "T007").coverage


def test_an_owner_who_operates_it_is_asked() -> None:
    """Saying that the owner runs it changes nothing; a person as owner stands for their team."""
    component = "components: {vault: {owner: a, criticality: critical, operator: payments}}\n"
    assert 1 == len(audit_text(payments("members: [a]", component), "T007").findings)


def test_the_roles_can_be_set() -> None:
    """`roles` says who shares on-call, and the message names them."""
    settings = ["rules.T007.roles=engineer, Product Manager", "rules.T007.min=3"]
    assert () == audit_text(payments("members: [a, b, c]"), "T007", set=settings).findings
    (finding,) = audit_text(payments("members: [a, c]"), "T007", set=settings).findings
    assert "with the role engineer or Product Manager" in finding.message


def test_a_supplier_is_not_asked() -> None:
    """How an external team shares on-call is its own affair."""
    assert () == audit_text(payments("external: true, members: [a]"), "T007").findings
