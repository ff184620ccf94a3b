"""Plans as a whole: waves, places, what contradicts what, and plans over organisations that they do not fit."""

from pathlib import Path

import pytest

from orgmodel.model.place import Spot
from orgmodel.reorg.applying.apply import apply
from orgmodel.reorg.applying.naming import Naming
from tests.reorg.applying.support import applied, faults, helps, marked, org_of, plan_of, told, where

BASE = """
people: {zoe: {}, ana: {manager: zoe}, bo: {}, cy: {}}
teams: {top: {lead: zoe}, cards: {parent: top, lead: ana, members: [bo]}, tills: {parent: top, members: [cy]}}
components: {ledger: {owner: cards}}
initiatives: {one: {leader: bo}}
decisions: {price: {decider: ana}}
"""


# --- waves


def test_there_is_a_state_after_each_wave() -> None:
    """What a later wave does is not there yet."""
    found = applied(
        BASE,
        """
waves:
  - changes: [{move_person: {person: bo, to: tills}}]
  - changes: [{leave: {person: bo}}]
""",
    )
    first, second = found.states
    assert [("bo" in first.people), ("bo" in second.people)] == [True, False]
    assert found.org is second
    assert [0, 1] == [done.wave for done in found.done]


def test_a_plan_without_changes_leads_nowhere() -> None:
    """The organisation is the base."""
    found = apply(plan_of("plan: {name: x}\nchanges: [{leave: {person: bo}}]"), org_of("teams: {a: {}}"))
    assert org_of("teams: {a: {}}") == found.org
    empty = apply(type(plan_of("- leave: {person: x}"))(), org_of(BASE))
    assert (org_of(BASE), (), (), ()) == (empty.org, empty.states, empty.faults, empty.done)


def test_the_base_can_be_shared() -> None:
    """Several plans over the same base need its references only once, and do not see each other."""
    naming = Naming(org_of(BASE))
    one = apply(plan_of("- move_person: {person: bo, to: tills}"), naming)
    other = apply(plan_of("- move_person: {person: cy, to: cards}"), naming)
    assert ["cy", "bo"] == [member.person for member in one.org.teams["tills"].members or ()]
    assert ["bo", "cy"] == [member.person for member in other.org.teams["cards"].members or ()]


# --- what is written and said


def test_each_change_is_left_out_as_a_whole_and_the_rest_goes_on() -> None:
    """Nothing of it is written, and later changes meet the organisation without it."""
    found = applied(
        BASE,
        """
- split_team: {team: cards, into: {a: {members: [bo, cy]}, tills: {members: []}}}
- change_manager: {person: [bo, ana], to: zoe}
- move_person: {person: bo, to: tills}
""",
    )
    assert [
        "X016 `split_team` is left out: the team tills is there already",
        "X016 `change_manager` is left out: ana reports to zoe already",
    ] == faults(found)
    assert {"lead": ["ana"], "parent": "top", "members": []} == told(found, "teams")["cards"]
    assert [2] == [done.planned.spot.path[0] for done in found.done]


def test_what_was_written_before_a_change_was_left_out_is_forgotten() -> None:
    """Where it was written, and what was said of it, as well as what an earlier change wrote and said."""
    base = BASE.replace("cards: {", "cards: {vacancies: 2, ").replace(
        "tills: {parent: top", "sub: {parent: cards}, tills: {parent: top"
    )
    found = applied(base, "- set: {entity: 'team:tills', purpose: x}\n- dissolve_team: {team: cards, teams_to: sub}\n")
    assert ["X016 `dissolve_team` is left out: the groups would become a circle: sub → sub"] == faults(found)
    cards, tills = (found.org.places.find(Spot("teams", id)) for id in ("cards", "tills"))
    assert cards is not None
    assert tills is not None
    assert ("org.yaml", "plan.yaml", 2) == (Path(cards.path).name, Path(tills.path).name, tills.line)
    again = applied(base, "- dissolve_team: {team: cards, teams_to: sub}\n- set: {entity: 'team:cards', purpose: x}\n")
    place = again.org.places.find(Spot("teams", "cards"))
    assert place is not None
    assert 3 == place.line


def test_what_a_change_wrote_has_its_place_in_the_plan() -> None:
    """The last change that wrote it; what none wrote has its place in the organisation's file."""
    found = applied(
        BASE,
        """
- move_person: {person: bo, to: tills}
- appoint_lead: {team: tills, person: bo}
""",
    )
    places = {id: found.org.places.find(Spot("teams", id)) for id in ("tills", "cards", "top")}
    assert {"tills": 4, "cards": 3, "top": 3} == {id: place.line for id, place in places.items() if place}
    top = places["top"]
    assert top is not None
    assert top.path.endswith("org.yaml")
    assert "people:" in (found.org.places.line(top, 2) or "")
    assert places["tills"] is not None
    assert "- appoint_lead" in (found.org.places.line(places["tills"], 4) or "")


@pytest.mark.parametrize(
    ("plan", "line", "text"),
    [
        ("changes:\n  - move_person:\n      person: bo\n      to: cards\n", "4:11", "cards"),
        ("changes:\n  - move_person:\n      person: bot\n      to: tills\n", "3:15", "bot"),
        ("changes:\n  - leave: {person: cy}\n"
         "  - change_manager:\n      people:\n        - bo\n        - ana\n      to: zoe\n", "6:11", "ana"),
        ("waves:\n  - name: w\n    changes:\n      - remove:\n          entity: team:x\n", "5:19", "team:x"),
        ("waves:\n- changes:\n  - leave: {person: cy}\n- changes:\n  - dissolve_team:\n      team: cards\n"
         "      members_to:\n        nope: rest\n", "8:15", "rest"),
        ("changes:\n  - split_team:\n      team: cards\n      into:\n"
         "        a: {members: [bo], components: [till]}\n        b: {}\n", "5:41", "till"),
        ("changes:\n  - dissolve_team: {team: cards}\n", "2:5", "dissolve_team"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_shown_where_it_is_written(plan: str, line: str, text: str) -> None:
    """Line and column of the argument, or of the change where there is none."""
    found = applied(BASE, plan)
    fault = found.faults[0]
    assert (line, text) == (where(found, fault), marked(found, fault))


# --- the same thing twice


@pytest.mark.parametrize(
    ("one", "other", "clause"),
    [
        ("move_person: {person: bo, to: tills}", "move_person: {person: bo, to: top}", "bo goes to tills"),
        ("leave: {person: bo}", "move_person: {person: bo, to: top}", "bo leaves"),
        ("move_person: {person: bo, to: tills}", "leave: {person: bo}", "bo goes to tills"),
        ("move_person: {person: bo, to: tills}", "create_team: {team: new, members: [bo]}", "bo goes to tills"),
        ("move_team: {team: cards, to: tills}", "move_team: {team: cards, to: nobody}", "cards hangs below tills"),
        ("rename_team: {team: cards, to: a}", "rename_team: {team: cards, to: b}", "cards is called a"),
        ("change_manager: {person: bo, to: ana}", "change_manager: {person: bo, to: zoe}", "bo reports to ana"),
        ("hand_over: {component: ledger, to: tills}", "hand_over: {component: ledger, to: bo}", "ledger goes to tills"),
        ("appoint_lead: {team: cards, person: bo}", "appoint_lead: {team: cards, person: cy}", "cards is led by bo"),
        ("create_team: {team: new, lead: bo}", "appoint_lead: {team: new, person: cy}", "new is led by bo"),
        ("create_team: {team: new, parent: top}", "move_team: {team: new, to: nobody}", "new hangs below top"),
        ("appoint_leader: {initiative: one, person: cy}", "appoint_leader: {initiative: one, person: ana}",
         "one is led by cy"),
        ("change_decider: {decision: price, to: bo}", "change_decider: {decision: price, to: cy}",
         "bo decides on price"),
        ("dissolve_team: {team: cards, members_to: tills}", "split_team: {team: cards, into: {a: {}, b: {}}}",
         "cards is dissolved"),
        ("merge_teams: {teams: [cards, tills], into: tills}", "dissolve_team: {team: cards}",
         "cards becomes part of tills"),
        ("dissolve_team: {team: cards, members_to: {tills: [bo]}, components_to: top}",
         "move_person: {person: bo, to: top}", "bo goes to tills"),
        ("dissolve_team: {team: cards, components_to: {tills: [ledger]}}", "hand_over: {component: ledger, to: bo}",
         "ledger goes to tills"),
        ("join: {person: new, team: tills}", "move_person: {person: new, to: top}", "new goes to tills"),
    ],
)  # fmt: skip
def test_the_same_thing_cannot_be_said_twice_in_one_wave(one: str, other: str, clause: str) -> None:
    """The first counts, and the second names the line of the first; in another wave it may be."""
    found = applied(BASE, f"- {one}\n- {other}\n")
    *_, said = faults(found)
    word = other.partition(":")[0]
    assert said.startswith(f"X016 `{word}` is left out: another change (")
    assert said.endswith(f"plan.yaml:2) says that {clause}")
    assert "keep one of them, or put them into different waves" == helps(found)[-1]
    assert 1 == len(found.done)
    later = applied(BASE, f"waves: [{{changes: [{{{one}}}]}}, {{changes: [{{{other}}}]}}]")
    assert not any("another change" in fault for fault in faults(later))


def test_the_same_thing_said_alike_is_no_contradiction() -> None:
    """The second is left out because it is so already."""
    found = applied(BASE, "- move_person: {person: bo, to: tills}\n- move_person: {person: bo, to: tills}")
    assert ["X016 `move_person` is left out: bo is in tills already"] == faults(found)


def test_the_rest_of_two_teams_is_not_the_same() -> None:
    """Two teams may end in one wave, and what is left of each may go elsewhere."""
    base = BASE.replace("cards: {", "far: {}, cards: {")
    changes = (
        "- dissolve_team: {team: cards, members_to: {top: rest}, components_to: top}\n"
        "- dissolve_team: {team: tills, members_to: {far: rest}}\n"
    )
    assert ([], 2) == (faults(applied(base, changes)), len(applied(base, changes).done))


def test_a_change_that_was_left_out_contradicts_nothing() -> None:
    """The next one that says otherwise is applied."""
    found = applied(BASE, "- move_person: {person: bo, to: cards}\n- move_person: {person: bo, to: tills}")
    assert 1 == len(found.faults)
    assert 1 == len(found.done)


# --- two plans


def test_a_plan_that_contradicts_an_earlier_one_names_its_line() -> None:
    """File and line of the other plan stand in the message."""
    first = plan_of("changes:\n  - leave: {person: cy}\n  - hand_over: {component: ledger, to: tills}\n", "one.yaml")
    second = plan_of("changes:\n  - hand_over: {component: ledger, to: bo}\n", "two.yaml")
    there = apply(first, org_of(BASE))
    found = apply(second, there.org, earlier=[first])
    (said,) = faults(found)
    assert said.endswith("one.yaml:3) says that ledger goes to tills")
    assert ["keep one of them"] == helps(found)
    assert "2:5" == where(found, found.faults[0])
    assert [] == faults(apply(second, there.org))


def test_what_an_earlier_plan_has_ended_is_said_with_its_line() -> None:
    """Teams that were split, dissolved, merged or renamed, and people who left."""
    first = plan_of(
        """
changes:
  - dissolve_team: {team: cards, members_to: tills, components_to: tills}
  - rename_team: {team: top, to: all}
  - leave: {person: zoe}
""",
        "one.yaml",
    )
    second = plan_of(
        "- move_team: {team: tills, to: top}\n- appoint_lead: {team: cards, person: bo}\n"
        "- change_manager: {person: bo, to: zoe}\n- move_team: {team: cord, to: tills}\n"
    )
    found = apply(second, apply(first, org_of(BASE)).org, earlier=[first])
    top, cards, zoe, cord = faults(found)
    assert top.endswith(
        "names the team ‘top’, which is not there at this point: top is called all (" + _file(top) + ":4)"
    )
    assert cards.endswith("which is not there at this point: cards is dissolved (" + _file(cards) + ":3)")
    assert zoe.endswith("which is not there at this point: zoe leaves (" + _file(zoe) + ":5)")
    assert cord.endswith("which is not there at this point")


def _file(said: str) -> str:
    path = said.rpartition("(")[2].partition(":")[0]
    assert path.endswith("one.yaml")
    return path


def test_what_the_plan_itself_has_ended_is_said_with_its_line() -> None:
    """In the same wave and in a later one."""
    found = applied(
        BASE, "- merge_teams: {teams: [cards, tills], into: pay, lead: bo}\n- move_team: {team: cards, to: nobody}"
    )
    assert faults(found)[0].endswith(
        "which is not there at this point: cards becomes part of pay (" + _own(found) + ":2)"
    )
    waves = "waves: [{changes: [{leave: {person: bo}}]}, {changes: [{move_person: {person: bo, to: tills}}]}]"
    assert "bo leaves (" in faults(applied(BASE, waves))[0]
    assert "name what there is then, or go first" == helps(found)[0]


def _own(found: object) -> str:
    return str(faults(found)[0]).rpartition("(")[2].partition(":")[0]  # type: ignore[arg-type]  # what `applied` gives


def test_a_plan_over_an_organisation_it_does_not_fit() -> None:
    """Where everything is gone each change is said once, and nothing is written."""
    plan = plan_of(
        """
- split_team: {team: cards, into: {a: {members: [bo]}, b: {members: [ana]}}}
- merge_teams: {teams: [cards, tills], into: pay}
- move_person: {person: bo, to: tills}
- hand_over: {component: ledger, to: tills}
- appoint_leader: {initiative: one, person: bo}
- change_decider: {decision: price, to: bo}
- add_dependency: {from: cards, to: tills}
- drop_step: {decision: price, by: bo}
- set: {entity: 'team:cards', name: C}
- remove: {entity: 'team:cards'}
"""
    )
    base = org_of("teams: {other: {}}")
    found = apply(plan, base)
    assert base == found.org
    assert {"F008"} == {fault.code for fault in found.faults}
    assert set(range(10)) == {fault.spot.path[0] for fault in found.faults}


# --- the plan as a whole


def test_a_plan_that_leaves_nobody_is_said() -> None:
    """Nobody, no team, or neither."""
    base = "people: {bo: {}}\nteams: {a: {}}\n"
    both = applied(base, "plan: {name: x}\nchanges: [{leave: {person: bo}}, {dissolve_team: {team: a}}]")
    assert ["X016 after this plan nobody and no team is left"] == faults(both)
    assert "1:1" == where(both, both.faults[0])
    assert ["X016 after this plan nobody is left"] == faults(applied(base, "- leave: {person: bo}"))
    assert ["X016 after this plan no team is left"] == faults(applied(base, "- dissolve_team: {team: a}"))
    assert [] == faults(applied("components: {c: {}}", "- remove: {entity: 'component:c'}"))


def test_the_case_names_who_and_what_is_there() -> None:
    """A sponsor, team or initiative that means nobody is said, and nothing is left out for it."""
    found = applied(
        BASE,
        "plan:\n  name: x\n  sponsor: zo\n  measure: {id: fan_in, team: card}\nchanges: [{leave: {person: bo}}]\n",
    )
    team, sponsor = found.faults
    assert "`measure.team` names the team ‘card’, which is not there at this point" == team.message
    assert "`sponsor` names the person ‘zo’, which is not there at this point" == sponsor.message
    assert ("card", "zo") == (marked(found, team), marked(found, sponsor))
    assert 1 == len(found.done)
