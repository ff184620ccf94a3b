"""What an audit finds newly or no more, as badges and as rows of a list."""

from collections.abc import Iterable, Iterator
from typing import Final, Literal

from orgmodel.draw.badges import Badge, Tone
from orgmodel.draw.changes.words import shift
from orgmodel.draw.marks import Marks
from orgmodel.model.comparison import Comparison, Shift
from orgmodel.model.finding import SEVERITIES, Finding

Turn = Literal["new", "worse", "better", "fixed"]
TURNS: Final[tuple[Turn, ...]] = ("new", "worse", "better", "fixed")
Told = tuple[Turn, Finding, str]
"""What became of a finding, the finding, and a few words for it."""

_ON_TEAMS: Final = "team"


class Turned:
    """The findings that differ, by the entity that they are about.

    Parameters
    ----------
    comparison
        Of the two audits.
    """

    def __init__(self, comparison: Comparison) -> None:
        self._told: dict[tuple[str, str], list[Told]] = {}
        for told in _all(comparison):
            subject = told[1].subject
            self._told.setdefault((subject.kind, subject.id), []).append(told)
        for found in self._told.values():
            found.sort(key=_order)

    def of_team(self, id: str) -> tuple[Told, ...]:
        """Return what differs of a team or group, the gravest first."""
        return tuple(self._told.get((_ON_TEAMS, id), ()))

    def teams(self) -> frozenset[str]:
        """Return the teams and groups of which a finding differs."""
        return frozenset(id for kind, id in self._told if kind == _ON_TEAMS)

    def elsewhere(self) -> tuple[Told, ...]:
        """Return what differs of anything but teams, the gravest first."""
        found = (told for (kind, _), each in self._told.items() if kind != _ON_TEAMS for told in each)
        return tuple(sorted(found, key=_order))


def badge_of(told: Told) -> Badge:
    """Return the badge that says what became of a finding."""
    turn, finding, words = told
    bad: Tone = finding.severity
    return Badge(f"{turn}: {words}", bad if turn in ("new", "worse") else "added", f"{finding.code}: {finding.message}")


def _all(comparison: Comparison) -> Iterator[Told]:
    found = comparison.findings
    yield from (("new", each, _words(each)) for each in found.new)
    yield from (("fixed", each, _words(each)) for each in found.fixed)
    yield from (("worse", each.after, _numbers(each)) for each in found.worse)
    yield from (("better", each.after, _numbers(each)) for each in found.better)


def _words(finding: Finding) -> str:
    """Say a finding as the badges of all pictures do."""
    (badge,) = Marks([finding]).badges(finding.subject.kind, finding.subject.id)
    return badge.text


def _numbers(each: Shift) -> str:
    # Without its numbers, which are said before and after.
    plain = _words(each.after._replace(evidence={}))
    return f"{plain} {shift(*each.numbers)}"


def _order(told: Told) -> tuple[int, int, str, str]:
    turn, finding, _ = told
    return TURNS.index(turn), SEVERITIES.index(finding.severity), finding.code, finding.fingerprint


def graves(found: Iterable[Told]) -> int:
    """Count the errors that are new or worse."""
    return sum(turn in ("new", "worse") and finding.severity == "error" for turn, finding, _ in found)
