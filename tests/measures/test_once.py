"""What was worked out is kept, and keeps nothing."""

import gc
import weakref

from orgmodel.measures.connected import condensed
from orgmodel.measures.coupling_terms import coupling_of
from orgmodel.measures.once import once
from orgmodel.measures.sensitivity import near_the_front
from orgmodel.measures.ties import cleaned


def test_the_answer_is_worked_out_once() -> None:
    """For each first argument, and each choice of the others, however these are given."""
    asked: list[str] = []

    @once
    def answer(ties: object, word: str = "", *, other: int = 0) -> list[object]:
        asked.append(f"{word}{other}")
        return [word, other]

    one, another = cleaned("ab", ["ab"]), cleaned("ab", ["ab"])
    assert answer(one, "x", other=1) is answer(one, "x", other=1)
    assert answer(one, "x", other=2) is not answer(another, "x", other=2)
    assert ["x1", "x2", "x2"] == asked


def test_what_is_kept_keeps_nothing() -> None:
    """Ties that nobody uses any more are gone, with all that was worked out from them, without being looked for."""
    ties = cleaned("abc", ["ab", "ba", "bc"])
    condensed(ties)
    coupling = coupling_of(ties)
    near_the_front(coupling)
    left = weakref.ref(ties), weakref.ref(coupling)
    gc.disable()
    try:
        del ties, coupling
        assert [None, None] == [each() for each in left]
    finally:
        gc.enable()
