"""Who and what moves again though the last move is not long ago."""

import datetime
from calendar import monthrange
from collections.abc import Iterator, Mapping

from orgmodel.graph import OrgGraph
from orgmodel.model.comparison import Moved, MovedAgain, People, Teams


def moved_again(
    people: People,
    teams: Teams,
    before: OrgGraph,
    *,
    on: datetime.date,
    months: int,
    earlier: Mapping[str, datetime.date],
) -> tuple[MovedAgain, ...]:
    """Return the people who change team, and the teams that change parent, who had done so not long before.

    It is known from the organisation since when somebody is in a team: of the membership that ends, or of the person.
    Of several dates the latest counts, and of equal ones that of the organisation.

    Parameters
    ----------
    people, teams
        What happens now.
    before
        The organisation that they leave.
    on
        When it happens. Later dates say nothing of what was before, and are passed over.
    months
        Who moved this many months before or earlier is left out.
    earlier
        Dates of the last earlier move that a history knows, by ``person:id`` and ``team:id``.
    """
    found = [*_people(people, before, earlier), *_teams(teams, earlier)]
    recent = (each for each in found if months_before(on, months) < each.since <= on)
    latest = {(each.kind, each.id): each for each in sorted(recent, key=lambda each: (each.since, each.source))}
    return tuple(latest[key] for key in sorted(latest))


def _people(people: People, before: OrgGraph, earlier: Mapping[str, datetime.date]) -> Iterator[MovedAgain]:
    for moved in people.changed_team:
        stated = before.org.people[moved.id].since
        for since in (stated, *_memberships_left(moved, before)):
            if since:
                yield MovedAgain("person", moved.id, since, "since")
        if known := earlier.get(f"person:{moved.id}"):
            yield MovedAgain("person", moved.id, known, "history")


def _memberships_left(moved: Moved, before: OrgGraph) -> Iterator[datetime.date | None]:
    for team in set(moved.before).difference(moved.after):
        yield from (each.since for each in before.org.teams[team].members or () if each.person == moved.id)


def _teams(teams: Teams, earlier: Mapping[str, datetime.date]) -> Iterator[MovedAgain]:
    for team, _, _ in teams.moved:
        if known := earlier.get(f"team:{team}"):
            yield MovedAgain("team", team, known, "history")


def months_before(day: datetime.date, months: int) -> datetime.date:
    """Return the same day of an earlier month, or the last day of that month if it is shorter."""
    year, month = divmod(max(day.year * 12 + day.month - 1 - months, 12), 12)
    return day.replace(year=year, month=month + 1, day=min(day.day, monthrange(year, month + 1)[1]))
