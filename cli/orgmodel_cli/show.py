"""`orgmodel show`: one entity and everything tied to it."""

import click

from orgmodel import api
from orgmodel_cli.options import (
    anonymise,
    color,
    formats,
    here,
    key,
    output,
    paths,
    plain_errors,
    quiet,
    wants_colour,
    with_,
)
from orgmodel_cli.progress import Progress
from orgmodel_cli.writing import write


@click.command("show", short_help="Show one entity.")
@click.argument("entity")
@paths
@formats("text", "json", default="text")
@with_
@anonymise
@key
@output
@color
@quiet
def command(
    entity: str,
    paths: tuple[str, ...],
    format: str,
    with_: tuple[str, ...],
    anonymise: bool,
    key: str,
    output: str | None,
    color: str,
    quiet: bool,
) -> int:
    """Show one entity and everything tied to it. ENTITY is an id, or kind:id where an id means several."""
    with plain_errors(), Progress(quiet=quiet) as progress:
        cards = api.show(entity, *here(paths), with_=with_, anonymise=key if anonymise else None, progress=progress)
        document = api.card_report(cards, format, colour=wants_colour(color, to_file=output is not None))
    write(document, output)
    return 0
