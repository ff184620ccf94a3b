"""People move, join and leave: who follows them, what goes along, and what cannot be."""

import datetime

import pytest

from tests.reorg.applying.support import applied, faults, helps, marked, org_of, told

BASE = """
organisation: {reporting: lead}
people:
  zoe: {manager: nobody}
  ana: {manager: zoe}
  bo: {since: 2021-01-01}
  cy: {}
  dee: {}
  eli: {manager: ana}
  gus: {manager: eli}
  seat: {status: vacant, title: Engineer, manager: ana}
teams:
  top: {lead: zoe}
  cards: {parent: top, lead: ana, members: [bo, {person: cy, allocation: 60%, since: 2020-02-02}, eli, seat]}
  tills: {parent: top, lead: dee, members: [dee, {person: cy, allocation: 40%}]}
  crew: {headcount: 5}
  board: {kind: council, members: [bo, dee]}
"""


def members(found: object, team: str) -> object:
    """Return the members of a team after a plan."""
    return told(found, "teams", team)[team].get("members")  # type: ignore[arg-type]  # what `applied` gives


# --- move_person


def test_a_person_leaves_the_only_team_they_work_in() -> None:
    """Councils stay; whoever reports by leading alone reports to the new lead without a word."""
    found = applied(BASE, "- move_person: {person: bo, to: tills}")
    assert [] == faults(found)
    assert [{"person": "cy", "allocation": 0.6, "since": "2020-02-02"}, "eli", "seat"] == members(found, "cards")
    assert ["dee", {"person": "cy", "allocation": 0.4}, "bo"] == members(found, "tills")
    assert ["bo", "dee"] == members(found, "board")
    assert {} == told(found, "people", "bo")["bo"]


def test_who_reported_to_the_old_lead_by_name_reports_to_the_new_one() -> None:
    """`reports: follow` rewrites a written manager who was the lead, and no other."""
    found = applied(BASE, "- move_person: {person: eli, to: tills}\n- move_person: {person: gus, to: tills}")
    assert ({"manager": "dee"}, {"manager": "eli"}) == tuple(told(found, "people", "eli", "gus").values())


def test_who_stays_with_their_manager_is_written_down() -> None:
    """`reports: stay` keeps the manager, also one that only followed from who led."""
    found = applied(BASE, "- move_person: {person: bo, to: tills, reports: stay}")
    assert {"manager": "ana"} == told(found, "people", "bo")["bo"]


def test_the_share_of_time_goes_along_unless_another_is_stated() -> None:
    """Who leaves a team that had 60 % of them brings 60 %, or what the change says; since when is not kept."""
    along = applied(BASE, "- move_person: {person: cy, from: cards, to: board}")
    stated = applied(BASE, "- move_person: {person: cy, from: cards, to: board, allocation: 10%, role: chair}")
    assert {"person": "cy", "allocation": 0.6} == members(along, "board")[-1]  # type: ignore[index]  # a list
    expected = {"person": "cy", "allocation": 0.1, "role": "chair"}
    assert expected == members(stated, "board")[-1]  # type: ignore[index]  # a list


def test_since_when_somebody_is_in_their_team_is_the_day_of_the_wave() -> None:
    """It is renewed where it was stated, forgotten without a date, and kept by who leaves no team that works."""
    day = "waves: [{date: 2027-02-01, changes: [{move_person: {person: %s, from: %s, to: %s}}]}]"
    assert datetime.date(2027, 2, 1) == applied(BASE, day % ("bo", "cards", "tills")).org.people["bo"].since
    moved = applied(BASE, day % ("cy", "cards", "board")).org.teams["board"].members
    assert moved is not None
    assert datetime.date(2027, 2, 1) == moved[-1].since
    kept = datetime.date(2021, 1, 1)
    assert kept == applied(BASE, "- move_person: {person: bo, from: board, to: top}").org.people["bo"].since
    assert kept == applied(BASE, "- move_person: {person: bo, from: nobody, to: tills}").org.people["bo"].since


def test_a_lead_who_moves_leads_no_more() -> None:
    """The team is led by nobody until somebody is appointed."""
    found = applied(BASE, "- move_person: {person: ana, to: tills}")
    assert [] == told(found, "teams", "cards")["cards"]["lead"]
    assert "ana" in members(found, "tills")  # type: ignore[operator]  # a list


def test_who_leads_a_team_can_become_a_member_of_it() -> None:
    """Appointed first or moved first: both lead to the same."""
    move, appoint = "- move_person: {person: eli, to: tills}\n", "- appoint_lead: {team: tills, person: eli}\n"
    one, other = applied(BASE, move + appoint), applied(BASE, appoint + move)
    assert [] == [*faults(one), *faults(other)]
    assert one.org == other.org
    assert ["eli"] == told(one, "teams", "tills")["tills"]["lead"]


def test_a_vacant_position_moves_like_a_person() -> None:
    """It is with the new team."""
    found = applied(BASE, "- move_person: {person: seat, to: tills}")
    assert "seat" in members(found, "tills")  # type: ignore[operator]  # a list
    assert "dee" == told(found, "people", "seat")["seat"]["manager"]


@pytest.mark.parametrize(
    ("change", "message", "help", "text"),
    [
        ("{person: cy, to: top}", "cy works in 2 teams, cards, tills", "say which", "move_person"),
        ("{person: bo, from: tills, to: top}", "bo is not in tills, but in board, cards", "name the team", "tills"),
        ("{person: gus, from: tills, to: top}", "gus is not in tills, but in no team", "name the team", "tills"),
        ("{person: bo, to: cards}", "bo is in cards already", "name the team that is joined", "cards"),
        ("{person: cy, from: cards, to: tills}", "cy is in tills already", "name another team", "tills"),
        ("{person: bo, to: crew}", "crew lists no members, only a headcount of 5", "list the members", "crew"),
        ("{person: bo, to: nobody}", "`to` is nobody, and somebody or something is needed", "name who", "nobody"),
        ("{person: nobody, to: top}", "`person` is nobody, and somebody", "name who", "nobody"),
    ],
)
def test_moves_that_do_not_fit(change: str, message: str, help: str, text: str) -> None:
    """Each is left out with its reason, at the argument that is wrong, and nothing is written."""
    found = applied(BASE, f"- move_person: {change}")
    (fault,) = found.faults
    assert "X016" == fault.code
    assert fault.message.startswith(f"`move_person` is left out: {message}")
    assert fault.help.startswith(help)
    assert text == marked(found, fault)
    assert org_of(BASE) == found.org


# --- join


def test_somebody_new_joins_a_team() -> None:
    """With all fields of a person; the share of time is that in the team."""
    found = applied(BASE, "- join: {person: hal, name: Hal, manager: zoe, team: tills, allocation: 50%}")
    assert {"name": "Hal", "manager": "zoe"} == told(found, "people", "hal")["hal"]
    assert {"person": "hal", "allocation": 0.5} == members(found, "tills")[-1]  # type: ignore[index]  # a list


def test_a_vacant_position_is_filled_where_it_is() -> None:
    """What is said of the position holds for the person, who is no vacancy any more."""
    found = applied(BASE, "- join: {person: seat, name: Hal, team: cards, allocation: 80%}")
    assert [] == faults(found)
    assert {"name": "Hal", "title": "Engineer", "manager": "ana"} == told(found, "people", "seat")["seat"]
    assert {"person": "seat", "allocation": 0.8} == members(found, "cards")[-1]  # type: ignore[index]  # a list


def test_a_vacant_position_is_filled_in_another_team() -> None:
    """It leaves the team it was in, and reports to the lead of the other one."""
    found = applied(BASE, "- join: {person: seat, team: tills}")
    assert "seat" not in members(found, "cards")  # type: ignore[operator]  # a list
    assert "seat" in members(found, "tills")  # type: ignore[operator]  # a list
    assert {"title": "Engineer", "manager": "dee"} == told(found, "people", "seat")["seat"]


def test_a_new_position_can_be_vacant_and_without_a_team() -> None:
    """What is stated is taken as it is."""
    found = applied(BASE, "- join: {person: req-1, status: vacant}")
    assert {"status": "vacant"} == told(found, "people", "req-1")["req-1"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("{person: bo}", "X016 `join` is left out: bo is there already"),
        ("{person: hal, team: crew}", "X016 `join` is left out: crew lists no members, only a headcount of 5"),
        ("{person: hal, team: nobody}", "X016 `join` is left out: `team` is nobody, and somebody or something is"),
        ("{person: hal, manager: zo}", "F008 `join` is left out: `manager` names the person ‘zo’, which is not there"),
    ],
)
def test_joining_that_does_not_fit(change: str, message: str) -> None:
    """Nobody new is there afterwards."""
    found = applied(BASE, f"- join: {change}")
    (said,) = faults(found)
    assert said.startswith(message)
    assert "hal" not in found.org.people


# --- leave


def test_who_leaves_is_taken_out_of_everything() -> None:
    """Out of teams, leads and all that names them; who reports to whom then is said by the change."""
    found = applied(BASE, "- leave: {person: ana, reports_to: dee}")
    assert [] == faults(found)
    assert "ana" not in found.org.people
    assert [] == told(found, "teams", "cards")["cards"]["lead"]
    assert ("dee", "dee") == (told(found, "people")["eli"]["manager"], told(found, "people")["seat"]["manager"])


def test_who_takes_over_the_reports_may_be_one_of_them() -> None:
    """They report to whom the one who leaves reported to."""
    found = applied(BASE, "- leave: {person: ana, reports_to: eli}")
    assert ("zoe", "eli") == (told(found, "people")["eli"]["manager"], told(found, "people")["seat"]["manager"])


def test_who_takes_over_the_reports_may_be_below_one_of_them() -> None:
    """No reporting line becomes a circle."""
    found = applied(BASE, "- leave: {person: ana, reports_to: gus}")
    assert [] == faults(found)
    assert ("gus", "zoe") == (told(found, "people")["eli"]["manager"], told(found, "people")["gus"]["manager"])


def test_those_who_reported_to_somebody_who_leaves_are_unplaced() -> None:
    """Where nothing says to whom they report now, not even who leads."""
    written = BASE.replace("reporting: lead", "reporting: written")
    found = applied(written, "- leave: {person: ana}")
    assert ["X017 2 people (eli, seat) reported to ana, and the plan does not say to whom they report now"] == faults(
        found
    )
    assert ["add `reports_to`"] == helps(found)
    assert [] == faults(applied(BASE, "- leave: {person: ana}"))  # there they report to the lead above


def test_a_headcount_without_names_shrinks() -> None:
    """The lead of a team that only counts its people was counted with them."""
    base = "people: {ana: {}}\nteams: {crew: {lead: ana, headcount: 5}}\n"
    found = applied(base, "- leave: {person: ana}")
    assert {"lead": [], "headcount": 4} == told(found, "teams", "crew")["crew"]


def test_what_somebody_owned_or_decided_is_unplaced_when_they_leave() -> None:
    """Nothing names them any more; what needs somebody in their place is said."""
    base = """
people: {ana: {}, bo: {}}
components: {till: {owner: ana, experts: [ana, bo]}}
decisions: {price: {decider: ana, steps: [{by: ana, can: veto}, {by: bo, can: veto}]}}
"""
    found = applied(base, "- leave: {person: ana}")
    assert {"owner": [], "experts": ["bo"]} == told(found, "components")["till"]
    assert {"steps": [{"by": "bo", "can": "veto"}]} == told(found, "decisions")["price"]
    assert [
        "X017 ana owned till, and the plan does not say who does now",
        "X017 ana decided on price, and the plan does not say who does now",
        "X017 ana was asked on the way to price, and the plan does not say who does now",
    ] == faults(found)


def test_nobody_can_report_to_whoever_leaves() -> None:
    """Who leaves cannot take over."""
    found = applied(BASE, "- leave: {person: ana, reports_to: ana}")
    assert ["X016 `leave` is left out: nobody can report to ana any more"] == faults(found)
    assert "ana" in found.org.people
