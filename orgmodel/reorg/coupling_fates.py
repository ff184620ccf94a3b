"""What can become of a reason why one team waits for another, and how that is said."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Final, NamedTuple

from orgmodel.graph import OrgGraph
from orgmodel.model.comparison import How
from orgmodel.model.dependencies import Dependency
from orgmodel.model.plan import Loose
from orgmodel.reorg.coupling_shift import Shift
from orgmodel.reorg.listing import in_words

_ORDER: Final[tuple[How, ...]] = ("internalised", "moved", "removed", "assumed")


class Fate(NamedTuple):
    """What became of a reason, and why that is: one clause in words."""

    how: How
    why: str

    @property
    def doubt(self) -> int:
        """How little it is worth; a pair is as good as the reason with the most."""
        return _ORDER.index(self.how)


class Tie(NamedTuple):
    """How an end of a reason hangs on a team: what to say of where it hangs now, and if it hangs nowhere."""

    now: str
    nowhere: str


OWNED: Final = Tie("is now owned by", "has no owner any more")
BELONGS: Final = Tie("now belongs to", "belongs to no team any more")
SITS: Final = Tie("is now in", "is in no team any more")
REPLACED: Final = Tie("is replaced by", "is gone")


class End(NamedTuple):
    """One end of a reason: what or who it is, the team it stood for, and those it stands for now."""

    name: str
    tie: Tie
    was: str
    now: tuple[str, ...]

    @property
    def moved(self) -> bool:
        """Whether it stands for another team."""
        return self.was not in self.now

    def __str__(self) -> str:
        return f"{self.name} {self.tie.now} {in_words(self.now)}"


class Fates:
    """What is known of two organisations when the reasons of a lost pair are judged.

    Parameters
    ----------
    before, after
        The two organisations; ids mean the same in both.
    loose
        Dependencies of which a plan does not say whose they are.
    """

    def __init__(self, before: OrgGraph, after: OrgGraph, loose: Iterable[Loose] = ()) -> None:
        self.before, self.after = before, after
        self.shift = Shift(before, after)
        self._loose: dict[str, list[Loose]] = {}
        for each in loose:
            for source in each.sources if each.waits else ():
                self._loose.setdefault(source, []).append(each)

    def in_place_of(self, team: str) -> tuple[str, ...]:
        """Return the teams that may stand where a team stood: itself if it is described at all, and its heirs."""
        itself = (team,) if team in self.after.org.teams else ()
        return tuple(dict.fromkeys((*itself, *self.shift.heirs(team))))

    # --- how a reason ends

    def elsewhere(self, source: End, target: End) -> Fate:
        """Judge a reason that still stands, between other teams."""
        for end in (source, target):
            if not end.now:
                return self.only_said(source.was, target.was, f"{end.name} {end.tie.nowhere}")
        moved = [end for end in (source, target) if end.moved]
        if not moved:  # the pair is not counted any more, for a group waits for nobody and nobody for it
            group = source.was if source.was not in self.shift.nodes else target.was
            return self.only_said(source.was, target.was, f"{group} is a group now, for which nobody waits")
        return Fate("moved", " and ".join(map(str, moved)))

    def dropped(self, source: str, target: str, clause: str, holders: Iterable[str] = ()) -> Fate:
        """Judge a reason that is not stated any more; `holders` have what needed it."""
        moved = self._between(source, target, holders)
        if moved is not None:
            return Fate("moved", moved)
        return self.only_said(source, target, f"{clause}; nobody and nothing moved")

    def only_said(self, source: str, target: str, clause: str) -> Fate:
        """Judge a reason of which nothing is known but that it is gone: assumed, unless a plan leaves it open."""
        if self._is_open(source, target):
            return Fate("moved", f"{clause.partition(';')[0]}; it is still to be said whose it is")
        return Fate("assumed", clause)

    def _is_open(self, source: str, target: str) -> bool:
        providers = {target, *self.shift.heirs(target)}
        dependents = (source, *self.shift.heirs(source))
        return any(not providers.isdisjoint(each.targets) for team in dependents for each in self._loose.get(team, ()))

    def _between(self, source: str, target: str, holders: Iterable[str]) -> str | None:
        """Say who or what went from the provider to those who have what needed it, or the other way."""
        dependents = dict.fromkeys((source, *self.shift.heirs(source), *holders))
        for one, other in ((target, team) for team in dependents):
            if said := self._went(one, other):
                return said
        return self._went(source, target)

    def _went(self, one: str, other: str) -> str | None:
        went = self.shift.people_between(one, other) or self.shift.components_between(one, other)
        return f"{in_words(went)} went from {one} to {other}" if went else None

    # --- what is published

    def publishes(self, teams: Iterable[str], component: str | None = None) -> bool:
        """Tell whether an interface of one of these teams, or of a component, is stated after the change."""
        org = self.after.org
        described = org.components[component].interface if component else None
        if described and (described.docs or described.service_level or described.versioning):
            return True
        apis = (org.teams[team].api for team in teams if team in org.teams)
        return any(api and (api.docs or api.contact or api.service_level or api.versioning) for api in apis)

    # --- what is declared after the change

    @cached_property
    def declared(self) -> Mapping[str, Mapping[str, list[Dependency]]]:
        """The dependencies that each team declares afterwards, by the team it depends on."""
        found: dict[str, dict[str, list[Dependency]]] = {}
        for each in self.after.org.dependencies:
            found.setdefault(each.source, {}).setdefault(each.target, []).append(each)
        return found

    @cached_property
    def declared_before(self) -> frozenset[tuple[str, str]]:
        """The pairs of teams between which a dependency was declared."""
        return frozenset([(each.source, each.target) for each in self.before.org.dependencies])
