"""What is said of a rule or a measure, to be written down."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Setting:
    """One option of a rule: its default and where that number comes from."""

    name: str
    default: object
    provenance: str
    description: str


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What a preset says of a rule otherwise: that it is off, its severity, or a number and where that comes from."""

    preset: str
    key: str
    value: object
    provenance: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleExplained:
    """A rule: its page, its settings, evidence, sources by key and citation; and what presets say otherwise."""

    code: str
    name: str
    severity: str
    summary: str
    options: tuple[Setting, ...]
    evidence: str
    sources: tuple[tuple[str, str], ...]
    covers: tuple[str, ...]
    page: str
    presets: tuple[Elsewhere, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureExplained:
    """A measure of one kind of thing: how it is defined, what its numbers can be, and how much they say.

    Parameters
    ----------
    by
        What it is a number of: the organisation, or each team, group, initiative, person, component or decision.
    family
        The measures it belongs to, such as `Coupling`.
    range
        What values it can have; None where its unit says all.
    means
        What the word for its evidence says.
    better
        Which way it gets better; None where that can be disputed.
    assumed
        What it rests on that no file says; such a measure is computed only if it is asked for.
    definition
        The whole definition in words, the summary included.
    example
        Calls with their results, as a session of Python.
    sources
        Where the definition comes from; none where it stands for itself.
    """

    id: str
    by: str
    family: str
    unit: str
    range: str | None
    evidence: str
    means: str
    better: str | None
    assumed: str | None
    summary: str
    definition: str
    example: str
    sources: tuple[str, ...]
