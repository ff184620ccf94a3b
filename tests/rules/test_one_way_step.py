"""X014: a step that cannot be undone comes before steps that can."""

import pytest

from orgmodel.model.comparison import DoorStep
from orgmodel.model.doors import DOORS, STEPS
from orgmodel.model.place import Spot
from orgmodel.rules.one_way_step import rule
from tests.rules.changes import asked, counts, only, where


def step(wave: int, text: str, kind: str) -> DoorStep:
    """Return a step of a kind in a wave."""
    return DoorStep(wave, text, kind, DOORS[kind].door, DOORS[kind].why, Spot("waves", "", (wave, "changes", 0)))


LEAVE = step(0, "iris leaves", "leave")
LATER = (step(1, "till goes to tills", "hand_over_known"), step(2, "bo moves to tills", "move_person"))


def test_what_cannot_be_undone_is_too_early() -> None:
    """It is told with the number of steps after it, at its line of the plan, and with why it cannot be undone."""
    found = only(asked("X014", doors=(LEAVE, step(0, "stock is renamed", "rename"), *LATER)))
    assert "iris leaves (cannot be undone) comes before 2 steps that can be undone" == found.message
    after = "do it after them, when it is known that they help: till goes to tills and bo moves to tills"
    assert after == found.help
    assert (f"it cannot be undone because {DOORS['leave'].why}",) == found.note
    assert ("info", "plan:bold", "waves//0/changes/0") == (found.severity, found.subject.key, where(found))
    later = ["till goes to tills", "bo moves to tills"]
    assert {"step": "leave", "text": "iris leaves", "wave": 0, "count": 2, "later": later} == found.evidence


def test_one_step_after_it_is_enough() -> None:
    """One step is one."""
    assert "comes before 1 step that can be undone" in only(asked("X014", doors=(LEAVE, LATER[0]))).message


def test_the_last_wave_may_have_it() -> None:
    """Nothing comes after it; only what cannot be undone is in question."""
    assert (1, 0, 0) == counts(asked("X014", doors=(*LATER, step(2, "iris leaves", "leave"))))


def test_steps_of_the_same_wave_do_not_count() -> None:
    """They happen at the same time."""
    assert () == asked("X014", doors=(LEAVE, step(0, "bo moves to tills", "move_person"))).findings


def test_one_way_after_one_way_is_fine() -> None:
    """Nothing that can be undone comes later."""
    assert () == asked("X014", doors=(LEAVE, step(1, "ana moves house", "relocate"))).findings


def test_each_step_that_is_too_early_is_found() -> None:
    """Two in one wave are two."""
    found = asked("X014", doors=(LEAVE, step(0, "ana moves house", "relocate"), *LATER)).findings
    assert ["iris leaves", "ana moves house"] == [each.evidence["text"] for each in found]
    assert 2 == len({each.fingerprint for each in found})


@pytest.mark.parametrize("kind", DOORS)
def test_each_row_of_the_table_is_an_option(kind: str) -> None:
    """A kind of step is what it is set to, whatever the table says."""
    doors = (step(0, "it", kind), step(1, "bo is renamed", "other" if kind != "other" else "rename"))
    assert 1 == len(asked("X014", [f"rules.X014.{kind}=one-way"], doors=doors).findings)
    assert () == asked("X014", [f"rules.X014.{kind}=two-way"], doors=doors).findings
    assert DOORS[kind].door == rule.options.declared()[kind].default


def test_a_step_the_table_does_not_know_keeps_its_door() -> None:
    """Its door is what the comparison says."""
    unknown = DoorStep(0, "something", "surprise", "one-way", "", Spot("waves", ""))
    found = only(asked("X014", doors=(unknown, *LATER)))
    assert () == found.note


def test_every_row_is_told_in_words() -> None:
    """The table and its words name the same steps, in the same order."""
    assert list(DOORS) == list(STEPS)


def test_without_a_plan_there_is_no_step() -> None:
    """Nothing is in question."""
    assert (0, 0, 0) == counts(asked("X014"))
