"""What an audit finds: one frozen value through the whole program."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

from orgmodel.model.place import Place

Severity = Literal["error", "warning", "info"]
SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning", "info")
"""From the gravest to the lightest."""

Evidence = Mapping[str, object]
"""Every number and name of a message, by name, in the order in which the message says them."""


class Subject(NamedTuple):
    """The entity that a finding is about."""

    kind: str
    id: str
    name: str | None = None

    @property
    def key(self) -> str:
        """The kind and the id as one word, such as ``team:payments``."""
        return f"{self.kind}:{self.id}"


class Related(NamedTuple):
    """Another place that belongs to a finding, and what it has to do with it."""

    message: str
    subject: Subject | None = None
    place: Place | None = None


class Waived(NamedTuple):
    """Somebody has decided to live with a finding: why, until when (the last day counts), and where that is written."""

    reason: str | None
    until: datetime.date | None
    place: Place | None


class Finding(NamedTuple):
    """One problem, with the entity, the numbers, the place, and one thing to do.

    `concerns` are the keys of all whose problem it is, and `explains`, where these are not the same, of those whose
    other findings it may cover. `covered_by` is the fingerprint of the finding that states its cause, `waived` says why
    nobody is to act on it now, and `in_baseline` that it was there before, and no worse, when the baseline was written.
    """

    code: str
    name: str
    severity: Severity
    subject: Subject
    message: str
    help: str = ""
    note: tuple[str, ...] = ()
    label: str = ""
    place: Place | None = None
    related: tuple[Related, ...] = ()
    evidence: Evidence = MappingProxyType({})
    concerns: tuple[str, ...] = ()
    explains: tuple[str, ...] | None = None
    fingerprint: str = ""
    covered_by: str | None = None
    waived: Waived | None = None
    in_baseline: bool = False

    @property
    def stands(self) -> bool:
        """Whether it is to be acted on: printed, and counted."""
        return self.covered_by is None and self.waived is None and not self.in_baseline

    @property
    def number(self) -> float | None:
        """The number that it is about: the first of its evidence; a list counts as long as it is."""
        return next(_numbers(self.evidence.values()), None)

    @property
    def distance(self) -> float:
        """How far the number is from its limit; the number itself where there is no limit."""
        number, limit = self.number or 0.0, self.evidence.get("limit")
        return abs(number - limit) if isinstance(limit, int | float) else number


def _numbers(values: Iterable[object]) -> Iterator[float]:
    for value in values:
        if isinstance(value, list | tuple):
            yield len(value)
        elif isinstance(value, int | float) and not isinstance(value, bool):
            yield value


def fingerprint(code: str, *identity: str) -> str:
    """Return the lasting identity of a finding, made of its rule and of ids, never of lines or numbers.

    Returns
    -------
    str
        Sixteen hexadecimal digits.
    """
    return blake2b("\x1f".join((code, *identity)).encode("utf-8", "replace"), digest_size=8).hexdigest()


class Coverage(NamedTuple):
    """How far one rule could be checked: how many were judged, found wanting, and not known."""

    code: str
    checked: int
    violations: int
    unknown: int
    missing: tuple[tuple[str, int], ...] = ()
