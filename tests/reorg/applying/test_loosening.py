"""Between which teams a dependency may come to be that a plan leaves without an end."""

import pytest

from tests.reorg.applying.support import applied

BASE = """
people: {ana: {}, bo: {}}
teams: {pay: {members: [ana]}, far: {members: [bo]}, legal: {kind: council}}
"""
SPLIT = "- split_team: {team: pay, into: {a: {members: [ana]}, b: {}}}"
HEIRS = ("a", "b")


def loose(more: str, change: str = SPLIT) -> list[tuple[tuple[str, ...], tuple[str, ...], bool]]:
    """Return who may depend on whom after pay was split, and whether they wait."""
    return [each[:3] for each in applied(BASE + more, change).loose]


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("{from: pay, to: far}", [(HEIRS, ("far",), True)]),
        ("{from: far, to: pay, kind: api}", [(("far",), HEIRS, False)]),
        ("{from: far, to: pay, kind: api, blocking: true}", [(("far",), HEIRS, True)]),
        ("{from: far, to: pay, kind: event, mode: collaboration}", [(("far",), HEIRS, True)]),
        ("{from: pay, to: pay}", [(HEIRS, HEIRS, True)]),
    ],
)
def test_declared_dependencies(stated: str, expected: list[object]) -> None:
    """Either end; whether somebody waits is read as everywhere."""
    assert expected == loose(f"dependencies: [{stated}]\n")


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("{team: pay, contributors: [far, {team: legal, ask: self-service}]}", [(HEIRS, ("far",), True)]),
        ("{team: far, contributors: [pay]}", [(("far",), HEIRS, True)]),
        ("{team: far, contributors: [{team: pay, ask: self-service}]}", []),
        ("{team: far, contributors: [pay], stage: stopped}", []),
        ("{contributors: [pay]}", []),
        ("{team: far, steps: [{by: pay, can: veto}]}", [(("far",), HEIRS, True)]),
        ("{team: pay, steps: [{by: bo, can: approve}]}", [(HEIRS, ("far",), True)]),
    ],
)
def test_initiatives(stated: str, expected: list[object]) -> None:
    """The team of an initiative waits for those who contribute what they must make, and for those who must agree."""
    assert expected == loose(f"initiatives: {{one: {stated}}}\n")


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("{owner: pay, steps: [{by: legal, can: veto}, {by: far, can: advise}]}", [(HEIRS, ("legal",), True)]),
        ("{owner: pay, steps: [{by: bo, can: approve}]}", [(HEIRS, ("far",), True)]),
        ("{owner: pay, steps: [{by: legal, can: veto, mandated: law}]}", []),
        ("{owner: far, steps: [{by: pay, can: veto}]}", [(("far",), HEIRS, True)]),
        ("{owner: far, steps: [{by: pay, can: inform}]}", []),
        ("{owner: far, steps: [{by: pay, can: veto, mandated: law}]}", []),
        ("{steps: [{by: pay, can: veto}]}", []),
        ("{owner: far, any_of: [{steps: [{by: pay, can: veto}]}, {decider: pay}]}", [(("far",), HEIRS, True)]),
        ("{owner: pay, any_of: [{steps: [{by: far, can: veto}]}]}", [(HEIRS, ("far",), True)]),
        ("{owner: pay, steps: [{by: pay, can: veto}]}", [(HEIRS, HEIRS, True), (HEIRS, HEIRS, True)]),
    ],
)
def test_decisions(stated: str, expected: list[object]) -> None:
    """Who owns a decision waits for those whose yes is needed and no law requires."""
    assert expected == loose(f"decisions: {{price: {stated}}}\n")


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("till: {owner: pay, depends_on: [gate]}", [(HEIRS, ("far",), True)]),
        ("till: {owner: pay, depends_on: [{component: gate, kind: api}]}", []),
        ("till: {owner: pay, depends_on: [{component: gate, kind: api, blocking: true}]}", [(HEIRS, ("far",), True)]),
        ("till: {owner: pay}, door: {owner: far, depends_on: till}", [(("far",), HEIRS, True)]),
        ("till: {owner: pay}, door: {owner: far, depends_on: {component: till, kind: event}}", []),
        ("till: {owner: pay, change_approval: [legal, {by: far, mandated: law}]}", [(HEIRS, ("legal",), True)]),
        ("till: {owner: far, change_approval: pay}", [(("far",), HEIRS, True)]),
        ("till: {owner: far, change_approval: {by: pay, mandated: law}}", []),
        ("till: {owner: bo, change_approval: pay}", [(("far",), HEIRS, True)]),
        ("till: {owner: {team: far, then: pay}, depends_on: gate}", []),
    ],
)
def test_components(stated: str, expected: list[object]) -> None:
    """Who owns a component waits for the owners of what it needs, and for those who approve its changes."""
    assert expected == loose(f"components: {{gate: {{owner: far}}, {stated}}}\n")


def test_where_nobody_inherits_nothing_is_loose() -> None:
    """A team that ends with all it had leaves nobody who could wait."""
    assert [] == loose("dependencies: [{from: far, to: pay}]\n", "- dissolve_team: {team: pay}")


def test_between_two_heirs_and_a_team_that_is_one_of_them() -> None:
    """Who inherits may depend on the other heir."""
    expected = [(("far",), ("far", "legal"), True)]
    dissolve = "- dissolve_team: {team: pay, members_to: {far: [], legal: rest}}"
    assert expected == loose("dependencies: [{from: far, to: pay}]\n", dissolve)
    alone = "- dissolve_team: {team: pay, members_to: far}"
    assert [] == loose("dependencies: [{from: far, to: pay}]\n", alone)


def test_what_a_later_change_says_is_not_loose() -> None:
    """A dependency declared anew, a contributor named anew, an owner found."""
    more = (
        "dependencies: [{from: far, to: pay}]\ncomponents: {till: {owner: pay, depends_on: gate}, gate: {owner: far}}\n"
    )
    assert 2 == len(loose(more))
    later = "\n- add_dependency: {from: far, to: b}\n- hand_over: {component: till, to: a}"
    assert [] == loose(more, SPLIT + later)
    assert 2 == len(loose(more, SPLIT + "\n- add_dependency: {from: far, to: legal}"))
