"""Coupling before and after: which pairs of teams wait no more, which wait now, and why."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from math import fsum
from typing import Final

from orgmodel.graph import OrgGraph
from orgmodel.graph.dependencies import Edge, Reason
from orgmodel.model.comparison import Coupling, Difference, How, PairChange
from orgmodel.model.dependencies import Dependency
from orgmodel.model.initiatives import Contribution, Initiative
from orgmodel.model.organisation import Org
from orgmodel.model.plan import Loose
from orgmodel.reorg.coupling_branches import Branches, whole_of
from orgmodel.reorg.coupling_fates import Fate, Fates
from orgmodel.reorg.coupling_reasons import fate_of

Pairs = Mapping[tuple[str, str], Edge]

LOST_AS: Final = "custom-work"
"""The kind of dependency that stands for one that was wished away: its team still waits."""


def coupling(before: OrgGraph, after: OrgGraph, *, loose: Sequence[Loose] = ()) -> Coupling:
    """Compare the pairs of teams of which one waits for the other, and say what the difference is made of.

    A pair that waits no more is judged by what became of each of its reasons, as the two organisations alone tell, and
    counts as the worst of them: assumed before removed, moved and internalised.

    - *internalised*: both ends of the reason are now in one team;
    - *moved*: the reason stands between other teams, or people or components went from one of the two to the other;
    - *removed*: what was waited for is published now and only used, an approval is needed no more or only advice, or
      the component or initiative is gone;
    - *assumed*: it is only said.

    Parameters
    ----------
    before, after
        The two organisations; ids mean the same in both.
    loose
        Dependencies of which a plan does not say whose they are.

    Returns
    -------
    Coupling
        Numbers of pairs; in each part `after` is `before` less the four kinds of lost pairs plus the added ones.
        Weights are in what strengths count, 1 for each that states none.
    """
    return _Comparing(before, after, loose).answer()


class _Comparing:
    """The pairs of two organisations."""

    def __init__(self, before: OrgGraph, after: OrgGraph, loose: Sequence[Loose]) -> None:
        self.after, self.loose = after, loose
        self.old, self.new = _pairs(before), _pairs(after)
        whole = whole_of(before) | whole_of(after)
        self.old_branches, self.new_branches = Branches(before, whole), Branches(after, whole)
        self.fates = Fates(before, after, loose)

    def answer(self) -> Coupling:
        """Put everything together."""
        pairs = tuple(sorted((*self._lost(), *self._added()), key=lambda pair: (pair.source, pair.target)))
        old = {pair: edge for pair, edge in self.old.items() if self.old_branches.crosses(edge)}
        new = {pair: edge for pair, edge in self.new.items() if self.new_branches.crosses(edge)}
        between = [*(pair.how for pair in pairs if pair.crosses), *self._of_those_that_stay(old, new)]
        return Coupling(
            teams=_difference(len(self.old), len(self.new), [pair.how for pair in pairs]),
            branches=_difference(len(old), len(new), between),
            pairs=pairs,
            struck=tuple(sorted(self._struck(), key=lambda pair: (pair.source, pair.target))),
            loose=_room_for(self.loose, self.new, self.after),
            weight=(_weight(self.old.values()), _weight(self.new.values())),
            branch_weight=(_weight(old.values()), _weight(new.values())),
            stated_share=self.after.dependencies("waits").stated_share,
        )

    def _lost(self) -> Iterator[PairChange]:
        for (source, target), edge in self.old.items():
            if (source, target) not in self.new:
                fate, reason = self._worst(edge)
                crosses = self.old_branches.crosses(edge)
                by = self._whose_word(target) if fate.how == "assumed" else None
                yield PairChange(source, target, fate.how, fate.why, crosses, by, reason.spot, edge.weight)

    def _struck(self) -> Iterator[PairChange]:
        """Yield what became of initiatives on which a team works no more that is waited for all the same."""
        for (source, target), edge in self.old.items():
            there = self.new.get((source, target))
            left = {reason.through for reason in there.reasons} if there else set()
            for reason in edge.reasons if there else ():
                if reason.why == "initiative" and reason.through not in left:
                    fate = fate_of(self.fates, source, target, reason)
                    by = self._whose_word(target) if fate.how == "assumed" else None
                    crosses = self.old_branches.crosses(edge)
                    yield PairChange(source, target, fate.how, fate.why, crosses, by, reason.spot)

    def _worst(self, edge: Edge) -> tuple[Fate, Reason]:
        """Return what became of the reason of a pair that is worth least; the first by its spot among equals."""
        reasons = sorted(edge.reasons, key=_by_spot)
        judged = ((fate_of(self.fates, edge.source, edge.target, reason), reason) for reason in reasons)
        return max(judged, key=lambda each: each[0].doubt)

    def _whose_word(self, provider: str) -> str | None:
        """Return the provider, or the only team that has what it had; None if no such team is there."""
        heirs = self.fates.shift.heirs(provider)
        return provider if provider in self.after.org.teams else heirs[0] if len(heirs) == 1 else None

    def _added(self) -> Iterator[PairChange]:
        for (source, target), edge in self.new.items():
            if (source, target) not in self.old:
                reason = min(edge.reasons, key=_by_spot)
                why = _clause(source, target, reason)
                yield PairChange(source, target, "added", why, self.new_branches.crosses(edge), spot=reason.spot)

    def _of_those_that_stay(self, old: Pairs, new: Pairs) -> Iterator[How]:
        """Yield what happened to pairs that stay, and are no longer or only now between two branches."""
        for pair in old.keys() - new.keys():
            if pair in self.new:
                yield "internalised"
        for pair in new.keys() - old.keys():
            if pair in self.old:
                yield "added"


def _by_spot(reason: Reason) -> tuple[str, str, str]:
    """Order reasons by where they are written, which no order of files changes; declared ones by what they say."""
    section, key, path = reason.spot
    return section, reason.text if section == "dependencies" else str(key), str(path)


def _pairs(graph: OrgGraph) -> Pairs:
    return {(edge.source, edge.target): edge for edge in graph.dependencies("waits").edges}


def _difference(before: int, after: int, hows: Iterable[How]) -> Difference:
    found = Counter(hows)
    return Difference(
        before, after, found["internalised"], found["moved"], found["removed"], found["assumed"], found["added"]
    )


def _weight(edges: Iterable[Edge]) -> float:
    """Sum all strengths, exactly, so that the order of files does not matter."""
    return fsum(reason.strength for edge in edges for reason in edge.reasons)


def _clause(source: str, target: str, reason: Reason) -> str:
    """Say why a team waits for another."""
    if reason.why == "declared":
        return f"{source} depends on {target}" + (f": {reason.text}" if reason.text != "declared" else "")
    return reason.text if reason.why == "component" else f"{target} {reason.text}"


def _room_for(loose: Sequence[Loose], pairs: Pairs, after: OrgGraph) -> int:
    """Count how many of the loose dependencies can add a pair, each one of its own."""
    nodes = frozenset([team.id for team in after.dependency_teams])
    alike = Counter(_open_pairs(each, pairs, nodes) for each in loose if each.waits)
    return sum(min(count, len(possible)) for possible, count in alike.items())


def _open_pairs(loose: Loose, pairs: Pairs, nodes: frozenset[str]) -> frozenset[tuple[str, str]]:
    """Return the pairs that a loose dependency can come to be, and that do not wait yet."""
    possible = product(nodes.intersection(loose.sources), nodes.intersection(loose.targets))
    return frozenset([pair for pair in possible if pair[0] != pair[1] and pair not in pairs])


def worst_case(after: Org, coupling: Coupling) -> Org:
    """Return the organisation as it is if nothing that is only assumed comes true.

    Each assumed pair of teams that are both still there waits again, by a declared dependency; a team that was only
    struck from the list of contributors, of an initiative that still belongs to the other team, stands there again.
    """
    assumed = [pair for pair in coupling.pairs if pair.how == "assumed"]
    kept = [pair for pair in assumed if pair.source in after.teams and pair.target in after.teams]
    again = (_again(pair) for pair in kept)
    initiatives = dict(after.initiatives)
    for pair in kept:
        initiative = initiatives.get(str(pair.spot.key)) if pair.spot and "contributors" in pair.spot.path else None
        if initiative and initiative.team and initiative.team.team == pair.source:
            initiatives[initiative.id] = _with_contributor(initiative, pair.target)
    return replace(after, dependencies=(*after.dependencies, *again), initiatives=initiatives)


def _again(pair: PairChange) -> Dependency:
    return Dependency(source=pair.source, target=pair.target, kind=LOST_AS, strength=pair.weight, why=pair.why)


def with_contributors_again(after: Org, coupling: Coupling) -> Org:
    """Return the organisation in which teams work on initiatives again from which they were only struck.

    This is the worst case for the initiative, whichever team it belongs to now; dependencies are as they are.
    """
    initiatives = dict(after.initiatives)
    for pair in (*coupling.pairs, *coupling.struck):
        initiative = initiatives.get(str(pair.spot.key)) if pair.spot and "contributors" in pair.spot.path else None
        if pair.how == "assumed" and initiative and pair.target in after.teams:
            initiatives[initiative.id] = _with_contributor(initiative, pair.target)
    return replace(after, initiatives=initiatives)


def _with_contributor(initiative: Initiative, team: str) -> Initiative:
    """Return an initiative to which a team must contribute; a part of it by self-service is no more."""
    others = tuple(part for part in initiative.contributors or () if part.team != team)
    return replace(initiative, contributors=(*others, Contribution(team=team, ask="custom")))
