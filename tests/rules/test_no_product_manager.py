"""T011: nobody in a stream-aligned team answers for the voice of the customer."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

PEOPLE = (
    "people: {a: {role: engineer}, b: {role: Product Manager}, c: {}, v: {role: product-manager, status: vacant}}\n"
)


def lists(members: str, more: str = "") -> str:
    """Return one stream-aligned team of these members, and what else there is."""
    return f"{PEOPLE}teams: {{lists: {{type: stream-aligned, {members}}}}}\n{more}"


def test_a_team_without_a_voice_of_the_customer_is_found() -> None:
    """An engineer alone, and a position that nobody fills."""
    (finding,) = audit_text(lists("members: [a, v]"), "T011").findings
    assert "nobody in lists has the role product-manager: no voice of the customer" == finding.message
    assert {"roles": ["product-manager"], "initiatives": []} == finding.evidence
    assert ("info", "team:lists") == (finding.severity, finding.subject.key)


@pytest.mark.parametrize(
    "members", ["members: [a, b]", "lead: b, members: [a]", "members: [{person: a, role: product_manager}]"]
)
def test_a_product_manager_is_enough(members: str) -> None:
    """As member or lead, by themselves or in this team, however the role is spelt."""
    assert (Coverage("T011", 1, 0, 0),) == audit_text(lists(members), "T011").coverage


def test_a_single_threaded_leader_is_enough() -> None:
    """One who leads an active initiative of the team and nothing else."""
    own = "initiatives: {wish: {team: lists, leader: a}}"
    assert () == audit_text(lists("members: [a]", own), "T011").findings


@pytest.mark.parametrize(
    "own",
    [
        "wish: {team: lists, leader: {person: a, allocation: 60%}}",
        "wish: {team: lists, leader: a}, more: {leader: a}",
        "wish: {team: lists, leader: nobody}",
    ],
)
def test_a_leader_with_other_things_to_do_is_not_enough(own: str) -> None:
    """Part of the time, two initiatives, or nobody at all; the message names the initiative."""
    (finding,) = audit_text(lists("members: [a]", f"initiatives: {{{own}}}"), "T011").findings
    expected = "nobody in lists has the role product-manager, and nobody leads wish as their whole job"
    assert f"{expected}: no voice of the customer" == finding.message
    assert ["wish"] == finding.evidence["initiatives"]


@pytest.mark.parametrize("own", ["wish: {leader: a}", "wish: {team: lists, leader: a, stage: retired}"])
def test_only_active_initiatives_of_its_own_count(own: str) -> None:
    """What is over, and what belongs to others, speaks for no customer of this team."""
    (finding,) = audit_text(lists("members: [a]", f"initiatives: {{{own}}}"), "T011").findings
    assert [] == finding.evidence["initiatives"]


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        (lists("members: [a]").replace("type: stream-aligned, ", ""), "types of teams"),
        (lists("headcount: 5"), "members of teams"),
        (lists("members: [a, c]"), "roles of people"),
        (lists("members: [a]", "initiatives: {wish: {team: lists}}"), "leaders of initiatives"),
    ],
)
def test_what_is_not_stated_makes_it_unknown(text: str, missing: str) -> None:
    """Each of the facts that it depends on may be missing."""
    assert (Coverage("T011", 0, 0, 1, ((missing, 1),)),) == audit_text(text, "T011").coverage


def test_what_is_not_stated_does_not_matter_where_somebody_answers() -> None:
    """A product manager answers, whatever the type of the team and the role of the others."""
    text = lists("members: [b, c]").replace("type: stream-aligned, ", "")
    assert (Coverage("T011", 1, 0, 0),) == audit_text(text, "T011").coverage


def test_the_roles_and_the_share_can_be_set() -> None:
    """`roles` says whose task it is; `min` follows the rule about leaders unless it is set itself."""
    assert () == audit_text(lists("members: [a]"), "T011", set=["rules.T011.roles=engineer"]).findings
    part = lists("members: [a]", "initiatives: {wish: {team: lists, leader: {person: a, allocation: 60%}}}")
    for settings in (["rules.T011.min=0.6"], ["rules.L004.min=0.6"]):
        assert () == audit_text(part, "T011", set=settings).findings


@pytest.mark.parametrize("other", ["type: platform", "type: stream-aligned, external: true", "kind: operation"])
def test_other_teams_are_not_asked(other: str) -> None:
    """A platform has other customers, a supplier its own managers, a shift its work."""
    text = f"{PEOPLE}teams: {{lists: {{{other}, members: [a]}}}}"
    assert (Coverage("T011", 0, 0, 0),) == audit_text(text, "T011").coverage
