"""`orgmodel apply`: the organisation after a plan."""

from pathlib import Path

import click

from orgmodel import api
from orgmodel_cli.options import Fault, color, output_folder, plain_errors, quiet, wants_colour, with_
from orgmodel_cli.telling import tell_findings
from orgmodel_cli.writing import write, write_files


@click.command("apply", short_help="Apply a plan.")
@click.argument("organisation", metavar="ORG", type=click.Path())
@click.argument("plan", metavar="PLAN", type=click.Path())
@click.option("--undo", metavar="FILE", type=click.Path(), help="Write the plan that undoes it to FILE as well.")
@with_
@output_folder
@color
@quiet
def command(
    organisation: str,
    plan: str,
    undo: str | None,
    with_: tuple[str, ...],
    output: str | None,
    color: str,
    quiet: bool,
) -> int:
    """Write the organisation after a plan, as YAML; comments and order stay where the text is the same.

    Without -o it is one document on standard output. With -o FILE, or a folder where ORG is one, each file is written
    with only those lines changed that must be; ORG itself may be named. Nothing is written if a change does not fit.
    """
    with plain_errors():
        applied = api.apply(organisation, plan, with_=with_)
    tell_findings(applied.findings, colour=wants_colour(color, to_file=False), quiet=quiet and applied.fits)
    if not applied.fits:
        raise Fault(f"{plan} does not fit {organisation}; nothing is written")
    if undo is not None:
        write(applied.way_back, undo)
    if output is not None and Path(organisation).is_dir():
        write_files(Path(output), Path(organisation), applied.files, applied.changed)
    else:
        write(applied.document, output)
    return 0
