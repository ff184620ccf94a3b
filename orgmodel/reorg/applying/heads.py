"""People without names: who are only counted, and how many of them there are."""

from orgmodel.model.changes import MoveHeads
from orgmodel.model.teams import Team
from orgmodel.reorg.applying.draft import Draft
from orgmodel.reorg.applying.placing import listed
from orgmodel.reorg.applying.still import as_it_is
from orgmodel.reorg.applying.unfit import UnfitError


def move_heads(draft: Draft, change: MoveHeads) -> None:
    """Move people without names; a team that lists its members gets a headcount beside them, which differs."""
    source = draft.teams[change.source]
    if change.source == change.to:
        raise UnfitError(f"{change.to} is where they are already", "name another team", ("to",))
    if change.count == 0:
        raise UnfitError("nobody moves", "say how many, or take the change away", ("count",))
    there = unnamed(draft, source)
    if there is None or source.headcount is None:
        _refuse_uncounted(source)
        return
    if change.count > there:
        message = f"{source.id} has {there} people without names, fewer than {change.count}"
        raise UnfitError(message, "move fewer; who is known by name moves with `move_person`", ("count",))
    draft.update("teams", source.id, headcount=source.headcount - change.count)
    add_heads(draft, change.to, change.count)


def _refuse_uncounted(source: Team) -> None:
    if source.members is None:
        raise UnfitError(f"it is not known how many people {source.id} has", "state its `headcount`", ("from",))
    raise UnfitError(f"{source.id} lists all its people by name", "say who moves, with `move_person`", ("from",))


def unnamed(draft: Draft, team: Team) -> int | None:
    """Count the people of a team who are only counted: its headcount less those it names; None if unknown."""
    if team.headcount is not None:
        return max(0, team.headcount - listed(draft, team))
    return None if team.members is None else 0


def add_heads(draft: Draft, team: str, count: int) -> None:
    """Add people without names to a team; where it is not known how many it has, they make no number."""
    described = draft.teams[team]
    known = described.members is not None or team in draft.memory.new_teams
    if described.headcount is not None:
        draft.update("teams", team, headcount=described.headcount + count)
    elif known:
        draft.update("teams", team, headcount=listed(draft, described) + count)
    else:
        message = f"it is not known how many people {team} has, and so not how many there are with {count} more"
        still = as_it_is(draft, ("teams", team), "headcount")
        draft.unplaced(message, "state its `headcount`", about=("team", team), still=still)
