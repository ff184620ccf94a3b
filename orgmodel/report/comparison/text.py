"""A comparison to read in a terminal: one screen for the one who decides, then everything with every name."""

from collections.abc import Iterator, Sequence

from orgmodel.model.comparison import Compared, Comparison
from orgmodel.report.base import Style
from orgmodel.report.comparison import alternatives
from orgmodel.report.comparison.base import ComparisonReport
from orgmodel.report.comparison.blocks import Section, Table
from orgmodel.report.comparison.grid import aligned, chunks, in_sentences
from orgmodel.report.comparison.layout import headed, labelled, paragraph, rule, strong
from orgmodel.report.comparison.room import IN_SHORT, ROOMS, screenful
from orgmodel.report.comparison.verdict import alike, base, in_short, screen, title
from orgmodel.report.comparison.whole import parts
from orgmodel.report.width import width


def write(compared: Compared, style: Style) -> Iterator[str]:
    """Yield the first screen, or the alternatives side by side; then, unless it is to be brief, everything."""
    if len(compared.alternatives) == 1:
        yield from _lines([*_first(compared, compared.alternatives[0], style), *_remarks(compared, style)])
    else:
        yield from _lines([*_side_by_side(compared, style), *_remarks(compared, style)])
    if not style.brief:
        for comparison in compared.alternatives:
            if not comparison.same:
                yield from _everything(compared, comparison, style)


def _lines(lines: Sequence[str]) -> Iterator[str]:
    yield "".join(f"{line.rstrip()}\n" for line in lines)


# --- one alternative


def _first(compared: Compared, comparison: Comparison, style: Style) -> list[str]:
    """Return the screen, told as closely as it can be without being longer than a screen."""
    if comparison.same:
        return list(strong(alike(compared, comparison), style))
    head = [*_title(compared, comparison, style), ""]
    for room in ROOMS:
        body = list(_sections(screen(comparison, room), style, room.lines))
        if len(head) + len(body) <= screenful(style.width):
            break
    return [*head, *body]


def _title(compared: Compared, comparison: Comparison, style: Style) -> Iterator[str]:
    found = title(compared, comparison)
    yield from strong(f"{found.name} — {found.against}", style)
    for said in filter(None, (found.aim, found.facts)):
        yield from paragraph(said, style.width, lines=2)


def _sections(sections: Sequence[Section], style: Style, lines: int) -> Iterator[str]:
    for section in sections:
        yield from labelled(section, style, lines)


def _everything(compared: Compared, comparison: Comparison, style: Style) -> Iterator[str]:
    """Yield what stands behind the screen; where there are several alternatives, the screen of this one before it."""
    yield f"\n{rule(style)}\n"
    if len(compared.alternatives) > 1:
        yield from _lines(["", *_first(compared, comparison, style)])
    for part in parts(comparison):
        yield from _lines(["", *headed(part, style)])


def _remarks(compared: Compared, style: Style) -> Iterator[str]:
    yield from ("",) if compared.remarks else ()
    for remark in compared.remarks:
        yield from paragraph(f"note: {remark}", style.width)


# --- several


def _side_by_side(compared: Compared, style: Style) -> Iterator[str]:
    number = len(compared.alternatives)
    yield from strong(f"{number:,} alternatives — against today and doing nothing", style)
    yield from paragraph(base(compared), style.width, lines=2)
    yield ""
    if compared.criteria and number:
        yield from _table(compared, style)
        for said in (*alternatives.dominated(compared), *alternatives.unsettled(compared), alternatives.LEGEND):
            yield from paragraph(said, style.width)
    for index, comparison in enumerate(compared.alternatives):
        yield ""
        yield from strong(alternatives.numbered(compared, index), style)
        yield from _briefly(comparison, style)


def _table(compared: Compared, style: Style) -> Iterator[str]:
    table = next(filter(lambda table: aligned(table, style.width, indent=""), _tables(compared)), None)
    for number, part in enumerate([table] if table else chunks(alternatives.table(compared), style.width)):
        yield from ("",) if number else ()
        head, *rows = aligned(part, style.width, indent="") or in_sentences(part)
        yield style.paint(head, "strong") if width(head) <= style.width else head
        yield from rows
    yield ""


def _tables(compared: Compared) -> Iterator[Table]:
    """Yield the table with names at the heads of its columns, then with less and less of them."""
    return (alternatives.table(compared, head) for head in alternatives.HEADS)


def _briefly(comparison: Comparison, style: Style) -> Iterator[str]:
    if comparison.same:
        yield "  says the same as today: nothing changes"
        return
    yield from _sections(in_short(comparison, IN_SHORT), style, IN_SHORT.lines)


report = ComparisonReport(
    name="text",
    media_type="text/plain",
    summary="one screen for the one who decides, then everything with every name",
    write=write,
)
