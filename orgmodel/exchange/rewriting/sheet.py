"""A text that is edited in many places at once, all of them named by where they stand before."""

import re
from collections.abc import Iterable
from typing import Final

_LINE_ENDS: Final = ("\n", "\r", "\x85", "\u2028", "\u2029")
_LINE_END: Final = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_USUAL_LINE_END: Final = re.compile("\r\n|[\n\r]")
_WIDEST: Final = 120
"""Columns beyond which no line is made longer, however long the others are."""
_LOOKED_AT: Final = 100_000


class CannotEditError(Exception):
    """A text cannot be edited in this place: it is written in a way that is not known here."""


class Sheet:
    """The text of a file, and what is to be replaced in it.

    Parameters
    ----------
    text
        The text, without byte-order mark.
    width
        Columns within which lists and mappings stay on one line where nothing in the text is longer.
    """

    def __init__(self, text: str, *, width: int) -> None:
        self.text = text
        self._ends = [end for end in _LINE_ENDS if end in text] or ["\n"]
        found = _USUAL_LINE_END.search(text)
        self._newline = found[0] if found else "\n"
        longest = max(map(len, text[:_LOOKED_AT].splitlines()), default=0)
        self.width = min(max(longest, width), max(_WIDEST, width))
        self._edits: list[tuple[int, int, str]] = []

    @property
    def ends_in_blank_line(self) -> bool:
        """Whether nothing stands in the last line."""
        end = len(self.text)
        return not self.text[self.line_above(end) if self.line_start(end) == end else self.line_start(end) :].strip()

    def line_start(self, position: int) -> int:
        """Return where the line of a position begins."""
        return max(self.text.rfind(end, 0, position) for end in self._ends) + 1

    def line_end(self, position: int) -> int:
        """Return where the line of a position ends, without its line end."""
        found = [at for end in self._ends if (at := self.text.find(end, position)) >= 0]
        return min(found, default=len(self.text))

    def next_line(self, position: int) -> int:
        """Return where the next line begins; the end of the text if there is none."""
        found = _LINE_END.match(self.text, self.line_end(position))
        return found.end() if found else len(self.text)

    def line_above(self, start: int) -> int:
        """Return where the line above one that starts here begins; 0 for the first."""
        return self.line_start(self._end_of_line_before(start)) if start else 0

    def line(self, position: int) -> str:
        """Return the line of a position, without its line end."""
        return self.text[self.line_start(position) : self.line_end(position)]

    def column(self, position: int) -> int:
        """Return how many characters stand before a position in its line."""
        return position - self.line_start(position)

    def replace(self, start: int, end: int, new: str) -> None:
        """Put something in the place of some characters."""
        self._edits.append((start, end, new.replace("\r\n", "\n").replace("\n", self._newline)))

    def remove_lines(self, start: int, last: int) -> None:
        """Take lines away, from the beginning of one to the end of another.

        The line end above goes instead of that below, so that something can be put below them.
        """
        if start > 0:
            self._edits.append((self._end_of_line_before(start), last, ""))
        else:
            self._edits.append((start, self.next_line(last), ""))

    def _end_of_line_before(self, start: int) -> int:
        return start - (2 if self.text[start - 2 : start] == "\r\n" else 1)

    def insert_below(self, position: int, lines: Iterable[str]) -> None:
        """Put lines below the line of a position."""
        at = self.line_end(position)
        self.replace(at, at, "".join(f"\n{line}" for line in lines))

    def insert_above(self, position: int, lines: Iterable[str]) -> None:
        """Put lines above the line of a position."""
        at = self.line_start(position)
        self.replace(at, at, "".join(f"{line}\n" for line in lines))

    def append(self, lines: Iterable[str]) -> None:
        """Put lines at the end of the text."""
        ends_in_line_end = not self.text or self.text.endswith(_LINE_ENDS)
        added = "\n".join(lines)
        self.replace(len(self.text), len(self.text), f"{added}\n" if ends_in_line_end else f"\n{added}")

    def result(self) -> str:
        """Return the edited text.

        Raises
        ------
        CannotEditError
            If two edits are about the same characters.
        """
        parts: list[str] = []
        done, was_removed = 0, False
        for start, end, new in sorted(self._edits, key=lambda edit: edit[:2]):
            if start < done and (new or not was_removed):
                raise CannotEditError("two edits overlap")
            parts += [self.text[done:start], new]
            done, was_removed = max(done, end), not new
        return "".join([*parts, self.text[done:]])
