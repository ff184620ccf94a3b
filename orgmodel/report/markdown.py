"""A short summary in Markdown, for the summary of a job or a comment on a pull request."""

from collections.abc import Iterator, Sequence
from typing import Final

from orgmodel.model.audit import Audit
from orgmodel.model.finding import SEVERITIES, Finding
from orgmodel.report.base import Report, Style
from orgmodel.report.summary import summary
from orgmodel.report.width import clean
from orgmodel.report.words import counted

WORST: Final = 3
MOST_RULES: Final = 12
_SIGNS: Final = {ord(sign): f"\\{sign}" for sign in "\\`*_[]<>|#~"}
_NOUNS: Final = {"error": "errors", "warning": "warnings", "info": "notes"}


def write(audit: Audit, style: Style) -> Iterator[str]:
    """Yield the heading, the worst findings with links to their lines, a table by rule, and what was counted."""
    yield f"## {_text(audit.census.name or 'Organisation')}: {_verdict(audit)}\n"
    worst = _worst(audit)
    if worst:
        yield "\n"
        yield from (f"{number}. {_item(finding)}\n" for number, finding in enumerate(worst, start=1))
        yield "\n"
        yield from _table(audit)
    yield from (f"\n{_text(line.strip())}\n" for line in summary(audit, Style(width=10_000)))


def _verdict(audit: Audit) -> str:
    counts = [(audit.count(severity), _NOUNS[severity]) for severity in SEVERITIES]
    said = [counted(number, noun[:-1]) for number, noun in counts if number]
    return ", ".join(said) or "nothing found"


def _worst(audit: Audit) -> Sequence[Finding]:
    def order(finding: Finding) -> tuple[int, float]:
        return SEVERITIES.index(finding.severity), -audit.weights.get(finding.code, 0)

    return sorted(audit.standing, key=order)[:WORST]


def _item(finding: Finding) -> str:
    help = f" — {_text(finding.help)}" if finding.help else ""
    return f"**{_text(finding.message)}** ({_link(finding)}{finding.code}){help}"


def _link(finding: Finding) -> str:
    if finding.place is None:
        return ""
    path = finding.place.path
    address = path.replace("%", "%25").replace(" ", "%20").replace("(", "%28").replace(")", "%29").replace(">", "%3E")
    return f"[{_text(path)}:{finding.place.line}]({address}#L{finding.place.line}), "


def _table(audit: Audit) -> Iterator[str]:
    rows: dict[tuple[str, str], list[Finding]] = {}
    for finding in audit.standing:
        rows.setdefault((finding.code, finding.name), []).append(finding)
    yield "| rule | findings | gravest | where |\n|---|--:|---|---|\n"
    ranked = sorted(rows.items(), key=lambda row: (_rank(row[1]), -audit.weights.get(row[0][0], 0), row[0]))
    for (code, name), found in ranked[:MOST_RULES]:
        subjects = ", ".join(_text(finding.subject.id) for finding in found[:3])
        more = f" and {len(found) - 3} more" if len(found) > 3 else ""
        yield f"| {code} {name} | {len(found)} | {SEVERITIES[_rank(found)]} | {subjects}{more} |\n"
    rest = ranked[MOST_RULES:]
    if rest:
        yield f"| {counted(len(rest), 'more rule')} | {sum(len(found) for _, found in rest)} | | |\n"


def _rank(findings: Sequence[Finding]) -> int:
    return min(SEVERITIES.index(finding.severity) for finding in findings)


def _text(text: str) -> str:
    return clean(text).translate(_SIGNS)


report = Report(
    name="markdown",
    media_type="text/markdown",
    summary="short, for the summary of a job or a comment on a pull request",
    write=write,
)
