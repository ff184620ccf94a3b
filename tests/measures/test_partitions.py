"""Distances between two groupings of the same people."""

import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from itertools import combinations, permutations
from math import log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.measures import matching
from orgmodel.measures.matching import heaviest_matching
from orgmodel.measures.partitions import (
    adjusted_rand_index,
    partition_distance,
    teammate_tie_jaccard,
    teammate_ties,
    variation_of_information,
)
from orgmodel.model.comparison import Ties

PAIRS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=12)
"""For each person the class before and after."""
WEIGHTS = st.dictionaries(st.tuples(st.integers(0, 11), st.integers(0, 11)), st.integers(0, 9), max_size=50)


def counts(before: Sequence[object], after: Sequence[object]) -> Counter[tuple[str, str]]:
    """Return how many have each pair of labels."""
    return Counter((str(old), str(new)) for old, new in zip(before, after, strict=True))


BEFORE, AFTER = "AAAABBBB", "AAACBBBA"
"""Eight people of two teams, of whom one changes team and one begins a third."""


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ([0, 0, 1, 1], [0, 0, 1, 2], 4 / 7),
        ([0, 0, 1, 1], [1, 1, 0, 0], 1.0),
        (BEFORE, AFTER, 0.3225806451612903),
        ("AAAA", "ABCD", 0.0),
        ("A", "B", 1.0),
        ("AAAA", "AAAA", 1.0),
        ("ABCD", "ABCD", 1.0),
        ("AABB", "ABAB", -0.5),
    ],
)
def test_adjusted_rand_index(before: Sequence[object], after: Sequence[object], expected: float) -> None:
    """Worked examples; 1 for what is the same, also where all are together or each is alone."""
    assert expected == pytest.approx(adjusted_rand_index(counts(before, after)), abs=1e-9)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [("AAAA", "ABCD", log(4)), ("AAAAAAAA", "ABCDEFGH", log(8)), ("AABB", "XXYY", 0.0), ("AABB", "ABAB", 2 * log(2))],
)
def test_variation_of_information(before: str, after: str, expected: float) -> None:
    """In nats, at most the logarithm of the number of people."""
    assert expected == pytest.approx(variation_of_information(counts(before, after)), abs=1e-12)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [("AAAABBBB", "XXXXYYYY", 0), (BEFORE, AFTER, 2), ("AAAA", "ABCD", 3), ("AABB", "ABAB", 2), ("", "", 0)],
)
def test_partition_distance(before: str, after: str, expected: int) -> None:
    """Renaming costs nothing; where there is nobody, nobody moves."""
    assert expected == partition_distance(counts(before, after))


def test_ties_of_teammates() -> None:
    """Twelve pairs before and nine after, of which six are the same."""
    assert Ties(kept=6, cut=6, new=3) == teammate_ties(counts(BEFORE, AFTER))
    assert 0.4 == teammate_tie_jaccard(counts(BEFORE, AFTER))


def test_nothing_is_said_of_nobody() -> None:
    """Without people there is no agreement and no information; without a pair that works together no share of pairs."""
    assert adjusted_rand_index({}) is None
    assert variation_of_information({}) is None
    assert teammate_tie_jaccard({}) is None
    assert teammate_tie_jaccard({("a", "x"): 1, ("b", "y"): 1}) is None


def slow_distance(pairs: list[tuple[int, int]]) -> int:
    """Try every renaming of the classes, and count who is elsewhere."""
    return min(sum(names[old] != new for old, new in pairs) for names in permutations(range(5)))


@settings(max_examples=20)
@given(PAIRS)
def test_distance_is_the_least_over_all_renamings(pairs: list[tuple[int, int]]) -> None:
    """The same as by trying all permutations; symmetric; never more than moved under the names as they are."""
    found = partition_distance(Counter(pairs))
    assert slow_distance(pairs) == found
    assert partition_distance(Counter((new, old) for old, new in pairs)) == found


@settings(max_examples=20)
@given(PAIRS)
def test_ties_are_the_pairs_that_are_together(pairs: list[tuple[int, int]]) -> None:
    """Counting the contingency gives what listing every pair gives, and the index follows from it."""
    both = [(a[0] == b[0], a[1] == b[1]) for a, b in combinations(pairs, 2)]
    expected = Ties(both.count((True, True)), both.count((True, False)), both.count((False, True)))
    assert expected == teammate_ties(Counter(pairs))
    if expected.kept + expected.cut + expected.new:
        assert teammate_tie_jaccard(Counter(pairs)) == expected.kept / sum(expected)


@settings(max_examples=20)
@given(PAIRS.filter(bool), st.permutations(range(5)))
def test_names_of_classes_do_not_matter(pairs: list[tuple[int, int]], names: list[int]) -> None:
    """Another name for every class after changes nothing; a grouping is no distance from itself."""
    renamed = Counter((old, names[new]) for old, new in pairs)
    same = Counter((old, old) for old, _ in pairs)
    for measure in (partition_distance, adjusted_rand_index, variation_of_information, teammate_ties):
        assert measure(renamed) == measure(Counter(pairs))
    assert (0, 1.0, 0.0) == (partition_distance(same), adjusted_rand_index(same), variation_of_information(same))


@settings(max_examples=20)
@given(PAIRS.filter(bool))
def test_information_stays_within_its_range(pairs: list[tuple[int, int]]) -> None:
    """From 0 to the logarithm of the number of people; the index is at most 1."""
    varied = variation_of_information(Counter(pairs))
    index = adjusted_rand_index(Counter(pairs))
    assert varied is not None
    assert index is not None
    assert 0 <= varied <= log(len(pairs)) + 1e-12
    assert index <= 1


def slow_matching(weights: dict[tuple[int, int], int]) -> int:
    """Choose a row after the other, each with every column or with none."""
    best = {frozenset[int](): 0}
    for row in {old for old, _ in weights}:
        grown = dict(best)
        for (old, new), weight in weights.items():
            if old == row:
                for used, worth in best.items():
                    if new not in used:
                        grown[used | {new}] = max(grown.get(used | {new}, 0), worth + weight)
        best = grown
    return max(best.values())


@settings(max_examples=20)
@given(WEIGHTS)
def test_matching_is_the_heaviest(weights: dict[tuple[int, int], int]) -> None:
    """Certain pairs, small groups and the solver together give what trying everything gives."""
    assert slow_matching(weights) == heaviest_matching(weights)


@settings(max_examples=20)
@given(WEIGHTS)
def test_the_solver_may_leave_things_alone(weights: dict[tuple[int, int], int]) -> None:
    """Whatever is not certain goes to the solver here: it need not pair everything, nor can it always."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(matching, "_FEW", 0)
        assert slow_matching(weights) == heaviest_matching(weights)


def test_a_chain_that_cannot_be_paired_to_its_end_is_solved() -> None:
    """Seven rows want the same few columns: some stay alone."""
    weights = {(row, column): 2 + (row + column) % 2 for row in range(9) for column in (*range(6), 6 + row // 3)}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(matching, "_FEW", 0)
        assert slow_matching(weights) == heaviest_matching(weights)


def test_a_large_knot_is_solved() -> None:
    """Eight by eight with equal best pairs everywhere: nothing is certain, and it is too large to try."""
    weights = {(row, column): 3 + (row * column) % 3 for row in range(8) for column in range(8)}
    assert slow_matching(weights) == heaviest_matching(weights)
    assert 40 - 33 == partition_distance({(0, 0): 33, (0, 1): 7})


def test_easy_cases_do_without_the_solver() -> None:
    """Where most people stay, and where teams split and merge, the solver is not even imported."""
    script = (
        "import sys; from orgmodel.measures.partitions import partition_distance as d\n"
        "c = {(n, n): 6 for n in range(500)} | {(n, (n * 7 + 1) % 500): 1 for n in range(500)}\n"
        "c |= {('a', f'x{n}'): n + 1 for n in range(50)} | {(f'y{n}', 'b'): n + 1 for n in range(50)}\n"
        "print(d(c), 'scipy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert f"{500 + 2 * (1275 - 50)} False" == done.stdout.strip()
