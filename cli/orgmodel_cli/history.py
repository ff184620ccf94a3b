"""`orgmodel history`: how an organisation changed over its git history."""

import datetime
import shutil
from collections.abc import Iterator

import click

from orgmodel import api
from orgmodel.model.history import EVERY, Every, History
from orgmodel_cli.options import Configuring, Day, anonymise, configuring, formats, key, output, plain_errors, quiet
from orgmodel_cli.progress import Progress
from orgmodel_cli.writing import write


@click.command("history", short_help="Show what changed over the git history.")
@click.argument("path", metavar="[PATH]", default=".", type=click.Path())
@formats("table", "csv", "json", default="table")
@click.option("--since", type=Day(), help="Only commits of this day and later ones (YYYY-MM-DD, in UTC).")
@click.option(
    "--every",
    type=click.Choice(EVERY),
    default="commit",
    show_default=True,
    help="One row for each commit, or for the last one of each period.",
)
@click.option("--last", type=click.IntRange(min=1), metavar="N", help="Only the last N of these rows.")
@click.option("--select", metavar="CODES", multiple=True, help="Only these rules: codes, names, or family letters.")
@click.option("--ignore", metavar="CODES", multiple=True, help="All but these rules.")
@configuring
@anonymise
@key
@output
@quiet
def command(
    path: str,
    format: str,
    since: datetime.date | None,
    every: Every,
    last: int | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    configuring: Configuring,
    anonymise: bool,
    key: str,
    output: str | None,
    quiet: bool,
) -> int:
    """Show how findings, sizes, spans, coupling and leadership changed over the git history of an organisation.

    One row for each commit that changed its files. Rules about dates count from the day of the commit, or from --today.
    What is not known is a dash. REV:PATH shows the history up to a revision.
    """
    with plain_errors(), Progress(quiet=quiet) as progress:
        chosen = configuring.settings(path, select=select, ignore=ignore)
        found = api.history(
            path,
            since=since,
            every=every,
            last=last,
            settings=chosen,
            today=configuring.today,
            anonymise=key if anonymise else None,
            progress=progress,
        )
        document = api.history_report(found, format, width=_width(output))
    write(document, output)
    if not quiet:
        for line in _asides(found):
            click.echo(f"orgmodel: {line}", err=True)
    return 0


def _asides(found: History) -> Iterator[str]:
    if found.is_changed:
        yield "there are changes that are not committed; only the row ‘now’ has them"
    if found.is_shallow:
        yield "the clone is shallow: older commits are left out; `git fetch --unshallow` gets them"


def _width(output: str | None) -> int:
    return 120 if output else max(100, min(shutil.get_terminal_size((120, 24)).columns, 140))
