"""Formats the entities of a large file whose lines speak for themselves, so that only the rest of it has to be parsed.

Each run of such entities is taken out, and one that stands for all of them is put in its place. When the file has been
formatted, the run comes back. Whether what stands for it is still an entity of its section is looked at in between.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import count
from operator import attrgetter
from typing import Final, NamedTuple

from orgmodel.exchange.formatting.parts import SIGN
from orgmodel.exchange.formatting.shapes import Shape, organisation_shape
from orgmodel.exchange.formatting.values import KEPT, is_canonical, is_canonical_key
from orgmodel.exchange.rewriting.nodes import Node
from orgmodel.model.organisation import SECTIONS

_STANDS_FOR: Final = "orgmodel-stands-for-run-"
_WORD: Final = r"\w[\w./@+-]*+(?: [\w./@+-]++)*+%?+"
_WORDS: Final = rf"\[{_WORD}(?:, {_WORD})*+\]"
_FLAT: Final = rf"\{{{_WORD}: (?:{_WORD}|{_WORDS})(?:, {_WORD}: (?:{_WORD}|{_WORDS}))*+\}}"
_ITEM: Final = rf"(?:{_WORD}|{_FLAT})"
_VALUE: Final = rf"(?:{_WORD}|{_FLAT}|\[{_ITEM}(?:, {_ITEM})*+\])"
_BRACES: Final = rf"\{{{_WORD}: {_VALUE}(?:, {_WORD}: {_VALUE})*+\}}"
_SECTION: Final = re.compile(r"(\w+): *\n")
_ENTITY: Final = re.compile(rf"( +)({_WORD}):(?: ({_BRACES}))?\n")
_FIELD: Final = re.compile(rf"( +)({_WORD}): ({_VALUE})\n")
_DEPENDENCY: Final = re.compile(rf"( *)- ({_BRACES})\n")
_PAIR: Final = re.compile(rf"({_WORD}): ({_VALUE})(?:, |\Z)")
_PIECE: Final = re.compile(rf"({_ITEM})(?:, |\Z)")


class _Field(NamedTuple):
    """A field: its rank among the others, its name, and its line, which is empty if it is not evident."""

    rank: int
    name: str
    line: str


_RANK: Final = attrgetter("rank")


class Run(NamedTuple):
    """Entities one below the other, or dependencies: their section, and their lines after formatting."""

    section: str
    lines: list[str]


class Collapsed(NamedTuple):
    """A text in which one line stands for each run of entities; the runs by the name that stands for them."""

    text: str
    runs: dict[str, Run]

    def is_safe(self, root: Node | None) -> bool:
        """Tell whether each name is an entity of its section, or one of the dependencies, in the text that was read."""
        pairs = root.pairs if root is not None else ()
        found = {(pair.key.text, each.key.text) for pair in pairs for each in pair.value.pairs}
        found |= {(pair.key.text, each.value.text) for pair in pairs for each in pair.value.items}
        return all((run.section, name) in found for name, run in self.runs.items())

    def expanded(self, lines: list[str]) -> Iterator[str]:
        """Yield lines with the runs in the places of what stood for them."""
        for line in lines:
            run = self.runs.get(line[4:] if line.startswith("  - ") else line[2:].removesuffix(": {}"))
            if run is None:
                yield line
            else:
                yield from run.lines


def collapsed(text: str) -> Collapsed:
    """Take the runs of entities out of a text whose lines end in line feeds."""
    return Collapsed(text, {}) if _STANDS_FOR in text else _Collapsing(text).whole()


class _Collapsing:
    """One pass over the lines of a text."""

    def __init__(self, text: str) -> None:
        self._text, self._is_waived = text, SIGN in text
        self._pieces: list[str] = []
        self._runs: dict[str, Run] = {}
        self._numbers = count(1)
        self._section, self._indent, self._open = "", "", ""
        self._shape = Shape()

    def whole(self) -> Collapsed:
        """Return the text with the runs taken out."""
        position, below_comment = 0, False
        while position < len(self._text):
            end = self._entity(position) if self._section and not (below_comment and self._is_waived) else 0
            if not end:
                end = self._text.find("\n", position) + 1 or len(self._text)
                below_comment = self._line(self._text[position:end])
            position = end
        return Collapsed("".join(self._pieces), self._runs)

    def _line(self, line: str) -> bool:
        """Keep a line, and tell whether it is a comment."""
        self._pieces.append(line)
        self._open = ""
        bare = line.lstrip(" ")
        if bare[:1] in ("#", "\n", ""):
            return bare[:1] == "#"
        if line is bare or len(line) == len(bare):
            found = _SECTION.fullmatch(line)
            known = found is not None and (found[1] in SECTIONS or found[1] == "dependencies")
            if known or bare[0] != "-":
                self._begin(found[1] if found and known else "")
        elif self._indent == "?":
            self._indent = line[: len(line) - len(bare)]
        return False

    def _begin(self, section: str) -> None:
        self._section, self._indent = section, "?"
        shape = organisation_shape().of(section)
        self._shape = shape if section == "dependencies" else shape.of("")

    def _entity(self, position: int) -> int:
        """Put an entity into a run, and return where it ends; 0 if its lines do not speak for themselves."""
        is_list = self._section == "dependencies"
        found = (_DEPENDENCY if is_list else _ENTITY).match(self._text, position)
        if not found or (self._indent not in ("?", found[1])):
            return 0
        lines, end = _dependency(found, self._shape) if is_list else self._lines(found)
        if not lines or not self._ends(end, found[1], is_list=is_list):
            return 0
        self._indent = found[1]
        if not self._open:
            self._open = f"{_STANDS_FOR}{next(self._numbers)}"
            self._runs[self._open] = Run(self._section, [])
            self._pieces.append(f"{found[1]}- {self._open}\n" if is_list else f"{found[1]}{self._open}: {{}}\n")
        self._runs[self._open].lines.extend(lines)
        return end

    def _lines(self, found: re.Match[str]) -> tuple[list[str], int]:
        if not is_canonical_key(found[2]):
            return [], 0
        if found[3]:
            braces = _in_braces(found[3], self._shape)
            line = f"  {found[2]}: {braces}"
            return [line] if braces and len(line) <= KEPT else [], found.end()
        fields, end = self._fields(found.end())
        head = f"  {found[2]}:"
        return [head, *fields] if fields else [], end

    def _fields(self, position: int) -> tuple[list[str], int]:
        """Return the lines of the fields from a position on, and where they end."""
        indent = ""
        fields: list[_Field] = []
        while found := _FIELD.match(self._text, position):
            column, name, value = found.groups()
            indent = indent or column
            field = _field(name, value, self._shape)
            if column != indent or not field.line:
                return [], position
            fields.append(field)
            position = found.end()
        is_twice = len({field.name for field in fields}) < len(fields)
        if is_twice or (len(indent) <= len(self._indent) and self._indent != "?"):
            return [], position
        fields.sort(key=_RANK)
        return [field.line for field in fields], position

    def _ends(self, position: int, indent: str, *, is_list: bool) -> bool:
        """Tell whether the next section or a sibling follows, or nothing."""
        if position >= len(self._text):
            return True
        start = self._text[position : position + len(indent) + 1]
        if indent and start[0] not in " \n#-":
            return True
        return start[:-1] == indent and (start[-1] == "-" if is_list else start[-1:] not in " \n#-")


@lru_cache(maxsize=1 << 16)
def _field(name: str, value: str, shape: Shape) -> _Field:
    """Write a field of an entity on a line of its own; nothing if its value is not canonical."""
    written = is_canonical_key(name) and _value(value, shape.of(name), flow=False)
    line = f"    {name}: {written}"
    return _Field(shape.rank(name), name, line if written and len(line) <= KEPT else "")


def _dependency(found: re.Match[str], shape: Shape) -> tuple[list[str], int]:
    braces = _in_braces(found[2], shape)
    line = f"  - {braces}"
    return [line] if braces and len(line) <= KEPT else [], found.end()


def _value(text: str, shape: Shape, *, flow: bool) -> str:
    if text[0] == "{":
        return _in_braces(text, shape)
    if text[0] != "[":
        return text if is_canonical(text, shape.holds, flow=flow) else ""
    pieces = [_value(piece[1], shape, flow=True) for piece in _PIECE.finditer(text[1:-1])]
    return f"[{', '.join(pieces)}]" if all(pieces) else ""


@lru_cache(maxsize=1 << 12)
def _in_braces(text: str, shape: Shape) -> str:
    """Write a mapping in braces with its fields in order; nothing if that does not go without more."""
    pairs = {pair[1]: _value(pair[2], shape.of(pair[1]), flow=True) for pair in _PAIR.finditer(text, 1, len(text) - 1)}
    written = [f"{name}: {pairs[name]}" for name in sorted(pairs, key=shape.rank)]
    whole = f"{{{', '.join(written)}}}"
    return whole if len(whole) == len(text) and all(pairs.values()) and all(map(is_canonical_key, pairs)) else ""
