"""Which items of a list are still there in another, which changed, and which went and came."""

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

T = TypeVar("T")
Step = tuple[int | None, int | None]
"""The number of an item before and after: both where it stays or changes, one where it goes or comes."""


def matched(before: Sequence[T], after: Sequence[T], identity: Callable[[T], Hashable]) -> list[Step]:
    """Walk through two lists side by side.

    Parameters
    ----------
    before, after
        The lists.
    identity
        Tells what an item is about: one that changes but is about the same is the same item.

    Returns
    -------
    list of Step
        In the order of both lists.
    """
    most = min(len(before), len(after))
    head = next((n for n in range(most) if before[n] is not after[n] and before[n] != after[n]), most)
    most -= head
    tail = next((n for n in range(most) if before[-1 - n] != after[-1 - n]), most)
    middle = _middle(before[head : len(before) - tail], after[head : len(after) - tail], identity)
    steps: list[Step] = [(n, n) for n in range(head)]
    steps += [(None if i is None else i + head, None if j is None else j + head) for i, j in middle]
    steps += [(len(before) - tail + n, len(after) - tail + n) for n in range(tail)]
    return steps


def _middle(before: Sequence[T], after: Sequence[T], identity: Callable[[T], Hashable]) -> Iterator[Step]:
    kinds: dict[Hashable, list[T]] = {}
    old, new = ([_token(item, kinds, identity) for item in items] for items in (before, after))
    for word, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if word == "equal":
            yield from zip(range(i1, i2), range(j1, j2), strict=True)
        else:
            yield from _replaced(old, new, range(i1, i2), range(j1, j2))


def _token(item: T, kinds: dict[Hashable, list[T]], identity: Callable[[T], Hashable]) -> tuple[Hashable, int]:
    """Return the same token for equal items, whether they can be hashed or not."""
    about = identity(item)
    known = kinds.setdefault(about, [])
    if item not in known:
        known.append(item)
    return about, known.index(item)


def _replaced(
    old: Sequence[tuple[Hashable, int]], new: Sequence[tuple[Hashable, int]], went: range, came: range
) -> Iterator[Step]:
    """Pair what is about the same, in order; the rest goes and comes."""
    places: dict[Hashable, list[int]] = {}
    for j in came:
        places.setdefault(new[j][0], []).append(j)
    unpaired = came.start
    for i in went:
        same = _first_from(places.get(old[i][0], []), unpaired)
        if same is None:
            yield i, None
            continue
        yield from ((None, j) for j in range(unpaired, same))
        yield i, same
        unpaired = same + 1
    yield from ((None, j) for j in range(unpaired, came.stop))


def _first_from(places: list[int], start: int) -> int | None:
    at = bisect_left(places, start)
    return places[at] if at < len(places) else None
