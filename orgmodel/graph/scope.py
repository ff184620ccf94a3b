"""Which entities belong to a branch of the organisation, and which entity a word means."""

from collections.abc import Iterator

from orgmodel.graph.org_graph import OrgGraph
from orgmodel.model.closest import closest
from orgmodel.model.faults import UnknownNameError
from orgmodel.model.organisation import KIND_OF_SECTION


def entities_called(graph: OrgGraph, word: str) -> tuple[tuple[str, str], ...]:
    """Return kind and id of every entity that a word means: an id, ``kind:id``, or a name that is written so.

    Raises
    ------
    UnknownNameError
        If nothing is called so.
    """
    kind, colon, id = word.partition(":")
    if colon and graph.resolve(word, *KIND_OF_SECTION.values()) and kind in KIND_OF_SECTION.values():
        return ((kind, id),)
    everything = list(graph.org.entities())
    found = [(kind, each.id) for kind, each in everything if each.id == word]
    found = found or [(kind, each.id) for kind, each in everything if each.name == word]
    if found:
        return tuple(found)
    best = closest(word, {name for _, each in everything for name in (each.id, each.name) if name})
    raise UnknownNameError(f"nothing is called ‘{word}’" + (f"; did you mean {best}?" if best else ""))


def keys_under(graph: OrgGraph, group: str) -> frozenset[str]:
    """Return ``kind:id`` of everything that belongs to a group or to what is below it.

    People belong to the teams they have a place in, initiatives to their own team, components, decisions and metrics to
    their owner.

    Raises
    ------
    UnknownNameError
        If there is no such team.
    """
    if group not in graph.org.teams:
        best = closest(group, graph.org.teams)
        raise UnknownNameError(f"there is no group ‘{group}’" + (f"; did you mean {best}?" if best else ""))
    branch = graph.under(group)
    return frozenset(_keys(graph, branch))


def _keys(graph: OrgGraph, branch: frozenset[str]) -> Iterator[str]:
    yield from (f"team:{team}" for team in branch)
    for person, places in graph.memberships.places.items():
        if any(place.team in branch for place in places):
            yield f"person:{person}"
    for id, initiative in graph.org.initiatives.items():
        if initiative.team and initiative.team.team in branch:
            yield f"initiative:{id}"
    for team in branch:
        yield from (f"component:{id}" for id in graph.components_of.get(team, ()))
    yield from (f"decision:{id}" for id, decision in graph.org.decisions.items() if decision.owner in branch)
    yield from (f"metric:{id}" for id, metric in graph.org.metrics.items() if metric.owner in branch)
    yield from (f"hiring:{id}" for id, loop in graph.org.hiring.items() if loop.team in branch)
