"""Files are formatted without parsing all of them, and come out the same."""

import random
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.exchange.formatting import UnformattableError, formatted
from orgmodel.exchange.formatting.evident import collapsed
from orgmodel.exchange.formatting.formatter import lines_alone
from tests.bench import organisations
from tests.exchange.formatting_support import formatted_as_a_whole

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


def rest(text: str) -> str:
    """Return what has to be parsed of a text."""
    return collapsed(text, lines_alone).text


def result(text: str, format: Callable[[str], str]) -> str:
    """Format a text; or return why it has to stay as it is."""
    try:
        return format(text)
    except UnformattableError as error:
        return f"{error.line}: {error.reason}"


@pytest.mark.parametrize("strange", [0.0, 0.02])
def test_it_comes_out_the_same(strange: float) -> None:
    """Lines that do not speak for themselves change neither the result nor the reason to leave a file as it is."""
    for seed in range(10):
        text = odd(random.Random(seed), strange=strange)
        assert result(text, formatted_as_a_whole) == result(text, formatted)


WORDS = st.sampled_from(["ana", "R&D", "7", "2.50", "2027-01-31", "No", "No one", "007", "50%", "it's", "x" * 30, "~"])
NAMES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)


def _brackets(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    fields = st.dictionaries(st.sampled_from("azb"), inner)
    return st.lists(inner, max_size=9).map(lambda items: f"[{', '.join(items)}]") | fields.map(
        lambda fields: f"{{{', '.join(f'{key}: {value}' for key, value in fields.items())}}}"
    )


FLOWS = st.recursive(NAMES, _brackets, max_leaves=9)
LISTS = st.lists(FLOWS, min_size=1, max_size=20).map(lambda items: "".join(f"\n    - {item}" for item in items))
TEXTS = st.lists(NAMES, min_size=2, max_size=9).map(", ".join) | st.lists(NAMES, min_size=2).map("\n      ".join)
KEYS = st.sampled_from(["x-own", "purpose", "members", "name", "lead"])
FIELDS = st.dictionaries(KEYS, FLOWS | LISTS | TEXTS, min_size=1)
TEAM = FIELDS.map(lambda fields: "\n".join(f"    {key}: {value}" for key, value in fields.items()))


@settings(max_examples=50)
@given(st.lists(TEAM, min_size=1, max_size=3))
def test_so_it_does_however_long_values_are(teams: list[str]) -> None:
    """Lists, mappings and texts are broken where they are too long, and joined where they are not."""
    text = "\n".join(["teams:", *(f"  t{number}:\n{team}" for number, team in enumerate(teams)), ""])
    assert result(text, formatted_as_a_whole) == result(text, formatted)


def test_most_of_a_large_file_is_not_parsed() -> None:
    """What speaks for itself is taken out, however long the file is."""
    text = organisations.text(organisations.organisation(400))
    assert len(text) / 4 > len(rest(text))


@pytest.mark.parametrize(
    "line",
    [
        "  a: {name: 007}",
        "  a: {name: x, name: z}",
        "  a: { x, x}",
        "  a: {name: \ue001}",
        "  007: {}",
        "  a: {name: yes}",
        "  a: {name: x} # beside",
        "  a: {name: 'x'}",
        f"  a: {{name: {'x' * 120}}}",
        "  a: {lead: ~}",
        "  a: &a {name: x}",
        "  a: {name: x\n",
        "  a:\n    # inside",
        "  a:\n\n    name: x",
        "  a: x: z",
    ],
)
def test_what_does_not_speak_for_itself_is_not_taken_out(line: str) -> None:
    """It is parsed, and its neighbours are not."""
    text = f"teams:\n  b: {{name: B}}\n{line}\n  c: {{name: C}}\n"
    assert line in rest(text)
    assert "name: C" not in rest(text)


@pytest.mark.parametrize(
    "text",
    [
        'teams:\n  z: {purpose: "it says\n  a: {lead: tom}\n  and more"}\n',
        "teams: |\n  a: {lead: tom}\n",
        "teams:\n  a:\n    name: A\n    # inside a\n  b: {}\n",
        "teams:\n  a:\n    name: A\n      and more\n  b: {}\n",
        "teams:\n  a:\n    name: A\n\n    lead: tom",
        "teams: {\n  a: {lead: tom},\n  b: {lead: tom}\n  }\n",
        "teams:\n  # orgmodel: waive T001 because of a\n  a: {lead: tom, name: A}\n",
        "teams:\n  - a\ndependencies:\n- {to: b, from: a}\n- {from: b, to: a}\n",
        "dependencies:\n  # orgmodel: waive C001 because of a\n\n  - to: b\n    from: a\n",
        "x-own:\n  teams:\n    a: {lead: tom, name: A}\n",
        "teams:\n  a:\n    members:" + f"\n    - {'x' * 43}" * 2 + "\n",
        "dependencies:\n- - " + "x" * 100 + "\n",
        f"teams:\n  a:\n    purpose: {'word ' * 10}\n      {'word ' * 10}end\n",
    ],
)
def test_doubts_are_cleared_by_parsing(text: str) -> None:
    """Lines that only look like entities, or of which more follows, come out as if all were parsed."""
    assert formatted_as_a_whole(text) == formatted(text)
