"""What a measure is."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Literal, NamedTuple, TypeVar

from orgmodel.graph import OrgGraph
from orgmodel.graph.dependencies import Layer

By = Literal["organisation", "team", "group", "initiative", "person", "component", "decision"]
Better = Literal["up", "down"]
Evidence = Literal["supported", "mixed", "descriptive", "model", "folklore"]

EVIDENCE: Final[Mapping[Evidence, str]] = {
    "supported": "studies tie it to outcomes, most of them by correlation",
    "mixed": "studies disagree, or speak of something near",
    "descriptive": "a sound description; nobody claims that more or less of it is better",
    "model": "follows from assumptions that are stated",
    "folklore": "a rule of thumb",
}
"""What the word beside a measure says about how well it is tied to outcomes."""


class Undefined(NamedTuple):
    """The value of a measure that has none, and why."""

    reason: str


class Detailed(NamedTuple):
    """A value with a remark that belongs to it: "estimated from 64 of 13,333 teams"."""

    value: float
    detail: str


class Estimated(NamedTuple):
    """Values by id that are estimates, and from what: "from 194 of 9,310 teams that depend on others"."""

    values: Mapping[str, Any]
    detail: str


class Listed(NamedTuple):
    """A value that is a list: of names, or of pairs of names; it counts as how many there are.

    `total` says how many there are in all, where only some of them are named.
    """

    names: tuple[Any, ...]
    detail: str | None = None
    total: int | None = None

    @property
    def count_of_all(self) -> int:
        """How many there are, named or not."""
        return len(self.names) if self.total is None else self.total


class Distributed(NamedTuple):
    """A value that is a distribution: one number for each of those it is over; it counts as their median."""

    values: tuple[float, ...]
    detail: str | None = None


class Remarked(NamedTuple):
    """What a subject hands over together with a remark that belongs to every value worked out from it."""

    subject: Any
    remark: str


class Given(tuple[Any, ...]):
    """What a subject hands to a function with several parameters, in their order."""

    __slots__ = ()


def joined(*parts: str | None) -> str | None:
    """Return those remarks that there are, as one."""
    return ", ".join(filter(None, parts)) or None


def remarked(found: Any, remark: str) -> Any:
    """Return what a measure found with a remark beside it; where it found no value, the reason is enough."""
    match found:
        case Undefined():
            return found
        case Detailed() | Estimated() | Listed() | Distributed():
            return found._replace(detail=f"{found.detail}, {remark}" if found.detail else remark)
    return Detailed(found, remark)


def number(found: object) -> float | None:
    """Return the number that a measure found: how many, of a list; None if there is none, or a word."""
    match found:
        case Detailed():
            return number(found.value)
        case Listed():
            return found.count_of_all
        case int() | float():
            return found
    return None


Subject = Callable[[OrgGraph, Layer], Any]
"""Takes from an organisation what a measure is computed from; `Undefined` where there is nothing to compute from.

Several arguments are `Given`; where there is one mapping by id, `Undefined` may also stand for one of its ids.
"""
F = TypeVar("F", bound=Callable[..., object])


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One measure: its id is the name of the pure function that defines it, in its docstring, and computes it.

    Parameters
    ----------
    by
        What it is a number of; measures of anything but the organisation have a value for each id.
    of
        What the function is given; the graph and the layer themselves if None.
    each
        Whether `of` gives a mapping by id, of whose values the function is given one after the other.
    better
        Which way it gets better, where there is one that nobody would dispute.
    assumed
        What the value rests on that no organisation file says, such as a probability of one half. A measure that
        assumes something is computed only if it is asked for by its id, and whoever shows it shows this as well.
    others
        Of a mapping: why whoever is not in it has no value.
    """

    id: str
    by: By
    unit: str
    evidence: Evidence
    define: Callable[..., object]
    of: Subject | None = None
    each: bool = False
    better: Better | None = None
    assumed: str | None = None
    others: str | None = None

    def compute(self, graph: OrgGraph, layer: Layer) -> Any:
        """Compute it: one value, or a mapping of values by id."""
        return self.define(graph, layer) if self.of is None else self.computed_from(self.of(graph, layer))

    def computed_from(self, subject: Any) -> Any:
        """Compute it from what `of` has given, which several measures may share."""
        match subject:
            case Undefined():
                return subject
            case Remarked():
                return remarked(self.computed_from(subject.subject), subject.remark)
        return self._of_each(subject) if self.each else self._defined(subject)

    def _of_each(self, subjects: Mapping[str, Any]) -> dict[str, Any]:
        """Compute it for each; many may be given the same object, which has the same value every time."""
        known: dict[int, Any] = {}
        found: dict[str, Any] = {}
        for name, subject in subjects.items():
            same = id(subject)
            if same not in known:
                known[same] = self._defined(subject)
            found[name] = known[same]
        return found

    def _defined(self, subject: Any) -> Any:
        if isinstance(subject, Undefined):
            return subject
        return self.define(*subject) if isinstance(subject, Given) else self.define(subject)

    @property
    def family(self) -> str:
        """The name of its family: what the docstring of its module says before the colon."""
        return _family(self.define.__module__)

    @property
    def definition(self) -> str:
        """The docstring of the function."""
        return (self.define.__doc__ or "").strip()

    @property
    def summary(self) -> str:
        """The first line of the definition."""
        return self.definition.partition("\n")[0]


@cache
def _family(module: str) -> str:
    text = getattr(sys.modules.get(module), "__doc__", None) or module.rpartition(".")[2]
    return str(text).strip().partition("\n")[0].partition(":")[0].rstrip(".")


MEASURES: Final[dict[str, Measure]] = {}
"""The measures of the families imported so far, in the order of their definition; `catalogue.measures` imports all."""


def measure(
    by: By,
    *,
    unit: str,
    evidence: Evidence,
    of: Subject | None = None,
    each: bool = False,
    better: Better | None = None,
    assumed: str | None = None,
    others: str | None = None,
) -> Callable[[F], F]:
    """Register a function as a measure; see `Measure` for the parameters. One function can be several measures."""

    def register(define: F) -> F:
        id = define.__name__
        MEASURES[f"{by}:{id}"] = Measure(
            id=id,
            by=by,
            unit=unit,
            evidence=evidence,
            define=define,
            of=of,
            each=each,
            better=better,
            assumed=assumed,
            others=others,
        )
        return define

    return register
