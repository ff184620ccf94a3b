"""`orgmodel measure`: numbers."""

import click

from orgmodel import api
from orgmodel.graph.dependencies import Layer
from orgmodel_cli.options import formats, here, output, paths, plain_errors, quiet, with_
from orgmodel_cli.progress import Progress
from orgmodel_cli.writing import write


@click.command("measure", short_help="Compute numbers.")
@paths
@formats("table", "json", "csv", default="table")
@click.option(
    "--by",
    type=click.Choice(["organisation", "team", "initiative"]),
    default="organisation",
    show_default=True,
    help="A row for each measure of the organisation, for each team, or for each initiative (json has all).",
)
@click.option("--only", metavar="ID,...", help="Only these measures.")
@click.option(
    "--graph",
    type=click.Choice(["all", "uses", "waits"]),
    default="all",
    show_default=True,
    help="The layer of the team dependency graph to measure.",
)
@with_
@output
@quiet
def command(
    paths: tuple[str, ...],
    format: str,
    by: str,
    only: str | None,
    graph: Layer,
    with_: tuple[str, ...],
    output: str | None,
    quiet: bool,
) -> int:
    """Compute numbers of an organisation, its teams and initiatives; what cannot be known is a dash with its reason."""
    with plain_errors(), Progress(quiet=quiet) as progress:
        chosen = tuple(filter(None, (only or "").split(",")))
        found = api.measure(*here(paths), layer=graph, only=chosen, with_=with_, progress=progress)
        document = api.measure_report(found, format, by=by)
    write(document, output)
    if found.problems and not quiet:
        click.echo(found.problems, err=True)
    return 0
