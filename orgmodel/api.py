"""The use cases: the one module that knows every room."""

import datetime
import gc
import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from orgmodel import catalogue
from orgmodel.auditing import audited, concerns, file_findings, narrowed
from orgmodel.graph import OrgGraph
from orgmodel.graph.census import census
from orgmodel.graph.dependencies import Layer
from orgmodel.load.loader import Loaded
from orgmodel.load.loader import load as load_files
from orgmodel.load.sources import UnreadablePathError
from orgmodel.model.audit import Audit
from orgmodel.model.finding import Finding, Severity
from orgmodel.model.organisation import Org
from orgmodel.rules.engine import Progress
from orgmodel.rules.settings import Settings, read_settings

if TYPE_CHECKING:
    from orgmodel.comparing.sides import History as Moves
    from orgmodel.model.card import Card
    from orgmodel.model.comparison import Compared
    from orgmodel.model.history import Every, History
    from orgmodel.model.measurement import Measured


@contextmanager
def paused_collection() -> Iterator[None]:
    """Pause garbage collection, and restore it afterwards.

    Loading makes millions of small values that all stay alive; looking for circles among them would take most of the
    time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def load(*paths: str | Path) -> tuple[Org, tuple[Finding, ...]]:
    """Load an organisation from files and folders.

    Returns
    -------
    tuple
        The organisation, as far as it can be read, and what is wrong with the files.

    Raises
    ------
    orgmodel.load.sources.UnreadablePathError
        If a path does not exist or cannot be read. Nothing that stands in a file raises.
    """
    with paused_collection():
        loaded = load_files(paths)
        return loaded.org, file_findings(loaded, {})


def settings(
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    set: Sequence[str] = (),
    today: datetime.date | None = None,
) -> Settings:
    """Make the settings of an audit from words.

    Parameters
    ----------
    select, ignore
        Codes, rule names, or letters of families. Nothing selected means all.
    set
        Assignments such as ``rules.T001.max=8``.
    today
        The day that rules about dates count from.

    Raises
    ------
    UnknownNameError, SettingError
        If a word names nothing; the message says what is nearest.
    """
    rules = catalogue.rules()
    chosen = catalogue.select(tuple(select)) if any(select) else frozenset(rules)
    options, severity = read_settings(set, rules)
    chosen -= catalogue.select(tuple(ignore))
    return Settings(rules=chosen, options=options, severity=severity, today=today or datetime.date.today())


def audit(
    *paths: str | Path,
    settings: Settings | None = None,
    about: str | None = None,
    under: str | None = None,
    min_severity: Severity = "info",
    progress: Progress | None = None,
) -> Audit:
    """Load an organisation and check it.

    Parameters
    ----------
    about
        An entity, as id or ``kind:id``: only findings that concern it are kept.
    under
        A group: only findings about its branch are kept. The graph and the coverage stay whole.
    min_severity
        Only findings at least this grave are kept.

    Raises
    ------
    orgmodel.load.sources.UnreadablePathError
        If a path does not exist or cannot be read.
    UnknownNameError
        If `about` or `under` name nothing.
    """
    with paused_collection():
        start = time.process_time()
        if progress is not None:
            progress("reading")
        loaded = load_files(paths)
        seconds = {"load": time.process_time() - start}
        graph = OrgGraph(loaded.org)
        wanted = _wanted(graph, about, under)
        whole = audited(graph, settings or _defaults(), loaded, seconds, progress)
        return whole if wanted is None and min_severity == "info" else narrowed(whole, wanted, min_severity)


def _wanted(graph: OrgGraph, about: str | None, under: str | None) -> frozenset[str] | None:
    """Return the keys of the entities that findings must concern; None for all."""
    if not about and not under:
        return None
    from orgmodel.graph.scope import entities_called, keys_under

    named = frozenset(f"{kind}:{id}" for kind, id in entities_called(graph, about)) if about else None
    branch = keys_under(graph, under) if under else None
    if named is None or branch is None:
        return branch if named is None else named
    return named & branch


def audit_org(org: Org, *, settings: Settings | None = None) -> Audit:
    """Check an organisation that is already in memory."""
    with paused_collection():
        return audited(OrgGraph(org), settings or _defaults(), None, {}, None)


def _defaults() -> Settings:
    return Settings(rules=frozenset(catalogue.rules()))


def report(audit: Audit, form: str, style: Any) -> Iterable[str] | str:
    """Write an audit down.

    Raises
    ------
    UnknownNameError
        If there is no report of that name.
    """
    document: Iterable[str] | str = catalogue.report(form).write(audit, style)
    return document


def style(**choices: Any) -> Any:
    """Return how a report looks: `colour`, `width`, `max_findings`, `statistics`."""
    from orgmodel.report.base import Style

    return Style(**choices)


def measure(
    *paths: str | Path, layer: Layer = "all", only: Sequence[str] = (), progress: Progress | None = None
) -> "Measured":
    """Load an organisation and measure it.

    Parameters
    ----------
    layer
        Which dependencies between teams count: `all`, `uses`, or `waits`.
    only
        Ids of measures; all if empty.

    Raises
    ------
    UnknownNameError
        If there is no such measure.
    """
    from orgmodel.measures.measuring import measured

    with paused_collection():
        loaded = load_files(paths)
        graph = OrgGraph(loaded.org)
        chosen = catalogue.measures(tuple(only))
        counted = census(graph, files=loaded.files, passed_over=loaded.passed_over)
        return measured(graph, chosen, layer, counted, problems=_hindrance(loaded), progress=progress)


def measure_report(measured: "Measured", form: str, *, by: str) -> str:
    """Write measured values down."""
    from orgmodel.report import measurement

    return measurement.write(measured, form, by=by)


def history(
    path: str | Path = ".",
    *,
    since: datetime.date | None = None,
    every: "Every" = "commit",
    last: int | None = None,
    settings: Settings | None = None,
    today: datetime.date | None = None,
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

    Raises
    ------
    orgmodel.load.sources.UnreadablePathError
        If there is no such path, or git knows nothing of it.
    """
    from orgmodel.model.history import Versions
    from orgmodel.timeline.rows import history as walked

    chosen = settings or _defaults()

    def judged(graph: OrgGraph, loaded: Loaded, day: datetime.date) -> Audit:
        return audited(graph, replace(chosen, today=day), loaded, {}, None)

    with paused_collection():
        return walked(str(path), judged, versions=Versions(since, every, last), today=today, progress=progress)


def history_report(history: "History", form: str, *, width: int) -> str:
    """Write a history down."""
    from orgmodel.report import history as written

    return written.write(history, form, width=width)


def _hindrance(loaded: Loaded) -> str | None:
    """Say in one line that files could not be read as they stand."""
    count = len(loaded.problems)
    return (
        f"orgmodel: {count} problem{'s' * (count != 1)} in the files; `orgmodel audit --select F` lists them"
        if count
        else None
    )


def compare(
    before: str | Path,
    *after: str | Path,
    settings: Settings | None = None,
    with_: Sequence[str | Path] = (),
    look_back: bool = False,
    progress: Progress | None = None,
) -> "Compared":
    """Compare an organisation with alternatives: other organisations, or plans over it.

    Parameters
    ----------
    before
        The organisation as it is: a path, or ``REV:PATH`` for a revision of the git repository.
    after
        Each an organisation, or a plan file.
    with_
        Plans that are applied to `before` first.
    look_back
        Whether to look in the git history of `before` for who moved not long ago.

    Raises
    ------
    orgmodel.load.sources.UnreadablePathError
        If one of them cannot be read.
    """
    from orgmodel.comparing.running import compared, read

    chosen = settings or _defaults()
    with paused_collection():
        found = read(before, after, plans=with_, settings=chosen)
        return compared(found, chosen, history=_looking_back(before, chosen) if look_back else None, progress=progress)


def _looking_back(before: str | Path, settings: Settings) -> "Callable[[], Moves]":
    from orgmodel.comparing.sides import History as Moves
    from orgmodel.timeline.moves import last_moves

    def look() -> Moves:
        rules = catalogue.rules()
        months: int = settings.of(rules["X012"], rules).options.months  # type: ignore[attr-defined]  # X012 has it
        moves = last_moves(str(before), before=settings.today, months=months)
        return Moves(moves, f"the git history of the last {months} months")

    return look


def names(
    topic: str,
    before: str | Path,
    *after: str | Path,
    settings: Settings | None = None,
    with_: Sequence[str | Path] = (),
) -> list[str]:
    """Return the names behind one number of a comparison.

    Raises
    ------
    UnknownNameError
        If there is no such topic; the message lists them.
    orgmodel.load.sources.UnreadablePathError
        If an organisation or a plan cannot be read.
    """
    from orgmodel.comparing.running import compared, read, ties
    from orgmodel.report.comparison.names import names as names_of

    chosen = settings or _defaults()
    with paused_collection():
        found = read(before, after, plans=with_, settings=chosen)
        if topic in ("ties.cut", "ties.new"):
            return list(ties(found, topic))
        return names_of(compared(found, chosen), topic)


def comparison_report(compared: "Compared", form: str, style: Any) -> Iterable[str]:
    """Write a comparison down.

    Raises
    ------
    UnknownNameError
        If there is no report of that name.
    """
    document: Iterable[str] = catalogue.comparison_report(form).write(compared, style)
    return document


def show(word: str, *paths: str | Path, progress: Progress | None = None) -> "tuple[Card, ...]":
    """Return everything tied to the entities that a word means, and the findings that concern them.

    Raises
    ------
    UnknownNameError
        If nothing is called so.
    """
    from orgmodel.graph.card import card
    from orgmodel.graph.scope import entities_called

    with paused_collection():
        loaded = load_files(paths)
        graph = OrgGraph(loaded.org)
        called = entities_called(graph, word)
        audit = audited(graph, _defaults(), loaded, {}, progress)
        return tuple(_with_findings(card(graph, kind, id), audit) for kind, id in called)


def _with_findings(card: "Card", audit: Audit) -> "Card":
    return replace(card, findings=tuple(each for each in audit.standing if concerns(each, {f"{card.kind}:{card.id}"})))


def card_report(cards: "Iterable[Card]", form: str, *, colour: bool = False) -> str:
    """Write cards down."""
    from orgmodel.report import card as written

    return written.write(cards, form, colour=colour)


def explain(name: str | None, form: str = "text", *, colour: bool = False) -> str:
    """Say what a rule or a measure is; without a name, all of them in short.

    Raises
    ------
    UnknownNameError
        If there is neither a rule nor a measure of that name.
    """
    from orgmodel.report import explanation

    return explanation.write(catalogue.explained(name), form, colour=colour)


def schema() -> str:
    """Return the JSON Schema of the organisation file, in draft-07."""
    from orgmodel.model.schema import organisation_schema

    return json.dumps(organisation_schema(), indent=2, ensure_ascii=False) + "\n"


def import_(form: str, source: str | Path, *, roles: Mapping[str, str] | None = None) -> tuple[str, tuple[str, ...]]:
    """Turn another format into an organisation file.

    Returns
    -------
    tuple
        The file's text, and one line for each thing that could not be read or kept.

    Raises
    ------
    UnknownNameError
        If there is no such format.
    UnreadablePathError
        If the source cannot be read, or nothing in it can.
    """
    from orgmodel.exchange.yaml_writer import organisation_yaml

    importer = catalogue.importer(form)
    folder = Path(source)
    if not folder.is_dir():
        raise UnreadablePathError(f"{source} is no folder" if folder.exists() else f"{source} does not exist")
    imported = importer.read(folder, roles=dict(roles or {}))
    problems = tuple(map(str, imported.problems))
    if not imported.document:
        raise UnreadablePathError("; ".join(problems) or f"{source} holds nothing that can be imported")
    return organisation_yaml(imported.document), problems


def draw(view: str, *paths: str | Path, progress: Progress | None = None, **choices: Any) -> Any:
    """Draw a picture of an organisation.

    Raises
    ------
    UnknownNameError
        If there is no such view, or no such team to focus on.
    """
    drawing = catalogue.view(view)
    with paused_collection():
        loaded = load_files(paths)
    return drawing.draw(OrgGraph(loaded.org), **choices)


def doctor() -> tuple[tuple[str, str], ...]:
    """Return the name and the state of each thing that an installation can have or lack."""
    from orgmodel.diagnosis import diagnosis

    return diagnosis()
