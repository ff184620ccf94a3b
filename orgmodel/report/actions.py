"""The numbered list of the brief screen, told as closely as its room allows."""

from collections.abc import Sequence
from typing import Final

from orgmodel.model.audit import Audit
from orgmodel.report.base import Style
from orgmodel.report.priorities import items
from orgmodel.report.telling import Telling

_WAYS: Final = 5
"""How closely an item can be told: from its sentence cut to a line, to three findings in full."""

_WHOLE: Final = 2
_SPARE: Final = 6
"""Lines that are kept for telling the first items more closely where not all items fit."""


class Actions:
    """What to act on, in lines."""

    def __init__(self, audit: Audit, style: Style) -> None:
        self._items = items(audit)
        self._telling = Telling(audit, self._items, style)

    def __bool__(self) -> bool:
        """Tell whether there is anything to act on."""
        return bool(self._items)

    @property
    def whole(self) -> int:
        """How many lines the list has where every item has a whole sentence and names what else it holds."""
        return 1 + sum(len(self._told(number, _WHOLE)) for number in range(len(self._items)))

    def within(self, most: int) -> list[str]:
        """Return the heading and the list in so many lines; items for which there is no room are counted."""
        shown, left = len(self._items), []
        if shown > most - 1:
            shown = max(most - 1 - _SPARE, 1)
            left = self._telling.left(self._items[shown:])
        blocks = self._closer(shown, spare=most - 1 - shown - len(left))
        return [self._telling.heading, *(line for block in blocks for line in block), *left]

    def _closer(self, shown: int, spare: int) -> Sequence[list[str]]:
        """Return the items told as closely as the spare lines allow: all of them more closely before one still more."""
        blocks = [self._told(number, 0) for number in range(shown)]
        for way in range(1, _WAYS):
            for number, block in enumerate(blocks):
                closer = self._told(number, way)
                if len(closer) - len(block) <= spare:
                    spare -= len(closer) - len(block)
                    blocks[number] = closer
        return blocks

    def _told(self, index: int, way: int) -> list[str]:
        item, number = self._items[index], index + 1
        if way < _WHOLE:
            return self._telling.short(item, number, most=way + 1)
        return self._telling.close(item, number, closeness=way - _WHOLE + 1)
