"""Dependencies that are left without an end: between which teams they may come to be."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from orgmodel.model.components import Component
from orgmodel.model.decisions import Decision, Step
from orgmodel.model.dependencies import Dependency
from orgmodel.model.entity import Detail
from orgmodel.model.fields import NOBODY
from orgmodel.model.initiatives import OVER_STAGES, Initiative
from orgmodel.model.plan import Loose
from orgmodel.reorg.applying.draft import Draft
from orgmodel.reorg.applying.placing import home_of

Path = tuple[str | int, ...]
Teams = tuple[str, ...]
Ends = Iterator[tuple[Teams, Teams]]
_USING = frozenset({"api", "event", "self-service"})
_BINDING = frozenset({"veto", "approve"})


def loosened(draft: Draft, entity: Detail, path: Path, gone: str, heirs: Teams) -> Iterator[Loose]:
    """Yield the dependencies that what a change leaves unplaced may turn into; nothing where there are no heirs.

    Parameters
    ----------
    entity
        As it was before the change.
    path
        The reference in it that nobody takes over; that of a dependency needs none.
    gone
        The team that is no more.
    heirs
        The teams to which it may fall.
    """
    if not heirs:
        return
    for sources, targets in _Loosening(draft, gone, heirs).ends(entity, path):
        if any(source != target for source in sources for target in targets):
            yield Loose(sources, targets, _waits(entity), draft.spot)


def _waits(entity: Detail) -> bool:
    """Tell whether a team has to wait because of it; only declared dependencies can do without."""
    if not isinstance(entity, Dependency):
        return True
    return entity.kind not in _USING or bool(entity.blocking) or entity.mode == "collaboration"


@dataclass(frozen=True, slots=True)
class _Loosening:
    """The end of a team, and who may get what it had."""

    draft: Draft
    gone: str
    heirs: Teams

    def ends(self, entity: Detail, path: Path) -> Ends:
        """Yield the teams that may depend, and those that they may depend on."""
        if isinstance(entity, Dependency):
            yield self._now(entity.source), self._now(entity.target)
        elif isinstance(entity, Initiative):
            yield from self._of_initiative(entity, path)
        elif isinstance(entity, Decision):
            yield from self._of_decision(entity, path)
        elif isinstance(entity, Component):
            yield from self._of_component(entity, path)

    def _now(self, team: str | None) -> Teams:
        """Return the teams for which a team stands from now on: itself, or all that may take its place."""
        if team == self.gone:
            return self.heirs
        return (team,) if team is not None and team in self.draft.teams else ()

    def _of_initiative(self, initiative: Initiative, path: Path) -> Ends:
        own = self._now(initiative.team.team if initiative.team else None)
        parts = initiative.contributors or ()
        if initiative.stage in OVER_STAGES:
            return
        if path[0] == "team":
            yield from ((self.heirs, self._now(part.team)) for part in parts if part.ask != "self-service")
            yield from ((self.heirs, asked) for asked in self._asked(initiative.steps or ()))
        elif path[0] == "contributors" and parts[int(path[1])].ask != "self-service":
            yield own, self.heirs
        elif path[0] == "steps":
            yield from self._of_step((initiative.steps or ())[int(path[1])], own)

    def _of_decision(self, decision: Decision, path: Path) -> Ends:
        own = self._now(decision.owner)
        ways = tuple(way.steps or () for way in decision.any_of or ())
        if path[0] == "owner":
            steps = (*(decision.steps or ()), *(step for way in ways for step in way))
            yield from ((self.heirs, asked) for asked in self._asked(steps))
        elif path[0] == "steps":
            yield from self._of_step((decision.steps or ())[int(path[1])], own)
        elif path[0] == "any_of" and path[2] == "steps":
            yield from self._of_step(ways[int(path[1])][int(path[3])], own)

    def _of_step(self, step: Step, own: Teams) -> Ends:
        if step.can in _BINDING and not step.mandated:
            yield own, self.heirs

    def _asked(self, steps: Iterable[Step]) -> Iterator[Teams]:
        """Yield the teams whose yes is needed and not mandated."""
        for step in steps:
            if step.can in _BINDING and not step.mandated:
                yield self._teams(step.by, "person", "team")

    def _teams(self, reference: str, *kinds: str) -> Teams:
        """Return the team that is meant, or that of the person who is."""
        found = self.draft.resolve(reference, *kinds)
        team = found[1] if found and found[0] == "team" else home_of(self.draft, found[1]) if found else None
        return self._now(team) if team != NOBODY else ()

    def _of_component(self, component: Component, path: Path) -> Ends:
        approvals = component.change_approval or ()
        if path[0] == "change_approval":
            if not approvals[int(path[1])].mandated:
                yield self._owning(component), self.heirs
        elif path[0] == "owner" and path[-1] == "team":
            yield from ((self.heirs, self._owning(other)) for other in self._needed(component))
            yield from ((self._owning(other), self.heirs) for other in self._needing(component))
            free = (approval for approval in approvals if not approval.mandated)
            yield from ((self.heirs, self._teams(approval.by, "team", "person")) for approval in free)

    def _owning(self, component: Component) -> Teams:
        owners = (self._teams(owner.team, "team", "person") for owner in component.owner or ())
        return tuple(dict.fromkeys(team for teams in owners for team in teams))

    def _needed(self, component: Component) -> Iterator[Component]:
        """Yield the components that one has to wait for."""
        for needs in component.depends_on or ():
            other = self.draft.components.get(needs.component)
            if other is not None and (needs.kind not in _USING or needs.blocking):
                yield other

    def _needing(self, component: Component) -> Iterator[Component]:
        """Yield the components that have to wait for one."""
        for section, id in self.draft.naming(component.id):
            other = self.draft.components[str(id)] if section == "components" else None
            if other is not None and any(needed.id == component.id for needed in self._needed(other)):
                yield other
