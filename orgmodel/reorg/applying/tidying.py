"""Keeps lists in order in which two names have become one."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace
from typing import Any, Final, TypeVar

from orgmodel.model.components import Component
from orgmodel.model.initiatives import Contribution, Initiative

T = TypeVar("T")
_ASKED: Final = ("custom", None, "self-service")


def tidy(entity: Any) -> Any:
    """Let nobody own, approve or contribute twice, nor contribute to their own initiative."""
    if isinstance(entity, Component):
        return _tidy_component(entity)
    return _tidy_initiative(entity) if isinstance(entity, Initiative) else entity


def _tidy_component(component: Component) -> Component:
    owners = component.owner and _once(component.owner, lambda owner: owner.team)
    approvals = component.change_approval and _once(component.change_approval, lambda each: each.by)
    if (owners, approvals) == (component.owner, component.change_approval):
        return component
    return replace(component, owner=owners, change_approval=approvals)


def _once(items: Iterable[T], key: Callable[[T], Hashable]) -> tuple[T, ...]:
    found: dict[Hashable, T] = {}
    for item in items:
        found.setdefault(key(item), item)
    return tuple(found.values())


def _tidy_initiative(initiative: Initiative) -> Initiative:
    own = initiative.team.team if initiative.team else None
    kept: dict[str, Contribution] = {}
    for part in initiative.contributors or ():
        if part.team != own:
            kept[part.team] = _joined(kept[part.team], part) if part.team in kept else part
    if len(kept) == len(initiative.contributors or ()):
        return initiative
    return replace(initiative, contributors=tuple(kept.values()))


def _joined(one: Contribution, other: Contribution) -> Contribution:
    """Make one contribution of two: who must build something for it must still do so.

    How much of the time of both teams it gets can only be said if it is the same share of each.
    """
    asked = next(ask for ask in _ASKED if ask in (one.ask, other.ask))
    share = one.allocation if one.allocation == other.allocation else None
    people = None if one.people is None and other.people is None else (*(one.people or ()), *(other.people or ()))
    return replace(one, ask=asked, allocation=share, people=people and tuple(dict.fromkeys(people)))
