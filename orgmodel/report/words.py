"""Numbers, days and kinds of entities in words."""

import datetime
from collections.abc import Iterable, Mapping
from typing import Final

from orgmodel.model.audit import Census

_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MANY: Final[Mapping[str, str]] = {
    "person": "people",
    "dependency": "dependencies",
    "hiring": "hiring loops",
    "cycle": "circles",
}
_TOPICS: Final[Mapping[str, str]] = {
    "F": "files",
    "T": "team size and shape",
    "L": "leadership",
    "W": "initiatives",
    "C": "coupling",
    "O": "ownership",
    "D": "decisions",
    "R": "reporting lines",
    "S": "skills",
    "M": "metrics",
    "H": "hiring",
    "Z": "waivers",
    "U": "rules of its own",
}
_ONE: Final[Mapping[str, str]] = {"hiring": "hiring loop", "cycle": "circle"}


def counted(number: int, one: str, many: str | None = None) -> str:
    """Write a number with its noun: ``1 team``, ``12 teams``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def counted_kind(number: int, kind: str) -> str:
    """Write a number of entities: ``1 person``, ``12 people``."""
    return counted(number, _ONE.get(kind, kind), _MANY.get(kind))


def more_kind(number: int, kind: str) -> str:
    """Write a number of further entities: ``1 more person``, ``12 more people``."""
    count, _, noun = counted_kind(number, kind).partition(" ")
    return f"{count} more {noun}"


def topics(codes: Iterable[str]) -> str:
    """Say what rules are about: ``leadership, coupling``."""
    return ", ".join(dict.fromkeys(_TOPICS.get(code[0], code) for code in codes))


def day(date: datetime.date) -> str:
    """Write a day the same way under every locale: ``22 Nov 2026``."""
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


def people(census: Census) -> str:
    """Say how many people there are, and how many of them are described one by one."""
    if not census.heads:
        return "people not stated"
    known = []
    if census.heads != census.people:
        known.append(f"{census.people:,} by name" if census.people else "none by name")
    if census.vacant:
        known.append(f"{census.vacant:,} vacant")
    return counted_kind(census.heads, "person") + (f" ({', '.join(known)})" if known else "")


def first_few(texts: Iterable[str], most: int, *, more: str) -> list[str]:
    """Return the texts, or the first of them and how many more there are: ``and 7 more rules``."""
    listed = list(texts)
    if len(listed) <= most:
        return listed
    rest = len(listed) - most + 1
    return [*listed[: most - 1], f"and {rest:,} more {more}"]
