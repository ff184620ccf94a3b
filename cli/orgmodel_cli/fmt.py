"""`orgmodel fmt`: files in canonical order and style."""

import click

from orgmodel import api
from orgmodel_cli.options import here, paths, plain_errors, quiet
from orgmodel_cli.writing import write, write_in_place


@click.command("fmt", short_help="Format files.")
@paths
@click.option("--check", is_flag=True, help="Write nothing; name each file that is not formatted, and exit with 1.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change.")
@quiet
def command(paths: tuple[str, ...], check: bool, diff: bool, quiet: bool) -> int:
    """Bring organisation files and plan files into canonical order and style, in place.

    They say the same before and after, comments included. What cannot be formatted is left as it is, with one line
    that says why, and the exit code is 1. Standard input (-) is formatted to standard output.
    """
    is_asked = check or diff
    with plain_errors():
        found = api.fmt(*here(paths))
    for file in found.left:
        click.echo(f"{file.left}; left as it is", err=True)
    write(api.fmt_report(found, diff=diff) if is_asked else found.output, None)
    if not is_asked:
        write_in_place(found.texts)
    if not quiet:
        click.echo(found.summary(written=not is_asked), err=True)
    return int(bool(found.left) or (check and bool(found.changed)))
