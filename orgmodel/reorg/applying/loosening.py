"""Dependencies that are left without an end: between which teams they may come to be."""

from collections.abc import Iterable, Iterator

from orgmodel.model.components import Component
from orgmodel.model.decisions import Decision, Step
from orgmodel.model.dependencies import Dependency
from orgmodel.model.entity import Detail
from orgmodel.model.fields import NOBODY
from orgmodel.model.initiatives import Initiative
from orgmodel.model.plan import Loose
from orgmodel.reorg.applying.draft import Draft
from orgmodel.reorg.applying.placing import home_of

Path = tuple[str | int, ...]
Teams = tuple[str, ...]
Ends = Iterator[tuple[Teams, Teams]]
_USING = frozenset({"api", "event", "self-service"})
_BINDING = frozenset({"veto", "approve"})


def loosened(draft: Draft, entity: Detail, path: Path, heirs: Teams) -> Iterator[Loose]:
    """Yield the dependencies that what a change leaves unplaced may turn into; nothing where there are no heirs.

    Parameters
    ----------
    entity
        As it was before the change.
    path
        The reference in it that nobody takes over; that of a dependency needs none.
    heirs
        The teams to which it may fall.
    """
    if not heirs:
        return
    for sources, targets in _ends(draft, entity, path, heirs):
        if sources and targets:
            yield Loose(sources, targets, _waits(entity, path), draft.spot)


def _ends(draft: Draft, entity: Detail, path: Path, heirs: Teams) -> Ends:
    if isinstance(entity, Dependency):
        known = entity.source in draft.teams, entity.target in draft.teams
        yield (
            (entity.source,) if known[0] and entity.source not in heirs else heirs,
            (entity.target,) if known[1] and entity.target not in heirs else heirs,
        )
    elif isinstance(entity, Initiative):
        yield from _of_initiative(entity, path, heirs)
    elif isinstance(entity, Decision):
        yield from _of_decision(draft, entity, path, heirs)
    elif isinstance(entity, Component):
        yield from _of_component(draft, entity, path, heirs)


def _of_initiative(initiative: Initiative, path: Path, heirs: Teams) -> Ends:
    own = (initiative.team.team,) if initiative.team else ()
    parts = tuple(part for part in initiative.contributors or () if part.ask != "self-service")
    if path[0] == "team":
        yield from ((heirs, (part.team,)) for part in parts if part.team not in heirs)
    elif path[0] == "contributors" and own:
        yield own, heirs
    elif path[0] == "steps":
        yield from _of_step(initiative.steps or (), path, own, heirs)


def _of_decision(draft: Draft, decision: Decision, path: Path, heirs: Teams) -> Ends:
    own = (decision.owner,) if decision.owner and decision.owner in draft.teams else ()
    if path[0] == "owner":
        yield from ((heirs, (team,)) for team in _asked(draft, decision.steps or ()) if team not in heirs)
    elif path[0] == "steps":
        yield from _of_step(decision.steps or (), path, own, heirs)


def _of_step(steps: tuple[Step, ...], path: Path, own: Teams, heirs: Teams) -> Ends:
    step = steps[int(path[1])]
    if step.can in _BINDING and not step.mandated:
        yield own, heirs


def _asked(draft: Draft, steps: Iterable[Step]) -> Iterator[str]:
    """Yield the teams whose yes is needed and not mandated."""
    for step in steps:
        if step.can in _BINDING and not step.mandated:
            yield from _teams(draft, step.by)


def _teams(draft: Draft, reference: str) -> Iterator[str]:
    found = draft.resolve(reference, "team", "person")
    team = found[1] if found and found[0] == "team" else home_of(draft, found[1]) if found else None
    if team is not None and team != NOBODY:
        yield team


def _of_component(draft: Draft, component: Component, path: Path, heirs: Teams) -> Ends:
    owners = tuple(team for owner in component.owner or () for team in _teams(draft, owner.team))
    if path[0] == "change_approval":
        yield owners, heirs
    elif path[0] == "owner":
        for needs in component.depends_on or ():
            other = draft.components.get(needs.component)
            if other is not None and (needs.kind not in _USING or needs.blocking):
                teams = tuple(team for owner in other.owner or () for team in _teams(draft, owner.team))
                yield heirs, tuple(team for team in teams if team not in heirs)


def _waits(entity: Detail, path: Path) -> bool:
    """Tell whether a team has to wait because of it; only dependencies can do without."""
    if not isinstance(entity, Dependency):
        return True
    return entity.kind not in _USING or bool(entity.blocking) or entity.mode == "collaboration"
