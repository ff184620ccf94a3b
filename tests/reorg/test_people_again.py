"""Who and what moves again not long after the last move."""

import datetime

import pytest

from orgmodel.model.comparison import Changed, Moved, MovedAgain, People, Teams
from orgmodel.reorg.again import months_before, moved_again
from tests.graph.support import graph_of

ON = datetime.date(2026, 8, 31)


def day(text: str) -> datetime.date:
    """Return a day."""
    return datetime.date.fromisoformat(text)


def again(text: str, *, after: tuple[str, ...] = ("new",), months: int = 12, **earlier: str) -> list[MovedAgain]:
    """Return who of ana and the team `old` moves again: she leaves all teams for a new one, it leaves its parent."""
    graph = graph_of(text)
    held = tuple(place.team for place in graph.memberships.places_of("ana"))
    people = People(changed_team=(Moved("ana", held, after),))
    teams = Teams(moved=(Changed("old", "x", "y"),))
    known = {key.replace("_", ":"): day(when) for key, when in earlier.items()}
    return list(moved_again(people, teams, graph, on=ON, months=months, earlier=known))


@pytest.mark.parametrize(
    ("since", "is_recent"),
    [("2026-08-31", True), ("2025-09-01", True), ("2025-08-31", False), ("2020-01-01", False), ("2026-09-01", False)],
)
def test_less_than_a_year_ago_is_again(since: str, is_recent: bool) -> None:
    """A move exactly a year before is long enough ago; one that is yet to come is none before."""
    found = again(f"people: {{ana: {{}}}}\nteams: {{old: {{members: [{{person: ana, since: {since}}}]}}}}")
    assert ([MovedAgain("person", "ana", day(since), "since")] if is_recent else []) == found


def test_the_latest_of_all_dates_counts() -> None:
    """Of the membership, the person and the history the latest is told, with its source."""
    text = "people: {ana: {since: 2026-02-01}}\nteams: {old: {members: [{person: ana, since: 2026-01-01}]}}"
    assert [MovedAgain("person", "ana", day("2026-02-01"), "since")] == again(text)
    assert [MovedAgain("person", "ana", day("2026-03-01"), "history")] == again(text, person_ana="2026-03-01")
    assert [MovedAgain("person", "ana", day("2026-02-01"), "since")] == again(text, person_ana="2026-02-01")


def test_only_the_team_that_is_left_says_since_when() -> None:
    """A place that stays is no earlier move."""
    text = "people: {ana: {}}\nteams: {kept: {members: [{person: ana, since: 2026-05-01}]}, old: {members: [ana]}}"
    assert [] == again(text, after=("kept",))
    assert [MovedAgain("person", "ana", day("2026-05-01"), "since")] == again(text, after=("old",))


def test_teams_move_again_as_far_as_a_history_knows() -> None:
    """People come before teams, and each kind in the order of ids."""
    text = "people: {ana: {since: 2026-08-01}}\nteams: {old: {members: [ana]}}"
    assert [("person", "ana", "since"), ("team", "old", "history")] == [
        (each.kind, each.id, each.source) for each in again(text, team_old="2026-05-05", team_other="2026-05-05")
    ]
    assert [] == again(text, months=0, team_old="2026-05-05")


@pytest.mark.parametrize(
    ("on", "months", "expected"),
    [
        ("2026-08-31", 12, "2025-08-31"),
        ("2026-03-31", 1, "2026-02-28"),
        ("2024-02-29", 12, "2023-02-28"),
        ("2026-01-15", 1, "2025-12-15"),
        ("2026-01-15", 0, "2026-01-15"),
        ("2026-01-15", 99_999, "0001-01-15"),
    ],
)
def test_months_are_those_of_the_calendar(on: str, months: int, expected: str) -> None:
    """The same day of an earlier month, or its last; nothing is before the calendar."""
    assert day(expected) == months_before(day(on), months)
