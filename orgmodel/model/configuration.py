"""What a configuration says, each value with where it was said."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple

Where = Literal["default", "preset", "file", "environment", "command line"]
PRESETS: Final = ("amazon", "team-topologies", "spans-and-layers", "strict", "minimal")
FAIL_ON: Final = ("error", "warning", "info", "never")


class ConfigurationError(ValueError):
    """A configuration that cannot be used; the message says where, what, and what would be right."""


class Origin(NamedTuple):
    """Where a value was said: ``file`` with ``orgmodel.toml:12``, ``preset`` with its name."""

    where: Where
    detail: str = ""

    def __str__(self) -> str:
        return self.detail if self.where == "file" else " ".join(part for part in (self.where, self.detail) if part)


class Stated(NamedTuple):
    """A value, and where it was said."""

    value: object
    origin: Origin


class WaiverStated(NamedTuple):
    """A waiver of the configuration: which rule, about whom, why, and until when; the last day counts."""

    rule: str
    subject: str
    reason: str | None
    until: datetime.date | None
    origin: Origin


class PathSettings(NamedTuple):
    """What is said of the files that a pattern matches: rules that do not count there, and severities.

    The pattern is one of paths below `folder`, in which the configuration stands.
    """

    match: str
    folder: str
    ignore: Stated
    severity: Mapping[str, Stated]


class OwnRule(NamedTuple):
    """A rule of one's own: what must hold, of what, and what is said where it does not."""

    code: str
    name: str
    must: str
    stated: Mapping[str, object]
    severity: str
    message: str
    help: str
    why: str
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one source says: a file, the environment, or the words of the command line.

    Parameters
    ----------
    values
        Single values by key: `preset`, `select`, `ignore`, `fail_on`, `baseline`, `plugins`.
    severity
        Severities by the name or code of a rule.
    options
        Options by the name or code of a rule and by their own name.
    waivers, paths
        What is said of single entities and of single files.
    own
        Rules of one's own.
    """

    values: Mapping[str, Stated] = field(default_factory=dict)
    severity: Mapping[str, Stated] = field(default_factory=dict)
    options: Mapping[tuple[str, str], Stated] = field(default_factory=dict)
    waivers: Sequence[WaiverStated] = ()
    paths: Sequence[PathSettings] = ()
    own: Sequence[OwnRule] = ()


class Effective(NamedTuple):
    """One setting as it counts: its key, its value, where that was said, and for numbers where they come from."""

    key: str
    value: object
    origin: Origin
    provenance: str = ""
