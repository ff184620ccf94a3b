"""Judges each reason why a team waited for another: what became of it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from orgmodel.graph import OrgGraph
from orgmodel.graph.dependencies import Reason, Why
from orgmodel.model.components import ChangeApproval
from orgmodel.model.decisions import Step
from orgmodel.model.dependencies import Dependency
from orgmodel.model.initiatives import OVER_STAGES, Initiative
from orgmodel.model.place import Spot
from orgmodel.reorg.coupling_fates import BELONGS, OWNED, REPLACED, SITS, End, Fate, Fates
from orgmodel.reorg.listing import in_words

_BINDING: Final = frozenset({"veto", "approve"})
_NOWHERE: Final = Spot("dependencies", 0)
Asked = Step | ChangeApproval


def fate_of(fates: Fates, source: str, target: str, reason: Reason) -> Fate:
    """Say what became of a reason why `source` waited for `target`, now that it does not."""
    return _JUDGES[reason.why](fates, source, target, reason)


def _waits(kind: str | None, blocking: bool | None, mode: str | None = None) -> bool:
    return Reason("declared", kind or "unknown", 1.0, False, bool(blocking), mode, "", _NOWHERE).waits


def _each_once(teams: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(teams))


# --- declared


def _declared(fates: Fates, source: str, target: str, reason: Reason) -> Fate:
    sources, targets = fates.shift.heirs(source), fates.shift.heirs(target)
    if len(sources) == 1 and sources == targets:
        return Fate("internalised", _united(source, target, sources[0]))
    found = [*_declared_between(fates, fates.in_place_of(source), fates.in_place_of(target))]
    if waiting := [each for each in found if _waits(each.kind, each.blocking, each.mode)]:
        now = _each_once(each.source for each in waiting), _each_once(each.target for each in waiting)
        return fates.elsewhere(End(source, REPLACED, source, now[0]), End(target, REPLACED, target, now[1]))
    if found and fates.publishes(each.target for each in found):
        return Fate("removed", f"{found[0].source} now uses what {found[0].target} publishes")
    if not found and (instead := _declared_instead(fates, source, target)):
        return Fate("moved", instead)
    if fates.shift.ended(source):
        return Fate("removed", f"{source} is gone, and nobody has its work")
    if found:
        clause = f"it is only called {found[0].kind or 'unknown'} now: {found[0].target} publishes nothing"
        return fates.dropped(source, target, clause)
    return fates.dropped(source, target, f"{source} is no longer said to depend on {target}")


def _united(source: str, target: str, team: str) -> str:
    if team in (source, target):
        return f"{target if team == source else source} is now part of {team}"
    return f"{source} and {target} are now one team: {team}"


def _declared_between(fates: Fates, sources: Sequence[str], targets: Sequence[str]) -> Iterator[Dependency]:
    wanted = frozenset(targets)
    for source in sources:
        for target, found in fates.declared.get(source, {}).items():
            if target in wanted and target != source:
                yield from found


def _declared_instead(fates: Fates, source: str, target: str) -> str | None:
    """Say who depends on whom instead, where one of them got people or components of the old ones."""
    sources, targets = ((team, *fates.shift.receivers(team)) for team in (source, target))
    for each in _declared_between(fates, sources, targets):
        is_new = (each.source, each.target) not in fates.declared_before
        if is_new and _waits(each.kind, each.blocking, each.mode):
            of = target if each.source == source else source
            got = each.target if each.source == source else each.source
            return f"{each.source} depends on {each.target} now, and {got} has people or components of {of}"
    return None


# --- through components


def _component(fates: Fates, source: str, target: str, reason: Reason) -> Fate:
    id, needs = _needed(fates, reason)
    components = fates.after.org.components
    for name in (id, needs):
        if name not in components:
            return Fate("removed", f"{name} is gone")
    owners, providers = fates.after.owning_teams(id), fates.after.owning_teams(needs)
    ends = End(id, OWNED, source, owners), End(needs, OWNED, target, providers)
    if len(owners) == 1 and owners == providers:
        return Fate("internalised", _owned_together(*ends))
    stated = [each for each in components[id].depends_on or () if each.component == needs]
    if any(_waits(each.kind, each.blocking) for each in stated):
        return fates.elsewhere(*ends)
    if stated and fates.publishes(providers, needs):
        return Fate("removed", f"{id} now uses what is published for {needs}")
    if stated:
        clause = f"{id} is only said to need {needs} as {stated[0].kind or 'unknown'}, for which nothing is published"
        return fates.dropped(source, target, clause, owners)
    return fates.dropped(source, target, f"{id} is no longer said to depend on {needs}", owners)


def _needed(fates: Fates, reason: Reason) -> tuple[str, str]:
    """Return the two components of a reason: which needs which."""
    id, number = str(reason.spot.key), reason.spot.path[-1]
    needs = fates.before.org.components[id].depends_on or ()
    return id, needs[int(number)].component


def _owned_together(source: End, target: End) -> str:
    moved = [end.name for end in (source, target) if end.moved]
    if len(moved) == 1:
        return f"{moved[0]} is now owned by {source.now[0]} too"
    return f"{in_words(moved)} are now both owned by {source.now[0]}"


# --- through initiatives


def _initiative(fates: Fates, source: str, target: str, reason: Reason) -> Fate:
    id = str(reason.spot.key)
    initiative = fates.after.org.initiatives.get(id)
    if initiative is None or initiative.stage in OVER_STAGES:
        return Fate("removed", f"{id} is {initiative.stage if initiative else 'gone'}")
    own, heirs = _own_team(fates, initiative), fates.shift.heirs(target)
    if own and own[0] in heirs:
        return Fate("internalised", _belongs(id, own[0], source, target))
    places = fates.in_place_of(target)
    parts = [part for part in initiative.contributors or () if part.team in places]
    if waiting := [part for part in parts if part.ask != "self-service"]:
        there = _each_once(part.team for part in waiting)
        return fates.elsewhere(End(id, BELONGS, source, own), End(target, REPLACED, target, there))
    if parts and fates.publishes(part.team for part in parts):
        return Fate("removed", f"{id} now uses what {parts[0].team} publishes")
    if parts:
        clause = f"{parts[0].team} is only said to serve {id} by self-service: it publishes nothing"
        return fates.dropped(source, target, clause, own)
    if other := _takes_part_instead(fates, initiative, target):
        return Fate("moved", f"{other}, which has people or components of {target}, takes part in {id} instead")
    return fates.dropped(source, target, f"{target} no longer stands among the contributors of {id}", own)


def _own_team(fates: Fates, initiative: Initiative) -> tuple[str, ...]:
    team = initiative.team.team if initiative.team else None
    return (team,) if team is not None and team in fates.after.org.teams else ()


def _belongs(id: str, own: str, source: str, target: str) -> str:
    if own == target:
        return f"{id} now belongs to {target}"
    return f"{id} {'' if own == source else 'now '}belongs to {own}, which has people or components of {target}"


def _takes_part_instead(fates: Fates, initiative: Initiative, target: str) -> str | None:
    """Name a new contributor that got people or components of the one that is no longer listed."""
    old = {part.team for part in fates.before.org.initiatives[initiative.id].contributors or ()}
    got = fates.shift.receivers(target)
    parts = initiative.contributors or ()
    return next((part.team for part in parts if part.team in got and part.team not in old), None)


# --- through approvals


def _approval(fates: Fates, source: str, target: str, reason: Reason) -> Fate:
    id, section = str(reason.spot.key), reason.spot.section
    if id not in fates.after.org.section(section):
        return Fate("removed", f"{id} is gone")
    by = dict(_steps(fates.before, section, id))[reason.spot.path].by
    what = f"changes of {id}" if section == "components" else id
    holder = End(id, BELONGS if section == "initiatives" else OWNED, source, _holders(fates, section, id))
    approver = _approver(fates, by, target)
    if len(holder.now) == 1 and holder.now[0] in approver.now:
        return Fate("internalised", _agrees_itself(holder, approver, what))
    steps = [step for _, step in _steps(fates.after, section, id) if _is_asked_by(fates, step, by, approver)]
    if binding := [step for step in steps if _binds(step)]:
        teams = (fates.after.ownership.team_of_approver(step.by) for step in binding)
        return fates.elsewhere(holder, approver._replace(now=_each_once(team for team in teams if team)))
    return _lowered(fates, holder, approver, what, steps)


def _holders(fates: Fates, section: str, id: str) -> tuple[str, ...]:
    org = fates.after.org
    if section == "components":
        return fates.after.owning_teams(id)
    if section == "initiatives":
        return _own_team(fates, org.initiatives[id])
    owner = org.decisions[id].owner
    return (owner,) if owner is not None and owner in org.teams else ()


def _approver(fates: Fates, by: str, target: str) -> End:
    found = fates.before.resolve(by, "team", "person")
    if found is None or found[0] == "team":
        return End(target, REPLACED, target, fates.shift.heirs(target))
    team = fates.after.home_team(found[1])
    return End(found[1], SITS, target, (team,) if team is not None else ())


def _steps(graph: OrgGraph, section: str, id: str) -> Iterator[tuple[tuple[str | int, ...], Asked]]:
    """Yield all who must or may be asked, each with where that stands in the entity."""
    if section == "components":
        for number, approval in enumerate(graph.org.components[id].change_approval or ()):
            yield ("change_approval", number), approval
        return
    decision = (graph.org.decisions if section == "decisions" else graph.ownership.approvals_of_initiatives).get(id)
    for number, step in enumerate((decision and decision.steps) or ()):
        yield ("steps", number), step
    for way, path in enumerate((decision and decision.any_of) or ()):
        for number, step in enumerate(path.steps or ()):
            yield ("any_of", way, "steps", number), step


def _is_asked_by(fates: Fates, step: Asked, by: str, approver: End) -> bool:
    """Tell whether a step is that of the same approver, or of a team that has taken its place."""
    found = fates.after.resolve(step.by, "team", "person")
    same = step.by == by or (found is not None and found[1] == approver.name)
    replaces = approver.tie is REPLACED and found is not None and found[0] == "team" and found[1] in approver.now
    return same or replaces


def _binds(step: Asked) -> bool:
    return not step.mandated and (isinstance(step, ChangeApproval) or step.can in _BINDING)


def _agrees_itself(holder: End, approver: End, what: str) -> str:
    team = holder.now[0]
    if approver.tie is SITS and approver.moved:
        return f"{approver.name}, who must agree to {what}, is now in {team}"
    if approver.moved:
        return f"{team}, which has people or components of {approver.name}, must agree to {what} itself"
    return f"{holder}, which had to agree to it"


def _lowered(fates: Fates, holder: End, approver: End, what: str, steps: Sequence[Asked]) -> Fate:
    """Judge an approval that is no longer needed of anybody outside."""
    name = approver.name
    if any(step.mandated for step in steps):
        return Fate("removed", f"{name}'s approval of {what} is mandated now")
    can = {step.can for step in steps if isinstance(step, Step)}
    if None in can:
        return fates.only_said(holder.was, approver.was, f"it is no longer said what {name} can do about {what}")
    if can:
        return Fate("removed", f"{name} {'can only advise on' if 'advise' in can else 'is only informed of'} {what}")
    return Fate("removed", f"{name} must no longer agree to {what}")


_JUDGES: Final[Mapping[Why, Callable[[Fates, str, str, Reason], Fate]]] = MappingProxyType(
    {"declared": _declared, "component": _component, "initiative": _initiative, "approval": _approval}
)
