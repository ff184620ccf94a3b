"""The parts of the picture of decisions: stations, arrows with waits, the line of the limit, the ribbon."""

from collections.abc import Iterator
from typing import Final

from orgmodel.draw.badges import Badge, badge, badge_width, badges
from orgmodel.draw.decision_paths.placing import Arrow, Mark, Spot, Title
from orgmodel.draw.decision_paths.ribbon import Segment
from orgmodel.draw.decision_paths.values import DecisionPath, Station
from orgmodel.draw.decision_paths.words import wait_of
from orgmodel.draw.svg import Element, element, group, label, node, number, rectangle, tie
from orgmodel.draw.text import width
from orgmodel.draw.theme import TYPES

_INSET: Final = 9.0
_HEAD: Final = 7.0
_TOLD: Final = 40.0
"""The narrowest segment that is named below the ribbon."""
OVER: Final = "om-pill-warning"
_DOORS: Final = {"two-way": "↔ two-way door", "one-way": "→ one-way door"}


def station(spot: Spot, *, address: str | None) -> Element:
    """Paint somebody on the way."""
    each, frame = spot.station, spot.frame
    marks = ["om-card", "om-external" * each.external, "om-has-warning" * each.over]
    class_ = " ".join(mark for mark in marks if mark)
    rect = rectangle(frame.left, frame.top, frame.wide, frame.high, class_=class_, radius=7)
    left, room = frame.left + _INSET, frame.wide - 2 * _INSET
    parts = [label(each.name, left, frame.top + 18, class_="om-name om-ink", type=TYPES["name"], room=room)]
    for place, line in enumerate(line for line in (each.second, each.reason) if line):
        base = frame.top + 31 + 13 * place
        parts.append(label(line, left, base, class_="om-second om-muted", type=TYPES["second"], room=room))
    parts += badges(each.badges, left, frame.bottom - 12, room)
    return node(rect, *parts, key=spot.key, tooltip=each.tooltip, address=address)


def arrow(each: Arrow) -> Element:
    """Paint the way to the next station, with the wait above its end."""
    *before, (x, y) = each.points
    line = " ".join(f"{number(px)} {number(py)}" for px, py in [*before, (x - 0.8 * _HEAD, y)])
    parts = [
        element("path", d=f"M{line}", class_="om-edge", stroke_width=1.6),
        element("path", d=f"M{number(x)} {number(y)}l{number(-_HEAD)} -3.6v7.2z", class_="om-edge-tip"),
    ]
    if each.wait:
        class_ = "om-number om-ink"
        said = label(
            each.wait, each.middle, y - 7, class_=class_, type=TYPES["number"], room=each.room, anchor="middle"
        )
        parts.append(said)
    return tie(*parts, source=each.source, target=each.target)


def title(each: Title, *, wide: float, address: str | None) -> Element:
    """Write what a decision is called, which door it is, what was found about it, and its facts."""
    path, base = each.path, each.top + 13
    x = 0.0
    parts: list[Element] = []
    for one in (door_badge(path), *path.badges):
        parts.append(badge(one, x, base - 4))
        x += badge_width(one) + 6
    name = label(path.name, x + 2, base, class_="om-name om-ink", type=TYPES["name"], room=max(40.0, wide - x - 2))
    parts.append(name)
    for place, row in enumerate(each.facts):
        y = base + 19 + 17 * place
        parts.append(label(row, 0, y, class_="om-subtitle om-muted", type=TYPES["subtitle"], room=wide))
    said = group(parts, tooltip=path.tooltip)
    return element("a", said, href=address) if address else said


def door_badge(path: DecisionPath) -> Badge:
    """Return the badge that says which door a decision is."""
    return Badge(_DOORS.get(path.door, "door not stated"), "calm")


def mark(each: Mark) -> Element:
    """Paint the line after which approvals are over the limit; its words stand beside it."""
    said = f"over the limit of {each.limit}"
    wide = width(said, TYPES["badge"]) + 1
    right = each.x + 5 + wide <= each.end
    x, anchor = (each.x + 5, None) if right else (each.x - 5, "end")
    line = f"M{number(each.x)} {number(each.top)}V{number(each.bottom)}"
    return group(
        [
            element("path", d=line, class_="om-line-error om-ghost", stroke_width=1.6),
            label(
                said, x, each.top + 9, class_="om-badge om-error-text", type=TYPES["badge"], room=wide, anchor=anchor
            ),
        ]
    )


def ribbon(each: Segment) -> Element:
    """Paint the time of one station, with its days and its name as far as there is room."""
    frame, paint = each.frame, paint_of(each.station)
    said = wait_of(each.station)
    ink = "om-pill-text-warning" if paint == OVER else "om-ink"
    parts = [rectangle(frame.left, frame.top, frame.wide, frame.high, class_=paint, radius=2)]
    if width(said, TYPES["badge"]) + 4 <= frame.wide:
        x, y = frame.middle
        parts.append(label(said, x, y + 3.4, class_=f"om-badge {ink}", type=TYPES["badge"], anchor="middle"))
    parts += _told(each)
    return group(parts, tooltip=f"{each.station.name}: {said}")


def paint_of(each: Station) -> str:
    """Return how the time of a station is painted."""
    if each.days is None:
        return "om-card om-external"
    if each.over:
        return OVER
    return "om-track" if each.role == "approves" else "om-pill-calm"


def _told(each: Segment) -> Iterator[Element]:
    frame = each.frame
    if frame.wide >= _TOLD:
        class_, type = "om-second om-muted", TYPES["second"]
        y = frame.bottom + 12
        yield label(
            each.station.name, frame.middle[0], y, class_=class_, type=type, room=frame.wide - 4, anchor="middle"
        )
