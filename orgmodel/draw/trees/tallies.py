"""Counts what a branch of an organisation holds: teams, people, and what an audit found about its teams."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from orgmodel.draw.badges import Badge
from orgmodel.draw.counting import count
from orgmodel.draw.trees.verdicts import TOO_LARGE, Verdicts
from orgmodel.model.finding import SEVERITIES, Severity

_GRAVE: Final = frozenset({"error", "warning"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What some teams hold together.

    `teams` leaves out groups, and councils and external teams, which are counted apart. `people` counts everybody once,
    `unknown` the teams of unknown size, `concerned` the teams with an error or a warning. `worst` is the gravest of
    all, and `codes` says for each rule how many teams it finds wanting, and how gravely at worst.
    """

    teams: int = 0
    councils: int = 0
    external: int = 0
    people: int = 0
    unknown: int = 0
    concerned: int = 0
    worst: Severity | None = None
    codes: Mapping[str, tuple[int, Severity]] = field(default_factory=dict)

    @property
    def alarm(self) -> Severity | None:
        """The gravest severity of the findings about teams."""
        return min((severity for _, severity in self.codes.values()), key=SEVERITIES.index, default=None)

    def said(self) -> str:
        """Say how many teams and people there are."""
        parts = [self.said_teams()]
        if self.people or not self.unknown:
            parts += [f"{self.people:,}{'+' if self.unknown else ''} {'person' if self.people == 1 else 'people'}"]
        elif self.unknown:
            parts += ["size unknown"]
        outside = self.external and not (self.teams or self.councils or self.people)
        return parts[0] if outside else " · ".join(parts)

    def said_teams(self) -> str:
        """Say how many teams there are; councils and external ones are counted apart."""
        parts = [count(self.teams, "team")] if self.teams else []
        parts += [count(self.councils, "council")] if self.councils else []
        parts += [count(self.external, "external team")] if self.external else []
        return ", ".join(parts) or "no teams"


def _first(code: str) -> int:
    """Return a place in the order of badges: size before leading before all else."""
    return 0 if code == TOO_LARGE else 1 if code.startswith("L01") else 2


class Tallies:
    """Counts what branches hold.

    Parameters
    ----------
    verdicts
        What the audit says of each team.
    """

    def __init__(self, verdicts: Verdicts) -> None:
        self.verdicts, self.graph = verdicts, verdicts.graph

    def of_branch(self, group: str) -> Tally:
        """Return what a group and everything below it holds."""
        return self.of(self.graph.under(group))

    def of(self, ids: Iterable[str]) -> Tally:
        """Return what teams and groups hold together."""
        ids = sorted(ids)
        teams = self.graph.org.teams
        kinds = Counter("external" if teams[id].external else self.graph.kind_of(id) for id in ids)
        people, unknown = self._people(ids)
        grave = [id for id in ids if id in self.verdicts.found and self.verdicts.worst(id) in _GRAVE]
        severities = {self.verdicts.worst(id) for id in ids if id in self.verdicts.found} - {None}
        return Tally(
            teams=len(ids) - kinds["group"] - kinds["council"] - kinds["external"],
            councils=kinds["council"],
            external=kinds["external"],
            people=people,
            unknown=unknown,
            concerned=sum(self.graph.kind_of(id) != "group" for id in grave),
            worst=next((each for each in SEVERITIES if each in severities), None),
            codes=self._codes(grave),
        )

    def _people(self, ids: Iterable[str]) -> tuple[int, int]:
        """Count the people of teams and groups, each once, and the teams of unknown size."""
        people: set[str] = set()
        heads = unknown = 0
        for id in ids:
            team = self.graph.org.teams[id]
            if team.members is None and team.headcount is not None:
                heads += team.headcount
            elif team.members is not None or self.graph.kind_of(id) == "group":
                people.update(self.graph.people_of(id))
            else:
                unknown += not team.external
        return len(people) + heads, unknown

    def _codes(self, ids: Iterable[str]) -> Mapping[str, tuple[int, Severity]]:
        """Return for each rule how many teams it finds wanting, and how gravely at worst."""
        found: dict[str, list[Severity]] = {}
        for id in ids:
            for code, severity in {each.code: each.severity for each in reversed(self.verdicts.findings(id))}.items():
                if severity in _GRAVE and self.graph.kind_of(id) != "group":
                    found.setdefault(code, []).append(severity)
        return {code: (len(all), min(all, key=SEVERITIES.index)) for code, all in sorted(found.items())}

    def summed_badges(self, tally: Tally) -> tuple[Badge, ...]:
        """Return a badge for each rule that finds teams of a branch wanting; too large ones first."""
        order = sorted(tally.codes, key=lambda code: (_first(code), -tally.codes[code][0], code))
        return tuple(self.verdicts.summed(code, *tally.codes[code]) for code in order)
