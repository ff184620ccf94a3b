"""Dependencies keep their order, and what is new comes into the file that it belongs to."""

from pathlib import Path
from typing import Any

import pytest

from orgmodel.model.components import Ownership
from orgmodel.model.dependencies import Dependency
from tests.exchange.rewriting_support import (
    Change,
    changed,
    depend,
    difference,
    drop,
    members,
    put,
    rewritten,
    state,
    text,
)

# --- declared dependencies

DEPENDENCIES = text("""
    dependencies:
      # first
      - {from: a, to: b}
      - from: c   # see
        to: d
        kind: api

      - {from: e, to: f, strength: 2}   # last
""")
NEW = Dependency(source="x", target="z")
SECOND = ["-   - from: c   # see", "-     to: d", "-     kind: api"]


@pytest.mark.parametrize(
    ("dependencies", "expected"),
    [
        ([1, 2], ["-   - {from: a, to: b}"]),
        ([0, 2], ["-   - from: c   # see", "-     to: d", "-     kind: api"]),
        ([0, Dependency(source="c", target="d", kind="event"), 2], ["-     kind: api", "+     kind: event"]),
        ([NEW, 0, 1, 2], ["+   - {from: x, to: z}"]),
        ([0, NEW, 1, NEW, 2], ["+   - {from: x, to: z}", "+   - {from: x, to: z}"]),
        ([0, Dependency(source="c", target="e"), 2], [*SECOND, "+   - {from: c, to: e}"]),
        ([1, 0, 2], [*SECOND, "+   - {from: c, to: d, kind: api}"]),
    ],
)
def test_dependencies_are_told_apart_by_their_place(
    dependencies: list[Any], expected: list[str], tmp_path: Path
) -> None:
    """They are matched by what they say and by their order."""
    assert sorted(expected) == sorted(changed(tmp_path, DEPENDENCIES, depend(*dependencies)))


def test_no_dependency_is_left(tmp_path: Path) -> None:
    """Their section goes as well."""
    files = {"a.yaml": f"teams: {{a: {{}}}}\n{DEPENDENCIES}"}
    assert "teams: {a: {}}\n" == rewritten(tmp_path, files, depend())["a.yaml"]


def test_dependencies_keep_their_order_over_files(tmp_path: Path) -> None:
    """One that comes between those of two files stands in the file of its team, and what follows it after it."""
    one, two = "dependencies: [{from: a, to: b}]\n", "dependencies:\n- {from: b, to: a}\nteams: {x: {}}\n"
    other = Dependency(source="w", target="a")
    after = rewritten(tmp_path, {"1.yaml": one, "2.yaml": two}, depend(0, other, NEW, other, 1))
    assert "dependencies: [{from: a, to: b}, {from: w, to: a}]\n" == after["1.yaml"]
    assert (
        "dependencies:\n- {from: x, to: z}\n- {from: w, to: a}\n- {from: b, to: a}\nteams: {x: {}}\n" == after["2.yaml"]
    )


def test_a_dependency_written_without_a_list(tmp_path: Path) -> None:
    """It becomes a list when another joins it, and goes with its section."""
    files = {"a.yaml": "dependencies: {from: a, to: b}\nteams: {a: {}}\n"}
    more = rewritten(tmp_path, files, depend(0, NEW))["a.yaml"]
    assert "dependencies:\n  - {from: a, to: b}\n  - {from: x, to: z}\nteams: {a: {}}\n" == more
    assert "teams: {a: {}}\n" == rewritten(tmp_path, files, depend())["a.yaml"]


def test_faulty_dependencies_stay(tmp_path: Path) -> None:
    """What cannot be read is not counted, and left as it is."""
    before = "dependencies:\n  - {from: a}\n  - {from: a, to: b}\n  - nonsense\n  - {from: b, to: a}\n"
    expected = ["-   - {from: b, to: a}", "+   - {from: b, to: a, kind: api}"]
    change = depend(0, Dependency(source="b", target="a", kind="api"))
    assert expected == changed(tmp_path, before, change)


# --- several files


FILES = {
    "company.yaml": "organisation: {name: N}\nteams:\n  company: {kind: group}\n",
    "shop.yaml": "teams:\n  shop: {parent: company, lead: ana}\npeople:\n  ana: {manager: zoe}\n",
    "care.yaml": text("""
        organisation: {name: other, as_of: 2027-01-01}
        people: {bo: {}}
        teams:
          care: {parent: company, lead: bo}
        components:
          desk:
            owner: care
    """),
}


def added(folder: Path, change: Change) -> dict[str, list[str]]:
    """Return what came into which file."""
    after = rewritten(folder, FILES, change)
    return {name: lines for name in FILES if (lines := difference(FILES[name], after[name]))}


@pytest.mark.parametrize(
    ("change", "file", "line"),
    [
        (put("teams", "till", parent="company"), "company.yaml", "+   till: {parent: company}"),
        (put("people", "cy", manager="ana"), "shop.yaml", "+   cy: {manager: ana}"),
        (put("components", "chat", owner=(Ownership(team="care"),)), "care.yaml", "+   chat:"),
        (put("components", "cart", owner=(Ownership(team="shop"),)), "shop.yaml", "+ components:"),
        (put("metrics", "calls", owner="care"), "care.yaml", "+ metrics:"),
        (put("decisions", "price", owner="shop"), "shop.yaml", "+ decisions:"),
        (put("teams", "phone", renamed_from=("care",)), "care.yaml", "+   phone: {renamed_from: [care]}"),
        (put("domains", "money"), "company.yaml", "+ domains:"),
        (put("components", "none"), "care.yaml", "+   none: {}"),
    ],
)
def test_what_is_new_comes_beside_what_it_belongs_to(change: Change, file: str, line: str, tmp_path: Path) -> None:
    """A team beside its parent, a person beside those of the manager, what is owned beside its like or its owner."""
    came = added(tmp_path, change)
    assert [file] == list(came)
    assert line in came[file]


def test_a_new_team_and_its_people_come_together(tmp_path: Path) -> None:
    """People whom nobody knows come into the file of their team."""
    after = rewritten(
        tmp_path,
        FILES,
        put("teams", "phone", parent="care", lead=("dee",), members=members("dee", "eli")),
        put("people", "dee"),
        put("people", "eli"),
    )
    assert "people: {bo: {}, dee: {}, eli: {}}" in after["care.yaml"]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (state(name="M"), {"company.yaml": ["- organisation: {name: N}", "+ organisation: {name: M}"]}),
        (
            state(name=None),
            {
                "company.yaml": ["- organisation: {name: N}"],
                "care.yaml": [
                    "- organisation: {name: other, as_of: 2027-01-01}",
                    "+ organisation: {as_of: 2027-01-01}",
                ],
            },
        ),
        (
            state(reporting="lead"),
            {"company.yaml": ["- organisation: {name: N}", "+ organisation: {name: N, reporting: lead}"]},
        ),
    ],
)
def test_what_is_said_of_the_organisation(change: Change, expected: dict[str, list[str]], tmp_path: Path) -> None:
    """The first file that states something counts; what goes, goes everywhere."""
    assert expected == added(tmp_path, change)


def test_an_entity_defined_twice(tmp_path: Path) -> None:
    """The first definition is changed; when it goes the second does not take its place."""
    files = {"1.yaml": "teams:\n  a: {lead: x}\n", "2.yaml": "teams:\n  a: {lead: y}\n  b: {}\n"}
    assert {**files, "1.yaml": "teams:\n  a: {lead: z}\n"} == rewritten(tmp_path, files, put("teams", "a", lead=("z",)))
    assert {"1.yaml": "", "2.yaml": "teams:\n  b: {}\n"} == rewritten(tmp_path, files, drop("teams", "a"))
