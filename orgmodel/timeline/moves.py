"""When people and teams were moved, as the versions of an organisation in git tell."""

import calendar
import datetime
from collections.abc import Iterator, Mapping
from itertools import chain

from orgmodel.graph import OrgGraph
from orgmodel.load.loader import load_sources
from orgmodel.load.rereading import Rereading
from orgmodel.load.versions import NotInGitError, VersionsInGit
from orgmodel.model.history import Versions
from orgmodel.reorg.alignment import aligned
from orgmodel.reorg.renaming import Renames
from orgmodel.timeline.choosing import chosen
from orgmodel.timeline.comparable import Comparable
from orgmodel.timeline.steps import moved_teams, movers


def last_moves(path: str, *, before: datetime.date, months: int) -> Mapping[str, datetime.date]:
    """Return when people and teams were last moved.

    A person moves when the set of their teams changes, a team when its parent does; who joins does not move. Of the
    versions of one day the last one counts.

    Parameters
    ----------
    path
        A file or a folder, or ``REV:PATH`` for the versions up to a revision.
    before
        Only versions up to this day count.
    months
        How far back from there.

    Returns
    -------
    Mapping
        The day of the latest such change, by ``person:id`` and ``team:id``, sorted, with the ids of the latest version.
        Empty where git knows nothing of the path.

    Raises
    ------
    UnreadablePathError
        If there is no such path, or git fails.
    """
    found: dict[str, datetime.date] = {}
    try:
        with VersionsInGit(path) as versions:
            for day, was, now in _pairs(versions, _earlier(before, months), before):
                same = aligned(was.org, now.org)
                moved = _moved(was if same.org is was.org else OrgGraph(same.org), now)
                found = _with_new_ids(found, same.renames) | dict.fromkeys(moved, day)
    except NotInGitError:
        return {}
    return dict(sorted(found.items()))


def _pairs(
    versions: VersionsInGit, begin: datetime.date, end: datetime.date
) -> Iterator[tuple[datetime.date, OrgGraph, OrgGraph]]:
    """Yield each version of the time with the one before it of which as much could be read."""
    commits = [commit for commit in chosen(versions, Versions(every="day")) if commit.date <= end]
    first = max((number for number, commit in enumerate(commits) if commit.date < begin), default=0)
    rereading = Rereading()
    comparable: Comparable[OrgGraph] = Comparable()
    for commit in commits[first:]:
        rereading.begin()
        loaded = load_sources(versions.sources(commit), rereading)
        if not len(loaded.org):
            continue
        now = OrgGraph(loaded.org)
        was = comparable.exchange(loaded.unread, now)
        if was is not None:
            yield commit.date, was, now


def _moved(was: OrgGraph, now: OrgGraph) -> Iterator[str]:
    people = (f"person:{id}" for id in movers(was, now))
    return chain(people, (f"team:{id}" for id in moved_teams(was.org, now.org)))


def _with_new_ids(found: Mapping[str, datetime.date], renames: Renames) -> dict[str, datetime.date]:
    """Carry what is known of earlier moves over to the ids that people and teams have now."""
    ids = {f"{kind}:{old}": f"{kind}:{new}" for kind, by_old in renames.items() for old, new in by_old.items()}
    return {ids.get(key, key): day for key, day in found.items()}


def _earlier(day: datetime.date, months: int) -> datetime.date:
    """Return the day of so many months earlier, or the last of that month if it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    if year < datetime.MINYEAR:
        return datetime.date.min
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
