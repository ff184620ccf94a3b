"""What elsewhere names the owner of a component."""

from collections.abc import Iterator
from typing import Final

from orgmodel.graph import OrgGraph
from orgmodel.model.comparison import FollowUp
from orgmodel.model.components import Component
from orgmodel.reorg.follow_up_names import Naming
from orgmodel.reorg.handovers import Owners, not_surely_kept

_WATCHED: Final = frozenset({"high", "critical"})
"""How much must hang on a component for its owner to be on call for it."""


def of_components(naming: Naming) -> Iterator[FollowUp]:
    """Yield what has to follow each component that is there before and after."""
    before, after = naming.before, naming.after
    was, now = before.org.components, after.org.components
    unsure = frozenset(not_surely_kept(before, after))
    for id in was.keys() & now.keys():
        if id in unsure or naming.renamed:
            yield from _of_owner(naming, was[id])
        watched = _is_watched(was[id]) or _is_watched(now[id])
        if watched and (why := naming.change_of_owner(_on_call(before, id), _on_call(after, id))):
            yield FollowUp("on-call", "component", id, why)


def _of_owner(naming: Naming, component: Component) -> Iterator[FollowUp]:
    id = component.id
    old = naming.before.owners_of(id)
    if why := naming.change_of_owner(old, naming.after.owners_of(id)):
        yield from (FollowUp(what, "component", id, why) for what in _naming_the_owner(component))
    if personal := _personal(naming, old):
        yield FollowUp("personal ownership", "component", id, personal)


def _is_watched(component: Component) -> bool:
    return component.operator is not None or component.criticality in _WATCHED


def _naming_the_owner(component: Component) -> Iterator[str]:
    """Yield what, as it is stated, names the owner of a component."""
    if component.files:
        yield "code owners"
    if component.repository:
        yield "catalogue entry"
    if component.interface and component.interface.docs:
        yield "documents"


def _on_call(graph: OrgGraph, id: str) -> Owners:
    """Return who is called when a component fails: its operator, or its owner where that must not happen."""
    component = graph.org.components[id]
    if component.operator:
        found = graph.resolve(component.operator, "team")
        return (found,) if found else ()
    return graph.owners_of(id) if component.criticality in _WATCHED else ()


def _personal(naming: Naming, old: Owners) -> str | None:
    """Say what became of a person who owned a component before."""
    for kind, id in old:
        if kind == "person":
            if id not in naming.after.org.people:
                return f"{id}, who owned it in person, left"
            teams = naming.before.home_team(id), naming.after.home_team(id)
            if teams[0] != teams[1]:
                return f"{id}, who owned it in person, works in {teams[1] or 'no team'} now"
    return None
