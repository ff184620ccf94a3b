"""Performs one change on a draft: checks what it names, and calls the function that writes it."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from orgmodel.model import changes as c
from orgmodel.model.entity import Entity
from orgmodel.model.fields import NOBODY
from orgmodel.model.references import Named, fields_naming, references
from orgmodel.reorg.applying.anything import create, remove, set_fields
from orgmodel.reorg.applying.circles import circles_now, refuse
from orgmodel.reorg.applying.decisions import add_step, change_decider, drop_step
from orgmodel.reorg.applying.dependencies import add_dependency, change_dependency, drop_dependency
from orgmodel.reorg.applying.dissolving import dissolve_team
from orgmodel.reorg.applying.draft import Draft
from orgmodel.reorg.applying.handing import appoint_leader, hand_over
from orgmodel.reorg.applying.heads import move_heads
from orgmodel.reorg.applying.leading import appoint_lead, change_manager
from orgmodel.reorg.applying.merging import merge_teams
from orgmodel.reorg.applying.people import join, leave, move_person
from orgmodel.reorg.applying.pinning import pin
from orgmodel.reorg.applying.splitting import split_team
from orgmodel.reorg.applying.teams import create_team, move_team, rename_team
from orgmodel.reorg.applying.unfit import UnfitError, UnknownReferencesError

_APPLY: Final[Mapping[type, Callable[[Draft, Any], None]]] = {
    c.CreateTeam: create_team,
    c.DissolveTeam: dissolve_team,
    c.RenameTeam: rename_team,
    c.MoveTeam: move_team,
    c.SplitTeam: split_team,
    c.MergeTeams: merge_teams,
    c.MovePerson: move_person,
    c.MoveHeads: move_heads,
    c.ChangeManager: change_manager,
    c.AppointLead: appoint_lead,
    c.Join: join,
    c.Leave: leave,
    c.AppointLeader: appoint_leader,
    c.HandOver: hand_over,
    c.AddDependency: add_dependency,
    c.ChangeDependency: change_dependency,
    c.DropDependency: drop_dependency,
    c.AddStep: add_step,
    c.DropStep: drop_step,
    c.ChangeDecider: change_decider,
    c.Set: set_fields,
    c.Create: create,
    c.Remove: remove,
}
"""The function that writes each change."""

_OR_NOBODY: Final[Mapping[type, str]] = {
    c.DissolveTeam: "teams_to",
    c.MoveTeam: "to",
    c.MovePerson: "from",
    c.ChangeManager: "to",
    c.AppointLead: "person",
    c.Leave: "reports_to",
    c.AppointLeader: "person",
    c.HandOver: "to",
    c.ChangeDecider: "to",
}
"""The argument of a change that may be `nobody`."""


def perform(draft: Draft, change: c.Change) -> None:
    """Write a change.

    Raises
    ------
    UnfitError
        If it does not fit; the caller takes back what it has written until then.
    UnknownReferencesError
        If it names what is not there; the same holds.
    """
    check_references(draft, change)
    write(draft, change)
    circles = [] if isinstance(change, c.Set | c.Create | c.Remove) else circles_now(draft)
    if circles:
        draft.take_back()
        refuse(circle for circle in circles if not circle.is_there(draft))
        write(draft, change)  # the circles were there before


def write(draft: Draft, change: c.Change) -> None:
    """Write a change without looking whether what it names is there, which even today's organisation may lack."""
    pin(draft, change)
    _APPLY[type(change)](draft, change)


def check_references(draft: Draft, change: c.Change) -> None:
    """Refuse a change that names somebody or something that is not there; its own new ids are.

    Raises
    ------
    UnknownReferencesError
        If it does.
    UnfitError
        If it says `nobody` where somebody is needed.
    """
    unknown = [each for each in _named(change) if draft.resolve(each.id, *each.kinds) is None]
    if unknown:
        raise UnknownReferencesError(unknown)
    for field in _nobodies(change):
        raise UnfitError(f"`{field}` is nobody, and somebody or something is needed", "name who or what", (field,))


def _named(change: c.Change) -> Iterator[Named]:
    if isinstance(change, c.Set):
        return (each for each in references(change.given) if each.path[0] in change.fields)
    if isinstance(change, c.SplitTeam):
        return (each for each in references(change) if each.path[-1] != "parent" or each.id not in change.into)
    return iter(()) if isinstance(change, c.Remove) else references(_said(change))


def _said(change: c.Change) -> Any:
    return change.given if isinstance(change, c.Set | c.Create) else change


def _nobodies(change: c.Change) -> Iterator[str]:
    """Yield the arguments that say `nobody` and must not; fields of an entity may, as in an organisation."""
    kind: Any = type(change)
    if kind in (c.Set, c.Create, c.Remove):
        return
    entities: Any = (base for base in kind.__mro__[1:] if issubclass(base, Entity))
    own = {field.name for entity in entities for field in fields_naming(entity)}
    for field in fields_naming(kind):
        value = getattr(change, field.name)
        if value == NOBODY and field.name not in own and field.alias != _OR_NOBODY.get(kind):
            yield field.alias
