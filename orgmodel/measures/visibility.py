"""How many nodes each node reaches, and how many reach it: exact, and estimated in large graphs."""

from collections.abc import Iterable, Sequence
from math import sqrt
from random import Random
from typing import Final, NamedTuple

from orgmodel.measures.connected import Condensation, condensed
from orgmodel.measures.once import once
from orgmodel.measures.ties import Ties

EXACT_UP_TO: Final = 20_000
"""Up to this many nodes everything is exact; trees are exact at any size."""

SAMPLE: Final = 1024
"""How many nodes the total is estimated from."""

SKETCH: Final = 128
"""How many nodes of each set are kept to estimate its size; smaller sets are exact."""

_BLOCK: Final = 16_384
_SEED: Final = 1997


class Visibility(NamedTuple):
    """How many nodes each node reaches or is reached by, itself included; and from what that was estimated."""

    counts: Sequence[float]
    estimated: str | None = None


class TotalReach(NamedTuple):
    """In how many ordered pairs of nodes one reaches the other, each node itself included.

    The standard error is that of an estimate from a sample; None if all nodes were followed.
    """

    pairs: float
    error: float | None = None


@once
def reached(ties: Ties) -> Visibility:
    """Return how many nodes each node reaches along ties."""
    found = condensed(ties)
    return _visibility(found, found.below, found.ends_first)


@once
def reaching(ties: Ties) -> Visibility:
    """Return how many nodes reach each node along ties."""
    found = condensed(ties)
    return _visibility(found, found.above, found.ends_first[::-1])


def _visibility(graph: Condensation, onward: Sequence[Sequence[int]], order: Iterable[int]) -> Visibility:
    nodes = len(graph.group_of)
    if graph.is_forest:
        of_groups: Sequence[float] = _summed(graph, onward, order)
    elif nodes <= EXACT_UP_TO:
        of_groups = _counted(graph, onward, list(order))
    else:
        of_groups = _sketched(graph, onward, order)
        error = f"{1 / sqrt(SKETCH - 2):.0%}"
        how = f"from the first {SKETCH} of {nodes:,} in a fixed random order, standard error {error}; exact up to these"
        return Visibility([of_groups[group] for group in graph.group_of], how)
    return Visibility([of_groups[group] for group in graph.group_of])


def _summed(graph: Condensation, onward: Sequence[Sequence[int]], order: Iterable[int]) -> list[int]:
    """Count in a forest, where what lies beyond two neighbours has nothing in common."""
    counts = [len(nodes) for nodes in graph.groups]
    for group in order:
        counts[group] += sum(counts[other] for other in onward[group])
    return counts


def _counted(graph: Condensation, onward: Sequence[Sequence[int]], order: Sequence[int]) -> list[int]:
    """Count with a bit for each node, some thousand nodes at a time so that memory stays small.

    A group reaches only what comes before it, so with the bits in this order its number has no more than it needs.
    """
    counts = [0] * len(graph.groups)
    nodes = [node for group in order for node in graph.groups[group]]
    for start in range(0, len(nodes), _BLOCK):
        reach = _reach_of(graph, onward, order, nodes[start : start + _BLOCK])
        counts = [count + bits.bit_count() for count, bits in zip(counts, reach, strict=True)]
    return counts


def _reach_of(
    graph: Condensation, onward: Sequence[Sequence[int]], order: Iterable[int], nodes: Iterable[int]
) -> list[int]:
    """Return which of some nodes each group reaches, as a number with one bit for each of them."""
    bits = [0] * len(graph.groups)
    for place, node in enumerate(nodes):
        bits[graph.group_of[node]] |= 1 << place
    for group in order:
        reach = bits[group]
        for other in onward[group]:
            reach |= bits[other]
        bits[group] = reach
    return bits


def _sketched(graph: Condensation, onward: Sequence[Sequence[int]], order: Iterable[int]) -> list[float]:
    """Estimate the size of each set from the nodes in it that come first in a random order of all.

    The further on the last of these first nodes stands, the smaller the set. Two sets are joined by joining their first
    nodes, so it is done in one pass; the standard error is 1 / √(k - 2) for k nodes kept.

    References
    ----------
    .. [1] E. Cohen, Size-estimation framework with applications to transitive closure and reachability, Journal of
       Computer and System Sciences 55 (1997).
    """
    place = [0] * len(graph.group_of)
    for number, node in enumerate(_shuffled(len(place))):
        place[node] = number
    waiting = [0] * len(graph.groups)
    for others in onward:
        for other in others:
            waiting[other] += 1
    sizes = [0.0] * len(graph.groups)
    first: dict[int, list[int]] = {}
    for group in order:
        joined = {place[node] for node in graph.groups[group]}
        for other in onward[group]:
            joined.update(first[other])
            waiting[other] -= 1
            if not waiting[other]:
                del first[other]  # as many lists at a time as are needed, not one for each node
        kept = sorted(joined)[:SKETCH]
        if waiting[group]:
            first[group] = kept
        # Without replacement: of a set that holds all nodes the last of the first k is the k-th, and the size is exact.
        sizes[group] = float(len(kept)) if len(kept) < SKETCH else (SKETCH - 1) * len(place) / kept[-1]
    return sizes


def _shuffled(nodes: int) -> list[int]:
    """Return the places of all nodes in a random order that is always the same."""
    random = Random(_SEED)
    key = [random.random() for _ in range(nodes)]
    return sorted(range(nodes), key=key.__getitem__)


@once
def total_reach(ties: Ties) -> TotalReach:
    """Return in how many ordered pairs one reaches the other; in a large graph as a sample of nodes is reached."""
    graph, nodes = condensed(ties), len(ties.nodes)
    if graph.is_forest:
        counts = _summed(graph, graph.below, graph.ends_first)
        return TotalReach(sum(count * len(group) for count, group in zip(counts, graph.groups, strict=True)))
    if nodes <= EXACT_UP_TO:
        return TotalReach(sum(reached(ties).counts))
    sample = sorted(_shuffled(nodes)[:SAMPLE])
    sampled = _reaching_each(graph, _reach_of(graph, graph.below, graph.ends_first, sample))
    mean = sum(sampled) / SAMPLE
    variance = sum((count - mean) ** 2 for count in sampled) / (SAMPLE - 1)
    return TotalReach(mean * nodes, nodes * sqrt(variance / SAMPLE * (1 - SAMPLE / nodes)))


def _reaching_each(graph: Condensation, bits: Sequence[int]) -> list[float]:
    """Return how many nodes reach each node of a sample."""
    import numpy as np

    rows, width = 4096, SAMPLE // 8
    found = np.zeros(SAMPLE)
    for start in range(0, len(bits), rows):
        some = bits[start : start + rows]
        packed = np.frombuffer(b"".join(each.to_bytes(width, "little") for each in some), np.uint8)
        unpacked = np.unpackbits(packed.reshape(len(some), width), axis=1, bitorder="little")
        found += np.array([len(nodes) for nodes in graph.groups[start : start + rows]], float) @ unpacked
    return [float(count) for count in found]
