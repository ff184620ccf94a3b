"""What an audit found, as marks on the entities of a picture."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from orgmodel.draw.badges import Badge
from orgmodel.model.finding import SEVERITIES, Finding, Severity

Key = tuple[str, str]
_WORDS: Final[Mapping[str, str]] = {
    "C001": "hot spot",
    "C002": "in a circle",
    "C003": "wait for each other",
    "C004": "waits for many",
    "C005": "many wait",
    "L001": "no leader",
    "L002": "several leaders",
    "L003": "shared leader",
    "L004": "part-time leader",
    "L005": "no single-threaded leader",
    "L008": "no own team",
    "L010": "no lead",
    "L011": "several leads",
    "R002": "span",
    "T002": "small",
    "W005": "many teams",
}
"""Words for badges where the name of a rule would be too long for one."""


class Marks:
    """The findings of an audit by the entity that they are about.

    Parameters
    ----------
    findings
        The standing findings: those that no other covers.
    """

    def __init__(self, findings: Iterable[Finding]) -> None:
        self._found: dict[Key, list[Finding]] = {}
        for finding in findings:
            self._found.setdefault((finding.subject.kind, finding.subject.id), []).append(finding)
        for found in self._found.values():
            found.sort(key=lambda each: (SEVERITIES.index(each.severity), each.code))

    def of(self, kind: str, id: str) -> tuple[Finding, ...]:
        """Return the findings about an entity, the gravest first."""
        return tuple(self._found.get((kind, id), ()))

    def worst(self, kind: str, id: str) -> Severity | None:
        """Return the gravest severity of the findings about an entity."""
        found = self._found.get((kind, id))
        return found[0].severity if found else None

    def badges(self, kind: str, id: str, *, without: Iterable[str] = ()) -> tuple[Badge, ...]:
        """Return a badge for each finding about an entity but those of some codes."""
        left_out = frozenset(without)
        return tuple(_badge(finding) for finding in self.of(kind, id) if finding.code not in left_out)

    def tooltip(self, kind: str, id: str) -> str:
        """Return the messages about an entity, one a line."""
        return "\n".join(f"{each.code}: {each.message}" for each in self.of(kind, id))


def _badge(finding: Finding) -> Badge:
    say = _NUMBERS.get(finding.code)
    text = (say(finding.evidence) if say else None) or _WORDS.get(finding.code) or finding.name.replace("-", " ")
    return Badge(text, finding.severity, f"{finding.code}: {finding.message}")


def _too_large(evidence: Mapping[str, Any]) -> str | None:
    over = evidence.get("over")
    return f"+{over} over" if isinstance(over, int) else None


def _initiatives(evidence: Mapping[str, Any]) -> str | None:
    number = evidence.get("count")
    return f"{number} initiatives" if isinstance(number, int) else None


def _waits_for(evidence: Mapping[str, Any]) -> str | None:
    number = evidence.get("count")
    return f"waits for {number}" if isinstance(number, int) else None


def _keeps_waiting(evidence: Mapping[str, Any]) -> str | None:
    number = evidence.get("count")
    return f"{number} wait" if isinstance(number, int) else None


_NUMBERS: Final[Mapping[str, Callable[[Mapping[str, Any]], str | None]]] = {
    "C004": _waits_for,
    "C005": _keeps_waiting,
    "L009": _initiatives,
    "T001": _too_large,
}
"""Badges that say a number of the finding."""
