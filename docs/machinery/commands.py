"""The reference of the command line: what every command says about itself."""

from collections.abc import Iterator
from typing import Final

import click

from docs.machinery.markdown import MADE, paragraphs, table
from orgmodel import catalogue
from orgmodel.report.comparison.names import TOPICS
from orgmodel_cli.commands import COMMANDS, orgmodel

_WIDTH: Final = 100
_PAIRS_OF_PEOPLE: Final = ("ties.cut", "ties.new")
"""What can be asked for by name in a comparison beside the topics of its report."""


def pages() -> Iterator[tuple[str, str]]:
    """Yield the page about the command line: the path below `docs`, and the text."""
    yield (
        "reference/command-line.md",
        paragraphs(
            MADE,
            "# The command line",
            _MANNERS,
            "## orgmodel",
            _help(_context()),
            *(paragraphs(f"## orgmodel {name}", _help_of(name), *_offers(name)) for name in COMMANDS),
        ),
    )


_MANNERS: Final = """
The document goes to standard output and everything else to standard error. Exit codes of `audit`: 0 when nothing is at
or above `--fail-on`, 1 when something is, 2 when the program could not do its work (an unknown option, a path that
does not exist). Every other command exits 0 when it delivered what was asked, and 2 otherwise; `compare --exit-code`
exits 1 where the plan or the change has findings, `draw --check` and `fmt --check` where something is not current, and
`fmt` where a file had to be left as it is. Wherever an organisation is named, `REV:PATH` names it as it was at a
revision of the git repository, such as `HEAD~3:org`. Each option can also be given by an environment variable:
`ORGMODEL_`, the command, the option, such as `ORGMODEL_AUDIT_FAIL_ON=never`; those that several commands share have
short names, such as `ORGMODEL_TODAY`. Nothing is sent over the network, ever.
"""


def _context() -> click.Context:
    settings = {**orgmodel.context_settings, "terminal_width": _WIDTH, "max_content_width": _WIDTH}
    return click.Context(orgmodel, info_name="orgmodel", **settings)


def _help_of(name: str) -> str:
    command = orgmodel.get_command(_context(), name)
    return _help(click.Context(command, info_name=name, parent=_context())) if command else ""


def _help(context: click.Context) -> str:
    return f"```text\n{context.get_help()}\n```"


def _offers(name: str) -> Iterator[str]:
    """Yield the table of what a command can choose from."""
    if name == "audit":
        reports = catalogue.offered("orgmodel.report", "report")
        yield table(["format", "for"], ([f"`{each.name}`", each.summary] for each in reports))
    elif name == "compare":
        forms = catalogue.offered("orgmodel.report.comparison", "report")
        yield table(["format", "for"], ([f"`{each.name}`", each.summary] for each in forms))
        yield f"What `--names` can be asked for: {', '.join(f'`{topic}`' for topic in (*TOPICS, *_PAIRS_OF_PEOPLE))}."
    elif name == "draw":
        views = catalogue.offered("orgmodel.draw", "view")
        rows = ([f"`{v.name}`", v.question, ", ".join(f"`{option}`" for option in v.options)] for v in views)
        yield table(["view", "answers", "has a use for"], rows)
    elif name == "import":
        importers = catalogue.offered("orgmodel.exchange.importers", "importer")
        yield table(["format", "reads"], ([f"`{each.name}`", each.summary] for each in importers))
