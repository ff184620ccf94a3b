"""`orgmodel compare`: today's organisation, and what it could become."""

from typing import Any

import click

from orgmodel import api
from orgmodel.model.finding import SEVERITIES
from orgmodel_cli.options import (
    Configuring,
    anonymise,
    color,
    configuring,
    formats,
    key,
    output,
    plain_errors,
    quiet,
    screen_width,
    severity,
    wants_colour,
    with_,
)
from orgmodel_cli.progress import Progress
from orgmodel_cli.writing import write


@click.command("compare", short_help="Compare with alternatives.")
@click.argument("before", metavar="BEFORE", type=click.Path())
@click.argument("after", metavar="AFTER...", nargs=-1, required=True, type=click.Path())
@formats("text", "markdown", "json", default="text")
@click.option("--brief", is_flag=True, help="Only the first screen (text and markdown).")
@click.option("--names", metavar="TOPIC", help="Only the names behind one number, such as people.changed_team.")
@click.option("--history", "look_back", is_flag=True, help="Look in the git history of BEFORE for who moved lately.")
@click.option("--exit-code", is_flag=True, help="Exit with 1 if the plan or the change has findings.")
@click.option(
    "--fail-on",
    type=click.Choice(SEVERITIES),
    default="error",
    show_default=True,
    help="The lightest finding that makes the exit code 1, with --exit-code.",
)
@with_
@anonymise
@key
@configuring
@output
@color
@quiet
def command(
    before: str,
    after: tuple[str, ...],
    format: str,
    brief: bool,
    names: str | None,
    look_back: bool,
    exit_code: bool,
    fail_on: str,
    with_: tuple[str, ...],
    anonymise: bool,
    key: str,
    configuring: Configuring,
    output: str | None,
    color: str,
    quiet: bool,
) -> int:
    """Compare an organisation with what it could become.

    BEFORE is a path, or REV:PATH for a revision of the git repository. Each AFTER is another organisation, or a plan
    over BEFORE. Doing nothing is always one of the columns.
    """
    with plain_errors(), Progress(quiet=quiet) as progress:
        asked: dict[str, Any] = {
            "settings": configuring.settings(before),
            "with_": with_,
            "anonymise": key if anonymise else None,
        }
        if names is not None:
            write("".join(f"{name}\n" for name in api.names(names, before, *after, **asked)), output)
            return 0
        compared = api.compare(before, *after, look_back=look_back, progress=progress, **asked)
        style = api.style(
            colour=wants_colour(color, to_file=output is not None), width=screen_width(output), brief=brief
        )
        document = api.comparison_report(compared, format, style)
    write(document, output)
    return int(exit_code and any(each.reaches(severity(fail_on)) for each in compared.alternatives))
