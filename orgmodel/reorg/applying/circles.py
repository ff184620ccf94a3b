"""Refuses changes after which groups, or reporting lines, would run in a circle."""

from collections.abc import Iterable, Iterator
from typing import Final

from orgmodel.model.people import Person
from orgmodel.model.teams import Team
from orgmodel.reorg.applying.draft import Draft
from orgmodel.reorg.applying.placing import ancestors, chain_of_command, manager_of
from orgmodel.reorg.applying.unfit import UnfitError

_GROUPS: Final = "hang one of them elsewhere"
_LINES: Final = "give one of them another manager before, with `change_manager`"


def check_circles(draft: Draft) -> None:
    """Refuse the change that has just been written if it has closed a circle.

    Circles that were there before are no matter of the change.

    Raises
    ------
    UnfitError
        If it has.
    """
    for team in _hung_elsewhere(draft):
        refuse_circle("groups", team, _line_of_groups(draft, team), _GROUPS)
    lines: dict[str, list[str]] = {}
    changed = dict.fromkeys(_with_another_manager(draft))
    for person in changed:
        manager = manager_of(draft, person) or ""
        if manager not in lines:
            lines[manager] = [manager, *(chain_of_command(draft, manager) if manager in draft.people else ())]
        refuse_circle("reporting line", person, lines[manager], _LINES)
    for lead in dict.fromkeys(_new_leads(draft)):
        line = list(chain_of_command(draft, lead)) if lead in draft.people else []
        if line and manager_of(draft, line[-1]) == lead and _is_new((lead, *line), draft, changed):
            refuse_circle("reporting line", lead, [*line, lead], _LINES)


def refuse_circle(what: str, id: str, line: list[str], help: str, path: tuple[str | int, ...] = ()) -> None:
    """Refuse a change by which something would stand in the line above itself."""
    if id in line:
        circle = " → ".join([id, *line[: line.index(id) + 1]])
        raise UnfitError(f"the {what} would become a circle: {circle}", help, path)


def _hung_elsewhere(draft: Draft) -> Iterator[str]:
    for (section, id), before, _, _ in draft.journal:
        now = draft.teams.get(str(id)) if section == "teams" else None
        if now is not None and now.parent != (before.parent if isinstance(before, Team) else None):
            yield now.id


def _line_of_groups(draft: Draft, team: str) -> list[str]:
    parent = draft.teams[team].parent
    return [parent, *ancestors(draft, parent)] if parent is not None and parent in draft.teams else []


def _with_another_manager(draft: Draft) -> Iterator[str]:
    for (section, id), before, _, _ in draft.journal:
        now = draft.people.get(str(id)) if section == "people" else None
        if now is not None and now.manager != (before.manager if isinstance(before, Person) else None):
            yield now.id


def _new_leads(draft: Draft) -> Iterator[str]:
    for (section, id), before, _, _ in draft.journal:
        now = draft.teams.get(str(id)) if section == "teams" else None
        led = (before.lead or ()) if isinstance(before, Team) else ()
        yield from (lead for lead in (now.lead or () if now else ()) if lead not in led)


def _is_new(circle: Iterable[str], draft: Draft, changed: Iterable[str]) -> bool:
    """Tell whether a circle may have closed just now: not where it consists of managers written long before."""
    return any(person in changed or draft.people[person].manager is None for person in circle)
