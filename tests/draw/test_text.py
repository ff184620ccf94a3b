"""Widths of texts, cutting, and what must not be written."""

import pytest

from orgmodel.draw.text import Type, clean, fit, one_line, rows, width

PLAIN = Type(10)


def test_width_is_that_of_arial() -> None:
    """A word is as wide as the advance widths of Arial add up to."""
    assert 10 * (0.722 + 0.556 + 0.556) == pytest.approx(width("Hab", PLAIN))


@pytest.mark.parametrize(
    ("text", "ems"),
    [("é", 0.556), ("e\u0301", 0.556), ("検索", 2.0), ("\u200d", 0.0), ("Ж", 0.667), ("", 0.0)],
)
def test_width_of_other_scripts(text: str, ems: float) -> None:
    """Accents take no room, east-asian characters take a whole em, and unlisted ones a usual width."""
    assert 10 * ems == pytest.approx(width(text, PLAIN))


def test_bold_is_wider() -> None:
    """Bold letters have widths of their own."""
    assert width("hello", PLAIN) < width("hello", Type(10, bold=True))


@pytest.mark.parametrize("text", ["W" * 40, "i" * 400, "検索" * 30, "e\u0301" * 90, "👩\u200d🚀" * 20, "a b " * 50])
def test_what_is_cut_fits(text: str) -> None:
    """A text that is too long ends in an ellipsis and fits into its room."""
    cut = fit(text, 80, PLAIN)
    assert cut.endswith("…")
    assert width(cut, PLAIN) <= 80


def test_an_accent_stays_with_its_letter() -> None:
    """A text is not cut between a letter and its accent, nor within a joined sign."""
    assert "a…" == fit("ae\u0301xxxx", width("ae…", PLAIN) - 0.1, PLAIN)
    assert "a…" == fit("a👩\u200d🚀xxx", width("a👩…", PLAIN) + 0.1, PLAIN)


def test_what_fits_is_not_cut() -> None:
    """A text that fits stays as it is."""
    assert "Search" == fit("Search", width("Search", PLAIN), PLAIN)


@pytest.mark.parametrize("sign", ["\0", "\x07", "\x1b", "\x7f", "\x85", "\ud800", "\uffff", "\u202e", "\u2067"])
def test_what_must_not_be_shown_becomes_a_sign(sign: str) -> None:
    """Controls, lone surrogates and marks that turn the direction of other texts are replaced."""
    assert "a�b" == clean(f"a{sign}b")


def test_one_line() -> None:
    """Line breaks of every kind become blanks."""
    assert "a b c d" == one_line("a\nb\r\n\tc\u2028d")


def test_rows_are_filled() -> None:
    """Texts stand beside each other as long as they fit."""
    assert ("aa · bb", "cc") == rows(["aa", "bb", "cc"], width("aa · bb · c", PLAIN), PLAIN)
    assert () == rows([], 100, PLAIN)
