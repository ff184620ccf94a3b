"""What a rule is, and the three answers it can give."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from orgmodel.graph import OrgGraph
from orgmodel.model.finding import Severity
from orgmodel.model.place import Spot, Step

if TYPE_CHECKING:
    from orgmodel.model.comparison import Comparison

JUDGEMENT: Final = "judgement"
"""The provenance of a number that no source gives."""

Absent = Literal["auto", "unknown", "missing"]
"""What an absent field means: `auto` takes it as none where at least one entity of the section states the field."""


class Option(NamedTuple):
    """One setting of a rule: its default, where that comes from, and what it does.

    One that `follows` another rule takes the value of that rule's setting of the same name, unless it is set itself.
    """

    default: Any
    provenance: str
    description: str
    follows: str | None = None


def option(default: Any, provenance: str, description: str, *, follows: str | None = None) -> Any:
    """Declare a setting of a rule, as the value of a class attribute of its options."""
    return Option(default, provenance, description, follows)


def absent_option() -> Any:
    """Declare the setting that says what an absent field means."""
    description = "An absent field: `missing` counts as none, `unknown` does not, `auto` looks whether others state it."
    return Option("auto", JUDGEMENT, description)


class Options:
    """The settings of a rule. A rule's own class declares them; an instance holds their values.

    Plain attributes instead of a dataclass: a hundred and forty generated classes would be felt at every start.
    """

    today: datetime.date

    def __init__(self, values: Mapping[str, Any] | None = None, *, today: datetime.date | None = None) -> None:
        for name, declared in self.declared().items():
            setattr(self, name, declared.default if values is None or name not in values else values[name])
        self.today = today or datetime.date.today()

    @classmethod
    @cache
    def declared(cls) -> Mapping[str, Option]:
        """Return the settings by name, in the order in which they are written."""
        return {name: value for name, value in vars(cls).items() if isinstance(value, Option)}


class Note(NamedTuple):
    """Another entity or place that belongs to a violation."""

    message: str
    kind: str = ""
    id: str = ""
    path: tuple[Step, ...] = ()
    spot: Spot | None = None


class Violation(NamedTuple):
    """The answer of a rule that something is wrong.

    Parameters
    ----------
    kind, id
        The entity it is about.
    message
        One sentence that names the entity and the numbers.
    help
        The one thing to do.
    path
        Where in the entity it is written: ``("leader", 0)``. The entity itself if empty.
    spot
        Where it is written, if not in the entity.
    label
        Words to stand under the marked place.
    notes
        Further lines: one hop of a circle, one term of a score.
    related
        Other places, and other entities.
    evidence
        Every number and name of the message, by name.
    severity
        Where it differs from the rule's own.
    concerns
        Entities beside the subject whose problem this is as well.
    explains
        Entities whose findings this one covers, if its rule covers theirs; all that it concerns if None.
    identity
        Ids that the lasting identity of the finding is made of, beside the subject.
    """

    kind: str
    id: str
    message: str
    help: str = ""
    path: tuple[Step, ...] = ()
    spot: Spot | None = None
    label: str = ""
    notes: tuple[str, ...] = ()
    related: tuple[Note, ...] = ()
    evidence: Mapping[str, object] = MappingProxyType({})
    severity: Severity | None = None
    concerns: tuple[tuple[str, str], ...] = ()
    explains: tuple[tuple[str, str], ...] | None = None
    identity: tuple[str, ...] = ()


class Unknown(NamedTuple):
    """The answer that it cannot be told, and what is missing: "allocations of members"."""

    kind: str
    id: str
    missing: str


class Fine(NamedTuple):
    """The answer that nothing is wrong with as many entities as this."""

    entities: int = 1


FINE: Final = Fine()
Answer = Violation | Unknown | Fine
Answers = Iterator[Answer]
Check = Callable[[OrgGraph, Any], Answers]
ChangeCheck = Callable[["Comparison", Any], Answers]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule of the catalogue.

    Parameters
    ----------
    code, name
        A family letter and three digits, never reused; and the same in words.
    severity
        Of its findings, unless one says otherwise.
    page
        What it checks, why it matters, a bad and a good example, what to do: in Markdown, its first line the summary.
    check
        Gives an answer for each entity that is in question. None where the loader finds the problem.
    check_change
        Gives an answer for each part of a change that is in question, for a rule about changes.
    options
        The class of its settings.
    evidence
        How well the idea behind it is supported.
    sources
        Keys of `orgmodel.rules.sources`.
    covers
        Codes of rules whose findings it makes superfluous where they concern what its own finding explains.
    subject
        What its findings are about.
    relative
        Whether the answer depends on the rest of the organisation.
    """

    code: str
    name: str
    severity: Severity
    page: str
    check: Check | None = None
    check_change: ChangeCheck | None = None
    options: type[Options] = Options
    evidence: str = "practice"
    sources: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()
    subject: str = ""
    relative: bool = False

    @property
    def summary(self) -> str:
        """The first line of the page."""
        return self.page.strip().partition("\n")[0]


def absent_is_none(absent: Absent, stated: Iterable[object]) -> bool:
    """Tell whether an absent field counts as none.

    Parameters
    ----------
    absent
        The rule's setting.
    stated
        The field's value in each entity of the section; one that is not None is stated.
    """
    if absent == "auto":
        return any(value is not None for value in stated)
    return absent == "missing"


def listed(names: Iterable[str], most: int = 5) -> str:
    """Join names for a sentence: ``a``, ``a and b``, ``a, b and 7 more``."""
    named = list(names)
    if len(named) > most:
        return f"{', '.join(named[: most - 1])} and {len(named) - most + 1} more"
    return " and ".join(filter(None, (", ".join(named[:-1]), *named[-1:])))


def counted(number: int, one: str, many: str | None = None) -> str:
    """Write a number with its noun: ``1 team``, ``12 teams``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def plain(number: float) -> str:
    """Write a number without needless digits: ``3``, ``2.5``."""
    return f"{number:,.10g}"
