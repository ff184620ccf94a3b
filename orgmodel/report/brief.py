"""One screen for the one who decides: what to act on, what ends by itself, what is mandated, what cannot be said."""

from collections.abc import Iterator, Sequence
from typing import Final

from orgmodel.model.audit import Audit, Census
from orgmodel.report.actions import Actions
from orgmodel.report.base import Report, Style
from orgmodel.report.columns import named, shortened
from orgmodel.report.gaps import FILES, Gap, gaps
from orgmodel.report.priorities import in_files_only
from orgmodel.report.statistics import statistics
from orgmodel.report.width import clean, hanging, wrap
from orgmodel.report.words import counted, day, first_few, people, topics

SCREEN: Final = 40
"""The most lines of the screen. Whatever is to be said is folded until it fits."""

_CLOSENESS: Final = (3, 2, 1)
"""How many lines each part of the foot may have: the first number with which all fits on the screen."""

_LABEL: Final = 24
_LEAST: Final = 20
_MOST_CODES: Final = 4


def write(audit: Audit, style: Style) -> Iterator[str]:
    """Yield the screen."""
    yield "".join(f"{line.rstrip()}\n" for line in _screen(audit, style))
    if style.statistics:
        yield from statistics(audit, style)


def _screen(audit: Audit, style: Style) -> list[str]:
    head = [*_header(audit, style), ""]
    actions = Actions(audit, style)
    for closeness in _CLOSENESS:
        foot = ["", *_footer(audit, style, closeness)]
        if len(head) + actions.whole + len(foot) <= SCREEN:
            break
    room = SCREEN - len(head) - len(foot)
    return [*head, *(actions.within(room) if actions else _nothing(audit, style)), *foot]


def _header(audit: Audit, style: Style) -> Iterator[str]:
    census = audit.census
    name = clean(census.name or "Organisation without a name")
    date = day(audit.today)
    if census.as_of and census.as_of != audit.today:
        date += f", described as of {day(census.as_of)}"
    text = shortened(f"{name} · {date} · {_described(census)}", style.width)
    first, *rest = wrap(text, style.width)
    yield first.replace(name, style.paint(name, "strong"), 1)
    yield from rest


def _described(census: Census) -> str:
    teams = counted(census.teams - census.councils, "team")
    councils = f" and {counted(census.councils, 'council')}" if census.councils else ""
    under_way = f"{counted(census.active_initiatives, 'initiative')} under way"
    parts = [people(census), teams + councils, under_way if census.initiatives else ""]
    return ", ".join(filter(None, [*parts, counted(census.components, "component") if census.components else ""]))


def _nothing(audit: Audit, style: Style) -> Iterator[str]:
    checked = sum(row.checked for row in audit.coverage if not row.code.startswith(FILES))
    answers = f"{counted(checked, 'check')} without an error or a warning" if checked else "nothing could be checked"
    yield from _section("NOTHING TO ACT ON", answers, style)


def _footer(audit: Audit, style: Style, closeness: int) -> Iterator[str]:
    yield from _phrases("KNOWN, ENDS BY ITSELF", audit.ends_by_itself, style, closeness)
    yield from _phrases("MANDATED, NOT COUNTED", audit.mandated, style, closeness)
    yield from _unsaid(gaps(audit), style, closeness)
    yield from hanging(_small(audit), style.width, first="", rest="")


def _phrases(label: str, phrases: Sequence[str], style: Style, most: int) -> Iterator[str]:
    """Yield as many phrases as fit into so many lines, and how many more there are."""
    if phrases:
        lines = named([clean(phrase) for phrase in phrases], _room(style), lines=most, between=" · ", last=" · ")
        yield from _beside(label, lines, style)


def _section(label: str, text: str, style: Style) -> Iterator[str]:
    yield from _beside(label, wrap(shortened(text, _room(style)), _room(style)), style)


def _room(style: Style) -> int:
    return max(style.width - _LABEL, _LEAST)


def _beside(label: str, lines: Sequence[str], style: Style) -> Iterator[str]:
    for number, line in enumerate(lines):
        yield (" " * _LABEL if number else style.paint(f"{label:<{_LABEL}}", "strong")) + line


def _unsaid(found: Sequence[Gap], style: Style, most: int) -> Iterator[str]:
    """Yield what cannot be said: each thing on a line of its own, or where there is little room one after the other."""
    if most == 1 and found:
        yield from _phrases("CANNOT SAY", [_gap(gap) for gap in found], style, most + 1)
        return
    for number, text in enumerate(first_few(map(_gap, found), most + 1, more="things")):
        yield from _section("" if number else "CANNOT SAY", text, style)


def _gap(gap: Gap) -> str:
    missing, codes = clean(gap.missing), sorted(gap.codes)
    if gap.in_files:
        return f"what stands in {missing} ({counted(gap.entities, 'reference')} to it)"
    stated = "not stated at all" if gap.entirely else f"not stated for {gap.entities:,}"
    rules = ", ".join(codes) if len(codes) <= _MOST_CODES else counted(len(codes), "rule")
    return f"{topics(codes)} ({rules}): {missing} {stated}"


def _small(audit: Audit) -> str:
    """Count what is not worth a leader's line, and say how to see it."""
    standing = audit.standing
    files = sum(map(in_files_only, standing))
    small = sum(finding.severity == "info" and not in_files_only(finding) for finding in standing)
    said = f"{counted(small, 'small finding')}, {files:,} in the files"
    return f"{said} (orgmodel audit --select F lists them)." if files else f"{said}."


report = Report(
    name="brief",
    media_type="text/plain",
    summary="one screen of what to act on, for the one who decides",
    write=write,
)
