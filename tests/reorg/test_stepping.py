"""Which steps of a plan can be undone."""

import pytest

from orgmodel.graph import OrgGraph
from orgmodel.model.doors import DOORS, STEPS
from orgmodel.reorg.applying.apply import apply
from orgmodel.reorg.stepping import door_steps
from tests.reorg.applying.support import org_of, plan_of

BASE = """
people: {zoe: {}, ana: {}, bo: {}, cy: {}, dee: {}, seat: {status: vacant}}
teams:
  top: {lead: zoe}
  cards: {parent: top, lead: ana, members: [ana, bo, cy]}
  tills: {parent: top, lead: dee, members: [dee]}
  empty: {lead: seat}
  crew: {headcount: 3}
components:
  ledger: {owner: cards, experts: [bo, cy]}
  gate: {owner: cards, experts: [bo]}
  dark: {owner: cards}
  lift: {owner: cards, experts: [dee]}
initiatives: {one: {}}
decisions: {price: {steps: [{by: bo}]}}
dependencies: [{from: cards, to: tills}]
"""


def steps(changes: str) -> list[str]:
    """Apply changes, and return the row of each of their steps."""
    applied = apply(plan_of(changes), org_of(BASE))
    assert not any("left out" in fault.message for fault in applied.faults)
    return [step.step for step in door_steps(applied, OrgGraph(applied.org), {})]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ("- create_team: {team: new}", ["create"]),
        ("- create_team: {team: new, components: ledger}", ["create", "hand_over_unknown"]),
        ("- create_team: {team: new, components: dark}", ["create"]),
        ("- create_team: {team: new, members: [bo], components: gate}", ["create"]),
        ("- create_team: {team: new, members: [bo]}", ["create", "last_expert"]),
        ("- rename_team: {team: cards, to: purse}", ["rename"]),
        ("- move_team: {team: cards, to: nobody}", ["move_team"]),
        ("- move_heads: {from: crew, to: tills, count: 1}", ["move_person"]),
        ("- change_manager: {person: bo, to: zoe}", ["change_manager"]),
        ("- join: {person: hal}", ["join"]),
        ("- leave: {person: bo}", ["leave"]),
        ("- leave: {person: ana}", ["leave"]),
        ("- appoint_leader: {initiative: one, person: bo}", ["other"]),
        ("- add_dependency: {from: tills, to: cards}", ["dependency"]),
        ("- change_dependency: {from: cards, to: tills, kind: api}", ["dependency"]),
        ("- drop_dependency: {from: cards, to: tills}", ["dependency"]),
        ("- add_step: {decision: price, by: cy}", ["step"]),
        ("- drop_step: {decision: price, by: bo}", ["step"]),
        ("- change_decider: {decision: price, to: bo}", ["step"]),
        ("- set: {entity: 'person:bo', location: Lyon, title: x, manager: zoe}",
         ["relocate", "other", "change_manager"]),
        ("- set: {entity: 'team:cards', parent: tills}", ["move_team"]),
        ("- set: {entity: 'team:cards', lead: bo}", ["other", "take_lead"]),
        ("- create: {entity: 'person:hal'}\n- create: {entity: 'team:new'}", ["join", "create"]),
        ("- remove: {entity: 'person:bo'}\n- remove: {entity: 'component:dark'}", ["leave", "other"]),
        ("- remove: {entity: 'team:crew'}", ["dissolve"]),
    ],
)  # fmt: skip
def test_each_change_is_a_step(changes: str, expected: list[str]) -> None:
    """And several, where it does several things."""
    assert expected == steps(changes)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ("- move_person: {person: cy, to: tills}", ["move_person"]),
        ("- move_person: {person: bo, to: tills}", ["last_expert"]),  # of the gate
        ("- move_person: {person: bo, to: tills}\n- hand_over: {component: gate, to: tills}",
         ["move_person", "hand_over_known"]),
        ("- move_person: {person: bo, from: nobody, to: tills}", ["move_person"]),
        ("- hand_over: {component: lift, to: tills}", ["hand_over_known"]),
        ("- hand_over: {component: [lift, ledger, gate], to: tills}", ["hand_over_known", "hand_over_unknown"]),
        ("- hand_over: {component: dark, to: tills}", ["hand_over_unknown"]),
        ("- hand_over: {component: gate, to: bo}", ["hand_over_known"]),
    ],
)  # fmt: skip
def test_what_goes_without_those_who_know_it_does_not_come_back(changes: str, expected: list[str]) -> None:
    """The last expert who leaves a component behind, and a component that goes where nobody knows it."""
    assert expected == steps(changes)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ("- appoint_lead: {team: cards, person: bo}", ["take_lead"]),
        ("- appoint_lead: {team: top, person: nobody}", ["take_lead"]),
        ("- appoint_lead: {team: empty, person: bo}", ["change_manager"]),  # nobody held it
        ("- appoint_lead: {team: crew, person: bo}", ["change_manager"]),
        ("- appoint_lead: {team: cards, person: dee}\n- appoint_lead: {team: tills, person: ana}",
         ["change_manager", "change_manager"]),
        ("- move_person: {person: dee, to: cards}", ["move_person", "take_lead"]),
        ("- merge_teams: {teams: [cards, tills], into: cards}", ["merge", "take_lead"]),
        ("- merge_teams: {teams: [empty, tills], into: tills}", ["merge"]),
    ],
)  # fmt: skip
def test_who_loses_a_team_and_leads_no_other_has_lost_a_role(changes: str, expected: list[str]) -> None:
    """By whatever change."""
    assert expected == steps(changes)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("members_to: tills, components_to: tills", ["dissolve", "take_lead"]),
        ("members_to: {tills: [bo], top: rest}", ["dissolve_scatter", "take_lead"]),
        ("members_to: {tills: rest, top: []}", ["dissolve", "take_lead"]),
        (
            "components_to: {tills: [ledger], top: rest}, members_to: empty",
            ["dissolve", "take_lead", "hand_over_unknown"],
        ),
    ],
)
def test_a_team_whose_people_scatter_does_not_come_together_again(more: str, expected: list[str]) -> None:
    """All to one team can be undone."""
    assert expected == steps(f"- dissolve_team: {{team: cards, {more}}}")


def test_people_who_are_moved_one_by_one_scatter_too() -> None:
    """Where the change itself does not say where they go, it counts where they are in the end."""
    moves = "- move_person: {person: bo, to: tills}\n- move_person: {person: cy, to: %s}\n"
    assert "dissolve_scatter" in steps("- dissolve_team: {team: cards}\n" + moves % "top")
    assert "dissolve" in steps("- dissolve_team: {team: cards}\n" + moves % "tills")


def test_a_split_is_a_step_of_its_own() -> None:
    """With what it does to leads and components."""
    both = "a: {lead: bo, members: [bo, ana], components: [ledger, lift, dark]}, b: {members: [cy], components: gate}"
    assert ["split", "take_lead", "hand_over_unknown"] == steps(f"- split_team: {{team: cards, into: {{{both}}}}}")
    kept = both.replace("lead: bo", "lead: ana").replace(", components: gate", "").replace("[ledger", "[gate, ledger")
    assert ["split"] == steps(f"- split_team: {{team: cards, into: {{{kept}}}}}\n")


def test_the_table_says_whether_it_can_be_undone() -> None:
    """With wave, words and reason; rows of one's own go before."""
    plan = plan_of("waves: [{changes: [{leave: {person: bo}}]}, {changes: [{rename_team: {team: cards, to: x}}]}]")
    applied = apply(plan, org_of(BASE))
    leave, rename = door_steps(applied, OrgGraph(applied.org), {"rename": "one-way"})
    assert (0, "bo leaves", "leave", "one-way") == leave[:4]
    assert (1, "cards is called x", "rename", "one-way", DOORS["rename"].why) == rename[:5]
    assert (0, "changes", 0, "leave") == leave.spot.path
    assert set(STEPS) == set(DOORS)


def test_what_was_left_out_is_no_step() -> None:
    """Nothing is undone that is not done."""
    applied = apply(plan_of("- leave: {person: xu}"), org_of(BASE))
    assert () == door_steps(applied, OrgGraph(applied.org), {})
