"""`orgmodel schema`: the JSON Schemas of the files that people write."""

import click

from orgmodel import api
from orgmodel_cli.options import output, plain_errors
from orgmodel_cli.writing import write


@click.command("schema", short_help="Print a JSON Schema.")
@click.argument("of", metavar="[organisation|plan|configuration]", default="organisation")
@output
def command(of: str, output: str | None) -> int:
    """Print the JSON Schema (draft-07) of a kind of file, for editors and validators."""
    with plain_errors():
        document = api.schema(of)
    write(document, output)
    return 0
