"""What the rules about decisions share: the ways to a yes, and who has to agree on each of them."""

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from orgmodel.graph import OrgGraph
from orgmodel.graph.deciding import Asked
from orgmodel.measures.base import Undefined
from orgmodel.measures.ways import Way, ways
from orgmodel.model.decisions import Decision, Step
from orgmodel.model.fields import Door
from orgmodel.model.organisation import SECTION_OF_KIND
from orgmodel.model.place import Spot
from orgmodel.model.place import Step as PathStep
from orgmodel.rules.base import FINE, Answer, Answers, Note, Unknown, Violation, counted, listed

DOORS: Final = "doors of decisions"
"""What is missing where nobody says whether a decision can be undone."""


class Approval(NamedTuple):
    """A step that can veto or approve: who takes it, as a name and as what it means, and where it is written."""

    by: str
    means: tuple[str, str] | None
    step: Step
    path: tuple[PathStep, ...]

    @property
    def who(self) -> tuple[str, str]:
        """Who takes it, so that it can be compared; a name that means nothing known stands for itself."""
        return self.means or ("", self.by)

    @property
    def said(self) -> str:
        """What they can do, with the reason: ``can veto it: protects the margin``."""
        why = self.step.mandated or self.step.why
        return ("can veto it" if self.step.can == "veto" else "has to approve it") + (f": {why}" if why else "")


class Route(NamedTuple):
    """One way to a yes: who has to agree on it besides whoever decides, and who only because it is mandated."""

    needed: tuple[Approval, ...]
    mandated: tuple[Approval, ...]

    @property
    def in_order(self) -> tuple[Approval, ...]:
        """All of them in the order in which they are asked: those of the decision itself come first."""
        return tuple(sorted((*self.needed, *self.mandated), key=lambda each: (each.path[0] != "steps", each.path)))


def routes(graph: OrgGraph, asked: Asked) -> tuple[Route, ...] | Unknown:
    """Return the ways to a yes, of which one suffices; or that it is not stated who is asked, or what they can do.

    A step that whoever decides takes themselves is none.
    """
    decision = asked.decision
    found = ways(decision)
    if isinstance(found, Undefined):
        stated = decision.steps is not None or decision.any_of
        return Unknown(asked.kind, asked.id, "what steps of decisions can do" if stated else "steps of decisions")
    where = {id(step): path for path, step in steps_with_paths(decision)}
    deciders = [path.decider or decision.decider for path in decision.any_of or ()] or [decision.decider]
    return tuple(_route(graph, way, decider, where) for way, decider in zip(found, deciders, strict=True))


def steps_with_paths(decision: Decision) -> Iterator[tuple[tuple[PathStep, ...], Step]]:
    """Yield every step of a decision with the place of its name below the decision."""
    for number, step in enumerate(decision.steps or ()):
        yield ("steps", number, "by"), step
    for way, path in enumerate(decision.any_of or ()):
        for number, step in enumerate(path.steps or ()):
            yield ("any_of", way, "steps", number, "by"), step


def _route(graph: OrgGraph, way: Way, decider: str | None, where: dict[int, tuple[PathStep, ...]]) -> Route:
    decides = graph.resolve(decider, "person", "team") if decider else None
    found = [_approval(graph, step, where[id(step)]) for step in way]
    besides = [each for each in found if decides is None or each.means != decides]
    needed = tuple(each for each in besides if not each.step.mandated)
    return Route(needed, tuple(each for each in besides if each.step.mandated))


def _approval(graph: OrgGraph, step: Step, path: tuple[PathStep, ...]) -> Approval:
    means = graph.resolve(step.by, "person", "team")
    return Approval(means[1] if means else step.by, means, step, path)


def lightest(found: tuple[Route, ...]) -> Route:
    """Return the way on which the fewest have to agree, of several such the one with the fewest mandated steps."""
    return min(found, key=lambda route: (len(route.needed), len(route.mandated)))


def spot_of(asked: Asked, approval: Approval) -> Spot:
    """Return where a step is written."""
    return Spot(SECTION_OF_KIND[asked.kind], asked.id, approval.path)


def as_notes(asked: Asked, approvals: tuple[Approval, ...]) -> tuple[Note, ...]:
    """Return one line for each step, with its place."""
    return tuple(
        Note(f"{each.by} {each.said}", *(each.means or ("", "")), spot=spot_of(asked, each)) for each in approvals
    )


def names(approvals: tuple[Approval, ...]) -> list[str]:
    """Return who takes the steps, each once, in the order in which they are asked."""
    return list(dict.fromkeys(each.by for each in approvals))


def told_apart(mandated: tuple[Approval, ...]) -> Iterator[str]:
    """Say which steps are not counted, since nobody could drop them."""
    if mandated:
        yield f"mandated, and not counted: {listed(names(mandated))}"


def ways_in_words(count: int) -> str:
    """Say on which of several ways, where there are several: `` on the shortest of 3 ways``."""
    return f" on the shortest of {count} ways" if count > 1 else ""


class Limit(NamedTuple):
    """How many approvals a decision may need, and what is said of one that needs more.

    `says` begins the sentence: it is given the decision, and how many approvals it needs on which way.
    """

    most: int
    says: Callable[[str, str], str]
    help: str


def judged(graph: OrgGraph, door: Door, limit: Limit) -> Answers:
    """Count the approvals of every decision that is, or may be, such a door."""
    for asked in graph.deciding.asked:
        if asked.decision.door in (door, None):
            found = routes(graph, asked)
            yield found if isinstance(found, Unknown) else _judged(asked, found, limit)


def _judged(asked: Asked, found: tuple[Route, ...], limit: Limit) -> Answer:
    route = lightest(found)
    if len(route.needed) <= limit.most:
        return FINE
    if asked.decision.door is None:
        return Unknown(asked.kind, asked.id, DOORS)
    return _too_many(asked, route, len(found), limit)


def _too_many(asked: Asked, route: Route, ways: int, limit: Limit) -> Violation:
    by = names(route.needed)
    approvals = f"{counted(len(route.needed), 'approval')}{ways_in_words(ways)}"
    return Violation(
        kind=asked.kind,
        id=asked.id,
        message=f"{limit.says(asked.id, approvals)} (limit {limit.most}): {listed(by)}",
        help=limit.help,
        spot=spot_of(asked, route.needed[limit.most]),
        label="one approval too many",
        notes=tuple(told_apart(route.mandated)),
        related=as_notes(asked, route.needed),
        evidence={
            "approvals": len(route.needed),
            "by": by,
            "mandated": names(route.mandated),
            "ways": ways,
            "limit": limit.most,
        },
    )
