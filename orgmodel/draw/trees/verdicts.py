"""What an audit says of the size of teams and of who leads them."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Final

from orgmodel.draw.badges import Badge
from orgmodel.draw.gauge import LIMIT
from orgmodel.draw.marks import Marks
from orgmodel.graph import OrgGraph
from orgmodel.model.finding import SEVERITIES, Finding, Severity

TOO_LARGE: Final = "T001"
CODES: Final = frozenset({"L009", "L010", "L011", "L013", "O004", "T001", "T002", "T008"})
"""The rules about the size of teams and who leads them, and the one that covers some of their findings."""
_LEADS_SEVERAL: Final = "L013"
_SUMMED: Final = {
    TOO_LARGE: "too large",
    "L009": "several initiatives",
    "L010": "no lead",
    "L011": "several leads",
    _LEADS_SEVERAL: "shared lead",
    "T002": "small",
}
"""What teams are called that a rule finds wanting, where they are counted; others by the name of the rule."""


class Verdicts:
    """Answers what an audit says of a team.

    Parameters
    ----------
    graph
        The organisation.
    findings
        The standing findings of its audit; those of other rules are left out.
    """

    def __init__(self, graph: OrgGraph, findings: Iterable[Finding]) -> None:
        self.graph = graph
        self._findings = tuple(each for each in findings if each.code in CODES)
        self.marks = Marks(self._findings)

    @cached_property
    def limit(self) -> int:
        """The most people that a team may have: as the findings say, or what two pizzas feed."""
        limits = (each.evidence.get("limit") for each in self._findings if each.code == TOO_LARGE)
        return next((limit for limit in limits if isinstance(limit, int)), LIMIT)

    @cached_property
    def _shared_leads(self) -> Mapping[str, Finding]:
        """What is found about the lead of a team who leads others too."""
        found: dict[str, Finding] = {}
        for finding in self._findings:
            teams = finding.evidence.get("teams") if finding.code == _LEADS_SEVERAL else None
            for team in teams if isinstance(teams, list) else ():
                found.setdefault(team, finding)
        return found

    def findings(self, team: str) -> tuple[Finding, ...]:
        """Return what was found about a team and about what its lead leads, the gravest first."""
        shared = self._shared_leads.get(team)
        found = (*self.marks.of("team", team), *((shared,) if shared else ()))
        return tuple(sorted(found, key=lambda each: SEVERITIES.index(each.severity)))

    def badges(self, team: str) -> tuple[Badge, ...]:
        """Return a badge for each finding about a team; that it is too large comes first."""
        order = sorted(self.marks.of("team", team), key=lambda each: each.code != TOO_LARGE)
        own = [badge for each in order for badge in Marks([each]).badges("team", team)]
        shared = self._shared_leads.get(team)
        if shared is not None:
            said = f"leads {shared.evidence.get('count')} teams"
            own.append(Badge(said, shared.severity, f"{shared.code}: {shared.message}"))
        return tuple(own)

    def worst(self, team: str) -> Severity | None:
        """Return the gravest severity of what was found about a team."""
        found = self.findings(team)
        return found[0].severity if found else None

    @cached_property
    def found(self) -> frozenset[str]:
        """The teams and groups about which anything was found."""
        subjects = {each.subject.id for each in self._findings if each.subject.kind == "team"}
        return frozenset((subjects | set(self._shared_leads)) & self.graph.org.teams.keys())

    def size(self, team: str) -> int | None:
        """Return the people of a team as the audit counts them; None where that is unknown."""
        for finding in self.marks.of("team", team):
            size = finding.evidence.get("size") if finding.code == TOO_LARGE else None
            if isinstance(size, int):
                return size
        return self.graph.size(team)

    def largest(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return the teams among these that are too large, the largest first."""
        found = [id for id in ids if any(each.code == TOO_LARGE for each in self.marks.of("team", id))]
        return tuple(sorted(found, key=lambda id: (-(self.size(id) or 0), id)))

    def summed(self, code: str, number: int, severity: Severity) -> Badge:
        """Return a badge that says how many teams a rule finds wanting."""
        word = _SUMMED.get(code) or self._names[code].replace("-", " ")
        return Badge(f"{number} {word}" if code == TOO_LARGE else f"{number} × {word}", severity, f"{code}: {number}")

    @cached_property
    def _names(self) -> Mapping[str, str]:
        """The name of each rule that found something."""
        return {each.code: each.name for each in self._findings}
