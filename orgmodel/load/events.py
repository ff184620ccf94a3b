"""The stream of YAML events of a text, from libyaml where it is installed and from Python where not."""

from collections.abc import Callable
from typing import Any, Protocol

import yaml

from orgmodel.load.python_parser import PythonParser

Event = Any
"""An event of PyYAML: which attributes it has follows from its class, and that is compared for speed."""

NextEvent = Callable[[], Event]


class Mark(Protocol):
    """Where an event begins or ends; index, line and column count characters from 0."""

    index: int
    line: int
    column: int


def python_events(text: str) -> NextEvent:
    """Return a function that gives one event after the other, parsed in Python."""
    return PythonParser(text).get_event


def libyaml_events(text: str) -> NextEvent:
    """Return a function that gives one event after the other, parsed by libyaml."""
    parser: Any = yaml.cyaml.CParser(text)  # type: ignore[attr-defined]  # the stubs leave it out
    next_event: NextEvent = parser.get_event
    return next_event


events: Callable[[str], NextEvent] = libyaml_events if yaml.__with_libyaml__ else python_events
"""The faster of the two that this machine has. Both give the same events for a text that is YAML."""
