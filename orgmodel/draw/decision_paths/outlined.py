"""Says what the picture of decisions shows as nodes, links and groups."""

from collections.abc import Iterator
from itertools import pairwise

from orgmodel.draw.decision_paths.values import Board, DecisionPath, Station
from orgmodel.draw.decision_paths.words import wait_of
from orgmodel.draw.outline import Outline, OutlineGroup, OutlineLink, OutlineNode


def outlined(board: Board) -> Outline:
    """Return the outline: a group for each decision, a node for each station, and a link with the wait to the next."""
    rest = (f"not drawn: {', '.join(board.names)}",) if board.names else ()
    return Outline(
        view="decisions",
        title=board.title,
        facts=board.facts,
        nodes=tuple(_node(each, path.id) for path in board.decisions for s in path.strands for each in s.stations),
        links=tuple(link for path in board.decisions for link in _links(path)),
        groups=tuple(_group(path) for path in board.decisions),
        notes=(*rest, *([board.nothing] if board.nothing else [])),
    )


def _group(path: DecisionPath) -> OutlineGroup:
    door = f"{path.door} door" if path.door else "door not stated"
    numbers = {"approvals": path.way.approvals, "mandated": path.way.mandated, "days": path.way.days}
    return OutlineGroup(
        id=path.id,
        label=path.name,
        lines=(door, *path.facts),
        badges=tuple(each.text for each in path.badges),
        numbers={**numbers, "unknown": path.way.unknown, "limit": path.limit},
    )


def _node(each: Station, group: str) -> OutlineNode:
    return OutlineNode(
        id=each.id,
        label=each.name,
        lines=tuple(line for line in (each.second, each.reason) if line),
        group=group,
        look="warning" if each.over else "external" if each.external else "plain",
        badges=tuple(badge.text for badge in each.badges),
        numbers={"days": each.days} if each.waits else {},
        tooltip=each.tooltip,
    )


def _links(path: DecisionPath) -> Iterator[OutlineLink]:
    yield from _along(path.first.stations)
    for other in path.others:
        yield from _along((path.first.stations[-1], *other.stations))


def _along(stations: tuple[Station, ...]) -> Iterator[OutlineLink]:
    for one, other in pairwise(stations):
        yield OutlineLink(
            source=one.id, target=other.id, label=wait_of(other), look="warning" if other.over else "plain"
        )
