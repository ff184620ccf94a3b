"""Declared dependencies before and after."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import zip_longest

from orgmodel.model.comparison import Declared, Dependencies
from orgmodel.model.dependencies import Dependency
from orgmodel.model.organisation import Org

Said = tuple[str, str, str, str, float, str, str]
"""What tells dependencies apart: source, target, kind, mode, strength, blocking, end; absent is empty."""
Pair = tuple[Declared | None, Declared | None]


def dependencies(before: Org, after: Org) -> Dependencies:
    """Return the declared dependencies that are only in one of two organisations, or differ.

    Those that are alike in both are set aside, however often they stand there. Of the others those between the same two
    teams and of the same kind are taken for the same one, then those between the same two teams.
    """
    was, now = Counter(map(_said, before.dependencies)), Counter(map(_said, after.dependencies))
    pairs = sorted(_matched([*(was - now).elements()], [*(now - was).elements()]), key=_order)
    return Dependencies(
        added=tuple(new for old, new in pairs if old is None and new is not None),
        removed=tuple(old for old, new in pairs if new is None and old is not None),
        changed=tuple((old, new) for old, new in pairs if old is not None and new is not None),
    )


def _said(stated: Dependency) -> Said:
    strength = 0.0 if stated.strength is None else stated.strength
    blocking = "" if stated.blocking is None else str(stated.blocking)
    return (
        stated.source,
        stated.target,
        stated.kind or "unknown",
        stated.mode or "",
        strength,
        blocking,
        str(stated.until or ""),
    )


def _declared(said: Said) -> Declared:
    return Declared(said[0], said[1], said[2])


def _teams(said: Said) -> tuple[str, str]:
    return said[0], said[1]


def _matched(old: list[Said], new: list[Said]) -> Iterator[Pair]:
    """Yield which has become which; None on the side of what is only on the other."""
    for key in (_declared, _teams):
        found, old, new = _same(old, new, key)
        yield from found
    yield from ((_declared(each), None) for each in old)
    yield from ((None, _declared(each)) for each in new)


def _same(
    old: Iterable[Said], new: Iterable[Said], key: Callable[[Said], Hashable]
) -> tuple[list[Pair], list[Said], list[Said]]:
    """Pair what has the same key, in order; return the pairs, and what is left on each side."""
    was, now = _grouped(old, key), _grouped(new, key)
    found: list[Pair] = []
    only_old: list[Said] = []
    only_new: list[Said] = []
    for each in was | now:
        for one, other in zip_longest(was.get(each, ()), now.get(each, ())):
            if one is not None and other is not None:
                found.append((_declared(one), _declared(other)))
            elif one is not None:
                only_old.append(one)
            elif other is not None:
                only_new.append(other)
    return found, only_old, only_new


def _grouped(said: Iterable[Said], key: Callable[[Said], Hashable]) -> dict[Hashable, list[Said]]:
    found: dict[Hashable, list[Said]] = {}
    for each in sorted(said):
        found.setdefault(key(each), []).append(each)
    return found


def _order(pair: Pair) -> tuple[Declared, Declared]:
    nothing = Declared("", "", "")
    return pair[0] or pair[1] or nothing, pair[1] or nothing
