"""Reads a file of worked examples: what is given, and what a measure of it is known to be."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

USUAL_TOLERANCE: Final = 1e-9


class MalformedError(Exception):
    """A file or an example that does not say what it must."""


class Example(NamedTuple):
    """One worked example; `tolerance` is how far a number may be from the expected one."""

    id: str
    metric: str
    input: Mapping[str, Any]
    expected: Any
    tolerance: float


def cases_in(path: Path) -> list[Any]:
    """Return the examples of a file as they stand in it.

    Raises
    ------
    MalformedError
        If the file cannot be read, or is no file of examples.
    """
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise MalformedError(f"{path}: {error.strerror or error}") from error
    except (ValueError, RecursionError) as error:
        raise MalformedError(f"{path}: not JSON: {error}") from error
    cases = document.get("cases") if isinstance(document, dict) else None
    if not isinstance(cases, list):
        raise MalformedError(f"{path}: there is no list of ‘cases’")
    return cases


def example(case: Any) -> Example:
    """Return one example.

    Raises
    ------
    MalformedError
        If it is incomplete.
    """
    faults = list(_faults(case))
    if faults:
        raise MalformedError(", ".join(faults))
    # What a measure is asked for besides the input counts as given.
    given = {**case["input"], **(case.get("params") or {})}
    return Example(case["id"], case["metric"], given, case["expected"], case.get("tolerance", USUAL_TOLERANCE))


def _faults(case: Any) -> Iterator[str]:
    if not isinstance(case, dict):
        yield "it is no object"
        return
    for key in ("id", "metric"):
        if not isinstance(case.get(key), str):
            yield f"‘{key}’ is no text"
    if not isinstance(case.get("input"), dict):
        yield "‘input’ is no object"
    if not isinstance(case.get("params") or {}, dict):
        yield "‘params’ is no object"
    if "expected" not in case:
        yield "‘expected’ is missing"
    tolerance = case.get("tolerance", USUAL_TOLERANCE)
    if not isinstance(tolerance, int | float) or isinstance(tolerance, bool) or not tolerance >= 0:
        yield "‘tolerance’ is no number from 0"


def name_of(case: Any, place: int) -> tuple[str, str]:
    """Return what to call an example, malformed or not: its id, or the how manieth it is, and its metric."""
    known = case if isinstance(case, dict) else {}
    return str(known.get("id", f"number {place}")), str(known.get("metric", "no metric"))
