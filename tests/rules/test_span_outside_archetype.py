"""R001: a manager has more or fewer direct reports than the declared kind of managing allows."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text


def manager(archetype: str, reports: int) -> str:
    """Return a manager of a kind with so many direct reports."""
    people = "".join(f"  p{n}: {{manager: ana}}\n" for n in range(reports))
    return f"people:\n  ana: {{manager: nobody, archetype: {archetype}}}\n{people}"


@pytest.mark.parametrize(
    ("archetype", "reports", "bears"),
    [
        ("player-coach", 2, "from 3 to 5"),
        ("player-coach", 6, "from 3 to 5"),
        ("coach", 5, "from 6 to 7"),
        ("supervisor", 11, "from 8 to 10"),
        ("facilitator", 10, "from 11 to 15"),
        ("coordinator", 14, "15 and more"),
    ],
)
def test_outside_the_band(archetype: str, reports: int, bears: str) -> None:
    """The sentence says the number and the band of the kind."""
    (finding,) = audit_text(manager(archetype, reports), "R001").findings
    assert f"ana has {reports} direct reports; a {archetype} bears {bears}" == finding.message


@pytest.mark.parametrize(
    ("archetype", "least", "most"),
    [
        ("player-coach", 3, 5),
        ("coach", 6, 7),
        ("supervisor", 8, 10),
        ("facilitator", 11, 15),
        ("coordinator", 15, 40),
    ],
)
def test_inside_the_band(archetype: str, least: int, most: int) -> None:
    """Both ends belong to the band, and the last has no upper end."""
    for reports in (least, most):
        assert (Coverage("R001", 1, 0, 0),) == audit_text(manager(archetype, reports), "R001").coverage


def test_the_limit_is_the_end_that_is_passed() -> None:
    """A baseline then knows which way is worse."""
    limits = [audit_text(manager("coach", n), "R001").findings[0].evidence["limit"] for n in (2, 9)]
    assert [6, 7] == limits


def test_bands_can_be_set() -> None:
    """As two numbers, or one without an end."""
    for band in ("2,4", "[2, 4]", "2"):
        assert () == audit_text(manager("coach", 2), "R001", set=[f"rules.R001.coach={band}"]).findings


@pytest.mark.parametrize("archetype", ["player-coach", "coach", "supervisor", "facilitator", "coordinator"])
def test_each_kind_has_its_own_band(archetype: str) -> None:
    """Setting the band of one kind changes that one."""
    band = f"rules.R001.{archetype.replace('-', '_')}=21,22"
    (finding,) = audit_text(manager(archetype, 1), "R001", set=[band]).findings
    assert f"ana has 1 direct report; a {archetype} bears from 21 to 22" == finding.message


def test_covered_and_not_asked() -> None:
    """It states the cause of R002; managers without a kind, and without reports, are not asked."""
    found = audit_text(manager("coach", 14), "R001", "R002").findings
    assert ["R001"] == [each.code for each in found if each.covered_by is None]
    text = "people: {ana: {manager: nobody}, bo: {manager: ana}, cy: {manager: ana, archetype: coach}}"
    assert (Coverage("R001", 0, 0, 0),) == audit_text(text, "R001").coverage


def test_without_managers_nothing_is_known() -> None:
    """Where no line is stated, or it runs in a circle, it is unknown."""
    (row,) = audit_text("people: {ana: {archetype: coach}}", "R001").coverage
    assert (("managers of people", 1),) == row.missing
    (row,) = audit_text("people: {ana: {archetype: coach, manager: bo}, bo: {manager: ana}}", "R001").coverage
    assert 1 == row.unknown
