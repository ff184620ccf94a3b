"""Source lines with the places of a finding marked below them."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from orgmodel.model.finding import Finding
from orgmodel.model.place import Place, Places
from orgmodel.report.base import Style
from orgmodel.report.marks import Mark, marked_rows
from orgmodel.report.width import clean

MOST_PLACES: Final = 9
"""The most places that are shown of one finding; machine formats have them all."""


class _Marked(NamedTuple):
    place: Place
    label: str
    primary: bool


class Excerpt:
    """The lines that show where a finding is.

    Attributes
    ----------
    margin
        How many digits the line numbers need.
    left_out
        How many places of the finding are not shown.
    """

    def __init__(self, finding: Finding) -> None:
        places = _places(finding)
        self._finding, self._shown = finding, places[:MOST_PLACES]
        self.margin = max((len(str(each.place.line)) for each in self._shown), default=1)
        self.left_out = len(places) - len(self._shown)

    def lines(self, places: Places, style: Style) -> Iterator[str]:
        """Yield the lines: of the finding's own file first, then of each other file that it names."""
        files: dict[str, list[_Marked]] = {}
        for each in self._shown:
            files.setdefault(each.place.path, []).append(each)
        for number, marked in enumerate(files.values()):
            arrow = style.paint(":::" if number else "-->", "frame")
            yield f"{' ' * self.margin} {arrow} {_headed(marked[0].place)}"
            yield from _file(marked, self._finding, places, style, self.margin)


def _headed(place: Place) -> str:
    return f"{clean(place.path)}:{place.line}:{place.column}"


def _places(finding: Finding) -> list[_Marked]:
    """Return the places of a finding, its own first; one that is named twice has both labels."""
    found: dict[Place, list[str]] = {}
    if finding.place:
        found[finding.place] = [finding.label]
    for related in finding.related:
        if related.place:
            found.setdefault(related.place, []).append(related.message)
    joined = ((place, "; ".join(dict.fromkeys(filter(None, labels)))) for place, labels in found.items())
    return [_Marked(place, label, place == finding.place) for place, label in joined]


def _file(marked: list[_Marked], finding: Finding, places: Places, style: Style, digits: int) -> Iterator[str]:
    """Yield the marked lines of one file, with `:` where lines between them are left out."""
    lines: dict[int, list[_Marked]] = {}
    for each in sorted(marked, key=lambda each: each.place):
        lines.setdefault(each.place.line, []).append(each)
    texts = {number: places.line(each[0].place, number) for number, each in lines.items()}
    if all(text is None for text in texts.values()):
        return
    bar = style.paint(f"{' ' * digits}  |", "frame")
    yield bar
    before = None
    for number, text in texts.items():
        if before is not None and number > before + 1:
            yield style.paint(f"{' ' * digits}  :", "frame")
        before = number
        yield from _line(number, text or "", lines[number], finding, style, digits)


def _line(number: int, text: str, marked: list[_Marked], finding: Finding, style: Style, digits: int) -> Iterator[str]:
    room = max(style.width - digits - 4, 20)
    bar = style.paint(f"{' ' * digits}  |", "frame")
    for source, rows in marked_rows(text, [_mark(each, len(text)) for each in marked], room):
        yield f"{style.paint(f' {number:>{digits}} |', 'frame')} {source}".rstrip()
        yield from (f"{bar} {row.painted(style, finding.severity)}" for row in rows)


def _mark(marked: _Marked, length: int) -> Mark:
    """Return the mark of a place on its first line."""
    start, end = marked.place.column - 1, marked.place.end_column - 1
    if marked.place.end_line > marked.place.line:
        end = length
    return Mark(min(start, length), end, clean(marked.label), marked.primary)
