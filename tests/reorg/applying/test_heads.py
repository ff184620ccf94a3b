"""People without names move between teams that count them."""

import pytest

from tests.reorg.applying.support import applied, faults, marked, org_of

BASE = """
people: {ana: {}, bo: {}, seat: {status: vacant}}
teams:
  crew: {headcount: 6, lead: ana}
  count: {headcount: 2}
  list: {members: [bo]}
  both: {members: [bo, seat], headcount: 4}
  dark: {}
"""


@pytest.mark.parametrize(
    ("source", "to", "count", "headcounts"),
    [
        ("crew", "count", 5, (1, 7)),
        ("both", "count", 3, (1, 5)),  # three of the four have no name; the vacant position is none of them
        ("count", "list", 2, (0, 3)),  # with the one who is listed
        ("count", "both", 1, (1, 5)),
    ],
)
def test_headcounts_change(source: str, to: str, count: int, headcounts: tuple[int, int]) -> None:
    """One grows by what the other loses; who is listed counts with those who are not."""
    found = applied(BASE, f"- move_heads: {{from: {source}, to: {to}, count: {count}, role: courier}}")
    assert ([], headcounts) == (faults(found), (found.org.teams[source].headcount, found.org.teams[to].headcount))


def test_where_it_is_not_known_how_many_there_are_it_is_not_known_afterwards() -> None:
    """Some more than unknown is unknown, and said, unless the headcount is stated."""
    move = "- move_heads: {from: crew, to: dark, count: 2}\n"
    found = applied(BASE, move)
    expected = "X017 it is not known how many people dark has, and so not how many there are with 2 more"
    assert ([expected], None) == (faults(found), found.org.teams["dark"].headcount)
    assert [] == faults(applied(BASE, move + "- set: {entity: 'team:dark', headcount: 9}"))


def test_a_team_that_the_plan_makes_has_only_whom_it_gets() -> None:
    """Its lead, and the heads that move there; also after it was renamed."""
    found = applied(
        BASE,
        """
- create_team: {team: new, lead: bo}
- move_heads: {from: crew, to: new, count: 2}
- rename_team: {team: new, to: newer}
- move_heads: {from: crew, to: newer, count: 1}
""",
    )
    assert ([], 4) == (faults(found), found.org.teams["newer"].headcount)


@pytest.mark.parametrize(
    ("change", "message", "text"),
    [
        ("{from: crew, to: count, count: 6}", "crew has 5 people without names, fewer than 6", "6"),
        ("{from: list, to: count, count: 1}", "list lists all its people by name", "list"),
        ("{from: dark, to: count, count: 1}", "it is not known how many people dark has", "dark"),
        ("{from: crew, to: crew, count: 1}", "crew is where they are already", "crew"),
        ("{from: crew, to: count, count: 0}", "nobody moves", "0"),
    ],
)
def test_heads_that_cannot_move(change: str, message: str, text: str) -> None:
    """Who has a name, who is not there, and who is unknown."""
    found = applied(BASE, f"- move_heads: {change}")
    assert [f"X016 `move_heads` is left out: {message}"] == faults(found)
    assert text == marked(found, found.faults[0])
    assert org_of(BASE) == found.org
