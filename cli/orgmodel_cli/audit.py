"""`orgmodel audit`: findings."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final

import click

from orgmodel import api
from orgmodel.model.audit import Audit
from orgmodel.model.baseline import USUAL
from orgmodel.model.finding import SEVERITIES, Severity
from orgmodel.rules.settings import Settings
from orgmodel_cli.options import (
    Configuring,
    Fault,
    ReportName,
    Wanted,
    anonymise,
    color,
    configuring,
    here,
    key,
    output,
    paths,
    plain_errors,
    preset,
    quiet,
    screen_width,
    severity,
    verbose,
    wants_colour,
    with_,
)
from orgmodel_cli.progress import Progress
from orgmodel_cli.timings import timings
from orgmodel_cli.writing import write

FAULT: Final = 2
"""The exit code of the tool's own faults."""


@click.command("audit", short_help="Find what is wrong.")
@paths
@click.option(
    "-f",
    "--format",
    type=ReportName(),
    multiple=True,
    help="The form of the document, `text` by default; with :FILE it is written there. Repeatable, one without a file.",
)
@click.option("--select", metavar="CODES", multiple=True, help="Only these rules: codes, names, or family letters.")
@click.option("--ignore", metavar="CODES", multiple=True, help="All but these rules.")
@click.option("--about", metavar="ENTITY", help="Only findings that concern an entity: its id, or kind:id.")
@click.option("--under", metavar="GROUP", help="Only findings about a group and what is below it.")
@with_
@configuring
@preset
@click.option(
    "--min-severity",
    type=click.Choice(SEVERITIES),
    default="info",
    show_default=True,
    help="Only findings at least this grave.",
)
@click.option(
    "--fail-on",
    type=click.Choice([*SEVERITIES, "never"]),
    help="The lightest finding that makes the exit code 1; `error` unless the configuration says otherwise.",
)
@click.option(
    "--max-findings", type=click.IntRange(min=0), metavar="N", help="Print at most N findings, the gravest (text)."
)
@click.option(
    "--since", metavar="REV", help="Only findings about what has changed since a git revision, and those about files."
)
@click.option("--watch", is_flag=True, help="Audit again whenever a file is saved, until Ctrl-C.")
@anonymise
@key
@click.option("--no-waivers", is_flag=True, help="Report what is waived as well.")
@click.option(
    "--baseline", metavar="FILE", type=click.Path(), help="Report only what is new or worse than in this file."
)
@click.option(
    "--write-baseline",
    is_flag=True,
    help=f"Accept what is found: write it to --baseline, or {USUAL}, and report nothing.",
)
@click.option(
    "--statistics",
    is_flag=True,
    help="Add a table of findings and coverage by rule (not json), and tell the time by rule on standard error.",
)
@output
@color
@quiet
@verbose
def command(
    paths: tuple[str, ...],
    format: tuple[Wanted, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    about: str | None,
    under: str | None,
    with_: tuple[str, ...],
    configuring: Configuring,
    preset: str | None,
    min_severity: Severity,
    fail_on: str | None,
    max_findings: int | None,
    since: str | None,
    watch: bool,
    anonymise: bool,
    key: str,
    no_waivers: bool,
    baseline: str | None,
    write_baseline: bool,
    statistics: bool,
    output: str | None,
    color: str,
    quiet: bool,
    verbose: bool,
) -> int:
    """Find what is wrong with an organisation, at its line, with what to do.

    Exit code 0: nothing at or above --fail-on; 1: findings; 2: the tool could not do its work.
    """
    delivery = Delivery(format or (Wanted("text", None),), output, color, max_findings, statistics, verbose)
    asked: dict[str, Any] = {
        "about": about,
        "under": under,
        "min_severity": min_severity,
        "since": since,
        "with_": with_,
        "anonymise": key if anonymise else None,
    }
    choices: dict[str, Any] = {"preset": preset, "select": select, "ignore": ignore, "waive": not no_waivers}
    settings = partial(configuring.settings, *here(paths), **choices)
    with plain_errors():
        if watch:
            return _watch(here(paths), settings, delivery, quiet=quiet, baseline=baseline, **asked)
        with Progress(quiet=quiet) as progress:
            chosen = settings()
            if write_baseline:
                return _write_baseline(paths, chosen, baseline, progress=progress, **asked)
            audit = api.audit(*here(paths), settings=chosen, baseline=baseline, progress=progress, **asked)
            delivery.deliver(audit)
    return _exit_code(audit, fail_on or chosen.fail_on)


@dataclass(frozen=True, slots=True)
class Delivery:
    """Where the documents go, and how they look."""

    wanted: Sequence[Wanted]
    output: str | None
    color: str
    most: int | None
    statistics: bool
    verbose: bool

    def __post_init__(self) -> None:
        if sum(each.file is None for each in self.wanted) > 1:
            raise Fault("only one --format may be without a file: write the others as FORMAT:FILE")

    def deliver(self, audit: Audit) -> None:
        """Write each document to its file, the one without to --output or standard output; tell where the time went."""
        for name, own in self.wanted:
            file = own or self.output
            style = api.style(
                colour=wants_colour(self.color, to_file=file is not None),
                width=screen_width(file),
                max_findings=self.most,
                statistics=self.statistics,
            )
            write(api.report(audit, name, style), file)
        if self.statistics or self.verbose:
            click.echo("\n".join(timings(audit, every=self.verbose)), err=True)


def _watch(
    paths: tuple[str, ...], settings: Callable[[], Settings], delivery: Delivery, *, quiet: bool, **asked: Any
) -> int:
    """Audit again and again; only the interruption ends it."""
    others = [*api.configuration_files(*paths), *([asked["baseline"]] if asked["baseline"] else [])]
    for found in api.watch(*paths, settings=settings, others=others, **asked):
        if isinstance(found, ValueError):
            click.echo(f"orgmodel: {found}", err=True)
        else:
            delivery.deliver(found)
        if not quiet:
            click.echo(f"orgmodel: watching {', '.join(paths)}; Ctrl-C ends it", err=True)
    return 0


def _exit_code(audit: Audit, limit: str) -> int:
    for code, fault in audit.faults.items():
        click.echo(f"orgmodel: the rule {code} is itself at fault and could not be asked to its end: {fault}", err=True)
    if audit.faults:
        return FAULT
    return int(limit != "never" and audit.reaches(severity(limit)))


def _write_baseline(paths: tuple[str, ...], settings: Settings, file: str | None, **asked: Any) -> int:
    """Accept what is found without any baseline."""
    place = file or settings.baseline or USUAL
    audit = api.audit(*here(paths), settings=replace(settings, baseline=None), **asked)
    document = api.baseline_document(audit)
    write(document, place)
    count = document.count('"fingerprint"')
    click.echo(f"orgmodel: {count} finding{'s' * (count != 1)} accepted in {place}", err=True)
    return 0
