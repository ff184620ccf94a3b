"""X015: a dependency is gone only because it is not written any more."""

import pytest

from orgmodel.model.comparison import Coupling, How, PairChange
from orgmodel.model.place import Spot
from orgmodel.rules.engine import Outcome
from tests.rules.changes import asked, counts, only, where


def pair(how: How, *, by: str | None = None, spot: Spot | None = None, target: str = "stock") -> PairChange:
    """Return a pair of the shop that differs."""
    return PairChange("shop", target, how, "no longer declared", crosses=True, by=by, spot=spot)


def judged(*pairs: PairChange) -> Outcome:
    """Ask about pairs that differ."""
    return asked("X015", coupling=Coupling(pairs=pairs))


def test_what_is_only_said_is_found() -> None:
    """Both teams are named, with what was only said, at the plan's line."""
    found = only(judged(pair("assumed", by="stock-lead", spot=Spot("waves", "", (0, "changes", 1)))))
    assert "shop no longer waits for stock, but that is only assumed: no longer declared" == found.message
    assert "move the work to shop, or agree on an interface with stock-lead and write it down" == found.help
    assert ("warning", "team:shop", "waves//0/changes/1") == (found.severity, found.subject.key, where(found))
    assert ("team:shop", "team:stock") == found.concerns
    expected = {"source": "shop", "target": "stock", "why": "no longer declared", "by": "stock-lead"}
    assert {**expected, "between_branches": True} == found.evidence


def test_without_a_spot_it_stands_at_the_team() -> None:
    """Where there is nobody to agree with, it is to be said who takes the place of the team that is gone."""
    found = only(judged(pair("assumed")))
    assert "teams/shop" == where(found)
    assert "move the work to shop, or say which team does from now on what stock did" == found.help


def test_each_pair_is_a_finding() -> None:
    """Two teams that are not waited for any more are two."""
    found = judged(pair("assumed"), pair("assumed", target="prices")).findings
    assert 2 == len({each.fingerprint for each in found})


@pytest.mark.parametrize("how", ["internalised", "moved", "removed"])
def test_what_is_gone_for_a_reason_is_fine(how: How) -> None:
    """It is judged, and in order."""
    assert (1, 0, 0) == counts(judged(pair(how)))


def test_what_is_new_is_not_in_question() -> None:
    """A pair that waits only after was not wished away."""
    assert (0, 0, 0) == counts(judged(pair("added")))
