"""Colours can be read on both papers."""

import re

import pytest

from orgmodel.draw.theme import COLOURS, TYPES, style_sheet

ON = [("ink", "paper"), ("muted", "paper"), ("muted", "wash"), ("ink", "wash"), ("ink", "heat-0"), ("muted", "heat-0")]
ON_HEAT = [("ink", "heat-1"), ("ink", "heat-2"), ("on-heat-3", "heat-3"), ("on-heat-4", "heat-4")]


def luminance(colour: str) -> float:
    """Return the relative luminance as the accessibility guidelines define it."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("paper", [0, 1])
@pytest.mark.parametrize(("text", "ground"), ON + ON_HEAT)
def test_texts_stand_out(text: str, ground: str, paper: int) -> None:
    """Each text has a contrast of at least 4.5 to what it is written on."""
    light, dark = sorted((luminance(COLOURS[name][paper]) for name in (text, ground)), reverse=True)
    assert 4.5 <= (light + 0.05) / (dark + 0.05)


def test_nothing_is_written_small() -> None:
    """No type is smaller than 9 pixels."""
    assert 9 <= min(type.size for type in TYPES.values())


def test_the_reader_chooses_the_paper() -> None:
    """Both papers are in the style sheet unless one is asked for."""
    paper = {mode: set(re.findall(r"om-paper\{fill:(#\w+)", style_sheet(mode))) for mode in ("auto", "light", "dark")}
    light, dark = COLOURS["paper"]
    assert {"auto": {light, dark}, "light": {light}, "dark": {dark}} == paper
    assert "prefers-color-scheme" not in style_sheet("light")
