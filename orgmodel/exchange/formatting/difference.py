"""Shows what changes in a text as a unified diff, in a time that grows with its length and not with its square."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import Match, SequenceMatcher
from itertools import pairwise
from typing import Final

_AROUND: Final = 3
_NO_END: Final = "\\ No newline at end of file\n"
Lines = Sequence[str]
Place = tuple[int, int]


def difference(path: str, before: str, after: str) -> Iterator[str]:
    """Yield the lines of a unified diff.

    Parameters
    ----------
    path
        The file as it is printed.
    before, after
        Its texts. Only line feeds end a line; a carriage return is part of it.
    """
    if before == after:
        return
    yield f"--- {path}\n"
    yield f"+++ {path}\n"
    old, new = _lines(before), _lines(after)
    for group in _Matcher(old, new).get_grouped_opcodes(_AROUND):
        first, last = group[0], group[-1]
        yield f"@@ -{_range(first[1], last[2])} +{_range(first[3], last[4])} @@\n"
        for what, start, end, new_start, new_end in group:
            if what == "equal":
                yield from _signed(" ", old[start:end])
            else:
                yield from _signed("-", old[start:end])
                yield from _signed("+", new[new_start:new_end])


class _Matcher(SequenceMatcher[str]):
    """Compares what stands between lines that occur once in both texts, piece by piece."""

    def __init__(self, old: Lines, new: Lines) -> None:
        super().__init__(None, "", "")
        self.a, self.b = old, new

    def get_matching_blocks(self) -> list[Match]:
        blocks: list[list[int]] = []
        for i, j, size in self._pieces():
            if blocks and blocks[-1][0] + blocks[-1][2] == i and blocks[-1][1] + blocks[-1][2] == j:
                blocks[-1][2] += size
            elif size:
                blocks.append([i, j, size])
        return [*(Match(*block) for block in blocks), Match(len(self.a), len(self.b), 0)]

    def _pieces(self) -> Iterator[tuple[int, int, int]]:
        ends = [(-1, -1), *_anchors(self.a, self.b), (len(self.a), len(self.b))]
        for (i, j), (next_i, next_j) in pairwise(ends):
            if i >= 0:
                yield i, j, 1
            old, new = self.a[i + 1 : next_i], self.b[j + 1 : next_j]
            if old and new:
                matches = SequenceMatcher(None, old, new).get_matching_blocks()
                yield from ((i + 1 + match.a, j + 1 + match.b, match.size) for match in matches if match.size)


def _anchors(old: Lines, new: Lines) -> list[Place]:
    """Return the places of lines that occur once in both, as many of them as come in the same order."""
    counted, counted_new = Counter(old), Counter(new)
    place = {line: j for j, line in enumerate(new) if counted_new[line] == 1}
    pairs = [(i, place[line]) for i, line in enumerate(old) if counted[line] == 1 and line in place]
    return _rising(pairs)


def _rising(pairs: Sequence[Place]) -> list[Place]:
    """Return the longest part of the pairs whose second numbers rise."""
    tops: list[int] = []
    numbers: list[int] = []
    previous: list[int] = []
    for number, (_, j) in enumerate(pairs):
        pile = bisect_left(tops, j)
        previous.append(numbers[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [j]
        numbers[pile : pile + 1] = [number]
    chain: list[Place] = []
    number = numbers[-1] if numbers else -1
    while number >= 0:
        chain.append(pairs[number])
        number = previous[number]
    return chain[::-1]


def _lines(text: str) -> list[str]:
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + lines[-1:] * bool(lines[-1])


def _signed(sign: str, lines: Lines) -> Iterator[str]:
    for line in lines:
        yield f"{sign}{line}" if line.endswith("\n") else f"{sign}{line}\n{_NO_END}"


def _range(start: int, end: int) -> str:
    """Write the lines of a piece as a unified diff does: the first of them, and how many unless it is one."""
    length = end - start
    if length == 1:
        return f"{start + 1}"
    return f"{start + 1 if length else start},{length}"
