"""The ways to a decision: who has to agree on each of them, as far as that is stated."""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from math import fsum, prod
from typing import Final, Literal

from orgmodel.graph import OrgGraph
from orgmodel.graph.dependencies import Layer
from orgmodel.measures.base import Given, Undefined
from orgmodel.measures.ties import Ties, cleaned
from orgmodel.model.decisions import Decision, Step

REQUEST: Final = ("request",)
DECIDED: Final = ("decided",)
"""The ends of the graphs of decisions: no names, since anybody may be called anything."""
_BINDING: Final = frozenset({"veto", "approve"})

Way = tuple[Step, ...]
"""The steps of one way that can veto or approve, in the order in which they are asked."""


def ways(decision: Decision) -> tuple[Way, ...] | Undefined:
    """Return the ways to a decision, of which one suffices; each has the steps of the decision itself before its own.

    Whoever decides is on no way: what is asked is who has to agree besides.
    """
    if decision.steps is None and not decision.any_of:
        return Undefined("it is not stated who is asked")
    always = decision.steps or ()
    found = [(*always, *(path.steps or ())) for path in decision.any_of or ()] or [always]
    unclear = len({id(step) for way in found for step in way if step.can is None})
    if unclear:
        return Undefined(f"it is not stated what {_steps(unclear)} can do")
    return tuple(tuple(step for step in way if step.can in _BINDING) for way in found)


def _steps(count: int) -> str:
    return "1 step" if count == 1 else f"{count} steps"


def _of_each(graph: OrgGraph) -> Mapping[str, tuple[Way, ...] | Undefined]:
    return {id: ways(decision) for id, decision in sorted(graph.org.decisions.items())}


def chains(graph: OrgGraph, layer: Layer) -> Mapping[str, Given | Undefined]:
    """Return for each decision the graph from request to decision, its ends, and the nodes that are mandated.

    Each step is a node of its own, so that who is asked twice counts twice.
    """
    return {id: found if isinstance(found, Undefined) else _chain(found) for id, found in _of_each(graph).items()}


def _chain(found: tuple[Way, ...]) -> Given:
    nodes = [[(number, place) for place in range(len(way))] for number, way in enumerate(found)]
    mandated = {
        node
        for line, way in zip(nodes, found, strict=True)
        for node, step in zip(line, way, strict=True)
        if step.mandated
    }
    return Given((_lines(nodes), REQUEST, DECIDED, mandated))


def _lines(lines: Sequence[Sequence[object]]) -> Ties:
    """Return the graph of several lines from the request to the decision."""
    edges: list[tuple[object, object]] = []
    for line in lines:
        whole = (REQUEST, *line, DECIDED)
        edges += pairwise(whole)
    return cleaned((REQUEST, DECIDED), edges)


def approvers(graph: OrgGraph, layer: Layer) -> Mapping[str, Given | Undefined]:
    """Return for each decision the graph of who is asked, by name, its ends, and who is only asked because mandated.

    Who is asked on every way comes first, since it makes no difference in which order one can be stopped: so whoever is
    asked on each of two ways, at different places, is still one node that no way avoids.
    """
    return {
        id: found if isinstance(found, Undefined) else _approvers(graph, found) for id, found in _of_each(graph).items()
    }


def _approvers(graph: OrgGraph, found: tuple[Way, ...]) -> Given:
    lines = [dict.fromkeys(_named(graph, step.by) for step in way) for way in found]
    common = [name for name in lines[0] if all(name in line for line in lines)]
    rest = [[(name, number) for name in line if name not in common] for number, line in enumerate(lines)]
    free = {_named(graph, step.by) for way in found for step in way if not step.mandated}
    return Given((_lines([[*common, *others] for others in rest]), REQUEST, DECIDED, set(common) - free))


def _named(graph: OrgGraph, reference: str) -> str:
    """Return the id that a reference means, or the reference itself where it means nothing known."""
    found = graph.resolve(reference, "person", "team")
    return found[1] if found else reference


def fewest(graph: OrgGraph, layer: Layer) -> Mapping[str, int | Undefined]:
    """Return how many have to agree on the way with the fewest, mandated ones included."""
    return {
        id: found if isinstance(found, Undefined) else min(map(len, found)) for id, found in _of_each(graph).items()
    }


def likeliest(graph: OrgGraph, layer: Layer) -> Mapping[str, Sequence[float] | Undefined]:
    """Return the probabilities of a yes on the likeliest way; undefined where one on any way is not stated."""
    return {id: _best(found, "yes", lambda way: -prod(way)) for id, found in _of_each(graph).items()}


def quickest(graph: OrgGraph, layer: Layer) -> Mapping[str, Sequence[float] | Undefined]:
    """Return the days of the steps on the quickest way; undefined where those of a step on any way are not stated."""
    return {id: _best(found, "days", fsum) for id, found in _of_each(graph).items()}


def _best(
    found: tuple[Way, ...] | Undefined, field: Literal["yes", "days"], order: Callable[[Sequence[float]], float]
) -> Sequence[float] | Undefined:
    if isinstance(found, Undefined):
        return found
    said: list[list[float | None]] = [[getattr(step, field) for step in way] for way in found]
    missing = len({id(step) for way in found for step in way if getattr(step, field) is None})
    if missing:
        return Undefined(f"`{field}` is not stated of {_steps(missing)}")
    return min(([value for value in way if value is not None] for way in said), key=order)


def quickest_at_once(graph: OrgGraph, layer: Layer) -> Mapping[str, Given | Undefined]:
    """Return how many agree at the same time on the quickest way, and the days that each takes on average."""
    return {
        id: each if isinstance(each, Undefined) else Given((len(each), fsum(each) / len(each) if each else 0.0))
        for id, each in quickest(graph, layer).items()
    }
