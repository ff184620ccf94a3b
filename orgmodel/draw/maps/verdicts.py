"""What the audit says of waiting between teams, by the box of a map that it is about."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final

from orgmodel.draw.badges import Badge
from orgmodel.draw.marks import Marks
from orgmodel.graph.dependencies import Layer
from orgmodel.model.finding import Finding

CODES: Final = ("C001", "C002", "C003", "C004", "C005")
"""The rules about waiting whose findings a map shows."""

_OF_TEAMS: Final = ("C001", "C004", "C005")
_HOT_SPOT: Final = "C001"


class Verdicts:
    """The findings about waiting, by team.

    Parameters
    ----------
    findings
        The standing findings of an audit; those about something else are passed over.
    layer
        What the map shows: where it is the use of what is published, no finding is about it.
    """

    def __init__(self, findings: Iterable[Finding] = (), layer: Layer = "waits") -> None:
        self.found = tuple(each for each in findings if each.code in CODES and layer != "uses")
        self._of: dict[str, list[Finding]] = {}
        for finding in self.found:
            for team in _teams(finding):
                self._of.setdefault(team, []).append(finding)
        self._marks = Marks(each for each in self.found if each.code in _OF_TEAMS)

    @property
    def concerned(self) -> Collection[str]:
        """The teams that a finding is about."""
        return self._of.keys()

    @property
    def hot_spots(self) -> tuple[str, ...]:
        """The coupling hot spots, the first of the audit's order first."""
        return tuple(each.subject.id for each in self.found if each.code == _HOT_SPOT)

    def badges(self, team: str) -> tuple[Badge, ...]:
        """Return the badges of a team; circles have a sign of their own."""
        return self._marks.badges("team", team)

    def badges_of(self, teams: Sequence[str]) -> tuple[Badge, ...]:
        """Return the badge of a group: how many of its teams are hot spots."""
        spots = [team for team in teams if self._has(team, _HOT_SPOT)]
        if not spots:
            return ()
        told = dict.fromkeys(line for team in spots for line in self.lines(team))
        return (Badge(f"{len(spots)} hot spot{'s' * (len(spots) > 1)}", "warning", "\n".join(told)),)

    def lines_of(self, teams: Sequence[str]) -> Iterator[str]:
        """Say of a group how many of its teams are hot spots, and how many have findings."""
        yield from (badge.text for badge in self.badges_of(teams))
        found = sum(team in self._of for team in teams)
        if found:
            yield f"findings about waiting at {found} of its {len(teams)} teams"

    def _has(self, team: str, code: str) -> bool:
        return any(each.code == code for each in self._of.get(team, ()))

    def lines(self, team: str) -> Iterator[str]:
        """Yield the messages about a team."""
        return (f"{each.code}: {each.message}" for each in self._of.get(team, ()))

    def meanings(self, shown: Collection[str]) -> Iterator[tuple[Badge, str]]:
        """Yield a badge for each rule about teams that is shown on one of these, and what it stands for."""
        there = Counter(finding.code for team in shown for finding in self._of.get(team, ()))
        for code in _OF_TEAMS:
            if there[code]:
                first = next(each for each in self.found if each.code == code and each.subject.id in shown)
                yield self._marks.badges("team", first.subject.id)[0], _meaning(first)


def _teams(finding: Finding) -> Sequence[str]:
    """Return the teams that a finding is about: the one that it names, or those of a circle."""
    if finding.subject.kind == "team":
        return (finding.subject.id,)
    teams = finding.evidence.get("teams", ())
    return [str(team) for team in teams] if isinstance(teams, Sequence) else ()


def _meaning(finding: Finding) -> str:
    limit = finding.evidence.get("limit")
    said: Mapping[str, str] = {
        "C001": "stands out in coupling",
        "C004": f"waits for more than {limit}",
        "C005": f"more than {limit} wait for it",
    }
    return f"{said[finding.code]} ({finding.code})"
