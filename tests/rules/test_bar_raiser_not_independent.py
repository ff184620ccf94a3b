"""H002: the bar raiser of a hiring loop is not independent of it."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

ORG = "people: {ana: {}, bo: {}, cy: {}}\nteams: {a: {lead: ana, members: [bo]}, b: {members: [cy]}}\nhiring:\n"


@pytest.mark.parametrize(
    ("loop", "part"),
    [
        ("hiring_manager: cy, bar_raiser: cy", "is its hiring manager as well"),
        ("recruiter: cy, bar_raiser: cy", "is its recruiter as well"),
        ("bar_raiser: bo", "is in a, the team that hires"),
        ("bar_raiser: ana", "is in a, the team that hires"),
    ],
)
def test_whoever_has_a_part_in_it_is_found(loop: str, part: str) -> None:
    """The manager, the recruiter, and members and leads of the team."""
    (finding,) = audit_text(f"{ORG}  h: {{team: a, {loop}}}", "H002").findings
    assert "error" == finding.severity
    assert finding.message.endswith(f"the bar raiser of the hiring loop h, {part}")


def test_somebody_from_elsewhere_is_fine() -> None:
    """So is a loop that names nobody: that is another rule's business."""
    assert (Coverage("H002", 1, 0, 0),) == audit_text(f"{ORG}  h: {{team: a, bar_raiser: cy}}", "H002").coverage
    assert (Coverage("H002", 0, 0, 0),) == audit_text(f"{ORG}  h: {{team: a, bar_raiser: nobody}}", "H002").coverage


def test_without_a_team_it_is_unknown() -> None:
    """Whether somebody sits in a team that is not named cannot be told."""
    missing = (("teams of hiring loops", 1),)
    assert (Coverage("H002", 0, 0, 1, missing),) == audit_text(f"{ORG}  h: {{bar_raiser: cy}}", "H002").coverage
