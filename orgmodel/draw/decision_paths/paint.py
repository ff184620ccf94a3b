"""Paints decisions: what stands where comes from the layout, what is said from the decisions."""

from orgmodel.draw.decision_paths.legend import entries
from orgmodel.draw.decision_paths.parts import arrow, mark, ribbon, station, title
from orgmodel.draw.decision_paths.placing import Placed, Point, placed
from orgmodel.draw.decision_paths.values import Board
from orgmodel.draw.frame import Frame
from orgmodel.draw.links import address
from orgmodel.draw.material import Choices
from orgmodel.draw.page import Page, blank
from orgmodel.draw.svg import Element, label
from orgmodel.draw.theme import TYPES


def page_of(board: Board, *, name: str, choices: Choices) -> Page:
    """Paint decisions, and return them with what is said around them.

    Parameters
    ----------
    board
        What is painted.
    name
        What the ids in the picture begin with.
    choices
        On which paper, and where links lead.
    """
    if board.decisions:
        found = placed(board.decisions)
        body, frame = _body(found, choices), Frame(0, 0, found.wide, found.high)
        signs = tuple(entries(found))
    else:
        (body, frame), signs = blank(board.nothing), ()
    return Page(
        name=name,
        title=board.title,
        facts=board.facts,
        body=body,
        frame=frame,
        names=board.names,
        names_are=f"{len(board.names)} not drawn",
        legend=signs,
        said=board.nothing,
        mode=choices.mode,
    )


def _body(found: Placed, choices: Choices) -> list[Element]:
    links = {spot.key: address(choices.link, *spot.station.entity) for spot in found.spots if spot.station.entity}
    titles = ((each, address(choices.link, *each.path.entity)) for each in found.titles)
    return [
        *(title(each, wide=found.wide, address=link) for each, link in titles),
        *(_name(said, at) for said, at in found.names),
        *(mark(each) for each in found.marks),
        *(arrow(each) for each in found.arrows),
        *(station(spot, address=links.get(spot.key)) for spot in found.spots),
        *(ribbon(each) for each in found.ribbons),
    ]


def _name(said: str, corner: Point) -> Element:
    return label(said, *corner, class_="om-group om-muted", type=TYPES["group"])
