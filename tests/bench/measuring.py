"""What is timed of the measures, one computation in a process of its own: prints its seconds of processor time.

The graphs are random and the same for the same seed; making them is not timed.
"""

import json
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

DESCENDANTS_OF: Final = 500
"""From so many nodes the descendants are sought; what all would take is worked out from that."""


def edges(nodes: int, count: int, *, circles: bool = True) -> list[tuple[int, int]]:
    """Return the edges of a random graph; without circles all of them point to one of the twenty numbers below."""
    chance = random.Random(nodes)
    found: set[tuple[int, int]] = set()
    while len(found) < count:
        one = chance.randrange(nodes)
        other = chance.randrange(nodes) if circles else one - chance.randint(1, 20)
        if one != other >= 0:
            found.add((one, other))
    return sorted(found)


def propagation(nodes: str, count: str, shape: str) -> float:
    """Time the exact propagation cost."""
    from orgmodel.measures.reach import propagation_cost
    from orgmodel.measures.ties import cleaned

    ties = cleaned(range(int(nodes)), edges(int(nodes), int(count), circles=shape == "circles"))
    return _timed(lambda: propagation_cost(ties))


def descendants(nodes: str, count: str, shape: str) -> float:
    """Time the same by the descendants of every node, as networkx finds them."""
    import networkx

    graph: networkx.DiGraph[int] = networkx.DiGraph(edges(int(nodes), int(count), circles=shape == "circles"))
    sources = range(0, int(nodes), int(nodes) // DESCENDANTS_OF)
    graph.add_nodes_from(sources)
    return _timed(lambda: [len(networkx.descendants(graph, node)) for node in sources]) * int(nodes) / len(sources)


def between(nodes: str, count: str) -> float:
    """Time exact betweenness."""
    from orgmodel.measures.position import betweenness_centrality
    from orgmodel.measures.ties import cleaned

    # A smaller graph first, so that libraries are loaded, as they are on the other side.
    betweenness_centrality(cleaned(range(500), edges(500, 1500)))
    ties = cleaned(range(int(nodes)), edges(int(nodes), int(count)))
    return _timed(lambda: betweenness_centrality(ties))


def between_by_networkx(nodes: str, count: str) -> float:
    """Time the same as networkx works it out."""
    import networkx

    graph: networkx.DiGraph[int] = networkx.DiGraph(edges(int(nodes), int(count)))
    return _timed(lambda: networkx.betweenness_centrality(graph))


def everything(path: str) -> float:
    """Time all measures of an organisation, without reading it."""
    from orgmodel import api

    begun: list[float] = []
    api.measure(path, progress=lambda _: begun.append(time.process_time()))
    return time.process_time() - begun[0]


def _timed(compute: Callable[[], Any]) -> float:
    begun = time.process_time()
    compute()
    return time.process_time() - begun


COMPUTATIONS: Final[dict[str, Callable[..., float]]] = {
    each.__name__: each for each in (propagation, descendants, between, between_by_networkx, everything)
}

if __name__ == "__main__":
    print(json.dumps(COMPUTATIONS[sys.argv[1]](*sys.argv[2:])))
