"""Changes of whole teams: new ones, other ids, other parents."""

from dataclasses import replace

from orgmodel.model.changes import CreateTeam, MoveTeam, RenameTeam
from orgmodel.model.fields import NOBODY
from orgmodel.model.teams import Team
from orgmodel.reorg.applying.circles import GROUPS, circle_with, refuse
from orgmodel.reorg.applying.draft import Draft
from orgmodel.reorg.applying.following import follow, managers_now
from orgmodel.reorg.applying.gathering import left_for
from orgmodel.reorg.applying.handing import hand_to
from orgmodel.reorg.applying.parting import Parting
from orgmodel.reorg.applying.placing import ancestors, branch, lead_above, leads_over, people_of, take_out
from orgmodel.reorg.applying.relocating import moved, renew_since
from orgmodel.reorg.applying.shaping import team_fields
from orgmodel.reorg.applying.unfit import UnfitError


def create_team(draft: Draft, change: CreateTeam) -> None:
    """Make a team, and move its members there from where they are; who only leads it stays where they are."""
    if change.id in draft.teams:
        raise UnfitError(f"the team {change.id} is there already", "choose another id", ("team",))
    members = change.members or ()
    leaves = {member.person: _left(draft, change, number) for number, member in enumerate(members)}
    before = managers_now(draft, dict.fromkeys((*leaves, *(change.lead or ()))))
    leads = {lead for left in leaves.values() for team in left for lead in leads_over(draft, team)}
    stated = team_fields(change)
    if change.members is not None:
        stated["members"] = tuple(moved(draft, member, leaves[member.person]) for member in members)
    for person, left in leaves.items():
        renew_since(draft, person, left)
        take_out(draft, person, left)
    draft.put("teams", change.id, Team(**stated))
    draft.memory = draft.memory.with_new_teams([change.id])
    follow(draft, before, leads, lead_above(draft, change.id), change.reports)
    for component in change.components or ():
        hand_to(draft, component, change.id)


def _left(draft: Draft, change: CreateTeam, number: int) -> tuple[str, ...]:
    """Return what a member leaves."""
    try:
        return left_for(draft, (change.members or ())[number], change.id)
    except UnfitError as error:
        raise UnfitError(error.message, error.help, ("members", number)) from None


def rename_team(draft: Draft, change: RenameTeam) -> None:
    """Give a team another id, wherever it is named; or, with the same id, another name."""
    team = draft.teams[change.team]
    if change.to == change.team:
        _call(draft, team, change.name)
        return
    if change.to in draft.teams:
        raise UnfitError(f"the team {change.to} is there already", "choose another id, or use `merge_teams`", ("to",))
    earlier = dict.fromkeys((*(team.renamed_from or ()), change.team))
    earlier.pop(change.to, None)
    renamed = replace(team, id=change.to, name=change.name or team.name, renamed_from=tuple(earlier) or None)
    draft.put("teams", change.to, renamed)
    Parting(draft, "team", change.team, lambda key, path: change.to).part()
    draft.remove("teams", change.team)
    draft.memory = draft.memory.with_other_id(change.team, change.to)


def _call(draft: Draft, team: Team, name: str | None) -> None:
    if name is None or name == team.name:
        raise UnfitError(f"{team.id} is called so already", "take the change away", ("to",))
    draft.update("teams", team.id, name=name)


def move_team(draft: Draft, change: MoveTeam) -> None:
    """Hang a team below another group."""
    team, to = change.team, None if change.to == NOBODY else change.to
    old = draft.teams[team].parent
    if to == (None if old == NOBODY else old):
        raise UnfitError(f"{team} hangs below {change.to} already", "take the change away", ("to",))
    if to is not None:
        refuse(circle_with(GROUPS, team, [to, *ancestors(draft, to)]), ("to",), "name another group")
    leads = {lead} if (lead := lead_above(draft, old)) is not None else set()
    people = (person for each in branch(draft, team) for person in people_of(draft.teams[each]))
    before = managers_now(draft, dict.fromkeys((*people, *leads)))
    draft.update("teams", team, parent=to)
    follow(draft, before, leads, lead_above(draft, to), change.reports)
