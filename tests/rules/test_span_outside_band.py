"""R002: managers with too many or too few direct reports."""

import pytest

from orgmodel.model.audit import Audit
from tests.rules.support import audit_text


def spans(*counts: int, of: str = "manager: nobody") -> str:
    """Describe managers with so many reports each, the first at the top."""
    lines = ["people:"]
    for number, count in enumerate(counts):
        lines.append(f"  m{number}: {{{of}}}")
        lines += [f"  p{number}-{n}: {{manager: m{number}}}" for n in range(count)]
    return "\n".join(lines) + "\n"


def said(audit: Audit) -> list[tuple[str, str]]:
    """Return who has the finding, and how grave it is."""
    return [(finding.subject.id, finding.severity) for finding in audit.findings]


def answers(text: str) -> tuple[int, int, int]:
    """Return how many were checked, found wanting, and not known."""
    row = audit_text(text, "R002").coverage[0]
    return row.checked, row.violations, row.unknown


@pytest.mark.parametrize(
    ("reports", "severity"),
    [(1, "info"), (2, "info"), (3, None), (10, None), (11, "warning"), (20, "warning"), (21, "error")],
)
def test_how_many_are_too_many(reports: int, severity: str | None) -> None:
    """From 3 to 10 is usual, up to 20 is a warning, more an error, fewer a note."""
    assert ([("m0", severity)] if severity else []) == said(audit_text(spans(reports), "R002"))


@pytest.mark.parametrize(
    ("setting", "reports", "severity"),
    [("min=2", 2, None), ("max=12", 12, None), ("max=5", 6, "warning"), ("error_above=11", 12, "error")],
)
def test_the_limits_are_options(setting: str, reports: int, severity: str | None) -> None:
    """Each of the three limits can be set."""
    audit = audit_text(spans(reports), "R002", set=[f"rules.R002.{setting}"])
    assert ([("m0", severity)] if severity else []) == said(audit)


def test_too_many_has_its_numbers() -> None:
    """The finding stands at the manager, counts the reports, and says how many positions are vacant."""
    (finding,) = audit_text(spans(11) + "  p0-x: {manager: m0, status: vacant}\n", "R002").findings
    assert "m0 has 12 direct reports, 2 more than the limit of 10" == finding.message
    assert ("1 vacant position among them",) == finding.note
    assert (12, 10, ["p0-x"]) == tuple(finding.evidence[name] for name in ("count", "limit", "vacant"))
    assert finding.place is not None
    assert (2, 3, 2, 5) == finding.place[1:]


def test_too_few_has_its_names() -> None:
    """Few enough reports to be named are named."""
    (finding,) = audit_text(spans(2), "R002").findings
    assert "m0 has 2 direct reports (p0-0 and p0-1), fewer than 3" == finding.message
    assert {"reports": ["p0-0", "p0-1"], "count": 2, "limit": 3, "vacant": []} == finding.evidence


def test_people_who_manage_nobody_are_not_asked() -> None:
    """Only managers are in question, each of them once."""
    assert (2, 1, 0) == answers(spans(4, 1))


def test_nothing_is_known_where_no_manager_is() -> None:
    """Without any manager every person might be one; external people are left out."""
    assert (0, 0, 2) == answers("people: {ana: {}, bo: {}, cy: {external: true}}")


def test_a_known_top_alone_is_no_unknown() -> None:
    """Where it is known that somebody reports to nobody, managers are stated, and there is none to ask."""
    assert (0, 0, 0) == answers("people: {ana: {manager: nobody}, bo: {}}")


@pytest.mark.parametrize("of", ["manager: nobody, archetype: coach", "manager: nobody, external: true"])
def test_an_archetype_and_a_stranger_are_not_asked(of: str) -> None:
    """A declared archetype names its own span, and the span of external people is not ours."""
    assert (0, 0, 0) == answers(spans(30, of=of))


@pytest.mark.parametrize(("kind", "expected"), [("operation", (0, 0, 0)), ("team", (1, 1, 0))])
def test_leads_of_operations_are_not_asked(kind: str, expected: tuple[int, int, int]) -> None:
    """Whoever leads an operation may have as many reports as a shift needs."""
    assert expected == answers(spans(30) + f"teams: {{depot: {{kind: {kind}, lead: m0}}}}\n")


def test_managers_in_a_circle_are_unknown() -> None:
    """Who reports to whom in a circle is not known, so neither is the span."""
    assert (0, 0, 2) == answers("people: {ana: {manager: bo}, bo: {manager: ana}}")


def test_reports_follow_from_leads() -> None:
    """With `reporting: lead` the members of a team report to its lead without a word."""
    text = """
    organisation: {reporting: lead}
    people: {ana: {}, bo: {}, cy: {}}
    teams: {search: {lead: ana, members: [bo, cy]}}
    """
    assert [("ana", "info")] == said(audit_text(text, "R002"))
