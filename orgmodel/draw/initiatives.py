"""The initiatives and who works on them: which have one leader and one team, and which do not."""

from typing import Final

from orgmodel.draw.material import Choices
from orgmodel.draw.threads.outlined import outlined
from orgmodel.draw.threads.picture import thread_picture
from orgmodel.draw.threads.values import ThreadPicture
from orgmodel.draw.view import Painted, View

_NAME = "initiatives"


def _paint(picture: ThreadPicture, choices: Choices) -> Painted:
    from orgmodel.draw.threads.paint import page_of

    return Painted(page_of(picture, name=_NAME, choices=choices))


CODES: Final = frozenset({"L001", "L002", "L003", "L004", "L005", "L006", "L007", "L008", "L009", "W005"})
"""The rules whose findings it shows: who leads, with how much of their time, and who works on it."""

view = View(
    name=_NAME,
    question="Which initiatives are single-threaded?",
    honours=frozenset({"focus", "depth", "fold", "only_findings"}),
    compose=thread_picture,
    outline=outlined,
    paint=_paint,
    needs=frozenset({"findings"}),
    rules=CODES,
)
