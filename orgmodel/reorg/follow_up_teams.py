"""What elsewhere names a team: the documents it publishes, and the loops in which it hires."""

from collections.abc import Iterator

from orgmodel.model.comparison import FollowUp
from orgmodel.model.people import HiringLoop
from orgmodel.model.teams import Team
from orgmodel.reorg.follow_up_names import Naming
from orgmodel.reorg.listing import in_words


def of_teams(naming: Naming) -> Iterator[FollowUp]:
    """Yield the documents of teams that are gone, are called otherwise, or gave a component away."""
    for id, team in naming.before.org.teams.items():
        if team.api and (team.api.docs or team.api.contact) and (why := _why_documents(naming, id)):
            yield FollowUp("documents", "team", id, why)


def _why_documents(naming: Naming, id: str) -> str | None:
    if id not in naming.after.org.teams:
        return f"{id} is gone"
    if id in naming.renamed:
        return naming.new_names([id])
    gone = naming.gave_away.get(id)
    return f"{in_words(gone)} {'is' if len(gone) == 1 else 'are'} no longer owned by {id}" if gone else None


def of_hiring(naming: Naming) -> Iterator[FollowUp]:
    """Yield the hiring loops that were open in teams that are gone or differ, or that name somebody who left."""
    loops = naming.after.org.hiring
    for id, loop in naming.before.org.hiring.items():
        if why := _why_hiring(naming, loop, loops.get(id)):
            yield FollowUp("hiring loop", "hiring", id, why)


def _why_hiring(naming: Naming, loop: HiringLoop, now: HiringLoop | None) -> str | None:
    team = loop.team
    if team is not None and team in naming.before.org.teams:
        if team not in naming.after.org.teams:
            return f"{team}, which hires, is gone"
        if now is not None and now.team != team:
            return f"{team} hired, and {now.team or 'no team'} does now"
        if changed := _changed(naming, team):
            return changed
    named = (loop.hiring_manager, loop.recruiter, loop.bar_raiser, *(loop.interviewers or ()))
    left = sorted({person for person in named if person and naming.left(f"person:{person}")})
    return f"{in_words(left)} left" if left and now is not None else None


def _changed(naming: Naming, team: str) -> str | None:
    """Say how a team differs for somebody who is about to join it."""
    was, now = naming.before.org.teams[team], naming.after.org.teams[team]
    if team in naming.renamed:
        return naming.new_names([team])
    if _leads(was) != _leads(now):
        return f"{team} is now led by {in_words(_leads(now)) or 'nobody'}"
    if was.parent != now.parent:
        return f"{team} now belongs to {now.parent or 'no group'}"
    return None


def _leads(team: Team) -> list[str]:
    return sorted(set(team.lead or ()))
