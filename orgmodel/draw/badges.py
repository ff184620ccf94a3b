"""Badges: a sign with a word, which says of a box what is the matter with it."""

from collections.abc import Iterable, Sequence
from typing import Final, Literal, NamedTuple

from orgmodel.draw.svg import Element, group, label, rectangle
from orgmodel.draw.text import width
from orgmodel.draw.theme import TYPES

Tone = Literal["error", "warning", "info", "calm", "added", "moved", "resized"]
HIGH: Final = 14.0
GAP: Final = 4.0
_INSET: Final = 6.0


class Badge(NamedTuple):
    """A short word, how it is painted, and what is said where the pointer rests on it."""

    text: str
    tone: Tone = "warning"
    tooltip: str = ""


def badge_width(badge: Badge) -> float:
    """Return how many pixels a badge takes."""
    return width(badge.text, TYPES["badge"]) + 2 * _INSET


def badge(one: Badge, left: float, middle: float) -> Element:
    """Paint a badge from its left end, around a middle height."""
    wide = badge_width(one)
    parts = [
        rectangle(left, middle - HIGH / 2, wide, HIGH, class_=f"om-pill om-pill-{one.tone}", radius=HIGH / 2),
        label(
            one.text,
            left + wide / 2,
            middle + 3.4,
            class_=f"om-badge om-pill-text-{one.tone}",
            type=TYPES["badge"],
            room=wide - _INSET,
            anchor="middle",
        ),
    ]
    return group(parts, tooltip=one.tooltip or None)


def badges(row: Sequence[Badge], left: float, middle: float, room: float) -> list[Element]:
    """Paint as many badges as fit into a row; what does not fit is counted in the last."""
    painted: list[Element] = []
    x = left
    for one in fitting(row, room):
        painted.append(badge(one, x, middle))
        x += badge_width(one) + GAP
    return painted


def fitting(row: Sequence[Badge], room: float) -> Iterable[Badge]:
    """Return the badges that fit into a row, the last of which may say how many do not."""
    for kept in range(len(row), 0, -1):
        rest = row[kept:]
        shown = [*row[:kept], *([_rest(rest)] if rest else [])]
        if sum(badge_width(one) + GAP for one in shown) - GAP <= room:
            return shown
    return [_rest(row)] if row and badge_width(_rest(row)) <= room else []


def _rest(left_out: Sequence[Badge]) -> Badge:
    return Badge(f"+{len(left_out)}", left_out[0].tone, "\n".join(one.tooltip or one.text for one in left_out))
