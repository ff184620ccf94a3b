"""What a change means for coupling: which pairs of teams stop waiting, and which begin."""

from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from orgmodel.model.place import Spot

How = Literal["internalised", "moved", "removed", "assumed", "added"]
HOWS: Final[tuple[How, ...]] = ("internalised", "moved", "removed", "assumed", "added")
"""What can have become of a pair, in the order in which it is told."""


class PairChange(NamedTuple):
    """An ordered pair of teams that waits only before, or only after, and why that is.

    `crosses` tells whether the two are in different branches: before, or after for one that is added. `by` names whose
    word it rests on where it is only assumed, `weight` is that of the pair where it waits.
    """

    source: str
    target: str
    how: How
    why: str
    crosses: bool
    by: str | None = None
    spot: Spot | None = None
    weight: float = 1.0


class Difference(NamedTuple):
    """A number of pairs before and after, and what makes the difference; `after` is the least it can be."""

    before: int
    after: int
    internalised: int
    moved: int
    removed: int
    assumed: int
    added: int


NO_DIFFERENCE: Final = Difference(0, 0, 0, 0, 0, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coupling:
    """Pairs of teams of which one waits for the other.

    Parameters
    ----------
    pairs
        All pairs that differ, by source and target.
    teams, branches
        How many pairs of teams wait, and how many of those are between branches: what hangs below the top, or below
        the one team that all hang below. A pair that stays and is now within
        one branch counts as internalised there, one that is now between two as added.
    struck
        Pairs that still wait, for other reasons, though one of the two works no more on an initiative of the other.
    loose
        How many dependencies the plan leaves without an end: each may add a pair.
    weight
        The sum of all weights before and after.
    stated_share
        The share of edges after whose strength is stated; None without edges.
    """

    teams: Difference = NO_DIFFERENCE
    branches: Difference = NO_DIFFERENCE
    pairs: tuple[PairChange, ...] = ()
    struck: tuple[PairChange, ...] = ()
    loose: int = 0
    weight: tuple[float, float] = (0.0, 0.0)
    branch_weight: tuple[float, float] = (0.0, 0.0)
    stated_share: float | None = None

    @property
    def most(self) -> int:
        """Pairs after if every loose dependency makes one more."""
        return self.teams.after + self.loose

    @property
    def worst(self) -> int:
        """Pairs after if, besides, nothing that is only assumed comes true."""
        return self.most + self.teams.assumed
