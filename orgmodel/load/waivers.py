"""Reads waivers from the comments of files: ``# orgmodel: waive T001 until 2027-03-31 because it splits in March``."""

import datetime
import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

import yaml

from orgmodel.model.place import Place

SIGN: Final = "orgmodel:"
HELP: Final = "write `# orgmodel: waive CODE until YYYY-MM-DD because …`"
_COMMENT: Final = re.compile(r"(?:^|(?<=\s))#\s*orgmodel:\s*(.*?)\s*$")
_WAIVE: Final = re.compile(
    r"waive\s+(?P<rules>[\w-]+(?:\s*,\s*[\w-]+)*)"
    r"(?:\s+until\s+(?P<until>\S+))?(?:\s+because\s+(?P<reason>.+))?$"
)
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


class Comment(NamedTuple):
    """A waiver in a comment.

    It speaks of the line it stands on, or, alone on its line, of the next one that says something. `wrong` says what
    cannot be read, and then it waives nothing.
    """

    rules: tuple[str, ...]
    until: datetime.date | None
    reason: str | None
    place: Place
    line: int
    wrong: str = ""


def waivers_in(texts: Mapping[str, str]) -> Iterator[Comment]:
    """Yield the waivers of all files, by path and line; files without any are only searched for one word."""
    for path, text in texts.items():
        if SIGN in text:
            yield from _of_file(path, text)


def _of_file(path: str, text: str) -> Iterator[Comment]:
    lines = text.splitlines()
    found = [(number, match) for number, line in enumerate(lines) if SIGN in line and (match := _COMMENT.search(line))]
    inside = _lines_of_values(text) if found else {}
    for number, match in found:
        if any(start < match.start() < end for start, end in inside.get(number, ())):
            continue  # what looks like a comment is part of a text
        place = Place(path, number + 1, match.start() + 1, number + 1, match.end() + 1)
        yield _read(match[1], place, _line_meant(lines, number, match.start()) + 1)


def _lines_of_values(text: str) -> dict[int, list[tuple[int, float]]]:
    """Return for each line the columns that values take on it; a file that is no YAML has none that can be told."""
    taken: dict[int, list[tuple[int, float]]] = {}
    try:
        for token in yaml.scan(text, Loader=yaml.CSafeLoader):
            if isinstance(token, yaml.ScalarToken):
                start, end = token.start_mark, token.end_mark
                for line in range(start.line, end.line + 1):
                    left = start.column if line == start.line else -1
                    right = end.column if line == end.line else float("inf")
                    taken.setdefault(line, []).append((left, right))
    except yaml.YAMLError:
        pass  # what is wrong with it is told elsewhere
    return taken


def _line_meant(lines: list[str], number: int, column: int) -> int:
    if lines[number][:column].strip():
        return number
    after = range(number + 1, len(lines))
    return next((each for each in after if lines[each].strip() and not lines[each].lstrip().startswith("#")), number)


def _read(said: str, place: Place, line: int) -> Comment:
    match = _WAIVE.match(said)
    if match is None:
        return Comment((), None, None, place, line, f"‘{SIGN} {said}’ is no waiver")
    rules = tuple(re.split(r"\s*,\s*", match["rules"]))
    try:
        until = _day(match["until"])
    except ValueError:
        return Comment(rules, None, match["reason"], place, line, f"`until {match['until']}` is no day of the calendar")
    return Comment(rules, until, match["reason"], place, line)


def _day(text: str | None) -> datetime.date | None:
    if text is None:
        return None
    if not _DAY.fullmatch(text):
        raise ValueError(text)
    return datetime.date.fromisoformat(text)
