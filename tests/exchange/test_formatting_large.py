"""Large files are formatted without parsing all of them, and come out the same."""

import random
from collections.abc import Iterator

import pytest

from orgmodel.exchange.formatting import UnformattableError, formatted, formatter
from orgmodel.exchange.formatting.evident import collapsed
from tests.bench import organisations

STRANGE = [
    "# a comment",
    "  # orgmodel: waive T001 because of it",
    "    # inside",
    "",
    '  odd: "begins here',
    'ends: here"',
    "  text: |",
    "      more",
    "  'quoted': {}",
    "  braces: {a: [",
    "  ]}",
    "    name: twice",
    "  null: {}",
    "  no: {lead: 007}",
    "  - item",
    "- {from: a, to: b}",
    "x-own:",
    "teams:",
    "changes:",
    "---",
]


def odd(chance: random.Random, *, strange: float) -> str:
    """Return an organisation whose fields come in any order, with strange lines here and there."""
    document = organisations.organisation(40, seed=chance.randrange(1000))
    return "".join(f"{line}\n" for line in _lines(organisations.text(document).splitlines(), chance, strange))


def _lines(lines: list[str], chance: random.Random, strange: float) -> Iterator[str]:
    fields: list[str] = []
    for line in [*lines, ""]:
        if line.startswith("    "):
            fields.append(line)
            continue
        chance.shuffle(fields)
        yield from fields
        fields = []
        if chance.random() < strange:
            yield chance.choice(STRANGE)
        yield line


def result(text: str) -> str:
    """Format a text; or return why it has to stay as it is."""
    try:
        return formatted(text)
    except UnformattableError as error:
        return f"{error.line}: {error.reason}"


@pytest.mark.parametrize("strange", [0.0, 0.02])
def test_it_comes_out_the_same(monkeypatch: pytest.MonkeyPatch, strange: float) -> None:
    """Lines that do not speak for themselves change neither the result nor the reason to leave a file as it is."""
    texts = [odd(random.Random(seed), strange=strange) for seed in range(10)]
    expected = [result(text) for text in texts]
    monkeypatch.setattr(formatter, "LARGE", 0)
    assert expected == [result(text) for text in texts]
    assert [text for text in expected if "\n" in text] == [result(text) for text in expected if "\n" in text]


def test_most_of_a_large_file_is_not_parsed() -> None:
    """What speaks for itself is taken out, however long the file is."""
    text = organisations.text(organisations.organisation(400))
    assert len(text) / 4 > len(collapsed(text).text)


@pytest.mark.parametrize(
    "line",
    [
        "  a: {name: 007}",
        "  a: {name: x, name: z}",
        "  007: {}",
        "  a: {name: yes}",
        "  a: {name: x} # beside",
        "  a: {name: 'x'}",
        f"  a: {{name: {'x' * 120}}}",
        "  a: {lead: ~}",
        "  a: {name:  x}",
    ],
)
def test_what_does_not_speak_for_itself_is_not_taken_out(line: str) -> None:
    """It is parsed as in every other file."""
    text = f"teams:\n  b: {{name: B}}\n{line}\n  c: {{name: C}}\n"
    assert line in collapsed(text).text
    assert "name: C" not in collapsed(text).text


@pytest.mark.parametrize(
    "text",
    [
        'teams:\n  z: {purpose: "it says\n  a: {lead: tom}\n  and more"}\n',
        "teams: |\n  a: {lead: tom}\n",
        "teams:\n  a:\n    name: A\n    # inside a\n  b: {}\n",
        "teams:\n  a:\n    name: A\n      and more\n  b: {}\n",
        "teams: {\n  a: {lead: tom},\n  b: {lead: tom}\n  }\n",
        "teams:\n  # orgmodel: waive T001 because of a\n  a: {lead: tom, name: A}\n",
        "teams:\n  - a\ndependencies:\n- {to: b, from: a}\n- {from: b, to: a}\n",
        "x-own:\n  teams:\n    a: {lead: tom, name: A}\n",
    ],
)
def test_doubts_are_cleared_by_parsing(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Lines that only look like entities, or of which more follows, come out as in a small file."""
    expected = formatted(text)
    monkeypatch.setattr(formatter, "LARGE", 0)
    assert expected == formatted(text)
