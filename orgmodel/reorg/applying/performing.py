"""Performs one change on a draft: checks what it names, and calls the function that writes it."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from orgmodel.model import changes as c
from orgmodel.model.closest import closest
from orgmodel.model.organisation import SECTION_OF_KIND
from orgmodel.model.references import Named, references
from orgmodel.reorg.applying.anything import create, remove, set_fields
from orgmodel.reorg.applying.decisions import add_step, change_decider, drop_step
from orgmodel.reorg.applying.dependencies import add_dependency, change_dependency, drop_dependency
from orgmodel.reorg.applying.dissolving import dissolve_team
from orgmodel.reorg.applying.draft import Draft
from orgmodel.reorg.applying.handing import appoint_leader, hand_over
from orgmodel.reorg.applying.merging import merge_teams
from orgmodel.reorg.applying.people import appoint_lead, change_manager, join, leave, move_heads, move_person
from orgmodel.reorg.applying.splitting import split_team
from orgmodel.reorg.applying.teams import create_team, move_team, rename_team

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


class UnknownReferencesError(Exception):
    """A change names somebody or something that is not there."""

    def __init__(self, named: list[Named]) -> None:
        super().__init__()
        self.named = named

    @staticmethod
    def words(draft: Draft, named: Named) -> tuple[str, str]:
        """Say what is not there, and what to do."""
        field = ".".join(step for step in named.path if isinstance(step, str))
        kinds = " or ".join(named.kinds)
        found = (closest(named.id, draft.section(SECTION_OF_KIND[kind])) for kind in named.kinds)
        best = next(filter(None, found), None)
        message = f"`{field}` names the {kinds} ‘{named.id}’, which is not there at this point"
        return message, f"write `{best}`, if that is meant" if best else "the organisation may have changed since"


def perform(draft: Draft, change: c.Change) -> None:
    """Write a change.

    Raises
    ------
    UnfitError
        If it does not fit; the caller takes back what it has written until then.
    UnknownReferencesError
        If it names what is not there; nothing is written then.
    """
    check_references(draft, change)
    write(draft, change)


def write(draft: Draft, change: c.Change) -> None:
    """Write a change without looking whether what it names is there, which even today's organisation may lack."""
    _APPLY[type(change)](draft, change)


def check_references(draft: Draft, change: c.Change) -> None:
    """Refuse a change that names somebody or something that is not there; its own new ids are."""
    if isinstance(change, c.Remove):
        return
    new = set(change.into) if isinstance(change, c.SplitTeam) else set()
    said = change.given if isinstance(change, c.Set | c.Create) else change
    named = (each for each in references(said) if not (each.path[0] == "into" and each.id in new))
    if isinstance(change, c.Set):
        named = (each for each in named if each.path[0] in change.fields)
    unknown = [each for each in named if draft.resolve(each.id, *each.kinds) is None]
    if unknown:
        raise UnknownReferencesError(unknown)
