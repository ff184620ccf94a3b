"""Decides which decisions are drawn: those that take most, or those around the focus."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from orgmodel.draw.counting import amount, count, listed
from orgmodel.draw.decision_paths.limits import CODES
from orgmodel.draw.decision_paths.values import Board, DecisionPath
from orgmodel.draw.decision_paths.ways import decision_path
from orgmodel.draw.marks import Marks
from orgmodel.draw.material import Choices
from orgmodel.graph import OrgGraph
from orgmodel.graph.scope import entities_called
from orgmodel.model.decisions import Decision
from orgmodel.model.faults import UnknownNameError
from orgmodel.model.finding import SEVERITIES, Finding

QUESTION: Final = "How does a decision get to yes?"
MOST: Final = 8
_NAMED: Final = 3
_Stated = tuple[str, Decision, str | None]


def board(graph: OrgGraph, findings: Iterable[Finding], choices: Choices) -> Board:
    """Choose decisions, those that take the most approvals and the longest waits first.

    Raises
    ------
    UnknownNameError
        If the focus is no decision, initiative, team or person.
    """
    marks = Marks(each for each in findings if each.code in CODES)
    stated, focus = list(_stated(graph)), ""
    if choices.focus is not None:
        kind, id = _focus(graph, choices.focus)
        focus = graph.label(kind, id).strip() or id
        stated = [each for each in stated if (each[0], each[1].id) == (kind, id) or _has_say(graph, each[1], kind, id)]
    paths = (decision_path(graph, decision, kind, door, marks) for kind, decision, door in stated)
    found = sorted(paths, key=_order)
    if choices.only_findings:
        found = [each for each in found if each.over or each.worst is not None]
    drawn = found[:MOST]
    return Board(
        title=f"{focus}: {QUESTION[0].lower()}{QUESTION[1:]}" if focus else QUESTION,
        facts=tuple(_facts(graph, found, drawn, choices)),
        decisions=tuple(drawn),
        names=tuple(each.name for each in found[MOST:]),
        nothing="" if drawn else _nothing(stated, focus, choices),
    )


def _stated(graph: OrgGraph) -> Iterator[_Stated]:
    """Yield decisions with their doors, then what initiatives state themselves."""
    for _, decision in sorted(graph.org.decisions.items()):
        if not decision.external:
            yield "decision", decision, decision.door
    for id, decision in sorted(graph.ownership.approvals_of_initiatives.items()):
        if not graph.org.initiatives[id].external:
            yield "initiative", decision, graph.org.initiatives[id].door


def _focus(graph: OrgGraph, word: str) -> tuple[str, str]:
    found = entities_called(graph, word)
    kinds = ("decision", "initiative", "team", "person")
    for kind in kinds:
        for each in found:
            if each[0] == kind:
                return each
    raise UnknownNameError(f"‘{word}’ is of kind {found[0][0]}; decisions are drawn of a {', a '.join(kinds)}")


def _has_say(graph: OrgGraph, decision: Decision, kind: str, id: str) -> bool:
    """Tell whether somebody owns a decision, proposes it, is asked, or decides."""
    if kind not in ("team", "person"):
        return False
    paths = decision.any_of or ()
    steps = (*(decision.steps or ()), *(step for path in paths for step in path.steps or ()))
    said = [decision.owner, decision.proposer, decision.decider, *(path.decider for path in paths)]
    return any(graph.resolve(word, "person", "team") == (kind, id) for word in (*said, *(s.by for s in steps)) if word)


def _order(each: DecisionPath) -> tuple[bool, int, int, float, int, str]:
    gravity = SEVERITIES.index(each.worst) if each.worst else len(SEVERITIES)
    way = each.way
    return not each.over, -way.approvals, gravity, -way.days - way.advice, -way.unknown - way.mandated, each.id


def _facts(
    graph: OrgGraph, found: Sequence[DecisionPath], drawn: Sequence[DecisionPath], choices: Choices
) -> Iterator[str]:
    if choices.focus is None and graph.org.organisation.name:
        yield graph.org.organisation.name
    if choices.only_findings:
        yield "only what has a finding or is over its limit is shown"
    yield count(len(found), "decision")
    if len(drawn) < len(found):
        yield f"the {len(drawn)} with most approvals and waiting are drawn"
    over = [each for each in found if each.over]
    if over:
        named = listed([f"{each.name} ({each.way.approvals}, limit {each.limit})" for each in over], _NAMED)
        yield f"{len(over)} over the limit of approvals: {named}"
    longest = max(found, key=lambda each: (each.way.days, each.id), default=None)
    if longest is not None and longest.way.days:
        yield f"longest known wait: {longest.name}, {amount(longest.way.days)} days"


def _nothing(stated: Sequence[_Stated], focus: str, choices: Choices) -> str:
    if not stated:
        return f"No decision is known in which {focus} has a say." if focus else "No decisions are described."
    return "No decision has a finding or is over its limit." if choices.only_findings else ""
