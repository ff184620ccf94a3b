"""What a change means for people: who moves, who gets another manager, which pairs part."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple


class Moved(NamedTuple):
    """Somebody or something that had these before and has those after, each sorted."""

    id: str
    before: tuple[str, ...]
    after: tuple[str, ...]


class Changed(NamedTuple):
    """One thing that is said of an entity, before and after; None if it was or is not known."""

    id: str
    before: str | None
    after: str | None


class Count(NamedTuple):
    """How many there were before and are after of a kind: of people at a place, of heads in a team."""

    of: str
    before: int
    after: int


class Ties(NamedTuple):
    """Pairs of people who work in one team: before and after, only before, only after."""

    kept: int
    cut: int
    new: int


NO_TIES: Final = Ties(0, 0, 0)


class MovedAgain(NamedTuple):
    """A person or team that changes now and had changed not long before: since when, and how that is known."""

    kind: str
    id: str
    since: datetime.date
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """What happens to people.

    Parameters
    ----------
    stayers
        How many are described before and after.
    joined, left
        Ids of those described only after, only before.
    changed_team
        Stayers whose teams are not the same, with the teams before and after.
    changed_manager
        Stayers with another manager, where both are known; `nobody` at the top.
    changed_role, changed_location
        Likewise; None where one of the two is not known.
    dropped
        Stayers who had a team, or a manager, and have none any more though they are not leaving: id, and which of
        "team" and "manager" they lost.
    moves, fewest_moves
        Stayers whose home team is another one; and how many would have had to move to come to the same grouping.
    by_level, by_location, by_role
        Positions before and after where the number differs; `unplaced` counts how many say nothing of it after.
    unnamed
        Teams known by headcount alone whose headcount differs.
    starts_leading, stops_leading
        People who lead a team or an initiative after and none before, and the reverse.
    moved_again
        Those who moved not long before, as far as that is known.
    history
        How far back it is known who moved, in words; None if it is not.
    """

    stayers: int = 0
    joined: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    changed_team: tuple[Moved, ...] = ()
    changed_manager: tuple[Changed, ...] = ()
    changed_role: tuple[Changed, ...] = ()
    changed_location: tuple[Changed, ...] = ()
    dropped: tuple[tuple[str, str], ...] = ()
    ties: Ties = NO_TIES
    moves: int = 0
    fewest_moves: int = 0
    positions: tuple[int, int] = (0, 0)
    vacancies: tuple[int, int] = (0, 0)
    by_level: tuple[Count, ...] = ()
    by_location: tuple[Count, ...] = ()
    by_role: tuple[Count, ...] = ()
    unplaced: Mapping[str, int] = field(default_factory=dict)
    unnamed: tuple[Count, ...] = ()
    starts_leading: tuple[str, ...] = ()
    stops_leading: tuple[str, ...] = ()
    moved_again: tuple[MovedAgain, ...] = ()
    history: str | None = None
