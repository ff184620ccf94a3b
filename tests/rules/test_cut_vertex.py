"""C014: without this team the dependency graph falls apart."""

from itertools import pairwise

from orgmodel.model.audit import Audit
from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text


def audit_arrows(*arrows: str, kind: str = "shared-data", set: tuple[str, ...] = (), m: str = "{}") -> Audit:
    """Audit teams of one letter: ``ab`` is a for b."""
    names = sorted({*"".join(arrows)} - {"m"})
    teams = "".join(f"  {name}: {{}}\n" for name in names)
    stated = "".join(f"  - {{from: {arrow[0]}, to: {arrow[1]}, kind: {kind}}}\n" for arrow in arrows)
    return audit_text(f"teams:\n  m: {m}\n{teams}dependencies:\n{stated}", "C014", set=set)


def test_the_only_link_is_found() -> None:
    """With how many pieces there would be and which teams would be cut off."""
    (finding,) = audit_arrows("ab", "bm", "am", "md", "de", "em").findings
    assert "without m the 4 teams that hang together through it are in 2 pieces; 2 are cut off from the largest" == (
        finding.message
    )
    assert ("info", "team:m", 2) == (finding.severity, finding.subject.key, finding.place and finding.place.line)
    assert ("cut off together: d and e",) == finding.note
    assert {"cut_off": 2, "pieces": 2, "sizes": [2, 2], "teams": 4, "named": [["d", "e"]]} == finding.evidence


def test_those_that_are_cut_off_alone_are_told_together() -> None:
    """A star: three of its rays hang on nothing else, beside the first of them."""
    (finding,) = audit_arrows("am", "bm", "cm", "dm").findings
    assert ("cut off alone: b, c and d",) == finding.note


def test_one_team_alone_is_no_falling_apart() -> None:
    """Unless `min_cut_off` says so."""
    arrows = ("ab", "bm", "am", "md")
    assert (Coverage("C014", 4, 0, 0),) == audit_arrows(*arrows).coverage
    (finding,) = audit_arrows(*arrows, set=("rules.C014.min_cut_off=1",)).findings
    assert finding.message.endswith("2 pieces; 1 is cut off from the largest")


def test_calling_holds_nobody_together() -> None:
    """Published interfaces are no waiting."""
    assert (Coverage("C014", 5, 0, 0),) == audit_arrows("am", "bm", "cm", "dm", kind="api").coverage


def test_a_large_piece_is_named_in_part() -> None:
    """Two circles of nine that have one team in common."""
    first, second = ("mabcdefgh", "mpqrstuvw")
    arrows = [one + other for circle in (first, second) for one, other in pairwise((*circle, circle[0]))]
    (finding,) = audit_arrows(*arrows).findings
    assert ([8, 8], 8) == (finding.evidence["sizes"], finding.evidence["cut_off"])
    assert ("cut off together: p, q, r, s, t, u and 2 more",) == finding.note


def test_only_delivery_teams_of_ours_are_asked() -> None:
    """A council may be the only link, and a supplier is not ours to change."""
    for m in ("{kind: council}", "{external: true}"):
        assert () == audit_arrows("am", "bm", "cm", "dm", m=m).findings


def test_without_dependencies_it_is_unknown() -> None:
    """Nothing stated is not nothing in common."""
    missing = (("dependencies of teams", 2),)
    assert (Coverage("C014", 0, 0, 2, missing),) == audit_text("teams: {a: {}, b: {}}", "C014").coverage
