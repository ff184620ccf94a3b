"""Decides what a tree shows: what is in focus, what is folded, and what is left out."""

from collections.abc import Collection, Iterable, Sequence
from typing import Final

from orgmodel.draw.material import Choices
from orgmodel.draw.trees.boxes import Boxes
from orgmodel.draw.trees.branches import MOST_BOXES, MOST_GROUPS, Branches, Department, drawn_one_by_one, kept
from orgmodel.draw.trees.forest import Forest
from orgmodel.draw.trees.scope import Scope, around, whole
from orgmodel.draw.trees.tallies import Tallies
from orgmodel.draw.trees.values import Tree, TreeBox
from orgmodel.draw.trees.verdicts import Verdicts
from orgmodel.draw.trees.words import finding_facts, shown_facts, size_facts, title
from orgmodel.graph import OrgGraph
from orgmodel.model.finding import Finding

MOST_CARDS: Final = 100
"""More boxes than these are painted as tiles."""


def chosen_tree(graph: OrgGraph, findings: Iterable[Finding], choices: Choices) -> Tree:
    """Choose what to show: the whole organisation, or what is around the focus.

    Raises
    ------
    UnknownNameError
        If the focus is neither a team nor a person.
    """
    forest, tallies = Forest(graph), Tallies(Verdicts(graph, findings))
    focus = choices.focus
    scope = whole(forest, down_to=choices.fold) if focus is None else around(forest, focus, depth=choices.depth)
    boxes = Boxes(tallies, scope.chosen)
    shown = _shown(scope, forest, tallies, choices)
    fold = choices.fold or _fold(scope, forest, shown)
    tops, found = _drawn(Branches(forest, boxes, scope, shown, fold), scope, forest)
    if choices.fold is None and fold is None and len(drawn_one_by_one(found)) > MOST_BOXES:
        fold = _level(scope, forest, shown)
        tops, found = _drawn(Branches(forest, boxes, scope, shown, fold), scope, forest)
    departments = kept(found)
    drawn = drawn_one_by_one(departments)
    facts = (
        *size_facts(scope, tallies),
        *shown_facts(drawn, len(drawn_one_by_one(found)), fold=fold, only_findings=choices.only_findings),
        *finding_facts(scope, tallies, boxes),
    )
    nothing = _nothing(scope, graph, departments, choices)
    return Tree(
        title=title(scope),
        facts=facts,
        tops=() if nothing else tops,
        departments=() if nothing else departments,
        compact=len(drawn) > MOST_CARDS,
        direction=choices.direction or "down",
        nothing=nothing,
    )


def _shown(scope: Scope, forest: Forest, tallies: Tallies, choices: Choices) -> frozenset[str]:
    shown = scope.shown if scope.shown is not None else frozenset(forest.level)
    return shown & forest.with_line(tallies.verdicts.found) if choices.only_findings else shown


def _fold(scope: Scope, forest: Forest, shown: Collection[str]) -> int | None:
    """Return the level to fold to where teams or groups are too many to be drawn, and nothing else keeps them few."""
    teams, groups = forest.parted(id for id in scope.ids or forest.level if id in shown)
    few = max(len(teams), len(groups)) <= MOST_BOXES
    return None if scope.limits or few else _level(scope, forest, shown)


def _level(scope: Scope, forest: Forest, shown: Collection[str]) -> int | None:
    """Return the deepest level with few enough groups, but not above the departments; None if there are no groups."""
    ids = [id for id in scope.ids or forest.level if id in shown]
    departments = forest.level[scope.tops[-1]] + 1 if scope.tops else 1
    if not any(forest.is_headed(id) for id in ids):
        return None
    return max(departments, forest.folding_level(MOST_GROUPS, heads=MOST_BOXES, ids=ids) or departments)


def _drawn(branches: Branches, scope: Scope, forest: Forest) -> tuple[tuple[TreeBox, ...], Sequence[Department]]:
    """Return the boxes above all departments, and the departments."""
    beside = branches.beside(scope.beside, None)
    if not scope.tops:
        return (), list(beside)
    if not any(forest.is_headed(id) for id in scope.below):
        return branches.tops(scope.tops[:-1]), [branches.alone(scope.below, scope.tops), *beside]
    return branches.tops(scope.tops), [*branches.below(scope.below, scope.tops[-1]), *beside]


def _nothing(scope: Scope, graph: OrgGraph, departments: Sequence[Department], choices: Choices) -> str:
    """Say why nothing is drawn, where that is so."""
    if scope.nothing:
        return scope.nothing
    if not graph.org.teams:
        return "No teams are described."
    return "No finding is about a team here." if choices.only_findings and not departments else ""
