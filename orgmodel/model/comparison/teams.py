"""What a change means for teams: which come, go, split or merge, and who stays together."""

from dataclasses import dataclass
from typing import NamedTuple

from orgmodel.model.comparison.people import Changed, Count, Moved


class Renamed(NamedTuple):
    """A team that has another id: as declared, or as a guess with its evidence ("6 of 7 people")."""

    before: str
    after: str
    declared: bool
    evidence: str


class Split(NamedTuple):
    """A team that became several."""

    before: str
    after: tuple[str, ...]
    declared: bool
    evidence: str


class Merged(NamedTuple):
    """Teams that became one."""

    before: tuple[str, ...]
    after: str
    declared: bool
    evidence: str


class Cohesion(NamedTuple):
    """How far a team that is there before and after keeps its people together."""

    team: str
    kept: int
    before: int
    after: int

    @property
    def jaccard(self) -> float:
        """People of both, of all who were or are in it."""
        together = self.before + self.after - self.kept
        return self.kept / together if together else 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Teams:
    """What happens to teams. Renamed teams that are declared as such count as the same; guesses do not."""

    created: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    renamed: tuple[Renamed, ...] = ()
    moved: tuple[Changed, ...] = ()
    split: tuple[Split, ...] = ()
    merged: tuple[Merged, ...] = ()
    lead_changed: tuple[Moved, ...] = ()
    resized: tuple[Count, ...] = ()
    cohesion: tuple[Cohesion, ...] = ()
