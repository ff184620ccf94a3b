"""Makes the graph of an example: written out, named, generated, or in a file beside the examples."""

import inspect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count, islice
from pathlib import Path
from typing import Any, NamedTuple

import networkx

from orgmodel.measures.ties import Ties, cleaned
from tests.oracles.examples import MalformedError
from tests.oracles.tables import columns_of, pairs_of, read_edges


class Drawn(NamedTuple):
    """A graph before it is cleaned, and what is known of its nodes, by the name of that."""

    nodes: Sequence[Any]
    edges: Sequence[Sequence[Any]]
    directed: bool
    known: Mapping[str, Mapping[Any, Any]]


def drawn(given: Mapping[str, Any], folder: Path) -> Drawn:
    """Return the graph of an example.

    Raises
    ------
    MalformedError
        If the example has none.
    tests.oracles.tables.NoDataError
        If it is in a file, or of a name, that is not there.
    """
    match given.get("kind"):
        case "graph":
            return Drawn(given.get("nodes", ()), given["edges"], given.get("directed", True), {})
        case "dataset":
            return _dataset(str(given["name"]))
        case "generator":
            return _generated(given)
        case "file":
            return _in_file(given, folder)
    raise MalformedError(f"a graph is needed, not ‘{given.get('kind')}’")


def ties(given: Mapping[str, Any], graph: Drawn) -> Ties:
    """Return the graph cleaned, without the weights and the direction that the example says are to be ignored."""
    edges: Iterable[Sequence[Any]] = graph.edges
    if "ignore the weight" in str(given.get("note", "")):
        edges = [edge[:2] for edge in edges]
    directed = graph.directed and not given.get("undirected", False)
    if graph.directed and not directed and all(len(edge) == 2 for edge in edges):
        # Without weights a pair is tied or not, however many arrows there are between the two.
        edges = list({frozenset(edge): edge for edge in edges}.values())
    return cleaned(graph.nodes, edges, directed=directed)


def _dataset(name: str) -> Drawn:
    source, _, of = name.partition(":")
    make = getattr(networkx, of, None) if source == "networkx" and of.endswith("_graph") else None
    if make is None:
        raise MalformedError(f"there is no data set ‘{name}’")
    return _from_networkx(make())


def _from_networkx(graph: Any) -> Drawn:
    edges = [(one, other, *_weight(data)) for one, other, data in graph.edges(data=True)]
    names = sorted({name for _, data in graph.nodes(data=True) for name in data})
    known = {name: dict(graph.nodes(data=name)) for name in names}
    return Drawn(tuple(graph.nodes), edges, graph.is_directed(), known)


def _weight(data: Mapping[str, Any]) -> tuple[float, ...]:
    return (data["weight"],) if "weight" in data else ()


def _generated(given: Mapping[str, Any]) -> Drawn:
    """Return a tree of managers with as many reports each, or what a generator of networkx makes."""
    if given["name"] == "balanced_tree" and "span" in given:
        edges = list(tree(given["span"], given["layers_below_top"]))
        return Drawn((0,), edges, given.get("directed", True), {})
    make = getattr(networkx, str(given["name"]), None)
    if make is None:
        raise MalformedError(f"there is no generator ‘{given['name']}’")
    taken = {key: value for key, value in given.items() if key in inspect.signature(make).parameters}
    graph = _from_networkx(make(**taken))
    return graph._replace(directed=given.get("directed", graph.directed))


def tree(span: int, layers_below_top: int) -> Iterator[tuple[int, int]]:
    """Yield the arrows from managers to reports where everybody above the last layer has as many reports."""
    fresh = count(1)
    layer = [0]
    for _ in range(layers_below_top):
        arrows = [(manager, report) for manager in layer for report in islice(fresh, span)]
        layer = [report for _, report in arrows]
        yield from arrows


def _in_file(given: Mapping[str, Any], folder: Path) -> Drawn:
    path = folder / str(given["path"])
    beside = path.with_name(path.name.replace("_edges", "_nodes"))
    known = columns_of(beside) if beside != path and beside.is_file() else {}
    if "labels" in given:
        labels = folder / str(given["labels"])
        known = {**known, **(columns_of(labels) if labels.suffix == ".csv" else {"labels": pairs_of(labels)})}
    nodes = range(1, given["n"] + 1) if "n" in given else {node: 1 for column in known.values() for node in column}
    return Drawn(tuple(nodes), read_edges(path, given), given.get("directed", True), known)
