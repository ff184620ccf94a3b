"""What a measure is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, NamedTuple, TypeVar

from orgmodel.graph import OrgGraph
from orgmodel.graph.dependencies import Layer

By = Literal["organisation", "team", "group", "initiative", "person", "component", "decision"]
Better = Literal["up", "down"]
Evidence = Literal["supported", "mixed", "descriptive", "model", "folklore"]
"""How well a measure is tied to outcomes: supported by studies, mixed, a sound description only, a model, folklore."""


class Undefined(NamedTuple):
    """The value of a measure that has none, and why."""

    reason: str


class Detailed(NamedTuple):
    """A value with a remark that belongs to it: "estimated from 64 of 13,333 teams"."""

    value: float
    detail: str


class Estimated(NamedTuple):
    """Values by id that are estimates, and from what: "from 194 of 9,310 teams that depend on others"."""

    values: Mapping[str, float]
    detail: str


class Listed(NamedTuple):
    """A value that is a list: of names, or of pairs of names; it counts as how many there are."""

    names: tuple[Any, ...]
    detail: str | None = None


Subject = Callable[[OrgGraph, Layer], Any]
"""Takes from an organisation what a measure is computed from; `Undefined` where there is nothing to compute from."""
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
    """

    id: str
    by: By
    unit: str
    evidence: Evidence
    define: Callable[..., object]
    of: Subject | None = None
    each: bool = False
    better: Better | None = None

    def compute(self, graph: OrgGraph, layer: Layer) -> Any:
        """Compute it: one value, or a mapping of values by id."""
        if self.of is None:
            return self.define(graph, layer)
        subject = self.of(graph, layer)
        if isinstance(subject, Undefined):
            return subject
        return {id: self.define(each) for id, each in subject.items()} if self.each else self.define(subject)

    @property
    def definition(self) -> str:
        """The docstring of the function."""
        return (self.define.__doc__ or "").strip()

    @property
    def summary(self) -> str:
        """The first line of the definition."""
        return self.definition.partition("\n")[0]


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
) -> Callable[[F], F]:
    """Register a function as a measure; see `Measure` for the parameters. One function can be several measures."""

    def register(define: F) -> F:
        id = define.__name__
        MEASURES[f"{by}:{id}"] = Measure(
            id=id, by=by, unit=unit, evidence=evidence, define=define, of=of, each=each, better=better
        )
        return define

    return register
