"""The columns of the brief screen: a sentence, its place, and the rule with its evidence."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from orgmodel.report.base import Style
from orgmodel.report.width import clip, clip_path, width, words, wrap

HEADING: Final = "rule · evidence"
_GAP: Final = 2
_LEAST: Final = 20
_MOST_LINES: Final = 3


class Entry(NamedTuple):
    """One finding as the screen tells it."""

    text: str
    place: str
    rule: str


class Columns(NamedTuple):
    """Where the sentence and the rule begin, and how wide a place may be, which ends just before the rule."""

    sentence: int
    rule: int
    place: int

    @property
    def room(self) -> int:
        """How wide a sentence may be."""
        return self.rule - self.sentence - _GAP

    def heading(self, text: str, style: Style) -> str:
        """Return a heading with that of the rules at its right."""
        return style.paint(text, "strong") + " " * (self.rule - width(text)) + style.paint(HEADING, "quiet")

    def told(self, entry: Entry, number: str, style: Style) -> list[str]:
        """Return the lines of an entry behind its number; its place and its rule stand beside the last of them."""
        place = clip_path(entry.place, self.place)
        *lines, last = self._broken(entry.text, width(place))
        return self.behind(number, [*lines, self._beside(last, place, entry.rule, style)])

    def short(self, entry: Entry, number: str, more: str, *, most: int, style: Style) -> list[str]:
        """Return an entry in so many lines, cut if need be, with what more there is; its place if there is room."""
        *lines, last = _at_most(entry.text, more, self.room, most)
        place = clip_path(entry.place, self.place)
        if width(last) + _GAP + width(place) > self.room:
            place = ""
        return self.behind(number, [*lines, self._beside(last, place, entry.rule, style)])

    def _beside(self, text: str, place: str, rule: str, style: Style) -> str:
        if not place and not rule:
            return text
        between = " " * (self.room - width(text) - width(place))
        return text + between + style.paint(place, "quiet") + " " * _GAP + style.paint(rule, "quiet")

    def behind(self, number: str, lines: Sequence[str]) -> list[str]:
        """Return lines behind a number, or as far to the right as if there were one."""
        first, *rest = lines
        return [f"{number:<{self.sentence}}{first}", *(" " * self.sentence + line for line in rest)]

    def _broken(self, text: str, place: int) -> list[str]:
        """Break a sentence so that its last line leaves room for a place beside it."""
        beside = self.room - place - (_GAP if place else 0)
        lines = wrap(shortened(text, self.room), self.room)
        if len(lines) > _MOST_LINES:
            lines = _cut(lines, _MOST_LINES, beside)
        if width(lines[-1]) <= beside:
            return lines
        narrower = wrap(lines[-1], beside)
        if len(narrower) == 2 and max(map(width, narrower)) <= beside:
            return [*lines[:-1], *narrower]
        return [*lines, ""]


def _cut(lines: Sequence[str], most: int, room: int) -> list[str]:
    """Return so many lines, the last of them cut to the room that it has."""
    return [*lines[: most - 1], clip(" ".join(lines[most - 1 :]), room)]


def columns(entries: Iterable[Entry], numbers: int, room: int) -> Columns:
    """Fit the columns to what stands in them: the rule as wide as it needs, a place up to three tenths of the rest."""
    sentence = len(str(numbers)) + _GAP
    rule = room - max([width(HEADING), *(width(entry.rule) for entry in entries)])
    rule = max(rule, sentence + _LEAST + _GAP)
    return Columns(sentence, rule, max((rule - sentence) * 3 // 10, _LEAST))


def shortened(text: str, room: int) -> str:
    """Return a text whose words all fit into so many columns."""
    return " ".join(clip(word, room) for word in words(text))


def named(
    names: Sequence[str], room: int, *, lines: int, between: str = ", ", last: str = " and ", others: int = 0
) -> list[str]:
    """Return as many names as fit into so many lines, and how many more there are; the first is cut if need be.

    There are as many `others` whose names are not asked for, because so many have no room.
    """
    told, left = names[0], len(names) - 1 + others
    for name in names[1:]:
        longer = f"{told}{between}{name}"
        if len(wrap(shortened(longer + _rest(left - 1, last), room), room)) > lines:
            break
        told, left = longer, left - 1
    return _at_most(told, _rest(left, last), room, lines)


def _rest(left: int, last: str) -> str:
    return f"{last}{left:,} more" if left else ""


def _at_most(text: str, rest: str, room: int, lines: int) -> list[str]:
    """Return a text and the rest in so many lines; the text is cut if they do not fit."""
    fitted = wrap(shortened(text + rest, room), room)
    if len(fitted) <= lines:
        return fitted
    *before, last = _cut(wrap(shortened(text, room), room), lines, room - width(rest))
    return [*before, last + rest]
