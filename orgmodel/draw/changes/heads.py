"""Paints the heads: of departments, of groups in them, and of departments in which nothing changes."""

from collections.abc import Iterator

from orgmodel.draw.changes.parts import TONES, badges_in, lines_in, sign
from orgmodel.draw.changes.sizes import HEAD, INSET, LINE, PART, SIGN, said
from orgmodel.draw.changes.values import GHOSTS, SIGNS, Block
from orgmodel.draw.frame import Frame
from orgmodel.draw.svg import Element, label, node, rectangle
from orgmodel.draw.text import width
from orgmodel.draw.theme import TYPES


def head_box(block: Block, frame: Frame, *, part: bool, key: str, address: str | None) -> Element:
    """Paint the head of a department, or of a group in it: its name, its people, and what changes of it."""
    ghost = " om-ghost" if block.mark in GHOSTS else ""
    tone = TONES.get(block.mark)
    edge = f" om-has-{tone}" if tone and tone != "info" else ""
    kind = "om-island" if part else "om-head"
    rect = rectangle(frame.left, frame.top, frame.wide, frame.high, class_=f"{kind}{edge}{ghost}", radius=5)
    return node(rect, *_head(block, frame, part=part), key=key, tooltip=block.tooltip or block.name, address=address)


def _head(block: Block, frame: Frame, *, part: bool) -> Iterator[Element]:
    # On the head of a department words in colours, or muted ones, would not stand out enough.
    base = frame.top + (16 if part else 20)
    # In the head of a department it is said what the number counts.
    size = block.size.removesuffix(" people") if part else block.size
    type, wide = TYPES["group" if part else "name"], width(size, TYPES["number"])
    left = frame.left + INSET
    if SIGNS[block.mark]:
        yield sign(block.mark, frame.left + 16, base - 4)
        left = frame.left + SIGN
    struck = " om-struck" if block.mark == "removed" else ""
    class_ = f"om-{'group' if part else 'name'} {'om-muted' if struck and part else 'om-ink'}{struck}"
    yield label(block.name, left, base, class_=class_, type=type, room=frame.right - INSET - left - wide - 8)
    changes = block.people.before != block.people.after
    class_ = f"om-number {'om-ink' if changes or not part else 'om-muted'}{struck}"
    yield label(size, frame.right - INSET, base, class_=class_, type=TYPES["number"], anchor="end")
    top = frame.top + (PART if part else HEAD) - 2
    yield from lines_in(block.lines, block.mark, INSET, frame, top, plain=not part)
    yield from badges_in(block.badges, INSET, frame, top + LINE * len(said(block.lines, INSET)))


def still_box(block: Block, frame: Frame, *, key: str, address: str | None) -> Element:
    """Paint a department in which nothing changes."""
    rect = rectangle(frame.left, frame.top, frame.wide, frame.high, class_="om-island", radius=5)
    type, left, right = TYPES["second"], frame.left + INSET, frame.right - INSET
    room = right - left
    wide = width(block.size, TYPES["number"]) + 8
    parts = [
        label(block.name, left, frame.top + 16, class_="om-group om-muted", type=TYPES["group"], room=room - wide),
        label(block.size, right, frame.top + 16, class_="om-number om-muted", type=TYPES["number"], anchor="end"),
        label(" · ".join(block.rest), left, frame.top + 31, class_="om-second om-muted", type=type, room=room),
    ]
    return node(rect, *parts, key=key, tooltip=block.tooltip or block.name, address=address)
