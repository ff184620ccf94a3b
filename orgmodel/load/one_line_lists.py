"""Finds an item of a list that a field has on one line, so that its entity need not be read again for its place."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from orgmodel.load.faults import FieldKey
from orgmodel.load.values import PLAIN
from orgmodel.model.place import Step

_HEAD: Final = re.compile(r"[\w.-]+:\n( +)")
_DOUBTFUL: Final = re.compile(r"[\"'|>#&*!?@`\\\t]")
"""What may make of a line something else than it seems: texts over several lines, comments, tags, anchors."""

_ITEM: Final = re.compile(r" *(\{[^{}\[\]]*\}|[^\s,:{}\[\]-][^,:{}\[\]]*?) *(,|\])")


class Span(NamedTuple):
    """Where something stands in the text of an entity: how many lines below its first one, and from and to where."""

    line: int
    start: int
    end: int


def in_one_line(entity: str, path: Sequence[Step]) -> Span | None:
    """Return where the list of a field, or an item of it, stands; None unless that is evident.

    Parameters
    ----------
    entity
        The text of the entity, from its key on.
    path
        The field, then the number of an item, then perhaps a part of it.
    """
    field, head = path[0], _HEAD.match(entity)
    if head is None or len(path) > 3 or not isinstance(field, str) or isinstance(field, FieldKey):
        return None
    found = _line_of(head[1], field).search(entity)
    if found is None or found[1] is None or not _is_plain(entity, found):
        return None
    line = entity.count("\n", 0, found.start(1))
    begin = found.start(1) - (entity.rfind("\n", 0, found.start(1)) + 1)
    if len(path) == 1:
        return Span(line, begin, begin + len(found[1]))
    item = _item(found[1], path[1])
    if item is None or (len(path) == 3 and found[1][item[0]] == "{"):
        return None
    return Span(line, begin + item[0], begin + item[1])


@lru_cache(maxsize=256)
def _line_of(indent: str, field: str) -> re.Pattern[str]:
    return re.compile(rf"^{indent}{re.escape(field)}:(?: (\[[^\n]*\])$)?", re.MULTILINE)


def _is_plain(entity: str, found: re.Match[str]) -> bool:
    """Tell whether nothing above a line reaches into it, and nothing on it is more than it seems."""
    before = entity[: found.start()]
    is_closed = before.count("{") == before.count("}") and before.count("[") == before.count("]")
    return is_closed and _DOUBTFUL.search(entity, 0, found.end()) is None


def _item(text: str, number: Step) -> tuple[int, int] | None:
    """Return from where to where an item of a list stands, if all before it are evident."""
    at = 1
    for place in range(number + 1 if isinstance(number, int) else 0):
        item = _ITEM.match(text, at)
        if item is None or PLAIN.get(item[1], item[1]) is None:
            return None
        if place == number:
            return item.span(1)
        if item[2] == "]":
            return None
        at = item.end()
    return None
