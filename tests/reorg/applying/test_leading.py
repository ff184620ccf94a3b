"""Who leads and who reports to whom: those who reported to the old lead follow, and no line becomes a circle."""

import pytest

from tests.reorg.applying.support import applied, faults, helps, marked, org_of, told

BASE = """
organisation: {reporting: lead}
people:
  zoe: {manager: nobody}
  ana: {manager: zoe}
  bo: {}
  cy: {manager: ana}
  dee: {manager: cy}
  eli: {manager: ana}
  out: {manager: ana}
teams:
  top: {lead: zoe}
  cards: {parent: top, lead: ana, members: [bo, cy, dee]}
  sub: {parent: cards, members: [eli]}
  far: {parent: top, members: [out]}
  crew: {headcount: 5, lead: out}
"""


def managers(found: object) -> dict[str, str | None]:
    """Return the written manager of everyone after a plan."""
    return {id: person.get("manager") for id, person in told(found, "people").items()}  # type: ignore[arg-type]


# --- appoint_lead


def test_who_reported_to_the_old_lead_reports_to_the_new_one() -> None:
    """In the team and below it; who sits elsewhere keeps their manager; the old lead stays as a member."""
    found = applied(BASE, "- appoint_lead: {team: cards, person: cy}")
    assert [] == faults(found)
    assert {"parent": "top", "lead": ["cy"], "members": ["bo", "cy", "dee", "ana"]} == told(found, "teams")["cards"]
    expected = {"zoe": "nobody", "ana": "zoe", "bo": None, "cy": "zoe", "dee": "cy", "eli": "cy", "out": "ana"}
    assert expected == managers(found)


def test_those_who_do_not_follow_keep_their_manager() -> None:
    """With `reports: stay` also the manager who followed from leading is written."""
    found = applied(BASE, "- appoint_lead: {team: cards, person: zoe, reports: stay}")
    assert ("ana", "ana", "ana") == tuple(managers(found)[id] for id in ("bo", "cy", "eli"))


def test_a_new_lead_from_below_is_lifted_out_of_the_line() -> None:
    """Who was below somebody who now follows reports to whom the old lead reported to."""
    found = applied(BASE, "- appoint_lead: {team: cards, person: dee}")
    assert [] == faults(found)
    assert ("zoe", "dee", "dee") == tuple(managers(found)[id] for id in ("dee", "cy", "eli"))


def test_where_nobody_is_known_above_the_old_lead_the_new_one_stays_below() -> None:
    """A line that ends with the old lead still ends there."""
    base = """
people: {ana: {}, cy: {manager: ana}, dee: {manager: cy}}
teams: {cards: {lead: ana, members: [ana, cy, dee]}}
"""
    found = applied(base, "- appoint_lead: {team: cards, person: dee}")
    assert {"ana": None, "cy": "dee", "dee": "ana"} == managers(found)
    straight = applied(base, "- appoint_lead: {team: cards, person: cy}")
    assert {"ana": None, "cy": "ana", "dee": "cy"} == managers(straight)


@pytest.mark.parametrize("away", ["move_person: {person: ana, to: far}", "leave: {person: ana}"])
def test_it_does_not_matter_whether_the_old_lead_goes_first(away: str) -> None:
    """Moved away or gone before, or after, somebody else is appointed: the result is the same."""
    appoint = "- appoint_lead: {team: cards, person: dee}\n"
    for base in (BASE, BASE.replace("reporting: lead", "reporting: written")):
        one, other = applied(base, f"{appoint}- {away}"), applied(base, f"- {away}\n{appoint}")
        assert one.org == other.org
        assert ("dee", "dee") == (managers(one)["cy"], managers(one)["eli"])
        assert faults(one) == faults(other)


def test_nobody_stays_with_a_manager_who_is_gone() -> None:
    """Whoever left is named nowhere, whatever a later change says of those who reported to them."""
    found = applied(BASE, "- leave: {person: ana}\n- appoint_lead: {team: cards, person: bo, reports: stay}")
    assert (None, None) == (managers(found)["cy"], managers(found)["eli"])


def test_it_does_not_matter_in_which_wave_the_old_lead_went() -> None:
    """Who is appointed in the second wave takes over from who left in the first."""
    found = applied(
        BASE,
        "waves: [{changes: [{move_person: {person: ana, to: far}}]}, "
        "{changes: [{appoint_lead: {team: cards, person: bo}}]}]",
    )
    assert ("bo", "bo") == (managers(found)["cy"], managers(found)["eli"])


def test_of_two_leads_both_are_followed_no_more() -> None:
    """Also if one of them was moved away before."""
    base = BASE.replace("lead: ana, members: [bo, cy, dee]", "lead: [ana, bo], members: [bo, cy, dee]")
    base = base.replace("dee: {manager: cy}", "dee: {manager: bo}")
    found = applied(base, "- move_person: {person: ana, to: far}\n- appoint_lead: {team: cards, person: out}")
    assert ("out", "out") == (managers(found)["cy"], managers(found)["dee"])


def test_nobody_can_be_said_to_lead() -> None:
    """Who reported to the old lead by name still does."""
    found = applied(BASE, "- appoint_lead: {team: cards, person: nobody}")
    assert [] == told(found, "teams")["cards"]["lead"]
    assert ("ana", "ana") == (managers(found)["cy"], managers(found)["eli"])


def test_a_lead_without_a_place_is_unplaced() -> None:
    """A team that lists no members cannot say that somebody is in it; one who has another place is not lost."""
    base = "people: {hal: {}, bo: {}}\nteams: {crew: {headcount: 5, lead: hal}, far: {}}\n"
    found = applied(base, "- appoint_lead: {team: crew, person: bo}")
    assert ["X017 hal leads crew no longer, which lists no members"] == faults(found)
    assert ["move hal somewhere, or list the members of crew"] == helps(found)
    moved = applied(base, "- appoint_lead: {team: crew, person: bo}\n- move_person: {person: hal, to: far}")
    assert [] == faults(moved)


def test_no_circle_closes_by_leading() -> None:
    """Who is appointed must not report to somebody who reports to them because they lead."""
    base = """
organisation: {reporting: lead}
people: {bo: {manager: eli}, eli: {}}
teams: {cards: {members: [eli]}, far: {members: [bo]}}
"""
    found = applied(base, "- appoint_lead: {team: cards, person: bo}")
    assert ["X016 `appoint_lead` is left out: the reporting line would become a circle: eli → bo → eli"] == faults(
        found
    )
    assert ["give one of them another manager before, with `change_manager`"] == helps(found)
    assert org_of(base) == found.org


def test_no_circle_closes_by_moving() -> None:
    """Who joins a team must not be above its lead, nor may a team hang below somebody whom its people are above."""
    base = """
organisation: {reporting: lead}
people: {bo: {manager: eli}, eli: {}, cy: {}}
teams: {cards: {lead: bo, members: [cy]}, far: {members: [eli]}, top: {lead: bo}}
"""
    expected = "is left out: the reporting line would become a circle: eli → bo → eli"
    assert [f"X016 `move_person` {expected}"] == faults(applied(base, "- move_person: {person: eli, to: cards}"))
    assert [f"X016 `create_team` {expected}"] == faults(
        applied(base, "- create_team: {team: x, lead: bo, members: [eli]}")
    )
    assert [f"X016 `move_team` {expected}"] == faults(applied(base, "- move_team: {team: far, to: top}"))


def test_a_circle_that_was_there_before_is_no_matter_of_the_change() -> None:
    """Who runs in a circle already can still be appointed."""
    base = "people: {bo: {manager: eli}, eli: {manager: bo}}\nteams: {cards: {members: [eli]}}\n"
    assert [] == faults(applied(base, "- appoint_lead: {team: cards, person: bo}"))


@pytest.mark.parametrize("person", ["ana", "nobody"])
def test_an_appointment_that_changes_nothing_is_left_out(person: str) -> None:
    """Who leads already cannot be appointed."""
    base = BASE if person == "ana" else BASE.replace("lead: ana", "lead: nobody")
    (fault,) = applied(base, f"- appoint_lead: {{team: cards, person: {person}}}").faults
    assert f"`appoint_lead` is left out: cards is led by {person} already" == fault.message


# --- change_manager


def test_one_or_several_get_another_manager() -> None:
    """One may be written alone, and the argument may be called people."""
    found = applied(BASE, "- change_manager: {person: bo, to: dee}\n- change_manager: {people: [cy, eli], to: zoe}")
    assert [] == faults(found)
    assert {"bo": "dee", "cy": "zoe", "eli": "zoe"} == {id: managers(found)[id] for id in ("bo", "cy", "eli")}


def test_somebody_can_be_at_the_top() -> None:
    """`nobody` is above them."""
    assert "nobody" == managers(applied(BASE, "- change_manager: {person: ana, to: nobody}"))["ana"]


@pytest.mark.parametrize(
    ("change", "message", "text"),
    [
        ("{person: ana, to: dee}", "the reporting line would become a circle: ana → dee → cy → ana", "ana"),
        ("{people: [bo, cy], to: dee}", "the reporting line would become a circle: cy → dee → cy", "cy"),
        ("{person: bo, to: bo}", "bo cannot report to themselves", "bo"),
        ("{person: [bo, cy], to: ana}", "cy reports to ana already", "cy"),
        ("{person: nobody, to: ana}", "nobody is named", "nobody"),
    ],
)
def test_managers_that_do_not_fit(change: str, message: str, text: str) -> None:
    """The change is left out as a whole, also for those of whom it could be."""
    found = applied(BASE, f"- change_manager: {change}")
    (fault,) = found.faults
    assert ("X016", f"`change_manager` is left out: {message}") == (fault.code, fault.message)
    assert text == marked(found, fault)
    assert org_of(BASE) == found.org
