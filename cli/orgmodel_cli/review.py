"""`orgmodel review`: what a plan promised, and what is so now."""

import click

from orgmodel import api
from orgmodel_cli.options import Configuring, anonymise, configuring, formats, key, output, plain_errors, screen_width
from orgmodel_cli.writing import write


@click.command("review", short_help="Look back at a plan.")
@click.argument("plan", metavar="PLAN", type=click.Path())
@click.argument("organisation", metavar="ORG", type=click.Path())
@click.option(
    "--base",
    metavar="BEFORE",
    type=click.Path(),
    help="The organisation the plan was made for: what it was to mend is then looked at as well.",
)
@formats("text", "json", default="text")
@anonymise
@key
@configuring
@output
def command(
    plan: str,
    organisation: str,
    base: str | None,
    format: str,
    anonymise: bool,
    key: str,
    configuring: Configuring,
    output: str | None,
) -> int:
    """Set what a plan promised beside what the organisation shows now: its number, and each of its changes."""
    with plain_errors():
        found = api.review(
            plan,
            organisation,
            base=base,
            settings=configuring.settings(organisation),
            anonymise=key if anonymise else None,
        )
        document = api.review_report(found, format, width=screen_width(output))
    write(document, output)
    return 0
