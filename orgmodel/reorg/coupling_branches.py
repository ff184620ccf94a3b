"""The branches at the top of an organisation, and which pairs of teams are between two of them."""

from orgmodel.graph import OrgGraph
from orgmodel.graph.dependencies import Edge


def whole_of(graph: OrgGraph) -> frozenset[str]:
    """Return the one team that everything of the organisation itself hangs below; nothing if there are several tops."""
    tops = [team for team in graph.org.teams.values() if graph.parent_of(team.id) is None and not team.external]
    return frozenset(team.id for team in tops) if len(tops) == 1 else frozenset()


class Branches:
    """To which branch each team belongs: the topmost team above it, or itself at the top.

    Teams that are each other's parents, and all below them, are one branch, named after the first of the circle.

    Parameters
    ----------
    graph
        The organisation.
    whole
        Teams that stand for the whole: what hangs right below one of them is a branch of its own.
    """

    def __init__(self, graph: OrgGraph, whole: frozenset[str] = frozenset()) -> None:
        self._top: dict[str, str] = {}
        children = graph.hierarchy.children
        self._top |= {team: team for team in whole if team in graph.org.teams}
        below = [child for team in sorted(whole) for child in children.get(team, ())]
        tops = [team for team in graph.org.teams if graph.parent_of(team) is None and team not in whole]
        for top in (*below, *tops, *(circle[0] for circle in graph.hierarchy.circles)):
            below = [top]
            while below:
                team = below.pop()
                if team not in self._top:
                    self._top[team] = top
                    below += children.get(team, ())

    def crosses(self, edge: Edge) -> bool:
        """Tell whether the two teams of a pair are in different branches."""
        return self._top[edge.source] != self._top[edge.target]
