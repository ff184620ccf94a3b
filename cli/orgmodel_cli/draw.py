"""`orgmodel draw`: pictures."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from orgmodel import api
from orgmodel_cli.options import (
    Configuring,
    Fault,
    anonymise,
    configuring,
    formats,
    here,
    key,
    output,
    paths,
    plain_errors,
    quiet,
    with_,
)
from orgmodel_cli.progress import Progress
from orgmodel_cli.writing import write, write_folder


class Views(click.Command):
    """Lists the views there are in the help, each with the question it answers."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list."""
        with formatter.section("Views"):
            formatter.write_dl(list(api.views().items()))


@click.command("draw", short_help="Draw a picture.", cls=Views)
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
@anonymise
@key
@click.option("--check", is_flag=True, help="Exit with 1 if what stands at --output is not current; draw nothing.")
@with_
@configuring
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
    anonymise: bool,
    key: str,
    check: bool,
    with_: tuple[str, ...],
    configuring: Configuring,
    output: str | None,
    quiet: bool,
) -> int:
    """Draw a picture for a planning document.

    VIEW is one of those below, or `all`: every picture of an organisation, and a page that shows them, in the folder
    --output. `change` takes two PATHs, an organisation and another one or a plan; or one, and the plan by --with.
    """
    choices = {
        "format": format,
        "layer": graph,
        "focus": focus,
        "depth": depth,
        "fold": fold,
        "only_findings": only_findings,
        "direction": direction,
        "mode": "dark" if dark else "auto",
        "link": link,
        "engine": engine,
    }
    if (view == "all" or check) and output is None:
        raise Fault("say with --output which folder is meant" if view == "all" else "say with --output what to check")
    with plain_errors(), Progress(quiet=quiet) as progress:
        sources = {
            "with_": with_,
            "settings": configuring.settings(*here(paths)),
            "anonymise": key if anonymise else None,
        }
        work = _check if check else _draw
        return work(view, here(paths), output, quiet=quiet, progress=progress, **sources, **choices)


def _draw(view: str, paths: Sequence[str], output: str | None, *, quiet: bool, **asked: Any) -> int:
    if view == "all":
        album = api.draw_all(*paths, **asked)
        write_folder(Path(str(output)), album.files)
        remarks = album.remarks
    else:
        picture = api.draw(view, *paths, **asked)
        write(picture.document, output)
        remarks = picture.remarks
    for remark in () if quiet else remarks:
        click.echo(remark, err=True)
    return 0


def _check(view: str, paths: Sequence[str], output: str | None, *, quiet: bool, **asked: Any) -> int:
    place = Path(str(output))
    if view == "all":
        files = {file.name: file.read_bytes() for file in sorted(place.glob("*")) if file.is_file()}
        wrong = [str(place / name) for name in api.stale_pictures(files, *paths, **asked)]
    else:
        content = place.read_bytes() if place.is_file() else b""
        wrong = [] if api.is_current(content, view, *paths, **asked) else [str(place)]
    for file in wrong:
        click.echo(f"{file} is not current: the same command without --check draws it", err=True)
    return int(bool(wrong))
