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
        lines = wrap(shortened(entry.text + more, self.room), self.room)
        if len(lines) > most:
            sentence = wrap(shortened(entry.text, self.room), self.room)
            *lines, last = _cut(sentence, most, self.room - width(more))
            lines.append(last + more)
        place = clip_path(entry.place, self.place)
        if width(lines[-1]) + _GAP + width(place) > self.room:
            place = ""
        return self.behind(number, [*lines[:-1], self._beside(lines[-1], place, entry.rule, style)])

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


def named(names: Sequence[str], room: int, *, lines: int, between: str = ", ") -> list[str]:
    """Return as many names as fit into so many lines, at least one, and how many more there are."""
    told = ""
    for count, name in enumerate(names):
        rest = len(names) - count - 1
        longer = f"{told}{between}{name}" if told else name
        fitted = wrap(shortened(longer + (f" and {rest:,} more" if rest else ""), room), room)
        if told and len(fitted) > lines:
            return wrap(shortened(f"{told} and {rest + 1:,} more", room), room)
        told = longer
    return wrap(shortened(told, room), room)
