"""The design structure matrix: who depends on whom, in numbers."""

from orgmodel.draw.maps.verdicts import CODES
from orgmodel.draw.material import Choices, Material
from orgmodel.draw.matrices.outlined import outlined
from orgmodel.draw.matrices.values import DependencyMatrix
from orgmodel.draw.view import Painted, View

_NAME = "matrix"


def _compose(material: Material, choices: Choices) -> DependencyMatrix:
    from orgmodel.draw.matrices.picture import dependency_matrix

    return dependency_matrix(material, choices)


def _paint(matrix: DependencyMatrix, choices: Choices) -> Painted:
    from orgmodel.draw.matrices.paint import page_of

    return Painted(page_of(matrix, name=_NAME, choices=choices))


view = View(
    name=_NAME,
    question="Who depends on whom, in numbers?",
    honours=frozenset({"layer", "focus", "depth", "fold", "only_findings"}),
    compose=_compose,
    outline=outlined,
    paint=_paint,
    needs=frozenset({"findings"}),
    rules=frozenset(CODES),
)
