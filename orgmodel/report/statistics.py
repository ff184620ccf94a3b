"""A table of the rules: what each found, and how far it could look."""

from collections import Counter
from collections.abc import Iterator

from orgmodel.model.audit import Audit
from orgmodel.report.base import Style
from orgmodel.report.words import counted

_HEADINGS = ("found", "covered", "checked", "unknown", "rule")


def statistics(audit: Audit, style: Style) -> Iterator[str]:
    """Yield the lines of the table: rules that found something or do not know, and how many are left."""
    names = {finding.code: finding.name for finding in audit.findings}
    covered = Counter(finding.code for finding in audit.findings if finding.covered_by)
    found = Counter(finding.code for finding in audit.findings)
    found.subtract(covered)
    checked = {row.code: row for row in audit.coverage}
    told = sorted(code for code in {*found, *checked} if code in names or checked[code].unknown)
    yield "\n" + style.paint(_row(*_HEADINGS), "strong") + "\n"
    for code in sorted(told, key=lambda code: (-found[code], code)):
        row = checked.get(code)
        known = (f"{row.checked:,}", f"{row.unknown:,}") if row else ("–", "–")
        yield _row(f"{found[code]:,}", f"{covered[code]:,}", *known, f"{code} {names.get(code, '')}".rstrip()) + "\n"
    if quiet := len(checked.keys() - set(told)):
        yield f"{counted(quiet, 'other rule')} found nothing, and nothing was missing\n"


def _row(*cells: str) -> str:
    return "".join(f"{cell:>9}" for cell in cells[:-1]) + f"   {cells[-1]}"
