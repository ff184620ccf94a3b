"""What a change does, in a few words."""

import pytest

from orgmodel.model.changes import CHANGES, WORD_OF_CHANGE
from orgmodel.reorg.wording import in_words, named
from tests.reorg.applying.support import plan_of

WORDS = [
    ("create_team: {team: cards}", "cards is created"),
    ("dissolve_team: {team: cards}", "cards is dissolved"),
    ("dissolve_team: {team: cards, members_to: {a: [x], b: rest}}", "cards is dissolved, its people go to a and b"),
    ("rename_team: {team: cards, to: purse}", "cards is called purse"),
    ("move_team: {team: cards, to: shop}", "cards hangs below shop"),
    ("move_team: {team: cards, to: nobody}", "cards hangs at the top"),
    ("split_team: {team: pay, into: {a: , b: , c: , d: }}", "pay is split into a, b, c and 1 more"),
    ("merge_teams: {teams: [a, b], into: pay}", "a and b become pay"),
    ("move_person: {person: bo, to: cards}", "bo moves to cards"),
    ("move_person: {person: bo, from: pay, to: cards}", "bo moves from pay to cards"),
    ("move_person: {person: bo, from: nobody, to: cards}", "bo moves to cards"),
    ("move_heads: {from: pay, to: cards, count: 2}", "2 people move from pay to cards"),
    ("move_heads: {from: pay, to: cards, count: 1, role: courier}", "1 person (courier) moves from pay to cards"),
    ("change_manager: {person: bo, to: ana}", "bo reports to ana"),
    ("change_manager: {people: [bo, cy], to: nobody}", "bo and cy report to nobody"),
    ("appoint_lead: {team: pay, person: bo}", "bo leads the team pay"),
    ("join: {person: bo}", "bo joins"),
    ("join: {person: bo, team: pay}", "bo joins pay"),
    ("leave: {person: bo}", "bo leaves"),
    ("appoint_leader: {initiative: one, person: bo}", "bo leads one"),
    ("appoint_leader: {initiative: one, person: bo, allocation: 50%}", "bo leads one with 50 % of their time"),
    ("appoint_leader: {initiative: one, person: nobody}", "nobody leads one"),
    ("hand_over: {component: a, to: pay}", "a goes to pay"),
    ("hand_over: {components: [a, b], to: pay}", "a and b go to pay"),
    ("hand_over: {components: [a, b], to: nobody}", "nobody owns a and b"),
    ("add_dependency: {from: a, to: b, kind: api}", "a depends on b (api)"),
    ("add_dependency: {from: a, to: b}", "a depends on b"),
    ("change_dependency: {from: a, to: b, kind: api, blocking: false}",
     "a → b becomes another dependency (kind api, blocking False)"),
    ("change_dependency: {from: a, to: b}", "a → b becomes another dependency (as it was)"),
    ("drop_dependency: {from: a, to: b, kind: api}", "a depends on b no more (api)"),
    ("add_step: {decision: d, by: bo}", "bo is asked on the way to d"),
    ("drop_step: {decision: d, by: bo}", "bo is asked no more on the way to d"),
    ("change_decider: {decision: d, to: bo}", "bo decides on d"),
    ("set: {entity: 'person:bo', title: x}", "title of bo is set"),
    ("set: {entity: organisation, name: x, as_of: 2026-01-01}", "name and as_of of the organisation are set"),
    ("create: {entity: 'metric:m'}", "the metric m is made"),
    ("remove: {entity: 'metric:m'}", "the metric m is taken out"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "expected"), WORDS)
def test_a_change_in_words(change: str, expected: str) -> None:
    """One clause, with the ids as they are."""
    (planned,) = plan_of(f"- {change}").changes
    assert expected == in_words(planned.change)


def test_every_change_has_words() -> None:
    """None is missing above."""
    written = {change.partition(":")[0] for change, _ in WORDS}
    assert set(CHANGES) == written == set(WORD_OF_CHANGE.values())


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c"], "a, b and c"),
        (["a", "b", "c", "d", "e"], "a, b, c and 2 more"),
    ],
)
def test_names_are_joined_and_the_rest_counted(names: list[str], expected: str) -> None:
    """The first three are named."""
    assert expected == named(names)
