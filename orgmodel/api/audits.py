"""Auditing an organisation, looking at one entity, explaining rules."""

import os
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from orgmodel import catalogue
from orgmodel.api.basics import Words, defaults, paused_collection, read, without_names
from orgmodel.auditing import STALE, audited, beside, changed, concerns, narrowed
from orgmodel.graph import OrgGraph
from orgmodel.load.sources import UnreadablePathError, is_there
from orgmodel.model.anonymous import People, WithoutNames
from orgmodel.model.audit import Audit
from orgmodel.model.faults import UnknownNameError
from orgmodel.model.finding import Finding, Severity
from orgmodel.model.organisation import Org
from orgmodel.rules.engine import Progress, sort_key
from orgmodel.rules.settings import Settings

if TYPE_CHECKING:
    from orgmodel.load.rereading import ReadFile
    from orgmodel.model.card import Card


def audit(
    *paths: str | Path,
    settings: Settings | None = None,
    about: str | None = None,
    under: str | None = None,
    min_severity: Severity = "info",
    since: str | None = None,
    with_: Words = (),
    baseline: str | Path | None = None,
    anonymise: str | None = None,
    reader: "ReadFile | None" = None,
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
    since
        A revision of the git repository: only findings that concern what has changed since then are kept, and what is
        wrong with files.
    with_
        Plans that are applied in memory first; what is wrong with them is among the findings.
    baseline
        The file of the findings that are accepted; that of the settings if None.
    anonymise
        A key for pseudonyms: people have these in the place of their names, and nothing has a place. No key is empty.
    reader
        Reads a file, in the place of reading it whole.

    Raises
    ------
    orgmodel.load.sources.UnreadablePathError
        If a path does not exist or cannot be read.
    UnknownNameError
        If `about` or `under` name nothing.
    orgmodel.model.configuration.ConfigurationError
        If the baseline cannot be read.
    """
    with paused_collection():
        start = time.process_time()
        if progress is not None:
            progress("reading")
        chosen = settings or defaults()
        loaded, of_plans = read(paths, with_, chosen, anonymise=anonymise, reader=reader)
        seconds = {"load": time.process_time() - start}
        graph = OrgGraph(loaded.org)
        wanted = _wanted(graph, about, under)
        whole = audited(graph, chosen, loaded, seconds, progress)
        if of_plans:
            whole = replace(whole, findings=tuple(sorted((*whole.findings, *of_plans), key=sort_key)))
        accepted = baseline or chosen.baseline
        if accepted:
            from orgmodel.load.baseline import read_baseline

            whole = beside(whole, read_baseline(accepted), chosen, catalogue.rules()[STALE])
        if since is not None:
            fresh = _changed(paths, since, with_, chosen, loaded.org, anonymise)
            wanted = fresh if wanted is None else wanted & fresh
        if since is not None and wanted is not None:
            wanted |= {each.subject.key for each in whole.findings if each.subject.kind in _OF_FILES}
        return whole if wanted is None and min_severity == "info" else narrowed(whole, wanted, min_severity)


_OF_FILES = frozenset({"file", "waiver", "baseline", "plan"})


def _changed(
    paths: Words, revision: str, plans: Words, settings: Settings, now: Org, anonymise: str | None
) -> frozenset[str]:
    """Return the keys of what is new, gone or other than at a revision; of a path that was not there then, all."""
    there = [word for path in paths if is_there(word := f"{revision}:{os.path.relpath(path)}")]
    before = read(there, plans, settings, anonymise=anonymise).loaded.org if there else Org()
    return changed(before, now)


def watch(
    *paths: str | Path, settings: Callable[[], Settings], others: Words = (), **how: Any
) -> Iterator[Audit | ValueError]:
    """Audit an organisation now, and again whenever one of its files changes; only what has changed is read again.

    Parameters
    ----------
    settings
        Makes the settings of each audit anew, since the configuration may have changed as well.
    others
        Files beside the organisation that are watched: the configuration, a baseline.
    how
        The other keywords of `audit`.

    Yields
    ------
    Audit or ValueError
        An audit, or what kept it from being made; it never ends by itself.
    """
    from orgmodel.load.rereading import Rereading
    from orgmodel.load.watching import changes

    reading = Rereading()
    for _ in changes(paths, others):
        reading.begin()
        try:
            yield audit(*paths, settings=settings(), reader=reading, **how)
        except (ValueError, UnreadablePathError) as error:
            yield ValueError(str(error))


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


def baseline_document(audit: Audit) -> str:
    """Write down the standing findings of an audit, as what is accepted from now on.

    What is wrong with waivers and with a baseline is mended, not accepted.
    """
    from orgmodel.report import baseline

    return baseline.write(finding for finding in audit.standing if not finding.code.startswith("Z"))


def audit_org(org: Org, *, settings: Settings | None = None) -> Audit:
    """Check an organisation that is already in memory."""
    with paused_collection():
        return audited(OrgGraph(org), settings or defaults(), None, {}, None)


def report(audit: Audit, form: str, style: Any) -> Iterable[str] | str:
    """Write an audit down.

    Raises
    ------
    UnknownNameError
        If there is no report of that name.
    """
    document: Iterable[str] | str = catalogue.report(form).write(audit, style)
    return document


def finding_lines(findings: Iterable[Finding], *, colour: bool = False) -> Iterator[str]:
    """Yield each finding on a line, and what to do about it on the next."""
    from orgmodel.report.base import Style
    from orgmodel.report.concise import line

    for finding in findings:
        yield line(finding, Style(colour=colour))
        if finding.help:
            yield f"  do: {finding.help}"


def show(
    word: str,
    *paths: str | Path,
    with_: Words = (),
    anonymise: str | None = None,
    progress: Progress | None = None,
) -> "tuple[Card, ...]":
    """Return everything tied to the entities that a word means, and the findings that concern them.

    Parameters
    ----------
    word
        An id, ``kind:id`` or a name; with a key to anonymise also one of the pseudonyms.
    with_
        Plans that are applied in memory first.
    anonymise
        A key for pseudonyms: people have these in the place of their names, and nothing has a place. No key is empty.

    Raises
    ------
    UnknownNameError
        If nothing is called so.
    """
    from orgmodel.graph.card import card
    from orgmodel.graph.scope import entities_called

    with paused_collection():
        loaded, _ = read(paths, with_)
        named = OrgGraph(loaded.org)
        if anonymise is None:
            graph, called = named, entities_called(named, word)
        else:
            loaded = without_names(loaded, anonymise)
            graph = OrgGraph(loaded.org)
            called = _called_instead(word, named, graph, anonymise)
        audit = audited(graph, defaults(), loaded, {}, progress)
        return tuple(_with_findings(card(graph, kind, id), audit) for kind, id in called)


def _called_instead(word: str, named: OrgGraph, bare: OrgGraph, key: str) -> tuple[tuple[str, str], ...]:
    """Return kind and id, without names, of every entity that a word means.

    The word may be a name, which the asker knows, or a pseudonym. Where it is neither, no name is suggested.
    """
    from orgmodel.graph.scope import entities_called

    try:
        called = entities_called(named, word)
    except UnknownNameError:
        return entities_called(bare, word)
    ids = WithoutNames(People((named.org,), key=key), (named.org,))
    return tuple((kind, ids.id(kind, id)) for kind, id in called)


def _with_findings(card: "Card", audit: Audit) -> "Card":
    return replace(card, findings=tuple(each for each in audit.standing if concerns(each, {f"{card.kind}:{card.id}"})))


def card_report(cards: "Iterable[Card]", form: str, *, colour: bool = False) -> str:
    """Write cards down."""
    from orgmodel.report import card as written

    return written.write(cards, form, colour=colour)


def explain(name: str | None, form: str = "text", *, colour: bool = False, settings: Settings | None = None) -> str:
    """Say what a rule or a measure is; without a name, all of them in short.

    Parameters
    ----------
    settings
        Whose own rules, and those of packages, are explained as well.

    Raises
    ------
    UnknownNameError
        If there is neither a rule nor a measure of that name.
    """
    from orgmodel.report import explanation

    return explanation.write(catalogue.explained(name, settings.added if settings else ()), form, colour=colour)
