"""The writer of SVG."""

import xml.etree.ElementTree as ElementTree

from hypothesis import given
from hypothesis import strategies as st

from orgmodel.draw.svg import document, element, label, number
from orgmodel.draw.text import Type


@given(st.text(st.characters()))
def test_every_text_is_well_formed(text: str) -> None:
    """Whatever a text holds, it is text in the picture, in content and in attributes."""
    parsed = ElementTree.fromstring(str(element("text", text, class_=text)))
    assert [] == list(parsed)


def test_markup_in_texts_stays_text() -> None:
    """A name that looks like markup is escaped."""
    assert "<text>&lt;/title&gt;&lt;script&gt;</text>" == str(element("text", "</title><script>"))


def test_numbers_have_one_decimal() -> None:
    """Numbers are short, and zero has no sign."""
    assert ["1", "1.2", "0", "0", "-3.5"] == [number(each) for each in (1.0, 1.23, -0.01, 0.0, -3.45)]


def test_attributes() -> None:
    """Underscores become hyphens, and what is None is left out."""
    assert '<path class="a" stroke-width="2"/>' == str(element("path", class_="a", stroke_width=2, rx=None))


def test_a_snug_text_is_told_its_length() -> None:
    """A text that nearly fills its room keeps its length in a wider font; a short one is left alone."""
    room, type = 60.0, Type(10)
    assert "textLength" in str(label("Hallo Welten", 0, 0, class_="a", type=type, room=room))
    assert "textLength" not in str(label("Hallo", 0, 0, class_="a", type=type, room=room))


def test_a_picture_is_described() -> None:
    """A picture has a role, a title and a description, with ids of its own."""
    tree = ElementTree.fromstring(
        document([], size=(100, 50), name="map", title="A & B", description="<none>", style=".a>b{}")
    )
    assert ("img", "map-title map-description") == (tree.get("role"), tree.get("aria-labelledby"))
    texts = {each.get("id"): each.text for each in tree if each.get("id")}
    assert {"map-title": "A & B", "map-description": "<none>"} == texts
