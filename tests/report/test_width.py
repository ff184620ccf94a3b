"""Columns of a terminal: how many a text takes, and how it is made safe, wrapped and cut."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgmodel.report.width import ELLIPSIS, clean, clip, clip_path, fitting, width, wrap

ANY_TEXT = st.text(st.characters(exclude_categories=()))
SPACED = st.lists(st.text(st.sampled_from("abcdé検́"), min_size=1, max_size=12), min_size=1).map(" ".join)


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("plain", 5),
        ("検索", 4),
        ("\uff21", 2),
        ("e\u0301", 1),
        ("😀", 2),
        ("a\u200db", 2),
        ("a\u00adb", 3),
        ("\u1112\u1161\u11ab", 2),
        ("a\tb", 6),
        ("\x00\x1b", 2),
        ("\u202eab", 3),
    ],
)
def test_width_of(text: str, columns: int) -> None:
    """Wide characters take two columns, combining ones none, a tab four, a control character the one of its sign."""
    assert columns == width(text)


@given(ANY_TEXT)
def test_cleaning_keeps_the_width(text: str) -> None:
    """A text is as wide before it is cleaned as after."""
    assert width(clean(text)) == width(text)


@given(ANY_TEXT)
def test_a_clean_text_does_nothing_to_a_terminal(text: str) -> None:
    """No control character, half of a pair or turn of direction is left, and cleaning again changes nothing."""
    cleaned = clean(text)
    assert [] == [c for c in cleaned if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")]
    assert not re.search("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", cleaned)
    assert cleaned == clean(cleaned)


def test_cleaning_shows_that_something_stood_there() -> None:
    """Each character that cannot be shown leaves a sign, and a tab four spaces."""
    assert "a�[31mb    c��" == clean("a\x1b[31mb\tc\u202e\n")


@given(SPACED, st.integers(1, 40))
def test_wrapping_keeps_every_word_and_the_room(text: str, room: int) -> None:
    """The lines are the text again, and only a line of one word is wider than the room."""
    lines = wrap(text, room)
    assert text == " ".join(lines)
    assert [] == [line for line in lines if width(line) > room and " " in line]


def test_a_number_stays_with_what_it_counts() -> None:
    """No line ends after a number or before a percent sign."""
    lines = wrap("dag gives (30 %) to 4 teams of 1,240 people in team-1 (limit 10)", 12)
    assert ["dag gives", "(30 %) to", "4 teams of", "1,240 people", "in team-1", "(limit 10)"] == lines


@given(SPACED, st.integers(1, 40))
def test_cut_texts_fit(text: str, room: int) -> None:
    """A text that is cut fits, says so, and is the beginning; one that fits is left alone."""
    cut = clip(text, room)
    assert width(cut) <= room
    assert cut == text if width(text) <= room else cut.endswith(ELLIPSIS) and text.startswith(cut[:-1])


@given(SPACED, st.integers(1, 40))
def test_cut_paths_fit(path: str, room: int) -> None:
    """A path that is cut fits and keeps its end."""
    cut = clip_path(path, room)
    assert width(cut) <= room
    assert path.endswith(cut.removeprefix(ELLIPSIS))


def test_a_path_is_cut_before_a_folder() -> None:
    """What is left of a path begins with a slash if it can."""
    assert "…/shop.yaml:40" == clip_path("northwind/teams/shop.yaml:40", 18)
    assert "…ping-list.yaml:40" == clip_path("northwind/shopping-list.yaml:40", 18)


@given(SPACED, st.integers(0, 40))
def test_fitting_takes_as_many_as_it_can(text: str, room: int) -> None:
    """The first characters fit, and with the next one that takes a column they would not."""
    count = fitting(text, room)
    assert width(text[:count]) <= room
    assert count == len(text) or width(text[: count + 1]) > room
