"""R005: too many levels between top and bottom."""

import pytest

from tests.rules.support import audit_text


def line(length: int, top: str = "manager: nobody") -> str:
    """Describe a line of people, p1 at the top, each on a line of its own."""
    return f"people:\n  p1: {{{top}}}\n" + "".join(f"  p{n}: {{manager: p{n - 1}}}\n" for n in range(2, length + 1))


def answers(text: str, *settings: str) -> tuple[int, int, int]:
    """Return how many were checked, found wanting, and not known."""
    row = audit_text(text, "R005", set=settings).coverage[0]
    return row.checked, row.violations, row.unknown


def test_the_line_is_shown_person_by_person() -> None:
    """The finding stands at the bottom of the line and shows everybody on it with their spans."""
    (finding,) = audit_text(line(9) + "  q: {manager: p1}\n", "R005").findings
    assert "the longest reporting line has 9 people, 1 more than the limit of 8" == finding.message
    assert {"layers": 9, "limit": 8, "line": [f"p{n}" for n in range(1, 10)]} == finding.evidence
    assert ("organisation:", "warning") == (finding.subject.key, finding.severity)
    assert finding.place is not None
    assert (10, 17, 10, 19) == finding.place[1:]
    said = [each.message for each in finding.related]
    assert ["p1 has 2 direct reports", "p2 has 1 direct report", "p9 is at the bottom"] == [*said[:2], said[-1]]
    assert [2, 3, 4, 5, 6, 7, 8, 9, 10] == [each.place.line for each in finding.related if each.place]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (line(8), (1, 0, 0)),
        (line(9), (1, 1, 0)),
        (line(9, top=""), (1, 1, 0)),
        (line(9, top="manager: nobody, external: true"), (1, 0, 0)),
        (line(1), (1, 0, 0)),
        (line(1, top=""), (0, 0, 1)),
        (line(9, top="manager: p3"), (0, 0, 1)),
        ("teams: {a: {}}", (0, 0, 0)),
    ],
)
def test_what_counts_as_a_level(text: str, expected: tuple[int, int, int]) -> None:
    """Everybody on the line counts but external people; without managers, or in a circle, nothing is known."""
    assert expected == answers(text)


@pytest.mark.parametrize(("limit", "expected"), [(4, (1, 1, 0)), (5, (1, 0, 0))])
def test_the_limit_is_an_option(limit: int, expected: tuple[int, int, int]) -> None:
    """The number of levels that is too many can be set."""
    assert expected == answers(line(5), f"rules.R005.max={limit}")
