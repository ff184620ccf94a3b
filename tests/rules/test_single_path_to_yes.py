"""D010: decisions that one no ends."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

ORG = "people: {ana: {}, bo: {}, kim: {}}\nteams: {board: {}}\ndecisions:\n"


def idea(fields: str) -> str:
    """Describe a decision with these fields."""
    return f"{ORG}  idea: {{{fields}}}"


def test_the_only_approver_is_found() -> None:
    """The finding names whoever can end it, and stands there."""
    (finding,) = audit_text(idea("decider: ana, steps: [{by: kim, can: approve}]"), "D010").findings
    assert "one no of kim ends idea; no way around it is stated" == finding.message
    assert {"approvers": ["kim"], "mandated": [], "ways": 1} == finding.evidence
    assert ("info", "decision:idea", (4, 37)) == (finding.severity, finding.subject.key, (finding.place or ())[1:3])


def test_several_on_the_only_way_are_one_finding() -> None:
    """Each of them can end it; who only advises cannot."""
    steps = "{by: kim, can: veto}, {by: bo, can: advise}, {by: board, can: approve}, {by: kim, can: veto}"
    (finding,) = audit_text(idea(f"steps: [{steps}]"), "D010").findings
    assert "one no of any of kim and board ends idea; no way around them is stated" == finding.message
    assert ["board has to approve it"] == [each.message for each in finding.related]


@pytest.mark.parametrize(
    ("ways", "expected"),
    [
        ("[{steps: [{by: kim, can: veto}]}, {steps: [{by: bo, can: veto}, {by: kim, can: veto}]}]", ["kim"]),
        ("[{steps: [{by: kim, can: veto}]}, {steps: [{by: 'person:kim', can: veto}]}]", ["kim"]),
        ("[{steps: [{by: kim, can: veto}]}, {steps: [{by: bo, can: veto}]}]", []),
        ("[{steps: [{by: kim, can: veto}]}, {decider: bo}]", []),
        ("[{decider: ana, steps: [{by: kim, can: veto}]}, {decider: kim, steps: [{by: kim, can: veto}]}]", []),
    ],
)
def test_whoever_is_on_every_way_is_found(ways: str, expected: list[str]) -> None:
    """At whatever place, by whatever name; on a way that they decide they are no approver."""
    found = audit_text(idea(f"any_of: {ways}"), "D010").findings
    assert expected == [name for each in found for name in each.evidence["approvers"]]  # type: ignore[attr-defined]  # a list


def test_steps_of_the_decision_itself_are_on_every_way() -> None:
    """The message counts the ways."""
    fields = "steps: [{by: kim, can: approve}], any_of: [{decider: ana}, {decider: bo}]"
    (finding,) = audit_text(idea(fields), "D010").findings
    assert "one no of kim ends idea; all 2 stated ways pass it" == finding.message


@pytest.mark.parametrize(
    "fields",
    ["steps: []", "decider: kim, steps: [{by: kim, can: veto}]", "steps: [{by: kim, can: veto, mandated: the law}]"],
)
def test_the_decider_and_mandated_steps_are_left_out(fields: str) -> None:
    """That the decider can say no is what deciding means, and nobody could drop what is mandated."""
    assert (Coverage("D010", 1, 0, 0),) == audit_text(idea(fields), "D010").coverage


def test_mandated_steps_are_listed() -> None:
    """They end it as well, and are told apart."""
    steps = "{by: kim, can: veto}, {by: board, can: veto, mandated: the law}"
    (finding,) = audit_text(idea(f"steps: [{steps}]"), "D010").findings
    assert (["kim"], ["board"]) == (finding.evidence["approvers"], finding.evidence["mandated"])
    assert ("mandated, and not counted: board",) == finding.note


@pytest.mark.parametrize(
    ("fields", "missing"),
    [("", "steps of decisions"), ("steps: [{by: kim}]", "what steps of decisions can do")],
)
def test_what_is_not_stated_is_unknown(fields: str, missing: str) -> None:
    """Who is asked, and what they can do."""
    assert (Coverage("D010", 0, 0, 1, ((missing, 1),)),) == audit_text(idea(fields), "D010").coverage


def test_external_decisions_are_not_asked_and_initiatives_are() -> None:
    """Steps of an initiative are a decision of its own."""
    steps = "steps: [{by: kim, can: veto}]"
    text = f"{idea(f'external: true, {steps}')}\ninitiatives: {{vans: {{{steps}}}}}"
    assert ["initiative:vans"] == [each.subject.key for each in audit_text(text, "D010").findings]


def test_it_is_folded_into_what_says_more() -> None:
    """Too many approvals, an outsider and an unexplained veto are about the same steps."""
    steps = "{by: kim, can: veto}, {by: board, can: approve}"
    for fields, code in [("door: two-way", "D002"), ("", "D006")]:
        audit = audit_text(idea(f"{fields}{', ' * bool(fields)}steps: [{steps}]"), code, "D010")
        assert [code] == [each.code for each in audit.standing]
