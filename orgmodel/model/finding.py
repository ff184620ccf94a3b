"""What an audit finds: one frozen value through the whole program."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
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


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that belongs to a finding, and what it has to do with it."""

    message: str
    subject: Subject | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One problem, with the entity, the numbers, the place, and one thing to do."""

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
    evidence: Evidence = field(default_factory=dict, hash=False)
    concerns: tuple[str, ...] = ()
    fingerprint: str = ""
    covered_by: str | None = None


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
