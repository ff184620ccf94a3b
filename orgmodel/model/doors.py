"""Which steps of a plan can be undone: the table of doors."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from orgmodel.model.fields import Door


class Row(NamedTuple):
    """One row of the table: whether such a step can be undone, and why."""

    door: Door
    why: str


STEPS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "leave": "letting somebody go",
        "relocate": "moving people to another place",
        "take_lead": "taking a lead's role away",
        "dissolve_scatter": "dissolving a team whose people go to several teams",
        "last_expert": "moving away the last one who knows a component",
        "hand_over_unknown": "handing a component over to a team where nobody knows it",
        "hand_over_known": "handing a component over to a team where somebody knows it",
        "move_person": "moving people to another team",
        "move_team": "hanging a team elsewhere",
        "change_manager": "giving people another manager",
        "split": "splitting a team",
        "merge": "merging teams",
        "rename": "renaming a team",
        "create": "creating a team",
        "dissolve": "dissolving a team whose people stay together",
        "dependency": "changing, adding or dropping a dependency",
        "step": "changing who is asked for a decision",
        "join": "taking somebody on",
        "other": "any other step",
    }
)
"""What each kind of step is, in words."""

DOORS: Final[Mapping[str, Row]] = MappingProxyType(
    {
        "leave": Row("one-way", "whoever has gone seldom comes back, and takes along what they know"),
        "relocate": Row("one-way", "people give up their home and their children's school only once"),
        "take_lead": Row("one-way", "who has lost a team before everybody's eyes cannot lead it again as before"),
        "dissolve_scatter": Row("one-way", "people who have settled in several teams do not come together again"),
        "last_expert": Row("one-way", "who is no longer at it forgets it, and nobody is left to learn it from"),
        "hand_over_unknown": Row("one-way", "nobody there keeps the knowledge up, and those who have it lose it"),
        "hand_over_known": Row("two-way", "somebody there knows it and can hand it on, or back"),
        "move_person": Row("two-way", "the way back is the same move"),
        "move_team": Row("two-way", "the team stays whole and can hang elsewhere again"),
        "change_manager": Row("two-way", "the earlier manager is still there"),
        "split": Row("two-way", "the parts can be merged"),
        "merge": Row("two-way", "the team can be split along the old lines"),
        "rename": Row("two-way", "the old name is free"),
        "create": Row("two-way", "a team that does not help can be dissolved"),
        "dissolve": Row("two-way", "its people are still together and can be a team again"),
        "dependency": Row("two-way", "teams can agree anew on how they work together"),
        "step": Row("two-way", "who is asked can be settled again"),
        "join": Row("two-way", "who has come can be given other work"),
        "other": Row("two-way", "what was written can be written again"),
    }
)
"""For each kind of step whether it can be undone, and why.

Nothing can be un-announced: that holds for every step and is no row.
"""
