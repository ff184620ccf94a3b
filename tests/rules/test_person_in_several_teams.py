"""T004: a person belongs to several delivery teams."""

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

SHARED = """\
people: {bo: {}}
teams:
  search: {members: [bo]}
  ads:
    members: [ana, {person: bo, allocation: 50%}]
"""


def test_a_person_in_two_teams_is_found() -> None:
    """The finding names both teams, stands where the person is described and shows both teams."""
    (finding,) = [each for each in audit_text(SHARED, "T004").findings if each.subject.id == "bo"]
    assert "bo belongs to 2 teams, ads and search (limit 1)" == finding.message
    assert ("warning", "person:bo", "in 2 teams") == (finding.severity, finding.subject.key, finding.label)
    assert {
        "count": 2,
        "teams": ["ads", "search"],
        "allocations": [0.5, None],
        "leads": [],
        "limit": 1,
    } == finding.evidence
    assert 1 == (finding.place and finding.place.line)
    related = [
        (each.message, each.subject and each.subject.key, each.place and each.place.line) for each in finding.related
    ]
    assert [("member of ads, with 50 %", "team:ads", 4), ("member of search", "team:search", 3)] == related


def test_a_person_in_one_team_is_fine_and_one_in_none_is_unknown() -> None:
    """Whoever no team names may be anywhere."""
    audit = audit_text("people: {ana: {}, bo: {}}\nteams: {search: {lead: ana, members: [ana]}}", "T004")
    assert (Coverage("T004", 1, 0, 1, (("teams of people", 1),)),) == audit.coverage


def test_leading_counts_as_belonging() -> None:
    """A member of one team who leads another belongs to both, and it is said which is which."""
    text = "people: {bo: {}}\nteams: {ads: {members: [bo]}, search: {lead: bo, headcount: 5}}"
    (finding,) = audit_text(text, "T004").findings
    assert (["ads", "search"], ["search"]) == (finding.evidence["teams"], finding.evidence["leads"])
    assert ["member of ads", "leads search"] == [each.message for each in finding.related]


def test_seats_in_councils_guilds_groups_and_operations_do_not_count() -> None:
    """Only delivery teams of the organisation itself compete for a person."""
    text = """
        people: {bo: {}}
        teams:
          search: {members: [bo]}
          board: {kind: council, members: [bo]}
          testers: {kind: guild, members: [bo]}
          shop: {kind: group, lead: bo}
          shift: {kind: operation, members: [bo]}
          supplier: {external: true, members: [bo]}
    """
    assert (Coverage("T004", 1, 0, 0),) == audit_text(text, "T004").coverage


def test_a_council_alone_is_fine() -> None:
    """Whoever sits in a council only is known to be in no delivery team."""
    text = "people: {bo: {}}\nteams: {board: {kind: council, members: [bo]}, jury: {kind: council, members: [bo]}}"
    assert (Coverage("T004", 1, 0, 0),) == audit_text(text, "T004").coverage


def test_vacant_positions_and_external_people_are_not_asked() -> None:
    """A position without a person, and a person of somebody else, are not ours to place."""
    text = """
        people: {req-1: {status: vacant}, guest: {external: true}}
        teams: {search: {members: [req-1, guest]}, ads: {members: [req-1, guest]}}
    """
    assert (Coverage("T004", 0, 0, 0),) == audit_text(text, "T004").coverage


def test_people_who_are_not_described_are_asked() -> None:
    """A name in two lists is one person, described or not; the place is then the one name too many."""
    (finding,) = audit_text("teams: {search: {members: [bo]}, ads: {members: [bo]}}", "T004").findings
    assert ("person:bo", 1, 28) == (finding.subject.key, *(finding.place or ())[1:3])


def test_the_limit_can_be_set() -> None:
    """`max` decides how many teams are several."""
    assert () == audit_text(SHARED, "T004", set=["rules.T004.max=2"]).findings
    text = "people: {bo: {}}\nteams:\n" + "".join(f"  t{n}: {{members: [bo]}}\n" for n in range(4))
    (finding,) = audit_text(text, "T004", set=["rules.T004.max=2"]).findings
    assert (4, 2) == (finding.evidence["count"], finding.evidence["limit"])


def test_who_is_not_described_is_shown_where_named() -> None:
    """Also where the membership says more than the name."""
    text = "people: {ana: {}}\nteams: {a: {members: [bo]}, b: {members: [ana, {person: bo, allocation: 50%}]}}"
    (finding,) = (each for each in audit_text(text, "T004").findings if each.subject.id == "bo")
    assert (2, 57, 2, 59) == (finding.place or ())[1:]
