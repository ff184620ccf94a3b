"""The history of an organisation: one row for each version of its files in git."""

import datetime
import gc
import os
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from orgmodel.graph import OrgGraph
from orgmodel.load.loader import Loaded, load, load_sources
from orgmodel.load.rereading import Rereading
from orgmodel.load.versions import Commit, VersionsInGit
from orgmodel.measures.base import MEASURES, number
from orgmodel.measures.cycles import largest_cycle
from orgmodel.measures.focus import stl_coverage, two_pizza_share
from orgmodel.measures.hierarchy import layers, mean_span
from orgmodel.model.audit import Audit
from orgmodel.model.history import ALL, History, Row, Versions
from orgmodel.timeline.choosing import chosen
from orgmodel.timeline.comparable import Comparable
from orgmodel.timeline.steps import Version, step, version

Judge = Callable[[OrgGraph, Loaded, datetime.date], Audit]
"""Audits one version, with the day that rules about dates count from."""
Prepare = Callable[[Loaded], Loaded]
Progress = Callable[[str], None]

_MANY: Final = 100_000  # entities; the memory of so many may wait until it is looked through


def history(
    path: str,
    judge: Judge,
    *,
    prepare: Prepare | None = None,
    versions: Versions = ALL,
    today: datetime.date | None = None,
    progress: Progress | None = None,
) -> History:
    """Go through the versions of an organisation, the oldest first.

    Parameters
    ----------
    path
        A file or a folder, or ``REV:PATH`` for the versions up to a revision.
    judge
        Audits one version.
    prepare
        Makes of each version what is looked at in its place.
    versions
        Which versions to look at.
    today
        The day that rules about dates count from in every version; the day of each if None.
    progress
        Told which version is being read.

    Raises
    ------
    UnreadablePathError
        If there is no such path, or git knows nothing of it.
    """
    with VersionsInGit(path) as found:
        commits = chosen(found, versions)
        telling = _Telling(judge, prepare, today)
        rows = []
        for number, commit in enumerate(commits, start=1):
            if progress is not None:
                progress(f"{commit.short}, {number:,} of {len(commits):,}")
            rows.append(telling.committed(found, commit))
        is_changed = found.is_changed
        if is_changed:
            rows.append(telling.uncommitted(path))
    return History(
        path=path,
        versions=versions,
        today=today,
        is_shallow=found.is_shallow,
        is_changed=is_changed,
        rows=tuple(rows),
    )


class _Telling:
    """Makes the rows, one after the other."""

    def __init__(self, judge: Judge, prepare: Prepare | None, today: datetime.date | None) -> None:
        self._judge, self._prepare, self._today = judge, prepare, today
        self._rereading = Rereading()
        self._comparable: Comparable[Version] = Comparable()
        self._let_go = 0

    def committed(self, found: VersionsInGit, commit: Commit) -> Row:
        """Return the row of a commit."""
        self._rereading.begin()
        loaded = load_sources(found.sources(commit), self._rereading)
        row = self._row(loaded, self._today or commit.date)
        return replace(row, date=commit.date, commit=commit.hash, short=commit.short, subject=commit.subject)

    def uncommitted(self, path: str) -> Row:
        """Return the row of the working tree, where nothing can be read if it is gone."""
        today = self._today or datetime.date.today()
        return self._row(load([path]), today) if os.path.exists(path) else Row(date=today)

    def _row(self, loaded: Loaded, day: datetime.date) -> Row:
        """Return the row of a version; with nothing in it if nothing could be read."""
        broken = len(loaded.unread) if loaded.files else None
        if not len(loaded.org):
            return Row(date=day, broken_files=broken)
        if self._prepare is not None:
            loaded = self._prepare(loaded)
        graph = OrgGraph(loaded.org)
        audit = self._judge(graph, loaded, day)
        now = version(graph, audit)
        before = self._comparable.exchange(loaded.unread, now)
        self._forget(len(loaded.org))
        row = replace(_measured(graph, audit, day), broken_files=broken, step=step(before, now) if before else None)
        return _without_zeros(row) if broken else row

    def _forget(self, entities: int) -> None:
        """Look through the memory of old versions now and then: while that is paused, what holds itself stays."""
        self._let_go += entities
        if self._let_go > _MANY:
            gc.collect()
            self._let_go = 0


def _measured(graph: OrgGraph, audit: Audit, day: datetime.date) -> Row:
    """Return what a row tells of sizes, findings, spans, coupling and leadership, each as other commands tell it."""
    census = audit.census
    return Row(
        date=day,
        people=census.people,
        heads=census.heads,
        teams=census.teams,
        errors=audit.count("error"),
        warnings=audit.count("warning"),
        notes=audit.count("info"),
        mean_span=_value(mean_span, graph),
        layers=_value(layers, graph),
        waiting_pairs=len(graph.dependencies("waits").edges),
        largest_cycle=_value(largest_cycle, graph),
        stl_coverage=_value(stl_coverage, graph),
        two_pizza_share=_value(two_pizza_share, graph),
    )


def _without_zeros(row: Row) -> Row:
    """Take for unknown, in a version with broken files, how many there are of what none could be read of."""
    return replace(
        row,
        people=row.people or None,
        heads=row.heads or None,
        teams=row.teams or None,
        waiting_pairs=row.waiting_pairs or None,
    )


def _value(define: Callable[..., object], graph: OrgGraph) -> float | None:
    return number(MEASURES[f"organisation:{define.__name__}"].compute(graph, "all"))
