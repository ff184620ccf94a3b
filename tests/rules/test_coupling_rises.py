"""X008: after the change more teams wait for each other."""

from typing import Any

import pytest

from orgmodel.model.comparison import Coupling, Difference, PairChange
from orgmodel.model.place import Spot
from orgmodel.rules.engine import Outcome
from tests.rules.changes import asked, counts, only, where


def judged(before: int, after: int, *pairs: PairChange, **parts: Any) -> Outcome:
    """Ask about a number of pairs before and after."""
    return asked("X008", coupling=Coupling(teams=pairs_of(before, after), pairs=pairs, **parts))


def pairs_of(before: int, after: int) -> Difference:
    """Return a difference that is added or removed."""
    return Difference(before, after, 0, 0, max(before - after, 0), 0, max(after - before, 0))


def added(source: str, target: str, spot: Spot | None = None) -> PairChange:
    """Return a pair that waits only after."""
    return PairChange(source, target, "added", "shared code", crosses=False, spot=spot)


def test_more_pairs_are_found() -> None:
    """The numbers are told, and the pairs that are new with their reason and place."""
    lost = PairChange("shop", "stock", "moved", "gone", crosses=False)
    found = only(judged(1, 2, lost, added("tills", "shop", Spot("dependencies", 1))))
    assert "coupling rises: pairs of teams that wait 1 → 2" == found.message
    assert "begin with tills and shop: put both ends into one team, or publish an interface" == found.help
    assert ("warning", "plan:bold", "plan/") == (found.severity, found.subject.key, where(found))
    (note,) = found.related
    assert "new: tills waits for shop: shared code" == note.message
    assert ("team:tills", "dependencies/1") == (note.subject and note.subject.key, note.place and note.place.path)
    assert ([1, 2], [["tills", "shop"]]) == (found.evidence["pairs"], found.evidence["added"])
    assert "team:tills" in found.concerns


def test_more_between_branches_are_found() -> None:
    """Pairs that now lie between branches are more coupling, though there are no more of them."""
    found = only(judged(3, 3, branches=pairs_of(1, 2)))
    assert "coupling rises: pairs between branches 1 → 2" == found.message
    assert "find out which dependencies have grown, and have interfaces published for them" == found.help


@pytest.mark.parametrize(("stated", "expected"), [(1.0, 1), (0.8, 1), (0.79, 0), (None, 0)])
def test_weight_counts_where_strengths_are_stated(stated: float | None, expected: int) -> None:
    """From four in five on; with fewer the sum says nothing."""
    assert expected == len(judged(3, 3, weight=(4.0, 5.5), stated_share=stated).findings)


def test_each_number_that_rises_is_named() -> None:
    """Those that do not rise are not."""
    outcome = judged(3, 2, branches=pairs_of(1, 2), weight=(4.0, 5.5), branch_weight=(2.0, 3.0), stated_share=1.0)
    message = "coupling rises: pairs between branches 1 → 2, weight 4 → 5.5, weight between branches 2 → 3"
    assert message == only(outcome).message


def test_many_new_pairs_are_not_all_shown() -> None:
    """Eight are shown with their reasons, the others by name; what else is left open is said."""
    found = only(judged(0, 9, *(added("shop", each) for each in "abcdefghi"), loose=2))
    assert 8 == len(found.related)
    assert ("2 more may come of dependencies left open", "also new: shop → i") == found.note
    assert [["shop", each] for each in "abcdefghi"] == found.evidence["added"]


@pytest.mark.parametrize("after", [0, 2, 3])
def test_no_more_than_before_is_fine(after: int) -> None:
    """As many as before, or fewer, are no rise."""
    assert (1, 0, 0) == counts(judged(3, after))


def test_what_is_left_open_makes_it_unknown() -> None:
    """Where dependencies without an end could make it more than today it cannot be told; where not, it can."""
    outcome = judged(3, 2, loose=2)
    assert (0, 0, 1) == counts(outcome)
    assert (("which teams the dependencies of teams that end fall to", 1),) == outcome.coverage.missing
    assert (1, 0, 0) == counts(judged(3, 2, loose=1))
