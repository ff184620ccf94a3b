"""Changes of declared dependencies."""

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any, Final, cast

from orgmodel.model.changes import AddDependency, ChangeDependency, DropDependency
from orgmodel.model.dependencies import Dependency
from orgmodel.reorg.applying.draft import Draft
from orgmodel.reorg.applying.unfit import UnfitError

_CHANGED: Final = ("kind", "mode", "strength", "blocking", "until")


def add_dependency(draft: Draft, change: AddDependency) -> None:
    """Declare a further dependency."""
    dependency = Dependency(**{field.name: getattr(change, field.name) for field in fields(Dependency)})
    if change.at is None:
        _check_new(draft, dependency)
    draft.insert_dependency(dependency, change.at)


def _check_new(draft: Draft, dependency: Dependency) -> None:
    """Refuse what says nothing new; where a position is stated the list is put in order, whatever it says."""
    if dependency.source == dependency.target:
        raise UnfitError(f"{dependency.source} cannot depend on itself", "name another team", ("to",))
    if any(each == dependency for _, each in _between(draft, dependency.source, dependency.target)):
        message = f"it is declared already that {dependency.source} depends on {dependency.target}"
        raise UnfitError(message, "take the change away")


def change_dependency(draft: Draft, change: ChangeDependency) -> None:
    """Make another dependency of a declared one."""
    number, dependency = _one(draft, change, change.was, "was")
    stated: dict[str, Any] = {name: getattr(change, name) for name in _CHANGED}
    new = replace(dependency, **{name: value for name, value in stated.items() if value is not None})
    if new == dependency:
        raise UnfitError(f"{_said(change)} says so already", "say what changes, or take the change away")
    draft.put_dependency(number, new)


def drop_dependency(draft: Draft, change: DropDependency) -> None:
    """Declare a dependency no more."""
    number, _ = _one(draft, change, change.kind, "kind", change.at)
    draft.remove_dependency(number)


def _one(
    draft: Draft, change: ChangeDependency | DropDependency, kind: str | None, field: str, at: int | None = None
) -> tuple[int, Dependency]:
    """Return the declared dependency that a change means."""
    between = list(_between(draft, change.source, change.target))
    only = None if at is None else draft.dependency_at(at)
    found = [
        (number, each)
        for number, each in between
        if kind in (None, each.kind or "unknown") and (at is None or number == only)
    ]
    if found and all(each == found[0][1] for _, each in found):
        return found[0]
    if found:
        kinds = ", ".join(each.kind or "unknown" for _, each in found)
        raise UnfitError(f"{_said(change)} is declared {len(found)} times ({kinds})", f"say which with `{field}`")
    if between:
        kinds = ", ".join(each.kind or "unknown" for _, each in between)
        raise UnfitError(f"{_said(change)} is declared with other words: {kinds}", f"mend `{field}`", (field,))
    raise UnfitError(f"nothing declares that {_said(change)}", _elsewhere(draft, change))


def _between(draft: Draft, source: str, target: str) -> Iterator[tuple[int, Dependency]]:
    """Yield the declared dependencies of one team on another, each with its number."""
    for section, number in draft.naming(source):
        each = draft.stated((section, number)) if section == "dependencies" else None
        if isinstance(each, Dependency) and (each.source, each.target) == (source, target):
            yield cast(int, number), each


def _said(change: ChangeDependency | DropDependency) -> str:
    return f"{change.source} depends on {change.target}"


def _elsewhere(draft: Draft, change: ChangeDependency | DropDependency) -> str:
    """Say what the dependency may rest on, if it is not declared."""
    for section, id in draft.naming(change.target):
        if section == "initiatives":
            initiative = draft.initiatives[str(id)]
            if initiative.team and initiative.team.team == change.source:
                return f"it rests on {id}, to which {change.target} contributes; change that with `set`"
    return "it rests on components or approvals: hand those over, or change them with `set` or `drop_step`"
