"""Says in plain words what is wrong where a text stops being YAML."""

import re
from typing import Final

from yaml.error import MarkedYAMLError, YAMLError
from yaml.events import StreamEndEvent

from orgmodel.load.events import Mark, python_events
from orgmodel.load.problem import Problem
from orgmodel.model.place import Place

_REPARSE_LIMIT: Final = 200_000  # characters; Python's parser reads about this many in two seconds
_LINE_END: Final = re.compile("\r\n|[\r\n\x85\u2028\u2029]")

_INDENT: Final = ("the indentation does not fit the lines above", "indent what belongs together alike")
_COLON: Final = ("a colon stands where none can", "quote a text that holds a colon")
_FOLLOWS: Final = (
    "something follows where the line should end",
    "put it on a line of its own, or quote the whole text",
)
_TAG: Final = ("a tag is not complete", "quote a text that begins with `!`")

_WORDS: Final = {
    "mapping values are not allowed": _COLON,
    "unexpected ':'": _COLON,
    "but got ':'": _COLON,
    "could not find expected ':'": ("a line is neither a key with a colon nor part of a text", "write `key: value`"),
    "that cannot start any token": ("this character cannot begin a text", "quote the text"),
    "found a tab": ("a tab is used to indent", "indent with spaces"),
    "unexpected end of stream": ("a quotation mark is not closed", "close it"),
    "unexpected document separator": ("a quotation mark is not closed before the document ends", "close it"),
    "',' or '}'": ("a `{` is not closed, or a comma is missing", "write `{key: value, key: value}`"),
    "',' or ']'": ("a `[` is not closed, or a comma is missing", "write `[one, two]`"),
    "<block end>, but found ']'": ("a `]` closes nothing", "take it away, or quote the text"),
    "<block end>, but found '}'": ("a `}` closes nothing", "take it away, or quote the text"),
    "<block end>, but found '<scalar>'": _FOLLOWS,
    "<block end>": _INDENT,
    "expected key": _INDENT,
    "expected '-' indicator": _INDENT,
    "sequence entries are not allowed": ("a list begins where none can", "begin it on a line of its own"),
    "mapping keys are not allowed": ("a `?` begins a key where none can", "quote the text"),
    "alphabetic or numeric character": ("the name after `*` or `&` is no name", "quote the text"),
    "unknown escape character": (
        "`\\` stands before a character without a meaning for it",
        "write `\\\\`, or use `'` quotes",
    ),
    "hexadecimal numbers": ("an escape such as `\\u00e9` is not complete", "write all its digits"),
    "escape code": ("an escape such as `\\u00e9` stands for no character", "write the character itself"),
    "indentation indicator": (
        "`|` and `>` begin a text of several lines",
        "begin the text on the next line, or quote it",
    ),
    "comment or a line break": _FOLLOWS,
    "comment or line break": _FOLLOWS,
    "<document start>": ("something follows where the file should end", "indent it, or take it away"),
    "node content": ("a value is missing", "write the value, or take away what follows"),
    "incompatible YAML document": ("the file asks for another version of YAML", "take the `%YAML` line away"),
    "directive": ("a line that begins with `%` speaks to YAML tools", "take it away, or quote the text"),
    "expected ' '": _TAG,
    "expected '!'": _TAG,
    "expected '>'": _TAG,
    "URI": _TAG,
    "whitespace or line break": _TAG,
    "tag": _TAG,
    "exceeded": ("lists and mappings are nested too deep", "flatten them"),
}
"""For a part of a complaint what it means, and what to do; the first that fits counts."""
_NOT_CLOSED: Final = ("unexpected end of stream", "document separator", "',' or '")


def syntax_problem(path: str, text: str, error: Exception) -> Problem:
    """Return the problem of a text that a parser gave up on.

    libyaml and PyYAML word their complaints differently and disagree about places now and then, so a text of a bearable
    size is parsed again in Python: the same text gets the same answer on every machine.
    """
    if len(text) <= _REPARSE_LIMIT:
        error = _complaint_of_python(text) or error
    mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
    place = _place(path, mark)
    words, help = _plain_words(_complaint(error), _line(text, place.line - 1), place.column - 1)
    message = f"{path} is not YAML from here on: {words}"
    return Problem("F001", "file", path, message, place, help, _beginning(path, error))


def _place(path: str, mark: Mark | None) -> Place:
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return Place(path, line, column, line, column + 1)


def _complaint(error: Exception) -> str:
    """Return the parser's own words; a colon on a later line says that a bracket was not closed, and nothing more."""
    if not isinstance(error, MarkedYAMLError) or error.problem is None:
        return str(error)
    begin, end = error.context_mark, error.problem_mark
    later = begin is not None and end is not None and end.line > begin.line
    return error.problem.replace("but got ':'", "") if later else error.problem


def _beginning(path: str, error: Exception) -> tuple[tuple[str, Place], ...]:
    """Return where the text, the list or the mapping begins that is not closed."""
    if not isinstance(error, MarkedYAMLError) or error.context_mark is None:
        return ()
    unclosed = any(words in (error.problem or "") for words in _NOT_CLOSED)
    return (("it begins here", _place(path, error.context_mark)),) if unclosed else ()


def _complaint_of_python(text: str) -> Exception | None:
    next_event = python_events(text)
    try:
        while next_event().__class__ is not StreamEndEvent:
            pass
    except (YAMLError, RecursionError, ValueError) as error:
        return error
    return None


def _line(text: str, number: int) -> str:
    lines = _LINE_END.split(text)
    return lines[number] if number < len(lines) else ""


def _plain_words(complaint: str, line: str, column: int) -> tuple[str, str]:
    indent = len(line) - len(line.lstrip())
    if "\t" in line[:indent] and column <= indent:
        return "a tab is used to indent", "indent with spaces"
    fitting = (meaning for known, meaning in _WORDS.items() if known in complaint)
    return next(fitting, ("this cannot be read", "mend the line, or quote the text"))
