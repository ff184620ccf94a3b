"""The style sheet of a picture, and what it paints an element with on light and on dark paper."""

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final, NamedTuple

MODES: Final = ("light", "dark")
_RULE: Final = re.compile(r"([^{}]+)\{([^{}]*)\}")
_MEDIA: Final = re.compile(r"@media([^{]*)\{((?:[^{}]+\{[^{}]*\})*)\}")
_PROPERTIES: Final = (
    "fill",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "font-size",
    "font-weight",
    "text-anchor",
    "paint-order",
)
"""What is looked at; all of these pass on to what stands inside an element."""

Style = Mapping[str, str]


class Paint(NamedTuple):
    """A colour on light and on dark paper; `none` where nothing is painted."""

    light: str
    dark: str


class StyleSheet:
    """The rules of a style sheet by class; of several for one property the last one counts.

    Parameters
    ----------
    text
        The style sheet, as orgmodel writes it: one class for each rule.
    """

    def __init__(self, text: str) -> None:
        everywhere = list(_rules(_MEDIA.sub("", text)))
        dark = [rule for media, rules in _MEDIA.findall(text) if "dark" in media for rule in _rules(rules)]
        self._sheets = {"light": everywhere, "dark": [*everywhere, *dark]}
        self._of = cache(self._found)

    def styles(self, element: ElementTree.Element, inherited: Mapping[str, Style]) -> dict[str, Style]:
        """Return what an element is painted with, by mode: by itself, by its classes, or by what it stands in."""
        own = {name: value for name in _PROPERTIES if (value := element.get(name)) is not None}
        classes = element.get("class") or ""
        return {mode: {**inherited[mode], **own, **self._of(mode, classes)} for mode in MODES}

    def _found(self, mode: str, classes: str) -> Style:
        names = set(classes.split())
        found: dict[str, str] = {}
        for name, said in self._sheets[mode]:
            if name in names:
                found |= said
        return found


def _rules(text: str) -> Iterator[tuple[str, dict[str, str]]]:
    for selector, said in _RULE.findall(text):
        declared = (each.partition(":")[::2] for each in said.split(";") if each)
        yield selector.strip().removeprefix("."), {name.strip(): value.strip() for name, value in declared}


def paint(styles: Mapping[str, Style], name: str, usual: str = "none") -> Paint:
    """Return the colour of a property in both modes."""
    return Paint(*(styles[mode].get(name, usual).upper().replace("NONE", "none") for mode in MODES))
