"""Numbers as people read them."""

from typing import Final

NO_VALUE: Final = "–"


def number(value: float | bool | str | None) -> str:
    """Write a value for a person: at most four digits that matter, a dash for what is not defined."""
    if value is None:
        return NO_VALUE
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:,.0f}" if abs(value) >= 1000 or value == int(value) else f"{value:.4g}"
