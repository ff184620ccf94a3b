"""Changes of whole teams: new ones, other ids, other parents."""

from dataclasses import replace

from orgmodel.model.changes import CreateTeam, MoveTeam, RenameTeam
from orgmodel.model.fields import NOBODY
from orgmodel.model.teams import Membership, Team
from orgmodel.reorg.applying.draft import Draft, UnfitError
from orgmodel.reorg.applying.following import follow, managers_now
from orgmodel.reorg.applying.handing import hand_to
from orgmodel.reorg.applying.parting import Parting
from orgmodel.reorg.applying.people import only_team, renew_since
from orgmodel.reorg.applying.placing import ancestors, branch, lead_above, leads_over, people_of, take_out
from orgmodel.reorg.applying.shaping import team_fields


def create_team(draft: Draft, change: CreateTeam) -> None:
    """Make a team, and move its members there from where they are."""
    if change.id in draft.teams:
        raise UnfitError(f"the team {change.id} is there already", "choose another id", ("team",))
    leaves = {member.person: _left(draft, member, n) for n, member in enumerate(change.members or ())}
    before = managers_now(draft, dict.fromkeys((*leaves, *(change.lead or ()))))
    leads = {lead for left in leaves.values() for team in left for lead in leads_over(draft, team)}
    for person, left in leaves.items():
        take_out(draft, person, left)
        renew_since(draft, person)
    draft.put("teams", change.id, Team(**team_fields(change)))
    follow(draft, before, leads, lead_above(draft, change.id), change.reports)
    for component in change.components or ():
        hand_to(draft, component, change.id)


def _left(draft: Draft, member: Membership, number: int) -> tuple[str, ...]:
    """Return what a member leaves: nothing for one who comes with a part of their time."""
    if member.allocation is not None and member.allocation < 1:
        return ()
    try:
        return only_team(draft, member.person)
    except UnfitError as error:
        raise UnfitError(error.message, error.help, ("members", number)) from None


def rename_team(draft: Draft, change: RenameTeam) -> None:
    """Give a team another id, wherever it is named."""
    if change.to in draft.teams:
        raise UnfitError(f"the team {change.to} is there already", "choose another id, or use `merge_teams`", ("to",))
    team = draft.teams[change.team]
    earlier = tuple(dict.fromkeys((*(team.renamed_from or ()), change.team)))
    earlier = tuple(id for id in earlier if id != change.to)
    renamed = replace(team, id=change.to, name=change.name or team.name, renamed_from=earlier or None)
    draft.put("teams", change.to, renamed)
    Parting(draft, "team", change.team, lambda key, path: change.to).part()
    draft.remove("teams", change.team)


def move_team(draft: Draft, change: MoveTeam) -> None:
    """Hang a team below another group."""
    team, to = change.team, None if change.to == NOBODY else change.to
    old = draft.teams[team].parent
    if old == to:
        raise UnfitError(f"{team} hangs below {change.to} already", "take the change away", ("to",))
    if to is not None and team in (line := [to, *ancestors(draft, to)]):
        circle = " → ".join([team, *line[: line.index(team) + 1]])
        raise UnfitError(f"the groups would become a circle: {circle}", "name another group", ("to",))
    leads = {lead} if (lead := lead_above(draft, old)) is not None else set()
    people = (person for each in branch(draft, team) for person in people_of(draft.teams[each]))
    before = managers_now(draft, dict.fromkeys((*people, *leads)))
    draft.update("teams", team, parent=to)
    follow(draft, before, leads, lead_above(draft, to), change.reports)
