"""The findings that an organisation begins with: they are known, and only what is new or worse is reported."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

VERSION: Final = 1
USUAL: Final = "orgmodel-baseline.json"
"""The name of the file where none is given."""


class Accepted(NamedTuple):
    """One finding that is accepted: its rule, its subject, and the number it had, if it is about one."""

    code: str
    subject: str
    number: float | None = None


@dataclass(frozen=True, slots=True)
class Baseline:
    """What is accepted, by fingerprint, and the file in which it stands."""

    path: str
    accepted: Mapping[str, Accepted] = field(default_factory=dict)
