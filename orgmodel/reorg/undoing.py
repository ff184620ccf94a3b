"""The way back: a plan that leads from the organisation after a plan to the one before it, exactly."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from difflib import SequenceMatcher
from typing import Any, cast

from orgmodel.model import changes as c
from orgmodel.model.dependencies import Dependency
from orgmodel.model.entity import Detail, Entity
from orgmodel.model.organisation import KIND_OF_SECTION
from orgmodel.model.place import Spot
from orgmodel.model.plan import Case, Plan, Planned, Wave
from orgmodel.reorg.applying.apply import Applied, Done
from orgmodel.reorg.applying.claims import Slot, claims
from orgmodel.reorg.applying.draft import Draft, Written, changes_of_list
from orgmodel.reorg.applying.naming import Key, Naming
from orgmodel.reorg.applying.numbered import list_before
from orgmodel.reorg.applying.performing import perform, write
from orgmodel.reorg.applying.unfit import UnfitError, UnknownReferencesError
from orgmodel.reorg.opposites import opposite

Before = dict[Key, Detail | None]


def undo(plan: Plan, applied: Applied) -> Plan:
    """Return the plan that undoes a plan.

    Each change is undone by its opposite where it has one (a move by the move back), and what that leaves different is
    set. Changes that were left out because they did not fit need no undoing.
    """
    draft = Draft(Naming(applied.org))
    waves: dict[int, list[Planned]] = {}
    claimed: dict[Slot, object] = {}
    for done in reversed(applied.done):
        if done.wave not in waves:
            claimed.clear()
        undone = waves.setdefault(done.wave, [])
        for change in _undone(draft, done, claimed):
            undone.append(Planned(change, Spot("changes", "")))
            claimed.update(claims(change))
    names = {number: wave.name for number, wave in enumerate(plan.waves)}
    return Plan(
        case=Case(name=f"Way back from: {plan.label}"),
        waves=tuple(_wave(names[number], changes, alone=len(waves) == 1) for number, changes in waves.items()),
    )


def _wave(name: str | None, changes: list[Planned], *, alone: bool) -> Wave:
    return Wave(name=None if alone or name is None else f"back from {name}", changes=tuple(changes))


def _undone(draft: Draft, done: Done, claimed: Mapping[Slot, object]) -> Iterator[c.Change]:
    """Undo one change on the draft, and yield the changes that do; none may contradict what its wave says already."""
    before, dependencies = _before(done.written), _dependencies_before(draft, done.written)
    change = opposite(done.planned.change, before)
    if change is not None and _agrees(change, claimed) and _performed(draft, change):
        before = _before(draft.journal) | before
        dependencies = _dependencies_before(draft, draft.journal) if dependencies is None else dependencies
        yield change
    yield from _rest(draft, before, dependencies)


def _agrees(change: c.Change, claimed: Mapping[Slot, object]) -> bool:
    return all(claimed.get(slot, value) == value for slot, value in claims(change))


def _before(written: Sequence[Written]) -> Before:
    """Return what stood under each key that a change wrote, dependencies left out."""
    return {each.key: each.before for each in reversed(written) if each.key[0] != "dependencies"}


def _dependencies_before(draft: Draft, written: Sequence[Written]) -> tuple[Dependency, ...] | None:
    """Return the dependencies as they were before the last changes were written; None if these wrote none."""
    changes = changes_of_list(written)
    return list_before([each for _, each in draft.dependencies], changes) if changes else None


def _performed(draft: Draft, change: c.Change) -> bool:
    draft.begin(Spot("changes", ""))
    try:
        perform(draft, change)
    except (UnfitError, UnknownReferencesError):
        draft.take_back()
        return False
    return True


def _rest(draft: Draft, before: Before, dependencies: tuple[Dependency, ...] | None) -> Iterator[c.Change]:
    """Yield, and perform, the changes that make everything what it was: made, set, and taken out, in this order."""
    for key, entity in before.items():
        if entity is not None and key[0] != "organisation" and _now(draft, key) is None:
            yield from _created(draft, key, cast(Entity, entity))
    for key, entity in before.items():
        if entity is not None and _now(draft, key) != entity:
            yield _do(draft, _set(draft, key, entity))
    if dependencies is not None:
        yield from _dependencies(draft, dependencies)
    for key, entity in before.items():
        if entity is None and _now(draft, key) is not None:
            yield from _removed(draft, key)


def _removed(draft: Draft, key: Key) -> Iterator[c.Change]:
    """Take an entity out, and set anew what named another one of the same id, of another kind."""
    yield _do(draft, c.Remove(kind=KIND_OF_SECTION[key[0]], id=str(key[1])))
    for struck, entity in _before(draft.journal).items():
        if struck != key and entity is not None:
            yield _do(draft, _set(draft, struck, entity))


def _do(draft: Draft, change: c.Change) -> c.Change:
    draft.begin(Spot("changes", ""))
    write(draft, change)
    return change


def _now(draft: Draft, key: Key) -> Detail | None:
    return draft.organisation if key[0] == "organisation" else draft.stated(key)


def _created(draft: Draft, key: Key, entity: Entity) -> Iterator[c.Change]:
    """Make an entity anew; bare if it names what is not made yet, and then it is set with the others."""
    kind = KIND_OF_SECTION[key[0]]
    whole = c.Create(kind=kind, id=entity.id, given=entity)
    yield (
        whole
        if _performed(draft, whole)
        else _do(draft, c.Create(kind=kind, id=entity.id, given=type(entity)(id=entity.id)))
    )


def _set(draft: Draft, key: Key, entity: Detail) -> c.Set:
    now = cast(Any, _now(draft, key))
    names = [field.name for field in fields(cast(Any, entity)) if field.name not in ("id", "x")]
    differing = [name for name in names if getattr(entity, name) != getattr(now, name)]
    own, own_now = entity.x or {}, now.x or {}
    differing += [name for name in {**own_now, **own} if own.get(name) != own_now.get(name)]
    kind = "organisation" if key[0] == "organisation" else KIND_OF_SECTION[key[0]]
    given = replace(cast(Any, entity), **{name: None for name in names if name not in differing})
    given = replace(given, x={name: value for name, value in own.items() if name in differing} or None)
    return c.Set(kind=kind, id=str(key[1]), given=given, fields=tuple(differing))


def _dependencies(draft: Draft, wanted: Sequence[Dependency]) -> Iterator[c.Change]:
    """Yield the changes that make the list of dependencies what it was, from its end to its beginning."""
    now = [dependency for _, dependency in draft.dependencies]
    alike = _alike(now, wanted)
    end = _alike(now[alike:][::-1], wanted[alike:][::-1])
    old, new = now[alike : len(now) - end], wanted[alike : len(wanted) - end]
    matcher = SequenceMatcher(None, [repr(each) for each in old], [repr(each) for each in new], autojunk=False)
    for tag, first, last, begin, until in reversed(matcher.get_opcodes()):
        if tag == "equal":
            continue
        for at in reversed(range(first, last)):
            yield _do(draft, c.DropDependency(source=old[at].source, target=old[at].target, at=alike + at))
        for offset, each in enumerate(new[begin:until]):
            stated = {field.name: getattr(each, field.name) for field in fields(each)}
            yield _do(draft, c.AddDependency(**stated, at=alike + first + offset))


def _alike(some: Sequence[Dependency], others: Sequence[Dependency]) -> int:
    """Count how many stand alike at the beginning of two lists: nearly all do, and comparing them all takes long."""
    for number, (one, other) in enumerate(zip(some, others, strict=False)):
        if one is not other and one != other:
            return number
    return min(len(some), len(others))
