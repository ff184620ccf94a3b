"""Pictures, and what an installation can draw and do."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from orgmodel import catalogue
from orgmodel.api.basics import Words, defaults, paused_collection, read
from orgmodel.auditing import audited
from orgmodel.draw.material import Material
from orgmodel.draw.view import Picture, View
from orgmodel.graph import OrgGraph
from orgmodel.model.faults import UnknownNameError
from orgmodel.rules.engine import Progress
from orgmodel.rules.settings import Settings

_OF_A_CHANGE = "a picture of a change needs two: an organisation, and another one or a plan"


def draw(
    view: str,
    *paths: str | Path,
    with_: Words = (),
    settings: Settings | None = None,
    anonymise: bool = False,
    progress: Progress | None = None,
    **choices: Any,
) -> Picture:
    """Draw a picture of an organisation, or of a change.

    Parameters
    ----------
    paths
        The organisation; of a change first the organisation as it is, then another one or a plan.
    with_
        Plans that are applied first.
    settings
        Of the audit whose findings the picture shows.
    anonymise
        Whether people have pseudonyms in the place of their names.
    choices
        The fields of `orgmodel.draw.material.Choices`.

    Raises
    ------
    UnknownNameError
        If there is no such view, nothing of the name that is to be in focus, or the view has no use for a choice.
    """
    drawing = catalogue.view(view)
    with paused_collection():
        material = gathered(drawing, paths, with_=with_, settings=settings, anonymise=anonymise, progress=progress)
        picture: Picture = drawing.draw(material, **choices)
    return picture


def gathered(
    drawing: "View[Any]",
    paths: Words,
    *,
    with_: Words = (),
    settings: Settings | None = None,
    anonymise: bool = False,
    progress: Progress | None = None,
) -> Material:
    """Read what a view needs: an organisation, the findings of its audit, or a change."""
    chosen = settings or defaults()
    if "change" in drawing.needs:
        return _change(paths, with_, chosen, progress)
    loaded = read(paths, with_, chosen).loaded
    graph = OrgGraph(loaded.org)
    findings = audited(graph, chosen, loaded, {}, progress).standing if "findings" in drawing.needs else ()
    return Material(graph=graph, findings=findings)


def _change(paths: Words, with_: Words, settings: Settings, progress: Progress | None) -> Material:
    from orgmodel.comparing import running

    if len(paths) != 2:
        raise UnknownNameError(_OF_A_CHANGE)
    found = running.read(paths[0], paths[1:], plans=with_, settings=settings)
    (comparison,) = running.compared(found, settings, progress=progress).alternatives
    after = OrgGraph(found.alternatives[0].org)
    return Material(graph=OrgGraph(found.org), after=after, comparison=comparison)


def views() -> Mapping[str, str]:
    """Return the question that each view answers, by its name, sorted."""
    return catalogue.views()


def doctor() -> tuple[tuple[str, str], ...]:
    """Return the name and the state of each thing that an installation can have or lack."""
    from orgmodel.diagnosis import diagnosis

    return diagnosis()
