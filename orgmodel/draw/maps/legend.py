"""What the legend of a map explains: what is really in it."""

from collections.abc import Iterator

from orgmodel.draw.badges import badge, badge_width
from orgmodel.draw.legend import Entry
from orgmodel.draw.maps.parts import RING, arrow_head, ring
from orgmodel.draw.maps.values import TeamMap
from orgmodel.draw.placing.layout import Point
from orgmodel.draw.svg import Element, element, group, label, rectangle
from orgmodel.draw.text import width
from orgmodel.draw.theme import TYPES

_SIGN = 6.0
_LITTLE, _MUCH = "little coupling", "much"


def entries(map: TeamMap) -> Iterator[Entry]:
    """Yield an entry for each kind of sign in a map."""
    yield from _heat(map)
    if any(each.coupling is not None for each in map.boxes):
        digits = label("12", 0, 4, class_="om-number om-ink", type=TYPES["number"])
        yield Entry([digits], width("12", TYPES["number"]), map.words.number)
    yield from _links(map)
    if any(each.inside is not None for each in map.boxes):
        bar = [
            rectangle(0, -2, 26, 4, class_="om-track", radius=2),
            rectangle(0, -2, 16, 4, class_="om-inside", radius=2),
        ]
        yield Entry(bar, 26, map.words.inside)
    for each, meaning in map.words.badges:
        yield Entry([badge(each, 0, 0)], badge_width(each), meaning)
    if any(each.external for each in map.boxes):
        yield Entry([_swatch(0, "om-box om-heat-0 om-external", 18)], 18, "external")


def _links(map: TeamMap) -> Iterator[Entry]:
    varied = f"; {map.words.wider}" if len({each.weight for each in map.links}) > 1 else ""
    if any(not each.circular for each in map.links):
        yield Entry(_arrow("edge"), 26, map.words.link + varied)
        varied = ""
    if any(each.circular for each in map.links):
        ringed = any(each.circle is not None for each in map.boxes)
        sign = [ring(32 + RING, 0, stroke="om-ring om-ring-0", fill="om-on-0")] if ringed else []
        yield Entry([*_arrow("cycle"), *sign], 32 + 2 * RING if ringed else 26, map.words.circular + varied)


def _heat(map: TeamMap) -> Iterator[Entry]:
    steps = sorted({each.heat for each in map.boxes})
    if len(steps) > 1:
        calm = width(_LITTLE, TYPES["note"]) + _SIGN
        word = label(_LITTLE, 0, 4, class_="om-note om-muted", type=TYPES["note"], room=calm - _SIGN + 1)
        swatches = [_swatch(calm + 17 * place, f"om-box om-heat-{step}", 14) for place, step in enumerate(steps)]
        yield Entry([word, *swatches], calm + 17 * len(steps) - 3, _MUCH)


def _swatch(x: float, class_: str, wide: float) -> Element:
    return rectangle(x, -5, wide, 10, class_=class_, radius=2)


def _arrow(kind: str) -> list[Element]:
    line = element("path", d="M0 0H20", class_=f"om-{kind}", stroke_width=2)
    return [group([line, arrow_head(Point(26, 0), 7, 2, class_=f"om-{kind}-tip")])]
