"""`orgmodel completion`: the completion script for a shell."""

import click
from click.shell_completion import get_completion_class


@click.command("completion", short_help="Print a completion script.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> int:
    """Print the completion script for a shell. For bash: eval "$(orgmodel completion bash)"."""
    from orgmodel_cli.commands import orgmodel

    completion = get_completion_class(shell)
    if completion is not None:
        click.echo(completion(orgmodel, {}, "orgmodel", "_ORGMODEL_COMPLETE").source())
    return 0
