"""The place of a value is exact: the text that stands there is the value."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orgmodel import api
from orgmodel.load import document, places
from orgmodel.load.events import events, python_events
from orgmodel.model.place import Place, Spot
from tests.load.support import written

TEXTS = st.sampled_from(
    [
        *(
            "a",
            "a b",
            "#a",
            "a: b",
            "- a",
            "NO",
            "012",
            "é",
            "😀",
            "'a'",
            "it's",
            '"',
            "null",
            "~",
            "a/b",
            "{",
            "[a",
            "?",
        ),
        *("@a", "%", "|", "&a", "*a", "!a", " a", "a ", ",", "a,b", "=", "<<", "\\", "ב", "2026-01-01", "日本"),
    ]
)
VALUES = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, min_size=1, max_size=4) | st.dictionaries(TEXTS, inner, min_size=1, max_size=4),
    max_leaves=8,
)
ENTITIES = st.dictionaries(TEXTS, st.dictionaries(st.sampled_from(["x-a", "x-b"]), VALUES, max_size=2), max_size=4)
STYLES = st.fixed_dictionaries(
    {
        "default_flow_style": st.sampled_from([True, False, None]),
        "default_style": st.sampled_from([None, "'", '"']),
        "indent": st.sampled_from([2, 4, 7]),
        "allow_unicode": st.booleans(),
    }
)


def leaves(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield every text of a value with its path."""
    if isinstance(value, dict | list):
        for step, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(item, (*path, step))
    else:
        yield path, value


def text_at(place: Place | None, lines: list[str]) -> object:
    """Return what YAML reads at a place."""
    assert place is not None
    return yaml.load(lines[place.line - 1][place.column - 1 : place.end_column - 1], yaml.BaseLoader)


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(ENTITIES, ENTITIES, STYLES, st.sampled_from([events, python_events]))
def test_every_value_is_found_where_it_stands(
    tmp_path_factory: pytest.TempPathFactory, teams: Any, people: Any, style: dict[str, Any], parse: Any
) -> None:
    """However a file is laid out, the text at the place of a value is the value."""
    text = yaml.safe_dump({"teams": teams, "people": people}, width=100_000, sort_keys=False, **style)
    folder = written({"org.yaml": text}, tmp_path_factory.mktemp("org"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(document, "events", parse)
        patch.setattr(places, "events", parse)
        org, _ = api.load(folder)
        for section, entities in (("teams", teams), ("people", people)):
            for id, entity in entities.items():
                for path, value in leaves(entity):
                    assert value == text_at(org.places.find(Spot(section, id, path)), text.split("\n"))


LAYOUT = """\
# a comment
teams:
  search: &search
    members:
      -
      - ana
      # a comment
      - {person: bo, allocation: 50%}
      - ~
      - person: cy
        allocation: 20%
    purpose: |
      first
      second
    headcount:
    parent: *group
  ? ads
  : {lead: ana}
initiatives:
  launch: {leader: {person: ana}}   # one alone
dependencies:
  - {from: search, to: ads, kind: api}
  -
  - from: ads
    to: search
    why: "so: it is"
"""


@pytest.mark.parametrize(
    ("spot", "expected"),
    [
        (Spot("teams", "search"), "3:3 search"),
        (Spot("initiatives", "launch", ("leader",)), "20:20 {person: ana}"),
        (Spot("initiatives", "launch", ("leader", 0)), "20:20 {person: ana}"),
        (Spot("initiatives", "launch", ("leader", 0, "person")), "20:29 ana"),
        (Spot("teams", "search", ("members", 0)), "6:9 ana"),
        (Spot("teams", "search", ("members", 0, "person")), "6:9 ana"),
        (Spot("teams", "search", ("members", 1, "allocation")), "8:34 50%"),
        (Spot("teams", "search", ("members", 2)), "10:9 p"),
        (Spot("teams", "search", ("members", 2, "allocation")), "11:21 20%"),
        (Spot("teams", "search", ("members", 2, "role")), "10:9 p"),
        (Spot("teams", "search", ("members", 9)), "4:5 members"),
        (Spot("teams", "search", ("purpose",)), "12:14 |"),
        (Spot("teams", "search", ("headcount",)), "15:5 headcount"),
        (Spot("teams", "search", ("parent",)), "16:13 *group"),
        (Spot("teams", "search", ("kind",)), "3:3 search"),
        (Spot("teams", "ads", ("lead",)), "18:12 ana"),
        (Spot("dependencies", 0), "22:5 {from: search"),
        (Spot("dependencies", 0, ("kind",)), "22:35 api"),
        (Spot("dependencies", 1), "24:5 from: ads"),
        (Spot("dependencies", 1, ("why",)), '26:10 "so: it is"'),
        (Spot("teams", "nothing"), "nowhere"),
        (Spot("dependencies", 2), "nowhere"),
    ],
)
def test_where_things_stand(spot: Spot, expected: str, here: Path) -> None:
    """A value is found where it is written; what is not written, at the nearest thing around it."""
    written({"org.yaml": LAYOUT.replace("# a comment", "x-group: &group people", 1)}, here)
    org, _ = api.load(here)
    place = org.places.find(spot)
    line = (org.places.line(place, place.line) or "") if place else ""
    at = f"{place.line}:{place.column} {line[place.column - 1 : place.end_column - 1]}" if place else "nowhere"
    assert expected == at
