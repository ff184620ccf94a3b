"""The stream of YAML events of a text, from libyaml where it is installed and from Python where not."""

from collections.abc import Callable
from typing import Any, Protocol

import yaml
from yaml.events import Event
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

NextEvent = Callable[[], Event]


class Mark(Protocol):
    """Where an event begins or ends; line and column count from 0."""

    line: int
    column: int


class _PythonParser(Reader, Scanner, Parser):
    """PyYAML's own scanner and parser, without its composer and constructor."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)


def python_events(text: str) -> NextEvent:
    """Return a function that gives one event after the other, parsed in Python."""
    return _PythonParser(text).get_event


def libyaml_events(text: str) -> NextEvent:
    """Return a function that gives one event after the other, parsed by libyaml."""
    parser: Any = yaml.cyaml.CParser(text)
    next_event: NextEvent = parser.get_event
    return next_event


events: Callable[[str], NextEvent] = libyaml_events if yaml.__with_libyaml__ else python_events
"""The faster of the two that this machine has. Both give the same events for every text that is YAML."""
