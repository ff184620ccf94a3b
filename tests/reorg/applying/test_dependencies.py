"""Declared dependencies are added, changed and dropped."""

import pytest

from tests.reorg.applying.support import applied, faults, helps, marked, org_of, told

BASE = """
teams: {cards: {}, tills: {}, far: {}}
initiatives: {one: {team: cards, contributors: [far]}}
dependencies:
  - {from: cards, to: tills, kind: approval, why: reviews}
  - {from: tills, to: cards, kind: api}
  - {from: cards, to: tills, kind: api}
  - {from: far, to: cards}
  - {from: far, to: cards}
"""


def stated(found: object) -> list[str]:
    """Return the dependencies after a plan in short."""
    said: list[dict[str, str]] = told(found, "dependencies")  # type: ignore[assignment, arg-type]  # a list
    return [" ".join(map(str, each.values())) for each in said]


def test_a_dependency_is_added() -> None:
    """At the end, or where it is said; with all its fields."""
    found = applied(BASE, "- add_dependency: {from: tills, to: far, kind: event, strength: 2}")
    assert "tills far event 2.0" == stated(found)[-1]
    first = applied(BASE, "- add_dependency: {from: tills, to: far, at: 0}")
    assert "tills far" == stated(first)[0]


def test_a_dependency_becomes_another_one() -> None:
    """Where there are several between two teams, `was` says which; what is not said stays."""
    found = applied(
        BASE, "- change_dependency: {from: cards, to: tills, was: approval, kind: event, mode: facilitating}"
    )
    assert "cards tills event facilitating reviews" == stated(found)[0]
    assert stated(found)[1:] == ["tills cards api", "cards tills api", "far cards", "far cards"]


def test_a_dependency_is_dropped() -> None:
    """One of several that are alike; an unstated kind is unknown."""
    found = applied(BASE, "- drop_dependency: {from: cards, to: tills, kind: api}")
    assert ["cards tills approval reviews", "tills cards api", "far cards", "far cards"] == stated(found)
    alike = applied(BASE, "- drop_dependency: {from: far, to: cards, kind: unknown}")
    assert ["cards tills approval reviews", "tills cards api", "cards tills api", "far cards"] == stated(alike)


def test_a_position_says_which_of_several_is_dropped() -> None:
    """It counts as the list is at that point."""
    found = applied(BASE, "- drop_dependency: {from: cards, to: tills, at: 2}")
    assert ["cards tills approval reviews", "tills cards api", "far cards", "far cards"] == stated(found)
    changes = "- add_dependency: {from: tills, to: far, at: 0}\n- drop_dependency: {from: cards, to: tills, at: 3}"
    assert ["tills far", *stated(found)] == stated(applied(BASE, changes))


@pytest.mark.parametrize(
    ("change", "message", "help", "text"),
    [
        ("drop_dependency: {from: cards, to: tills}", "cards depends on tills is declared 2 times (approval, api)",
         "say which with `kind`", "drop_dependency"),
        ("change_dependency: {from: cards, to: tills, kind: event}",
         "cards depends on tills is declared 2 times (approval, api)",
         "say which with `was`", "change_dependency"),
        ("drop_dependency: {from: cards, to: tills, kind: event}",
         "cards depends on tills is declared with other words: approval, api",
         "mend `kind`", "event"),
        ("drop_dependency: {from: cards, to: tills, at: 1}",
         "cards depends on tills is declared with other words: approval, api",
         "mend `kind`", "drop_dependency"),
        ("drop_dependency: {from: cards, to: far}", "nothing declares that cards depends on far",
         "it rests on one, to which far contributes; change that with `set`", "drop_dependency"),
        ("drop_dependency: {from: tills, to: far}", "nothing declares that tills depends on far",
         "it rests on components or approvals: hand those over, or change them with `set` or `drop_step`",
          "drop_dependency"),
        ("change_dependency: {from: tills, to: cards, kind: api}", "tills depends on cards says so already",
         "say what changes, or take the change away", "change_dependency"),
        ("add_dependency: {from: tills, to: cards, kind: api}", "it is declared already that tills depends on cards",
         "take the change away", "add_dependency"),
        ("add_dependency: {from: tills, to: tills}", "tills cannot depend on itself", "name another team", "tills"),
        ("add_dependency: {from: tills, to: nobody}", "`to` is nobody, and somebody or something is needed",
         "name who or what", "nobody"),
    ],
)  # fmt: skip
def test_dependencies_that_do_not_fit(change: str, message: str, help: str, text: str) -> None:
    """Each is left out, with its reason and what to do."""
    found = applied(BASE, f"- {change}")
    assert [f"X016 `{change.partition(':')[0]}` is left out: {message}"] == faults(found)
    assert [help] == helps(found)
    assert text == marked(found, found.faults[0])
    assert org_of(BASE) == found.org
