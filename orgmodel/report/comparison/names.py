"""The names behind each number of a comparison, one a line."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Final

from orgmodel.model.closest import closest
from orgmodel.model.comparison import HOWS, Compared, Comparison, How
from orgmodel.model.faults import UnknownNameError
from orgmodel.model.fields import Door
from orgmodel.report.comparison import entries
from orgmodel.report.comparison.parts import work
from orgmodel.report.comparison.screen import gains
from orgmodel.report.width import clean

Lines = Callable[[Comparison], Iterable[str]]


def names(compared: Compared, topic: str) -> list[str]:
    """Return who or what a number counts, a line each; of several alternatives each line has the number of its own.

    Raises
    ------
    UnknownNameError
        If there is no such topic; the message names the closest, or all.
    """
    if topic not in TOPICS:
        best = closest(topic, TOPICS)
        raise UnknownNameError(f"there is no topic ‘{topic}’; " + (f"did you mean {best}?" if best else _all()))
    several = len(compared.alternatives) > 1
    return [
        clean(f"({number}) {line}" if several else line)
        for number, comparison in enumerate(compared.alternatives, 1)
        for line in TOPICS[topic](comparison)
    ]


def _all() -> str:
    return f"there is {', '.join(TOPICS)}"


def _pairs(comparison: Comparison, *, how: How) -> Iterator[str]:
    return (entries.pair(comparison, each) for each in comparison.coupling.pairs if each.how == how)


def _steps(comparison: Comparison, *, door: Door) -> Iterator[str]:
    return (entries.step(comparison, each) for each in comparison.doors if each.door == door)


def _leaders(comparison: Comparison, *, lost: bool) -> Iterator[str]:
    found = comparison.work.initiatives
    return (
        work.initiative(each) for each in found if (each.lost_leader if lost else each.leaders[0] != each.leaders[1])
    )


_PEOPLE: Final[Mapping[str, Lines]] = {
    "people.joined": lambda c: c.people.joined,
    "people.left": lambda c: c.people.left,
    "people.changed_team": lambda c: map(entries.moved, c.people.changed_team),
    "people.changed_manager": lambda c: map(entries.changed, c.people.changed_manager),
    "people.changed_role": lambda c: map(entries.changed, c.people.changed_role),
    "people.changed_location": lambda c: map(entries.changed, c.people.changed_location),
    "people.dropped": lambda c: map(entries.dropped, c.people.dropped),
    "people.by_level": lambda c: map(entries.count, c.people.by_level),
    "people.by_location": lambda c: map(entries.count, c.people.by_location),
    "people.by_role": lambda c: map(entries.count, c.people.by_role),
    "people.unnamed": lambda c: map(entries.count, c.people.unnamed),
    "people.starts_leading": lambda c: c.people.starts_leading,
    "people.stops_leading": lambda c: c.people.stops_leading,
    "people.moved_again": lambda c: map(entries.moved_again, c.people.moved_again),
    "authority": lambda c: map(entries.authority, gains.differing_most(c.authority)),
}
_TEAMS: Final[Mapping[str, Lines]] = {
    "teams.created": lambda c: c.teams.created,
    "teams.removed": lambda c: c.teams.removed,
    "teams.renamed": lambda c: map(entries.renamed, c.teams.renamed),
    "teams.moved": lambda c: map(entries.changed, c.teams.moved),
    "teams.split": lambda c: map(entries.split, c.teams.split),
    "teams.merged": lambda c: map(entries.merged, c.teams.merged),
    "teams.lead_changed": lambda c: map(entries.moved, c.teams.lead_changed),
    "teams.resized": lambda c: map(entries.count, c.teams.resized),
    "teams.cohesion": lambda c: map(entries.cohesion, c.teams.cohesion),
}
_WORK: Final[Mapping[str, Lines]] = {
    "components.handed_over": lambda c: map(entries.handed_over, c.components.handed_over),
    "components.added": lambda c: c.components.added,
    "components.removed": lambda c: c.components.removed,
    "components.unknown_to_all": lambda c: c.components.unknown_to_all,
    "lost_owner": lambda c: map(entries.lost_owner, c.lost_owner),
    **{f"coupling.{how}": partial(_pairs, how=how) for how in HOWS},
    "initiatives.added": lambda c: c.work.initiatives_added,
    "initiatives.removed": lambda c: c.work.initiatives_removed,
    "initiatives.changed": lambda c: map(work.initiative, c.work.initiatives),
    "initiatives.leaders": partial(_leaders, lost=False),
    "initiatives.lost_leader": partial(_leaders, lost=True),
    "decisions.added": lambda c: c.work.decisions_added,
    "decisions.removed": lambda c: c.work.decisions_removed,
    "decisions.changed": lambda c: map(work.decision, c.work.decisions),
    "metrics.added": lambda c: c.work.metrics_added,
    "metrics.removed": lambda c: c.work.metrics_removed,
    "dependencies.added": lambda c: map(entries.declared, c.dependencies.added),
    "dependencies.removed": lambda c: map(entries.declared, c.dependencies.removed),
    "dependencies.changed": lambda c: map(entries.redeclared, c.dependencies.changed),
}
_JUDGEMENT: Final[Mapping[str, Lines]] = {
    "findings.fixed": lambda c: map(entries.finding, c.findings.fixed),
    "findings.new": lambda c: map(entries.finding, c.findings.new),
    "findings.worse": lambda c: map(entries.worsened, c.findings.worse),
    "findings.better": lambda c: map(entries.worsened, c.findings.better),
    "findings.plan": lambda c: map(entries.finding, c.plan_findings),
    "findings.change": lambda c: map(entries.finding, c.change_findings),
    "measures": lambda c: map(entries.measure, c.measures),
    "objective.relies_on": lambda c: c.objective.relies_on if c.objective else (),
    "steps.one_way": partial(_steps, door="one-way"),
    "steps.two_way": partial(_steps, door="two-way"),
    "waves.unsound": lambda c: (entries.finding(found) for wave in c.waves for found in wave.unsound),
    "follow_up": lambda c: (f"{each.what}: {entries.follow_up(each)}" for each in c.follow_up),
    "unknown": lambda c: c.unknown,
}
TOPICS: Final[Mapping[str, Lines]] = {**_PEOPLE, **_TEAMS, **_WORK, **_JUDGEMENT}
"""What can be asked for, and how its lines are had; the ties between people are counted and not listed here."""
