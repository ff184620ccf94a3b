"""Public histories beside the checkout: comparing two dates gives what their tables give by themselves."""

import csv
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from orgmodel import api
from orgmodel.graph import OrgGraph
from orgmodel.reorg.people import people
from orgmodel.reorg.teams import teams
from tests.graph.support import graph_of

HISTORIES = Path(__file__).parents[2].parent / "shared" / "real" / "history"
DATES = [pair for history in sorted(HISTORIES.glob("*")) for pair in pairwise(sorted(history.glob("*")))]
Rows = list[dict[str, str]]


@cache
def rows(folder: Path, table: str) -> Rows:
    """Return the rows of a table."""
    with (folder / f"{table}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


@cache
def imported(folder: Path) -> OrgGraph:
    """Return the organisation that the tables of one date are imported as."""
    return graph_of(api.import_("tables", folder)[0])


def ids(folder: Path, table: str) -> set[str]:
    """Return the ids of a table."""
    return {row["id"] for row in rows(folder, table)}


def parents(folder: Path) -> dict[str, str | None]:
    """Return the parent of each team, where it is a team of the table."""
    return {
        row["id"]: row["parent"] if row["parent"] in ids(folder, "teams") else None for row in rows(folder, "teams")
    }


def places(folder: Path) -> dict[str, set[str]]:
    """Return the teams of each person who is in the table of people: as a member or as a lead."""
    found: dict[str, set[str]] = {}
    for row in (*rows(folder, "members"), *rows(folder, "leads")):
        found.setdefault(row["person"], set()).add(row["team"])
    return found


pytestmark = pytest.mark.skipif(not DATES, reason="the histories are not there")
every_pair_of_dates = pytest.mark.parametrize(
    ("before", "after"), DATES, ids=[f"{before.parent.name} {after.name}" for before, after in DATES]
)


@every_pair_of_dates
def test_people_join_leave_and_move_as_the_tables_say(before: Path, after: Path) -> None:
    """Who is only in one table of people joined or left; whose rows of teams differ changed team."""
    found = people(imported(before), imported(after))
    old, new = ids(before, "people"), ids(after, "people")
    assert (sorted(new - old), sorted(old - new), len(old & new)) == ([*found.joined], [*found.left], found.stayers)
    were, are = places(before), places(after)
    moved = [
        (person, tuple(sorted(were.get(person, ()))), tuple(sorted(are.get(person, ()))))
        for person in sorted(old & new)
        if were.get(person, set()) != are.get(person, set())
    ]
    assert moved == [tuple(each) for each in found.changed_team]
    assert 0 <= found.fewest_moves <= found.moves


@every_pair_of_dates
def test_teams_come_go_and_hang_elsewhere_as_the_tables_say(before: Path, after: Path) -> None:
    """Which teams are only in one table, and which have another parent in the other."""
    found = teams(imported(before), imported(after), renames={}, plan=None)
    old, new = parents(before), parents(after)
    assert (sorted(new.keys() - old), sorted(old.keys() - new)) == ([*found.created], [*found.removed])
    moved = [(team, old[team], new[team]) for team in sorted(old.keys() & new) if old[team] != new[team]]
    assert moved == [tuple(each) for each in found.moved]


@every_pair_of_dates
def test_guessed_renames_are_right_as_the_members_say(before: Path, after: Path) -> None:
    """At least two who are in both tables of people were in the old team and are in the new, and at least half."""
    both = ids(before, "people") & ids(after, "people")
    were, are = places(before), places(after)
    for guess in teams(imported(before), imported(after), renames={}, plan=None).renamed:
        old = {person for person in both if guess.before in were.get(person, ())}
        new = {person for person in both if guess.after in are.get(person, ())}
        assert len(old & new) >= max(2, len(old | new) / 2)
        assert guess.evidence.startswith(f"{len(old & new)} of {len(old)} people")
        assert not guess.declared
