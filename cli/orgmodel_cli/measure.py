"""`orgmodel measure`: numbers."""

import locale
import os
import shutil
import sys
from typing import get_args

import click

from orgmodel import api
from orgmodel.graph.dependencies import Layer
from orgmodel.measures.base import By
from orgmodel_cli.options import anonymise, formats, here, key, output, paths, plain_errors, quiet, with_
from orgmodel_cli.progress import Progress
from orgmodel_cli.writing import write


@click.command("measure", short_help="Compute numbers.")
@paths
@formats("table", "json", "csv", "markdown", default="table")
@click.option(
    "--by",
    type=click.Choice(get_args(By)),
    help="Whose numbers: a row for each measure of the organisation, or for each team, initiative and so on. "
    "[default: whatever --only names measures of, or the organisation; json has all]",
)
@click.option("--only", metavar="ID,...", help="Only these measures; `orgmodel explain` lists all.")
@click.option(
    "--graph",
    type=click.Choice(["all", "uses", "waits"]),
    default="all",
    show_default=True,
    help="The layer of the team dependency graph to measure.",
)
@with_
@anonymise
@key
@output
@quiet
def command(
    paths: tuple[str, ...],
    format: str,
    by: By | None,
    only: str | None,
    graph: Layer,
    with_: tuple[str, ...],
    anonymise: bool,
    key: str,
    output: str | None,
    quiet: bool,
) -> int:
    """Compute numbers of an organisation, its teams and whatever else it describes, each with its evidence.

    What cannot be known is a dash with its reason, and what is estimated says so.
    """
    with plain_errors(), Progress(quiet=quiet) as progress:
        chosen = tuple(filter(None, map(str.strip, (only or "").split(","))))
        whole = by is None and format == "json"
        by = by or ("organisation" if whole else api.measured_kind(chosen))
        found = api.measure(
            *here(paths),
            layer=graph,
            only=chosen,
            by=None if whole else by,
            with_=with_,
            anonymise=key if anonymise else None,
            progress=progress,
        )
        document = api.measure_report(found, format, by=by, width=_width(output), blocks=_draws_blocks(output))
    write(document, output)
    if found.problems and not quiet:
        click.echo(found.problems, err=True)
    return 0


def _width(output: str | None) -> int:
    return 120 if output else max(80, min(shutil.get_terminal_size((120, 24)).columns, 200))


def _draws_blocks(output: str | None) -> bool:
    """Tell whether block elements can be shown: everywhere but in a terminal that says it cannot."""
    if output or not sys.stdout.isatty() or sys.platform == "win32":
        return True
    return os.environ.get("TERM") not in ("dumb", "vt100", "vt220") and "utf" in locale.getencoding().lower()
