"""What a file says, as plain texts, lists and mappings: as loading takes it, and as writing gives it."""

import re
from collections.abc import Mapping
from typing import Final

from orgmodel.exchange.rewriting.nodes import Node
from orgmodel.exchange.scalars import Verbatim, scalar


class Null(str):
    """A `null` without quotation marks: a text where a text is wanted, and absent elsewhere."""

    __slots__ = ()


NULL: Final = Null("null")

Raw = str | list["Raw"] | dict[str, "Raw"] | None
"""What a file says: every scalar is a text, kept as written; None where nothing is written."""

_AS_IT_STANDS: Final = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?%?|[0-9]{4}-[0-9]{2}-[0-9]{2}|true|false")
"""Texts that people do not quote, because the field that holds them wants a number, a date or a flag."""


def said(node: Node) -> Raw:
    """Return what a node says."""
    if node.kind == "scalar":
        return _scalar(node)
    if node.kind == "alias":
        assert node.target is not None
        return said(node.target)
    if node.kind == "sequence":
        return [raw for item in node.items if (raw := said(item.value)) is not None]
    result: dict[str, Raw] = {}
    for pair in node.pairs:
        key = name(pair.key)
        if key is not None and key not in result:
            result[key] = said(pair.value)
    return result


def _scalar(node: Node) -> Raw:
    if not node.plain:
        return node.text
    return None if node.text in ("", "~") else NULL if node.text == "null" else node.text


def name(key: Node) -> str | None:
    """Return the text of a key; None if it has none."""
    text = _scalar(key) if key.kind == "scalar" else said(key)
    return text if isinstance(text, str) and text is not NULL else None


def as_read(value: object) -> Raw:
    """Return what a file says in which a value is written."""
    if isinstance(value, Mapping):
        return {str(key): as_read(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [raw for item in value if (raw := as_read(item)) is not None]
    if value is None or isinstance(value, str):
        return value
    return scalar(value)


def as_written(raw: Raw) -> object:
    """Return the value to write so that a file says this."""
    if isinstance(raw, dict):
        return {key: as_written(inner) for key, inner in raw.items()}
    if isinstance(raw, list):
        return [as_written(item) for item in raw]
    if raw is NULL or (raw is not None and _AS_IT_STANDS.fullmatch(raw)):
        return Verbatim(raw)
    return raw
