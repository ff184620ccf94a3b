"""Tables in a terminal: arrows and numbers stand below each other, or the table is told otherwise."""

import pytest

from orgmodel.report.comparison.blocks import Table
from orgmodel.report.comparison.grid import aligned, chunks, in_sentences

TABLE = Table(("", "people", "teams", "unit"), (("ana", "9 → 12", "1", "a"), ("bo", "102 → 8", "10", "long")))


def test_arrows_and_numbers_stand_below_each_other() -> None:
    """Numbers are flush at the arrow or at the right, words at the left."""
    assert [
        "       people    teams  unit",
        "  ana    9 → 12      1  a",
        "  bo   102 → 8      10  long",
    ] == aligned(TABLE, 80)


def test_a_table_that_is_too_wide_is_none() -> None:
    """One column less than it needs, and it is not drawn."""
    assert aligned(TABLE, 28) is not None
    assert aligned(TABLE, 26) is None


def test_sentences_say_what_differs() -> None:
    """In sentences only the cells with an arrow are told; all where there is none."""
    assert ["ana: people 9 → 12", "bo: people 102 → 8"] == list(in_sentences(TABLE))
    assert ["x: a 1, b 2"] == list(in_sentences(Table(("", "a", "b"), (("x", "1", "2"),))))


@pytest.mark.parametrize("room", range(24, 70))
def test_chunks_repeat_the_first_columns(room: int) -> None:
    """Each piece fits, has the names and the first number, and every other column stands in one of them."""
    table = Table(("", "today", *(f"({n})" for n in range(9))), (("waits", "1", *(str(n) for n in range(9))),))
    pieces = list(chunks(table, room))
    assert {("", "today")} == {piece.head[:2] for piece in pieces}
    assert list(table.head[2:]) == [head for piece in pieces for head in piece.head[2:]]
    assert all(len(line) <= room for piece in pieces for line in aligned(piece, room, indent="") or ["x" * 99])
