"""What measures are computed from: each function takes from an organisation what one kind of measure needs."""

from collections.abc import Iterable, Mapping

from orgmodel.graph import OrgGraph
from orgmodel.graph.dependencies import Layer
from orgmodel.graph.reporting import ReportingLines
from orgmodel.measures.base import By, Remarked, Undefined
from orgmodel.measures.ties import Ties, ties_of

NO_MANAGER = Undefined("no manager is stated")
ALL_IN_CIRCLES = Undefined("everybody whose manager is known reports in a circle, or below one")


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


def reporting_ties(graph: OrgGraph, layer: Layer) -> Ties | Remarked | Undefined:
    """Return the solid lines from manager to report; people whose place in them is not known are left out.

    Whoever reports in a circle, and whoever stands below such a one, is below nobody at the top, and left out as well.
    """
    lines = graph.reporting
    if not lines.reports:
        return NO_MANAGER
    circle, below = in_circles(lines)
    apart = circle | below
    known = (id for id, manager in lines.managers.items() if manager is not None or id in lines.reports)
    people = tuple(sorted([id for id in known if id not in apart]))
    if not people:
        return ALL_IN_CIRCLES
    managers = [(id, reports) for id, reports in sorted(lines.reports.items()) if id not in apart]
    # As `cleaned` would make them: nobody is twice among the reports of one manager.
    weights = {(manager, each): 1.0 for manager, reports in managers for each in reports if each != manager}
    ties = Ties(nodes=people, weights=weights, loops=sum(map(len, dict(managers).values())) - len(weights))
    remark = left_out_of_lines(len(circle), len(below))
    return Remarked(ties, remark) if remark else ties


def in_circles(lines: ReportingLines) -> tuple[set[str], set[str]]:
    """Return the people who report to each other in circles, and all below them; who manages themselves is neither."""
    circle = {person for each in lines.circles if len(each) > 1 for person in each}
    reached = list(circle)
    for manager in reached:
        reached += [each for each in lines.reports_of(manager) if each not in circle]
    return circle, {*reached} - circle


def left_out_of_lines(circle: int, below: int) -> str | None:
    """Say who is left out of reporting lines: "2 people on a circle and 5 below it left out"; None if nobody is."""
    if not circle:
        return None
    return f"{circle:,} people on a circle{f' and {below:,} below it' if below else ''} left out"


def sizes(graph: OrgGraph, layer: Layer) -> Mapping[str, int | None]:
    """Return how many people each team has; None where that is unknown."""
    return {team.id: graph.size(team.id) for team in graph.dependency_teams}
