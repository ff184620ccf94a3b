"""A file that resembles one that was read gives the same as if it were read alone."""

import random
from pathlib import Path

import pytest

from orgmodel.load.alterations import EarlierFile, Resembling
from orgmodel.load.loader import Loaded, load, load_sources
from orgmodel.load.rereading import read_file
from orgmodel.load.sources import sources
from orgmodel.load.texts import Source
from orgmodel.model.place import Spot
from tests.bench.organisations import organisation, reorganised, text

BASE = """\
organisation: {name: Sample}
people:
  # the founder
  ana: {manager: nobody}
  bo:
    manager: ana
teams:
  shop: {lead: ana, members: [ana, bo]}
dependencies:
  - {from: shop, to: care}
  - from: care
    to: shop
"""


def both(folder: Path, before: str, after: str) -> tuple[Loaded, Loaded]:
    """Load a text as another version of the one before, and alone."""
    for name, content in (("before.yaml", before), ("after.yaml", after)):
        (folder / name).write_text(content, encoding="utf-8")
    reading = Resembling()
    load_sources(sources([folder / "before.yaml"]), reading.first)
    return load_sources(sources([folder / "after.yaml"]), reading.other), load([folder / "after.yaml"])


@pytest.mark.parametrize(
    "after",
    [
        BASE,
        BASE.replace("bo:\n    manager: ana", "bo:\n    manager: nobody"),
        BASE.replace("  # the founder\n", ""),
        BASE.replace("ana: {manager: nobody}", "ana: {manager: nobody}\n  cy: {manager: ana}"),
        BASE.replace("teams:\n", "teams:\n  care: {members: []}\n"),
        BASE.replace("  bo:\n    manager: ana\n", ""),
        BASE.replace("  - from: care\n    to: shop\n", ""),
        BASE.replace("bo:\n", "ana:\n"),
        BASE.replace("{manager: nobody}", '{title: "one\n  bo: two", manager: nobody}'),
        BASE.replace("{manager: nobody}", '{title: "one'),
        BASE.replace("shop: {lead: ana", "shop: {leed: ana"),
        BASE.replace("ana: {manager", "ana: &boss {manager"),
        BASE.replace("Sample", "Other"),
        BASE.replace("\n", "\r\n"),
        "teams:\n  shop: {lead: ana, members: [ana, bo]}\npeople:\n  ana: {manager: nobody}\n",
        "",
    ],
)
def test_another_version_gives_what_it_says_alone(tmp_path: Path, after: str) -> None:
    """Whatever differs, however odd it is written: the organisation, the problems and the places are the same."""
    found, expected = both(tmp_path, BASE, after)
    assert expected.org == found.org
    assert expected.problems == found.problems
    assert list(expected.org.people) == list(found.org.people)
    spots = [Spot("people", id) for id in expected.org.people] + [Spot("dependencies", 0), Spot("dependencies", 1)]
    assert [expected.org.places.find(spot) for spot in spots] == [found.org.places.find(spot) for spot in spots]


@pytest.mark.parametrize("seed", [1, 2])
def test_a_large_file_is_read_where_it_differs(tmp_path: Path, seed: int) -> None:
    """Entities with the same text are the very same; the places of all are right."""
    made = organisation(400, seed=seed)
    found, expected = both(tmp_path, text(made), text(reorganised(made, seed=seed, share=0.2)))
    assert expected.org == found.org
    chance = random.Random(seed)
    spots = [Spot(section, id) for section in ("people", "teams") for id in expected.org.section(section)]
    for spot in chance.sample(spots, 40):
        assert expected.org.places.find(spot) == found.org.places.find(spot)


def test_what_is_the_same_is_not_read_again() -> None:
    """The entities of a file that differs in one place are the objects of the first one, but for that."""
    first = read_file(Source("a", BASE, named=True), 0)
    other = EarlierFile(BASE, first).read(Source("b", BASE.replace("manager: ana", "manager: nobody"), named=True), 0)
    assert other is not None
    assert first.said.entities["people"]["ana"].value is other.said.entities["people"]["ana"].value
    assert first.said.entities["people"]["bo"].value != other.said.entities["people"]["bo"].value
