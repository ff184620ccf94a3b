"""T001: a team has more people than two pizzas feed."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

TEN = "[p0, p1, p2, p3, p4, p5, p6, p7, p8, p9]"


def test_a_team_over_the_limit_is_found_with_its_numbers() -> None:
    """The message, the evidence and the place name the headcount and how far it is over the limit."""
    (finding,) = audit_text("teams: {checkout: {headcount: 12}}", "T001").findings
    assert "checkout has 12 people, 2 more than two pizzas feed (limit 10)" == finding.message
    assert {"size": 12, "over": 2, "limit": 10}.items() <= finding.evidence.items()
    assert ("warning", "team:checkout") == (finding.severity, finding.subject.key)
    assert (1, 31, 1, 33) == (finding.place or ())[1:]


def test_a_team_at_the_limit_is_fine() -> None:
    """Ten people are fed by two pizzas."""
    assert (Coverage("T001", 1, 0, 0),) == audit_text("teams: {checkout: {headcount: 10}}", "T001").coverage


def test_a_team_of_unknown_size_is_unknown() -> None:
    """Neither members nor headcount: the size is not known, and not fine."""
    missing = (("members or headcount of teams", 1),)
    assert (Coverage("T001", 0, 0, 1, missing),) == audit_text("teams: {checkout: {lead: ana}}", "T001").coverage


@pytest.mark.parametrize(("size", "severity"), [(15, "warning"), (16, "error")])
def test_a_team_far_over_the_limit_is_an_error(size: int, severity: str) -> None:
    """Above `error_above`, and not at it, the finding is an error."""
    (finding,) = audit_text(f"teams: {{checkout: {{headcount: {size}}}}}", "T001").findings
    assert severity == finding.severity


def test_the_limits_can_be_set() -> None:
    """`max` and `error_above` decide what is too large, and what is an error."""
    settings = ["rules.T001.max=4", "rules.T001.error_above=5"]
    found = audit_text(
        "teams: {a: {headcount: 4}, b: {headcount: 5}, c: {headcount: 6}}", "T001", set=settings
    ).findings
    assert [("b", "warning"), ("c", "error")] == [(each.subject.id, each.severity) for each in found]


def test_a_lead_who_is_no_member_counts() -> None:
    """Ten members and their lead are eleven people, and the label says so."""
    (finding,) = audit_text(f"teams: {{checkout: {{lead: ana, members: {TEN}}}}}", "T001").findings
    assert 11 == finding.evidence["size"]
    assert "11 with the lead, who is no member" == finding.label


def test_a_lead_who_is_a_member_counts_once() -> None:
    """A lead among the ten members makes no eleventh."""
    assert () == audit_text(f"teams: {{checkout: {{lead: p0, members: {TEN}}}}}", "T001").findings


def test_leads_can_be_left_out() -> None:
    """With `count_lead: false` ten members and a lead are ten."""
    text = f"teams: {{checkout: {{lead: ana, members: {TEN}}}}}"
    assert () == audit_text(text, "T001", set=["rules.T001.count_lead=false"]).findings


def test_vacant_positions_do_not_count_but_are_told() -> None:
    """A listed vacancy and one that is only counted are no people yet; the note says what they will make."""
    members = TEN.replace("]", ", p10, req-1]")
    text = f"people: {{req-1: {{status: vacant}}}}\nteams: {{checkout: {{members: {members}, vacancies: 1}}}}"
    (finding,) = audit_text(text, "T001").findings
    assert (11, 2) == (finding.evidence["size"], finding.evidence["vacancies"])
    assert "13 when 2 vacancies are filled" in finding.note


def test_who_is_leaving_counts_and_is_told() -> None:
    """A person who is leaving is still there; the note says what the team will be without them."""
    members = TEN.replace("]", ", iris]")
    text = f"people: {{iris: {{status: leaving}}}}\nteams: {{checkout: {{members: {members}}}}}"
    (finding,) = audit_text(text, "T001").findings
    assert ["iris"] == finding.evidence["leaving"]
    assert "10 when iris leaves" in finding.note


def test_part_time_people_are_told() -> None:
    """Eleven people of whom two work half the week are ten full-time equivalents."""
    members = TEN.replace("p8, p9]", "{person: p8, allocation: 50%}, p9, p10]")
    text = f"people: {{p9: {{capacity: 50%}}}}\nteams: {{checkout: {{members: {members}}}}}"
    (finding,) = audit_text(text, "T001").findings
    assert 10.0 == finding.evidence["fte"]
    assert "together they are 10 full-time equivalents" in finding.note


def test_the_lines_for_a_split_are_told() -> None:
    """What a team owns and works on is where it could become two."""
    text = """
        teams: {checkout: {headcount: 12}, other: {headcount: 5}}
        components: {cart: {owner: checkout}, ledger: {owner: checkout}, mail: {owner: other}}
        initiatives: {one-click: {team: checkout}, done: {team: checkout, stage: retired}}
    """
    (finding,) = audit_text(text, "T001").findings
    assert ["cart", "ledger"] == finding.evidence["components"]
    assert ["one-click"] == finding.evidence["initiatives"]
    assert ("lines for a split: it owns cart and ledger and works on one-click",) == finding.note


@pytest.mark.parametrize("kind", ["group", "operation", "council", "guild"])
def test_only_delivery_teams_are_asked(kind: str) -> None:
    """Groups, operations, councils and guilds may be as large as they need to be."""
    assert 0 == audit_text(f"teams: {{shift: {{kind: {kind}, headcount: 40}}}}", "T001").coverage[0].checked


def test_a_task_force_is_asked_and_an_external_team_is_not() -> None:
    """A task-force delivers; a supplier's team is not ours to split."""
    text = "teams: {peak: {kind: task-force, headcount: 12}, supplier: {external: true, headcount: 99}}"
    assert ["peak"] == [finding.subject.id for finding in audit_text(text, "T001").findings]


def test_what_says_nothing_is_not_told() -> None:
    """People who all work the whole week, and a team with one thing to do, need no remark."""
    members = TEN.replace("]", ", p10]")
    text = f"teams: {{checkout: {{members: {members}}}}}\ncomponents: {{cart: {{owner: checkout}}}}"
    (finding,) = audit_text(text, "T001").findings
    assert (11.0, ["cart"], ()) == (finding.evidence["fte"], finding.evidence["components"], finding.note)


def test_several_who_are_leaving_are_told_by_id() -> None:
    """In the order of their ids, whatever the order of the list."""
    members = TEN.replace("]", ", zoe, iris]")
    text = (
        f"people: {{zoe: {{status: leaving}}, iris: {{status: leaving}}}}\nteams: {{checkout: {{members: {members}}}}}"
    )
    (finding,) = audit_text(text, "T001").findings
    assert "10 when iris and zoe leave" in finding.note
