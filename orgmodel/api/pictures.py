"""Pictures, and what an installation can draw and do."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from orgmodel import catalogue
from orgmodel.api.basics import Words, defaults, paused_collection, read
from orgmodel.auditing import audited
from orgmodel.graph import OrgGraph
from orgmodel.model.faults import UnknownNameError
from orgmodel.rules.engine import Progress
from orgmodel.rules.settings import Settings

if TYPE_CHECKING:
    from orgmodel.draw.album import Album
    from orgmodel.draw.material import Material
    from orgmodel.draw.view import Picture, View

_OF_A_CHANGE = "a picture of a change needs two: an organisation, and another one or a plan, or one and --with PLAN"


def draw(
    view: str,
    *paths: str | Path,
    with_: Words = (),
    settings: Settings | None = None,
    anonymise: str | None = None,
    progress: Progress | None = None,
    **choices: Any,
) -> "Picture":
    """Draw a picture of an organisation, or of a change.

    Parameters
    ----------
    paths
        The organisation; of a change first the organisation as it is, then another one or a plan.
    with_
        Plans that are applied first. Of a change of which only the organisation is given, the last one is the change.
    settings
        Of the audit whose findings the picture shows.
    anonymise
        A key for pseudonyms, which people have in the place of their names; no key is empty.
    choices
        The fields of `orgmodel.draw.material.Choices`.

    Raises
    ------
    UnknownNameError
        If there is no such view, nothing of the name that is to be in focus, or the view has no use for a choice.
    """
    drawing = catalogue.view(view)
    with paused_collection():
        material = gathered(
            drawing, paths=paths, with_=with_, settings=settings, anonymise=anonymise, progress=progress
        )
        picture: Picture = drawing.draw(material, **choices)
    return picture


def is_current(
    content: bytes,
    view: str,
    *paths: str | Path,
    with_: Words = (),
    settings: Settings | None = None,
    anonymise: str | None = None,
    progress: Progress | None = None,
    **choices: Any,
) -> bool:
    """Tell whether a picture that was drawn earlier, with the same choices, still shows the organisation as it is.

    Raises
    ------
    UnknownNameError
        As `draw` does.
    """
    drawing = catalogue.view(view)
    with paused_collection():
        material = gathered(
            drawing, paths=paths, with_=with_, settings=settings, anonymise=anonymise, progress=progress
        )
        return bool(drawing.is_current(content, material, **choices))


def draw_all(
    *paths: str | Path,
    with_: Words = (),
    settings: Settings | None = None,
    anonymise: str | None = None,
    progress: Progress | None = None,
    **choices: Any,
) -> "Album":
    """Draw every picture of an organisation, and a page that shows them; a view passes over choices it has no use for.

    Raises
    ------
    UnknownNameError
        If there is nothing of the name that is to be in focus.
    """
    from orgmodel.draw.album import album

    drawings = _of_an_organisation()
    with paused_collection():
        material = gathered(
            *drawings, paths=paths, with_=with_, settings=settings, anonymise=anonymise, progress=progress
        )
        return album(drawings, material, progress=progress, **choices)


def stale_pictures(
    files: Mapping[str, bytes],
    *paths: str | Path,
    with_: Words = (),
    settings: Settings | None = None,
    anonymise: str | None = None,
    progress: Progress | None = None,
    **choices: Any,
) -> tuple[str, ...]:
    """Return the names of those files of `draw_all` that are missing or not current, given what stands in them."""
    from orgmodel.draw.album import stale

    drawings = _of_an_organisation()
    with paused_collection():
        material = gathered(
            *drawings, paths=paths, with_=with_, settings=settings, anonymise=anonymise, progress=progress
        )
        return stale(files, drawings, material, **choices)


def _of_an_organisation() -> "list[View[Any]]":
    return [view for view in catalogue.drawings() if "change" not in view.needs]


def gathered(
    *drawings: "View[Any]",
    paths: Words,
    with_: Words = (),
    settings: Settings | None = None,
    anonymise: str | None = None,
    progress: Progress | None = None,
) -> "Material":
    """Read what views need: an organisation, the findings of its audit, or a change."""
    from orgmodel.draw.material import Material

    chosen = settings or defaults()
    needs = {need for drawing in drawings for need in drawing.needs}
    if "change" in needs:
        return _change(paths, with_, chosen, anonymise=anonymise, progress=progress)
    loaded = read(paths, with_, chosen, anonymise=anonymise).loaded
    graph = OrgGraph(loaded.org)
    asked = _asked(drawings, chosen)
    findings = audited(graph, asked, loaded, {}, progress).standing if "findings" in needs else ()
    return Material(graph=graph, findings=findings)


def _asked(drawings: "Sequence[View[Any]]", settings: Settings) -> Settings:
    """Return settings under which only those rules are asked whose findings a picture shows."""
    shown = [drawing.rules for drawing in drawings if "findings" in drawing.needs]
    return replace(settings, rules=settings.rules & frozenset().union(*shown)) if all(shown) else settings


def _change(
    paths: Words, with_: Words, settings: Settings, *, anonymise: str | None, progress: Progress | None
) -> "Material":
    from orgmodel.comparing import running
    from orgmodel.comparing.without_names import without_names
    from orgmodel.draw.material import Material

    if len(paths) == 1 and with_:
        # With one organisation the last plan is the change; those before it are applied first.
        paths, with_ = (*paths, with_[-1]), with_[:-1]
    if len(paths) != 2:
        raise UnknownNameError(_OF_A_CHANGE)
    found = running.read(paths[0], paths[1:], plans=with_, settings=settings)
    if anonymise is not None:
        found = without_names(found, anonymise).read
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
