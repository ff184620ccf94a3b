"""X004: an initiative that is under way loses its leader."""

import pytest

from orgmodel.model.comparison import InitiativeChange, Work
from orgmodel.rules.engine import Outcome
from tests.rules.changes import asked, counts, only, where


def led(
    before: tuple[str, ...],
    after: tuple[str, ...],
    *,
    single: bool | None = True,
    lost: bool = False,
    stage: str | None = "building",
) -> Outcome:
    """Ask about one initiative with these leaders."""
    change = InitiativeChange(
        id="one-click",
        leaders=(before, after),
        single_threaded=(single, None),
        teams=(("shop",), ("shop",)),
        own_team=("shop", "shop"),
        stage=("building", stage),
        lost_leader=lost,
    )
    return asked("X004", work=Work(initiatives=(change,)))


def test_a_leader_without_successor_is_found() -> None:
    """It says who led it as their whole job, and that nobody follows."""
    found = only(led(("ana",), (), lost=True))
    assert "one-click loses its leader ana, whose whole job it is; nobody follows" == found.message
    assert "name in the same wave one person who leads one-click as their whole job" == found.help
    assert ("error", "initiative:one-click") == (found.severity, found.subject.key)
    assert "initiatives/one-click/leader" == where(found)
    assert {"leaders_before": ["ana"], "leaders_after": [], "single_threaded_before": True} == found.evidence
    assert "person:ana" in found.concerns


def test_several_leaders_are_lost_alike() -> None:
    """That it was nobody's whole job does not make it better."""
    found = only(led(("ana", "bo"), (), single=False, lost=True))
    assert "one-click loses its leaders ana and bo; nobody follows" == found.message


def test_a_leader_of_whom_nothing_is_known_may_lead() -> None:
    """Where somebody led it, nobody known does, and the leader is not lost, it cannot be told."""
    outcome = led(("ana",), ())
    assert (0, 0, 1) == counts(outcome)
    assert (("leaders of initiatives", 1),) == outcome.coverage.missing


def test_what_nobody_led_loses_nobody() -> None:
    """It is as it was."""
    assert (1, 0, 0) == counts(led((), ()))


@pytest.mark.parametrize("stage", ["paused", "stopped", "idea"])
def test_what_is_not_under_way_needs_no_leader(stage: str) -> None:
    """An initiative that is stopped is fine without."""
    assert (1, 0, 0) == counts(led(("ana",), (), stage=stage))


def test_a_successor_is_fine() -> None:
    """Another leader is what was wanted."""
    assert (1, 0, 0) == counts(led(("ana",), ("bo",)))
