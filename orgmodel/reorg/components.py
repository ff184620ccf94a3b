"""What happens to components: who gets them, whether knowledge goes along, and what nobody knows any more."""

from collections.abc import Iterator

from orgmodel.graph import OrgGraph
from orgmodel.model.comparison import Components, HandedOver
from orgmodel.reorg.handovers import Owners, handovers


def components(before: OrgGraph, after: OrgGraph) -> Components:
    """Return the components that are handed over, added, removed, or known to nobody any more; each sorted by id.

    A component is handed over if those who own it, teams or people that are described, are not the same as before: that
    includes one that has found or lost its owner, and one that has one owner more or less.
    """
    was, now = before.org.components, after.org.components
    both = sorted(was.keys() & now.keys())
    return Components(
        handed_over=tuple(_described(before, after, *each) for each in handovers(before, after)),
        added=tuple(sorted(now.keys() - was.keys())),
        removed=tuple(sorted(was.keys() - now.keys())),
        unknown_to_all=tuple(id for id in both if _lost_knowledge(before, after, id)),
    )


def _described(before: OrgGraph, after: OrgGraph, id: str, old: Owners, new: Owners) -> HandedOver:
    experts, known_after = before.org.components[id].experts, after.org.components[id].experts
    there = frozenset(_people_with(after, new))
    knew = tuple(sorted(set(experts or ())))
    return HandedOver(
        id=id,
        before=_ids(old),
        after=_ids(new),
        experts=None if experts is None else knew,
        experts_moving=tuple(person for person in knew if person in there),
        knowing=tuple(sorted(there.intersection(known_after or ()))),
        left=tuple(person for person in knew if has_left(before, after, person)),
        criticality=after.org.components[id].criticality,
    )


def _ids(owners: Owners) -> tuple[str, ...]:
    return tuple(sorted({id for _, id in owners}))


def _people_with(graph: OrgGraph, owners: Owners) -> Iterator[str]:
    """Yield the people of the owning teams, and the owners that are people themselves."""
    for kind, id in owners:
        yield from graph.people_of(id) if kind == "team" else (id,)


def has_left(before: OrgGraph, after: OrgGraph, person: str) -> bool:
    """Tell whether somebody was described before and is not any more."""
    return person in before.org.people and person not in after.org.people


def _lost_knowledge(before: OrgGraph, after: OrgGraph, id: str) -> bool:
    """Tell whether somebody knew a component and nobody does; who does is as before where it is no longer stated."""
    knew = before.org.components[id].experts
    if not knew or not any(_is_somebody(before, person) for person in knew):
        return False
    stated = after.org.components[id].experts
    know = knew if stated is None else stated
    return not any(_is_somebody(after, person) and not has_left(before, after, person) for person in know)


def _is_somebody(graph: OrgGraph, person: str) -> bool:
    described = graph.org.people.get(person)
    return described is None or described.status != "vacant"
