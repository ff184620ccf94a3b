"""Several teams become one: what it has of each, who leads it, and what becomes one that was two."""

import pytest

from tests.reorg.applying.support import applied, faults, helps, marked, org_of, told

BASE = """
organisation: {reporting: lead}
people: {zoe: {manager: nobody}, ana: {manager: zoe}, bo: {manager: ana}, cy: {},
  dee: {manager: zoe}, eli: {manager: dee}}
teams:
  top: {lead: zoe}
  cards: {parent: top, lead: ana, members: [bo, {person: cy, allocation: 50%}], vacancies: 1, needs_skills: [go]}
  purse: {parent: top, lead: dee, members: [dee, {person: cy, allocation: 40%}], vacancies: 2, needs_skills: [go, js]}
  sub: {parent: purse, members: [eli]}
  far: {}
components: {ledger: {owner: [cards, purse], change_approval: [cards, purse]},
  gate: {owner: purse, change_approval: far}}
dependencies: [{from: far, to: cards}, {from: far, to: purse}, {from: cards, to: purse}, {from: purse, to: far}]
decisions: {price: {owner: cards, steps: [{by: purse, can: veto}]}}
initiatives:
  one: {team: cards, contributors: [{team: purse}]}
  two:
    team: far
    contributors: [{team: cards, ask: self-service, people: [bo], allocation: 10%},
      {team: purse, ask: custom, people: [cy]}]
"""


def test_the_new_team_has_all_they_had() -> None:
    """People with the sum of their shares, vacancies, skills; the teams below it hang below it."""
    found = applied(BASE, "- merge_teams: {teams: [cards, purse], into: pay, lead: ana}")
    assert [] == faults(found)
    pay = {
        "parent": "top",
        "lead": ["ana"],
        "members": ["bo", {"person": "cy", "allocation": 0.9}, "dee"],
        "vacancies": 3,
        "needs_skills": ["go", "js"],
    }
    assert pay == told(found, "teams")["pay"]
    assert ["far", "pay", "sub", "top"] == sorted(found.org.teams)
    assert "pay" == told(found, "teams")["sub"]["parent"]


def test_what_named_two_names_one() -> None:
    """Owners, approvals, dependencies and contributions; nobody depends on themselves."""
    found = applied(BASE, "- merge_teams: {teams: [cards, purse], into: pay, lead: ana}")
    assert {"owner": ["pay"], "change_approval": [{"by": "pay"}]} == told(found, "components")["ledger"]
    assert [("far", "pay"), ("pay", "far")] == [(each.source, each.target) for each in found.org.dependencies]
    assert {"team": "pay", "contributors": []} == told(found, "initiatives")["one"]
    joined = {"team": "pay", "ask": "custom", "people": ["bo", "cy"]}
    assert [joined] == told(found, "initiatives")["two"]["contributors"]
    assert {"owner": "pay", "steps": [{"by": "pay", "can": "veto"}]} == told(found, "decisions")["price"]


def test_those_who_reported_to_one_of_the_leads_report_to_the_new_one() -> None:
    """Also in the teams below; a lead who leads no longer stays as a member."""
    found = applied(BASE, "- merge_teams: {teams: [cards, purse], into: pay, lead: bo}")
    expected = {"ana": "zoe", "bo": "zoe", "dee": "zoe", "eli": "bo"}
    assert expected == {id: told(found, "people")[id]["manager"] for id in expected}
    assert "ana" in told(found, "teams")["pay"]["members"]
    stay = applied(BASE, "- merge_teams: {teams: [cards, purse], into: pay, lead: bo, reports: stay}")
    assert {"bo": "ana", "eli": "dee"} == {id: told(stay, "people")[id]["manager"] for id in ("bo", "eli")}


def test_a_team_that_keeps_its_id_keeps_what_it_is() -> None:
    """Its lead and its group."""
    found = applied(BASE, "- merge_teams: {teams: [cards, purse], into: purse}")
    assert [] == faults(found)
    assert ["dee"] == told(found, "teams")["purse"]["lead"]
    assert {"bo": "dee", "eli": "dee"} == {id: told(found, "people")[id]["manager"] for id in ("bo", "eli")}


def test_what_is_not_clear_is_unplaced_unless_a_later_change_says_it() -> None:
    """The lead where there were several, and the group where there were."""
    base = BASE.replace("far: {}", "far: {lead: eli}")
    change = "- merge_teams: {teams: [cards, far], into: pay}\n"
    assert [
        "X017 ana and eli led the teams that become pay, and the plan does not say who leads it",
        "X017 pay is merged from teams of 2 groups, and the plan does not say where it hangs",
    ] == sorted(faults(applied(base, change)))
    rest = "- appoint_lead: {team: pay, person: bo}\n- move_team: {team: pay, to: top}\n"
    assert [] == faults(applied(base, change + rest))
    assert [] == faults(applied(base, "- merge_teams: {teams: [cards, far], into: pay, lead: bo, parent: top}"))


def test_what_all_agree_on_stays() -> None:
    """Kind, type, reporting, and the lead whom they have in common."""
    base = """
people: {ana: {}}
teams: {a: {type: platform, lead: ana}, b: {type: platform, kind: team, lead: ana}, c: {type: enabling}}
"""
    found = applied(base, "- merge_teams: {teams: [a, b], into: ab}")
    assert {"ab": {"kind": "team", "type": "platform", "lead": ["ana"]}, "c": {"type": "enabling"}} == told(
        found, "teams"
    )
    assert [] == faults(found)
    assert "type" not in told(applied(base, "- merge_teams: {teams: [a, c], into: ac}"), "teams")["ac"]


def test_a_team_of_others_is_one_of_others_only_if_all_were() -> None:
    """Half of it is audited."""
    base = "teams: {a: {external: true}, b: {external: true}, c: {}}\n"
    assert {"external": True} == told(applied(base, "- merge_teams: {teams: [a, b], into: ab}"), "teams")["ab"]
    assert {} == told(applied(base, "- merge_teams: {teams: [a, c], into: ac}"), "teams")["ac"]


def test_the_change_may_say_who_is_in_it() -> None:
    """Who comes from elsewhere leaves there; who is not named is unplaced."""
    found = applied(BASE, "- merge_teams: {teams: [cards, purse], into: pay, lead: ana, members: [bo, eli, dee]}")
    assert ["bo", "dee", "eli"] == told(found, "teams")["pay"]["members"]
    assert [] == told(found, "teams")["sub"]["members"]
    assert ["X017 cy is no member of pay"] == faults(found)


@pytest.mark.parametrize(
    ("teams", "members", "headcount"),
    [
        ("a: {headcount: 3}, b: {headcount: 4}", None, 7),
        ("a: {headcount: 3}, b: {members: [bo, cy, seat]}", ["bo", "cy", "seat"], 5),
        ("a: {headcount: 3}, b: {}", None, None),
        ("a: {members: [bo]}, b: {members: [cy]}", ["bo", "cy"], None),
    ],
)
def test_headcounts_are_added(teams: str, members: list[str] | None, headcount: int | None) -> None:
    """Who is listed counts with them, vacant positions do not; with one unknown the sum is unknown."""
    base = f"people: {{bo: {{}}, cy: {{}}, seat: {{status: vacant}}}}\nteams: {{{teams}}}\n"
    merged = told(applied(base, "- merge_teams: {teams: [a, b], into: ab}"), "teams")["ab"]
    assert (members, headcount) == (merged.get("members"), merged.get("headcount"))


def test_a_group_and_a_team_below_it_become_one() -> None:
    """Only into the group."""
    found = applied(BASE, "- merge_teams: {teams: [sub, purse], into: purse}")
    assert ([], "top") == (faults(found), told(found, "teams")["purse"]["parent"])


@pytest.mark.parametrize(
    ("change", "message", "help", "text"),
    [
        ("{teams: [cards], into: pay}", "one team alone cannot be merged", "name two or more", "[cards]"),
        ("{teams: [cards, cards], into: pay}", "one team alone cannot be merged", "name two or more", "[cards, cards]"),
        ("{teams: [cards, purse], into: far}", "the team far is there already", "name far under `teams`", "far"),
        ("{teams: [sub, purse], into: pay}", "sub hangs below purse", "merge into purse, or move sub", "[sub, purse]"),
        ("{teams: [sub, purse], into: sub}", "sub hangs below purse", "merge into purse, or move sub", "[sub, purse]"),
        ("{teams: [cards, purse], into: pay, parent: cards}", "pay cannot hang below cards", "name another", "cards"),
        ("{teams: [cards, purse], into: pay, parent: sub}", "the groups would become a circle: pay → sub → pay",
         "hang one of them elsewhere", "merge_teams"),
    ],
)  # fmt: skip
def test_mergers_that_do_not_fit(change: str, message: str, help: str, text: str) -> None:
    """Each is left out as a whole, with its reason where it is written."""
    found = applied(BASE, f"- merge_teams: {change}")
    assert [f"X016 `merge_teams` is left out: {message}"] == faults(found)
    assert helps(found)[0].startswith(help)
    assert text == marked(found, found.faults[0])
    assert org_of(BASE) == found.org
