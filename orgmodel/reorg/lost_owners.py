"""What had an owner and has none."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from orgmodel.graph import OrgGraph
from orgmodel.model.comparison import LostOwner
from orgmodel.model.initiatives import OVER_STAGES
from orgmodel.model.organisation import SECTION_OF_KIND
from orgmodel.reorg.handovers import not_surely_kept

Owners = tuple[str, ...]
OwnersOf = Callable[[OrgGraph, str], Owners]


def lost_owners(before: OrgGraph, after: OrgGraph) -> tuple[LostOwner, ...]:
    """Return the components, metrics, decisions and initiatives that lose their owner, by kind and then id.

    An owner is a team, or for components and metrics a person, that is described; that of an initiative is the team it
    belongs to. What is external afterwards, and initiatives that are over, need none.
    """
    return tuple(lost for kind, owners_of in _OWNERS.items() for lost in _lost(before, after, kind, owners_of))


def _lost(before: OrgGraph, after: OrgGraph, kind: str, owners_of: OwnersOf) -> Iterator[LostOwner]:
    was, now = before.org.section(SECTION_OF_KIND[kind]), after.org.section(SECTION_OF_KIND[kind])
    both = not_surely_kept(before, after) if kind == "component" else sorted(now.keys() & was.keys())
    for id in both:
        if not owners_of(after, id) and not now[id].external and not _is_over(after, kind, id):
            owners = owners_of(before, id)
            if owners:
                yield LostOwner(kind, id, tuple(sorted(owners)))


def _is_over(graph: OrgGraph, kind: str, id: str) -> bool:
    return kind == "initiative" and graph.org.initiatives[id].stage in OVER_STAGES


def _of_component(graph: OrgGraph, id: str) -> Owners:
    return tuple(dict.fromkeys(owner for _, owner in graph.owners_of(id)))


def _of_metric(graph: OrgGraph, id: str) -> Owners:
    owner = graph.org.metrics[id].owner
    if owner in graph.org.teams and owner is not None:  # by far the most
        return (owner,)
    found = graph.resolve(owner, "team", "person") if owner else None
    return (found[1],) if found else ()


def _of_decision(graph: OrgGraph, id: str) -> Owners:
    return _team(graph, graph.org.decisions[id].owner)


def _of_initiative(graph: OrgGraph, id: str) -> Owners:
    own = graph.org.initiatives[id].team
    return _team(graph, own.team if own else None)


def _team(graph: OrgGraph, team: str | None) -> Owners:
    return (team,) if team is not None and team in graph.org.teams else ()


_OWNERS: Final[Mapping[str, OwnersOf]] = MappingProxyType(
    {"component": _of_component, "metric": _of_metric, "decision": _of_decision, "initiative": _of_initiative}
)
