"""The numbers above a matrix: how much stays inside, how much points forward, and where it is worst."""

from collections.abc import Iterator, Mapping, Sequence

from orgmodel.draw.counting import amount, count
from orgmodel.draw.maps.couplings import Couplings
from orgmodel.draw.maps.words import circles_fact, hot_spots_fact, percent, unknown_fact
from orgmodel.draw.matrices.choosing import Chosen, both_ways
from orgmodel.draw.matrices.order import above, least_above
from orgmodel.graph.dependencies import Edge


def facts_of(
    couplings: Couplings, chosen: Chosen, order: Sequence[str], blocks: Mapping[str, str | None], inside: float
) -> Iterator[str]:
    """Yield the facts.

    Parameters
    ----------
    couplings, chosen
        The layer, and which of it is shown.
    order, blocks
        The rows in their order, and the block of each.
    inside
        The weight that stays within a row, where rows are groups.
    """
    edges = chosen.edges
    name = couplings.graph.org.organisation.name
    if name:
        yield name
    yield f"each row {couplings.speech.verb} its columns"
    yield from _rows(chosen)
    yield _carried(couplings, edges)
    yield from _inside(chosen, blocks, inside)
    yield from _forward(order, edges)
    if chosen.level is None:
        yield from circles_fact(_circles(couplings, order), couplings.speech, "team")
    elif two_way := both_ways(edges):
        yield f"{len(two_way)} of {len(edges)} go both ways"
    yield from hot_spots_fact([couplings.name(team) for team in couplings.verdicts.hot_spots])
    yield from _strongest(couplings, chosen)
    yield from unknown_fact(couplings.dependencies)


def _rows(chosen: Chosen) -> Iterator[str]:
    what = "team" if chosen.level is None else "group"
    if len(chosen.ids) == chosen.wanted:
        yield count(chosen.wanted, what)
    else:
        first = "in focus" if chosen.middle else "with findings" if chosen.found else ""
        who = f"those {first} and the most coupled" if first else "the most coupled"
        yield f"{len(chosen.ids)} of {count(chosen.wanted, what)} are shown, {who}"
    if chosen.found:
        yield f"{count(len(chosen.found), what)} with findings about coupling"


def _carried(couplings: Couplings, edges: Sequence[Edge]) -> str:
    """Say how many dependencies there are, and how much of the weight is shown where that is not all."""
    everything = couplings.dependencies
    known = count(len(everything.edges), "dependency", "dependencies")
    if len(edges) == len(everything.edges):
        return known
    share = percent(sum(edge.weight for edge in edges) / everything.weight)
    return f"{len(edges)} of {known}, with {share} of the weight"


def _inside(chosen: Chosen, blocks: Mapping[str, str | None], inside: float) -> Iterator[str]:
    edges = chosen.edges
    everything = sum(edge.weight for edge in edges) + inside
    if not everything:
        return
    if chosen.level is not None:
        yield f"{percent(inside / everything)} of the coupling stays inside these groups"
    if any(block is not None for block in blocks.values()):
        same = sum(edge.weight for edge in edges if blocks[edge.source] and blocks[edge.source] == blocks[edge.target])
        yield f"{percent((same + inside) / everything)} of the coupling stays inside the blocks"


def _forward(order: Sequence[str], edges: Sequence[Edge]) -> Iterator[str]:
    """Say how many marks lie above the diagonal, and how many have to in any order."""
    if not edges:
        return
    marks, least = above(order, edges), least_above(order, edges)
    of = f"{marks} of {count(len(edges), 'mark')} ({percent(marks / len(edges))}) {'lies' if marks == 1 else 'lie'}"
    if not marks:
        yield "no mark lies above the diagonal"
    elif least.exact and marks == least.marks:
        yield f"{of} above the diagonal, at best as many"
    elif marks <= least.marks:
        yield f"{of} above the diagonal, and no order with fewer was found"
    else:
        at_best = f"{least.marks}" if least.exact else f"{least.marks} or fewer"
        yield f"{of} above the diagonal, at best {at_best} if blocks did not count"


def _circles(couplings: Couplings, order: Sequence[str]) -> list[tuple[str, ...]]:
    shown = frozenset(order)
    return [circle for circle in couplings.circles if not shown.isdisjoint(circle)]


def _strongest(couplings: Couplings, chosen: Chosen) -> Iterator[str]:
    edges = sorted(chosen.edges, key=lambda edge: (-edge.weight, edge.source, edge.target))
    if len({edge.weight for edge in edges}) > 1:
        first = edges[0]
        ends = f"{couplings.names[first.source]} {couplings.speech.verb} {couplings.names[first.target]}"
        yield f"strongest: {ends} ({amount(first.weight)})"
