"""A team ends: where its people, components and teams go, and what goes nowhere."""

import pytest

from tests.reorg.applying.support import applied, faults, helps, marked, org_of, told

BASE = """
organisation: {reporting: lead}
people:
  zoe: {manager: nobody}
  ana: {manager: zoe}
  bo: {since: 2020-01-01}
  cy: {manager: ana}
  dee: {}
  eli: {manager: ana}
  gus: {}
teams:
  top: {lead: zoe}
  cards: {parent: top, lead: ana,
    members: [{person: bo, role: qa, since: 2020-01-01}, cy, {person: gus, allocation: 20%}]}
  sub: {parent: cards, members: [eli]}
  purse: {parent: top, lead: dee, members: [{person: gus, allocation: 80%}]}
  far: {members: []}
components: {ledger: {owner: 'team:cards'}, gate: {owner: [cards, purse]}}
"""


def test_people_and_components_go_where_the_change_says() -> None:
    """Some by name, the rest together; who works in the receiving team anyway is in it once."""
    found = applied(
        BASE,
        "- dissolve_team: {team: cards, members_to: {far: [cy], purse: rest}, "
        "components_to: {far: ledger, purse: rest}, teams_to: top}",
    )
    assert [] == faults(found)
    assert "cards" not in found.org.teams
    assert ["cy"] == told(found, "teams")["far"]["members"]
    assert [{"person": "gus", "allocation": 0.8}, "bo", "ana"] == told(found, "teams")["purse"]["members"]
    assert "top" == told(found, "teams")["sub"]["parent"]
    assert {"ledger": {"owner": ["far"]}, "gate": {"owner": ["purse"]}} == told(found, "components")


def test_who_joins_another_team_is_new_there() -> None:
    """Role and day are those of the old team; the day of the wave is known where one is stated."""
    change = "dissolve_team: {team: cards, members_to: far, components_to: far, teams_to: top}"
    found = applied(BASE, f"waves: [{{date: 2027-02-01, changes: [{{{change}}}]}}]")
    assert {"person": "bo", "since": "2027-02-01"} == told(found, "teams")["far"]["members"][0]
    assert {"since": "2027-02-01"} == told(found, "people")["bo"]


def test_people_report_to_the_lead_of_the_team_they_go_to() -> None:
    """Who reported to the lead of the team that ends; those in teams below, to the lead of the group these hang in."""
    into = "members_to: {purse: [bo, cy], far: rest}, components_to: far, teams_to: purse"
    found = applied(BASE, f"- dissolve_team: {{team: cards, {into}}}")
    expected = {"ana": "zoe", "bo": None, "cy": "dee", "eli": "dee"}
    assert expected == {id: told(found, "people")[id].get("manager") for id in expected}
    stay = applied(BASE, f"- dissolve_team: {{team: cards, {into}, reports: stay}}")
    expected = {"ana": "zoe", "bo": "ana", "cy": "ana", "eli": "ana"}
    assert expected == {id: told(stay, "people")[id].get("manager") for id in expected}


def test_all_that_has_no_place_is_said() -> None:
    """People, components, teams below; who works elsewhere too stays there."""
    found = applied(BASE, "- dissolve_team: {team: cards}")
    assert [
        "X017 cards owned gate, and the plan does not say who does now",
        "X017 cards owned ledger, and the plan does not say who does now",
        "X017 cards held sub, and the plan does not say who does now",
        "X017 bo of cards goes nowhere",
        "X017 cy of cards goes nowhere",
        "X017 ana of cards goes nowhere",
    ] == faults(found)
    assert {"owner": []} == told(found, "components")["ledger"]
    assert "parent" not in told(found, "teams")["sub"]


def test_what_later_changes_place_is_not_said() -> None:
    """Whoever is moved, handed over or hung elsewhere has a place."""
    rest = """
- move_person: {person: bo, to: far}
- move_person: {person: cy, to: far}
- leave: {person: ana, reports_to: zoe}
- hand_over: {component: [ledger, gate], to: far}
- move_team: {team: sub, to: top}
"""
    assert [] == faults(applied(BASE, f"- dissolve_team: {{team: cards}}{rest}"))


def test_what_hangs_on_the_team_goes_with_its_components() -> None:
    """Where they all go to the same team; and the domain of a component with it."""
    base = BASE.replace("{owner: 'team:cards'}", "{owner: cards, domain: money}").replace(
        "lead: ana,", "lead: ana, domains: [money, trust],"
    )
    base += """
domains: {money: {}, trust: {}}
dependencies: [{from: cards, to: purse}]
metrics: {clicks: {owner: cards}}
"""
    change = "- dissolve_team: {team: cards, members_to: {purse: [bo, cy, ana]}, components_to: %s, teams_to: top}"
    found = applied(base, change % "far")
    assert ["X017 cards looked after the domain trust, and the plan does not say who does now"] == faults(found)
    assert ("far", "purse") == (found.org.dependencies[0].source, found.org.dependencies[0].target)
    assert "far" == told(found, "metrics")["clicks"]["owner"]
    assert ["money"] == told(found, "teams")["far"]["domains"]
    parted = applied(base, change % "{far: ledger, purse: gate}")
    assert [
        "X017 cards depends on purse, and the plan does not say which team does now",
        "X017 cards answered for clicks, and the plan does not say who does now",
        "X017 cards looked after the domain trust, and the plan does not say who does now",
    ] == faults(parted)
    assert "say so with `add_dependency`, or drop it with `drop_dependency` before" == helps(parted)[0]


def test_one_team_that_gets_everything_gets_domains_and_vacancies() -> None:
    """There is nobody else who could."""
    base = BASE.replace("lead: ana,", "lead: ana, domains: [trust], vacancies: 2,") + "domains: {trust: {}}\n"
    found = applied(base, "- dissolve_team: {team: cards, members_to: far, components_to: far, teams_to: top}")
    assert [] == faults(found)
    assert (["trust"], 2) == (told(found, "teams")["far"]["domains"], told(found, "teams")["far"]["vacancies"])
    parted = applied(
        base, "- dissolve_team: {team: cards, members_to: {far: [bo], purse: rest}, components_to: far, teams_to: top}"
    )
    assert "X017 2 vacancies of cards go nowhere" in faults(parted)


# --- people without names


HEADS = """
people: {ana: {}, bo: {}}
teams: {crew: {headcount: 6, lead: ana}, count: {headcount: 3}, list: {members: [bo]}, far: {}, out: {}}
"""


@pytest.mark.parametrize(
    ("to", "team", "headcount", "said"),
    [
        ("count", "count", 9, ["X017 ana goes to count, which lists no members"]),
        ("list", "list", 6, []),
        (
            "far",
            "far",
            None,
            ["X017 it is not known how many people far has, and so not how many there are with 5 more"],
        ),
        (
            "{far: [ana]}",
            "far",
            None,
            ["X017 it is not known how many people far has, and so not how many there are with 5 more"],
        ),
        ("{far: [ana], out: rest}", "out", None, ["X017 5 people of crew without names go nowhere"]),
    ],
)
def test_heads_go_with_the_people(to: str, team: str, headcount: int | None, said: list[str]) -> None:
    """All to one team; the lead goes by name. Nobody gets lost without a word."""
    found = applied(HEADS, f"- dissolve_team: {{team: crew, members_to: {to}}}")
    assert (headcount, said) == (found.org.teams[team].headcount, faults(found))


def test_heads_may_be_moved_before() -> None:
    """Then there is nobody left without a name."""
    found = applied(
        HEADS, "- move_heads: {from: crew, to: count, count: 5}\n- dissolve_team: {team: crew, members_to: list}"
    )
    assert ([], 8, ["bo", "ana"]) == (
        faults(found),
        found.org.teams["count"].headcount,
        told(found, "teams")["list"]["members"],
    )


# --- groups and councils


def test_the_teams_of_a_group_hang_where_the_change_says() -> None:
    """Below another group, or at the top."""
    base = "teams: {all: {}, top: {parent: all}, a: {parent: top}, b: {parent: top}}\n"
    above = applied(base, "- dissolve_team: {team: top, teams_to: all}")
    assert {"all": {}, "a": {"parent": "all"}, "b": {"parent": "all"}} == told(above, "teams")
    free = applied(base, "- dissolve_team: {team: top, teams_to: nobody}")
    assert ([], {"all": {}, "a": {}, "b": {}}) == (faults(free), told(free, "teams"))


def test_a_council_that_ends_is_asked_no_more() -> None:
    """Its members go on where they work; that nobody is asked in its place is said."""
    base = """
people: {bo: {}}
teams: {cards: {members: [bo]}, board: {kind: council, members: [bo]}}
decisions: {price: {owner: cards, steps: [{by: board, can: veto}]}}
"""
    found = applied(base, "- dissolve_team: {team: board}")
    assert ["X017 board was asked on the way to price, and the plan does not say who does now"] == faults(found)
    assert {"owner": "cards", "steps": []} == told(found, "decisions")["price"]
    assert [] == faults(applied(base, "- drop_step: {decision: price, by: board}\n- dissolve_team: {team: board}"))


# --- what cannot be


@pytest.mark.parametrize(
    ("more", "message", "text"),
    [
        ("members_to: cards", "X016 `dissolve_team` is left out: cards is the team that ends", "cards"),
        ("components_to: {cards: rest}", "X016 `dissolve_team` is left out: cards is the team that ends", "rest"),
        ("teams_to: cards", "X016 `dissolve_team` is left out: cards is the team that ends", "cards"),
        (
            "teams_to: sub",
            "X016 `dissolve_team` is left out: the groups would become a circle: sub → sub",
            "dissolve_team",
        ),
        (
            "members_to: {far: [bo], purse: [bo]}",
            "X016 `dissolve_team` is left out: bo goes to both far and purse",
            "[bo]",
        ),
        (
            "members_to: {far: rest, purse: rest}",
            "X016 `dissolve_team` is left out: the rest goes to both far and purse",
            "rest",
        ),
        ("members_to: {far: [eli]}", "X016 `dissolve_team` is left out: eli is nothing of cards", "[eli]"),
        ("components_to: {far: [till]}", "X016 `dissolve_team` is left out: till is nothing of cards", "[till]"),
        (
            "members_to: fra",
            "F008 `dissolve_team` is left out: `members_to` names the team ‘fra’, which is not there at this point",
            "fra",
        ),
    ],
)
def test_endings_that_do_not_fit(more: str, message: str, text: str) -> None:
    """Each is left out as a whole, with its reason where it is written."""
    found = applied(BASE, f"- dissolve_team: {{team: cards, {more}}}")
    assert [message] == faults(found)
    assert text == marked(found, found.faults[0])
    assert org_of(BASE) == found.org
