"""`orgmodel schema`: the JSON Schema of the organisation file."""

import click

from orgmodel import api
from orgmodel_cli.options import output
from orgmodel_cli.writing import write


@click.command("schema", short_help="Print the JSON Schema.")
@output
def command(output: str | None) -> int:
    """Print the JSON Schema (draft-07) of the organisation file, for editors and validators."""
    write(api.schema(), output)
    return 0
