"""Changes of work: components handed over, initiatives led by others."""

from orgmodel.model.changes import AppointLeader, HandOver
from orgmodel.model.components import Ownership
from orgmodel.model.fields import NOBODY
from orgmodel.model.initiatives import Leadership
from orgmodel.reorg.applying.draft import Draft
from orgmodel.reorg.applying.unfit import UnfitError


def hand_over(draft: Draft, change: HandOver) -> None:
    """Give components another owner."""
    if not change.component:
        raise UnfitError("no component is named", "name what is handed over", ("component",))
    owner = () if change.to == NOBODY else (Ownership(team=change.to),)
    for number, component in enumerate(change.component):
        if draft.components[component].owner == owner:
            message = f"{component} belongs to {change.to} already"
            raise UnfitError(message, "take it out of the change", ("component", number))
        draft.update("components", component, owner=owner)


def hand_to(draft: Draft, component: str, owner: str) -> None:
    """Let a component belong to a team alone."""
    draft.update("components", component, owner=(Ownership(team=owner),))


def appoint_leader(draft: Draft, change: AppointLeader) -> None:
    """Give an initiative another leader."""
    new = () if change.person == NOBODY else (Leadership(person=change.person, allocation=change.allocation),)
    if draft.initiatives[change.initiative].leader == new:
        message = f"{change.initiative} is led by {change.person} already"
        raise UnfitError(message, "take the change away", ("person",))
    draft.update("initiatives", change.initiative, leader=new)
