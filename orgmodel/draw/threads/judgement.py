"""What an audit says about the threading of each initiative, and what the organisation says about who works on it."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, Final

from orgmodel.draw.badges import Badge
from orgmodel.draw.marks import Marks
from orgmodel.draw.threads.values import ASKS, Ask, Thread, Threading
from orgmodel.draw.threads.words import subject_of, words
from orgmodel.graph.leadership import percent
from orgmodel.graph.org_graph import OrgGraph
from orgmodel.model.finding import SEVERITIES, Finding
from orgmodel.model.initiatives import Initiative

_OF_LEADERS: Final = frozenset({"L001", "L002", "L003", "L004", "L005"})
"""Findings of which each says that an initiative has no single-threaded leader."""
_SAID_OTHERWISE: Final = _OF_LEADERS | {"W005"}


class Judgement:
    """Answers what the picture asks of initiatives.

    Parameters
    ----------
    graph
        The organisation.
    findings
        The standing findings of its audit.
    """

    def __init__(self, graph: OrgGraph, findings: Iterable[Finding]) -> None:
        self.graph = graph
        self._findings = tuple(findings)
        self.marks = Marks(self._findings)

    @cached_property
    def _about(self) -> Mapping[str, tuple[Finding, ...]]:
        """The findings that concern each initiative, the gravest first: a leader of several concerns all of them."""
        found: dict[str, dict[str, Finding]] = {}
        for finding in self._findings:
            for id in _initiatives_of(finding):
                found.setdefault(id, {})[finding.code] = finding
        return {
            id: tuple(sorted(by_code.values(), key=lambda each: (SEVERITIES.index(each.severity), each.code)))
            for id, by_code in found.items()
        }

    def findings(self, initiative: str) -> tuple[Finding, ...]:
        """Return the findings that concern an initiative, the gravest first."""
        return self._about.get(initiative, ())

    def threading(self, initiative: str) -> Threading:
        """Tell whether an initiative is single-threaded: by what the audit found, and open where it found nothing.

        It is open, too, where a rule was not asked or its finding is waived, so that the picture never says more than
        is so.
        """
        if any(finding.code in _OF_LEADERS for finding in self.findings(initiative)):
            return "none"
        teams = len(self.graph.leadership.teams_working_on(initiative))
        if not teams or self.graph.leadership.doubts(initiative, min_allocation=0) != ():
            return "open"
        return "single" if teams == 1 else "several"

    def threads(self, initiative: Initiative) -> Iterator[Thread]:
        """Yield who works on an initiative, its own team first, then the closest; each team once."""
        found: dict[str, Thread] = {}
        threading = self.threading(initiative.id)
        for team, ask, allocation in _parts(initiative):
            if team in self.graph.org.teams and team not in found:
                found[team] = self._thread(initiative, team, ask, allocation, threading)
        yield from sorted(found.values(), key=lambda each: (ASKS.index(each.ask or "unsaid"), each.crew))

    def _thread(
        self, initiative: Initiative, team: str, ask: Ask, allocation: float | None, threading: Threading
    ) -> Thread:
        share = f", with {percent(allocation)} of its time" if allocation is not None else ""
        name = self.graph.label("team", team)
        said = f"{name} {_DOES[ask]} {initiative.label}{share}"
        return Thread(work=initiative.id, crew=team, threading=threading, ask=ask, tooltip=said, allocation=allocation)

    def leader(self, initiative: Initiative) -> tuple[str, bool]:
        """Say who leads an initiative and with how much of their time, and whether anybody does, as far as known."""
        leaders = self.graph.leadership.leaders_of(initiative.id)
        unnamed = any(finding.code == "L001" for finding in self.findings(initiative.id))
        if leaders is None:
            return ("no leader", False) if unnamed else ("leader unknown", True)
        if not leaders:
            return "no leader", False
        shares = {leader.person: leader.allocation for leader in leaders}
        if len(shares) == 1:
            ((person, share),) = shares.items()
            return self._person(person) + (f" · {percent(share)} of the time" if share is not None else ""), True
        return ", ".join(self._person(each) + _short(share) for each, share in shares.items()), True

    def _person(self, id: str) -> str:
        return self.graph.label("person", id)

    def badges(self, initiative: str) -> tuple[Badge, ...]:
        """Return what the audit found about an initiative, in its numbers, each word once."""
        found: dict[str, Badge] = {}
        for finding in self.findings(initiative):
            for text in words(finding, initiative):
                found.setdefault(text, Badge(text, finding.severity, f"{finding.code}: {finding.message}"))
        others = self.marks.badges("initiative", initiative, without=_SAID_OTHERWISE)
        return (*found.values(), *others)

    def pill(self, initiative: str) -> Badge:
        """Return how many teams work on an initiative, in the tone of the finding that there are too many."""
        teams = len(self.graph.leadership.teams_working_on(initiative))
        text = f"{teams} team{'s' * (teams != 1)}" if teams else "team unknown"
        many = next((each for each in self.findings(initiative) if each.code in ("L005", "W005")), None)
        if many is None or subject_of(many) != initiative:
            return Badge(text, "calm")
        return Badge(text, many.severity, f"{many.code}: {many.message}")

    def team_pill(self, team: str) -> Badge | None:
        """Return on how many initiatives a team works where these are several, in the tone of the finding if any."""
        found = next((each for each in self.marks.of("team", team) if each.code == "L009"), None)
        if found is not None:
            return Badge(f"{found.evidence['count']} threads", found.severity, f"{found.code}: {found.message}")
        many = len(self.graph.leadership.initiatives_by_team.get(team, ()))
        return Badge(f"{many} threads", "calm", f"works on {many} initiatives") if many > 1 else None


_DOES: Final[Mapping[Ask, str]] = {
    "own": "is the own team of",
    "custom": "must build or decide something for",
    "unsaid": "takes part, not said how, in",
    "self-service": "is used by self-service for",
}


def _parts(initiative: Initiative) -> Iterator[tuple[str, Ask, float | None]]:
    if initiative.team is not None:
        yield initiative.team.team, "own", initiative.team.allocation
    parts = [(part.team, part.ask or "unsaid", part.allocation) for part in initiative.contributors or ()]
    yield from sorted(parts, key=lambda part: part[1] == "self-service")


def _short(share: float | None) -> str:
    return "" if share is None else f" {percent(share)}"


def _initiatives_of(finding: Finding) -> set[str]:
    """Return the initiatives that a finding is about: all that are led where a leader leads several."""
    ids = {finding.subject.id} if finding.subject.kind == "initiative" else set()
    if finding.code == "L003":
        return ids | _listed(finding, "initiatives")
    return ids | (_listed(finding, "also_leads") if finding.code == "L005" else set())


def _listed(finding: Finding, key: str) -> set[str]:
    value: Any = finding.evidence.get(key, ())
    return set(value)
