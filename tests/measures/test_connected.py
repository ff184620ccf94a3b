"""What hangs together: groups and components hold each node once, as networkx finds them."""

import networkx
from hypothesis import given, settings

from orgmodel.measures.connected import condensed, weak_components
from orgmodel.measures.ties import Ties
from tests.measures.drawn_ties import TIES, UNDIRECTED, digraph, undirected


@settings(max_examples=20)
@given(TIES)
def test_condensation_is_that_of_networkx(ties: Ties) -> None:
    """It has the same groups, in the order of their first nodes, and the same ties between them."""
    found = condensed(ties)
    groups = [sorted(group) for group in networkx.strongly_connected_components(digraph(ties))]
    assert sorted(groups) == [list(group) for group in found.groups]
    assert [next(n for n, group in enumerate(found.groups) if node in group) for node in ties.nodes] == [
        *found.group_of
    ]
    pairs = {(found.group_of[one], found.group_of[other]) for one, other in ties.weights}
    expected = sorted((one, other) for one, other in pairs if one != other)
    assert expected == [(one, other) for one, below in enumerate(found.below) for other in sorted(below)]
    assert expected == sorted((one, other) for other, above in enumerate(found.above) for one in above)


@settings(max_examples=20)
@given(TIES)
def test_ends_come_first(ties: Ties) -> None:
    """Each group comes once, after all that it points to."""
    found = condensed(ties)
    assert list(range(len(found.groups))) == sorted(found.ends_first)
    position = {group: place for place, group in enumerate(found.ends_first)}
    assert all(position[other] < position[group] for group, below in enumerate(found.below) for other in below)


@settings(max_examples=20)
@given(TIES, UNDIRECTED)
def test_weak_components_are_those_of_networkx(directed: Ties, without: Ties) -> None:
    """Direction does not count, whether there is one or not."""
    for ties in (directed, without):
        expected = sorted(sorted(component) for component in networkx.connected_components(undirected(ties)))
        assert expected == list(weak_components(ties))
