"""Keeps what was worked out from something for as long as that is in use."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

S = TypeVar("S")
P = ParamSpec("P")
R = TypeVar("R")


def once(work_out: Callable[Concatenate[S, P], R]) -> Callable[Concatenate[S, P], R]:
    """Let a function work out its answer once for each first argument and each choice of the others.

    Several measures ask for the same of an organisation, or of its ties. What is kept does not keep the first argument,
    which is compared by identity; an answer must not hold it either.
    """
    known: WeakKeyDictionary[Any, dict[object, R]] = WeakKeyDictionary()

    @wraps(work_out)
    def answer(first: S, /, *args: P.args, **kwargs: P.kwargs) -> R:
        answers = known.setdefault(first, {})
        key = (args, tuple(sorted(kwargs.items())))
        if key not in answers:
            answers[key] = work_out(first, *args, **kwargs)
        return answers[key]

    return answer
