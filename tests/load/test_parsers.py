"""A file says the same with and without libyaml."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from yaml.events import StreamEndEvent

from orgmodel import api
from orgmodel.load import document, places
from orgmodel.load.events import Event, NextEvent, libyaml_events, python_events
from orgmodel.model.finding import Finding
from orgmodel.model.organisation import Org
from orgmodel.model.place import Spot
from tests.load.bad_inputs import ALL
from tests.load.support import written

SAMPLES = sorted(str(path) for path in Path(__file__).parents[2].joinpath("orgs").iterdir() if path.name != "README.md")

pytestmark = pytest.mark.skipif(not yaml.__with_libyaml__, reason="there is nothing to compare with")


def loaded_both_ways(path: str | Path, monkeypatch: pytest.MonkeyPatch) -> list[tuple[Org, tuple[Finding, ...]]]:
    """Load with the one parser and with the other."""
    found = []
    for parse in (libyaml_events, python_events):
        monkeypatch.setattr(document, "events", parse)
        monkeypatch.setattr(places, "events", parse)
        found.append(api.load(path))
    return found


@pytest.mark.parametrize("name", sorted(ALL))
def test_bad_inputs_have_the_same_findings(name: str, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both parsers read the same of a bad file, and what is wrong with it is the same at the same place."""
    written({"org.yaml": ALL[name]}, here)
    with_libyaml, without = loaded_both_ways(here / "org.yaml", monkeypatch)
    assert with_libyaml == without


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: Path(path).stem)
def test_samples_say_the_same(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both parsers read the same organisation, and find every entity at the same place."""
    (org, findings), (other, other_findings) = loaded_both_ways(path, monkeypatch)
    assert (org, findings) == (other, other_findings)
    spots = [Spot(f"{kind}s", each.id) for kind, each in org.entities() if kind in ("team", "initiative", "component")]
    assert [org.places.find(spot) for spot in spots] == [other.places.find(spot) for spot in spots]


PIECES = st.sampled_from(
    [
        *(
            "a",
            "b: ",
            "- ",
            "\n",
            "\n  ",
            "  ",
            "\t",
            ": ",
            "{",
            "}",
            "[",
            "]",
            ", ",
            '"',
            "'",
            " # c",
            "&x ",
            "*x",
            "|\n",
        ),
        *(">-\n", "? ", "---\n", "...\n", "\\", "é", "😀", "\r\n", "teams:\n", "  a:\n", "~", "null", "@", "0", "<<: "),
        *("key: value\n", "  - x\n", "a?b", "?", "\\u00e9", "\\ud800", "=", "%", "*", "&"),
    ]
)


@given(st.lists(PIECES, max_size=14).map("".join))
@example("%---\n---\n")
@example("a:\tb\n")
@example("a: b\tc\t\n")
@example("[a?b, c]")
@example('"\\ud800"')
def test_events_are_the_same(text: str) -> None:
    """Both parsers give the same events for the same text, or both give up."""
    assert events_of(libyaml_events, text) == events_of(python_events, text)


def events_of(parse: Callable[[str], NextEvent], text: str) -> list[tuple[object, ...]] | None:
    """Return what the loader looks at in each event; None for a text that is not YAML."""
    try:
        next_event = parse(text)
        found = [next_event()]
        while found[-1].__class__ is not StreamEndEvent:
            found.append(next_event())
    except (yaml.YAMLError, ValueError):
        return None
    return [seen(event) for event in found]


def seen(event: Event) -> tuple[object, ...]:
    """Return what the loader looks at; where an empty text stands is not looked at."""
    value = getattr(event, "value", None)
    plain = value is not None and event.tag is None and event.implicit[0]
    begin = (event.start_mark.line, event.start_mark.column) if value or getattr(event, "anchor", None) else None
    end = (event.end_mark.line, event.end_mark.column) if value else None
    return (type(event).__name__, value, getattr(event, "tag", None), getattr(event, "anchor", None), plain, begin, end)
