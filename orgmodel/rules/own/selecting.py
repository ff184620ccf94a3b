"""Which teams the words of an own rule mean."""

from collections.abc import Iterable
from fnmatch import fnmatchcase

from orgmodel.graph import OrgGraph
from orgmodel.model.teams import Team

SELECTORS = "an id, a pattern such as `*-platform`, a group (all below it), `type:…` or `kind:…`"


def selected(graph: OrgGraph, words: Iterable[str]) -> frozenset[str]:
    """Return the teams that the words mean, by id.

    A word is the id of a team, or of a group, which means all teams below it; a pattern of ids; ``type:platform`` for
    teams of a type, ``kind:council`` for teams of a kind.
    """
    chosen: set[str] = set()
    for word in words:
        chosen |= _meant(graph, word)
    return frozenset(chosen)


def _meant(graph: OrgGraph, word: str) -> set[str]:
    key, colon, value = word.partition(":")
    teams = graph.dependency_teams
    if colon and key in ("type", "kind"):
        return {team.id for team in teams if _is(graph, team, key, value)}
    if word in graph.org.teams:
        below = graph.under(word)
        return {team.id for team in teams if team.id in below}
    return {team.id for team in teams if fnmatchcase(team.id, word)}


def _is(graph: OrgGraph, team: Team, key: str, value: str) -> bool:
    return (graph.kind_of(team.id) if key == "kind" else team.type) == value
