"""Changes of work: components handed over, initiatives led by others."""

from orgmodel.model.changes import AppointLeader, HandOver
from orgmodel.model.components import Ownership
from orgmodel.model.fields import NOBODY
from orgmodel.model.initiatives import Leadership
from orgmodel.reorg.applying.draft import Draft, UnfitError


def hand_over(draft: Draft, change: HandOver) -> None:
    """Give components another owner."""
    for number, component in enumerate(change.component):
        owner = () if change.to == NOBODY else (change.to,)
        if draft.components[component].owner == tuple(Ownership(team=each) for each in owner):
            message = f"{component} belongs to {change.to} already"
            raise UnfitError(message, "take it out of the change", ("component", number))
        hand_to(draft, component, *owner)


def hand_to(draft: Draft, component: str, *owners: str) -> None:
    """Let a component belong to these."""
    draft.update("components", component, owner=tuple(Ownership(team=owner) for owner in owners))


def appoint_leader(draft: Draft, change: AppointLeader) -> None:
    """Give an initiative another leader."""
    new = () if change.person == NOBODY else (Leadership(person=change.person, allocation=change.allocation),)
    if draft.initiatives[change.initiative].leader == new:
        message = f"{change.initiative} is led so already"
        raise UnfitError(message, "take the change away", ("person",))
    draft.update("initiatives", change.initiative, leader=new)
