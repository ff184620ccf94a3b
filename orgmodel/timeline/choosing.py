"""Which of the versions in git are looked at."""

import datetime
from collections.abc import Callable, Mapping
from typing import Final

from orgmodel.load.versions import Commit, VersionsInGit
from orgmodel.model.history import Every, Versions

_PERIODS: Final[Mapping[Every, Callable[[datetime.date], object]]] = {
    "day": lambda day: day,
    "week": lambda day: day.isocalendar()[:2],
    "month": lambda day: (day.year, day.month),
    "quarter": lambda day: (day.year, (day.month - 1) // 3),
    "year": lambda day: day.year,
}


def chosen(found: VersionsInGit, versions: Versions) -> list[Commit]:
    """Return the commits that were asked for, the oldest first: of each period the last one."""
    since, every, last = versions
    if every == "commit":
        return found.commits(since=since, last=last)
    latest: dict[object, Commit] = {}
    for commit in reversed(found.commits(since=since)):
        latest.setdefault(_PERIODS[every](commit.date), commit)
    return [*latest.values()][:last][::-1]
