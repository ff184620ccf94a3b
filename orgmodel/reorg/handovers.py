"""Finds quickly which components may have another owner."""

from collections.abc import Iterator

from orgmodel.graph import OrgGraph
from orgmodel.model.components import Component

Owners = tuple[tuple[str, str], ...]
"""Kind and id of each."""


def not_surely_kept(before: OrgGraph, after: OrgGraph) -> Iterator[str]:
    """Yield the components of both organisations, but for those that the same team owns alone in both; sorted.

    Nearly all components are passed over so; what references mean is asked of the others alone.
    """
    was, now = before.org.components, after.org.components
    teams = before.org.teams.keys() & after.org.teams.keys()
    for id in sorted(was.keys() & now.keys()):
        team = _only_owner(was[id])
        if team is None or team not in teams or team != _only_owner(now[id]):
            yield id


def _only_owner(component: Component) -> str | None:
    owners = component.owner
    return owners[0].team if owners and len(owners) == 1 else None


def handovers(before: OrgGraph, after: OrgGraph) -> Iterator[tuple[str, Owners, Owners]]:
    """Yield each component whose owners, as far as they are described, are others than before, with both; sorted."""
    for id in not_surely_kept(before, after):
        old, new = before.owners_of(id), after.owners_of(id)
        if old != new and set(old) != set(new):
            yield id, old, new
