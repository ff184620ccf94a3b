"""`orgmodel init`: a first organisation."""

from pathlib import Path

import click

from orgmodel import api
from orgmodel_cli.options import Fault
from orgmodel_cli.writing import write_folder


@click.command("init", short_help="Begin a new organisation.")
@click.argument("folder", metavar="[DIR]", default=".", type=click.Path())
@click.option("--name", metavar="TEXT", help="What people call the organisation; the folder's name if absent.")
@click.option(
    "--ci",
    type=click.Choice(["github", "gitlab", "none"]),
    default="github",
    show_default=True,
    help="For which host a job is written that audits the files.",
)
def command(folder: str, name: str | None, ci: str) -> int:
    """Begin a new organisation in DIR: a first file that passes, a configuration, and a job for CI.

    Nothing that is there is overwritten.
    """
    place = Path(folder)
    files = api.first_files(name or place.resolve().name or "Our organisation", ci)
    there = [str(place / file) for file in files if (place / file).exists()]
    if there:
        raise Fault(f"{there[0]} is there already; nothing was written")
    write_folder(place, files)
    for file in files:
        click.echo(f"wrote {place / file}")
    click.echo(f"next: orgmodel audit {place / 'org'}")
    return 0
