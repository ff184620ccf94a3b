"""Circles worth showing: short ones, different ones, heavy ones, and the grave before all."""

from hypothesis import given, settings

from orgmodel.graph.dependencies import Edge
from orgmodel.measures.circles import pairs, telling_circles
from tests.measures.support import GRAPHS, dependencies, edge, weighed


def shown(*arrows: str, most: int = 3, grave: str = "") -> list[str]:
    """Return the chosen circles as the letters of their teams; arrows listed as grave are so."""
    edges = [edge(*pair, weight) for pair, weight in weighed(*arrows).items()]
    chosen = telling_circles(edges, most, grave=lambda each: f"{each.source}{each.target}" in grave.split())
    return ["".join(each.source for each in circle) for circle in chosen]


def test_a_circle_begins_with_its_first_team() -> None:
    """The only circle is shown once, hop by hop from the id that comes first."""
    assert ["abc"] == shown("ca", "ab", "bc")


def test_short_circles_come_first() -> None:
    """A circle of three is a better story than one of five."""
    assert ["abc", "adefg"] == shown("ab", "bc", "ca", "ad", "de", "ef", "fg", "ga")


def test_of_equal_length_the_heavier_comes_first() -> None:
    """Of two circles of three the one with the stronger dependencies is shown."""
    assert ["ade"] == shown("ab", "bc", "ca", "ad5", "de5", "ea5", most=1)


def test_different_circles_are_preferred() -> None:
    """After the first, a circle elsewhere is shown before one that shares dependencies with it, though heavier."""
    arrows = ["ab9", "bc9", "ca9", "bd8", "da8", "ef", "fg", "ge", "ce"]
    assert ["abc", "efg", "abd"] == shown(*arrows)


def test_grave_circles_lead() -> None:
    """A longer circle of nothing but grave dependencies is shown before a shorter one."""
    arrows = ["ab9", "bc9", "ca9", "ad", "de", "ef", "fa"]
    assert ["adef", "abc"] == shown(*arrows, grave="ad de ef fa")
    assert ["abc", "adef"] == shown(*arrows, grave="ad de ef")


def test_pairs_are_shown_last() -> None:
    """Two teams that wait for each other are shown when there are no larger circles left."""
    assert ["abc", "ab"] == shown("ab", "ba9", "bc", "ca")
    assert ["ab", "bc"] == shown("ab", "ba", "bc", "cb")


def test_grave_pairs_come_before_harmless_circles() -> None:
    """Two teams that block each other are a better story than a circle that blocks nobody."""
    assert ["ab", "abc"] == shown("ab", "ba", "bc", "ca", grave="ab ba")


def test_no_more_than_wanted() -> None:
    """Of many circles only as many are shown as asked for."""
    everyone = [f"{a}{b}" for a in "abcde" for b in "abcde" if a != b]
    assert [0, 1, 3] == [len(shown(*everyone, most=most)) for most in (0, 1, 3)]


def test_large_group_is_searched_from_its_heaviest_dependencies() -> None:
    """In a group with very many dependencies the search is cut short, and still finds circles."""
    size = 400
    arrows = {(f"{n:03}", f"{(n + step) % size:03}"): 1.0 for n in range(size) for step in range(1, 60)}
    edges = [edge(*pair, weight) for pair, weight in arrows.items()]
    assert 3 == len(telling_circles(edges, 3, grave=lambda each: False))


def test_pairs_are_listed_heaviest_first() -> None:
    """Teams that depend on each other directly are listed once for each two."""
    edges = [edge(*pair, weight) for pair, weight in weighed("ab", "ba", "cd5", "dc", "ef").items()]
    assert [("c", "d"), ("a", "b")] == [(pair[0].source, pair[0].target) for pair in pairs(edges)]


@settings(max_examples=20)
@given(GRAPHS)
def test_each_is_a_circle(weights: dict[tuple[str, str], float]) -> None:
    """Each hop begins where the one before it ends, no team comes twice, and no circle is shown twice."""
    for group in dependencies(weights).cyclic_groups:
        edges: list[Edge] = [edge(*pair, weight) for pair, weight in weights.items() if {*pair} <= {*group}]
        circles = telling_circles(edges, 3, grave=lambda each: each.weight > 3)
        assert circles
        for circle in circles:
            teams = [each.source for each in circle]
            assert [*teams[1:], teams[0]] == [each.target for each in circle]
            assert len(set(teams)) == len(teams)
            assert min(teams) == teams[0]
        assert len({tuple(each.source for each in circle) for circle in circles}) == len(circles)
