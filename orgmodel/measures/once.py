"""Keeps what was worked out from an organisation for as long as the organisation is in use."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from orgmodel.graph import OrgGraph

P = ParamSpec("P")
R = TypeVar("R")


def once(work_out: Callable[Concatenate[OrgGraph, P], R]) -> Callable[Concatenate[OrgGraph, P], R]:
    """Let a function work out its answer once for each organisation and each choice of its other arguments.

    Several measures ask for the same; what is kept keeps no organisation. An answer must not hold the organisation.
    """
    known: WeakKeyDictionary[OrgGraph, dict[object, R]] = WeakKeyDictionary()

    @wraps(work_out)
    def answer(graph: OrgGraph, /, *args: P.args, **kwargs: P.kwargs) -> R:
        answers = known.setdefault(graph, {})
        key = (args, tuple(sorted(kwargs.items())))
        if key not in answers:
            answers[key] = work_out(graph, *args, **kwargs)
        return answers[key]

    return answer
