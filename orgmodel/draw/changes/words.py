"""How a change is told: numbers before and after, names in a row, and the words for each kind of change."""

from collections.abc import Mapping, Sequence
from typing import Final

from orgmodel.draw.changes.values import Mark, Pair
from orgmodel.draw.text import one_line
from orgmodel.model.comparison import How

UNKNOWN: Final = "?"

TALLIED: Final[Mapping[Mark, str]] = {
    "added": "new",
    "removed": "dissolved",
    "moved-away": "moved away",
    "moved-here": "moved here",
    "resized": "resized",
    "changed": "changed otherwise",
    "unchanged": "unchanged",
}
"""What is counted, in a few words each."""

HOWS: Final[Mapping[How, str]] = {
    "internalised": "now inside one team",
    "moved": "really moved",
    "removed": "interface added or approval dropped",
    "assumed": "only said",
    "added": "new",
}
"""Why a pair of teams waits no more, or newly."""


def count(number: int, one: str, many: str | None = None) -> str:
    """Write a number and what it counts."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def amount(value: float | None) -> str:
    """Write a number with as many digits as matter, `?` for one that is not known."""
    if value is None:
        return UNKNOWN
    return f"{value:,.0f}" if value == int(value) or abs(value) >= 1000 else f"{value:.3g}"


def number(people: int | None) -> str:
    """Write how many people there are, `?` if that is not known."""
    return UNKNOWN if people is None else f"{people:,}"


def shift(before: float | None, after: float | None) -> str:
    """Write a number before and after; once where it stays."""
    return amount(after) if before == after else f"{amount(before)} → {amount(after)}"


def people(pair: Pair) -> str:
    """Write how many people there are before and after."""
    word = "person" if pair.before in (pair.after, 1) and pair.after == 1 else "people"
    return f"{shift(*pair)} {word}"


def joined(names: Sequence[str], most: int = 3) -> str:
    """Write names as a sentence has them; of many the first, and how many there are besides."""
    shown = [one_line(name) for name in names]
    if len(shown) > most:
        return f"{', '.join(shown[: most - 1])} and {len(shown) - most + 1} more"
    return " and ".join(filter(None, [", ".join(shown[:-1]), *shown[-1:]]))


def tallied(counts: Mapping[Mark, int]) -> str:
    """Write how many teams are new, dissolved, moved and so on."""
    return ", ".join(f"{counts[mark]:,} {word}" for mark, word in TALLIED.items() if counts.get(mark))
