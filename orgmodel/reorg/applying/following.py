"""Who follows whom: those who reported to an old lead report to the new one, unless the change says `stay`."""

from collections.abc import Iterable, Mapping

from orgmodel.model.changes import Reports
from orgmodel.model.fields import NOBODY
from orgmodel.reorg.applying.draft import Draft
from orgmodel.reorg.applying.placing import manager_of

Managers = Mapping[str, str | None]


def managers_now(draft: Draft, people: Iterable[str]) -> Managers:
    """Return whom each of these reports to, before a change is written."""
    return {person: manager_of(draft, person) for person in people if person in draft.people}


def follow(draft: Draft, before: Managers, old: Iterable[str], new: str | None, reports: Reports | None) -> None:
    """Let those who reported to one of the old leads report to the new one.

    Parameters
    ----------
    before
        Whom everybody in question reported to before the change.
    old
        The leads until now.
    new
        The lead from now on; None if there is none, or if it is not known.
    reports
        What the change says: with `stay` everybody keeps the manager they had.
    """
    leads = {lead for lead in old if lead != new}
    for person, manager in before.items():
        if reports == "stay":
            _report(draft, person, manager)
        elif manager in leads and new is not None and new != NOBODY:
            _report(draft, person, before.get(manager) if person == new else new)


def _report(draft: Draft, person: str, manager: str | None) -> None:
    """Let somebody report to a manager: it is written only where it does not follow from who leads."""
    if manager is not None and manager != person and manager_of(draft, person) != manager:
        draft.update("people", person, manager=manager)
