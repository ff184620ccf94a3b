"""What measures are computed from: each function takes from an organisation what one kind of measure needs."""

from collections.abc import Iterable, Mapping
from typing import Final
from weakref import WeakKeyDictionary

from orgmodel.graph import OrgGraph
from orgmodel.graph.dependencies import Layer
from orgmodel.graph.reporting import ReportingLines
from orgmodel.measures.base import By, Undefined
from orgmodel.measures.ties import Ties, cleaned, ties_of


def ids_of(graph: OrgGraph, by: By) -> Iterable[str]:
    """Return those that measures of each team, or of each of another kind, are of.

    External initiatives and components and initiatives that are not under way are left out, and so are vacant positions
    and people of elsewhere.
    """
    match by:
        case "team":
            return (team.id for team in graph.dependency_teams)
        case "group":
            return (group.id for group in graph.groups)
        case "initiative":
            return (initiative.id for initiative in graph.active_initiatives)
        case "person":
            return (id for id in graph.org.people if id not in graph.not_asked)
        case "component":
            return (component.id for component in graph.components)
        case "decision":
            return graph.org.decisions
    return ()


def team_ties(graph: OrgGraph, layer: Layer) -> Ties:
    """Return the ties between teams in one layer."""
    return ties_of(graph.dependencies(layer))


_REPORTING: Final[WeakKeyDictionary[ReportingLines, Ties]] = WeakKeyDictionary()
"""The ties of the lines that are still in use: they are needed by many measures, and must not keep an organisation."""


def reporting_ties(graph: OrgGraph, layer: Layer) -> Ties | Undefined:
    """Return the solid lines from manager to report; people whose place in them is not known are left out."""
    lines = graph.reporting
    if not lines.reports:
        return Undefined("no manager is stated")
    if lines not in _REPORTING:
        people = sorted(id for id, manager in lines.managers.items() if manager is not None or id in lines.reports)
        reports = sorted(lines.reports.items())
        _REPORTING[lines] = cleaned(people, ((manager, each) for manager, below in reports for each in below))
    return _REPORTING[lines]


def sizes(graph: OrgGraph, layer: Layer) -> Mapping[str, int | None]:
    """Return how many people each team has; None where that is unknown."""
    return {team.id: graph.size(team.id) for team in graph.dependency_teams}
