"""Where boxes and lines of the picture of initiatives stand."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from orgmodel.draw.badges import GAP, badge_width
from orgmodel.draw.frame import Frame, at
from orgmodel.draw.text import one_line, width
from orgmodel.draw.theme import TYPES
from orgmodel.draw.threads.values import Crew, ThreadPicture, Work

WORK_HIGH: Final = 42.0
CREW_HIGH: Final = 26.0
HEADING: Final = 26.0
STRIP: Final = 6.0
INSET: Final = 10.0
_BETWEEN: Final = 6.0
_WORK_WIDE: Final = (270.0, 350.0)
_CREW_WIDE: Final = (180.0, 290.0)
_MIDDLE: Final = 200.0
_OVER: Final = 0.1
_PORTS: Final = 5.0
_PORTS_OF_GROUPS: Final = 9.0
_LONG: Final = 80


class Line(NamedTuple):
    """Where a line begins on the left and ends on the right."""

    start: tuple[float, float]
    end: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Layout:
    """Frames of boxes and base lines of headings by id, and a line for each thread."""

    works: Mapping[str, Frame]
    crews: Mapping[str, Frame]
    headings: Mapping[str, tuple[float, float]]
    lines: tuple[Line, ...]


def layout_of(picture: ThreadPicture) -> Layout:
    """Place the longer side without gaps, and the boxes of the other near what they are tied to."""
    left, right = _work_wide(picture.works), _crew_wide(picture.crews)
    far = left + _MIDDLE
    tops, headings = _stacked(picture.works)
    ties = [(thread.work, thread.crew) for thread in picture.threads]
    crew_high = WORK_HIGH if picture.is_folded else CREW_HIGH
    crew_step, work_step = crew_high + _BETWEEN, WORK_HIGH + _BETWEEN
    if len(picture.crews) * crew_step > len(picture.works) * work_step and not headings:
        middles = {crew.id: n * crew_step for n, crew in enumerate(picture.crews)}
        wanted = _means([work.id for work in picture.works], ties, middles)
        placed = apart_by(wanted, work_step)
        tops = {work.id: y - WORK_HIGH / 2 for work, y in zip(picture.works, placed, strict=True)}
    else:
        centres = {id: top + WORK_HIGH / 2 for id, top in tops.items()}
        wanted = _means([crew.id for crew in picture.crews], [(b, a) for a, b in ties], centres)
        placed = kept_within(apart_by(wanted, crew_step), crew_step, *_span(centres.values(), crew_high))
        middles = dict(zip((crew.id for crew in picture.crews), placed, strict=True))
    works = {id: at(0, top, left, WORK_HIGH) for id, top in tops.items()}
    crews = {id: at(far, middle - crew_high / 2, right, crew_high) for id, middle in middles.items()}
    step = _PORTS_OF_GROUPS if picture.is_folded else _PORTS
    lines = _lines(ties, works, crews, step=step)
    return Layout(works, crews, {id: (0.0, y) for id, y in headings.items()}, lines)


def apart_by(wanted: Sequence[float], step: float) -> list[float]:
    """Return the places nearest to those wanted, in their order, with at least a step between any two.

    Neighbours that are too close are pooled around the mean of what they want (least squares).
    """
    pools: list[tuple[float, int]] = []
    for n, place in enumerate(wanted):
        pools.append((place - n * step, 1))
        while len(pools) > 1 and pools[-2][0] >= pools[-1][0]:
            (one, many), (other, more) = pools[-2:]
            pools[-2:] = [((one * many + other * more) / (many + more), many + more)]
    shifts = [shift for shift, many in pools for _ in range(many)]
    return [shift + n * step for n, shift in enumerate(shifts)]


def kept_within(places: Sequence[float], step: float, first: float, last: float) -> list[float]:
    """Return places moved as little as that takes between bounds; from the first on where there is no room."""
    room = max(last, first + step * (len(places) - 1))
    return [max(first + n * step, min(place, room - (len(places) - 1 - n) * step)) for n, place in enumerate(places)]


def _span(centres: Iterable[float], high: float) -> tuple[float, float]:
    """Return between which middles the boxes on the right stand: hardly above and below those on the left."""
    found = sorted(centres)
    if not found:
        return 0.0, 0.0
    slack = (WORK_HIGH - high) / 2 + _OVER * (found[-1] - found[0])
    return found[0] - slack, found[-1] + slack


def _stacked(works: Sequence[Work]) -> tuple[dict[str, float], dict[str, float]]:
    tops: dict[str, float] = {}
    headings: dict[str, float] = {}
    y = 0.0
    for work in works:
        if work.heading is not None and work.heading not in headings:
            headings[work.heading] = y + HEADING - 10
            y += HEADING
        tops[work.id] = y
        y += WORK_HIGH + _BETWEEN
    return tops, headings


def _means(ids: Sequence[str], ties: Sequence[tuple[str, str]], places: Mapping[str, float]) -> list[float]:
    """Return the mean place of what each is tied to; what is tied to nothing stays below what stands above it."""
    found: dict[str, list[float]] = {}
    for one, other in ties:
        found.setdefault(one, []).append(places[other])
    means: list[float] = []
    for id in ids:
        ends = found.get(id)
        means.append(sum(ends) / len(ends) if ends else means[-1] if means else 0.0)
    return means


def _lines(
    ties: Sequence[tuple[str, str]], works: Mapping[str, Frame], crews: Mapping[str, Frame], *, step: float
) -> tuple[Line, ...]:
    starts = _ports(ties, works, crews, step)
    ends = _ports([(crew, work) for work, crew in ties], crews, works, step)
    return tuple(
        Line((works[work].right, starts[work, crew]), (crews[crew].left, ends[crew, work])) for work, crew in ties
    )


def _ports(
    ties: Sequence[tuple[str, str]], here: Mapping[str, Frame], there: Mapping[str, Frame], step: float
) -> dict[tuple[str, str], float]:
    """Spread the lines of each box over its edge, in the order of their other ends."""
    found: dict[str, list[str]] = {}
    for one, other in ties:
        found.setdefault(one, []).append(other)
    return {(id, other): y for id, others in found.items() for other, y in _spread(here[id], others, there, step)}


def _spread(frame: Frame, others: list[str], there: Mapping[str, Frame], most: float) -> Iterator[tuple[str, float]]:
    step = min(most, (frame.high - 12) / max(1, len(others) - 1))
    first = frame.middle[1] - step * (len(others) - 1) / 2
    for n, other in enumerate(sorted(others, key=lambda id: (there[id].top, id))):
        yield other, first + n * step


def _work_wide(works: Sequence[Work]) -> float:
    """Return how wide the boxes on the left are: what they say fits, within bounds."""
    wanted = []
    for work in works:
        badges = sum(badge_width(badge) + GAP for badge in work.badges)
        first = width(one_line(work.name[:_LONG]), TYPES["name"]) + badge_width(work.pill) + 8
        second = width(one_line(work.second[:_LONG]), TYPES["second"]) + badges + 8
        wanted.append(max(first, second) + STRIP + 2 * INSET + 2)
    return _within(wanted, _WORK_WIDE)


def _crew_wide(crews: Sequence[Crew]) -> float:
    wanted = [
        width(one_line(crew.name[:_LONG]), TYPES["name"]) + (badge_width(crew.pill) + 8 if crew.pill else 0) + 20
        for crew in crews
    ]
    return _within(wanted, _CREW_WIDE)


def _within(wanted: list[float], bounds: tuple[float, float]) -> float:
    least, most = bounds
    return min(most, max([least, *wanted]))
