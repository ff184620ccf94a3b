"""What a file says, as plain texts, lists and mappings."""

from typing import Final


class Null(str):
    """A plain `null`: a text where a text is wanted, and absent elsewhere."""

    __slots__ = ()


NULL: Final = Null("null")


class Doubtful(str):
    """A plain text that other YAML tools read as something else: ``NO``, ``012``, ``12:30``."""

    __slots__ = ()


Value = str | list["Value"] | dict[str, "Value"] | None
"""What a file says: every scalar is a text, kept as written; None where nothing is written."""

PLAIN: Final[dict[str, Value]] = {"": None, "~": None, "null": NULL}
"""Texts that say that there is nothing, where they are written without quotation marks."""


class Plain(dict[str, Value]):
    """What plain texts say: nothing, where they are in `PLAIN`, and themselves otherwise."""

    def __missing__(self, text: str) -> Value:
        """Return the text itself."""
        return text


AS_WRITTEN: Final = Plain(PLAIN)
"""For reading what nobody keeps as a text of an organisation."""


def extent(value: Value) -> tuple[int, int]:
    """Return how many characters a value has with all its aliases written out, and how deep it is nested."""
    if value is None or isinstance(value, str):
        return len(value or "") + 1, 0
    items = value if isinstance(value, list) else [*value, *value.values()]
    inside = [extent(item) for item in items]
    return 1 + sum(size for size, _ in inside), 1 + max((depth for _, depth in inside), default=0)


def unmarked(value: Value) -> Value:
    """Return a value with all its texts as they are written, and no marks on them."""
    if isinstance(value, list):
        return [unmarked(item) for item in value]
    if isinstance(value, dict):
        return {str(key): unmarked(item) for key, item in value.items()}
    return str(value) if isinstance(value, Doubtful) else value
