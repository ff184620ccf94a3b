"""Teams are made, renamed and moved."""

import pytest

from tests.reorg.applying.support import applied, faults, helps, marked, org_of, told

BASE = """
organisation: {reporting: lead}
people: {zoe: {manager: nobody}, ana: {manager: zoe}, bo: {}, cy: {manager: ana}, dee: {}, eli: {}}
teams:
  top: {lead: zoe}
  cards: {parent: top, lead: ana, members: [bo, cy, {person: dee, allocation: 50%}]}
  sub: {parent: cards, members: [eli]}
  tills: {parent: top, members: [{person: dee, allocation: 50%}]}
components: {ledger: {owner: [cards, tills]}, till: {owner: tills}}
decisions: {price: {owner: cards, steps: [{by: cards, can: veto}]}}
dependencies: [{from: cards, to: tills}]
"""


# --- create_team


def test_members_of_a_new_team_leave_the_one_they_work_in() -> None:
    """Who reported to the old lead by name reports to the new one; components are handed over whole."""
    found = applied(BASE, "- create_team: {team: new, parent: top, lead: bo, members: [bo, cy], components: ledger}")
    assert [] == faults(found)
    assert {"parent": "top", "lead": ["bo"], "members": ["bo", "cy"]} == told(found, "teams")["new"]
    assert [{"person": "dee", "allocation": 0.5}] == told(found, "teams")["cards"]["members"]
    assert {"owner": ["new"]} == told(found, "components")["ledger"]
    assert "bo" == told(found, "people")["cy"]["manager"]


def test_who_only_leads_a_new_team_stays_where_they_are() -> None:
    """A lead may lead several teams."""
    found = applied(BASE, "- create_team: {team: new, lead: bo, members: [cy]}")
    assert ["bo", {"person": "dee", "allocation": 0.5}] == told(found, "teams")["cards"]["members"]


def test_who_comes_with_a_part_of_their_time_keeps_their_other_places() -> None:
    """Less than all of it is stated, so nothing is left."""
    found = applied(
        BASE, "- create_team: {team: new, members: [{person: dee, allocation: 20%}, {person: bo, allocation: 100%}]}"
    )
    assert [] == faults(found)
    assert {"person": "dee", "allocation": 0.5} in told(found, "teams")["cards"]["members"]
    assert "bo" not in told(found, "teams")["cards"]["members"]
    assert [{"person": "dee", "allocation": 0.2}, {"person": "bo", "allocation": 1.0}] == told(found, "teams")["new"][
        "members"
    ]


def test_members_of_a_new_team_may_keep_their_manager() -> None:
    """With `reports: stay`."""
    found = applied(BASE, "- create_team: {team: new, lead: bo, members: [cy], reports: stay}")
    assert "ana" == told(found, "people")["cy"]["manager"]


@pytest.mark.parametrize(
    ("change", "message", "text"),
    [
        ("{team: cards}", "X016 `create_team` is left out: the team cards is there already", "cards"),
        (
            "{team: new, members: [bo, dee]}",
            "X016 `create_team` is left out: dee works in 2 teams, cards, tills",
            "dee",
        ),
        (
            "{team: new, parent: tops}",
            "F008 `create_team` is left out: `parent` names the team ‘tops’, which is not",
            "tops",
        ),
        ("{team: new, components: nobody}", "", ""),
        (
            "{team: new, members: [bo, xu]}",
            "F008 `create_team` is left out: `members.person` names the person ‘xu’",
            "xu",
        ),
    ],
)
def test_teams_that_cannot_be_made(change: str, message: str, text: str) -> None:
    """Nothing of them is written; no components at all is nothing wrong."""
    found = applied(BASE, f"- create_team: {change}")
    if message:
        (fault,) = found.faults
        assert f"{fault.code} {fault.message}".startswith(message)
        assert text == marked(found, fault)
    assert (org_of(BASE) == found.org) == bool(message)


# --- rename_team


def test_a_team_gets_another_id_wherever_it_is_named() -> None:
    """Its history stays with it, and nothing names the old id."""
    found = applied(BASE, "- rename_team: {team: cards, to: purse, name: Purse}")
    assert [] == faults(found)
    assert ("Purse", ["cards"]) == (
        told(found, "teams")["purse"]["name"],
        told(found, "teams")["purse"]["renamed_from"],
    )
    assert "purse" == told(found, "teams")["sub"]["parent"]
    assert ["purse", "tills"] == told(found, "components")["ledger"]["owner"]
    assert {"owner": "purse", "steps": [{"by": "purse", "can": "veto"}]} == told(found, "decisions")["price"]
    assert ("purse", "tills") == (found.org.dependencies[0].source, found.org.dependencies[0].target)


def test_earlier_ids_are_kept_in_order_and_never_the_present_one() -> None:
    """Renamed twice, and back again."""
    there = applied(BASE, "- rename_team: {team: cards, to: b}\n- rename_team: {team: b, to: c}")
    assert ["cards", "b"] == told(there, "teams")["c"]["renamed_from"]
    back = applied(BASE, "- rename_team: {team: cards, to: b}\n- rename_team: {team: b, to: cards}")
    assert ["b"] == told(back, "teams")["cards"]["renamed_from"]


def test_a_team_may_get_the_id_of_a_person() -> None:
    """Where a name could mean both it says which it means; what named the person still does."""
    base = "people: {bo: {}}\nteams: {cards: {members: [bo]}}\n"
    base += "decisions: {price: {decider: cards, steps: [{by: cards}, {by: bo}]}}\n"
    base += "components: {till: {owner: bo}, cart: {owner: cards}}\n"
    found = applied(base, "- rename_team: {team: cards, to: bo}")
    assert {"decider": "team:bo", "steps": [{"by": "team:bo"}, {"by": "bo"}]} == told(found, "decisions")["price"]
    assert {"till": {"owner": ["person:bo"]}, "cart": {"owner": ["bo"]}} == told(found, "components")


def test_only_the_name_may_change() -> None:
    """The id stays, and it is no renaming that a comparison would have to know of."""
    found = applied(BASE, "- rename_team: {team: cards, to: cards, name: Purse}")
    assert [] == faults(found)
    assert "Purse" == told(found, "teams")["cards"]["name"]
    assert "renamed_from" not in told(found, "teams")["cards"]


@pytest.mark.parametrize(
    ("to", "message", "help"),
    [
        ("tills", "the team tills is there already", "choose another id, or use `merge_teams`"),
        ("cards", "cards is called so already", "take the change away"),
    ],
)
def test_ids_that_a_team_cannot_get(to: str, message: str, help: str) -> None:
    """One that another team has, and its own."""
    found = applied(BASE, f"- rename_team: {{team: cards, to: {to}}}")
    assert ([f"X016 `rename_team` is left out: {message}"], [help]) == (faults(found), helps(found))
    assert to == marked(found, found.faults[0])


# --- move_team


def test_a_team_hangs_below_another_group() -> None:
    """Who reported to the lead of the old group reports to that of the new one, the team's own lead first."""
    base = BASE.replace("tills: {parent: top,", "tills: {parent: top, lead: dee,")
    found = applied(base, "- move_team: {team: cards, to: tills}")
    assert "tills" == told(found, "teams")["cards"]["parent"]
    assert {"ana": "dee", "cy": "ana"} == {id: told(found, "people")[id]["manager"] for id in ("ana", "cy")}
    assert (
        "zoe" == told(applied(base, "- move_team: {team: cards, to: tills, reports: stay}"), "people")["ana"]["manager"]
    )


def test_a_team_may_hang_at_the_top() -> None:
    """`nobody` is above it then, and who reported to somebody by name still does."""
    found = applied(BASE, "- move_team: {team: cards, to: nobody}")
    assert "parent" not in told(found, "teams")["cards"]
    assert "zoe" == told(found, "people")["ana"]["manager"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("{team: top, to: sub}", "the groups would become a circle: top → sub → cards → top"),
        ("{team: cards, to: cards}", "the groups would become a circle: cards → cards"),
        ("{team: cards, to: top}", "cards hangs below top already"),
        ("{team: top, to: nobody}", "top hangs below nobody already"),
    ],
)
def test_places_where_a_team_cannot_hang(change: str, message: str) -> None:
    """Below itself, and where it is."""
    found = applied(BASE, f"- move_team: {change}")
    assert [f"X016 `move_team` is left out: {message}"] == faults(found)
    assert org_of(BASE) == found.org


def test_a_team_whose_parent_is_said_to_be_nobody_is_at_the_top() -> None:
    """It need not be moved there."""
    base = "teams: {cards: {parent: nobody}}\n"
    assert ["X016 `move_team` is left out: cards hangs below nobody already"] == faults(
        applied(base, "- move_team: {team: cards, to: nobody}")
    )
