"""D008: one who has to agree to a great many decisions."""

import pytest

from orgmodel.model.audit import Audit
from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

ORG = "people: {ana: {}, bo: {}, cy: {}, guest: {external: true}}\nteams: {board: {kind: council}}\ndecisions:\n"


def busy(count: int, step: str = "{by: ana, can: approve}", more: str = "", set: tuple[str, ...] = ()) -> Audit:
    """Audit so many decisions with this step, and one of somebody else."""
    decisions = "".join(f"  d{n:02}: {{steps: [{step}]}}\n" for n in range(count))
    return audit_text(f"{ORG}{decisions}  other: {{steps: [{{by: bo, can: veto}}]}}\n{more}", "D008", set=set)


def test_eleven_decisions_are_many() -> None:
    """The finding counts them, names them, and says what is usual."""
    (finding,) = busy(11).findings
    said = "ana has to agree to 11 decisions (limit 10); 95 % of all who approve have at most 10.5"
    assert said == finding.message
    assert (11, 10, 10.5) == tuple(finding.evidence[name] for name in ("count", "limit", "quantile"))
    assert [f"d{n:02}" for n in range(11)] == finding.evidence["decisions"]
    assert ("warning", "person:ana", (1, 10)) == (finding.severity, finding.subject.key, (finding.place or ())[1:3])
    assert (8, ("and also: d08, d09 and d10",)) == (len(finding.related), finding.note)


def test_a_council_can_be_one() -> None:
    """It meets on one day of the week, for all of them."""
    assert ["team:board"] == [each.subject.key for each in busy(11, "{by: board, can: veto}").findings]


@pytest.mark.parametrize(
    "step",
    [
        "{by: ana, can: advise}",
        "{by: ana, can: approve, mandated: the law}",
        "{by: guest, can: approve}",
        "{by: typo, can: approve}",
    ],
)
def test_what_binds_nobody_of_ours_is_not_counted(step: str) -> None:
    """Advice, what a law requires, people of elsewhere, and names that mean nothing."""
    assert () == busy(20, step).findings


def test_a_step_of_the_decider_is_not_counted() -> None:
    """That they agree is what deciding means."""
    decisions = "".join(f"  d{n}: {{decider: ana, steps: [{{by: ana, can: approve}}]}}\n" for n in range(20))
    assert () == audit_text(f"{ORG}{decisions}  other: {{steps: [{{by: bo, can: veto}}]}}", "D008").findings


def test_a_decision_counts_once_and_mandated_ones_are_told() -> None:
    """Whoever is asked twice on the way to one decision has one decision more."""
    more = "  twice: {steps: [{by: ana, can: veto}, {by: ana, can: approve}]}\n"
    more += "  law: {steps: [{by: ana, can: veto, mandated: the law}]}"
    (finding,) = busy(10, more=more).findings
    assert (11, ["law"]) == (finding.evidence["count"], finding.evidence["mandated"])
    assert "mandated, and not counted: law" in finding.note


def test_ten_are_fine_and_so_is_who_does_not_stand_out() -> None:
    """Both limits must be passed: where everybody has as many nobody is the bottleneck."""
    assert (Coverage("D008", 2, 0, 0),) == busy(10).coverage
    many = "".join(f"  d{n}: {{steps: [{{by: ana, can: veto}}, {{by: cy, can: veto}}]}}\n" for n in range(12))
    assert (Coverage("D008", 2, 0, 0),) == audit_text(f"{ORG}{many}", "D008").coverage


def test_steps_that_do_not_say_what_they_can_do_leave_it_open() -> None:
    """Only for those whom they could put above both limits."""
    unclear = "".join(f"  u{n}: {{steps: [{{by: ana}}, {{by: bo, can: veto}}]}}\n" for n in range(2))
    missing = (("what steps of decisions can do", 1),)
    assert (Coverage("D008", 1, 0, 1, missing),) == busy(9, more=unclear).coverage


def test_initiatives_count_as_decisions() -> None:
    """Their own steps are asked for as well."""
    (finding,) = busy(10, more="initiatives: {vans: {steps: [{by: ana, can: approve}]}}").findings
    assert "initiative:vans" == finding.evidence["decisions"][-1]  # type: ignore[index]  # it is a list


def test_the_limits_can_be_set() -> None:
    """`max` and `quantile` decide what is much."""
    assert ["ana"] == [each.subject.id for each in busy(3, set=("rules.D008.max=2",)).findings]
    assert () == busy(11, set=("rules.D008.quantile=1.0",)).findings


def test_what_ends_with_the_same_no_is_folded_into_it() -> None:
    """D010 would say of each decision what this says of all."""
    text = ORG + "".join(f"  d{n}: {{steps: [{{by: ana, can: approve}}]}}\n" for n in range(11))
    text += "  other: {steps: [{by: bo, can: approve}]}"
    standing = audit_text(text, "D008", "D010").standing
    assert [("D008", "ana"), ("D010", "other")] == [(each.code, each.subject.id) for each in standing]
