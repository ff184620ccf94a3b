"""`orgmodel explain`: what a rule or a measure is, why, and on what evidence."""

import click

from orgmodel import api
from orgmodel_cli.options import Configuring, color, configuring, formats, output, plain_errors, wants_colour
from orgmodel_cli.writing import write


@click.command("explain", short_help="Explain a rule or a measure.")
@click.argument("name", required=False, metavar="[CODE|NAME|MEASURE]")
@formats("text", "json", default="text")
@configuring
@output
@color
def command(name: str | None, format: str, configuring: Configuring, output: str | None, color: str) -> int:
    """Say what a rule or a measure is, why it matters, and where its numbers come from; alone: the table of all."""
    with plain_errors():
        settings = configuring.settings(".")
        colour = wants_colour(color, to_file=output is not None)
        document = api.explain(name, format, colour=colour, settings=settings)
    write(document, output)
    return 0
