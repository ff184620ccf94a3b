"""The branches at the top of an organisation, and which pairs of teams are between two of them."""

from orgmodel.graph import OrgGraph
from orgmodel.graph.dependencies import Edge


class Branches:
    """To which branch each team belongs: the topmost team above it, or itself at the top.

    Teams that are each other's parents, and all below them, are one branch, named after the first of the circle.
    """

    def __init__(self, graph: OrgGraph) -> None:
        self._top: dict[str, str] = {}
        children = graph.hierarchy.children
        tops = [team for team in graph.org.teams if graph.parent_of(team) is None]
        for top in (*tops, *(circle[0] for circle in graph.hierarchy.circles)):
            below = [top]
            while below:
                team = below.pop()
                if team not in self._top:
                    self._top[team] = top
                    below += children.get(team, ())

    def crosses(self, edge: Edge) -> bool:
        """Tell whether the two teams of a pair are in different branches."""
        return self._top[edge.source] != self._top[edge.target]
