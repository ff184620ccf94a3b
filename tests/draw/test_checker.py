"""The checker of pictures finds what it is there to find: each fault in a picture made to have it."""

import pytest

from orgmodel.draw.svg import Element, document, element, label, node, rectangle, tie
from orgmodel.draw.theme import TYPES, style_sheet
from tests.draw.colours import contrast, difference
from tests.draw.geometry import Move, read_move, read_path
from tests.draw.legibility import faults


def word(text: str, x: float, y: float, *, type: str = "second", paint: str = "ink", halo: bool = False) -> Element:
    """Return a text."""
    return label(text, x, y, class_=f"om-{type} om-{paint}" + " om-halo" * halo, type=TYPES[type])


def box(x: float, y: float, *parts: Element, key: str, wide: float = 100, paint: str = "card") -> Element:
    """Return a box of 40 pixels height."""
    return node(rectangle(x, y, wide, 40, class_=f"om-{paint}"), *parts, key=key)


def link(path: str, *parts: Element, source: str = "n0", target: str = "n1", paint: str = "edge") -> Element:
    """Return a line between two boxes."""
    return tie(element("path", d=path, class_=f"om-{paint}"), *parts, source=source, target=target)


def picture(*content: Element, title: str = "Who", more: str = "") -> str:
    """Return a picture of 600 by 300 pixels."""
    written = document(
        content, size=(600, 300), name="p", title=title, description="said", style=style_sheet() + more, stamp="s"
    )
    return written


ONE = box(40, 40, word("orders", 50, 60), key="n0")
OTHER = box(240, 40, word("stock", 250, 60), key="n1")
LINK = link("M140 60C190 60 190 60 240 60")
GOOD = [LINK, ONE, OTHER, word("Retail", 170, 64, type="group", halo=True)]


def kinds(svg: str) -> set[str]:
    """Return the kinds of faults of a picture."""
    return {fault.split(":")[0] for fault in faults(svg)}


def test_a_good_picture_has_no_fault() -> None:
    """Boxes with texts, a line between them and a word over it are in order; so is a box inside another."""
    tip = element("path", d="M240 60l-8 -4v8z", class_="om-edge-tip")
    arrow = link("M140 60C190 60 190 60 234 60", tip)
    outer = box(20, 150, word("Retail", 30, 165), key="n2", wide=300)
    inner = node(rectangle(30, 170, 60, 15, class_="om-card"), word("tools", 35, 181), key="n3")
    assert [] == faults(picture(*GOOD))
    assert [] == faults(picture(arrow, *GOOD[1:], outer, inner))


FAULTS = {
    "text outside its box": [box(40, 40, word("a name that is far too long", 50, 60), key="n0")],
    "text over text": [ONE, word("orders", 150, 60), word("again", 160, 62)],
    "text in another box": [ONE, word("Retail and others", 110, 60)],
    "text below a line": [ONE, OTHER, word("Retail", 170, 64, type="group"), LINK],
    "text on a line": [LINK, ONE, OTHER, word("Retail", 170, 64, type="group")],
    "hidden text": [ONE, rectangle(45, 45, 90, 30, class_="om-island")],
    "boxes overlap": [ONE, box(100, 60, key="n1")],
    "boxes on each other": [box(40, 40, key="n0"), box(40, 40, key="n1")],
    "doubled box": [ONE, box(240, 40, key="n0")],
    "box without a rectangle": [node(element("circle", cx=50, cy=50, r=9, class_="om-card"), key="n0")],
    "tie through a box": [LINK, ONE, OTHER, box(170, 40, key="n2", wide=40)],
    "small text": [ONE, element("text", "tiny", x=40, y=120, class_="om-ink", font_size=8)],
    "faint text": [ONE, word("pale", 150, 120, paint="on-top")],
    "beyond the margin": [box(-1, 40, key="n0")],
    "harmful": [ONE, element("script", "alert(1)")],
    "doubled id": [ONE, element("g", id="p-title")],
}


@pytest.mark.parametrize("kind", FAULTS)
def test_a_fault_is_found(kind: str) -> None:
    """Each picture that was made to have a fault has this one, and no other."""
    assert {kind} == kinds(picture(*FAULTS[kind]))


@pytest.mark.parametrize(
    "path",
    ["M146 60C190 60 190 60 240 60", "M140 60C190 60 190 60 234 60", "M140 60L248 60", "M60 60L240 60"],
)
def test_lines_that_do_not_reach_their_boxes(path: str) -> None:
    """A line that begins or ends before its box, or inside it, is loose; so is one to a box that is not there."""
    assert "loose tie" in kinds(picture(link(path), ONE, OTHER))
    assert {"loose tie"} == kinds(picture(link("M140 60L240 60", target="n7"), ONE, OTHER))


def test_what_is_no_picture() -> None:
    """A document that is not well-formed, or says nothing to those who cannot see it, is called so."""
    assert {"not well-formed"} == kinds(picture(*GOOD).replace("</svg>", ""))
    assert {"unsaid"} == kinds(picture(*GOOD, title=""))
    assert {"harmful"} == kinds(picture(*GOOD).replace("<g ", '<g onclick="x" ', 1))
    assert {"harmful"} == kinds(picture(element("a", ONE, href="javascript:alert(1)")))


def test_contrast_on_each_paper() -> None:
    """A word that stands out on light paper only is faint all the same, and one is measured on what is behind it."""
    assert ["‘red’"] == [fault.split()[2] for fault in faults(picture(word("red", 40, 80, paint="error-text"), more=""
        ".om-error-text{fill:#B34A00}@media (prefers-color-scheme:dark){.om-error-text{fill:#803300}}"))]  # fmt: skip
    assert set() == kinds(picture(box(40, 40, word("white", 50, 60, paint="on-top"), key="n0", paint="top")))
    assert {"faint text"} == kinds(picture(box(40, 40, word("white", 50, 60, paint="on-top"), key="n0")))


def test_movements_are_followed() -> None:
    """Moved and turned texts are looked at where they come to stand."""
    upright = element("g", word("upright", 0, 0), transform="translate(300 200) rotate(-90)")
    assert set() == kinds(picture(upright))
    assert {"beyond the margin"} == kinds(picture(element("g", upright, transform="translate(0 -170)")))
    turned = [round(part, 6) for part in read_move("rotate(90 10 10) translate(5,0)").of((10, 10))]
    assert [10, 15] == turned
    assert Move(a=2, d=3).of((1, 1)) == read_move("scale(2 3)").of((1, 1))


def test_paths_are_followed() -> None:
    """Relative and absolute parts of a path lead to the same points."""
    assert read_path("M10 10h5v5l-5-5z") == read_path("M10 10H15V15L10 10Z")
    assert (20.0, 10.0) == read_path("M10 10c0-5 10-5 10 0")[0][-1]
    assert read_path("M1 1q4 4 8 0t8 0")[0][-1] == read_path("M1 1Q5 5 9 1Q13 -3 17 1")[0][-1]
    assert [((0.0, 0.0), (4.0, 4.0))] == read_path("M0 0A4 4 0 0 1 4 4")


def test_colours_that_some_cannot_tell_apart() -> None:
    """Red and green lines look alike to many; a dash on the one helps, and so does a word."""
    more = ".om-edge{stroke:#B5541C;fill:none}.om-cycle{stroke:#6E7B00;fill:none}"
    third = box(240, 140, key="n2")
    second = "M140 60L240 160"
    assert {"colours alike"} == kinds(
        picture(LINK, link(second, target="n2", paint="cycle"), ONE, OTHER, third, more=more)
    )
    dashed = link(second, target="n2", paint="cycle om-external")
    assert set() == kinds(picture(LINK, dashed, ONE, OTHER, third, more=more))
    said = link(second, word("back", 160, 110), target="n2", paint="cycle")
    assert set() == kinds(picture(LINK, said, ONE, OTHER, third, more=more))


def test_boxes_that_some_cannot_tell_apart() -> None:
    """Two steps of heat that look alike need a number on both."""
    pale = [box(40 + 200 * step, 40, key=f"n{step}", paint=f"box om-heat-{step}") for step in (0, 1)]
    assert ["colours alike: fill of boxes #FEF0D9 and #FFFFFF with tritanopia"] == faults(picture(*pale))
    numbered = [
        box(
            40 + 200 * step,
            40,
            word("7", 50 + 200 * step, 60, type="number"),
            key=f"n{step}",
            paint=f"box om-heat-{step}",
        )
        for step in (0, 1)
    ]
    assert [] == faults(picture(*numbered))


def test_cells_that_some_cannot_tell_apart() -> None:
    """Cells of a table need their number too, where steps look alike; swatches of a legend are no cells."""
    steps = (0, 1, 4)
    cells = [rectangle(40 + 40 * step, 40, 30, 20, class_=f"om-box om-heat-{step}") for step in steps]
    paints = ("ink", "ink", "on-4")
    numbers = [
        word("7", 50 + 40 * step, 54, type="number", paint=paint) for step, paint in zip(steps, paints, strict=True)
    ]
    assert [] == faults(picture(*cells))
    assert ["colours alike: cells #FEF0D9 and #FFFFFF with tritanopia"] == faults(picture(*cells, numbers[-1]))
    assert [] == faults(picture(*cells, *numbers))


def test_known_contrasts_and_differences() -> None:
    """White and black have a contrast of 21 and a difference of 100; pure red and a dark olive are alike to some."""
    assert 21 == pytest.approx(contrast("#FFFFFF", "#000000"))
    assert 4.54 == pytest.approx(contrast("#767676", "#FFFFFF"), abs=0.01)
    assert 100 == pytest.approx(difference("#FFFFFF", "#000000"), abs=0.1)
    assert difference("#B5541C", "#6E7B00", "deuteranopia") < 15 < difference("#B5541C", "#6E7B00")
    assert difference("#0072B2", "#7B8794", "protanopia") > 20
