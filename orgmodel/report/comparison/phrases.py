"""Small turns that every part of a comparison uses: numbers before and after, names in a row, days."""

import datetime
import itertools
from collections.abc import Callable, Iterable, Sequence
from typing import Final, TypeVar

from orgmodel.model.finding import Finding
from orgmodel.model.place import Place
from orgmodel.report.numbers import number
from orgmodel.report.width import clean, clip
from orgmodel.report.words import day

Item = TypeVar("Item")
Key = TypeVar("Key")

UNKNOWN: Final = "?"
_NAME: Final = 40


def shift(before: float | None, after: float | None) -> str:
    """Write a number before and after: ``9 → 3``; `?` for one that is not known."""
    return f"{known(before)} → {known(after)}"


def known(value: float | None) -> str:
    """Write a number, or `?` if it is not known."""
    return UNKNOWN if value is None else number(value)


def signed(value: float) -> str:
    """Write a difference with its sign: ``+2``, ``−1``."""
    return f"+{number(value)}" if value > 0 else f"−{number(-value)}" if value < 0 else "0"


def turned(before: str | None, after: str | None) -> str:
    """Write what is said before and after: ``otto → dee``; `?` for what is not known."""
    return f"{before or UNKNOWN} → {after or UNKNOWN}"


def several(before: Iterable[str], after: Iterable[str], none: str = "none") -> str:
    """Write names before and after: ``payments → cards, wallets``."""
    return f"{', '.join(before) or none} → {', '.join(after) or none}"


def joined(names: Sequence[str]) -> str:
    """Write names as a sentence has them: ``ana, bo and cy``."""
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def few(names: Sequence[str], most: int) -> str:
    """Write names, or the first of them and how many more: ``ana, bo and 7 more``. Long ones are cut."""
    if len(names) <= most:
        return joined([clip(clean(name), _NAME) for name in names])
    shown = [clip(clean(name), _NAME) for name in names[: max(most - 1, 1)]]
    return f"{', '.join(shown)} and {len(names) - len(shown):,} more"


def beside(said: str, names: Sequence[str], most: int) -> str:
    """Write a phrase with a few names in brackets."""
    return f"{said} ({few(names, most)})" if names else said


def sentence(text: str) -> str:
    """End a text with a full stop, unless it has an end."""
    return text if not text or text[-1] in ".?!" else f"{text}."


def days(dates: Sequence[datetime.date]) -> str:
    """Write days one after the other; the year only where it changes: ``11 Jan, 1 Mar 2027``."""
    written = [day(date) for date in dates]
    for index, (one, other) in enumerate(itertools.pairwise(dates)):
        if one.year == other.year:
            written[index] = written[index].rpartition(" ")[0]
    return ", ".join(written)


def place(place: Place | None) -> str:
    """Write where something stands: its path and line."""
    return f"{place.path}:{place.line}" if place else ""


def rule(finding: Finding) -> str:
    """Write what a rule is about, in words: ``team too large``."""
    return finding.name.replace("-", " ")


def by_key(items: Iterable[Item], key: Callable[[Item], Key]) -> dict[Key, list[Item]]:
    """Return the items by a key, in the order in which each key comes first."""
    found: dict[Key, list[Item]] = {}
    for item in items:
        found.setdefault(key(item), []).append(item)
    return found
