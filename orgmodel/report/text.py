"""Every finding with the lines it stands in and what to do, for the one who mends the files."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from orgmodel.model.audit import Audit
from orgmodel.model.finding import SEVERITIES, Finding, Related
from orgmodel.model.place import Places
from orgmodel.report.base import Report, Style
from orgmodel.report.excerpt import Excerpt
from orgmodel.report.statistics import statistics
from orgmodel.report.summary import summary
from orgmodel.report.width import clean, hanging
from orgmodel.report.words import counted


class _Remembered:
    """Places that remember the lines last asked for: many findings may stand in one long line."""

    def __init__(self, places: Places) -> None:
        self.find = places.find
        self.line = lru_cache(maxsize=16)(lambda place, number: places.line(place, number))


def write(audit: Audit, style: Style) -> Iterator[str]:
    """Yield each finding by place, then what was counted and what is not known."""
    standing, covered = audit.standing, audit.covered
    shown = _gravest(standing, style.max_findings)
    places = _Remembered(audit.places)
    for finding in shown:
        lines = _finding(finding, covered.get(finding.fingerprint, ()), places, style)
        yield "".join(f"{line}\n" for line in (*lines, ""))
    if left := len(standing) - len(shown):
        yield f"{counted(left, 'more finding')} not shown, none graver than these\n\n"
    yield "".join(f"{line}\n" for line in summary(audit, style))
    if style.statistics:
        yield from statistics(audit, style)


def _gravest(findings: Sequence[Finding], most: int | None) -> Sequence[Finding]:
    """Return as many of the findings as wanted, the gravest, in the order in which they came."""
    if most is None or most >= len(findings):
        return findings
    graver = sorted(range(len(findings)), key=lambda number: SEVERITIES.index(findings[number].severity))
    return [findings[number] for number in sorted(graver[:most])]


def _finding(finding: Finding, covered: Sequence[Finding], places: Places, style: Style) -> Iterator[str]:
    yield from _headline(finding, style)
    excerpt = Excerpt(finding)
    indent = " " * (excerpt.margin + 2)
    bar = style.paint(f"{indent}|", "frame")
    shown = list(excerpt.lines(places, style))
    yield from shown
    if len(shown) > 1:
        yield bar
    for name, text in _remarks(finding, excerpt.left_out, covered):
        first = f"{indent}= {name}: " if name else f"{indent}= "
        looks = style.paint(f"{indent}=", "frame") + style.paint(first[len(indent) + 1 :], "strong")
        yield from _behind(first, looks, clean(text), style)


def _behind(first: str, looks: str, text: str, style: Style) -> Iterator[str]:
    """Yield a text wrapped behind its beginning, and what that beginning looks like."""
    for line in hanging(text, style.width, first=first, rest=" " * len(first)):
        yield looks + line.removeprefix(first) if line.startswith(first) else line


def _headline(finding: Finding, style: Style) -> Iterator[str]:
    first = f"{finding.severity}[{finding.code}] "
    for number, line in enumerate(hanging(clean(finding.message), style.width, first=first, rest=" " * len(first))):
        start = " " * len(first) if number else style.paint(first.rstrip(), finding.severity) + " "
        yield start + style.paint(line[len(first) :], "strong")


def _remarks(finding: Finding, left_out: int, covered: Sequence[Finding]) -> Iterator[tuple[str, str]]:
    """Yield what stands below the excerpts, with the word before each remark."""
    yield from (("", note) for note in finding.note)
    yield from (("", _placeless(related)) for related in finding.related if related.place is None)
    if left_out:
        yield "", counted(left_out, "more place")
    if finding.help:
        yield "do", finding.help
    yield "see", f"orgmodel explain {finding.code}"
    if covered:
        yield "covers", ", ".join(sorted({each.code for each in covered}))


def _placeless(related: Related) -> str:
    subject = related.subject
    return f"{subject.kind} {subject.id}: {related.message}" if subject else related.message


report = Report(
    name="text",
    media_type="text/plain",
    summary="source lines, labels and what to do, for the one who mends the files",
    write=write,
)
