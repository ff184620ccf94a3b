"""Circles of groups, and of reporting lines, that a change closes."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from orgmodel.model.entity import Detail
from orgmodel.model.people import Person
from orgmodel.model.place import Step
from orgmodel.model.teams import Team
from orgmodel.reorg.applying.draft import Draft
from orgmodel.reorg.applying.placing import ancestors, branch, chain_of_command, manager_of, people_of
from orgmodel.reorg.applying.unfit import UnfitError

GROUPS: Final = "groups"
LINE: Final = "reporting line"
_HELP: Final = {
    GROUPS: "hang one of them elsewhere",
    LINE: "give one of them another manager before, with `change_manager`",
}


class Circle(NamedTuple):
    """Groups or people each of which stands below the next; the last is the first."""

    what: str
    ids: tuple[str, ...]

    def is_there(self, draft: Draft) -> bool:
        """Tell whether it is closed now."""
        above = _parent if self.what == GROUPS else manager_of
        return all(above(draft, id) == next for id, next in pairwise(self.ids))


def refuse(circles: Iterable[Circle], path: tuple[Step, ...] = (), help: str = "") -> None:
    """Refuse a change that closes circles.

    Raises
    ------
    UnfitError
        If there is one.
    """
    for what, ids in circles:
        raise UnfitError(f"the {what} would become a circle: {' → '.join(ids)}", help or _HELP[what], path)


def circle_with(what: str, id: str, line: list[str]) -> Iterator[Circle]:
    """Yield the circle that there is if something stands in the line above itself."""
    if id in line:
        yield Circle(what, (id, *line[: line.index(id) + 1]))


def circles_now(draft: Draft) -> list[Circle]:
    """Return the circles, closed by the change that has just been written or before, of whom it was about."""
    return [*_of_groups(draft), *_of_people(draft)]


def _of_groups(draft: Draft) -> Iterator[Circle]:
    for before, now in _written_teams(draft):
        if now is not None and (before is None or before.parent != now.parent):
            parent = _parent(draft, now.id)
            yield from circle_with(GROUPS, now.id, [parent, *ancestors(draft, parent)] if parent is not None else [])


def _of_people(draft: Draft) -> Iterator[Circle]:
    lines: dict[str | None, list[str]] = {}
    for person in dict.fromkeys(_with_another_manager(draft)):
        manager = manager_of(draft, person)
        if manager not in lines:
            lines[manager] = _line(draft, manager)
        yield from circle_with(LINE, person, lines[manager])


def _line(draft: Draft, manager: str | None) -> list[str]:
    known = manager is not None and manager in draft.people
    return [manager, *chain_of_command(draft, manager)] if manager is not None and known else []


def _with_another_manager(draft: Draft) -> Iterator[str]:
    """Yield who may report to somebody else than before."""
    for (section, id), before, _, _ in draft.journal:
        now = draft.people.get(str(id)) if section == "people" else None
        if now is not None and now.manager != (before.manager if isinstance(before, Person) else None):
            yield now.id
    for before_team, now_team in _written_teams(draft):
        people = (*_people(draft, before_team, now_team), *(people_of(before_team) if before_team else ()))
        yield from (person for person in people if person in draft.people)


def _people(draft: Draft, before: Team | None, now: Team | None) -> Iterator[str]:
    """Yield who is in a team, and below it if it has another lead or hangs elsewhere."""
    if now is None:
        return
    teams = [now.id] if before is not None and _above(before) == _above(now) else branch(draft, now.id)
    yield from (person for team in teams for person in people_of(draft.teams[team]))


def _above(team: Team) -> tuple[object, ...]:
    """Return what tells to whom the people in and below a team report."""
    return team.lead, team.parent, team.reporting


def _written_teams(draft: Draft) -> Iterator[tuple[Team | None, Team | None]]:
    """Yield the teams that were written, each as it was and as it is."""
    first: dict[str, Detail | None] = {}
    for (section, id), before, _, _ in draft.journal:
        if section == "teams":
            first.setdefault(str(id), before)
    for team, before in first.items():
        yield (before if isinstance(before, Team) else None), draft.teams.get(team)


def _parent(draft: Draft, team: str) -> str | None:
    described = draft.teams.get(team)
    return described.parent if described is not None and described.parent in draft.teams else None
