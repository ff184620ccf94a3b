"""T014: a person has promised more time than there is."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text


def teams(*shares: str) -> str:
    """Return one team for each share of kim's time; `-` states none."""
    members = ("kim" if share == "-" else f"{{person: kim, allocation: {share}}}" for share in shares)
    return "people: {kim: {}}\nteams:\n" + "".join(f"  t{n}: {{members: [{m}]}}\n" for n, m in enumerate(members))


def test_shares_of_teams_over_the_whole_are_found() -> None:
    """The finding adds them up, stands at the last share and shows the others."""
    (finding,) = audit_text(teams("100%", "50%"), "T014").findings
    assert "kim has promised 150 % of their time to 2 teams, t0 100 % and t1 50 % (limit 100 %)" == finding.message
    assert ("warning", "person:kim", "50 % for t1") == (finding.severity, finding.subject.key, finding.label)
    numbers = {"sum": 1.5, "team_sum": 1.5, "teams": ["t0", "t1"], "team_allocations": [1.0, 0.5], "limit": 1.0}
    assert numbers.items() <= finding.evidence.items()
    assert (4, 44, 4, 47) == (finding.place or ())[1:]
    assert [("100 % for t0", 3)] == [(each.message, each.place and each.place.line) for each in finding.related]


@pytest.mark.parametrize(
    ("shares", "answer"),
    [
        (("50%", "50%"), "fine"),
        (("70%", "20%", "10%"), "fine"),
        (("70%", "20%", "10%", "0.1%"), "found"),
        (("-",), "fine"),
        (("60%", "-"), "unknown"),
        (("-", "-"), "unknown"),
        (("100%", "1%", "-"), "found"),
    ],
)
def test_the_three_answers(shares: tuple[str, ...], answer: str) -> None:
    """Stated shares decide where they suffice; a share that is missing beside others is not known."""
    (row,) = audit_text(teams(*shares), "T014").coverage
    assert answer == ("found" if row.violations else "unknown" if row.unknown else "fine")


def test_initiatives_are_added_up_apart_from_teams() -> None:
    """All time in one team and 60 % for an initiative is no contradiction; two times 60 % is."""
    text = """
        people: {kim: {}}
        teams: {lab: {members: [{person: kim, allocation: 100%}]}}
        initiatives:
          one: {leader: {person: kim, allocation: 60%}}
          two: {people: [{person: kim, allocation: 60%}]}
    """
    (finding,) = audit_text(text, "T014").findings
    assert finding.message.startswith("kim has promised 120 % of their time to 2 initiatives, one 60 % and two 60 % (")
    assert (None, 1.2) == (finding.evidence["team_sum"], finding.evidence["initiative_sum"])
    assert [] == finding.evidence["teams"]
    assert (6, 44) == (finding.place or ())[1:3]


def test_teams_and_initiatives_over_the_whole_are_one_finding() -> None:
    """One person, one finding, both sums."""
    text = """
        people: {kim: {}}
        teams: {a: {members: [{person: kim, allocation: 80%}]}, b: {members: [{person: kim, allocation: 40%}]}}
        initiatives: {one: {leader: {person: kim, allocation: 90%}}, two: {leader: {person: kim, allocation: 90%}}}
    """
    (finding,) = audit_text(text, "T014").findings
    to_teams = "120 % of their time to 2 teams, a 80 % and b 40 %"
    to_initiatives = "180 % of their time to 2 initiatives, one 90 % and two 90 %"
    assert f"kim has promised {to_teams}, and {to_initiatives} (limit 100 %)" == finding.message
    assert 1.8 == finding.evidence["sum"]


@pytest.mark.parametrize("stage", ["idea", "press-release", "paused", "stopped", "retired"])
def test_initiatives_that_are_not_under_way_take_no_time(stage: str) -> None:
    """What has not begun, rests or is over is not added."""
    text = f"""
        people: {{kim: {{}}}}
        initiatives:
          one: {{leader: {{person: kim, allocation: 60%}}}}
          two: {{leader: {{person: kim, allocation: 60%}}, stage: {stage}}}
    """
    assert (Coverage("T014", 1, 0, 0),) == audit_text(text, "T014").coverage


def test_an_initiative_that_names_a_person_twice_counts_once() -> None:
    """Leader and among the people: the larger share, at its place."""
    once = "one: {leader: {person: kim, allocation: 60%}, people: [{person: kim, allocation: 80%}]}"
    assert () == audit_text(f"people: {{kim: {{}}}}\ninitiatives: {{{once}}}", "T014").findings
    two = "two: {leader: {person: kim, allocation: 30%}}"
    (finding,) = audit_text(f"people: {{kim: {{}}}}\ninitiatives:\n  {once}\n  {two}", "T014").findings
    assert [0.8, 0.3] == finding.evidence["initiative_allocations"]


def test_a_share_of_nothing_is_a_share() -> None:
    """Who leads without a stated share, and is among the people with 0 %, gives the initiative nothing."""
    one = "one: {leader: kim, people: [{person: kim, allocation: 0%}]}"
    two = "two: {leader: {person: kim, allocation: 90%}}"
    text = f"people: {{kim: {{}}}}\ninitiatives:\n  {one}\n  {two}"
    assert (Coverage("T014", 1, 0, 0),) == audit_text(text, "T014").coverage


def test_a_share_of_several_initiatives_that_is_not_stated_is_unknown() -> None:
    """Who leads one initiative with 60 % and another with an unstated share may have promised too much."""
    text = "people: {kim: {}}\ninitiatives: {one: {leader: {person: kim, allocation: 60%}}, two: {leader: kim}}"
    missing = (("allocations of people to initiatives", 1),)
    assert (Coverage("T014", 0, 0, 1, missing),) == audit_text(text, "T014").coverage


def test_stated_shares_in_teams_of_every_kind_count() -> None:
    """A tenth for a council is a tenth; a seat without a share takes none, and needs none."""
    seat = (
        "people: {kim: {}}\nteams: {a: {members: [{person: kim, allocation: 95%}]}, c: {kind: council, members: [kim]}}"
    )
    (finding,) = audit_text(seat.replace("[kim]", "[{person: kim, allocation: 10%}]"), "T014").findings
    assert 1.05 == finding.evidence["sum"]
    assert (Coverage("T014", 1, 0, 0),) == audit_text(seat, "T014").coverage


def test_vacant_positions_and_external_people_are_not_asked() -> None:
    """Nobody's time, and the time of somebody else's people, is not promised here."""
    for person in ("status: vacant", "external: true"):
        text = teams("100%", "50%").replace("kim: {}", f"kim: {{{person}}}")
        assert (Coverage("T014", 0, 0, 0),) == audit_text(text, "T014").coverage


def test_the_limit_can_be_set() -> None:
    """`max` below the whole leaves room for what nobody plans; it also holds for a single share."""
    limit = ["rules.T014.max=80%"]
    assert ["kim"] == [each.subject.id for each in audit_text(teams("90%"), "T014", set=limit).findings]
    assert () == audit_text(teams("40%", "40%"), "T014", set=limit).findings


def test_two_initiatives_within_the_whole_are_fine() -> None:
    """All shares are stated, and they suffice."""
    half = "{leader: {person: kim, allocation: 50%}}"
    text = f"people: {{kim: {{}}}}\ninitiatives: {{one: {half}, two: {half}}}"
    assert (Coverage("T014", 1, 0, 0),) == audit_text(text, "T014").coverage


def test_the_share_of_an_only_initiative_need_not_be_stated() -> None:
    """It is a part of the one team's time, whatever it is."""
    text = teams("100%") + "initiatives: {one: {leader: kim}}"
    assert (Coverage("T014", 1, 0, 0),) == audit_text(text, "T014").coverage


def test_an_initiative_beside_hides_nothing() -> None:
    """Two teams are too much, with or without one initiative that states no share."""
    text = teams("100%", "50%") + "initiatives: {one: {leader: kim}}"
    assert ["kim"] == [finding.subject.id for finding in audit_text(text, "T014").findings]


def test_a_share_that_is_stated_once_of_two_mentions_counts() -> None:
    """The leader's share is not stated, but that among the people is."""
    mentions = "{leader: kim, people: [{person: kim, allocation: 60%}]}"
    text = f"people: {{kim: {{}}}}\ninitiatives: {{b: {mentions}, a: {mentions}}}"
    (finding,) = audit_text(text, "T014").findings
    assert (["a", "b"], 1.2) == (finding.evidence["initiatives"], finding.evidence["sum"])


def test_a_share_of_nought_is_a_share() -> None:
    """Who is named twice, and stated to give nothing at first, leaves nothing unclear."""
    none = "{leader: {person: kim, allocation: 0%}, people: [kim]}"
    text = f"people: {{kim: {{}}}}\ninitiatives: {{a: {none}, b: {{leader: {{person: kim, allocation: 60%}}}}}}"
    assert (Coverage("T014", 1, 0, 0),) == audit_text(text, "T014").coverage
