"""Takes people out of teams and puts them into others."""

from collections.abc import Iterable
from dataclasses import replace

from orgmodel.model.changes import Reports
from orgmodel.model.teams import Membership
from orgmodel.reorg.applying.draft import Draft
from orgmodel.reorg.applying.following import follow, managers_now
from orgmodel.reorg.applying.placing import (
    WORKING,
    add_member,
    kind_of,
    lead_above,
    leads_over,
    membership,
    take_out,
    works_in,
)
from orgmodel.reorg.applying.unfit import UnfitError


def only_team(draft: Draft, person: str, *, joining: str | None = None) -> tuple[str, ...]:
    """Return the one team that a person works in, or nothing for who works in none.

    Parameters
    ----------
    joining
        The team that is joined, which they may lead already.

    Raises
    ------
    UnfitError
        If the person works in several, for then the plan must say which is left.
    """
    teams = [team for team in works_in(draft, person) if team != joining or _is_member(draft, person, team)]
    if len(teams) > 1:
        message = f"{person} works in {len(teams)} teams, {', '.join(teams)}"
        raise UnfitError(message, "say which of them is left: `move_person` with `from`")
    return tuple(teams)


def _is_member(draft: Draft, person: str, team: str) -> bool:
    return membership(draft.teams[team], person) is not None


def relocate(draft: Draft, member: Membership, *, to: str, left: Iterable[str], reports: Reports | None = None) -> None:
    """Take a person out of teams and put them into another; who reported to the lead there reports to the lead here.

    Who leaves one team takes along the share of their time that it had, where no other is stated.
    """
    person, left = member.person, tuple(left)
    check_joining(draft, person, to)
    before = managers_now(draft, [person])
    leads = {lead for team in left for lead in leads_over(draft, team) if lead != person}
    joining = moved(draft, member, left)
    renew_since(draft, person, left)
    take_out(draft, person, left)
    add_member(draft, to, joining)
    new = lead_above(draft, to)
    follow(draft, before, leads, lead_above(draft, draft.teams[to].parent) if new == person else new, reports)


def check_joining(draft: Draft, person: str, to: str) -> None:
    """Refuse to put somebody into a team where they are, or one that only counts its people."""
    team = draft.teams[to]
    if membership(team, person) is not None:
        raise UnfitError(f"{person} is in {to} already", "name another team, or take the change away", ("to",))
    if team.members is None and team.headcount is not None:
        help = f"list the members of {to}, or count heads with `move_heads`"
        raise UnfitError(f"{to} lists no members, only a headcount of {team.headcount}", help, ("to",))


def moved(draft: Draft, member: Membership, left: Iterable[str]) -> Membership:
    """Return a membership as it is stated, with what goes along from the only team that is left."""
    known = [found for team in left if (found := membership(draft.teams[team], member.person)) is not None]
    if len(known) != 1:
        return member
    share = known[0].allocation if member.allocation is None else member.allocation
    since = draft.date if known[0].since is not None and member.since is None else member.since
    return replace(member, allocation=share, since=since)


def renew_since(draft: Draft, person: str, left: Iterable[str]) -> None:
    """Forget, or renew, since when somebody is in their team, if they leave one that they work in."""
    leaves = any(kind_of(draft, team) in WORKING for team in left)
    if leaves and person in draft.people and draft.people[person].since is not None:
        draft.update("people", person, since=draft.date)
