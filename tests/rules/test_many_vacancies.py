"""T009: too many positions of a team are vacant."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

PEOPLE = "people: {a: {}, b: {}, c: {}, d: {}, v: {status: vacant}, w: {status: vacant}}\n"


def test_many_vacancies_are_found() -> None:
    """The message and the evidence say how many of how many."""
    (finding,) = audit_text("teams: {routes: {headcount: 5, vacancies: 3}}", "T009").findings
    assert "3 of the 8 positions of routes are vacant, 37.5 % (limit 20 %)" == finding.message
    expected = {"share": 0.375, "vacancies": 3, "positions": 8, "vacant": [], "limit": 0.2}
    assert expected == finding.evidence
    assert ("warning", "team:routes") == (finding.severity, finding.subject.key)
    assert (1, 43) == (finding.place or ())[1:3]


def test_listed_positions_are_found_and_named() -> None:
    """Two of four, one of them the lead, are vacant; both are shown, in the order of their ids."""
    text = PEOPLE + "teams: {routes: {lead: w, members: [v, a, b]}}"
    (finding,) = audit_text(text, "T009").findings
    assert "2 of the 4 positions of routes are vacant, 50 % (limit 20 %)" == finding.message
    assert ["v", "w"] == finding.evidence["vacant"]
    assert ("listed: v and w",) == finding.note


def test_counted_and_listed_positions_add_up() -> None:
    """One listed and two counted are three."""
    text = PEOPLE + "teams: {routes: {members: [v, a, b], vacancies: 2}}"
    (finding,) = audit_text(text, "T009").findings
    assert (3, 5) == (finding.evidence["vacancies"], finding.evidence["positions"])


def test_one_in_five_is_fine() -> None:
    """The limit is not exceeded by being reached; one vacancy of four is, in words that fit."""
    assert () == audit_text(PEOPLE + "teams: {routes: {members: [v, a, b, c, d]}}", "T009").findings
    (finding,) = audit_text(PEOPLE + "teams: {routes: {members: [v, a, b, c]}}", "T009").findings
    assert "1 of the 4 positions of routes is vacant, 25 % (limit 20 %)" == finding.message


def test_a_team_of_vacancies_alone_is_found() -> None:
    """Nobody is there yet."""
    (finding,) = audit_text("teams: {routes: {headcount: 0, vacancies: 2}}", "T009").findings
    assert 1.0 == finding.evidence["share"]


@pytest.mark.parametrize(
    ("teams", "missing"),
    [
        ("routes: {headcount: 5}", "vacancies of teams"),
        ("routes: {members: [a, b]}", "vacancies of teams"),
        ("routes: {lead: a}", "members or headcount of teams"),
    ],
)
def test_where_nothing_is_said_of_vacancies_it_is_unknown(teams: str, missing: str) -> None:
    """No word about vacancies is no word that there are none."""
    audit = audit_text(f"people: {{a: {{}}, b: {{}}}}\nteams: {{{teams}}}", "T009")
    assert (Coverage("T009", 0, 0, 1, ((missing, 1),)),) == audit.coverage


@pytest.mark.parametrize(
    "elsewhere", ["people: {c: {status: active}}\nteams:", "teams:\n  other: {headcount: 6, vacancies: 0}"]
)
def test_a_list_without_vacancies_has_none_where_they_are_written_down(elsewhere: str) -> None:
    """One status or one number of vacancies shows that they are; who is only counted stays unknown."""
    text = f"{elsewhere}\n  routes: {{members: [a, b]}}\n  counted: {{headcount: 5}}\n"
    audit = audit_text(text, "T009")
    assert (0, 1) == (audit.coverage[0].violations, audit.coverage[0].unknown)


def test_nothing_known_is_still_over_the_limit_by_what_is_listed() -> None:
    """A headcount without vacancies is exceeded by none; a vacant lead of a counted team is one."""
    text = PEOPLE + "teams: {routes: {headcount: 2, lead: v}}"
    assert 1 == audit_text(text, "T009").findings[0].evidence["vacancies"]


def test_the_limit_can_be_set() -> None:
    """`max_share` decides."""
    text = "teams: {routes: {headcount: 5, vacancies: 3}}"
    assert () == audit_text(text, "T009", set=["rules.T009.max_share=0.375"]).findings


def test_only_delivery_teams_are_asked() -> None:
    """A shift always looks for people, and a supplier's openings are its own."""
    half = "headcount: 4, vacancies: 4"
    text = f"teams: {{shift: {{kind: operation, {half}}}, supplier: {{external: true, {half}}}}}"
    assert (Coverage("T009", 0, 0, 0),) == audit_text(text, "T009").coverage
