"""Words of the picture: findings as short as a badge, and how numbers of initiatives are told."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from orgmodel.draw.threads.values import Ask, Threading
from orgmodel.graph.leadership import percent
from orgmodel.model.finding import Finding

THREADING_SAID: Final[Mapping[Threading, str]] = {
    "none": "without a single-threaded leader",
    "several": "with a leader, through several teams",
    "open": "not known or not judged",
    "single": "with one team and its own leader",
}
THREADING_MEANS: Final[Mapping[Threading, str]] = {
    "none": "no single-threaded leader",
    "several": "a leader of its own, several teams",
    "open": "leader or teams not known, or not judged",
    "single": "one team, a leader of its own",
}
ASK_MEANS: Final[Mapping[tuple[Ask, ...], str]] = {
    ("own",): "the team it belongs to",
    ("custom",): "must build or decide something for it",
    ("unsaid",): "takes part, not said how",
    ("custom", "unsaid"): "takes part: must build or decide something, or not said how",
    ("self-service",): "used by self-service, no thread",
}


def subject_of(finding: Finding) -> str | None:
    """Return the initiative that a finding is about; None if it is about something else."""
    return finding.subject.id if finding.subject.kind == "initiative" else None


def words(finding: Finding, initiative: str) -> Iterator[str]:
    """Yield what a finding says of an initiative, as short as a badge."""
    evidence: Mapping[str, Any] = finding.evidence
    match finding.code:
        case "L002":
            yield f"{evidence['count']} leaders"
        case "L003":
            yield f"leads {evidence['count']}"
        case "L004":
            yield f"leader {percent(min(evidence['allocations']))}"
        case "W005":
            yield f"needs {evidence['count']} others"
        case "L005" if subject_of(finding) == initiative:
            yield from _doubts(evidence)
        case "L005" if "also-leads" in evidence["reasons"]:
            yield f"leads {1 + len(evidence['also_leads'])}"
        case "L005":
            yield "shared leader"


def _doubts(evidence: Mapping[str, Any]) -> Iterator[str]:
    leaders = len(set(evidence["leaders"]))
    if "several" in evidence["reasons"]:
        yield f"{leaders} leaders"
    if "also-leads" in evidence["reasons"]:
        yield f"leads {1 + len(evidence['also_leads'])}"
    if "part-time" in evidence["reasons"]:
        yield f"leader {percent(min(each for each in evidence['allocations'] if each is not None))}"
