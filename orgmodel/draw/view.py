"""What every picture is to the rest of the package: a name, the question it answers, and one function."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from orgmodel.draw.engine import TIME_LIMIT, Engine
from orgmodel.draw.theme import Mode
from orgmodel.graph.dependencies import Layer
from orgmodel.graph.org_graph import OrgGraph
from orgmodel.model.closest import UnknownNameError

MEDIA_TYPES: Final = MappingProxyType({"svg": "image/svg+xml", "dot": "text/vnd.graphviz"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What a reader can choose. A view passes over what it has no use for."""

    format: str = "svg"
    layer: Layer = "waits"
    focus: str | None = None
    depth: int = 1
    mode: Mode = "auto"
    engine: Engine = "wasm"
    time_limit: float = TIME_LIMIT


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as text, and what has to be said beside it, one line each."""

    document: str
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One picture that can be drawn of an organisation.

    `formats` are the formats it can be written in, with their media types; `make` draws it.
    """

    name: str
    question: str
    formats: Mapping[str, str]
    make: Callable[[OrgGraph, Choices], Picture]

    def draw(self, graph: OrgGraph, **choices: Any) -> Picture:
        """Draw it, with the fields of `Choices` as keywords.

        Raises
        ------
        UnknownNameError
            If the format, or what is to be in focus, is not known.
        """
        chosen = Choices(**choices)
        if chosen.format not in self.formats:
            known = ", ".join(sorted(self.formats))
            raise UnknownNameError(f"the view ‘{self.name}’ has no format ‘{chosen.format}’, only {known}")
        return self.make(graph, chosen)
