"""What a change means for components: who hands them over, who owns and who decides."""

from dataclasses import dataclass
from typing import NamedTuple


class HandedOver(NamedTuple):
    """A component with another owner.

    `experts` are those who knew it before; `experts_moving` those of them who are with the new owner; `knowing` all who
    know it after and are with the new owner; `left` the experts who are not in the organisation any more.
    """

    id: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    experts: tuple[str, ...] | None
    experts_moving: tuple[str, ...]
    knowing: tuple[str, ...]
    left: tuple[str, ...]
    criticality: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Components:
    """What happens to components; `unknown_to_all` have lost the last one who knew them."""

    handed_over: tuple[HandedOver, ...] = ()
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unknown_to_all: tuple[str, ...] = ()


class LostOwner(NamedTuple):
    """A component, metric, decision or initiative that had an owner and has none."""

    kind: str
    id: str
    before: tuple[str, ...]


class Authority(NamedTuple):
    """What a lead answers for, before and after; `teams_led` are the teams themselves."""

    id: str
    teams_led: tuple[tuple[str, ...], tuple[str, ...]]
    people: tuple[int, int]
    teams: tuple[int, int]
    components: tuple[int, int]
    decisions: tuple[int, int]
    initiatives: tuple[int, int]
