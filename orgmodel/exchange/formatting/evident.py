"""Formats entities that hold only simple values by their form, so that only the rest of a file has to be parsed.

The form of an entity is its text without its values. What a simple value says does not matter to how it is laid out;
only its length does. So one entity of each form is formatted as any text is, and its lines are filled in with the
values of all others, where these are short enough for such lines. Until the rest of the file is formatted, one line
stands for each run of such entities; the parser tells whether it stands where an entity can be.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, NamedTuple

from orgmodel.exchange.canonical import SAME_AS_TEXT
from orgmodel.exchange.formatting.parts import SIGN
from orgmodel.exchange.formatting.values import KEPT
from orgmodel.exchange.rewriting.nodes import Node
from orgmodel.exchange.yaml_writer import WIDTH
from orgmodel.model.organisation import SECTIONS

LinesOf = Callable[[str], list[str]]
"""Gives the lines of a text after formatting; none if it has to stay as it is."""

_STANDS_FOR: Final = "orgmodel-stands-for-run-"
_LIST: Final = "dependencies"
"""The one section that is a list."""

_WORDS: Final = r"(?!(?i:null|true|false|yes|no|on|off|y|n)[:,\]}\n])[^\W\d_][\w ./@+%&'()-]*+(?<! )"
_SIMPLE: Final = rf"(?:{_WORDS}|{SAME_AS_TEXT.pattern})"
"""What is written as it stands wherever it stands: as a key or a value, within brackets and braces as well."""
_VALUE: Final = re.compile(rf"([ \[])({_SIMPLE})(?=[,\]}}\n])")
_SIGNS: Final = [chr(code) for code in range(0xE000, 0xF8FF)]
"""Characters that no key and no simple value has: each stands for one of these, the first for the id."""
_PLACES: Final = {ord(sign): f"{{{number}}}" for number, sign in enumerate(_SIGNS)}
_FORM: Final = re.compile(r"(?:[\w-]++:(?=[ \n])|- |,(?=[ \n])|[ \[\]{}\n])*+")
_FIELDS: Final = re.compile(r"(?:- )?(?!-).*\n(?: *[\w-]++:.*\n)*+")
_KEY: Final = re.compile(f"[{_SIGNS[0]}-{_SIGNS[-1]}]:")
_SECTION: Final = re.compile(r"^(\w+):[ \t]*(?:#.*)?\n((?:(?:[-# ].*)?\n|[-# ].*\Z)*)", re.MULTILINE)
_INDENT: Final = re.compile(r"(?:[ \t]*(?:#.*)?\n)*+( *)")


class _Section(NamedTuple):
    """A section: its name, and the indentation of its entities."""

    name: str
    indent: str

    @property
    def is_list(self) -> bool:
        """Whether its entities stand behind dashes, and not below their ids."""
        return self.name == _LIST

    def line(self, content: str) -> str:
        """Return the line of an entity that has a name and nothing else, or of an item that is a name."""
        return f"{self.indent}- {content}" if self.is_list else f"{self.indent}{content}: {{}}"


class Collapsed(NamedTuple):
    """A text in which one line stands for each run of entities.

    Attributes
    ----------
    text
        The text.
    runs
        The lines of each run after formatting, by its section and by the name that stands for it.
    """

    text: str
    runs: dict[tuple[str, str], list[str]]

    def is_safe(self, root: Node | None) -> bool:
        """Tell whether each name is an entity of its section, or one of the dependencies, in the text that was read."""
        pairs = root.pairs if root is not None else ()
        found = {(pair.key.text, each.key.text) for pair in pairs for each in pair.value.pairs}
        found |= {(pair.key.text, each.value.text) for pair in pairs for each in pair.value.items}
        return found.issuperset(self.runs)

    def expanded(self, lines: list[str]) -> Iterator[str]:
        """Yield lines with the runs in the places of what stood for them."""
        runs = {_Section(section, "  ").line(name): run for (section, name), run in self.runs.items()}
        for line in lines:
            yield from runs.get(line, (line,))


@dataclass(slots=True)
class _Run:
    """Entities one below the other: where they stand, and their lines after formatting."""

    start: int
    end: int
    lines: list[str]


def collapsed(text: str, lines_of: LinesOf) -> Collapsed:
    """Take the runs of entities out of a text whose lines end in line feeds.

    Parameters
    ----------
    text
        The text.
    lines_of
        Formats one entity of each form, below its section, as any other text.
    """
    runs: dict[tuple[str, str], list[str]] = {}
    pieces, done = [], 0
    for section, content in _sections(text) if _STANDS_FOR not in text else ():
        for run in _joined(_evident(text, section, content, lines_of)):
            name = f"{_STANDS_FOR}{len(runs)}"
            runs[section.name, name] = run.lines
            pieces += [text[done : run.start], section.line(name), "\n"]
            done = run.end
    return Collapsed("".join([*pieces, text[done:]]), runs)


def _sections(text: str) -> Iterator[tuple[_Section, tuple[int, int]]]:
    """Yield each section that can hold entities, and from where to where its content stands."""
    for found in _SECTION.finditer(text):
        first = _INDENT.match(text, found.start(2))
        section = _Section(found[1], first[1] if first else "")
        if section.is_list or (section.name in SECTIONS and section.indent):
            yield section, found.span(2)


def _joined(entities: Iterable[_Run]) -> Iterator[_Run]:
    run: _Run | None = None
    for entity in entities:
        if run and run.end == entity.start:
            run.end = entity.end
            run.lines += entity.lines
        else:
            yield from [run] if run else []
            run = entity
    yield from [run] if run else []


def _evident(text: str, section: _Section, content: tuple[int, int], lines_of: LinesOf) -> Iterator[_Run]:
    """Yield each entity of a section whose form tells how it is formatted."""
    may_be_waived = SIGN in text
    for found in _entity(section).finditer(text, *content):
        if may_be_waived and _is_below_comment(text, found.start()):
            continue
        if lines := _filled(section, found[1], found[2], lines_of):
            yield _Run(*found.span(), lines)


@cache
def _entity(section: _Section) -> re.Pattern[str]:
    """Return the pattern of the lines of an entity that does not go on below an empty line or a comment."""
    head = "(-)" if section.is_list else f"({_SIMPLE}):"
    lines = rf"((?: .*)?\n(?:{section.indent} ++[^\s#].*\n)*+)"
    return re.compile(rf"^{section.indent}{head}{lines}(?!(?:[ \t]*\n)*+{section.indent}[ \t])", re.MULTILINE)


def _is_below_comment(text: str, start: int) -> bool:
    """Tell whether a comment stands above an entity: it may be a waiver, which speaks of a line as it is written."""
    above = ""
    while start and not above:
        end, start = start, text.rfind("\n", 0, start - 1) + 1
        above = text[start:end].strip()
    return above.startswith("#")


def _filled(section: _Section, head: str, rest: str, lines_of: LinesOf) -> list[str]:
    """Return the lines of an entity after formatting; none where only parsing tells them."""
    form = _VALUE.split(rest)
    values = form[2::3]
    del form[2::3]
    pattern = _pattern(section, tuple(form), lines_of)
    lines = pattern.text.format(head, *values).split("\n")
    return lines if max(map(len, lines)) <= pattern.width else []


class _Pattern(NamedTuple):
    """The lines of all entities of a form, for `str.format`, and how many columns these may have at most."""

    text: str
    width: int


_NONE: Final = _Pattern("", -1)


@lru_cache(maxsize=1 << 12)
def _pattern(section: _Section, form: Sequence[str], lines_of: LinesOf) -> _Pattern:
    """Return the pattern of a form: what is before the first value, then the character before and what is behind each.

    The signs are as short as a value can be. So what does not fit on a line with them does not with values either, and
    what fits with them is looked at when it is filled in. Lists of names, and texts, that stand on several lines are
    joined if they fit within fewer columns than anything else.
    """
    if len(form) // 2 >= len(_SIGNS) or not _FORM.fullmatch("".join(form)):
        return _NONE
    values = zip(form[1::2], _SIGNS[1:], form[2::2], strict=False)
    entity = f"{'-' if section.is_list else f'{_SIGNS[0]}:'}{form[0]}{''.join(map(''.join, values))}"
    written = "\n".join(lines_of(f"{section.name}:\n{section.indent}{entity}")[1:])
    has_values_as_keys = len(_KEY.findall(written)) > (not section.is_list)
    if not written or has_values_as_keys:
        return _NONE
    pattern = written.replace("{", "{{").replace("}", "}}").translate(_PLACES)
    return _Pattern(pattern, KEPT if _FIELDS.fullmatch(entity) else WIDTH)
