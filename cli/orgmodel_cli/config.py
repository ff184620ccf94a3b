"""`orgmodel config`: the settings that count, and where each was said."""

import click

from orgmodel import api
from orgmodel_cli.options import Configuring, configuring, formats, here, output, paths, plain_errors, preset
from orgmodel_cli.writing import write


@click.command("config", short_help="Show the settings that count.")
@paths
@formats("text", "json", default="text")
@click.option("--all", "everything", is_flag=True, help="Defaults as well, with where their numbers come from.")
@configuring
@preset
@output
def command(
    paths: tuple[str, ...],
    format: str,
    everything: bool,
    configuring: Configuring,
    preset: str | None,
    output: str | None,
) -> int:
    """Show the settings that count for an organisation, each with where it was said.

    What counts most comes first: the command line, the environment (ORGMODEL_SET), the nearest orgmodel.toml or
    [tool.orgmodel] of a pyproject.toml, what that extends, the preset, the defaults.
    """
    with plain_errors():
        settings = configuring.settings(*here(paths), preset=preset)
        document = api.settings_report(settings, format, everything=everything)
    write(document, output)
    return 0
