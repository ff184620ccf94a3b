"""L009: a team works on several active initiatives at once."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

TEAMS = "teams: {carriers: {}, routes: {}, stock: {}}\ninitiatives:\n"
TWO = TEAMS + "  choice: {team: carriers}\n  green: {team: routes, contributors: [{team: carriers, ask: custom}]}\n"


def test_a_team_on_two_initiatives_is_found() -> None:
    """The finding names both, stands at the second and shows the first."""
    (finding,) = audit_text(TWO, "L009").findings
    assert "carriers works on 2 initiatives at once, choice and green (limit 1)" == finding.message
    assert {"count": 2, "initiatives": ["choice", "green"], "own": ["choice"], "limit": 1} == finding.evidence
    assert ("info", "team:carriers", "takes part in green") == (finding.severity, finding.subject.key, finding.label)
    assert (4, 47, 4, 55) == (finding.place or ())[1:]
    shown = [(each.message, each.place and each.place.line) for each in finding.related]
    assert [("the own team of choice", 3)] == shown


def test_only_teams_that_work_on_an_initiative_are_asked() -> None:
    """The coverage counts teams at work: here one that is fine and one that is not."""
    assert (Coverage("L009", 2, 1, 0),) == audit_text(TWO, "L009").coverage


def test_self_service_is_no_work() -> None:
    """A team that others only use can serve many."""
    assert () == audit_text(TWO.replace("ask: custom", "ask: self-service"), "L009").findings


@pytest.mark.parametrize(
    "field", ["type: platform", "kind: council", "kind: operation", "kind: group", "external: true"]
)
def test_teams_that_serve_many_are_not_asked(field: str) -> None:
    """Platform teams, and what is no delivery team of the organisation; routes still is."""
    text = TWO.replace("carriers: {}", f"carriers: {{{field}}}")
    assert (Coverage("L009", 1, 0, 0),) == audit_text(text, "L009").coverage


@pytest.mark.parametrize("other", ["stage: press-release", "stage: paused", "stage: stopped", "external: true"])
def test_only_active_initiatives_of_ours_count(other: str) -> None:
    """What is not under way takes no time."""
    text = TEAMS + f"  choice: {{team: carriers}}\n  green: {{team: carriers, {other}}}"
    assert (Coverage("L009", 1, 0, 0),) == audit_text(text, "L009").coverage


def test_an_initiative_without_a_team_is_unknown() -> None:
    """Whoever works on it is not known to."""
    missing = (("teams of initiatives", 2),)
    text = TEAMS + "  choice: {}\n  green: {team: carrier}"
    assert (Coverage("L009", 0, 0, 2, missing),) == audit_text(text, "L009").coverage


@pytest.mark.parametrize(("third", "severity"), [("", "info"), ("  late: {contributors: [carriers]}", "warning")])
def test_from_three_on_it_is_a_warning(third: str, severity: str) -> None:
    """Two are a note, three a warning."""
    (finding,) = audit_text(TWO + third, "L009").findings
    assert severity == finding.severity


@pytest.mark.parametrize(("kind", "severity"), [("operation", "info"), ("project", "warning")])
def test_operations_alone_get_a_note(kind: str, severity: str) -> None:
    """Three operations are what a team looks after; one project among them is enough for a warning."""
    text = TEAMS + "  a: {team: stock, kind: operation}\n  b: {team: stock, kind: operation}\n"
    (finding,) = audit_text(text + f"  c: {{team: stock, kind: {kind}}}", "L009").findings
    assert severity == finding.severity


def test_the_limits_can_be_set() -> None:
    """`max` decides how many are several, `warning_from` how many are too many."""
    assert () == audit_text(TWO, "L009", set=["rules.L009.max=2"]).findings
    (finding,) = audit_text(TWO, "L009", set=["rules.L009.warning_from=2"]).findings
    assert "warning" == finding.severity


def test_it_covers_that_its_own_initiatives_have_no_dedicated_team() -> None:
    """The team is why its own initiative has none; that of another team's initiative is another problem."""
    half = "{team: routes, allocation: 50%}"
    text = TEAMS + f"  choice: {{team: carriers}}\n  green: {{team: {half}, contributors: [carriers]}}\n"
    audit = audit_text(text, "L008", "L009")
    covered = {each.subject.id: each.covered_by is not None for each in audit.findings if each.code == "L008"}
    assert {"choice": True, "green": False} == covered


def test_the_place_is_where_the_team_is_asked_to_work() -> None:
    """Not another contributor, and not where the same team is only used."""
    used = "{team: carriers, ask: self-service}"
    text = TEAMS + f"  choice: {{team: carriers}}\n  green: {{contributors: [stock, {used}, carriers]}}"
    (finding,) = audit_text(text, "L009").findings
    assert (4, 70, 4, 78) == (finding.place or ())[1:]
