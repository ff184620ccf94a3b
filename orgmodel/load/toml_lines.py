"""On which line of a TOML file a key stands; the parser of Python does not tell."""

import re
from collections.abc import Sequence
from typing import Final

_HEADER: Final = re.compile(r"\s*(\[\[?)\s*(.+?)\s*\]\]?\s*(?:#.*)?$")
_PAIR: Final = re.compile(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
_PART: Final = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")

Path = tuple[str | int, ...]


class Lines:
    """Knows the lines of the keys of a file. What stands inside a value has the line of the key around it."""

    def __init__(self, text: str) -> None:
        self._lines: dict[Path, int] = {}
        tables: dict[Path, int] = {}
        table: Path = ()
        for number, line in enumerate(text.splitlines(), start=1):
            header = _HEADER.match(line)
            pair = _PAIR.match(line)
            if header and not pair:
                table = self._table(header[1], header[2], tables)
                self._lines.setdefault(table, number)
            elif pair:
                keys = (*table, *_parts(pair[1]))
                for end in range(len(table) + 1, len(keys) + 1):
                    self._lines.setdefault(keys[:end], number)

    def _table(self, brackets: str, name: str, tables: dict[Path, int]) -> Path:
        """Return the path of a table; one of several of the same name has its number in it."""
        path: Path = ()
        for part in _parts(name):
            path = (*path, part)
            if path in tables and path != tuple(_parts(name)):
                path = (*path, tables[path])
        if brackets == "[[":
            tables[path] = tables.get(path, -1) + 1
            return (*path, tables[path])
        return path

    def line(self, *path: str | int) -> int:
        """Return the line of a key, or of the nearest key around it; 1 if there is none."""
        steps: Sequence[str | int] = path
        while steps and tuple(steps) not in self._lines:
            steps = steps[:-1]
        return self._lines.get(tuple(steps), 1)


def _parts(name: str) -> list[str]:
    return [part.strip("\"'") for part in _PART.findall(name)]
