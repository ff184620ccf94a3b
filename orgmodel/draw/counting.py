"""How pictures write numbers with what they count, and lists that may be long."""

from collections.abc import Sequence


def count(number: float, one: str, many: str | None = None) -> str:
    """Write a number and what it counts."""
    return f"{amount(number)} {one if number == 1 else many or one + 's'}"


def amount(number: float) -> str:
    """Write a number with at most one decimal."""
    return f"{number:,.1f}".removesuffix(".0")


def listed(names: Sequence[str], most: int) -> str:
    """Write the first names, and how many there are besides."""
    rest = len(names) - most
    return ", ".join(names[:most]) + (f" and {rest:,} more" if rest > 0 else "")
