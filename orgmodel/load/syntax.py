"""Says in plain words what is wrong where a text stops being YAML."""

import re
from typing import Final

from yaml.error import MarkedYAMLError, YAMLError
from yaml.events import StreamEndEvent

from orgmodel.load.events import Mark, python_events
from orgmodel.load.problem import Problem
from orgmodel.model.place import Place

_REPARSE_LIMIT: Final = 200_000  # characters; Python's parser reads about this many in two seconds
_LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")

_WORDS: Final = (
    ("mapping values are not allowed", "a colon stands where none can", "quote a text that holds `: `"),
    ("could not find expected ':'", "a line is neither a key with a colon nor part of a text", "write `key: value`"),
    ("cannot start any token", "this character cannot begin a text", "quote the text"),
    ("found unexpected end of stream", "a quotation mark or a bracket is not closed", "close it"),
    ("expected ',' or '}'", "a `{` is not closed, or a comma is missing", "write `{key: value, key: value}`"),
    ("expected ',' or ']'", "a `[` is not closed, or a comma is missing", "write `[one, two]`"),
    ("expected <block end>", "the indentation does not fit the lines above", "indent entries of one list or mapping alike"),
    ("undefined alias", "an alias stands for nothing", "define its anchor first"),
    ("exceeded", "lists and mappings are nested too deep", "flatten them"),
)


def syntax_problem(path: str, text: str, message: str, mark: Mark | None) -> Problem:
    """Return the problem of a text that a parser gave up on.

    libyaml and PyYAML word their complaints differently and disagree about places now and then, so a text of a bearable
    size is parsed again in Python: the same text gets the same answer on every machine.
    """
    if len(text) <= _REPARSE_LIMIT:
        message, mark = _complaint_of_python(text) or (message, mark)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    words, help = _plain_words(message, _line(text, line), column)
    place = Place(path, line + 1, column + 1, line + 1, column + 2)
    return Problem("F001", "file", path, f"{path} is not YAML from here on: {words}", place, help)


def _complaint_of_python(text: str) -> tuple[str, Mark | None] | None:
    next_event = python_events(text)
    try:
        while next_event().__class__ is not StreamEndEvent:
            pass
    except MarkedYAMLError as error:
        return error.problem or str(error), error.problem_mark or error.context_mark
    except (YAMLError, RecursionError, ValueError) as error:
        return str(error), None
    return None


def _line(text: str, number: int) -> str:
    lines = _LINE_END.split(text)
    return lines[number] if number < len(lines) else ""


def _plain_words(message: str, line: str, column: int) -> tuple[str, str]:
    if "\t" in line[: max(column, len(line) - len(line.lstrip()))+1]:
        return "a tab is used to indent", "indent with spaces"
    for complaint, words, help in _WORDS:
        if complaint in message:
            return words, help
    return message, "mend the line, or quote the text"
