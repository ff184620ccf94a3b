"""What rules and measures say of the change."""

from collections.abc import Iterator

from orgmodel.model.comparison import Comparison, MeasureChange
from orgmodel.model.finding import SEVERITIES, Finding
from orgmodel.report.comparison import entries
from orgmodel.report.comparison.blocks import Block, Group, Say, Section, Table
from orgmodel.report.comparison.parts.listing import lines, section
from orgmodel.report.comparison.phrases import known, shift, signed
from orgmodel.report.comparison.screen.faults import told
from orgmodel.report.words import counted


def findings(comparison: Comparison) -> Section | None:
    """Return what is wrong with the plan, what rules say of the change, and how the audits before and after differ."""
    found = comparison.findings
    return section(
        "Findings",
        (
            *_about("About the plan", comparison.plan_findings),
            *_about("About the change", comparison.change_findings),
            *_about("New", found.new),
            *lines("Worse", found.worse, entries.worsened),
            *lines("Better", found.better, entries.worsened),
            *lines("Mended", found.fixed, entries.finding),
            *_counts(comparison),
        ),
    )


def _about(said: str, found: tuple[Finding, ...]) -> Iterator[Block]:
    if found:
        yield Group(f"{said} ({len(found):,})", tuple(map(told, found)))


def _counts(comparison: Comparison) -> Iterator[Block]:
    found = comparison.findings
    told = [
        f"{severity} {shift(*found.by_severity[severity])}" for severity in SEVERITIES if severity in found.by_severity
    ]
    if told:
        yield Say(f"By severity: {', '.join(told)}.")
    if found.unchanged:
        yield Say(f"{counted(found.unchanged, 'finding')} unchanged.")


def measures(comparison: Comparison) -> Section | None:
    """Return the measures before and after."""
    of_the_change = [each for each in comparison.measures if each.of_the_change]
    of_both = [each for each in comparison.measures if not each.of_the_change]
    head = ("measure", "before → after", "difference", "", "unit")
    missing = [each for each in comparison.measures if each.reason]
    tables = (
        *((Table(head, tuple(map(_row, of_both))),) if of_both else ()),
        *(
            (Table(("measure of the change itself", "value", "unit"), tuple(map(_of_the_change, of_the_change))),)
            if of_the_change
            else ()
        ),
    )
    return section("Measures", (*tables, *lines("Without a value", missing, _without_value)))


def _of_the_change(each: MeasureChange) -> tuple[str, ...]:
    return each.id, known(each.after), each.unit


def _row(each: MeasureChange) -> tuple[str, ...]:
    difference = "?" if each.difference is None else signed(each.difference)
    return (each.id, shift(each.before, each.after), difference, direction(each), each.unit)


def direction(each: MeasureChange) -> str:
    """Say whether a measure is better or worse; nothing where neither is better, or it is the same."""
    if not each.difference or each.better is None:
        return ""
    return "better" if (each.difference > 0) == (each.better == "up") else "worse"


def _without_value(each: MeasureChange) -> str:
    values = known(each.after) if each.of_the_change else shift(each.before, each.after)
    return f"{each.id} ({values}): {each.reason}"
