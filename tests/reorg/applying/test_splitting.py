"""A team becomes several: who and what goes where, who follows whom, and what nobody named."""

import pytest

from orgmodel.reorg.applying.apply import Applied
from tests.reorg.applying.support import applied, faults, helps, marked, org_of, told

BASE = """
organisation: {reporting: lead}
people:
  {zoe: {manager: nobody}, ana: {manager: zoe}, bo: {}, cy: {manager: ana}, dee: {}, eli: {manager: ana}, far: {}}
teams:
  top: {lead: zoe}
  pay: {parent: top, type: stream-aligned, purpose: Money, lead: ana, members: [bo, {person: cy, role: qa}, dee]}
  sub: {parent: pay, members: [eli]}
  other: {members: [far]}
components: {ledger: {owner: pay}, cards-api: {owner: [pay, other]}, sign-in: {owner: other}}
"""
ALL = (
    "cards: {lead: bo, members: [bo, cy], components: [ledger]}, "
    "purse: {lead: ana, members: [dee], teams: [sub], components: [cards-api]}"
)


def split(into: str, base: str = BASE, more: str = "") -> Applied:
    """Split pay into parts that are written as YAML."""
    return applied(base, f"- split_team: {{team: pay, into: {{{into}}}{more}}}")


# --- the normal case


def test_a_team_becomes_two() -> None:
    """Each part has what it is given, and of the old one what holds for any part of it; the old one is no more."""
    found = split(ALL)
    assert [] == faults(found)
    teams = told(found, "teams")
    assert "pay" not in teams
    taken = {"parent": "top", "type": "stream-aligned"}
    assert {**taken, "lead": ["bo"], "members": ["bo", {"person": "cy", "role": "qa"}]} == teams["cards"]
    assert {**taken, "lead": ["ana"], "members": ["dee"]} == teams["purse"]
    assert "purse" == teams["sub"]["parent"]
    assert ["cards"] == told(found, "components")["ledger"]["owner"]
    assert ["purse", "other"] == told(found, "components")["cards-api"]["owner"]


def test_people_report_to_the_lead_of_their_part() -> None:
    """Who reported to the old lead by name; also in the teams below. The old lead stays where they were."""
    found = split(ALL)
    expected = {"ana": "zoe", "bo": None, "cy": "bo", "dee": None, "eli": "ana"}
    assert expected == {id: told(found, "people")[id].get("manager") for id in expected}
    stay = split(ALL, more=", reports: stay")
    expected = {"ana": "zoe", "bo": "ana", "cy": "ana", "dee": None, "eli": "ana"}
    assert expected == {id: told(stay, "people")[id].get("manager") for id in expected}


def test_members_may_come_from_elsewhere() -> None:
    """They leave the team they work in, also if they lead the part."""
    found = split(ALL.replace("lead: bo, members: [bo, cy]", "lead: far, members: [far, bo, cy]"))
    assert [] == faults(found)
    assert [] == told(found, "teams")["other"]["members"]
    assert ["bo", {"person": "cy", "role": "qa"}, "far"] == told(found, "teams")["cards"]["members"]


def test_somebody_may_be_in_both_parts_with_parts_of_their_time() -> None:
    """Stated shares do not contradict each other."""
    half = "{person: bo, allocation: 50%}"
    both = f"cards: {{members: [{half}, cy]}}, purse: {{members: [{half}, dee, ana]}}"
    found = split(both)
    assert {"person": "bo", "allocation": 0.5} in told(found, "teams")["cards"]["members"]
    assert {"person": "bo", "allocation": 0.5} in told(found, "teams")["purse"]["members"]


# --- what follows what


LINKED = (
    BASE.replace("sign-in: {", "gate: {operator: pay, change_approval: pay, depends_on: ledger, ")
    + """
dependencies: [{from: pay, to: other, kind: approval}, {from: other, to: pay}]
decisions: {price: {owner: pay, steps: [{by: pay, can: veto}]}}
initiatives:
  one: {team: pay, components: [ledger], contributors: [other]}
  two: {team: other, contributors: [{team: pay, people: [cy]}]}
metrics: {clicks: {owner: pay}}
hiring: {req: {team: pay}}
"""
)


def test_what_is_named_goes_where_it_is_named() -> None:
    """Each kind of thing has its own argument."""
    into = (
        "cards: {members: [bo, cy, ana], components: [ledger], depends_on: [other], initiatives: [one], "
        "metrics: clicks}, purse: {members: [dee], components: [cards-api], needed_by: other, initiatives: two, "
        "decisions: [price], "
        "hiring: req, teams: sub}"
    )
    found = split(into, LINKED)
    assert [("cards", "other"), ("other", "purse")] == [(each.source, each.target) for each in found.org.dependencies]
    assert {"owner": "purse", "steps": [{"by": "purse", "can": "veto"}]} == told(found, "decisions")["price"]
    assert "cards" == told(found, "initiatives")["one"]["team"]
    assert [{"team": "purse", "people": ["cy"]}] == told(found, "initiatives")["two"]["contributors"]
    assert ("cards", "purse") == (told(found, "metrics")["clicks"]["owner"], told(found, "hiring")["req"]["team"])
    assert [
        "X017 pay approved changes of gate, and the plan does not say who does now",
        "X017 pay ran gate, and the plan does not say who does now",
    ] == faults(found)


def test_all_else_goes_with_the_components_where_they_all_go_to_one_part() -> None:
    """Initiatives go with their own components, contributions with the people who are named for them."""
    into = "cards: {members: [bo, cy, ana], components: [ledger, cards-api], teams: sub}, purse: {members: [dee]}"
    found = split(into, LINKED)
    assert [] == faults(found)
    assert [("cards", "other"), ("other", "cards")] == [(each.source, each.target) for each in found.org.dependencies]
    assert "cards" == told(found, "components")["gate"]["operator"]
    assert "cards" == told(found, "initiatives")["one"]["team"]


def test_what_has_no_components_to_go_with_is_unplaced() -> None:
    """Where the components part, only what belongs to one of them can be said to go with it."""
    found = split(ALL, LINKED)
    assert "cards" == told(found, "initiatives")["one"]["team"]
    assert [{"team": "cards", "people": ["cy"]}] == told(found, "initiatives")["two"]["contributors"]
    assert [
        "X017 pay approved changes of gate, and the plan does not say who does now",
        "X017 pay ran gate, and the plan does not say who does now",
        "X017 pay owned the decision price, and the plan does not say who does now",
        "X017 pay was asked on the way to price, and the plan does not say who does now",
        "X017 pay depends on other, and the plan does not say which team does now",
        "X017 other depends on pay, and the plan does not say on which team now",
        "X017 pay hired through req, and the plan does not say who does now",
        "X017 pay answered for clicks, and the plan does not say who does now",
    ] == faults(found)
    assert "name it with `depends_on` or `needed_by` of a part, or drop it with `drop_dependency` before" in helps(
        found
    )
    assert () == found.org.dependencies


def test_a_contribution_of_somebody_in_both_parts_is_unplaced() -> None:
    """It cannot be said with which of them it goes."""
    base = BASE + "initiatives: {two: {team: other, contributors: [{team: pay, people: [cy]}]}}\n"
    half = "{person: cy, allocation: 50%}"
    into = (
        f"cards: {{members: [bo, {half}, ana], components: ledger, teams: sub}}, "
        f"purse: {{members: [dee, {half}], components: cards-api}}"
    )
    assert ["X017 pay took part in two, and the plan does not say who does now"] == faults(split(into, base))


# --- one part keeps the old id


def test_a_part_with_the_old_id_keeps_what_it_does_not_state() -> None:
    """But for its people: who is named in no part is out, and said; components stay with it, and are said."""
    found = applied(BASE, "- split_team: {team: pay, into: {pay: {members: [dee]}, cards: {lead: bo, members: [bo]}}}")
    pay = {"purpose": "Money", "parent": "top", "type": "stream-aligned", "lead": [], "members": ["dee"]}
    assert pay == told(found, "teams")["pay"]
    assert ["pay"] == told(found, "components")["ledger"]["owner"]
    assert "pay" == told(found, "teams")["sub"]["parent"]
    assert [
        "X017 cards-api of pay goes to none of the parts",
        "X017 ledger of pay goes to none of the parts",
        "X017 cy of pay goes to none of the parts",
        "X017 ana of pay goes to none of the parts",
    ] == faults(found)
    assert "name it under `components` of a part, pay included" == helps(found)[0]


def test_what_the_other_parts_do_not_name_stays_with_the_old_id() -> None:
    """Decisions, metrics and dependencies; those that are named go."""
    found = applied(
        LINKED,
        "- split_team: {team: pay, into: {pay: {lead: ana, members: [dee, cy], components: cards-api}, "
        "cards: {members: [bo], components: [ledger], depends_on: [other], metrics: clicks}}}",
    )
    assert [] == faults(found)
    assert [("cards", "other"), ("other", "pay")] == [(each.source, each.target) for each in found.org.dependencies]
    assert ("cards", "pay") == (told(found, "metrics")["clicks"]["owner"], told(found, "decisions")["price"]["owner"])


def test_dependencies_go_along_if_all_components_do() -> None:
    """Also where the old id stays."""
    found = applied(
        LINKED,
        "- split_team: {team: pay, into: {pay: {lead: ana, members: [dee, cy]}, "
        "cards: {members: [bo], components: [ledger, cards-api]}}}",
    )
    assert [("cards", "other"), ("other", "cards")] == [(each.source, each.target) for each in found.org.dependencies]


def test_a_lead_stays_lead_of_the_old_id_only_as_its_member() -> None:
    """Where nobody else is named to lead it."""
    found = applied(BASE, "- split_team: {team: pay, into: {pay: {members: [dee, ana]}, cards: {members: [bo, cy]}}}")
    assert ["ana"] == told(found, "teams")["pay"]["lead"]


# --- who and what is forgotten


def test_who_is_named_in_no_part_is_unplaced_unless_a_later_change_places_them() -> None:
    """Members and leads; whoever is moved or leaves before or after is placed."""
    into = "cards: {members: [bo], components: [ledger, cards-api], teams: sub}, purse: {members: [dee]}"
    both = ["X017 cy of pay goes to none of the parts", "X017 ana of pay goes to none of the parts"]
    assert both == faults(split(into))
    assert ["name them under `members` of a part, or let them `leave`"] * 2 == helps(split(into))
    rest = "- move_person: {person: cy, to: other}\n- leave: {person: ana, reports_to: zoe}\n"
    change = f"- split_team: {{team: pay, into: {{{into}}}}}\n"
    assert [] == faults(applied(BASE, change + rest)) == faults(applied(BASE, rest + change))


def test_a_component_that_goes_nowhere_is_unplaced_unless_it_is_handed_over() -> None:
    """Before or after."""
    into = "cards: {members: [bo, cy, ana], components: cards-api, teams: sub}, purse: {members: [dee]}"
    assert ["X017 pay owned ledger, and the plan does not say who does now"] == faults(split(into))
    change, rest = f"- split_team: {{team: pay, into: {{{into}}}}}\n", "- hand_over: {component: ledger, to: other}\n"
    assert [] == faults(applied(BASE, change + rest)) == faults(applied(BASE, rest + change))


def test_vacancies_and_domains_are_not_forgotten() -> None:
    """Domains go with the components that are in them."""
    base = BASE.replace("purpose: Money", "vacancies: 1, domains: [money, trust]").replace(
        "{owner: pay}", "{owner: pay, domain: money}"
    )
    base += "domains: {money: {}, trust: {}}\n"
    found = split(ALL, base)
    assert (["money"], None) == tuple(told(found, "teams")[id].get("domains") for id in ("cards", "purse"))
    assert [
        "X017 1 vacancy of pay goes to none of the parts",
        "X017 pay looked after the domain trust, and the plan does not say who does now",
    ] == faults(found)
    named = ALL.replace("members: [dee]", "members: [dee], vacancies: 1, domains: trust")
    assert [] == faults(split(named, base))


def test_a_handover_under_way_keeps_its_day() -> None:
    """Only the team is another one; so it is with who gets it afterwards."""
    base = BASE.replace(
        "sign-in: {owner: other}", "sign-in: {owner: {team: other, until: 2027-01-01, then: pay}}"
    ).replace("ledger: {owner: pay}", "ledger: {owner: {team: pay, until: 2027-01-01, then: other}}")
    found = split(ALL.replace("[cards-api]", "[cards-api, sign-in]"), base)
    assert [] == faults(found)
    ledger, gate = told(found, "components")["ledger"], told(found, "components")["sign-in"]
    assert [{"team": "cards", "until": "2027-01-01", "then": "other"}] == ledger["owner"]
    assert [{"team": "other", "until": "2027-01-01", "then": "purse"}] == gate["owner"]
    assert ["X017 sign-in was to go to pay, and the plan does not say who does now"] == faults(split(ALL, base))


def test_an_owner_that_says_its_kind_is_the_team_all_the_same() -> None:
    """``team:pay`` is pay."""
    base = BASE.replace("ledger: {owner: pay}", "ledger: {owner: 'team:pay'}")
    found = split(ALL, base)
    assert ([], ["cards"]) == (faults(found), told(found, "components")["ledger"]["owner"])


# --- people without names


HEADS = (
    "people: {ana: {}, bo: {}}\nteams: {crew: {headcount: 6, lead: ana}, bare: {headcount: 6}, far: {members: [bo]}}\n"
)


@pytest.mark.parametrize(
    ("into", "counts", "left"),
    [
        ("a: {heads: 4}, b: {heads: 2}", (4, 2), []),
        ("a: {heads: 4}, b: {heads: 1}", (4, 1), ["X017 1 of the 6 people of bare goes to none of the parts"]),
        ("a: {heads: 1}, b: {}", (1, None), ["X017 5 of the 6 people of bare go to none of the parts"]),
        ("a: {heads: 4}, bare: {heads: 2}", (4, 2), []),
        ("a: {heads: 4}, bare: {}", (4, 2), []),
        ("a: {headcount: 4}, b: {heads: 2}", (4, 2), []),
        ("a: {heads: 4, lead: bo, members: [bo]}, b: {heads: 2}", (5, 2), []),
    ],
)
def test_heads_are_shared_out(into: str, counts: tuple[int | None, ...], left: list[str]) -> None:
    """They go where they are counted; a part with the old id keeps the rest; who comes by name comes in addition."""
    found = applied(HEADS, f"- split_team: {{team: bare, into: {{{into}}}}}")
    parts = [id for id in ("a", "b", "bare") if id in found.org.teams]
    assert counts == tuple(found.org.teams[id].headcount for id in parts)
    assert left == faults(found)


@pytest.mark.parametrize(
    ("into", "counts", "left"),
    [
        ("a: {heads: 4, lead: ana}, b: {heads: 2}", (4, 2), []),  # the lead is one of the four
        ("a: {heads: 3, lead: ana}, b: {heads: 2}", (4, 2), []),  # the lead is a sixth
        (
            "a: {heads: 3, lead: ana}, b: {heads: 1}",
            (4, 1),
            ["X017 1 of the 6 people of crew goes to none of the parts"],
        ),
        ("a: {heads: 3, lead: ana}, crew: {}", (4, 2), []),
        ("a: {heads: 3}, b: {heads: 2}", (3, 2), ["X017 ana of crew goes to none of the parts"]),
        ("a: {heads: 3, lead: bo}, crew: {heads: 2, lead: ana}", (3, 3), []),
    ],
)
def test_a_lead_who_was_counted_is_not_lost(into: str, counts: tuple[int, ...], left: list[str]) -> None:
    """The headcount includes the lead: among the heads where it adds up only so, and otherwise in addition."""
    found = applied(HEADS, f"- split_team: {{team: crew, into: {{{into}}}}}")
    parts = [id for id in ("a", "b", "crew") if id in found.org.teams]
    assert (counts, left) == (tuple(found.org.teams[id].headcount for id in parts), faults(found))


def test_where_nobody_knows_how_many_there_are_heads_are_taken_as_stated() -> None:
    """Nothing can be said to be missing."""
    found = applied("teams: {bare: {}}\n", "- split_team: {team: bare, into: {a: {heads: 4}, b: {heads: 2}}}")
    assert ([], (4, 2)) == (faults(found), tuple(found.org.teams[id].headcount for id in "ab"))


# --- what cannot be


@pytest.mark.parametrize(
    ("into", "message", "text"),
    [
        ("cards: {members: [bo]}", "pay is split into fewer than two parts", "{cards: {members: [bo]}}"),
        ("", "pay is split into fewer than two parts", "{}"),
        ("cards: {}, other: {}", "the team other is there already", "{}"),
        ("cards: {members: [bo]}, purse: {members: [bo]}", "bo goes to both cards and purse", "[bo]"),
        ("cards: {components: ledger}, purse: {components: ledger}", "ledger goes to both cards and purse", "ledger"),
        ("cards: {teams: sub}, purse: {teams: sub}", "sub goes to both cards and purse", "sub"),
        ("cards: {components: sign-in}, purse: {}", "sign-in does not belong to pay", "sign-in"),
        ("cards: {parent: pay}, purse: {}", "cards cannot hang below pay, which is split and no part of itself", "pay"),
        ("cards: {teams: other}, purse: {}", "other does not hang below pay", "other"),
        ("cards: {depends_on: other}, purse: {}", "nothing declares that pay depends on other", "other"),
        ("cards: {needed_by: other}, purse: {}", "nothing declares that other depends on pay", "other"),
        ("cards: {metrics: clicks}, purse: {}", "clicks has nothing to do with pay", "clicks"),
        (
            "cards: {heads: 2}, purse: {}",
            "the parts get 2 people without names, and pay has 0",
            "{cards: {heads: 2}, purse: {}}",
        ),
        (
            "cards: {parent: purse}, purse: {parent: cards}",
            "the groups would become a circle: cards → purse → cards",
            "split_team",
        ),
        (
            "cards: {parent: sub, teams: sub}, purse: {}",
            "the groups would become a circle: cards → sub → cards",
            "split_team",
        ),
    ],
)
def test_splits_that_do_not_fit(into: str, message: str, text: str) -> None:
    """Each is left out as a whole, with its reason where it is written."""
    base = BASE + "metrics: {clicks: {}}\n"
    found = split(into, base)
    assert [f"X016 `split_team` is left out: {message}"] == faults(found)
    assert text == marked(found, found.faults[0])
    assert org_of(base) == found.org


def test_more_heads_than_there_are_cannot_be_shared_out() -> None:
    """Seven of six."""
    found = applied(HEADS, "- split_team: {team: bare, into: {a: {heads: 4}, b: {heads: 3}}}")
    assert ["X016 `split_team` is left out: the parts get 7 people, and bare has 6"] == faults(found)


def test_a_new_part_is_nobody_else() -> None:
    """The id of a new part stands for a team only where a team is meant that is above another."""
    found = applied(BASE, "- split_team: {team: pay, into: {cards: {members: [cards], teams: [purse]}, purse: {}}}")
    person, team = faults(found)
    assert person.startswith(
        "F008 `split_team` is left out: `into.members.person` names the person ‘cards’, which is not"
    )
    assert team.startswith("F008 `split_team` is left out: `into.cards.teams` names the team ‘purse’, which is not")
