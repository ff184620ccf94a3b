"""H001: a hiring loop has no bar raiser."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

LOOP = "people: {ana: {}}\nhiring:\n  raised: {bar_raiser: ana}\n"


def test_nobody_raises_the_bar() -> None:
    """It is found where that is stated."""
    (finding,) = audit_text(LOOP + "  h: {bar_raiser: nobody}", "H001").findings
    assert ("the hiring loop h has no bar raiser", (4, 19)) == (finding.message, (finding.place or ())[1:3])


def test_silence_counts_where_others_speak() -> None:
    """A loop without one is found beside one that has it; alone it is unknown."""
    assert ["h"] == [each.subject.id for each in audit_text(LOOP + "  h: {}", "H001").findings]
    missing = (("bar raisers of hiring loops", 1),)
    assert (Coverage("H001", 0, 0, 1, missing),) == audit_text("hiring: {h: {}}", "H001").coverage


@pytest.mark.parametrize(("absent", "unknown"), [("unknown", 1), ("missing", 0)])
def test_what_silence_means_can_be_set(absent: str, unknown: int) -> None:
    """`absent` decides against what others state."""
    (row,) = audit_text(LOOP + "  h: {}", "H001", set=[f"rules.H001.absent={absent}"]).coverage
    assert (unknown, 1 - unknown) == (row.unknown, row.violations)
