"""How colours look: contrast, difference, and what is seen of them without one of the three kinds of cones."""

import math
import re
from collections.abc import Mapping, Sequence
from typing import Final

Rgb = tuple[float, float, float]
_Matrix = Sequence[Sequence[float]]

# For severity 1.0, from table 1 of G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, A Physiologically-based Model for
# Simulation of Color Vision Deficiency, IEEE Transactions on Visualization and Computer Graphics 15 (2009), 1291-1298.
_WITHOUT: Final[Mapping[str, _Matrix]] = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
BLINDNESSES: Final = tuple(sorted(_WITHOUT))

# From linear sRGB to XYZ, white point D65: IEC 61966-2-1.
_XYZ: Final[_Matrix] = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
_WHITE: Final = (0.9505, 1.0, 1.089)


def rgb(colour: str) -> Rgb:
    """Read a colour such as `#1F2933` as linear red, green and blue from 0 to 1."""
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", colour):
        raise ValueError(f"the checker does not know the colour {colour}")
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return _linear(red), _linear(green), _linear(blue)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21 (WCAG 2.2)."""
    dark, light = sorted(_times(_XYZ, rgb(colour))[1] for colour in (one, other))
    return (light + 0.05) / (dark + 0.05)


def difference(one: str, other: str, blindness: str | None = None) -> float:
    """Return how different two colours look, as distance in CIE L*a*b* (CIE 1976); 2.3 is just noticeable."""
    first, second = (_lab(_seen(rgb(colour), blindness)) for colour in (one, other))
    return math.dist(first, second)


def _seen(colour: Rgb, blindness: str | None) -> Rgb:
    if blindness is None:
        return colour
    red, green, blue = (min(1.0, max(0.0, part)) for part in _times(_WITHOUT[blindness], colour))
    return red, green, blue


def _lab(colour: Rgb) -> Rgb:
    x, y, z = (_root(part / white) for part, white in zip(_times(_XYZ, colour), _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _root(part: float) -> float:
    return part ** (1 / 3) if part > (6 / 29) ** 3 else part * (29 / 6) ** 2 / 3 + 4 / 29


def _times(matrix: _Matrix, vector: Rgb) -> Rgb:
    x, y, z = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return x, y, z
