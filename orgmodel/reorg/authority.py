"""Authority: what each lead answers for, before and after."""

from orgmodel.graph import OrgGraph
from orgmodel.model.comparison import Authority
from orgmodel.reorg.authority_holdings import Holdings


def authority(before: OrgGraph, after: OrgGraph) -> tuple[Authority, ...]:
    """Return what the leads of teams answer for, where it differs; those first for whom most people come or go.

    A lead answers for the branches of the teams they lead, each counted once: for people at their home teams, and those
    only counted there; teams that are no groups; components that these teams own; decisions that these teams own or the
    lead takes; active initiatives that belong to these teams or that the lead leads. External teams, and vacant
    positions, do not count.
    """
    was, now = Holdings(before), Holdings(after)
    found = [_compared(person, was, now) for person in sorted(was.led.keys() | now.led.keys())]
    return tuple(sorted((each for each in found if each is not None), key=_order))


def _compared(person: str, was: Holdings, now: Holdings) -> Authority | None:
    led = was.led.get(person, ()), now.led.get(person, ())
    old, new = was.held_by(person), now.held_by(person)
    if led[0] == led[1] and old == new:
        return None
    return Authority(
        id=person,
        teams_led=led,
        people=(old.people, new.people),
        teams=(old.teams, new.teams),
        components=(old.components, new.components),
        decisions=(old.decisions, new.decisions),
        initiatives=(old.initiatives, new.initiatives),
    )


def _order(each: Authority) -> tuple[int, str]:
    return -abs(each.people[1] - each.people[0]), each.id
