"""C011: a team that others use as a service does not publish all that its users need to know."""

import pytest

from orgmodel.model.audit import Audit
from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

FULL = "{docs: d, contact: c, service_level: s, versioning: v}"


def audit_of(
    team: str, *, use: str = "kind: api", other: str = f"{{api: {FULL}}}", extra: str = "", set: tuple[str, ...] = ()
) -> Audit:
    """Audit a team that one other uses; a third may state its api and is used by nobody."""
    text = f"teams:\n  a: {team}\n  user: {{}}\n  other: {other}\ndependencies: [{{from: user, to: a, {use}}}]\n{extra}"
    return audit_text(text, "C011", set=set)


def test_what_is_missing_is_named() -> None:
    """In words, with how many use the team; the finding stands at its api."""
    (finding,) = audit_of("{api: {docs: d, contact: c}}").findings
    assert "a is used as a service by 1 team and does not publish service level and versioning" == finding.message
    assert ("warning", "team:a", (2, 12)) == (finding.severity, finding.subject.key, (finding.place or ())[1:3])
    assert {
        "count": 2,
        "missing": ["service_level", "versioning"],
        "user_count": 1,
        "users": ["user"],
    } == finding.evidence


def test_a_team_without_an_api_is_found_where_others_have_one() -> None:
    """All four are missing."""
    (finding,) = audit_of("{}").findings
    assert finding.message.endswith("does not publish documents, contact, service level and versioning")


def test_a_whole_api_is_fine() -> None:
    """Only who is used is asked."""
    assert (Coverage("C011", 1, 0, 0),) == audit_of(f"{{api: {FULL}}}").coverage


def test_where_nobody_states_it_it_is_unknown() -> None:
    """The contact is stated, the rest by nobody."""
    missing = (("what teams publish", 1),)
    assert (Coverage("C011", 0, 0, 1, missing),) == audit_of("{api: {contact: c}}", other="{}").coverage


def test_only_what_others_state_is_found() -> None:
    """Somebody has documents, and nobody a service level."""
    (finding,) = audit_of("{api: {contact: c}}", other="{api: {docs: d}}").findings
    assert ["docs"] == finding.evidence["missing"]


@pytest.mark.parametrize(("absent", "found", "unknown"), [("missing", 1, 0), ("unknown", 0, 1)])
def test_how_what_is_absent_is_read_can_be_set(absent: str, found: int, unknown: int) -> None:
    """`absent` decides, whatever others state."""
    other = "{}" if absent == "missing" else f"{{api: {FULL}}}"
    coverage = audit_of("{}", other=other, set=(f"rules.C011.absent={absent}",)).coverage
    assert (found, unknown) == (coverage[0].violations, coverage[0].unknown)


@pytest.mark.parametrize("use", ["kind: shared-data", "kind: custom-work", "why: something"])
def test_a_team_that_is_no_service_is_not_asked(use: str) -> None:
    """Whoever reads its tables needs no api of it yet."""
    assert (Coverage("C011", 0, 0, 0),) == audit_of("{}", use=use).coverage


@pytest.mark.parametrize("use", ["kind: event", "kind: self-service", "mode: x-as-a-service"])
def test_every_way_to_use_a_service_counts(use: str) -> None:
    """By its kind or by its mode."""
    assert 1 == len(audit_of("{}", use=use).findings)


@pytest.mark.parametrize(("contact", "found"), [("{api: {contact: c}}", 0), ("{}", 1)])
def test_the_interfaces_of_all_used_components_may_state_it(contact: str, found: int) -> None:
    """All but the contact, where the team is used through components only."""
    interface = "{docs: d, service_level: s, versioning: v}"
    text = f"""
        teams: {{a: {contact}, user: {{}}, other: {{api: {FULL}}}}}
        components:
          mine: {{owner: user, depends_on: [{{component: one, kind: api}}, {{component: two, kind: api}}]}}
          one: {{owner: a, interface: {interface}}}
          two: {{owner: a, interface: {interface}}}
    """
    assert found == len(audit_text(text, "C011").findings)


def test_one_component_without_an_interface_is_enough() -> None:
    """Its users have nowhere to look."""
    text = f"""
        teams: {{a: {{api: {{contact: c}}}}, user: {{}}, other: {{api: {FULL}}}}}
        components:
          mine: {{owner: user, depends_on: [{{component: one, kind: api}}, {{component: two, kind: api}}]}}
          one: {{owner: a, interface: {{docs: d, service_level: s, versioning: v}}}}
          two: {{owner: a, interface: {{docs: d}}}}
    """
    (finding,) = audit_text(text, "C011").findings
    assert ["service_level", "versioning"] == finding.evidence["missing"]


def test_external_teams_are_not_asked() -> None:
    """A supplier's documents are its own."""
    assert (Coverage("C011", 0, 0, 0),) == audit_of("{external: true}").coverage
