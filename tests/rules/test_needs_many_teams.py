"""W005: an initiative needs more outside teams than it can expect to align."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

TEAMS = "teams: {own: {}, a: {}, b: {}, c: {}, d: {}, supplier: {external: true}}\ninitiatives:\n"


def test_four_outside_teams_are_found() -> None:
    """The finding names them, counts what must be built, and stands at the first that is too many."""
    text = TEAMS + "  one: {team: own, contributors: [{team: a, ask: custom}, b, c, {team: d, ask: custom}]}"
    (finding,) = audit_text(text, "W005").findings
    said = "a, b, c and d, 2 of which must build or decide something for it"
    assert f"one needs 4 outside teams (limit 3): {said}" == finding.message
    assert {"count": 4, "teams": ["a", "b", "c", "d"], "custom_asks": 2, "limit": 3} == finding.evidence
    assert ("warning", "initiative:one", (3, 72)) == (finding.severity, finding.subject.key, (finding.place or ())[1:3])
    assert ["team:a", "team:b", "team:c", "team:d"] == [each.subject and each.subject.key for each in finding.related]


def test_without_custom_work_the_sentence_ends_with_the_teams() -> None:
    """What is not said is not made up."""
    (finding,) = audit_text(TEAMS + "  one: {team: own, contributors: [a, b, c, supplier]}", "W005").findings
    assert finding.message.endswith("(limit 3): a, b, c and supplier")


@pytest.mark.parametrize(
    "contributors",
    ["[]", "[a, b, c]", "[a, b, c, own]", "[a, b, c, c]", "[a, b, c, {team: d, ask: self-service}]"],
)
def test_up_to_three_outside_teams_are_fine(contributors: str) -> None:
    """The own team, one that is written twice, and one used by self-service are not one more."""
    text = TEAMS + f"  one: {{team: own, contributors: {contributors}}}"
    assert (Coverage("W005", 1, 0, 0),) == audit_text(text, "W005").coverage


@pytest.mark.parametrize("initiative", ["{team: own}", "{team: own, contributors: [a, b, c, dd]}"])
def test_contributors_that_are_not_named_or_not_described_are_unknown(initiative: str) -> None:
    """An absent list, and a wrong name that would be the fourth, leave it open."""
    missing = (("contributors of initiatives", 1),)
    assert (Coverage("W005", 0, 0, 1, missing),) == audit_text(TEAMS + f"  one: {initiative}", "W005").coverage


def test_a_wrong_name_among_few_changes_nothing() -> None:
    """Whatever it stands for, they are three at most."""
    text = TEAMS + "  one: {team: own, contributors: [a, b, dd]}"
    assert (Coverage("W005", 1, 0, 0),) == audit_text(text, "W005").coverage


@pytest.mark.parametrize("other", ["stage: press-release", "stage: paused", "stage: retired", "external: true"])
def test_only_active_initiatives_of_ours_are_asked(other: str) -> None:
    """A plan may still be cut."""
    text = TEAMS + f"  one: {{team: own, contributors: [a, b, c, d], {other}}}"
    assert (Coverage("W005", 0, 0, 0),) == audit_text(text, "W005").coverage


def test_the_limit_can_be_set() -> None:
    """`max` decides how many are many."""
    text = TEAMS + "  one: {team: own, contributors: [a, b]}"
    (finding,) = audit_text(text, "W005", set=["rules.W005.max=1"]).findings
    assert ("one needs 2 outside teams (limit 1): a and b", (3, 38)) == (finding.message, (finding.place or ())[1:3])


def test_the_place_of_a_team_is_its_first_mention() -> None:
    """A team that is written twice is needed once."""
    text = TEAMS + "  one: {team: own, contributors: [a, b, a]}"
    (finding,) = audit_text(text, "W005", set=["rules.W005.max=1"]).findings
    assert [35, 38] == [each.place and each.place.column for each in finding.related]
