"""Puts initiatives and teams in an order in which few of the lines between them cross."""

from bisect import bisect_right, insort
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

Pair = tuple[str, str]
"""What stands on the left and what stands on the right of one line."""
_SWEEPS: Final = 12
_EXCHANGES: Final = 4
_Neighbours = Mapping[str, Sequence[str]]


class Order(NamedTuple):
    """What stands on the left and on the right, from the top."""

    left: tuple[str, ...]
    right: tuple[str, ...]


def crossings(order: Order, pairs: Iterable[Pair]) -> int:
    """Count the pairs of lines that cross; O(lines · log lines) beside the moving of a list."""
    above, below = _places(order.left), _places(order.right)
    seen: list[int] = []
    found = 0
    for _, right in sorted((above[one], below[other]) for one, other in pairs):
        found += len(seen) - bisect_right(seen, right)
        insort(seen, right)
    return found


def few_crossings(blocks: Sequence[Sequence[str]], pairs: Sequence[Pair], *, movable: bool = False) -> Order:
    """Return an order in which few lines cross; what stands on the left stays in its block.

    Each side in turn is sorted by the mean place of what it is tied to on the other side [1]_, then neighbours change
    places as long as that helps. The best order of all is kept; at first a team stands where it is first needed.

    Parameters
    ----------
    blocks
        What stands on the left, in blocks from the top.
    pairs
        The lines; of each left end those to its own team come first.
    movable
        Whether blocks may change places.

    References
    ----------
    .. [1] K. Sugiyama, S. Tagawa, M. Toda, Methods for visual understanding of hierarchical system structures, IEEE
       Transactions on Systems, Man, and Cybernetics 11 (1981).
    """
    to_right, to_left = _neighbours(pairs), _neighbours((other, one) for one, other in pairs)
    left = [list(block) for block in blocks]
    left = _moved(left, pairs, to_left) if movable else left
    flat = [one for block in left for one in block]
    right = list(dict.fromkeys(other for one in flat for other in to_right.get(one, ())))
    best = Order(tuple(flat), tuple(right))
    fewest = crossings(best, pairs)
    for _ in range(_SWEEPS):
        if not fewest:
            break
        right = _exchanged(_sorted(right, to_left, flat), to_left, flat)
        left = [_exchanged(_sorted(block, to_right, right), to_right, right) for block in left]
        flat = [one for block in left for one in block]
        now = Order(tuple(flat), tuple(_exchanged(_sorted(right, to_left, flat), to_left, flat)))
        if (found := crossings(now, pairs)) < fewest:
            best, fewest = now, found
    return best


def components(ids: Sequence[str], pairs: Iterable[Pair]) -> list[list[str]]:
    """Return what hangs together on the left, by way of the right; each part, and the parts, in the given order."""
    to_right = _neighbours(pairs)
    root = {id: id for id in ids}

    def top(id: str) -> str:
        while root[id] != id:
            root[id] = root[root[id]]
            id = root[id]
        return id

    first: dict[str, str] = {}
    for id in ids:
        for other in to_right.get(id, ()):
            root[top(id)] = top(first.setdefault(other, id))
    parts: dict[str, list[str]] = {}
    for id in ids:
        parts.setdefault(top(id), []).append(id)
    return list(parts.values())


def _places(ids: Sequence[str]) -> dict[str, int]:
    return {id: place for place, id in enumerate(ids)}


def _neighbours(pairs: Iterable[Pair]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one, other in pairs:
        found.setdefault(one, []).append(other)
    return found


def _sorted(ids: Sequence[str], neighbours: _Neighbours, facing: Sequence[str]) -> list[str]:
    """Sort by the mean place of the neighbours; what has none stays where it is."""
    place = _places(facing)
    means = {}
    for n, id in enumerate(ids):
        ends = neighbours.get(id, ())
        means[id] = sum(place[end] for end in ends) / len(ends) if ends else n * len(facing) / max(1, len(ids))
    return sorted(ids, key=means.__getitem__)


def _moved(blocks: list[list[str]], pairs: Sequence[Pair], to_left: _Neighbours) -> list[list[str]]:
    """Move one block after the other to where its lines cross least, as long as that helps."""

    def cost(order: Sequence[Sequence[str]]) -> int:
        flat = [id for block in order for id in block]
        return crossings(Order(tuple(flat), tuple(_sorted(sorted(to_left), to_left, flat))), pairs)

    best, fewest = blocks, cost(blocks)
    for _ in range(_EXCHANGES):
        before = fewest
        for block in blocks:
            rest = [each for each in best if each is not block]
            tries = [[*rest[:n], block, *rest[n:]] for n in range(len(blocks))]
            least, n = min((cost(order), n) for n, order in enumerate(tries))
            if least < fewest:
                best, fewest = tries[n], least
        if fewest == before:
            break
    return best


def _exchanged(ids: list[str], neighbours: _Neighbours, facing: Sequence[str]) -> list[str]:
    """Let neighbours change places wherever their lines cross less the other way round."""
    place = _places(facing)
    ends = {id: sorted(place[end] for end in neighbours.get(id, ())) for id in ids}
    for _ in range(_EXCHANGES):
        moved = False
        for n in range(len(ids) - 1):
            one, other = ids[n], ids[n + 1]
            if _against(ends[other], ends[one]) < _against(ends[one], ends[other]):
                ids[n], ids[n + 1] = other, one
                moved = True
        if not moved:
            break
    return ids


def _against(above: Sequence[int], below: Sequence[int]) -> int:
    """Count the crossings between the lines of two neighbours."""
    return sum(len(above) - bisect_right(above, end) for end in below)
