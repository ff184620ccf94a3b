"""The parts of a file while it is formatted: sections, entities, fields and items, each with its comments."""

from dataclasses import dataclass, field
from typing import Final

from orgmodel.exchange.rewriting.nodes import Node

SIGN: Final = "orgmodel:"
"""What a comment holds that speaks to the audit about a line."""

UNCLEAR: Final = "what this waiver speaks of would change: put it beside the entity, or above its line"


class UnformattableError(Exception):
    """A file has to stay as it is.

    Parameters
    ----------
    reason
        Why, in one line, without the place.
    position
        Where in the text that is, in characters from 0; None if it is about the whole file.
    line
        The number of that line, from 1; None where it is not counted yet, or is not known.
    """

    def __init__(self, reason: str, position: int | None = None, line: int | None = None) -> None:
        super().__init__(reason)
        self.reason, self.position, self.line = reason, position, line


@dataclass(slots=True)
class Part:
    """A key or a dash with its value.

    Attributes
    ----------
    key
        The key; None for an item of a list, and for the whole file.
    node
        The value.
    start
        Where the key or the dash begins.
    parts
        What the value holds, if it is a list or a mapping.
    above
        The comments on the lines above, with an empty text for an empty line.
    beside
        The comment on its first line.
    foot
        The comments below the last of its parts.
    is_waived
        Whether a comment above or beside it speaks of its line.
    is_item
        Whether it stands behind a dash, or between brackets.
    """

    key: Node | None
    node: Node
    start: int
    parts: list["Part"] = field(default_factory=list)
    above: list[str] = field(default_factory=list)
    beside: str = ""
    foot: list[str] = field(default_factory=list)
    is_waived: bool = False
    is_item: bool = False

    @property
    def name(self) -> str:
        """The text of the key; empty where there is none."""
        return self.key.text if self.key else ""

    @property
    def is_waived_inside(self) -> bool:
        """Whether a waiver speaks of its line, or of that of one of its parts."""
        return self.is_waived or any(part.is_waived for part in self.parts)

    @property
    def has_comments_inside(self) -> bool:
        """Whether a comment stands at any of its parts, or below them."""
        return bool(self.foot) or any(part.has_comments or part.has_comments_inside for part in self.parts)

    @property
    def has_comments(self) -> bool:
        """Whether a comment stands above or beside it."""
        return bool(self.beside) or any(self.above)
