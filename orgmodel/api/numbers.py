"""Measuring an organisation, today and over its history."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from orgmodel import catalogue
from orgmodel.api.basics import Read, Words, defaults, hindrance, paused_collection, read, without_names
from orgmodel.auditing import audited
from orgmodel.graph import OrgGraph
from orgmodel.graph.census import census
from orgmodel.graph.dependencies import Layer
from orgmodel.load.loader import Loaded
from orgmodel.model.audit import Audit
from orgmodel.model.narratives import UNREAD
from orgmodel.model.place import NOWHERE
from orgmodel.rules.engine import Progress
from orgmodel.rules.settings import Settings

if TYPE_CHECKING:
    from orgmodel.measures.base import By, Measure
    from orgmodel.model.history import Every, History
    from orgmodel.model.measurement import Measured


def measure(
    *paths: str | Path,
    layer: Layer = "all",
    only: Sequence[str] = (),
    by: "By | None" = None,
    with_: Words = (),
    anonymise: str | None = None,
    progress: Progress | None = None,
) -> "Measured":
    """Load an organisation and measure it.

    Parameters
    ----------
    layer
        Which dependencies between teams count: `all`, `uses`, or `waits`.
    only
        Ids of measures; all if empty, but for those that assume what no file says.
    by
        Whose measures: the organisation's, or those of each team, group, initiative, person, component or decision; all
        if None.
    with_
        Plans that are applied in memory first.
    anonymise
        A key for pseudonyms: people have these in the place of their names, and what is wrong with files is not told.
        No key is empty.

    Raises
    ------
    UnknownNameError
        If there is no such measure, or it is none of what was asked for.
    """
    with paused_collection():
        return _measured(read(paths, with_, anonymise=anonymise), catalogue.measures(tuple(only), by), layer, progress)


def _measured(found: Read, chosen: "Iterable[Measure]", layer: Layer, progress: Progress | None) -> "Measured":
    """Measure what was read, and keep nothing of it: what is gone, collection need not look through."""
    from orgmodel.measures.measuring import measured

    # No measure asks where something is written; what could tell it holds the text of every file.
    graph = OrgGraph(replace(found.loaded.org, places=NOWHERE, narratives=UNREAD))
    counted = census(graph, files=found.loaded.files, passed_over=found.loaded.passed_over)
    problems = hindrance(found)
    del found
    return measured(graph, chosen, layer, counted, problems=problems, progress=progress)


def measured_kind(only: Sequence[str]) -> "By":
    """Return what the measures of these names are measures of; the organisation if there are none.

    Raises
    ------
    UnknownNameError
        If a name is no measure's, or if they are measures of different things.
    """
    return catalogue.kind_of(tuple(only))


def measure_report(measured: "Measured", form: str, *, by: str, width: int = 120, blocks: bool = True) -> str:
    """Write measured values down: as `table`, `json`, `csv` or `markdown`.

    Parameters
    ----------
    by
        Whose measures to write; JSON has all that were measured.
    width
        Columns of text that a table may take.
    blocks
        Whether bars may be drawn by block elements.
    """
    from orgmodel.report import measurement

    return measurement.write(measured, form, by=by, width=width, blocks=blocks)


def history(
    path: str | Path = ".",
    *,
    since: datetime.date | None = None,
    every: "Every" = "commit",
    last: int | None = None,
    settings: Settings | None = None,
    today: datetime.date | None = None,
    anonymise: str | None = None,
    progress: Progress | None = None,
) -> "History":
    """Walk through the git history of an organisation's files, and audit and measure each version.

    Parameters
    ----------
    path
        A file or a folder, or ``REV:PATH`` for the versions up to a revision.
    since
        Only versions of this day and later ones.
    every
        `commit` for every version, or a period of which only the last version counts.
    last
        Only as many versions, the latest.
    today
        The day that rules about dates count from in every version; the day of each commit if None.
    anonymise
        A key for pseudonyms: people have these in the place of their names, and neither the path nor what commits say
        of themselves is told. No key is empty.

    Raises
    ------
    orgmodel.load.sources.UnreadablePathError
        If there is no such path, or git knows nothing of it.
    """
    from orgmodel.model.history import Versions
    from orgmodel.timeline.rows import history as walked

    chosen = settings or defaults()

    def judged(graph: OrgGraph, loaded: Loaded, day: datetime.date) -> Audit:
        return audited(graph, replace(chosen, today=day), loaded, {}, None)

    prepare = None if anonymise is None else partial(without_names, key=anonymise)
    versions = Versions(since, every, last)
    with paused_collection():
        found = walked(str(path), judged, prepare=prepare, versions=versions, today=today, progress=progress)
    return found if anonymise is None else _without_words(found)


def _without_words(history: "History") -> "History":
    """Leave out what may name somebody beside the organisation itself: the path, and what was written to commits."""
    return replace(history, path="history", rows=tuple(replace(row, subject="") for row in history.rows))


def history_report(history: "History", form: str, *, width: int) -> str:
    """Write a history down."""
    from orgmodel.report import history as written

    return written.write(history, form, width=width)
