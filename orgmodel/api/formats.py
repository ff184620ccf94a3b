"""Formats of files: their schemas, and what is imported from others."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from orgmodel import catalogue
from orgmodel.load.sources import UnreadablePathError
from orgmodel.model.closest import closest
from orgmodel.model.faults import UnknownNameError

SCHEMAS = ("organisation", "plan", "configuration")


def schema(of: str = "organisation") -> str:
    """Return the JSON Schema of a kind of file, in draft-07: `organisation`, `plan` or `configuration`.

    Raises
    ------
    UnknownNameError
        If there is no such kind of file.
    """
    if of not in SCHEMAS:
        best = closest(of, SCHEMAS)
        hint = f"; did you mean {best}?" if best else f": there is {', '.join(SCHEMAS)}"
        raise UnknownNameError(f"there is no schema ‘{of}’{hint}")
    return json.dumps(_schema(of), indent=2, ensure_ascii=False) + "\n"


def _schema(of: str) -> Mapping[str, Any]:
    """Return a schema; what makes the others is not even imported."""
    if of == "plan":
        from orgmodel.model.plan_schema import plan_schema

        return plan_schema()
    if of == "configuration":
        from orgmodel.rules.configuration_schema import configuration_schema

        return configuration_schema(catalogue.rules().values())
    from orgmodel.model.schema import organisation_schema

    return organisation_schema()


def import_(form: str, source: str | Path, *, roles: Mapping[str, str] | None = None) -> tuple[str, tuple[str, ...]]:
    """Turn another format into an organisation file.

    Returns
    -------
    tuple
        The file's text, and one line for each thing that could not be read or kept.

    Raises
    ------
    UnknownNameError
        If there is no such format.
    UnreadablePathError
        If the source cannot be read, or nothing in it can.
    """
    from orgmodel.exchange.yaml_writer import organisation_yaml

    importer = catalogue.importer(form)
    folder = Path(source)
    if not folder.is_dir():
        raise UnreadablePathError(f"{source} is no folder" if folder.exists() else f"{source} does not exist")
    imported = importer.read(folder, roles=dict(roles or {}))
    problems = tuple(map(str, imported.problems))
    if not imported.document:
        raise UnreadablePathError("; ".join(problems) or f"{source} holds nothing that can be imported")
    return organisation_yaml(imported.document), problems


def first_files(name: str, job: str = "github") -> Mapping[str, str]:
    """Return the files that a new organisation begins with, by their path; see `orgmodel.exchange.starting`."""
    from orgmodel.exchange.starting import JOBS
    from orgmodel.exchange.starting import first_files as files

    return files(name, next(each for each in JOBS if each == job))
