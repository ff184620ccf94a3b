"""What an audit says of the coupling of single teams, in the words of their rows."""

from collections.abc import Iterable
from typing import Final

from orgmodel.draw.badges import Badge
from orgmodel.draw.marks import Marks
from orgmodel.model.finding import Finding, Severity

_SHOWN: Final = ("C001", "C004", "C005")
"""Findings about one team; circles are said by their cells."""


class Found:
    """The findings about the coupling of teams, by team.

    Parameters
    ----------
    findings
        The standing findings; those about something else are passed over.
    """

    def __init__(self, findings: Iterable[Finding]) -> None:
        self._marks = Marks(each for each in findings if each.code in _SHOWN)

    def of(self, team: str) -> tuple[Badge, ...]:
        """Return what is said of a team, the gravest first."""
        return tuple(_badge(each) for each in self._marks.of("team", team))

    def tone(self, team: str) -> Severity | None:
        """Return the gravest severity of what is said of a team."""
        return self._marks.worst("team", team)


def _badge(finding: Finding) -> Badge:
    number = finding.evidence.get("count")
    words = {"C001": "hot spot", "C004": f"waits for {number}", "C005": f"{number} wait for it"}
    return Badge(words[finding.code], finding.severity)
