"""What the rules about single dependencies share: how one is called, and whether it still holds."""

import datetime
from typing import Final

from orgmodel.graph import OrgGraph
from orgmodel.model.dependencies import Dependency

PUBLISHED: Final = ("api", "event", "self-service")
"""The kinds of dependency that go through something published."""


def arrow(source: str, target: str) -> str:
    """Return what a dependency is called: ``search → ads``."""
    return f"{source} → {target}"


def is_over(dependency: Dependency, today: datetime.date) -> bool:
    """Tell whether the last day of a dependency has passed."""
    return dependency.until is not None and dependency.until < today


def is_between_teams(graph: OrgGraph, dependency: Dependency) -> bool:
    """Tell whether a declared dependency is between two teams that are described, at least one of them ours."""
    source, target = graph.org.teams.get(dependency.source), graph.org.teams.get(dependency.target)
    if source is None or target is None or source is target:
        return False
    return not (source.external and target.external)
