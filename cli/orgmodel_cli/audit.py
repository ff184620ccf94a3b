"""`orgmodel audit`: findings."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import click

from orgmodel import api
from orgmodel.model.audit import Audit
from orgmodel.model.baseline import USUAL
from orgmodel.model.finding import SEVERITIES, Severity
from orgmodel_cli.options import (
    Configuring,
    Fault,
    ReportName,
    Wanted,
    color,
    configuring,
    here,
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
@click.option("--no-waivers", is_flag=True, help="Report what is waived as well.")
@click.option(
    "--baseline", metavar="FILE", type=click.Path(), help="Report only what is new or worse than in this file."
)
@click.option(
    "--write-baseline",
    is_flag=True,
    help=f"Accept what is found: write it to --baseline, or {USUAL}, and report nothing.",
)
@click.option("--statistics", is_flag=True, help="Add a table of findings and coverage by rule (not json).")
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
    if sum(each.file is None for each in format) > 1:
        raise Fault("only one --format may be without a file: write the others as FORMAT:FILE")
    with plain_errors(), Progress(quiet=quiet) as progress:
        chosen = configuring.settings(*here(paths), preset=preset, select=select, ignore=ignore, waive=not no_waivers)
        accepted = baseline or chosen.baseline or USUAL
        if write_baseline:
            chosen = replace(chosen, baseline=None)
        audit = api.audit(
            *here(paths),
            settings=chosen,
            baseline=None if write_baseline else baseline,
            about=about,
            under=under,
            min_severity=min_severity,
            with_=with_,
            progress=progress,
        )
        if write_baseline:
            return _write_baseline(audit, accepted)
        _deliver(audit, format or (Wanted("text", None),), output, color, max_findings, statistics=statistics)
    if verbose:
        _timings(audit)
    for code, fault in audit.faults.items():
        click.echo(f"orgmodel: the rule {code} is itself at fault and could not be asked to its end: {fault}", err=True)
    if audit.faults:
        return FAULT
    limit = fail_on or chosen.fail_on
    return int(limit != "never" and audit.reaches(severity(limit)))


def _deliver(
    audit: Audit, wanted: Sequence[Wanted], output: str | None, color: str, most: int | None, *, statistics: bool
) -> None:
    """Write each document to its file; the one without goes to --output, or to standard output."""
    for name, own in wanted:
        file = own or output
        style = api.style(
            colour=wants_colour(color, to_file=file is not None),
            width=screen_width(file),
            max_findings=most,
            statistics=statistics,
        )
        write(api.report(audit, name, style), file)


def _write_baseline(audit: Audit, file: str) -> int:
    document = api.baseline_document(audit)
    write(document, file)
    count = document.count('"fingerprint"')
    click.echo(f"orgmodel: {count} finding{'s' * (count != 1)} accepted in {file}", err=True)
    return 0


def _timings(audit: Audit) -> None:
    for step, seconds in sorted(audit.seconds.items(), key=lambda item: -item[1]):
        click.echo(f"{seconds:8.3f} s  {step}", err=True)
