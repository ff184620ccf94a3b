"""Who follows whom: those who reported to an old lead report to the new one, unless the change says `stay`."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import pairwise

from orgmodel.model.changes import Reports
from orgmodel.model.fields import NOBODY
from orgmodel.reorg.applying.draft import Draft
from orgmodel.reorg.applying.placing import manager_of

Managers = Mapping[str, str | None]


def managers_now(draft: Draft, people: Iterable[str]) -> Managers:
    """Return whom each of these reports to before a change is written; of those who have left, to whom they did."""
    left = draft.memory.managers
    return {person: _manager_now(draft, person) for person in people if person in draft.people or person in left}


def _manager_now(draft: Draft, person: str) -> str | None:
    """Return whom a person reports to: somebody who has left, where the plan has named nobody else since."""
    known = draft.people.get(person)
    if known is None or (known.manager is None and person in draft.memory.managers):
        return draft.memory.managers[person]
    return manager_of(draft, person)


def follow(
    draft: Draft,
    before: Managers,
    old: Iterable[str],
    new: str | None,
    reports: Reports | None,
    *,
    people: Collection[str] | None = None,
) -> None:
    """Let those who reported to one of the old leads report to the new one.

    Parameters
    ----------
    before
        Whom everybody in question, and the old leads, reported to before the change.
    old
        The leads until now.
    new
        The lead from now on; None if there is none, or if it is not known.
    reports
        What the change says: with `stay` everybody keeps the manager they had.
    people
        Who may follow; everybody in `before` if absent.
    """
    followers = {person: manager for person, manager in before.items() if people is None or person in people}
    if reports == "stay":
        for person, manager in followers.items():
            _report(draft, person, manager)
    elif new is not None and new != NOBODY:
        leads = {lead for lead in old if lead != new}
        _lift(draft, before, leads, new, followers)
        for person, manager in followers.items():
            if manager in leads:
                _report(draft, person, new)


def _lift(draft: Draft, before: Managers, leads: Collection[str], new: str, followers: Collection[str]) -> None:
    """Let a new lead who was somewhere below an old one report to whom the old one reported to."""
    for person, above in pairwise((new, *_line_above(draft, before, new))):
        if above in leads and person in followers:
            top = before.get(above)
            _report(draft, new, above if top is None and person != new else top)
            return


def _line_above(draft: Draft, before: Managers, person: str) -> Iterator[str]:
    """Yield the managers above a person before the change; a circle ends where it closes."""
    seen = {person}
    while (above := before[person] if person in before else manager_of(draft, person)) is not None:
        if above == NOBODY or above in seen:
            return
        yield above
        seen.add(above)
        person = above


def _report(draft: Draft, person: str, manager: str | None) -> None:
    """Let somebody report to a manager who is there: it is written only where it does not follow from who leads."""
    is_there = manager == NOBODY or manager in draft.people
    if manager is None or not is_there or manager == person or person not in draft.people:
        return
    wrote_one = draft.people[person].manager is None and person in draft.memory.managers
    if wrote_one or manager_of(draft, person) != manager:
        draft.update("people", person, manager=manager)
