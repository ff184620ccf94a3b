"""`orgmodel import`: other formats become an organisation file."""

import click

from orgmodel import api
from orgmodel_cli.options import Fault, output, plain_errors, quiet
from orgmodel_cli.writing import write


@click.command("import", short_help="Import other formats.")
@click.argument("format_", metavar="FORMAT")
@click.argument("source", type=click.Path())
@click.option(
    "--role",
    "roles",
    metavar="WORD=ROLE",
    multiple=True,
    help="Read a role of the tables as another, such as authors=leader; repeatable.",
)
@output
@quiet
def command(format_: str, source: str, roles: tuple[str, ...], output: str | None, quiet: bool) -> int:
    """Turn other formats into an organisation file. FORMAT is `tables`: SOURCE is a folder of .csv or .tsv files."""
    pairs = [role.partition("=") for role in roles]
    if wrong := next((word + equals for word, equals, meant in pairs if not (word and equals and meant)), None):
        raise Fault(f"‘--role {wrong}’ lacks a part: write WORD=ROLE, such as authors=leader")
    with plain_errors():
        document, problems = api.import_(format_, source, roles={word: meant for word, _, meant in pairs})
    write(document, output)
    for problem in () if quiet else problems:
        click.echo(problem, err=True)
    return 0
