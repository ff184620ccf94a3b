"""Places of lists on one line are those that reading the entity again gives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from yaml.error import YAMLError

from orgmodel.load.events import events
from orgmodel.load.one_line_lists import Span, in_one_line
from orgmodel.load.outline import outline
from orgmodel.model.place import Step

ENTITY = "search:\n    name: Search\n    members: [ana, {person: bo, allocation: 50%}, cy]\n    lead: ana\n"
WORDS = [
    "ana",
    "bo-2",
    "null",
    "~",
    "yes",
    "1.5",
    "50%",
    "'cy'",
    '"d, e"',
    "a b",
    "x: y",
    "- z",
    "",
    "*it",
    "&it f",
    "# g",
]
ITEMS = st.sampled_from(
    [*WORDS, "{person: ana}", "{person: ana, allocation: 0.5}", "{team: a, people: [b, c]}", "[h, i]", "{}", "{j, k}"]
)
LISTS = st.builds(
    lambda items, comma, space, after: f"[{space}{comma.join(items)}{space}]{after}",
    st.lists(ITEMS, max_size=4),
    st.sampled_from([", ", ",", " , "]),
    st.sampled_from(["", " "]),
    st.sampled_from(["", "", "", " ", " # why", ","]),
)
VALUES = LISTS | st.sampled_from(
    ["ana", "|\n      members: [l]", "'m\n      members: [n]'", "{o: p,\n    q: r}", "\n      - s", ""]
)
FIELDS = st.sampled_from(["members", "lead", "name", "x-own"])
PATHS = st.tuples(FIELDS, st.integers(0, 4), st.sampled_from(["person", "team"])).flatmap(
    lambda path: st.integers(1, 3).map(lambda length: path[:length])
)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("members",), Span(2, 13, 53)),
        (("members", 0), Span(2, 14, 17)),
        (("members", 1), Span(2, 19, 48)),
        (("members", 2), Span(2, 50, 52)),
        (("members", 2, "person"), Span(2, 50, 52)),
        (("members", 1, "person"), None),
        (("members", 3), None),
        (("lead",), None),
        (("needs_skills",), None),
    ],
)
def test_items_are_found(path: tuple[Step, ...], expected: Span | None) -> None:
    """The list, its items, and what an item by itself stands for; the rest is left to reading."""
    assert expected == in_one_line(ENTITY, path)


@pytest.mark.parametrize(
    "fields",
    [
        "api: {docs: x,\n    members: [ana, bo]\n    }",
        "domains: [x,\n    members: [ana, bo]\n    ]",
        "members: ['ana, bo', cy]",
        'members: ["ana", bo]',
        "members: [&a ana, bo]",
        "members: [!!str ana, bo]",
        "members: [~, bo]",
        "members: [ana: bo, cy]",
        "members: [[ana], bo]",
        "members: ana\n    members: [cy, bo]",
        "members: [ana, bo] # both",
    ],
)
def test_what_is_not_evident_is_left_to_reading(fields: str) -> None:
    """What reaches over lines, quotation marks, anchors, tags, nothing, nested lists, fields written twice."""
    assert in_one_line(f"search:\n    {fields}\n", ("members", 1)) is None


@given(st.lists(st.tuples(FIELDS, VALUES), min_size=1, max_size=4), PATHS)
def test_what_is_found_is_what_reading_finds(fields: list[tuple[str, str]], path: tuple[Step, ...]) -> None:
    """Whatever else the entity holds; it may be silent, but not wrong."""
    entity = "search:\n" + "".join(f"    {name}: {value}\n" for name, value in fields)
    found = in_one_line(entity, path)
    try:
        read = outline(events(entity), item=False)
    except (YAMLError, ValueError):
        return  # such a file is never asked for places of this kind
    if found is not None:
        assert read is not None
        assert ((found.line, found.start), (found.line, found.end)) == read.at(path)
