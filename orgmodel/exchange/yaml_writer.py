"""Writes an organisation file that people like to read and every YAML tool reads alike."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from orgmodel.exchange.arrangement import arranged
from orgmodel.exchange.scalars import is_printable, scalar
from orgmodel.exchange.shapes import RECORDS

WIDTH: Final = 100
"""Columns within which lists and mappings stay on one line, and beyond which a text is folded."""
_LONGEST_KEY: Final = 1000
"""Characters of a key that readers accept before its colon; YAML allows 1024."""
_BETWEEN_WORDS: Final = re.compile("(?<=[^ ]) (?=[^ ])")


def organisation_yaml(document: Mapping[str, object], *, schema: str | None = None) -> str:
    """Write an organisation as YAML.

    Sections and fields come in the model's order, entities in their own. Entities are written as block mappings; what
    is inside them stands on one line where it fits. A text is quoted only where a tool would read it as something else.

    Parameters
    ----------
    document
        Sections, entities and fields in the shape of the organisation file.
    schema
        Path or URL of the JSON Schema, for editors; it is named in the first line.

    Returns
    -------
    str
        The text of the file; reading it gives the same document.

    Raises
    ------
    TypeError
        If the document holds something that no organisation file can.
    """
    sections = ["\n".join(section_lines(name, content)) + "\n" for name, content in arranged(document).items()]
    first_line = f"# yaml-language-server: $schema={schema}\n" if schema else ""
    return first_line + ("\n".join(sections) or "{}\n")


def section_lines(name: str, content: object) -> Iterator[str]:
    """Yield a section with all it holds."""
    if not isinstance(content, Mapping | list | tuple) or not content:
        yield from entry_lines(key_line(name, ""), content, "")
        return
    yield key_line(name, "")
    if isinstance(content, Mapping):
        for id, entity in content.items():
            yield from _entity(key_line(id, "  "), entity, keyed=name != "organisation" and name in RECORDS)
    else:
        for item in content:
            yield from item_lines(item, "  ")


def _entity(head: str, entity: object, *, keyed: bool) -> Iterator[str]:
    if keyed and isinstance(entity, Mapping) and entity:
        yield head
        yield from field_lines(entity, "    ")
    else:
        yield from entry_lines(head, entity, "  ")


def field_lines(mapping: Mapping[str, object], indent: str) -> Iterator[str]:
    """Yield the fields of a mapping, each on lines of its own."""
    for name, value in mapping.items():
        yield from entry_lines(key_line(name, indent), value, indent)


def entry_lines(head: str, value: object, indent: str) -> Iterator[str]:
    """Yield a key or a dash with its value: on one line where that fits, else below."""
    if isinstance(value, str) or not isinstance(value, Mapping | list | tuple):
        yield from _lines_of_scalar(head, value, indent)
    elif _fits(line := f"{head} {flow(value)}") or not value:
        yield line
    else:
        yield head
        yield from below_lines(value, indent + "  ")


def _fits(line: str) -> bool:
    """Tell whether a list or a mapping reads well on one line; a text of several lines does not."""
    return len(line) <= WIDTH and r"\n" not in line


def below_lines(value: object, indent: str) -> Iterator[str]:
    """Yield what stands below the key of a list or a mapping."""
    if isinstance(value, Mapping):
        yield from field_lines(value, indent)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from item_lines(item, indent)


def item_lines(item: object, indent: str) -> Iterator[str]:
    """Yield an item of a list: where it needs several lines, the first of them stands behind the dash."""
    lines = list(entry_lines(f"{indent}-", item, indent))
    if len(lines) > 1 and lines[0] == f"{indent}-":
        yield f"{indent}- {lines[1].lstrip(' ')}"
        yield from lines[2:]
    else:
        yield from lines


def _lines_of_scalar(head: str, value: object, indent: str) -> Iterator[str]:
    written = scalar(value)
    if isinstance(value, str) and (style := _block_style(value, len(head) + 1 + len(written))):
        lines = _folded(value, WIDTH - len(indent) - 2) if style == ">-" else value.removesuffix("\n").split("\n")
        yield f"{head} {style}"
        yield from (f"{indent}  {line}" if line else "" for line in lines)
    else:
        yield f"{head} {written}"


def _block_style(text: str, width: int) -> str | None:
    """Choose how a text of several lines, or a long one, is written below its key; None if it stays beside it."""
    if "\n" not in text and (width <= WIDTH or not _BETWEEN_WORDS.search(text)):
        return None
    lines = text.removesuffix("\n").split("\n")
    if text[0] in " \n" or not lines[-1] or any(line.endswith(" ") or not is_printable(line) for line in lines):
        return None
    if len(lines) == 1 and not text.endswith("\n"):
        return ">-"
    return "|" if text.endswith("\n") else "|-"


def _folded(text: str, width: int) -> Iterator[str]:
    line = ""
    for word in _BETWEEN_WORDS.split(text):
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


@lru_cache(maxsize=1 << 12, typed=True)
def key_line(name: object, indent: str) -> str:
    """Write a key up to its colon; one that is too long for readers takes two lines."""
    written = scalar(name)
    return f"{indent}{written}:" if len(written) <= _LONGEST_KEY else f"{indent}? {written}\n{indent}:"


def flow(value: object) -> str:
    """Write a value for within brackets and braces."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{scalar(name, flow=True)}: {flow(inner)}" for name, inner in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(flow, value)) + "]"
    return scalar(value, flow=True)
