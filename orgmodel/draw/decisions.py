"""The ways to a yes: who is asked for a decision, what they can do, and how long that takes."""

from orgmodel.draw.decision_paths.chosen import QUESTION, board
from orgmodel.draw.decision_paths.limits import CODES
from orgmodel.draw.decision_paths.outlined import outlined
from orgmodel.draw.decision_paths.values import Board
from orgmodel.draw.material import Choices, Material
from orgmodel.draw.view import Painted, View

_NAME = "decisions"


def _compose(material: Material, choices: Choices) -> Board:
    return board(material.graph, material.findings, choices)


def _paint(board: Board, choices: Choices) -> Painted:
    from orgmodel.draw.decision_paths.paint import page_of

    return Painted(page_of(board, name=_NAME, choices=choices))


view = View(
    name=_NAME,
    question=QUESTION,
    honours=frozenset({"focus", "only_findings"}),
    compose=_compose,
    outline=outlined,
    paint=_paint,
    needs=frozenset({"findings"}),
    rules=CODES,
)
