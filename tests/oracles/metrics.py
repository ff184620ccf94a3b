"""Finds the function of a metric, and calls it with what an example gives."""

import inspect
from collections.abc import Callable, Mapping
from functools import cache, cached_property
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any, Final

import orgmodel.measures
from orgmodel.measures.base import Estimated
from orgmodel.measures.distribution import midrank_percentiles
from orgmodel.measures.position import innermost_core
from orgmodel.measures.ties import Ties
from tests.oracles.examples import Example, MalformedError
from tests.oracles.graphs import Drawn, drawn, ties
from tests.oracles.offers import why_not


class NotOfferedError(Exception):
    """A metric that has no function here, and why."""


class Given:
    """What an example gives, by the name of the parameter that asks for it."""

    def __init__(self, known: Example, folder: Path) -> None:
        self._said = known.input
        self._folder = folder

    def __getitem__(self, parameter: str) -> Any:
        """Return the argument for a parameter.

        Raises
        ------
        KeyError
            If the example does not give it.
        """
        made = getattr(self, f"_{parameter}", None)
        return made() if made is not None else self._said[parameter]

    def _ties(self) -> Ties:
        return self._cleaned

    @cached_property
    def _drawn(self) -> Drawn:
        return drawn(self._said, self._folder)

    @cached_property
    def _cleaned(self) -> Ties:
        return ties(self._said, self._drawn)

    def _home(self) -> Mapping[Any, Any]:
        """Return the group of each node: stated, or known of the nodes by a name such as "club attribute"."""
        groups = self._said["groups"] if "groups" in self._said else self._said["partition"]
        match groups:
            case dict():
                return {node: groups[str(node)] for node in self._cleaned.nodes if str(node) in groups}
            case list():
                return {node: number for number, group in enumerate(groups) for node in group}
        known = self._drawn.known
        name = str(groups).removesuffix(" attribute")
        found = known.get(name, known.get("labels"))
        if found is None:
            raise MalformedError(f"there is no ‘{name}’ of the nodes")
        return found

    def _inside(self) -> Any:
        return self._said["set"] if "set" in self._said else self._home()

    def _knowers(self) -> Any:
        return self._said["knowers"] if "knowers" in self._said else self._said["authors"]

    _authors = _knowers

    def _contributors(self) -> list[Any]:
        return [person for person, edits in self._said["edits"].items() if edits]

    def _leaders(self) -> Mapping[Any, Any]:
        initiatives = self._said["initiatives"].items()
        return {id: [] if led["leader"] is None else [(led["leader"], led["share"])] for id, led in initiatives}

    def _assigned(self) -> Any:
        return self._said["TA"]

    def _dependent(self) -> Any:
        return self._said["TD"]

    def _actual(self) -> Any:
        return self._said["CA"]

    def _before(self) -> Any:
        return self._one_of_two("a") if self._said.get("kind") == "two_graphs" else self._said["before"]

    def _after(self) -> Any:
        return self._one_of_two("b") if self._said.get("kind") == "two_graphs" else self._said["after"]

    def _one_of_two(self, key: str) -> Ties:
        said = self._said[key]
        return ties(said, drawn(said, self._folder))


OTHERWISE: Final[Mapping[str, Callable[[Given], Any]]] = {
    "k_core_max": lambda given: _core(given["ties"]),
    "midrank_percentile": lambda given: midrank_percentiles(given["values"]),
}
"""Metrics that are not the name of a function, or whose function tells less than the examples do."""

ASKED: Final[Mapping[str, Mapping[str, Any]]] = {
    # The examples count the request and what comes of it, the measure approvers only.
    "approval_depth_longest": {"ends": True},
    "approval_depth_shortest": {"ends": True},
}
"""What a function is told besides what the examples of its metric give."""


def computed(known: Example, folder: Path) -> Any:
    """Return what the function of a metric answers.

    Raises
    ------
    NotOfferedError
        If there is no such function.
    MalformedError
        If the example lacks what the function needs.
    """
    given = Given(known, folder)
    if known.metric in OTHERWISE:
        return OTHERWISE[known.metric](given)
    reason = why_not(known.metric)
    function = None if reason else _functions().get(known.metric)
    if function is None:
        raise NotOfferedError(reason or "no such measure")
    value = function(**_arguments(function, given), **ASKED.get(known.metric, {}))
    return _of_node(value, known.input["node"]) if "node" in known.input else value


def _arguments(function: Callable[..., Any], given: Given) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, parameter in inspect.signature(function).parameters.items():
        try:
            found[name] = given[name]
        except KeyError as error:
            if parameter.default is inspect.Parameter.empty:
                raise MalformedError(f"{error} is missing") from error
    return found


def _of_node(value: Any, node: Any) -> Any:
    """Return the value of one node, where there is one for each."""
    of_each = value.values if isinstance(value, Estimated) else value
    if not isinstance(of_each, Mapping):
        return value
    return of_each[node] if node in of_each else {str(key): each for key, each in of_each.items()}[str(node)]


def _core(graph: Ties) -> tuple[int, int]:
    core = innermost_core(graph)
    return core.k, len(core.nodes)


@cache
def _functions() -> Mapping[str, Callable[..., Any]]:
    """Return the functions of all measures by name; those that take what no example gives are left out."""
    names = sorted(module.name for module in iter_modules(orgmodel.measures.__path__))
    modules = [import_module(f"orgmodel.measures.{name}") for name in names]
    return {
        name: function
        for module in modules
        for name, function in vars(module).items()
        if inspect.isfunction(function)
        and function.__module__ == module.__name__
        and not name.startswith("_")
        and not {"layer", "contingency"} & {*inspect.signature(function).parameters}
    }
