"""Runs a command so that whatever happens ends in an exit code and at most one line."""

import os
import sys
from typing import Final

import click

from orgmodel_cli.commands import orgmodel

FAULT: Final = 2
INTERRUPTED: Final = 130

_GLOBAL: Final = {
    **dict.fromkeys(("--config", "--set", "--today", "--color"), 1),
    **dict.fromkeys(("--isolated", "-q", "--quiet", "-v", "--verbose"), 0),
}
"""Options that may stand before the command as well, and how many words each takes."""


def run(words: list[str]) -> int:
    """Run the command that the words name, and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    try:
        code = orgmodel.main(_reordered(words), prog_name="orgmodel", standalone_mode=False)
        return code if isinstance(code, int) else 0
    except click.exceptions.Exit as exit:
        return exit.exit_code
    except click.UsageError as error:
        click.echo(_in_one_line(error), err=True)
        return FAULT
    except click.ClickException as error:
        error.show()
        return FAULT
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except Exception as error:
        return _own_fault(error)


def _in_one_line(error: click.UsageError) -> str:
    command = error.ctx.command_path if error.ctx else "orgmodel"
    message = error.format_message().rstrip(".")
    return f"{command}: {message[:1].lower()}{message[1:]} (see {command} --help)"


def _reordered(words: list[str]) -> list[str]:
    """Move global options that stand before the command behind it."""
    taken = 0
    while taken < len(words) and words[taken].partition("=")[0] in _GLOBAL:
        name, equals, _ = words[taken].partition("=")
        taken += 1 if equals else 1 + _GLOBAL[name]
    return [*words[taken : taken + 1], *words[:taken], *words[taken + 1 :]]


def _own_fault(error: Exception) -> int:
    if os.environ.get("ORGMODEL_TRACEBACK"):
        raise error
    reason = f"{type(error).__name__}: {error}".replace("\n", " ")[:300]
    click.echo(f"orgmodel: a fault of the program itself, please report it: {reason}", err=True)
    return FAULT
