"""R007: managers, or parents of teams, in a circle."""

import pytest

from tests.rules.support import audit_text


def said(text: str) -> list[str]:
    """Return the messages."""
    return [finding.message for finding in audit_text(text, "R007").findings]


def answers(text: str) -> tuple[int, int, int]:
    """Return how many were checked, found wanting, and not known."""
    row = audit_text(text, "R007").coverage[0]
    return row.checked, row.violations, row.unknown


def test_a_circle_of_people_is_shown_hop_by_hop() -> None:
    """The finding begins with the smallest id and shows each hop at its line."""
    text = """
people:
  cy: {manager: ana}
  bo: {manager: cy}
  ana: {manager: bo}
  dee: {manager: ana}
"""
    (finding,) = audit_text(text, "R007").findings
    assert "ana → bo → cy → ana: 3 people report to each other in a circle" == finding.message
    assert ("cycle", "ana → bo → cy → ana") == finding.subject[:2]
    assert ["ana reports to bo", "bo reports to cy", "cy reports to ana"] == [hop.message for hop in finding.related]
    assert [(5, 18), (4, 17), (3, 17)] == [hop.place[1:3] for hop in finding.related if hop.place]
    assert finding.place is not None
    assert (5, 18, 5, 20) == finding.place[1:]
    assert {"kind": "person", "circle": ["ana", "bo", "cy"], "count": 3} == finding.evidence
    assert {"person:ana", "person:bo", "person:cy"} <= {*finding.concerns}
    assert (2, 1, 0) == answers(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("people: {ana: {manager: ana}}", ["ana → ana: somebody who is their own manager"]),
        ("teams: {web: {parent: web}}", ["web → web: a team that is its own parent"]),
        (
            "teams: {web: {parent: shop}, shop: {parent: web}}",
            ["shop → web → shop: 2 teams belong to each other in a circle"],
        ),
        ("people: {ana: {manager: bo}, bo: {manager: nobody}}", []),
        ("people: {ana: {manager: gone}}", []),
        ("people: {ana: {manager: bo, external: true}, bo: {manager: ana, external: true}}", []),
        (
            "people: {ana: {manager: bo, external: true}, bo: {manager: ana}}",
            ["ana → bo → ana: 2 people report to each other in a circle"],
        ),
    ],
)
def test_what_is_a_circle(text: str, expected: list[str]) -> None:
    """Circles of one count; circles altogether outside the organisation do not."""
    assert expected == said(text)


def test_leads_may_close_a_circle() -> None:
    """A circle that follows from leading teams is one as well; a hop that is not written stands at the person."""
    text = """
organisation: {reporting: lead}
people:
  ana: {}
  bo: {manager: ana}
teams:
  web: {lead: bo, members: [ana]}
"""
    (finding,) = audit_text(text, "R007").findings
    assert "ana → bo → ana: 2 people report to each other in a circle" == finding.message
    assert finding.place is not None
    assert (4, 3, 4, 6) == finding.place[1:]


def test_the_identity_is_made_of_the_ids() -> None:
    """The finding stays the same one when the circle is written the other way round, and a team's is another."""
    one = "{a: {KEY: b}, b: {KEY: c}, c: {KEY: a}}"
    other = "{a: {KEY: c}, b: {KEY: a}, c: {KEY: b}}"
    texts = [f"people: {one}", f"people: {other}", f"teams: {one}"]
    keys = ["manager", "manager", "parent"]
    found = [audit_text(text.replace("KEY", key), "R007").findings[0] for text, key in zip(texts, keys, strict=True)]
    assert found[0].fingerprint == found[1].fingerprint
    assert found[0].fingerprint != found[2].fingerprint


def test_a_long_circle_is_cut_in_the_message() -> None:
    """The message names the first five and then the first again; the hops show all."""
    people = ", ".join(f"p{n}: {{manager: p{10 + (n - 9) % 20}}}" for n in range(10, 30))
    (finding,) = audit_text(f"people: {{{people}}}", "R007").findings
    assert "p10 → p11 → p12 → p13 → p14 → … → p10: 20 people report to each other in a circle" == finding.message
    assert 20 == len(finding.related)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("people: {ana: {manager: bo}, bo: {}}", (1, 0, 0)),
        ("people: {ana: {}, bo: {}, cy: {external: true}}", (0, 0, 2)),
        ("teams: {web: {parent: shop}, shop: {}}", (1, 0, 0)),
        ("people: {ana: {}}\nteams: {web: {parent: web}}", (1, 1, 1)),
    ],
)
def test_who_is_asked(text: str, expected: tuple[int, int, int]) -> None:
    """Everybody with a manager and every team with a parent; where no manager is known, people are unknown."""
    assert expected == answers(text)
