"""The table of commands. Each is loaded only when it is called."""

from importlib import import_module
from typing import Final

import click

COMMANDS: Final = {
    "audit": "Find what is wrong, at its line, with what to do.",
    "measure": "Compute numbers about the organisation and its teams.",
    "draw": "Draw a picture for a planning document.",
    "compare": "Compare an organisation with what it could become.",
    "apply": "Write the organisation after a plan.",
    "review": "Look back: what a plan promised, and what is so now.",
    "history": "Show how findings and numbers changed over the git history.",
    "show": "Show one entity and everything tied to it.",
    "explain": "Say what a rule or a measure is, why, and on what evidence.",
    "import": "Turn other formats into an organisation file.",
    "init": "Begin a new organisation: a first file, a configuration, a job.",
    "fmt": "Bring files into canonical order and style.",
    "config": "Show the settings that count, and where each was said.",
    "schema": "Print the JSON Schema of the organisation file, the plan file or the configuration.",
    "doctor": "Say what this installation can do.",
    "completion": "Print the completion script for a shell.",
}


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = "import_" if cmd_name == "import" else cmd_name  # a keyword cannot name a module
        command: click.Command = import_module(f"orgmodel_cli.{module}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without loading any of them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from orgmodel.model.closest import closest

            best = closest(args[0], COMMANDS)
            hint = f"; did you mean {best}?" if best else f": there are {', '.join(COMMANDS)}"
            raise click.UsageError(f"there is no command ‘{args[0]}’{hint}", ctx)
        return super().resolve_command(ctx, args)


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "auto_envvar_prefix": "ORGMODEL"},
    no_args_is_help=True,
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=lambda c, p, v: _version(c, v),
    help="Print the version and exit.",
)
def orgmodel() -> None:
    """Organisation design as code: audit, measure, draw and compare organisations described in YAML.

    PATH is a file or a folder, the current folder if none is given; several make one organisation, and - is standard
    input. Begin with: orgmodel audit orgs/first.yaml
    """


def _version(ctx: click.Context, wanted: bool) -> None:
    if wanted:
        from orgmodel import __version__

        click.echo(f"orgmodel {__version__}")
        ctx.exit()
