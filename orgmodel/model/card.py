"""One entity with everything tied to it, to be written down."""

from dataclasses import dataclass

from orgmodel.model.finding import Finding
from orgmodel.model.place import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """An entity: where it is written, what is tied to it by heading, and the findings that concern it."""

    kind: str
    id: str
    name: str | None
    place: Place | None
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    findings: tuple[Finding, ...] = ()
