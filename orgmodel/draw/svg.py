"""A small writer of SVG: elements, numbers with one decimal, and text that is always escaped."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from orgmodel.draw.text import SNUG, Type, clean, fit, one_line, width

MARGIN: Final = 20
"""Pixels around everything that is drawn."""


@dataclass(frozen=True, slots=True)
class Element:
    """One element. Children that are texts are escaped when it is written, so no name can become markup."""

    name: str
    attributes: tuple[tuple[str, str], ...]
    children: tuple["Element | str", ...]

    def __str__(self) -> str:
        opening = f"<{self.name}" + "".join(f" {key}={quoteattr(clean(value))}" for key, value in self.attributes)
        if not self.children:
            return f"{opening}/>"
        inside = "".join(str(child) if isinstance(child, Element) else escape(clean(child)) for child in self.children)
        return f"{opening}>{inside}</{self.name}>"


def element(name: str, *children: "Element | str", **attributes: str | float | None) -> Element:
    """Make an element.

    Parameters
    ----------
    name
        The element's name.
    *children
        Elements, and texts as people wrote them.
    **attributes
        Numbers are written with one decimal; `None` leaves an attribute out; `class_` means `class`, and `_` within a
        name means `-`.
    """
    written = ((key.rstrip("_").replace("_", "-"), value) for key, value in attributes.items() if value is not None)
    texts = tuple((key, value if isinstance(value, str) else number(value)) for key, value in written)
    return Element(name, texts, children)


def number(value: float) -> str:
    """Write a number with at most one decimal, and no minus before a zero."""
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")


def group(children: Iterable[Element | None], *, class_: str | None = None, tooltip: str | None = None) -> Element:
    """Put elements together, with what is shown when the pointer rests on them."""
    title = element("title", tooltip) if tooltip else None
    return element("g", *(child for child in (title, *children) if child is not None), class_=class_)


def node(
    rect: Element, *parts: Element | None, key: str, tooltip: str | None = None, address: str | None = None
) -> Element:
    """Put together the box of one entity: its rectangle first, then what stands in it.

    Parameters
    ----------
    rect
        The rectangle; everything else stands within it.
    key
        A name for the box that is unique in the picture and never made of what a user wrote, such as ``n12``.
    address
        Where a link from the box leads.
    """
    inside = [element("title", tooltip)] if tooltip else []
    inside += [rect, *(part for part in parts if part is not None)]
    content = [element("a", *inside, href=address)] if address else inside
    return element("g", *content, class_="om-node", data_node=key)


def tie(*parts: Element, source: str, target: str, tooltip: str | None = None) -> Element:
    """Put together a line between two boxes, which are named by their keys: its line, and its arrow head if any."""
    title = [element("title", tooltip)] if tooltip else []
    return element("g", *title, *parts, class_="om-tie", data_from=source, data_to=target)


def rectangle(x: float, y: float, wide: float, high: float, *, class_: str, radius: float = 0) -> Element:
    """Draw a rectangle from its upper left corner."""
    return element("rect", x=x, y=y, width=wide, height=high, rx=radius or None, class_=class_)


def label(
    text: str, x: float, y: float, *, class_: str, type: Type, room: float | None = None, anchor: str | None = None
) -> Element:
    """Write a text on its base line; where its room is given it never leaves it, in whatever font."""
    shown = one_line(text)
    if room is None:
        return element("text", shown, x=x, y=y, class_=class_, text_anchor=anchor)
    shown = fit(shown, room, type)
    wide = width(shown, type)
    snug = wide if wide > SNUG * room else None
    adjust = "spacingAndGlyphs" if snug else None
    return element("text", shown, x=x, y=y, class_=class_, text_anchor=anchor, textLength=snug, lengthAdjust=adjust)


def document(
    content: Iterable[Element],
    *,
    size: tuple[float, float],
    name: str,
    title: str,
    description: str,
    style: str,
    stamp: str = "",
) -> str:
    """Write a whole picture.

    Parameters
    ----------
    content
        What is painted, from the back to the front.
    size
        Width and height in pixels.
    name
        What the ids of this picture begin with, so that several can stand on one page.
    title, description
        For those who cannot see it.
    style
        The style sheet; empty where the page that the picture stands in has it already.
    stamp
        What the picture was made from, kept as its metadata.
    """
    wide, high = size
    head = [
        element("title", title, id=f"{name}-title"),
        element("desc", description, id=f"{name}-description"),
        *([element("metadata", stamp)] if stamp else []),
        *([element("style", style)] if style else []),
        rectangle(0, 0, wide, high, class_="om-paper"),
    ]
    attributes = {
        "xmlns": "http://www.w3.org/2000/svg",
        "width": number(wide),
        "height": number(high),
        "viewBox": f"0 0 {number(wide)} {number(high)}",
        "role": "img",
        "class": "om-picture",
        "aria-labelledby": f"{name}-title {name}-description",
    }
    return f"{Element('svg', tuple(attributes.items()), (*head, *content))}\n"
