"""Flow: how long work takes, and how likely it is on time, where it waits for others."""

from collections.abc import Mapping
from typing import Final

from orgmodel.graph import OrgGraph
from orgmodel.graph.dependencies import Layer
from orgmodel.measures.base import Given, Undefined, measure
from orgmodel.measures.initiatives import outside_teams, teams_taking_part
from orgmodel.measures.subjects import team_ties

EVENS: Final = 0.5
"""The probability that is assumed where nobody has measured one: as likely on time as late."""
_ASSUMED: Final = "each of those that are waited for is on time with a probability of 0.5, whatever the others do"


def _teams_needed(graph: OrgGraph, layer: Layer) -> Mapping[str, Given]:
    ties = team_ties(graph, layer)
    return {team: Given((len(others), EVENS)) for team, others in ties.successors.items()}


def _teams_needed_by_initiatives(graph: OrgGraph, layer: Layer) -> Mapping[str, Given | Undefined]:
    found = teams_taking_part(graph, layer).items()
    return {id: each if isinstance(each, Undefined) else Given((outside_teams(*each), EVENS)) for id, each in found}


@measure("team", unit="probability", evidence="model", better="up", of=_teams_needed, each=True, assumed=_ASSUMED)
@measure(
    "initiative",
    unit="probability",
    evidence="model",
    better="up",
    of=_teams_needed_by_initiatives,
    each=True,
    assumed=_ASSUMED,
)
def on_time_probability(dependencies: int, p: float) -> float:
    """Probability that all that is waited for is on time, if each is so with the same probability, independently.

    p to the power of the number of dependencies; from 0 to 1, and 1 where nothing is waited for. Of a team: over the
    teams that it depends on; of an initiative: over the teams other than its own that must work on it. No organisation
    file states p, so this is computed only if it is asked for, with p = 0.5: every dependency halves the chance. That
    work is late together, or that a delay is made up for, is left out. Never undefined. O(1).

    Parameters
    ----------
    dependencies
        How many are waited for.
    p
        The probability that one of them is on time.

    Examples
    --------
    >>> on_time_probability(3, 0.5)
    0.125

    References
    ----------
    .. [1] T. Magennis, talks on the impact of dependencies on delivery: one chance in 2 to the k with k dependencies.
    """
    return float(p**dependencies)


def littles_law(wip: float, throughput: float) -> float | Undefined:
    """Time that a piece of work spends in a system on average: work in progress divided by throughput.

    From 0, in the unit of time of the throughput. Holds for averages over a long time in which as much is finished as
    is begun, whatever the order and the variation. An organisation file states neither number, so it is a function to
    call and no measure of an organisation. Undefined where nothing is finished. O(1).

    Parameters
    ----------
    wip
        How many pieces of work are begun and not finished.
    throughput
        How many are finished in a unit of time.

    Examples
    --------
    >>> littles_law(wip=12, throughput=3)
    4.0

    References
    ----------
    .. [1] J. Little, A proof for the queuing formula L = λW, Operations Research 9 (1961).
    """
    if not throughput:
        return Undefined("nothing is finished")
    return wip / throughput
