"""How people without names are shared out among the parts of a team."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from orgmodel.model.changes import Part, SplitTeam
from orgmodel.model.teams import Team
from orgmodel.reorg.applying.draft import Draft
from orgmodel.reorg.applying.heads import unnamed
from orgmodel.reorg.applying.placing import is_somebody, people_of


class Shares(NamedTuple):
    """The headcount of each part that has one, and how many people without names go to none of the parts."""

    headcounts: Mapping[str, int]
    left: int


def shared_heads(draft: Draft, old: Team, change: SplitTeam) -> Shares:
    """Share out the people without names of a team.

    The headcount of the old team counts its leads. Where the heads of the parts leave room for those leads who are
    named in parts, they come in addition; where it adds up only with them among the heads, they do not. A part that
    keeps the old id and says nothing of heads keeps the rest.
    """
    stated = {id: heads for id, part in change.into.items() if (heads := _stated(part)) is not None}
    if old.members is not None:
        counts = {id: _size(draft, change.into[id], frozenset(old.lead or ())) for id in stated}
        return Shares(counts, (unnamed(draft, old) or 0) - sum(stated.values()))
    leads = frozenset(old.lead or ())
    named = leads.intersection(person for part in change.into.values() for person in people_of(part))
    room = (old.headcount or 0) - sum(stated.values()) - _count(draft, leads - named)
    besides = old.headcount is None or room >= _count(draft, named)
    left = max(0, room - (_count(draft, named) if besides else 0))
    counts = {id: _size(draft, change.into[id], leads, besides=besides) for id in stated}
    if old.id in change.into and old.id not in stated and old.headcount is not None:
        own = _count(draft, named.intersection(people_of(change.into[old.id]))) if besides else 0
        return Shares(counts | {old.id: left + own}, 0)
    return Shares(counts, left)


def _stated(part: Part) -> int | None:
    return part.headcount if part.heads is None else part.heads


def _size(draft: Draft, part: Part, leads: frozenset[str] = frozenset(), *, besides: bool = True) -> int:
    """Return the headcount of a part: as stated, or its heads with those it names who are not among them.

    `leads` are those of the old team, if it counts its people; a new lead whom no part lists may be one of the heads.
    """
    if part.heads is None:
        return part.headcount or 0
    listed = {member.person for member in part.members or ()}
    named = [person for person in people_of(part) if person in listed or person in leads]
    return part.heads + _count(draft, (person for person in named if besides or person not in leads))


def _count(draft: Draft, people: Iterable[str]) -> int:
    return sum(is_somebody(draft, person) for person in people)
