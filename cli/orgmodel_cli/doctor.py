"""`orgmodel doctor`: what this installation can do."""

import click

from orgmodel import api


@click.command("doctor", short_help="Check the installation.")
def command() -> int:
    """Say what this installation can do: versions, the YAML parser, the Graphviz engine, the cache."""
    for name, state in api.doctor():
        click.echo(f"{name:<22} {state}")
    return 0
