"""L005: an initiative is worked on by several teams and is nobody's whole job."""

import pytest

from orgmodel.model.finding import Coverage, Finding
from tests.rules.support import audit_text

ORG = """\
people: {ana: {}, bo: {}, cy: {}, req-1: {status: vacant}}
teams: {search: {}, ads: {}, web: {}, mail: {}, data: {}, cards: {}, supplier: {external: true}}
initiatives:
"""


def the_finding(initiatives: str, *, org: str = ORG, set: tuple[str, ...] = ()) -> Finding:
    """Audit initiatives with L005 alone, and return its only finding."""
    (finding,) = audit_text(org + initiatives, "L005", set=set).findings
    return finding


def test_nobody_leads_it() -> None:
    """The finding says so, names the teams, and stands where nobody is written."""
    finding = the_finding("  one: {leader: nobody, team: search, contributors: [ads]}")
    assert "one is nobody's whole job: nobody leads it; 2 teams work on it (search and ads)" == finding.message
    assert ("error", "initiative:one", "nobody leads it") == (finding.severity, finding.subject.key, finding.label)
    assert {"teams": ["search", "ads"], "team_count": 2, "leaders": [], "reasons": ["none"]}.items() <= (
        finding.evidence.items()
    )
    assert (4, 17, 4, 23) == (finding.place or ())[1:]


def test_two_lead_it() -> None:
    """Both are named with what they give, and both places are shown."""
    leaders = "[{person: ana, allocation: 30%}, {person: bo, allocation: 20%}]"
    finding = the_finding(f"  one: {{leader: {leaders}, team: search, contributors: [ads]}}")
    assert finding.message.startswith("one is nobody's whole job: two people lead it (ana 30 %, bo 20 %); 2 teams ")
    assert (["ana", "bo"], [0.3, 0.2]) == (finding.evidence["leaders"], finding.evidence["allocations"])
    assert (["several"], "ana leads it") == (finding.evidence["reasons"], finding.label)
    shown = [(each.message, each.place and each.place.column) for each in finding.related]
    assert [("ana leads it", 27), ("bo leads it", 59)] == shown[:2]
    assert (4, 27, 4, 30) == (finding.place or ())[1:]


def test_its_leader_leads_another_one_too() -> None:
    """The other initiative is named and shown."""
    finding = the_finding(
        "  one: {leader: ana, team: search, contributors: [ads]}\n  two: {leader: ana, contributors: []}"
    )
    assert finding.message.startswith("one is nobody's whole job: ana also leads two; 2 teams work on it ")
    assert (["also-leads"], ["two"]) == (finding.evidence["reasons"], finding.evidence["also_leads"])
    shown = [
        (each.message, each.subject and each.subject.key, each.place and each.place.line) for each in finding.related
    ]
    assert ("ana leads this too", "initiative:two", 5) in shown


def test_its_leader_gives_it_a_part() -> None:
    """The share is named."""
    finding = the_finding("  one: {leader: {person: ana, allocation: 40%}, team: search, contributors: [ads]}")
    assert finding.message.startswith("one is nobody's whole job: ana gives it 40 % of their time; 2 teams work on it ")
    assert ("ana gives it 40 % of their time", ["part-time"]) == (finding.label, finding.evidence["reasons"])


def test_all_reasons_are_told() -> None:
    """A leader with another initiative and a part of their time fails twice; so do two who lead more than this."""
    part = "  one: {leader: {person: ana, allocation: 40%}, team: search, contributors: [ads]}\n  two: {leader: ana}"
    assert ["also-leads", "part-time"] == the_finding(part).evidence["reasons"]
    several = "  one: {leader: [ana, bo], team: search, contributors: [ads]}\n  two: {leader: bo, contributors: []}"
    (finding,) = (each for each in audit_text(ORG + several, "L005").findings if each.subject.id == "one")
    assert "one is nobody's whole job: two people lead it (ana, bo; bo also leads two); " in finding.message
    assert ["two"] == finding.evidence["also_leads"]


def test_a_vacant_position_leads_nothing() -> None:
    """Nobody is there yet; beside a person it is no second leader."""
    finding = the_finding("  one: {leader: req-1, team: search, contributors: [ads]}")
    assert "nobody leads it" == finding.label
    assert () == audit_text(ORG + "  one: {leader: [ana, req-1], team: search, contributors: [ads]}", "L005").findings


def test_each_team_is_shown_with_what_it_is_there_for() -> None:
    """The own team, those that must build something, and those of which it is not said."""
    finding = the_finding("  one: {leader: nobody, team: search, contributors: [{team: ads, ask: custom}, web]}")
    assert (
        "3 teams work on it (search, ads and web), 1 of which must build or decide something for it" in finding.message
    )
    assert [
        ("it belongs to this team", "team:search"),
        ("must build or decide something for it", "team:ads"),
        ("takes part, not said how", "team:web"),
    ] == [(each.message, each.subject and each.subject.key) for each in finding.related]
    assert 1 == finding.evidence["custom_asks"]


def test_more_teams_than_a_sentence_bears_are_listed_below() -> None:
    """Five teams: the message names three, the notes all of them with their shares."""
    others = "[{team: ads, ask: custom, allocation: 20%}, {team: web, ask: custom}, mail, data]"
    finding = the_finding(f"  one: {{leader: nobody, team: {{team: search, allocation: 50%}}, contributors: {others}}}")
    assert "5 teams work on it (search, ads, web and 2 more), 2 of which must" in finding.message
    assert (
        "it belongs to search (50 %)",
        "must build or decide something for it: ads (20 %) and web",
        "not said what it needs of mail and data",
    ) == finding.note


def test_the_branches_of_the_organisation_are_counted() -> None:
    """Branches are what is right below the nearest group of all; teams side by side are no branches."""
    groups = "people: {}\nteams:\n  top: {}\n  shop: {parent: top}\n  tech: {parent: top}\n"
    far = groups + "  a: {parent: shop}\n  b: {parent: tech}\n  c: {parent: tech}\ninitiatives:\n"
    finding = the_finding("  one: {leader: nobody, team: a, contributors: [b, c]}", org=far)
    assert "3 teams in 2 branches work on it (a, b and c)" in finding.message
    assert ["shop", "tech"] == finding.evidence["branches"]
    near = the_finding("  one: {leader: nobody, team: b, contributors: [c]}", org=far)
    assert ("2 teams work on it (b and c)" in near.message, []) == (True, near.evidence["branches"])


@pytest.mark.parametrize("leader", ["ana", "{person: ana, allocation: 100%}", "[ana, ana]"])
def test_a_single_threaded_leader_is_fine(leader: str) -> None:
    """One person, all of the time where it is stated, and nothing else under way."""
    text = f"  one: {{leader: {leader}, team: search, contributors: [ads]}}\n  old: {{leader: ana, stage: retired}}"
    assert (Coverage("L005", 1, 0, 0),) == audit_text(ORG + text, "L005").coverage


def test_one_team_needs_no_such_leader() -> None:
    """What one team can finish alone is no matter of this rule; teams used by self-service do not count."""
    text = """\
  alone: {leader: nobody, team: search, contributors: []}
  served: {leader: nobody, team: search, contributors: [{team: ads, ask: self-service}, search]}
"""
    assert (Coverage("L005", 2, 0, 0),) == audit_text(ORG + text, "L005").coverage


def test_external_teams_count() -> None:
    """A supplier who works on it is one more to agree with."""
    finding = the_finding("  one: {leader: nobody, team: search, contributors: [supplier]}")
    assert ["search", "supplier"] == finding.evidence["teams"]


@pytest.mark.parametrize(
    ("initiative", "missing"),
    [
        ("{team: search, contributors: [ads]}", "leaders of initiatives"),
        ("{leader: anna, team: search, contributors: [ads]}", "leaders of initiatives"),
        ("{leader: nobody, team: search}", "contributors of initiatives"),
        ("{leader: nobody, team: search, contributors: [adds]}", "contributors of initiatives"),
        ("{leader: nobody, contributors: [ads]}", "teams of initiatives"),
        ("{leader: nobody, team: serch, contributors: [ads]}", "teams of initiatives"),
    ],
)
def test_what_is_not_stated_is_unknown(initiative: str, missing: str) -> None:
    """Leaders and teams that are absent, or not described, leave it open."""
    assert (Coverage("L005", 0, 0, 1, ((missing, 1),)),) == audit_text(ORG + f"  one: {initiative}", "L005").coverage


def test_a_single_threaded_leader_is_fine_whatever_the_teams() -> None:
    """Where the leader counts, nobody has to state the teams."""
    assert (Coverage("L005", 1, 0, 0),) == audit_text(ORG + "  one: {leader: ana}", "L005").coverage


@pytest.mark.parametrize("other", ["stage: press-release", "stage: paused", "stage: stopped", "external: true"])
def test_only_active_initiatives_of_ours_are_asked(other: str) -> None:
    """An idea needs no whole leader yet."""
    text = ORG + f"  one: {{leader: nobody, team: search, contributors: [ads], {other}}}"
    assert (Coverage("L005", 0, 0, 0),) == audit_text(text, "L005").coverage


def test_an_operation_gets_a_note() -> None:
    """What runs every day is shared as a matter of course."""
    finding = the_finding("  one: {leader: nobody, team: search, contributors: [ads], kind: operation}")
    assert "info" == finding.severity


def test_the_options() -> None:
    """`teams` decides from how many teams on; what is all of the time follows the rule about part-time leaders."""
    part = "  one: {leader: {person: ana, allocation: 80%}, team: search, contributors: [ads]}"
    for setting in ("rules.L005.teams=3", "rules.L004.min=80%", "rules.L005.min=80%"):
        assert () == audit_text(ORG + part, "L005", set=[setting]).findings
    assert "one" == the_finding(part, set=("rules.L004.min=80%", "rules.L005.min=90%")).subject.id


def test_it_covers_what_has_the_same_cause() -> None:
    """One initiative with two part-time leaders, one of them leading more, and five half teams is one problem."""
    leaders = "[{person: ana, allocation: 30%}, {person: bo, allocation: 20%}]"
    others = ", ".join(f"{{team: {team}, allocation: 20%}}" for team in ("ads", "web", "mail", "data"))
    text = (
        ORG
        + f"""\
  one: {{leader: {leaders}, team: {{team: search, allocation: 30%}}, contributors: [{others}]}}
  two: {{leader: {{person: ana, allocation: 100%}}, team: {{team: cards, allocation: 100%}}, contributors: []}}
"""
    )
    audit = audit_text(text, "L002", "L003", "L004", "L005", "L008", "W005")
    (finding,) = audit.standing
    assert ("L005", "one") == (finding.code, finding.subject.id)
    covered = {each.code for each in audit.findings if each.covered_by == finding.fingerprint}
    assert {"L002", "L003", "L004", "L008", "W005"} == covered


def test_it_covers_that_nobody_leads() -> None:
    """That nobody leads it is said once."""
    audit = audit_text(ORG + "  one: {leader: nobody, team: search, contributors: [ads]}", "L001", "L005")
    assert ["L005"] == [finding.code for finding in audit.standing]


def test_a_sentence_bears_four_teams() -> None:
    """Up to four teams are named in the message, and no note repeats them."""
    finding = the_finding("  one: {leader: nobody, team: search, contributors: [ads, web, mail]}")
    assert ("4 teams work on it (search, ads, web and mail)" in finding.message, ()) == (True, finding.note)


def test_a_team_that_is_written_twice_is_one_team() -> None:
    """The first mention says what it is there for."""
    finding = the_finding("  one: {leader: nobody, team: search, contributors: [{team: ads, ask: custom}, ads]}")
    assert (["search", "ads"], 1) == (finding.evidence["teams"], finding.evidence["custom_asks"])
    assert [31, 61] == [each.place and each.place.column for each in finding.related]


def test_only_the_first_of_several_leaders_is_marked_as_such() -> None:
    """The label is about the person above it."""
    finding = the_finding("  one: {leader: [bo, ana, cy], team: search, contributors: [ads]}")
    assert ("bo leads it", (4, 18, 4, 20)) == (finding.label, (finding.place or ())[1:])
