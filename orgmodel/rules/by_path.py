"""Settings of single files: rules that do not count there, and severities."""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from orgmodel.model.configuration import PathSettings
from orgmodel.model.finding import SEVERITIES, Finding


def settled(findings: Iterable[Finding], paths: Sequence[PathSettings]) -> Iterator[Finding]:
    """Yield the findings that count where they stand, as grave as they are there; of several patterns the first.

    Findings without a place stand nowhere, and count as they are.
    """
    if not paths:
        yield from findings
        return
    of_file = cache(lambda path: tuple(each for each in paths if _matches(path, each)))
    for finding in findings:
        settings = of_file(finding.place.path) if finding.place else ()
        if not any(finding.code in each.ignore.value for each in settings):  # type: ignore[operator]  # codes by now
            yield _graded(finding, settings)


def _graded(finding: Finding, settings: Iterable[PathSettings]) -> Finding:
    stated = next((each.severity[finding.code].value for each in settings if finding.code in each.severity), None)
    severity = next((each for each in SEVERITIES if each == stated), finding.severity)
    return finding if severity == finding.severity else finding._replace(severity=severity)


def _matches(path: str, settings: PathSettings) -> bool:
    inside = os.path.relpath(os.path.abspath(path), settings.folder).replace(os.sep, "/")
    return _pattern(settings.match)(inside) is not None


@cache
def _pattern(glob: str) -> Callable[[str], re.Match[str] | None]:
    """Read a pattern of paths: `*` and `?` stay within a folder, `**` does not; a folder means all that is in it."""
    text = glob.removeprefix("./")
    text += "**" if text.endswith("/") else ""
    signs = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    parts = (signs.get(part, re.escape(part)) for part in re.split(r"(\*\*/|\*\*|\*|\?)", text))
    return re.compile("".join(parts)).fullmatch
