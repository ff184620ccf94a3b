"""The picture of a change: what a reorganisation does to teams, people and dependencies."""

from orgmodel.draw.changes.composing import QUESTION, composed
from orgmodel.draw.changes.outlined import outlined
from orgmodel.draw.changes.values import ChangePicture
from orgmodel.draw.material import Choices
from orgmodel.draw.view import Painted, View

_NAME = "change"


def _paint(picture: ChangePicture, choices: Choices) -> Painted:
    from orgmodel.draw.changes.paint import page_of

    return Painted(page_of(picture, name=_NAME, choices=choices))


view = View(
    name=_NAME,
    question=QUESTION,
    honours=frozenset({"focus", "fold", "only_findings"}),
    compose=composed,
    outline=outlined,
    paint=_paint,
    needs=frozenset({"change"}),
)
