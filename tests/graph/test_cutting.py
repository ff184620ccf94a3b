"""Teams without which others would no longer hang together."""

import networkx
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.graph.cutting import Cut, cuts
from orgmodel.graph.dependencies import Edge, TeamDependencies

NAMES = "abcdefghij"
PAIRS = st.sets(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(lambda pair: pair[0] != pair[1]))


def dependencies(*pairs: str | tuple[str, str]) -> TeamDependencies:
    """Return a graph of teams of one letter: ``ab`` is a dependency of a on b."""
    return TeamDependencies(NAMES, [Edge(pair[0], pair[1], (), 1.0) for pair in pairs])


def test_a_line_falls_apart_without_its_inner_teams() -> None:
    """The largest piece comes first; of the others a few teams are named."""
    assert [Cut("b", (2, 1), (("a",),)), Cut("c", (2, 1), (("d",),))] == cuts(dependencies("ab", "bc", "cd"))


def test_a_star_falls_into_as_many_pieces_as_it_has_rays() -> None:
    """Of equal pieces the first by name counts as the largest."""
    assert [Cut("m", (1, 1, 1), (("b",), ("c",)))] == cuts(
        TeamDependencies("abcm", [Edge(each, "m", (), 1.0) for each in "abc"])
    )


def test_a_circle_holds_without_any_of_its_teams() -> None:
    """Two ways round are better than one."""
    assert [] == cuts(dependencies("ab", "bc", "ca"))


def test_few_of_a_large_piece_are_named() -> None:
    """Sizes are whole, names are not."""
    found = {cut.team: cut for cut in cuts(dependencies("ab", "bc", "cd", "de", "ef", "fg"), most_named=2)}
    assert (3, 3) == found["d"].sizes
    assert [2] == [len(some) for some in found["d"].cut_off]


@settings(max_examples=30)
@given(PAIRS)
def test_it_agrees_with_another_implementation(pairs: set[tuple[str, str]]) -> None:
    """The same teams as those of networkx, and the pieces are what is left when the team is taken out."""
    graph = networkx.Graph(pairs)
    found = cuts(dependencies(*sorted(pairs)), most_named=10)
    assert sorted(networkx.articulation_points(graph)) == [cut.team for cut in found]
    for cut in found:
        around = graph.subgraph(networkx.node_connected_component(graph, cut.team) - {cut.team})
        pieces = sorted((sorted(piece) for piece in networkx.connected_components(around)), key=lambda p: (-len(p), p))
        assert tuple(map(len, pieces)) == cut.sizes
        assert sorted(map(tuple, pieces[1:])) == sorted(cut.cut_off)
