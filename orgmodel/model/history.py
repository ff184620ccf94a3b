"""How an organisation changed over the versions of its files: plain values for those who write it down."""

import datetime
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

Every = Literal["commit", "day", "week", "month", "quarter", "year"]
EVERY: Final[tuple[Every, ...]] = ("commit", "day", "week", "month", "quarter", "year")


class Versions(NamedTuple):
    """Which versions a history has: those since a day, the last of each period, and of these the last so many."""

    since: datetime.date | None = None
    every: Every = "commit"
    last: int | None = None


ALL: Final = Versions()


class Told(NamedTuple):
    """A finding as a history tells it: its rule, its subject as ``kind:id``, and its lasting identity."""

    code: str
    subject: str
    fingerprint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What is different since the version before.

    Parameters
    ----------
    new_findings, fixed_findings
        Findings that stand now and did not before, and the reverse.
    joined, left
        People who are described now and were not, and the reverse; a vacant position is nobody.
    changed_team
        People of both versions who are members or leads of other teams than before.
    teams_created, teams_removed
        Teams that are no groups.
    teams_moved
        Teams and groups that hang below another group than before.
    """

    new_findings: tuple[Told, ...] = ()
    fixed_findings: tuple[Told, ...] = ()
    joined: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    changed_team: tuple[str, ...] = ()
    teams_created: tuple[str, ...] = ()
    teams_removed: tuple[str, ...] = ()
    teams_moved: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One version of an organisation. What is not known is None.

    Parameters
    ----------
    date
        The day of the commit in UTC; of the working tree, today.
    commit, short
        The id of the commit, whole and as git shortens it; None for the working tree.
    subject
        The first line of its message.
    broken_files
        Files that could not be read to their end: the numbers then count what could be read, and are unknown rather
        than zero.
    people, heads, teams
        As the census of an audit counts them.
    errors, warnings, notes
        Standing findings.
    mean_span, layers, largest_cycle, stl_coverage, two_pizza_share
        The measures of these names.
    waiting_pairs
        Ordered pairs of teams of which one has to wait for the other.
    step
        What is different since the version before; None where the two cannot be compared.
    """

    date: datetime.date
    commit: str | None = None
    short: str | None = None
    subject: str = ""
    broken_files: int | None = None
    people: int | None = None
    heads: int | None = None
    teams: int | None = None
    errors: int | None = None
    warnings: int | None = None
    notes: int | None = None
    mean_span: float | None = None
    layers: float | None = None
    waiting_pairs: int | None = None
    largest_cycle: float | None = None
    stl_coverage: float | None = None
    two_pizza_share: float | None = None
    step: Step | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The versions of an organisation, the oldest first.

    Parameters
    ----------
    path
        The organisation as it was named.
    versions
        Which of its versions were asked for.
    today
        The day that rules about dates counted from in every version; None if from the day of each.
    is_shallow
        Whether the clone leaves out older commits.
    is_changed
        Whether there are changes that are not committed; the last row, without a commit, then shows the working tree.
    rows
        One for each version.
    """

    path: str
    versions: Versions = ALL
    today: datetime.date | None = None
    is_shallow: bool = False
    is_changed: bool = False
    rows: tuple[Row, ...] = ()
