"""The numbers of a history's rows: what they are called in each form, and which way they get better."""

from collections.abc import Callable
from typing import Final, Literal, NamedTuple

from orgmodel.model.history import Row

NOW: Final = "now"
"""What stands for the working tree where others have the id of their commit."""


class Column(NamedTuple):
    """One number of a row.

    Parameters
    ----------
    key
        Its name in JSON and CSV.
    group, head
        What stands above it in the table, in two lines.
    words
        What it is called in a sentence.
    value
        Takes it out of a row; None if it is not known.
    better
        Which way it gets better, where nobody would dispute that.
    of_step
        Whether it is about what happened since the row before, and not about the row itself.
    is_share
        Whether it is a share of one.
    """

    key: str
    group: str
    head: str
    words: str
    value: Callable[[Row], float | None]
    better: Literal["up", "down"] | None = None
    of_step: bool = False
    is_share: bool = False

    @property
    def one(self) -> str:
        """What one of it is called: ``team created``."""
        first, _, rest = self.words.partition(" ")
        return f"{first.removesuffix('s')} {rest}" if rest and first.endswith("s") else self.words


def _of_row(
    key: str,
    group: str,
    head: str,
    words: str,
    *,
    better: Literal["up", "down"] | None = None,
    is_share: bool = False,
) -> Column:
    return Column(key, group, head, words, lambda row: getattr(row, key), better, is_share=is_share)


def _of_step(key: str, group: str, head: str, words: str) -> Column:
    return Column(key, group, head, words, lambda row: len(getattr(row.step, key)) if row.step else None, of_step=True)


COLUMNS: Final = (
    _of_row("broken_files", "files", "broken", "files that cannot be read", better="down"),
    _of_row("heads", "people", "all", "people"),
    _of_row("people", "people", "named", "people by name"),
    _of_step("joined", "people", "new", "joined"),
    _of_step("left", "people", "left", "left"),
    _of_step("changed_team", "people", "moved", "changed team"),
    _of_row("teams", "teams", "all", "teams"),
    _of_step("teams_created", "teams", "new", "teams created"),
    _of_step("teams_removed", "teams", "gone", "teams removed"),
    _of_step("teams_moved", "teams", "moved", "teams moved"),
    _of_row("errors", "findings", "err", "errors", better="down"),
    _of_row("warnings", "findings", "warn", "warnings", better="down"),
    _of_row("notes", "findings", "note", "notes", better="down"),
    _of_step("new_findings", "findings", "new", "findings new"),
    _of_step("fixed_findings", "findings", "fixed", "findings fixed"),
    _of_row("mean_span", "reporting", "span", "mean span"),
    _of_row("layers", "reporting", "layers", "layers"),
    _of_row("waiting_pairs", "coupling", "waits", "pairs that wait", better="down"),
    _of_row("largest_cycle", "coupling", "circle", "largest circle", better="down"),
    _of_row("stl_coverage", "focus", "STL", "initiatives with a single-threaded leader", better="up", is_share=True),
    _of_row("two_pizza_share", "focus", "≤ 10", "teams of at most ten", better="up", is_share=True),
)


def number(column: Column, value: float | None) -> str:
    """Write a value for a person: a dash for what is not known."""
    if value is None:
        return "–"
    if column.is_share:
        return f"{value:.0%}".replace("%", " %")
    return f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"
