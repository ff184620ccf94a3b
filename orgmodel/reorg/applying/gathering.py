"""Whom a team that is made of others gets: of those who were there, and of those who come from elsewhere."""

from collections.abc import Callable, Iterable
from dataclasses import fields, replace

from orgmodel.model.changes import Reports
from orgmodel.model.place import Step
from orgmodel.model.teams import Membership
from orgmodel.reorg.applying.draft import Draft
from orgmodel.reorg.applying.relocating import only_team, relocate
from orgmodel.reorg.applying.unfit import UnfitError

Known = Callable[[str], Membership | None]
"""Returns what was said of a member until now."""


def kept(members: Iterable[Membership], there: Iterable[str], known: Known) -> tuple[Membership, ...]:
    """Return those of the stated members who were there, with what was said of them until now."""
    people = frozenset(there)
    return tuple(_as_known(member, known(member.person)) for member in members if member.person in people)


def _as_known(member: Membership, known: Membership | None) -> Membership:
    if known is None:
        return member
    given = {field.name: getattr(member, field.name) for field in fields(member)}
    return replace(known, **{name: value for name, value in given.items() if value is not None})


def bring_in(
    draft: Draft,
    members: Iterable[Membership],
    there: Iterable[str],
    *,
    to: str,
    reports: Reports | None,
    path: tuple[Step, ...],
) -> None:
    """Move those of the stated members who were not there into the team, from where they are."""
    people = frozenset(there)
    for number, member in enumerate(members):
        if member.person not in people:
            try:
                relocate(draft, member, to=to, left=left_for(draft, member, to), reports=reports)
            except UnfitError as error:
                raise UnfitError(error.message, error.help, (*path, number)) from None


def left_for(draft: Draft, member: Membership, to: str) -> tuple[str, ...]:
    """Return the team that a member of a new team leaves: none for one who comes with a part of their time."""
    part = member.allocation is not None and member.allocation < 1
    return () if part else only_team(draft, member.person, joining=to)
