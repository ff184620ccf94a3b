"""What comparing two organisations gives to those who judge it and to those who write it down: plain values."""

from orgmodel.model.comparison.components import Authority, Components, HandedOver, LostOwner
from orgmodel.model.comparison.coupling import HOWS, NO_DIFFERENCE, Coupling, Difference, How, PairChange
from orgmodel.model.comparison.findings import Better, Findings, MeasureChange, Shift
from orgmodel.model.comparison.people import NO_TIES, Changed, Count, Moved, MovedAgain, People, Ties
from orgmodel.model.comparison.plans import DoorStep, FollowUp, Objective, Reached, WaveState
from orgmodel.model.comparison.teams import Cohesion, Merged, Renamed, Split, Teams
from orgmodel.model.comparison.whole import Compared, Comparison, Criterion
from orgmodel.model.comparison.work import DecisionChange, Declared, Dependencies, InitiativeChange, Work

__all__ = [
    "HOWS",
    "NO_DIFFERENCE",
    "NO_TIES",
    "Authority",
    "Better",
    "Changed",
    "Cohesion",
    "Compared",
    "Comparison",
    "Components",
    "Count",
    "Coupling",
    "Criterion",
    "DecisionChange",
    "Declared",
    "Dependencies",
    "Difference",
    "DoorStep",
    "Findings",
    "FollowUp",
    "HandedOver",
    "How",
    "InitiativeChange",
    "LostOwner",
    "MeasureChange",
    "Merged",
    "Moved",
    "MovedAgain",
    "Objective",
    "PairChange",
    "People",
    "Reached",
    "Renamed",
    "Shift",
    "Split",
    "Teams",
    "Ties",
    "WaveState",
    "Work",
]
