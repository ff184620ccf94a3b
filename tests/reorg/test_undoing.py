"""The way back from a plan, in the words of plans."""

import pytest

from orgmodel.model.plan import Plan
from orgmodel.reorg.applying.apply import apply
from orgmodel.reorg.undoing import undo
from orgmodel.reorg.wording import in_words
from tests.reorg.applying.support import org_of, plan_of

BASE = """
organisation: {name: Shop, reporting: lead}
people: {zoe: {manager: nobody}, ana: {manager: zoe}, bo: {since: 2020-01-01, x-desk: 1}, cy: {manager: ana}, law: {}}
teams:
  top: {lead: zoe}
  cards: {parent: top, lead: ana, members: [{person: bo, role: qa}, cy], x-floor: 2}
  tills: {parent: top, members: []}
  crew: {headcount: 4}
  count: {headcount: 2}
components: {ledger: {owner: cards}, gate: {owner: [cards, tills]}, loose: {}}
initiatives: {one: {leader: {person: bo, allocation: 20%}, team: cards}, two: {leader: nobody}, three: {}}
decisions: {price: {owner: cards, decider: ana, steps: [{by: law, can: veto}, {by: tills}, {by: law}]}, free: {}}
dependencies:
  - {from: cards, to: tills, kind: api}
  - {from: tills, to: cards}
  - {from: cards, to: tills, kind: api}
"""


def back(changes: str, base: str = BASE) -> list[str]:
    """Apply changes, and say what undoes them in words; the way back must lead to the base, without a fault."""
    plan, org = plan_of(changes), org_of(base)
    there = apply(plan, org)
    way = undo(plan, there)
    found = apply(way, there.org)
    assert (org, ()) == (found.org, found.faults)
    return [in_words(change) for change, _ in way.changes]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ("rename_team: {team: cards, to: purse}", "purse is called cards"),
        ("move_team: {team: cards, to: tills}", "cards hangs below top"),
        ("move_team: {team: crew, to: top}", "crew hangs at the top"),
        ("move_person: {person: cy, to: tills}", "cy moves from tills to cards"),
        ("move_heads: {from: crew, to: count, count: 3}", "3 people move from count to crew"),
        ("change_manager: {person: cy, to: zoe}", "cy reports to ana"),
        ("appoint_lead: {team: cards, person: cy}", "ana leads the team cards"),
        ("appoint_leader: {initiative: one, person: cy}", "bo leads one with 20 % of their time"),
        ("appoint_leader: {initiative: two, person: cy}", "nobody leads two"),
        ("hand_over: {component: ledger, to: tills}", "ledger goes to cards"),
        ("add_dependency: {from: tills, to: crew}", "tills depends on crew no more"),
        ("drop_dependency: {from: tills, to: cards}", "tills depends on cards"),
        ("add_step: {decision: price, by: zoe}", "zoe is asked no more on the way to price"),
        ("drop_step: {decision: price, by: tills}", "tills is asked on the way to price"),
        ("change_decider: {decision: price, to: bo}", "ana decides on price"),
        ("join: {person: hal, team: tills}", "hal leaves"),
        ("set: {entity: 'person:bo', title: T}", "title of bo is set"),
        ("set: {entity: organisation, name: Store}", "name of the organisation is set"),
        ("create: {entity: 'component:till', owner: cards}", "the component till is taken out"),
        ("remove: {entity: 'component:ledger'}", "the component ledger is made"),
    ],
)
def test_each_change_is_undone_by_its_opposite(change: str, expected: str) -> None:
    """In the same words where there are some, first; the base comes back exactly."""
    assert expected == back(f"- {change}")[0]


@pytest.mark.parametrize(
    "change",
    [
        "split_team: {team: cards, into: {a: {lead: bo, members: [bo]}, b: {members: [cy], components: ledger}}}",
        "split_team: {team: cards, into: {cards: {members: [bo, ana]}, b: {members: [cy]}}}",
        "split_team: {team: crew, into: {a: {heads: 1}, b: {heads: 3}}}",
        "merge_teams: {teams: [cards, tills], into: pay, lead: bo}",
        "merge_teams: {teams: [cards, tills, crew], into: tills}",
        "dissolve_team: {team: cards, members_to: tills, components_to: {tills: rest}}",
        "dissolve_team: {team: top, teams_to: crew}",
        "dissolve_team: {team: crew, members_to: count}",
        "create_team: {team: new, lead: bo, members: [bo, cy], components: [gate]}",
        "create_team: {team: law}",
        "rename_team: {team: tills, to: law}",
        "leave: {person: ana, reports_to: bo}",
        "leave: {person: ana}",
        "remove: {entity: 'team:cards'}",
        "remove: {entity: 'person:law'}",
        "drop_dependency: {from: cards, to: tills, at: 2}",
        "drop_dependency: {from: cards, to: tills, kind: api}",
        "change_dependency: {from: tills, to: cards, kind: event, until: 2027-01-01}",
        "drop_step: {decision: price, by: law}",
        "change_decider: {decision: free, to: bo}",
        "hand_over: {component: [ledger, gate, loose], to: tills}",
        "appoint_leader: {initiative: three, person: bo}",
        "appoint_lead: {team: crew, person: bo}",
        "set: {entity: 'person:bo', x-desk: , x-new: 2, since: }",
        "join: {person: tills, team: cards}",
    ],
)
def test_what_has_no_opposite_is_set_as_it_was(change: str) -> None:
    """The base comes back exactly, whatever it was."""
    assert [] != back(f"- {change}")


def test_changes_are_undone_from_the_last_to_the_first() -> None:
    """Also where one rests on the other."""
    assert ["bo moves from new to cards", "the team new is taken out"] == [
        each
        for each in back("- create_team: {team: new}\n- move_person: {person: bo, to: new}")
        if "is set" not in each and "are set" not in each
    ]


def test_waves_are_undone_in_reverse() -> None:
    """Each wave by one of its own, which says from which; a single one needs no name."""
    plan = plan_of(
        """
plan: {name: Two steps}
waves:
  - {name: first, changes: [{leave: {person: bo}}]}
  - {changes: [{move_team: {team: tills, to: cards}}]}
  - {name: third, changes: [{leave: {person: nobody-there}}]}
"""
    )
    way = undo(plan, apply(plan, org_of(BASE)))
    assert [None, "back from first"] == [wave.name for wave in way.waves]
    assert "Way back from: Two steps" == way.case.name
    alone = plan_of("waves: [{name: first, changes: [{leave: {person: bo}}]}]")
    assert [None] == [wave.name for wave in undo(alone, apply(alone, org_of(BASE))).waves]


def test_what_was_left_out_needs_no_way_back() -> None:
    """A plan of which nothing fits is undone by nothing."""
    assert [] == back("- leave: {person: xu}\n- move_team: {team: cards, to: top}")


def test_opposites_that_contradict_each_other_are_set() -> None:
    """Appointed twice in one wave, with a move between: the way back says of one wave each thing once."""
    appoint, move = "- appoint_lead: {team: cards, person: bo}\n", "- move_person: {person: bo, to: tills}\n"
    said = back(appoint + move + appoint)
    assert "bo moves from tills to cards" in said
    assert ["nobody leads the team cards"] == [each for each in said if "leads" in each]


def test_opposites_in_two_waves_do_not_contradict_each_other() -> None:
    """Each wave is undone by one of its own."""
    waves = (
        "waves: [{changes: [{appoint_lead: {team: cards, person: bo}}]}, "
        "{changes: [{appoint_lead: {team: cards, person: law}}]}]"
    )
    assert ["bo leads the team cards", "ana leads the team cards"] == [each for each in back(waves) if "leads" in each]


def test_dependencies_come_back_where_they_were() -> None:
    """Several of them at once, between others that stayed."""
    pairs = [("a", "b"), ("x", "a"), ("b", "a"), ("b", "x"), ("a", "c"), ("c", "x"), ("c", "a")]
    listed = ", ".join(f"{{from: {one}, to: {other}}}" for one, other in pairs)
    assert [] != back("- remove: {entity: 'team:x'}", f"teams: {{a: , b: , c: , x: }}\ndependencies: [{listed}]\n")


def test_the_way_back_has_a_way_back() -> None:
    """Undoing what undoes a plan leads there again."""
    plan, org = plan_of("- split_team: {team: cards, into: {a: {members: [bo]}, b: {members: [cy]}}}"), org_of(BASE)
    there = apply(plan, org)
    way = undo(plan, there)
    again = undo(way, apply(way, there.org))
    assert there.org == apply(again, org).org
    assert isinstance(again, Plan)
