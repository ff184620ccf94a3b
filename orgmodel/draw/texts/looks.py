"""How the text formats colour what is painted in a look: fill, edge, letters, and whether the edge is dashed."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from orgmodel.draw.outline import Look
from orgmodel.draw.theme import COLOURS


class Style(NamedTuple):
    """Colours on light paper, which is what these formats are shown on."""

    fill: str
    edge: str
    text: str
    dashed: bool = False


def _light(name: str) -> str:
    return COLOURS[name].light


_PAPER: Final = _light("card")
_INK: Final = _light("ink")
STYLES: Final[Mapping[Look, Style]] = {
    "plain": Style(_PAPER, _light("line"), _INK),
    "muted": Style(_PAPER, _light("line"), _light("muted")),
    "chosen": Style(_PAPER, _INK, _INK),
    "external": Style(_PAPER, _light("line"), _INK, dashed=True),
    "error": Style(_PAPER, _light("error"), _INK),
    "warning": Style(_PAPER, _light("warning"), _INK),
    "info": Style(_PAPER, _light("muted"), _INK),
    "heat-0": Style(_light("heat-0"), _light("line"), _INK),
    "heat-1": Style(_light("heat-1"), _light("line"), _INK),
    "heat-2": Style(_light("heat-2"), _light("line"), _INK),
    "heat-3": Style(_light("heat-3"), _light("line"), _INK),
    "heat-4": Style(_light("heat-4"), _light("line"), _light("on-heat-4")),
    "cycle": Style(_PAPER, _light("cycle"), _INK),
    "added": Style(_PAPER, _light("added"), _INK),
    "removed": Style(_PAPER, _light("error"), _light("muted"), dashed=True),
    "moved-away": Style(_PAPER, _light("moved"), _light("muted"), dashed=True),
    "moved-here": Style(_PAPER, _light("moved"), _INK),
    "resized": Style(_PAPER, _light("resized"), _INK),
}


def line_colour(look: Look) -> str:
    """Return the colour of a line: the edge of the look, but grey where that says nothing."""
    return _light("edge") if look in ("plain", "muted") else STYLES[look].edge
