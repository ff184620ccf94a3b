"""Options that several commands share, and how their words are read."""

import datetime
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from typing import Any, Final, NamedTuple

import click
from click.shell_completion import CompletionItem

from orgmodel import api, catalogue
from orgmodel.load.sources import UnreadablePathError
from orgmodel.model.configuration import ConfigurationError
from orgmodel.model.faults import MissingExtraError, UnknownNameError
from orgmodel.model.finding import SEVERITIES, Severity
from orgmodel.rules.settings import Settings

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

paths: Decorator = click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path())
output: Decorator = click.option(
    "-o", "--output", metavar="FILE", type=click.Path(), help="Write the document to FILE, whole or not at all."
)
output_folder: Decorator = click.option(
    "-o",
    "--output",
    metavar="PATH",
    type=click.Path(),
    help="Write into this file, or into this folder where ORG is one; all of it or nothing.",
)
color: Decorator = click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    envvar="ORGMODEL_COLOR",
    help="Whether to colour; auto looks for a terminal, NO_COLOR and FORCE_COLOR.",
)
quiet: Decorator = click.option("-q", "--quiet", is_flag=True, envvar="ORGMODEL_QUIET", help="No progress, no asides.")
verbose: Decorator = click.option(
    "-v", "--verbose", is_flag=True, envvar="ORGMODEL_VERBOSE", help="Say on standard error where the time went."
)
preset: Decorator = click.option(
    "--preset",
    metavar="NAME",
    envvar="ORGMODEL_PRESET",
    help="The school of thought to start from: amazon, team-topologies, spans-and-layers, strict or minimal.",
)


anonymise: Decorator = click.option(
    "--anonymise", is_flag=True, envvar="ORGMODEL_ANONYMISE", help="Pseudonyms in the place of people's names."
)
key: Decorator = click.option(
    "--key",
    metavar="TEXT",
    default="",
    envvar="ORGMODEL_KEY",
    help="With --anonymise: the same key gives the same person the same pseudonym in every run.",
)
with_: Decorator = click.option(
    "--with",
    "with_",
    metavar="PLAN",
    multiple=True,
    envvar="ORGMODEL_WITH",
    type=click.Path(),
    help="Apply a plan in memory first; repeatable.",
)


class Day(click.ParamType[datetime.date]):
    """A date, as YYYY-MM-DD."""

    name = "DATE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime.date:
        """Read the text of the option."""
        if isinstance(value, datetime.date):
            return value
        try:
            return datetime.datetime.strptime(value, "%Y-%m-%d").date()
        except ValueError:
            self.fail(f"‘{value}’ is not a date: write it as YYYY-MM-DD", param, ctx)


class Wanted(NamedTuple):
    """A report by name, and the file it is to be written to; None where it goes to --output or to standard output."""

    name: str
    file: str | None


class ReportName(click.ParamType[Wanted]):
    """The name of a report, and perhaps a file. The reports there are, are looked up only when one is named."""

    name = "report"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Wanted:
        """Refuse a name that no report has, before any work is done."""
        if isinstance(value, Wanted):
            return value
        name, colon, file = str(value).partition(":")
        if colon and not file:
            self.fail(f"‘{value}’ names no file: write {name}:FILE", param, ctx)
        try:
            catalogue.report(name)
        except UnknownNameError as error:
            self.fail(str(error), param, ctx)
        return Wanted(name, file or None)

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """List the reports there are."""
        return f"[{'|'.join(catalogue.reports())}][:FILE]"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Offer the reports that begin so."""
        return [CompletionItem(name) for name in catalogue.reports() if name.startswith(incomplete)]


@dataclass(frozen=True, slots=True)
class Configuring:
    """What the command line says of settings, before anything is read."""

    config: str | None
    isolated: bool
    set: tuple[str, ...]
    today: datetime.date | None

    def settings(self, *paths: str, **words: Any) -> Settings:
        """Return the settings for an organisation."""
        environment = tuple(os.environ.get("ORGMODEL_SET", "").split())
        return api.settings(
            paths=paths,
            config=self.config,
            isolated=self.isolated,
            set=self.set,
            environment=environment,
            today=self.today,
            **words,
        )


_OF_SETTINGS: Final[tuple[Decorator, ...]] = (
    click.option(
        "--config",
        metavar="FILE",
        type=click.Path(),
        envvar="ORGMODEL_CONFIG",
        help="The configuration, in the place of the orgmodel.toml or pyproject.toml nearest to the organisation.",
    ),
    click.option("--isolated", is_flag=True, envvar="ORGMODEL_ISOLATED", help="Read no configuration file."),
    click.option(
        "--set",
        metavar="KEY=VALUE",
        multiple=True,
        help="Set an option, such as rules.T001.max=8 or severity.L009=warning; repeatable.",
    ),
    click.option(
        "--today",
        type=Day(),
        envvar="ORGMODEL_TODAY",
        help="The day that rules about dates count from (YYYY-MM-DD).",
    ),
)


def configuring(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that make settings, as one parameter of this name."""

    @wraps(command)
    def gathered(
        *, config: str | None, isolated: bool, set: tuple[str, ...], today: datetime.date | None, **others: Any
    ) -> Any:
        return command(configuring=Configuring(config, isolated, set, today), **others)

    with_options: Callable[..., Any] = gathered
    for option in reversed(_OF_SETTINGS):
        with_options = option(with_options)
    return with_options


def formats(*names: str, default: str) -> Decorator:
    """Return the option that chooses the form of the document."""
    return click.option(
        "-f",
        "--format",
        "format",
        type=click.Choice(names),
        default=default,
        show_default=True,
        help="The form of the document.",
    )


def here(paths: tuple[str, ...]) -> tuple[str, ...]:
    """Return the paths, or the current folder."""
    return paths or (".",)


def severity(name: str) -> Severity:
    """Return the severity of a name."""
    return next(each for each in SEVERITIES if each == name)


def screen_width(output: str | None) -> int:
    """Return how wide a document for people is: as the terminal, or a hundred columns in a file."""
    return 100 if output else max(60, min(shutil.get_terminal_size((100, 24)).columns, 140))


def wants_colour(choice: str, *, to_file: bool) -> bool:
    """Tell whether to colour: as chosen, or as the terminal and the environment say."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return not to_file and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


@contextmanager
def plain_errors() -> Iterator[None]:
    """Turn what a user can mend into one line and exit code 2."""
    try:
        yield
    except (UnknownNameError, UnreadablePathError, ConfigurationError, MissingExtraError) as error:
        raise Fault(str(error)) from None


class Fault(click.ClickException):
    """The tool could not do its work; one line says why."""

    exit_code = 2

    def show(self, file: Any = None) -> None:
        """Write the line to standard error."""
        click.echo(f"orgmodel: {self.message}", err=True)
