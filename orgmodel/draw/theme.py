"""Colours and type sizes of all pictures, and the style sheet made of them."""

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from orgmodel.draw.text import Type

Mode = Literal["auto", "light", "dark"]

FONTS: Final = "'Helvetica Neue',Helvetica,Arial,'Liberation Sans','Noto Sans','Noto Sans CJK SC',sans-serif"


class Colour(NamedTuple):
    """A colour on light and on dark paper."""

    light: str
    dark: str


COLOURS: Final = {
    "ink": Colour("#1F2933", "#F0F4F8"),
    "muted": Colour("#616E7C", "#9FB0C0"),
    "line": Colour("#CBD2D9", "#52606D"),
    "paper": Colour("#FFFFFF", "#12181F"),
    "wash": Colour("#F5F7FA", "#1B232D"),
    "head": Colour("#E4E9EE", "#2A3541"),
    "edge": Colour("#7B8794", "#8494A5"),
    "cycle": Colour("#0072B2", "#4FB3E8"),
    "inside": Colour("#009E73", "#3CCB9C"),
    "pizza": Colour("#E69F00", "#E69F00"),
    "over": Colour("#D55E00", "#FF8A3D"),
    "card": Colour("#FFFFFF", "#232E3A"),
    # Edges of what has a finding, and the same as words, which must stand out more.
    "error": Colour("#D55E00", "#D55E00"),
    "warning": Colour("#E69F00", "#E69F00"),
    "error-text": Colour("#B34A00", "#FF8A3D"),
    "warning-text": Colour("#8A5F00", "#F0B429"),
    # What a change does.
    "added": Colour("#009E73", "#3CCB9C"),
    "moved": Colour("#0072B2", "#4FB3E8"),
    "resized": Colour("#CC79A7", "#CC79A7"),
    "added-text": Colour("#007A59", "#3CCB9C"),
    "moved-text": Colour("#0068A3", "#4FB3E8"),
    "resized-text": Colour("#9C4578", "#E39BC3"),
    # Badges: a fill, and the word on it.
    "pill-error": Colour("#BF5300", "#D55E00"),
    "pill-info": Colour("#E4E9EE", "#3A4754"),
    "pill-added": Colour("#007A59", "#3CCB9C"),
    "white": Colour("#FFFFFF", "#FFFFFF"),
    "black": Colour("#1F2933", "#12181F"),
    "on-error": Colour("#FFFFFF", "#12181F"),
    "on-added": Colour("#FFFFFF", "#12181F"),
    "heat-0": Colour("#FFFFFF", "#232E3A"),
    "heat-1": Colour("#FEF0D9", "#3D352B"),
    "heat-2": Colour("#FDCC8A", "#6B4A22"),
    "heat-3": Colour("#FC8D59", "#A9501E"),
    "heat-4": Colour("#D7301F", "#E0451F"),
    # What is written on the last two steps, where ink would not stand out on both papers.
    "on-heat-3": Colour("#1F2933", "#FFFFFF"),
    "on-heat-4": Colour("#FFFFFF", "#000000"),
}

TYPES: Final = {
    "title": Type(20, bold=True),
    "subtitle": Type(12),
    "group": Type(11.5, bold=True),
    "name": Type(12, bold=True),
    "second": Type(10),
    "number": Type(11, bold=True),
    "note": Type(11),
    "badge": Type(9.5, bold=True),
}

# What is written in on each step of heat.
_ON_HEAT: Final = ("ink", "ink", "ink", "on-heat-3", "on-heat-4")

_TONES: Final = ("error", "warning", "added", "moved", "resized")

# For each class what its properties are painted in: names of colours, or values that are the same on both papers.
_PAINT: Final = {
    "paper": {"fill": "paper"},
    "island": {"fill": "wash", "stroke": "head"},
    "box": {"stroke": "line"},
    "chosen": {"stroke": "ink"},
    **{f"heat-{step}": {"fill": f"heat-{step}"} for step in range(5)},
    "edge": {"fill": "none", "stroke": "edge"},
    "edge-tip": {"fill": "edge"},
    "cycle": {"fill": "none", "stroke": "cycle"},
    "cycle-tip": {"fill": "cycle"},
    "casing": {"fill": "none", "stroke": "paper"},
    "track": {"fill": "line"},
    "inside": {"fill": "inside"},
    "crust": {"fill": "paper", "stroke": "muted"},
    "slice": {"fill": "pizza", "stroke": "paper"},
    "over": {"fill": "over", "stroke": "paper"},
    "ink": {"fill": "ink"},
    "muted": {"fill": "muted"},
    "halo": {"stroke": "wash"},
    **{f"on-{step}": {"fill": on} for step, on in enumerate(_ON_HEAT)},
    **{f"ring-{step}": {"fill": "none", "stroke": on} for step, on in enumerate(_ON_HEAT)},
    "card": {"fill": "card", "stroke": "line"},
    "head": {"fill": "head"},
    "top": {"fill": "ink"},
    "on-top": {"fill": "paper"},
    "rail": {"fill": "none", "stroke": "line"},
    **{f"has-{name}": {"stroke": name} for name in ("error", "warning", "added", "moved", "resized")},
    **{f"line-{name}": {"fill": "none", "stroke": name} for name in _TONES},
    **{f"tip-{name}": {"fill": name} for name in _TONES},
    **{f"{name}-text": {"fill": f"{name}-text"} for name in _TONES},
    "pill-error": {"fill": "pill-error"},
    "pill-warning": {"fill": "warning"},
    "pill-info": {"fill": "pill-info"},
    "pill-calm": {"fill": "wash", "stroke": "line"},
    "pill-added": {"fill": "pill-added"},
    "pill-moved": {"fill": "moved"},
    "pill-resized": {"fill": "resized"},
    "pill-text-error": {"fill": "on-error"},
    "pill-text-warning": {"fill": "black"},
    "pill-text-info": {"fill": "ink"},
    "pill-text-calm": {"fill": "ink"},
    "pill-text-added": {"fill": "on-added"},
    "pill-text-moved": {"fill": "on-added"},
    "pill-text-resized": {"fill": "black"},
}
_SHAPE: Final = {
    "box": "stroke-width:1",
    "external": "stroke-dasharray:4 3",
    "chosen": "stroke-width:2",
    "ring": "stroke-width:1.4",
    "card": "stroke-width:1",
    "rail": "stroke-width:1.2",
    **{f"has-{name}": "stroke-width:1.6" for name in _TONES},
    "ghost": "stroke-dasharray:4 3",
    "struck": "text-decoration:line-through",
    "halo": "stroke-width:4;stroke-linejoin:round;paint-order:stroke",
}


def style_sheet(mode: Mode = "auto") -> str:
    """Return the style sheet: on light paper, on dark paper, or as the reader's system prefers."""
    shapes = [f".om-picture text{{font-family:{FONTS}}}"]
    shapes += [f".om-{name}{{{_font(type)}}}" for name, type in TYPES.items()]
    shapes += [f".om-{name}{{{shape}}}" for name, shape in _SHAPE.items()]
    paint = "".join(_rules(dark=mode == "dark"))
    if mode == "auto":
        paint += f"@media (prefers-color-scheme:dark){{{''.join(_rules(dark=True))}}}"
    return "".join(shapes) + paint


def _font(type: Type) -> str:
    return f"font-size:{type.size:g}px" + (";font-weight:bold" if type.bold else "")


def _rules(*, dark: bool) -> Iterator[str]:
    for name, properties in _PAINT.items():
        values = ((key, COLOURS[value][dark] if value in COLOURS else value) for key, value in properties.items())
        yield f".om-{name}{{{';'.join(f'{key}:{value}' for key, value in values)}}}"
