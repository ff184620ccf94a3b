"""Changes of who leads and who reports to whom."""

from collections.abc import Iterable

from orgmodel.model.changes import AppointLead, ChangeManager
from orgmodel.model.fields import NOBODY
from orgmodel.model.teams import Membership
from orgmodel.reorg.applying.circles import LINE, circle_with, refuse
from orgmodel.reorg.applying.draft import Draft
from orgmodel.reorg.applying.following import follow, managers_now
from orgmodel.reorg.applying.placing import add_member, branch, chain_of_command, membership, people_of, places_of
from orgmodel.reorg.applying.still import where_they_are
from orgmodel.reorg.applying.unfit import UnfitError


def change_manager(draft: Draft, change: ChangeManager) -> None:
    """Give people another manager."""
    if not change.person:
        raise UnfitError("nobody is named", "name who gets another manager", ("person",))
    for number, person in enumerate(change.person):
        path = ("person", number)
        if person == change.to:
            raise UnfitError(f"{person} cannot report to themselves", "name another manager", path)
        if change.to != NOBODY:
            line = [change.to, *chain_of_command(draft, change.to)]
            refuse(circle_with(LINE, person, line), path, "name another manager")
        if draft.people[person].manager == change.to:
            raise UnfitError(f"{person} reports to {change.to} already", "take them out of the change", path)
        draft.update("people", person, manager=change.to)


def appoint_lead(draft: Draft, change: AppointLead) -> None:
    """Give a team another lead; the old one stays as a member."""
    team, person = draft.teams[change.team], change.person
    new = () if person == NOBODY else (person,)
    if team.lead == new:
        raise UnfitError(f"{team.id} is led by {person} already", "take the change away", ("person",))
    old = dict.fromkeys((*(team.lead or ()), *draft.memory.last_leads.get(team.id, ())))
    before = managers_now(draft, _in_question(draft, team.id, (*old, *new)))
    draft.update("teams", team.id, lead=new)
    draft.memory = draft.memory.without_last_leads(team.id)
    _keep_as_members(draft, team.id, (lead for lead in team.lead or () if lead not in new))
    follow(draft, before, old, person, change.reports)


def _in_question(draft: Draft, team: str, leads: Iterable[str]) -> Iterable[str]:
    """Return everyone in the branch of a team, its leads, and those of them who lost their manager by a change."""
    people = (person for id in branch(draft, team) for person in people_of(draft.teams[id]))
    return dict.fromkeys((*people, *leads))


def _keep_as_members(draft: Draft, team: str, leads: Iterable[str]) -> None:
    for lead in leads:
        described = draft.teams[team]
        if described.members is None:
            if not places_of(draft, lead):
                message = f"{lead} leads {team} no longer, which lists no members"
                help = f"move {lead} somewhere, or list the members of {team}"
                draft.unplaced(message, help, about=("person", lead), still=where_they_are(draft, lead))
        elif membership(described, lead) is None:
            add_member(draft, team, Membership(person=lead))
