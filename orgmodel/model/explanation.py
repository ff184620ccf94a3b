"""What is said of a rule or a measure, to be written down."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Setting:
    """One option of a rule: its default and where that number comes from."""

    name: str
    default: object
    provenance: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleExplained:
    """A rule: its page, its settings, the evidence and the sources, key and citation."""

    code: str
    name: str
    severity: str
    summary: str
    options: tuple[Setting, ...]
    evidence: str
    sources: tuple[tuple[str, str], ...]
    covers: tuple[str, ...]
    page: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureExplained:
    """A measure: what it is of, its unit, its definition and its evidence."""

    id: str
    by: str
    unit: str
    evidence: str
    definition: str
