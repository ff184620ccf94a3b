"""The short lists below the departments: dependencies cut and added, what changes hands, findings of other things."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, TypeVar

from orgmodel.draw.changes.fates import Fates
from orgmodel.draw.changes.findings import Told, Turn
from orgmodel.draw.changes.values import Mark, Row, Section
from orgmodel.draw.changes.words import HOWS, count, joined
from orgmodel.model.comparison import HandedOver, InitiativeChange, PairChange
from orgmodel.model.finding import Finding

T = TypeVar("T")
_MOST: Final = 8
_MARKS: Final[dict[Turn, Mark]] = {"new": "removed", "worse": "removed", "better": "added", "fixed": "added"}
"""What is worse stands in the colour of what goes, what is better in that of what comes."""


class Sections:
    """Makes the lists.

    Parameters
    ----------
    fates
        What becomes of each team.
    inside
        The teams and groups that the picture is about; all if None.
    only_findings
        Whether only the list of findings is asked for.
    """

    def __init__(self, fates: Fates, inside: frozenset[str] | None, *, only_findings: bool) -> None:
        self._fates, self._inside, self._only_findings = fates, inside, only_findings
        self._found = fates.comparison

    def all(self) -> tuple[Section, ...]:
        """Return the lists that have rows."""
        found = [*([] if self._only_findings else self._changes()), self._findings()]
        return tuple(each for each in found if each.rows)

    def _changes(self) -> Iterator[Section]:
        pairs = [each for each in self._found.coupling.pairs if self._concerns((each.source, each.target))]
        for new, verb in ((False, "cut"), (True, "added")):
            ranked = _ranked([each for each in pairs if (each.how == "added") == new])
            yield _section(_title(ranked, verb), ranked, self._pair)
        handed = [each for each in self._found.components.handed_over if self._concerns((*each.before, *each.after))]
        yield _section(f"{count(len(handed), 'component')} handed over", handed, self._handed)
        led = [each for each in self._found.work.initiatives if _led_otherwise(each) and self._works(each)]
        yield _section(f"{count(len(led), 'initiative')} led otherwise", led, self._led)

    def _findings(self) -> Section:
        findings = [each for each in self._fates.turned.elsewhere() if self._concerns(_teams(each[1]))]
        return _section("Findings not on a team", findings, self._finding)

    def _concerns(self, teams: Iterable[str]) -> bool:
        return self._inside is None or not self._inside.isdisjoint(teams)

    def _works(self, each: InitiativeChange) -> bool:
        return self._concerns((*each.teams[0], *each.teams[1], *filter(None, each.own_team)))

    def _pair(self, each: PairChange) -> Row:
        sides = self._fates.sides
        word = f"{'it' if each.by == each.target else sides.name(each.by)} must agree" if each.by else ""
        how = "" if each.how == "added" else HOWS[each.how]
        return Row(
            "added" if each.how == "added" else "removed",
            f"{sides.name(each.source)} → {sides.name(each.target)}",
            "; ".join(filter(None, (how, word))),
            each.source,
            each.target,
            each.weight,
        )

    def _handed(self, each: HandedOver) -> Row:
        knowing = "" if each.knowing or each.experts is None else "nobody there knows it"
        name = self._fates.sides.after.label("component", each.id)
        return Row("moved-here", f"{name}: {self._owners(each.before)} → {self._owners(each.after)}", knowing)

    def _owners(self, ids: Sequence[str]) -> str:
        sides = self._fates.sides
        names = [sides.name(id) if id in sides.parent else sides.after.label("person", id) for id in ids]
        return joined(names) or "nobody"

    def _led(self, each: InitiativeChange) -> Row:
        name = self._fates.sides.after.label("initiative", each.id)
        before, after = (self._people(ids, after=side) for side, ids in enumerate(each.leaders))
        said = after if before == after else f"{before} → {after}"
        return Row("removed" if each.lost_leader else "changed", f"{name}: {said}", _whole_job(each))

    def _people(self, ids: Sequence[str], *, after: int) -> str:
        graph = self._fates.sides.after if after else self._fates.sides.before
        return joined([graph.label("person", id) for id in ids]) or "nobody"

    def _finding(self, told: Told) -> Row:
        turn, finding, words = told
        name = finding.subject.name or finding.subject.id
        return Row(
            _MARKS[turn], f"{turn}: {words}, {finding.subject.kind} {name}", f"{finding.severity} {finding.code}"
        )


def _section(title: str, told: Sequence[T], row: Callable[[T], Row]) -> Section:
    kept = told if len(told) <= _MOST + 1 else told[:_MOST]
    return Section(title=title, rows=tuple(map(row, kept)), more=len(told) - len(kept))


def _title(pairs: Sequence[PairChange], verb: str) -> str:
    crossing = sum(each.crosses for each in pairs)
    where = f", {crossing:,} between branches" if crossing else ""
    return f"{count(len(pairs), 'dependency', 'dependencies')} {verb}{where}"


def _ranked(pairs: Iterable[PairChange]) -> list[PairChange]:
    return sorted(pairs, key=lambda each: (-each.weight, each.source, each.target))


def _teams(finding: Finding) -> Iterator[str]:
    """Yield the teams that a finding concerns."""
    return (each.removeprefix("team:") for each in finding.concerns if each.startswith("team:"))


def _led_otherwise(each: InitiativeChange) -> bool:
    """Tell whether somebody else leads an initiative, or it becomes more or less of a whole job."""
    return each.lost_leader or each.leaders[0] != each.leaders[1] or each.single_threaded[0] != each.single_threaded[1]


def _whole_job(each: InitiativeChange) -> str:
    before, after = each.single_threaded
    if each.lost_leader or after is None or before == after:
        return ""
    return "now as a whole job" if after else "no longer as a whole job" if before else "not as a whole job"
