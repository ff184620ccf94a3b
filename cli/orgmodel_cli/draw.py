"""`orgmodel draw`: pictures."""

import datetime

import click

from orgmodel import api
from orgmodel_cli.options import formats, here, output, paths, plain_errors, quiet, set_, today, with_
from orgmodel_cli.progress import Progress
from orgmodel_cli.writing import write


@click.command("draw", short_help="Draw a picture.")
@click.argument("view", metavar="VIEW")
@paths
@formats("svg", "dot", "mermaid", "json", "png", default="svg")
@click.option(
    "--graph",
    type=click.Choice(["waits", "uses", "all"]),
    default="waits",
    show_default=True,
    help="The layer of the team dependency graph.",
)
@click.option("--focus", metavar="ENTITY", help="Only this entity and what is around it.")
@click.option("--depth", type=click.IntRange(min=1), default=1, show_default=True, help="How far around the focus.")
@click.option("--fold", type=click.IntRange(min=1), metavar="LEVEL", help="Fold teams into groups; 1 is the top.")
@click.option("--only-findings", is_flag=True, help="Only what has a finding.")
@click.option("--direction", type=click.Choice(["right", "down"]), help="Where the picture grows.")
@click.option("--dark", is_flag=True, help="Dark paper, for what cannot ask the reader's screen.")
@click.option("--link", metavar="TEMPLATE", help="Links from boxes, such as https://wiki.example/{kind}/{id}.")
@click.option(
    "--engine",
    type=click.Choice(["wasm", "dot", "none"]),
    default="wasm",
    show_default=True,
    help="Who finds the order of the boxes: the packaged Graphviz, the system's dot, or neither.",
)
@with_
@set_
@today
@output
@quiet
def command(
    view: str,
    paths: tuple[str, ...],
    format: str,
    graph: str,
    focus: str | None,
    depth: int,
    fold: int | None,
    only_findings: bool,
    direction: str | None,
    dark: bool,
    link: str | None,
    engine: str,
    with_: tuple[str, ...],
    set_: tuple[str, ...],
    today: datetime.date | None,
    output: str | None,
    quiet: bool,
) -> int:
    """Draw a picture for a planning document.

    VIEW is one of these; `change` takes two PATHs, an organisation and another one or a plan.
    """
    with plain_errors(), Progress(quiet=quiet) as progress:
        picture = api.draw(
            view,
            *here(paths),
            format=format,
            layer=graph,
            focus=focus,
            depth=depth,
            fold=fold,
            only_findings=only_findings,
            direction=direction,
            mode="dark" if dark else "auto",
            link=link,
            engine=engine,
            with_=with_,
            settings=api.settings(set=set_, today=today),
            progress=progress,
        )
    write(picture.document, output)
    for remark in () if quiet else picture.remarks:
        click.echo(remark, err=True)
    return 0
