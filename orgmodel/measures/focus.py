"""Focus: how far leaders and teams can give themselves to one thing."""

from orgmodel.graph import OrgGraph
from orgmodel.graph.dependencies import Layer
from orgmodel.measures.base import Detailed, Undefined, measure

TWO_PIZZAS = 10
WHOLE_JOB = 1.0


@measure("organisation", unit="share", evidence="folklore", better="up")
def stl_coverage(graph: OrgGraph, layer: Layer) -> float | Detailed | Undefined:
    """Share of the active initiatives that have a single-threaded leader, in the sense of rule L005.

    Initiatives whose leader is not known are left out and counted.
    """
    found = [graph.leadership.doubts(each.id, min_allocation=WHOLE_JOB) for each in graph.active_initiatives]
    known = [doubts for doubts in found if doubts is not None]
    if not known:
        return Undefined("no leader of an active initiative is known" if found else "there is no active initiative")
    share = sum(not doubts for doubts in known) / len(known)
    unknown = len(found) - len(known)
    return Detailed(share, f"{unknown} of {len(found)} left out: leader not known") if unknown else share


@measure("organisation", unit="share", evidence="mixed", better="up")
def two_pizza_share(graph: OrgGraph, layer: Layer) -> float | Detailed | Undefined:
    """Share of the delivery teams that have at most ten people; teams of unknown size are left out and counted."""
    sizes = [graph.size(team.id) for team in graph.delivery_teams]
    known = [size for size in sizes if size is not None]
    if not known:
        return Undefined("no size of a team is known" if sizes else "there are no teams")
    share = sum(size <= TWO_PIZZAS for size in known) / len(known)
    unknown = len(sizes) - len(known)
    return Detailed(share, f"{unknown} of {len(sizes)} left out: size not known") if unknown else share
