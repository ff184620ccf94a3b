"""JUnit's XML: a test suite with a case for each rule, for build servers that show tests."""

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from orgmodel.model.audit import Audit
from orgmodel.model.finding import Coverage, Finding
from orgmodel.report.base import Report, Style
from orgmodel.report.concise import line
from orgmodel.report.width import clean


def write(audit: Audit, style: Style) -> Iterator[str]:
    """Yield the document: a rule passes that has nothing to report, and is skipped if it could look at nothing."""
    found: dict[str, list[Finding]] = {row.code: [] for row in audit.coverage}
    for finding in audit.standing:
        found.setdefault(finding.code, []).append(finding)
    rows = {row.code: row for row in audit.coverage}
    failing = sum(bool(each) for each in found.values())
    skipped = sum(_saw_nothing(rows.get(code)) and not each for code, each in found.items())
    counts = f'tests="{len(found)}" failures="{failing}" errors="0" skipped="{skipped}"'
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="orgmodel" {counts}>\n'
    yield f'  <testsuite name="orgmodel audit" {counts} time="0">\n'
    for code, findings in sorted(found.items()):
        yield _case(code, findings, rows.get(code), audit)
    yield "  </testsuite>\n</testsuites>\n"


def _saw_nothing(row: Coverage | None) -> bool:
    return row is not None and not row.checked and bool(row.unknown)


def _case(code: str, findings: list[Finding], row: Coverage | None, audit: Audit) -> str:
    name = audit.rules[code].name if code in audit.rules else "".join(each.name for each in findings[:1])
    opening = f'    <testcase classname="orgmodel.{code[0]}" name={quoteattr(f"{code} {name}".strip())} time="0"'
    if findings:
        worst = findings[0] if len(findings) == 1 else None
        message = clean(worst.message) if worst else f"{len(findings)} findings"
        kind = min((each.severity for each in findings), key=("error", "warning", "info").index)
        text = "\n".join(line(each, Style()) for each in findings)
        failure = f"<failure message={quoteattr(message)} type={quoteattr(kind)}>{escape(text)}</failure>"
        return f"{opening}>{failure}</testcase>\n"
    if row is not None and _saw_nothing(row):
        missing = ", ".join(clean(what) for what, _ in row.missing)
        return f"{opening}><skipped message={quoteattr(f'not stated: {missing}')}/></testcase>\n"
    return f"{opening}/>\n"


report = Report(
    name="junit",
    media_type="application/xml",
    summary="JUnit's XML, a case for each rule, for build servers",
    write=write,
)
