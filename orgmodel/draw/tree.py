"""The tree of an organisation: who leads what, and where it is too large."""

from orgmodel.draw.material import Choices, Material
from orgmodel.draw.trees.chosen import chosen_tree
from orgmodel.draw.trees.outlined import outlined
from orgmodel.draw.trees.values import Tree
from orgmodel.draw.trees.verdicts import CODES
from orgmodel.draw.trees.words import QUESTION
from orgmodel.draw.view import Painted, View

_NAME = "tree"


def _compose(material: Material, choices: Choices) -> Tree:
    return chosen_tree(material.graph, material.findings, choices)


def _paint(tree: Tree, choices: Choices) -> Painted:
    from orgmodel.draw.trees.paint import page_of

    return Painted(page_of(tree, name=_NAME, choices=choices))


view = View(
    name=_NAME,
    question=QUESTION,
    honours=frozenset({"focus", "depth", "fold", "only_findings", "direction"}),
    compose=_compose,
    outline=outlined,
    paint=_paint,
    needs=frozenset({"findings"}),
    rules=CODES,
)
