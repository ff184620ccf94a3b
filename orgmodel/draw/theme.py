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
}
_SHAPE: Final = {
    "box": "stroke-width:1",
    "external": "stroke-dasharray:4 3",
    "chosen": "stroke-width:2",
    "ring": "stroke-width:1.4",
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
