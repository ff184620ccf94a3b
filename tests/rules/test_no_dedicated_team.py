"""L008: no team is dedicated to an active initiative."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

TEAMS = "teams: {ledger: {}, cards: {}, web: {}, supplier: {external: true}}\ninitiatives:\n"
BUSY = "  other: {team: {team: ledger, allocation: 90%}}\n"


def test_a_team_that_gives_a_part_is_not_dedicated() -> None:
    """The finding names the team and its share, and stands at the team."""
    (finding,) = audit_text(TEAMS + "  close: {team: {team: ledger, allocation: 40%}}", "L008").findings
    assert "close has no dedicated team: ledger gives it 40 % (at least 80 %)" == finding.message
    numbers = {"teams": ["ledger"], "allocations": [0.4], "other_initiatives": [0], "limit": 0.8}
    assert numbers == finding.evidence
    assert ("info", "initiative:close", (3, 17)) == (finding.severity, finding.subject.key, (finding.place or ())[1:3])
    assert ("initiative:close", "team:ledger") == finding.concerns


def test_a_team_that_works_on_another_initiative_is_not_dedicated() -> None:
    """Where no share is stated, working on it alone is what counts."""
    (finding,) = audit_text(TEAMS + BUSY + "  close: {team: ledger, contributors: []}", "L008").findings
    assert "close has no dedicated team: ledger works on 1 other (at least 80 %)" == finding.message
    assert ([None], [1]) == (finding.evidence["allocations"], finding.evidence["other_initiatives"])


def test_all_teams_are_told() -> None:
    """The own team first, then the contributors."""
    others = "contributors: [{team: cards, allocation: 20%}, ledger]"
    text = TEAMS + BUSY + f"  close: {{team: {{team: web, allocation: 50%}}, {others}}}"
    (finding,) = audit_text(text, "L008").findings
    said = "web gives it 50 %, cards gives it 20 % and ledger works on 1 other"
    assert f"close has no dedicated team: {said} (at least 80 %)" == finding.message


@pytest.mark.parametrize(
    "initiative",
    [
        "{team: {team: ledger, allocation: 80%}}",
        "{team: cards}",
        "{team: ledger, contributors: [cards]}",
        "{team: ledger, contributors: [{team: cards, allocation: 100%}]}",
        "{team: {team: web, allocation: 10%}, contributors: [{team: cards, allocation: 80%}]}",
        "{contributors: [cards]}",
        "{team: {team: supplier, allocation: 90%}}",
    ],
)
def test_one_dedicated_team_is_enough(initiative: str) -> None:
    """Its own or a contributor, by its share or because it works on nothing else."""
    assert (Coverage("L008", 2, 0, 0),) == audit_text(TEAMS + BUSY + f"  close: {initiative}", "L008").coverage


def test_self_service_is_no_dedication_and_no_other_work() -> None:
    """A team that is only used is not at work on it."""
    text = TEAMS + BUSY + "  close: {team: ledger, contributors: [{team: cards, ask: self-service}]}"
    (finding,) = audit_text(text, "L008").findings
    assert ["ledger"] == finding.evidence["teams"]
    used = TEAMS + "  close: {team: ledger}\n  other: {team: cards, contributors: [{team: ledger, ask: self-service}]}"
    assert (Coverage("L008", 2, 0, 0),) == audit_text(used, "L008").coverage


@pytest.mark.parametrize(
    ("initiative", "missing"),
    [
        ("{}", "teams of initiatives"),
        ("{team: ledgr}", "teams of initiatives"),
        ("{team: supplier}", "allocations of teams to initiatives"),
    ],
)
def test_what_is_not_stated_is_unknown(initiative: str, missing: str) -> None:
    """No team, one that is not described, and one of whose other work nothing is known."""
    assert (Coverage("L008", 0, 0, 1, ((missing, 1),)),) == audit_text(TEAMS + f"  a: {initiative}", "L008").coverage


@pytest.mark.parametrize("other", ["stage: idea", "stage: paused", "stage: retired", "external: true"])
def test_only_active_initiatives_of_ours_are_asked_and_counted(other: str) -> None:
    """What is not under way takes no team away."""
    text = TEAMS + f"  close: {{team: ledger}}\n  other: {{team: ledger, {other}}}"
    assert (Coverage("L008", 1, 0, 0),) == audit_text(text, "L008").coverage


def test_the_limit_can_be_set() -> None:
    """`min_allocation` decides what is dedicated."""
    text = TEAMS + "  close: {team: {team: ledger, allocation: 40%}}"
    assert () == audit_text(text, "L008", set=["rules.L008.min_allocation=40%"]).findings


def test_one_external_team_is_enough_not_to_know() -> None:
    """The team of the house is busy; the supplier's may be dedicated."""
    missing = (("allocations of teams to initiatives", 1),)
    text = TEAMS + BUSY + "  close: {team: ledger, contributors: [supplier]}"
    assert (Coverage("L008", 1, 0, 1, missing),) == audit_text(text, "L008").coverage


def test_without_an_own_team_the_place_is_the_contributors() -> None:
    """A contributor that works on another initiative is not dedicated, and no team is concerned."""
    for own in ("", "team: ledgr, "):
        (finding,) = audit_text(TEAMS + BUSY + f"  close: {{{own}contributors: [ledger]}}", "L008").findings
        assert (("initiative:close",), 4) == (finding.concerns, *(finding.place or ())[1:2])
