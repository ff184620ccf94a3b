"""A comparison to paste into a planning document: the same as the text, with headings, lists and tables."""

from collections.abc import Iterator, Sequence

from orgmodel.model.comparison import Compared, Comparison
from orgmodel.report.base import Style
from orgmodel.report.comparison import alternatives
from orgmodel.report.comparison.base import ComparisonReport
from orgmodel.report.comparison.blocks import Block, Group, Lines, Names, Say, Section, Table, Told
from orgmodel.report.comparison.escaping import escape
from orgmodel.report.comparison.phrases import sentence
from orgmodel.report.comparison.room import IN_SHORT, ROOMS
from orgmodel.report.comparison.verdict import alike, base, in_short, screen, title
from orgmodel.report.comparison.whole import parts


def write(compared: Compared, style: Style) -> Iterator[str]:
    """Yield the first screen, or the alternatives side by side; then, unless it is to be brief, everything."""
    several = len(compared.alternatives) != 1
    yield from _lines(_side_by_side(compared) if several else _first(compared, compared.alternatives[0]))
    if compared.remarks:
        yield from _lines(["", *(f"- {escape(f'note: {remark}')}" for remark in compared.remarks)])
    if not style.brief:
        for comparison in compared.alternatives:
            if not comparison.same:
                yield from _everything(compared, comparison, several=several)


def _lines(lines: Iterator[str] | Sequence[str]) -> Iterator[str]:
    yield "".join(f"{line.rstrip()}\n" for line in lines)


# --- one alternative


def _first(compared: Compared, comparison: Comparison) -> Iterator[str]:
    if comparison.same:
        yield escape(alike(compared, comparison))
        return
    found = title(compared, comparison)
    yield f"# {escape(f'{found.name} — {found.against}')}"
    for said in filter(None, (found.aim, found.facts)):
        yield from ("", escape(said))
    for section in screen(comparison, ROOMS[0]):
        yield from _section(section, level=2)


def _everything(compared: Compared, comparison: Comparison, *, several: bool) -> Iterator[str]:
    yield "\n---\n"
    if several:
        yield from _lines(["", *_first(compared, comparison)])
    yield "\n## In full\n"
    for part in parts(comparison):
        yield from _lines(_section(part, level=3))


def _section(section: Section, *, level: int) -> Iterator[str]:
    yield from ("", f"{'#' * level} {escape(section.label.capitalize())}", "")
    before: Block | None = None
    for block in section.blocks:
        if before is not None and isinstance(block, Table) != isinstance(before, Table):
            yield ""
        yield from _block(block)
        before = block


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Table):
        yield from _table(block)
    elif isinstance(block, Told):
        yield f"- {_finding(block)}"
    elif isinstance(block, Group):
        yield f"- {escape(block.said)}:"
        yield from (f"    - {_finding(told)}" for told in block.found)
    elif isinstance(block, Lines):
        yield f"- {escape(block.said)}:"
        yield from (f"    - {escape(line)}" for line in block.lines)
    elif isinstance(block, Names):
        yield f"- {escape(block.said)}{': ' if block.names else ':'}{escape(', '.join(block.names))}"
    else:
        yield f"- {escape(block.text)}"


def _finding(told: Told) -> str:
    where = f" ({told.place})" if told.place else ""
    todo = f" Do: {sentence(told.todo)}" if told.todo else ""
    return escape(f"{told.severity} {told.code}{where}: {sentence(told.text)}{todo}")


def _table(table: Table) -> Iterator[str]:
    yield _row(table.head)
    yield _row(["---", *("---:" for _ in table.head[1:])], raw=True)
    yield from (_row(cells) for cells in table.rows)


def _row(cells: Sequence[str], *, raw: bool = False) -> str:
    return f"| {' | '.join(cell if raw else escape(cell) for cell in cells)} |"


# --- several


def _side_by_side(compared: Compared) -> Iterator[str]:
    yield f"# {len(compared.alternatives):,} alternatives — against today and doing nothing"
    yield from ("", escape(base(compared)))
    if compared.criteria and compared.alternatives:
        yield from ("", *_table(alternatives.table(compared)), "")
        for said in (*alternatives.dominated(compared), *alternatives.unsettled(compared), alternatives.LEGEND):
            yield f"- {escape(said)}"
    for index, comparison in enumerate(compared.alternatives):
        yield from ("", f"## {escape(alternatives.numbered(compared, index))}", "")
        yield from _briefly(comparison)


def _briefly(comparison: Comparison) -> Iterator[str]:
    if comparison.same:
        yield "- says the same as today: nothing changes"
        return
    for section in in_short(comparison, IN_SHORT):
        label = f"**{escape(section.label.capitalize())}**"
        yield f"- {label} {' '.join(_said(section))}"


def _said(section: Section) -> Iterator[str]:
    for block in section.blocks:
        if isinstance(block, Say | Told):
            yield next(_block(block)).removeprefix("- ")


report = ComparisonReport(
    name="markdown",
    media_type="text/markdown",
    summary="headings, lists and tables, to paste into a planning document",
    write=write,
)
