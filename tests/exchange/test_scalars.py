"""Values are quoted exactly when some YAML tool would read them as something else."""

import datetime

import pytest
import yaml

from orgmodel.exchange.scalars import scalar

PLAIN = """
    payments|Ana Moreau|it's fine|50%|a:b|http://x.org/y?z=1#top|C++|R&D|Smith, John|a "word"|1.2.3|v1.10|2nd floor
    12th|3-D|O'Neil & Sons|e10|0xyz|1e|12:3x|2024-W05|2024-01|nobody|yesterday|nullable|-x|--flag|a - b|x=y
    größe|日本|عمر|🚀 launch|é|0b|a#b|a,b|a}b|Not|offside|~x|..|tel +49 30|1 000|2024-01-05 notes
"""
QUOTED = """
    NO|no|No|yes|y|N|on|Off|TRUE|false|null|Null|~|=|<<|012|0o17|0x1F|0b11|1_000|1,000|1234|+1|-7|1.10|.5|5.|1e3|6.02e+23
    .inf|-.INF|.nan|12:30|00:30|1:30:00|190:20:30.15|2024-13-05|2024-1-5|2024-01-05|2024-01-05T10:00:00Z|089|1__0
    2024-01-05 10:00:00|2001-12-14 21:59:43.10 -5|@ana|#search|a: b|a:|a #b|&x|*x|!x|%x|`x`|'x'|"x"|{a}|[a]|, a|> a|
    - a|-|?|? a|: a|:x|---|--- a|...|]|}
"""


def words(text: str) -> list[str]:
    """Return the words between bars."""
    return [word for line in text.strip().splitlines() for word in line.strip().split("|") if word]


@pytest.mark.parametrize("text", words(PLAIN))
def test_text_that_needs_no_quotes(text: str) -> None:
    """A text that every tool reads as itself is written as it is."""
    assert text == scalar(text)


@pytest.mark.parametrize("text", [*words(QUOTED), "", " a", "a ", "a\tb", "a\nb", "\ufeff", "a\u2028b", "\x07"])
def test_text_that_needs_quotes(text: str) -> None:
    """A text that some tool reads as a number, a date, nothing or syntax is written in quotes."""
    written = scalar(text)
    assert written[0] + written[-1] in ('""', "''")
    assert text == yaml.safe_load(written)


@pytest.mark.parametrize("text", ["a,b", "a[1]", "{x", "what?", "a}b"])
def test_brackets_inside_brackets(text: str) -> None:
    """Between brackets a text with commas, brackets or a question mark needs quotes, elsewhere it does not always."""
    assert [text] == yaml.safe_load(f"[{scalar(text, flow=True)}]")
    assert f'"{text}"' == scalar(text, flow=True)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("NO", '"NO"'),
        ('"NO"', "'\"NO\"'"),
        ("@it's \\", "'@it''s \\'"),
        ("#tab\there", '"#tab\\there"'),
        ('two\n"lines"\\', '"two\\n\\"lines\\"\\\\"'),
        ("bell\x07 nel\x85 ls\u2028", '"bell\\x07 nel\\x85 ls\\u2028"'),
    ],
)
def test_kind_of_quotes(text: str, written: str) -> None:
    """Double quotes are usual, single ones where they save escapes, and what cannot be seen is escaped."""
    assert written == scalar(text)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (True, "true"),
        (False, "false"),
        (None, "~"),
        (5, "5"),
        (0.5, "0.5"),
        (1e-7, "1.0e-07"),
        (1.5e300, "1.5e+300"),
        (float("inf"), ".inf"),
        (float("-inf"), "-.inf"),
        (datetime.date(2024, 1, 5), "2024-01-05"),
    ],
)
def test_values_that_are_no_texts(value: object, written: str) -> None:
    """Numbers, dates and true or false are written so that they are read as such."""
    assert written == scalar(value)
    assert value == yaml.safe_load(written)


def test_no_number() -> None:
    """What is no number is written in YAML's own word for it."""
    assert ".nan" == scalar(float("nan"))


def test_value_that_no_file_can_hold() -> None:
    """A value of a type that YAML has no plain word for is refused."""
    with pytest.raises(TypeError, match="cannot hold a set"):
        scalar({1})
