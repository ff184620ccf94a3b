"""Paints a change: departments, what is near each other joined by lines, and the lists below."""

from typing import Final

from orgmodel.draw.changes.heads import head_box, still_box
from orgmodel.draw.changes.layout import Layout, Spot, layout
from orgmodel.draw.changes.legend import entries
from orgmodel.draw.changes.lists import lists, lists_height
from orgmodel.draw.changes.moves import Move, near_moves
from orgmodel.draw.changes.parts import card_box, move_line, rest_line
from orgmodel.draw.changes.values import Block, Card, ChangePicture
from orgmodel.draw.frame import Frame
from orgmodel.draw.links import address
from orgmodel.draw.material import Choices
from orgmodel.draw.page import NARROWEST, Page, blank
from orgmodel.draw.svg import MARGIN, Element

_ABOVE_LISTS: Final = 18.0
_NARROWEST: Final = NARROWEST - 2 * MARGIN


def page_of(picture: ChangePicture, *, name: str, choices: Choices) -> Page:
    """Paint a change, and return it with what is said around it.

    Parameters
    ----------
    picture
        What is painted.
    name
        What the ids in the picture begin with.
    choices
        On which paper, and where links lead.
    """
    if picture.nothing:
        body, frame = blank(picture.nothing)
        moves: tuple[Move, ...] = ()
    else:
        placed = layout(
            picture.departments, picture.unchanged, lambda wide: lists_height(picture.sections, max(wide, _NARROWEST))
        )
        moves = near_moves(placed.spots)
        body, frame = _body(placed, moves, choices.link), placed.frame
        below, frame = _with_lists(picture, frame)
        body += below
    return Page(
        name=name,
        title=picture.title,
        facts=picture.facts,
        body=body,
        frame=frame,
        names=picture.left_out,
        names_are="Not shown one by one",
        legend=tuple(entries(picture, lines=bool(moves))),
        said=picture.nothing,
        mode=choices.mode,
    )


def _with_lists(picture: ChangePicture, frame: Frame) -> tuple[list[Element], Frame]:
    wide = max(frame.wide, _NARROWEST)
    whole = frame._replace(right=frame.left + wide)
    if not picture.sections:
        return [], frame
    top = frame.bottom + _ABOVE_LISTS if frame.high else frame.top
    painted, around = lists(picture.sections, frame.left, top, wide)
    return painted, whole._replace(bottom=around.bottom)


def _body(placed: Layout, moves: tuple[Move, ...], link: str | None) -> list[Element]:
    """Paint all boxes, and the lines between them."""
    keys = {id(spot): f"n{place}" for place, spot in enumerate(placed.spots)}
    heads = [
        head_box(each.block, each.frame, part=False, key=f"h{place}", address=_of_block(each.block, link))
        for place, each in enumerate(placed.heads)
    ]
    still = [
        still_box(each.block, each.frame, key=f"s{place}", address=_of_block(each.block, link))
        for place, each in enumerate(placed.still)
    ]
    spots = [_spot(spot, keys[id(spot)], link) for spot in placed.spots]
    ties = [move_line(each, source=keys[id(each.source)], target=keys[id(each.target)]) for each in moves]
    return [*heads, *spots, *still, *ties]


def _spot(spot: Spot, key: str, link: str | None) -> Element:
    what = spot.item.what
    if isinstance(what, Card):
        return card_box(what, spot.frame, key=key, address=address(link, "team", what.entity))
    if isinstance(what, Block):
        return head_box(what, spot.frame, part=True, key=key, address=_of_block(what, link))
    return rest_line(what, spot.frame)


def _of_block(block: Block, link: str | None) -> str | None:
    return None if block.id is None else address(link, "team", block.id)
