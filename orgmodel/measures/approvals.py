"""Decisions: who has to agree before they are taken."""

from collections.abc import Collection, Iterable
from graphlib import CycleError, TopologicalSorter
from typing import Any, Final

from orgmodel.measures.base import Detailed, Listed, Undefined, measure
from orgmodel.measures.ties import Ties
from orgmodel.measures.ways import approvers, chains

UNREACHABLE: Final = Undefined("no way leads from the request to the decision")


@measure("decision", unit="approvals", evidence="supported", of=chains, each=True)
def approval_depth_longest(
    ties: Ties, source: Any, sink: Any, mandated: Collection[Any] = (), *, ends: bool = False
) -> float | Detailed | Undefined:
    """Approvals, one after the other, on the longest way from a request to its decision.

    Counts the nodes between the two ends of the longest chain. Of a decision: its steps that can veto or approve, then
    those of the alternative with most; whoever decides is not counted, nor is who only advises or is told. What a law,
    a contract or safety requires is counted apart, since nobody could drop it. From 0. Undefined where no way leads to
    the decision, where it is not stated who is asked, or not what they can do. O(nodes + edges).

    Parameters
    ----------
    mandated
        Nodes that are counted apart.
    ends
        Whether request and decision are counted as well.

    Raises
    ------
    ValueError
        If the approvals go round in a circle.

    Examples
    --------
    >>> from orgmodel.measures.ties import cleaned
    >>> way = [("req", "mgr"), ("mgr", "dir"), ("mgr", "sec"), ("dir", "vp"), ("sec", "vp"), ("vp", "done")]
    >>> approval_depth_longest(cleaned([], way), "req", "done")
    3
    >>> approval_depth_longest(cleaned([], way), "req", "done", {"vp"})
    Detailed(value=2, detail='1 mandated apart')

    References
    ----------
    .. [1] N. Forsgren, J. Humble, G. Kim, Accelerate (2018), on external approvals and delivery.
    .. [2] DORA, Accelerate State of DevOps 2019, on heavyweight change processes.
    """
    return _depth(ties, source, sink, mandated, ends=ends, longest=True)


@measure("decision", unit="approvals", evidence="supported", of=chains, each=True)
def approval_depth_shortest(
    ties: Ties, source: Any, sink: Any, mandated: Collection[Any] = (), *, ends: bool = False
) -> float | Detailed | Undefined:
    """Approvals, one after the other, on the shortest way from a request to its decision.

    As the longest, but for the alternative with fewest; of several with as few, the one with fewest that are mandated.

    Parameters
    ----------
    mandated
        Nodes that are counted apart.
    ends
        Whether request and decision are counted as well.

    Raises
    ------
    ValueError
        If the approvals go round in a circle.

    Examples
    --------
    >>> from orgmodel.measures.ties import cleaned
    >>> way = [("req", "mgr"), ("mgr", "dir"), ("mgr", "done"), ("dir", "done")]
    >>> approval_depth_shortest(cleaned([], way), "req", "done")
    1

    References
    ----------
    .. [1] N. Forsgren, J. Humble, G. Kim, Accelerate (2018), on external approvals and delivery.
    """
    return _depth(ties, source, sink, mandated, ends=ends, longest=False)


def _depth(
    ties: Ties, source: Any, sink: Any, mandated: Collection[Any], *, ends: bool, longest: bool
) -> float | Detailed | Undefined:
    choose = max if longest else min
    # What is counted, and what is counted apart, from the request to each node.
    found: dict[Any, tuple[int, int]] = {source: (0, 0)}
    for node in _in_order(ties, source):
        before = [found[each] for each in ties.predecessors.get(node, ()) if each in found]
        if node != source and before:
            counted, apart = choose(before)
            is_mandated = node in mandated
            found[node] = (counted, apart) if node == sink else (counted + (not is_mandated), apart + is_mandated)
    if sink not in found or source not in ties.number:
        return UNREACHABLE
    counted, apart = found[sink]
    counted += len({source, sink}) if ends else 0
    return Detailed(counted, f"{apart} mandated apart") if apart else counted


def _in_order(ties: Ties, source: Any) -> Iterable[Any]:
    """Return all that can be reached, each after what comes before it."""
    reached = {source: None}
    todo = [source]
    while todo:
        for other in ties.successors.get(todo.pop(), ()):
            if other not in reached:
                reached[other] = None
                todo.append(other)
    graph = {node: [each for each in ties.predecessors.get(node, ()) if each in reached] for node in reached}
    try:
        return list(TopologicalSorter(graph).static_order())
    except CycleError as error:
        circle = ", ".join(str(node) for node in error.args[1])
        raise ValueError(f"the approvals go round in a circle: {circle}") from error


@measure("decision", unit="list of approvers", evidence="descriptive", of=approvers, each=True)
def mandatory_approvers(ties: Ties, source: Any, sink: Any, mandated: Collection[Any] = ()) -> Listed | Undefined:
    """Those who can stop a decision alone: they are asked on every way from the request to it.

    They dominate the decision: whoever has to agree in the steps of the decision itself, and who has to in every
    alternative, at whatever place. Whoever decides is left out, since that they can is what deciding means, and who is
    asked only because a law, a contract or safety requires it is told apart: nobody could drop them. Undefined where no
    way leads to the decision, where it is not stated who is asked, or not what they can do. O(edges · log nodes).

    Parameters
    ----------
    mandated
        Nodes that are told apart.

    Examples
    --------
    >>> from orgmodel.measures.ties import cleaned
    >>> way = [("req", "mgr"), ("mgr", "dir"), ("mgr", "sec"), ("dir", "vp"), ("sec", "vp"), ("vp", "done")]
    >>> mandatory_approvers(cleaned([], way), "req", "done").names
    ('mgr', 'vp')

    References
    ----------
    .. [1] T. Lengauer, R. Tarjan, A fast algorithm for finding dominators in a flowgraph, ACM TOPLAS 1 (1979).
    """
    if source not in ties.number or sink not in ties.number:
        return UNREACHABLE
    found = _dominators(ties, source, sink)
    if found is None:
        return UNREACHABLE
    apart = [str(each) for each in found if each in mandated]
    names = tuple(each for each in found if each not in mandated)
    return Listed(names, f"mandated: {', '.join(apart)}" if apart else None)


def _dominators(ties: Ties, source: Any, sink: Any) -> list[Any] | None:
    """Return what is on every way between two nodes, in the order of their ids; None if there is no way."""
    import networkx

    graph: networkx.DiGraph[Any] = networkx.DiGraph(list(ties.weights))
    graph.add_nodes_from(ties.nodes)
    above = networkx.immediate_dominators(graph, source)
    if sink != source and sink not in above:
        return None
    found = []
    node = source if sink == source else above[sink]
    while node != source:
        found.append(node)
        node = above[node]
    return sorted(found, key=str)
