"""What has still to be written elsewhere, and what is not known."""

from collections.abc import Sequence
from typing import Final

from orgmodel.model.comparison import Comparison, FollowUp
from orgmodel.report.comparison.blocks import Say, Section
from orgmodel.report.comparison.phrases import by_key, few
from orgmodel.report.comparison.room import Room

TO_WRITE: Final = "STILL TO WRITE"
NOT_KNOWN: Final = "NOT KNOWN"


def to_write(comparison: Comparison, room: Room) -> Section | None:
    """Say what else names what changes, by what it is."""
    groups = by_key(comparison.follow_up, lambda each: each.what)
    said = [_group(what, found, room) for what, found in groups.items()]
    return _list(TO_WRITE, said, room)


def _group(what: str, found: Sequence[FollowUp], room: Room) -> str:
    ids = list(dict.fromkeys(each.id for each in found))
    number = f"{len(ids):,}: " if len(ids) > 1 else ""
    return f"{what} ({number}{few(ids, min(room.names, 4))})"


def not_known(comparison: Comparison, room: Room) -> Section | None:
    """Say what could not be judged."""
    return _list(NOT_KNOWN, comparison.unknown, room)


def _list(label: str, said: Sequence[str], room: Room) -> Section | None:
    shown = list(said[: room.names])
    if len(said) > len(shown):
        shown.append(f"and {len(said) - len(shown):,} more")
    return Section(label, (Say(" · ".join(shown)),)) if shown else None
