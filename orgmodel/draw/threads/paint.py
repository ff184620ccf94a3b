"""Paints the picture of initiatives."""

from collections.abc import Sequence
from typing import Final

from orgmodel.draw.frame import Frame, around
from orgmodel.draw.links import address
from orgmodel.draw.material import Choices
from orgmodel.draw.page import Page, blank
from orgmodel.draw.svg import Element, group, label
from orgmodel.draw.theme import TYPES
from orgmodel.draw.threads.boxes import STROKES, crew_box, thread_line, work_box
from orgmodel.draw.threads.layout import Layout, layout_of
from orgmodel.draw.threads.legend import entries
from orgmodel.draw.threads.values import ASKS, THREADINGS, Thread, ThreadPicture

_WIDEST: Final = 7.0
_THIN: Final = 1.2
_EACH_MORE: Final = 0.9


def page_of(picture: ThreadPicture, *, name: str, choices: Choices) -> Page:
    """Paint the picture, and return it with what is said around it.

    Parameters
    ----------
    picture
        What is painted.
    name
        What the ids in the picture begin with.
    choices
        On which paper, and where links lead.
    """
    body, frame = _body(picture, choices.link) if picture.works else blank(picture.nothing)
    return Page(
        name=name,
        title=picture.title,
        facts=picture.facts,
        body=body,
        frame=frame,
        names=picture.apart,
        names_are="Not shown, since not under way" if picture.apart else "",
        legend=tuple(entries(picture)),
        said=picture.nothing,
        mode=choices.mode,
    )


def _body(picture: ThreadPicture, link: str | None) -> tuple[list[Element], Frame]:
    layout = layout_of(picture)
    left = {work.id: f"n{place}" for place, work in enumerate(picture.works)}
    right = {crew.id: f"n{len(left) + place}" for place, crew in enumerate(picture.crews)}
    wide = _strokes(picture.threads)
    kind = "team" if picture.is_folded else "initiative"
    painted = [
        *(
            thread_line(
                picture.threads[n],
                layout.lines[n],
                wide=wide[n],
                source=left[picture.threads[n].work],
                target=right[picture.threads[n].crew],
            )
            for n in _from_the_back(picture.threads)
        ),
        *(
            work_box(
                work,
                layout.works[work.id],
                key=left[work.id],
                address=address(link, kind, work.id) if work.id else None,
            )
            for work in picture.works
        ),
        *(
            crew_box(crew, layout.crews[crew.id], key=right[crew.id], address=address(link, "team", crew.id))
            for crew in picture.crews
        ),
        *_headings(picture, layout),
    ]
    return painted, _extent(layout)


def _from_the_back(threads: Sequence[Thread]) -> list[int]:
    """Return the order of painting: what is used by self-service at the back, the gravest at the front."""
    ranks = {ask: n for n, ask in enumerate(ASKS)}
    return sorted(
        range(len(threads)),
        key=lambda n: (-ranks[threads[n].ask or "own"], -THREADINGS.index(threads[n].threading), n),
    )


def _strokes(threads: Sequence[Thread]) -> list[float]:
    """Return how wide lines are: by the part in the initiative, or by how many threads one stands for."""
    most = max((thread.many for thread in threads), default=1)
    return [
        _THIN + (_WIDEST - _THIN) * (thread.many - 1) / max(1, most - 1)
        if thread.ask is None
        else min(_WIDEST, STROKES[thread.ask][0] + _EACH_MORE * (thread.many - 1))
        for thread in threads
    ]


def _headings(picture: ThreadPicture, layout: Layout) -> list[Element]:
    return [
        group(
            [
                label(
                    picture.headings[id],
                    x,
                    y,
                    class_="om-group om-muted",
                    type=TYPES["group"],
                    room=next(iter(layout.works.values())).wide,
                )
            ],
            tooltip=picture.headings[id],
        )
        for id, (x, y) in layout.headings.items()
    ]


def _extent(layout: Layout) -> Frame:
    frames = [*layout.works.values(), *layout.crews.values()]
    tops = [Frame(x, y - 14, x + 1, y) for x, y in layout.headings.values()]
    return around([*frames, *tops])
