"""Every number of a comparison can be asked for its names."""

from dataclasses import replace

import pytest

from orgmodel.model import comparison as c
from orgmodel.model.faults import UnknownNameError
from orgmodel.report.comparison.names import TOPICS, names
from tests.report.comparison import samples
from tests.report.comparison.samples import finding, of

COMPARISON = replace(
    samples.two_teams(),
    plan_findings=(finding("X016", "does-not-fit", "team:kiosk", "there is no team kiosk"),),
    people=replace(samples.two_teams().people, by_role=(c.Count("lead", 3, 4),)),
    work=replace(samples.two_teams().work, decisions_removed=("rename-a-ship",), metrics_added=("boarding-time",)),
)


@pytest.mark.parametrize("topic", TOPICS)
def test_each_topic_has_its_lines(topic: str) -> None:
    """A comparison with something in each part has a line for each topic."""
    found = names(of(COMPARISON), topic)
    assert found
    assert [] == [line for line in found if not line or "\n" in line]


@pytest.mark.parametrize(
    ("topic", "expected"),
    [
        ("people.left", ["wim"]),
        ("people.changed_manager", ["cai: rosa → bea", "olu: per → ed"]),
        ("teams.split", ["booking → boarding, tickets (declared)"]),
        ("teams.renamed", ["ops-desk → harbour-desk (a guess: 6 of 7 people)"]),
        ("coupling.internalised", ["booking → quay: both ends are in boarding"]),
        ("findings.worse", ["C004 waits for many, fleet: 7 → 8"]),
        ("people.dropped", ["jun has no manager any more"]),
        ("metrics.added", ["boarding-time"]),
    ],
)
def test_lines_say_who_and_how(topic: str, expected: list[str]) -> None:
    """Each line names one, with what it was and is."""
    assert expected == names(of(COMPARISON), topic)


def test_lines_of_several_alternatives_are_numbered() -> None:
    """The number of the alternative stands before each line."""
    assert ["(1) boarding", "(1) tickets", "(2) team-0"] == names(samples.three(), "teams.created")[:3]


def test_the_numbers_are_those_of_the_lines() -> None:
    """As many lines as the comparison counts."""
    split = COMPARISON.coupling.teams._asdict()
    assert {how: split[how] for how in c.HOWS} == {how: len(names(of(COMPARISON), f"coupling.{how}")) for how in c.HOWS}


def test_an_unknown_topic_names_the_closest() -> None:
    """What was probably meant is said; far from all, all are listed."""
    with pytest.raises(UnknownNameError, match=r"^there is no topic ‘people.join’; did you mean people.joined\?$"):
        names(of(COMPARISON), "people.join")
    with pytest.raises(UnknownNameError, match=r"there is people\.joined, people\.left, .*unknown$"):
        names(of(COMPARISON), "zzzzzz")


def test_control_characters_are_shown_as_a_sign() -> None:
    """A name cannot do anything to a terminal."""
    people = c.People(joined=("a\x1b[1m\nb",))
    assert ["a�[1m�b"] == names(of(replace(samples.nothing(), people=people)), "people.joined")
