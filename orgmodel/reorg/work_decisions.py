"""The way to a decision before and after: who is asked, who of them binds, and how long that takes."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from orgmodel.graph import OrgGraph
from orgmodel.model.comparison import DecisionChange
from orgmodel.model.decisions import Decision, Step

_BINDING: Final = frozenset({"veto", "approve"})


class Way(NamedTuple):
    """What it takes to get a decision."""

    approvals: int
    mandated: int
    days: float | None
    asked: frozenset[str]
    decider: str | None


NO_WAY: Final = Way(0, 0, None, frozenset(), None)


def decisions(before: OrgGraph, after: OrgGraph) -> Iterator[DecisionChange]:
    """Yield the decisions that are there before and after and differ, then initiatives that do by steps of their own.

    Steps that can veto or approve bind; those that are mandated count apart. Days are those of the binding steps, one
    after the other, mandated ones included, as far as they are stated; none where nobody binds. Where one of several
    paths suffices, numbers are those of the shortest: with the fewest approvals, then the fewest mandated ones, then
    the fewest days.
    """
    for id in sorted(before.org.decisions.keys() & after.org.decisions.keys()):
        ways = _way(before, before.org.decisions[id]), _way(after, after.org.decisions[id])
        if ways[0] != ways[1]:
            yield _compared("decision", id, *ways)
    was, now = before.ownership.approvals_of_initiatives, after.ownership.approvals_of_initiatives
    for id in sorted((was.keys() | now.keys()) & before.org.initiatives.keys() & after.org.initiatives.keys()):
        ways = _way(before, was.get(id)), _way(after, now.get(id))
        if ways[0] != ways[1]:
            yield _compared("initiative", id, *ways)


def _compared(kind: str, id: str, was: Way, now: Way) -> DecisionChange:
    return DecisionChange(
        kind=kind,
        id=id,
        approvals=(was.approvals, now.approvals),
        mandated=(was.mandated, now.mandated),
        days=(was.days, now.days),
        asked_no_more=tuple(sorted(was.asked - now.asked)),
        asked_now=tuple(sorted(now.asked - was.asked)),
        decider=(was.decider, now.decider),
    )


def _way(graph: OrgGraph, decision: Decision | None) -> Way:
    if decision is None:
        return NO_WAY
    always = decision.steps or ()
    paths = [(*always, *(path.steps or ())) for path in decision.any_of or ()] or [always]
    approvals, mandated, days = min(map(_length, paths), key=_order)
    if decision.steps is None and not decision.any_of:
        days = None  # nothing is said of who is asked
    asked = (_named(graph, step.by) for steps in paths for step in steps)
    decider = _named(graph, decision.decider) if decision.decider else None
    return Way(approvals, mandated, days, frozenset(asked), decider)


def _length(steps: Sequence[Step]) -> tuple[int, int, float | None]:
    binding = [step for step in steps if step.can in _BINDING]
    mandated = sum(bool(step.mandated) for step in binding)
    return len(binding) - mandated, mandated, _stated(step.days for step in binding) if binding else 0.0


def _stated(days: Iterable[float | None]) -> float | None:
    stated = [each for each in days if each is not None]
    return sum(stated) if stated else None


def _order(length: tuple[int, int, float | None]) -> tuple[int, int, float]:
    approvals, mandated, days = length
    return approvals, mandated, float("inf") if days is None else days


def _named(graph: OrgGraph, reference: str) -> str:
    """Return the id that a reference means, or the reference itself where it means nothing known."""
    found = graph.resolve(reference, "person", "team")
    return found[1] if found else reference
