"""Pictures, and what an installation can draw and do."""

from pathlib import Path
from typing import Any

from orgmodel import catalogue
from orgmodel.api.basics import Words, paused_collection, read
from orgmodel.graph import OrgGraph
from orgmodel.rules.engine import Progress


def draw(view: str, *paths: str | Path, with_: Words = (), progress: Progress | None = None, **choices: Any) -> Any:
    """Draw a picture of an organisation, after the plans that are to be applied first.

    Raises
    ------
    UnknownNameError
        If there is no such view, or no such team to focus on.
    """
    drawing = catalogue.view(view)
    with paused_collection():
        loaded, _ = read(paths, with_)
    return drawing.draw(OrgGraph(loaded.org), **choices)


def doctor() -> tuple[tuple[str, str], ...]:
    """Return the name and the state of each thing that an installation can have or lack."""
    from orgmodel.diagnosis import diagnosis

    return diagnosis()
