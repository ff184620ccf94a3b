"""`orgmodel draw`: pictures."""

import click

from orgmodel import api
from orgmodel_cli.options import formats, here, output, paths, plain_errors, quiet, with_
from orgmodel_cli.progress import Progress
from orgmodel_cli.writing import write


@click.command("draw", short_help="Draw a picture.")
@click.argument("view", metavar="VIEW")
@paths
@formats("svg", "dot", "png", default="svg")
@click.option(
    "--graph",
    type=click.Choice(["waits", "uses", "all"]),
    default="waits",
    show_default=True,
    help="The layer of the team dependency graph to draw.",
)
@click.option("--focus", metavar="ENTITY", help="Only this team or group and its neighbours.")
@click.option("--depth", type=click.IntRange(min=1), default=1, show_default=True, help="How far neighbours reach.")
@click.option(
    "--engine",
    type=click.Choice(["wasm", "dot", "none"]),
    default="wasm",
    show_default=True,
    help="Who finds the order of the boxes: the packaged Graphviz, the system's dot, or neither.",
)
@with_
@output
@quiet
def command(
    view: str,
    paths: tuple[str, ...],
    format: str,
    graph: str,
    focus: str | None,
    depth: int,
    engine: str,
    with_: tuple[str, ...],
    output: str | None,
    quiet: bool,
) -> int:
    """Draw a picture for a planning document. VIEW is `dependencies`: who waits for whom."""
    with plain_errors(), Progress(quiet=quiet) as progress:
        picture = api.draw(
            view,
            *here(paths),
            format=format,
            layer=graph,
            focus=focus,
            depth=depth,
            engine=engine,
            with_=with_,
            progress=progress,
        )
    write(picture.document, output)
    for remark in () if quiet else picture.remarks:
        click.echo(remark, err=True)
    return 0
