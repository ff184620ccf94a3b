"""The legend of the picture of initiatives: what is really in it."""

from collections.abc import Iterator

from orgmodel.draw.badges import Badge, badge, badge_width
from orgmodel.draw.legend import Entry
from orgmodel.draw.svg import Element, element, rectangle
from orgmodel.draw.threads.boxes import FILLS, LINES, STROKES
from orgmodel.draw.threads.values import ASKS, THREADINGS, Ask, Threading, ThreadPicture
from orgmodel.draw.threads.words import ASK_MEANS, THREADING_MEANS

_LONG = 24.0


def entries(picture: ThreadPicture) -> Iterator[Entry]:
    """Yield an entry for each kind of sign in the picture."""
    yield from _threadings(picture)
    yield from _lines(picture)
    if any(crew.pill and not crew.folded for crew in picture.crews) and not picture.is_folded:
        pill = Badge("2 threads", "calm")
        yield Entry([badge(pill, 0, 0)], badge_width(pill), "works on so many initiatives at once")
    if any(crew.external for crew in picture.crews):
        yield Entry([rectangle(0, -5, 18, 10, class_="om-card om-external", radius=2)], 18, "external")


def _threadings(picture: ThreadPicture) -> Iterator[Entry]:
    shown: set[Threading] = {each for work in picture.works for each in (work.tally or {work.threading: 1})}
    for each in THREADINGS:
        if each in shown:
            strip = rectangle(0, -6, 6, 12, class_=FILLS[each], radius=2)
            stroke = element("path", d=f"M10 0H{_LONG + 6}", class_=LINES[each], stroke_width=2)
            yield Entry([strip, stroke], _LONG + 6, THREADING_MEANS[each])


def _lines(picture: ThreadPicture) -> Iterator[Entry]:
    asks = {thread.ask for thread in picture.threads}
    alike: dict[tuple[float, str | None], list[Ask]] = {}
    for each in ASKS:
        if each in asks:
            alike.setdefault(STROKES[each], []).append(each)
    for same in alike.values():
        yield Entry([_line(same[0])], _LONG, ASK_MEANS[tuple(same)])
    if len({thread.many for thread in picture.threads}) > 1:
        yield Entry(
            [
                element("path", d="M0 -4H24", class_="om-edge", stroke_width=1),
                element("path", d="M0 2H24", class_="om-edge", stroke_width=4),
            ],
            _LONG,
            "wider: more threads" + "; coloured as most of them" * picture.is_folded,
        )


def _line(ask: Ask) -> Element:
    wide, dash = STROKES[ask]
    return element("path", d=f"M0 0H{_LONG}", class_="om-edge", stroke_width=wide, stroke_dasharray=dash)
