"""The boxes and lines of the picture of initiatives."""

from collections.abc import Iterator, Mapping
from typing import Final

from orgmodel.draw.badges import GAP, badge, badge_width, badges, fitting
from orgmodel.draw.frame import Frame
from orgmodel.draw.svg import Element, element, label, node, number, rectangle, tie
from orgmodel.draw.text import one_line, width
from orgmodel.draw.theme import TYPES
from orgmodel.draw.threads.layout import INSET, STRIP, Line
from orgmodel.draw.threads.values import THREADINGS, Ask, Crew, Thread, Threading, Work

FILLS: Final[Mapping[Threading, str]] = {
    "none": "om-tip-error",
    "several": "om-tip-warning",
    "open": "om-track",
    "single": "om-tip-added",
}
LINES: Final[Mapping[Threading, str]] = {
    "none": "om-line-error",
    "several": "om-line-warning",
    "open": "om-edge",
    "single": "om-line-added",
}
STROKES: Final[Mapping[Ask, tuple[float, str | None]]] = {
    "own": (3.0, None),
    "custom": (1.4, None),
    "unsaid": (1.4, None),
    "self-service": (1.4, "2 4"),
}
"""For each part in an initiative how wide its line is, and how it is dashed."""
_LEAST: Final = 60.0


def work_box(work: Work, frame: Frame, *, key: str, address: str | None) -> Element:
    """Paint an initiative: a strip that says its threading, its name and leader, and what the audit found."""
    edge = "om-card om-chosen" if work.chosen else "om-card"
    rect = rectangle(frame.left, frame.top, frame.wide, frame.high, class_=edge, radius=5)
    left, right = frame.left + STRIP + INSET, frame.right - INSET + 2
    pill = badge_width(work.pill)
    room = right - left - pill - 8
    name = label(work.name, left, frame.top + 17, class_="om-name om-ink", type=TYPES["name"], room=room)
    parts = [*_strip(work, frame), name, badge(work.pill, right - pill, frame.top + 13)]
    return node(
        rect, *parts, *_second(work, left, right, frame.top + 32), key=key, tooltip=work.tooltip, address=address
    )


def _second(work: Work, left: float, right: float, base: float) -> Iterator[Element]:
    """Write the leader, and as many badges beside as leave room for it."""
    said = min(width(one_line(work.second), TYPES["second"]) + 2, (right - left) / 2)
    shown = list(fitting(work.badges, right - left - max(_LEAST, said) - 8))
    wide = sum(badge_width(one) + GAP for one in shown) - GAP if shown else 0.0
    class_ = "om-second om-muted" if work.led else "om-second om-error-text"
    room = right - left - (wide + 8 if wide else 0)
    yield label(work.second, left, base, class_=class_, type=TYPES["second"], room=room)
    yield from badges(shown, right - wide, base - 4, wide)


def _strip(work: Work, frame: Frame) -> Iterator[Element]:
    """Paint the strip at the left edge: in the colour of the threading, or in shares of them where it is a group."""
    tally = work.tally or {work.threading: 1}
    total, top, high = sum(tally.values()), frame.top + 1.5, frame.high - 3
    for each in THREADINGS:
        if each in tally:
            part = high * tally[each] / total
            yield rectangle(frame.left + 1.5, top, STRIP, part, class_=FILLS[each], radius=0 if work.tally else 3)
            top += part


def crew_box(crew: Crew, frame: Frame, *, key: str, address: str | None) -> Element:
    """Paint a team: its name, and on how many initiatives it works where these are several."""
    torn = crew.pill is not None and not crew.folded
    grave = crew.pill.tone if crew.pill and crew.pill.tone in ("error", "warning") and not crew.chosen else None
    marks = ["om-card", f"om-has-{grave}" * bool(grave), "om-external" * crew.external, "om-chosen" * crew.chosen]
    rect = rectangle(
        frame.left, frame.top, frame.wide, frame.high, class_=" ".join(mark for mark in marks if mark), radius=5
    )
    left, right, base = frame.left + INSET, frame.right - INSET + 2, frame.middle[1] + 4
    pill = badge_width(crew.pill) if crew.pill else 0.0
    room = right - left - (pill + 8 if pill else 0)
    type = "name" if torn or crew.chosen else "note"
    name = label(crew.name, left, base, class_=f"om-{type} om-ink", type=TYPES[type], room=room)
    shown = badge(crew.pill, right - pill, frame.middle[1]) if crew.pill else None
    return node(rect, name, shown, key=key, tooltip=crew.tooltip, address=address)


def thread_line(thread: Thread, line: Line, *, wide: float, source: str, target: str) -> Element:
    """Paint a thread as a curve on a casing in the colour of the paper, so that lines that cross can be told apart."""
    path = curve(line)
    dash = STROKES[thread.ask][1] if thread.ask else None
    class_ = "om-edge" if thread.ask == "self-service" else LINES[thread.threading]
    parts = [
        element("path", d=path, class_="om-casing", stroke_width=wide + 2),
        element("path", d=path, class_=class_, stroke_width=wide, stroke_dasharray=dash),
    ]
    return tie(*parts, source=source, target=target, tooltip=thread.tooltip)


def curve(line: Line) -> str:
    """Return the path of a line that leaves and arrives level."""
    (x, y), (far, end) = line
    bend = (far - x) / 2
    points = ((x, y), (x + bend, y), (far - bend, end), (far, end))
    start, *rest = [f"{number(a)} {number(b)}" for a, b in points]
    return f"M{start}C{' '.join(rest)}"
