"""Tells findings beside a document: on standard error, a line each."""

from collections.abc import Iterable

import click

from orgmodel import api
from orgmodel.model.finding import Finding


def tell_findings(findings: Iterable[Finding], *, colour: bool, quiet: bool) -> None:
    """Write each finding with its place and what to do."""
    for line in () if quiet else api.finding_lines(findings, colour=colour):
        click.echo(line, err=True)
