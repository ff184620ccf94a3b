"""C017: a change of one team reaches a large part of the organisation."""

from orgmodel import catalogue
from orgmodel.model.audit import Audit
from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text


def audit_arrows(*arrows: str, names: str = "abcdefghij", kind: str = "shared-code", limit: str = "25%") -> Audit:
    """Audit teams of one letter: ``ab`` is a for b."""
    teams = "".join(f"  {name}: {{}}\n" for name in names)
    stated = "".join(f"  - {{from: {arrow[0]}, to: {arrow[1]}, kind: {kind}}}\n" for arrow in arrows)
    return audit_text(f"teams:\n{teams}dependencies:\n{stated}", "C017", set=[f"rules.C017.max={limit}"])


LINE = ("ab", "bc", "cd", "de", "ef", "fg")


def test_a_change_that_reaches_many_is_found() -> None:
    """A line of seven among ten: 28 and three alone of a hundred pairs; a change of its end reaches all seven."""
    (finding,) = audit_arrows(*LINE).findings
    assert "a change or a delay in one team reaches 31 % of 10 teams on average (limit 25 %)" == finding.message
    assert ("info", "organisation:") == (finding.severity, finding.subject.key)
    assert {
        "propagation_cost": 0.31,
        "limit": 0.25,
        "teams": 10,
        "largest_circle": 0,
        "reach_most": {"g": 7, "f": 6, "e": 5},
    } == finding.evidence
    assert [("team:g", "a change here reaches 7 teams")] == [
        (each.subject.key, each.message) for each in finding.related[:1] if each.subject
    ]
    assert "publish the interfaces of g" == finding.help


def test_the_largest_circle_is_opened_first() -> None:
    """It is what most ways go through."""
    (finding,) = audit_arrows(*LINE, "ga").findings
    assert ("open the circle of 7 teams", ("the largest circle: a, b, c, d, e and 2 more",)) == (
        finding.help,
        finding.note,
    )


def test_a_small_reach_is_fine() -> None:
    """Thirteen of a hundred pairs, of which ten are each team with itself."""
    assert (Coverage("C017", 1, 0, 0),) == audit_arrows("ab", "bc").coverage


def test_the_limit_can_be_set() -> None:
    """`max` decides how far is far; at the limit is fine."""
    assert () == audit_arrows(*LINE, limit="31%").findings
    assert 1 == len(audit_arrows("ab", "bc", limit="12%").findings)


def test_it_is_relative_to_the_whole() -> None:
    """Teams apart make the same line a smaller part of the organisation, and the rule says that of itself."""
    assert 1 == len(audit_arrows(*LINE).findings)
    assert () == audit_arrows(*LINE, names="abcdefghijkl").findings
    assert catalogue.rules()["C017"].relative


def test_calling_reaches_nobody() -> None:
    """A published interface stops a change."""
    assert () == audit_arrows(*LINE, kind="api").findings


def test_few_teams_are_silent() -> None:
    """Nine teams, all of them in one line."""
    assert (Coverage("C017", 1, 0, 0),) == audit_arrows(*LINE, "gh", "hi", names="abcdefghi").coverage


def test_without_dependencies_it_is_unknown() -> None:
    """Nothing stated is not no reach; without teams there is no question."""
    missing = (("dependencies of teams", 1),)
    assert (Coverage("C017", 0, 0, 1, missing),) == audit_text("teams: {a: {}, b: {}}", "C017").coverage
    assert (Coverage("C017", 0, 0, 0),) == audit_text("people: {ana: {}}", "C017").coverage
