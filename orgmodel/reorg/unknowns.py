"""What a comparison cannot say, and which facts are missing."""

from collections.abc import Iterator, Sequence

from orgmodel.graph import OrgGraph
from orgmodel.model.comparison import Comparison

_STATED_ENOUGH = 0.8  # of the edges: below it weights are not told


def unknowns(before: OrgGraph, after: OrgGraph, found: Comparison, remarks: Sequence[str]) -> tuple[str, ...]:
    """Return one clause for each thing that cannot be said."""
    return (*remarks, *_of_people(before, found), *_of_work(after, found))


def _of_people(before: OrgGraph, found: Comparison) -> Iterator[str]:
    unlisted = [team.id for team in before.delivery_teams if team.members is None]
    if unlisted:
        yield f"who is in {len(unlisted):,} of {len(before.delivery_teams):,} teams, which list no members"
    if before.org.people and not before.reporting.is_known:
        yield "whose manager changes: no manager is stated"
    moving = len(found.people.changed_team)
    if moving and found.people.history is None:
        help = "state `since`, or use --history"
        yield f"whether any of the {moving:,} who change team moved within the last year ({help})"
    if moving and not any(person.location for person in before.org.people.values()):
        yield "what changes by place: no location is stated"


def _of_work(after: OrgGraph, found: Comparison) -> Iterator[str]:
    silent = [each.id for each in found.components.handed_over if each.experts is None]
    if silent:
        verb = "is" if len(silent) == 1 else "are"
        yield f"who knows {_listed(silent)}, which {verb} handed over without stated experts"
    unclear = [each.id for each in found.work.initiatives if each.single_threaded[1] is None]
    if unclear:
        yield f"whether {_listed(unclear)} is its leader's whole job (leader or allocation not stated)"
    if found.coupling.loose:
        yield f"where {found.coupling.loose} dependencies go that the plan leaves without an end"
    edges = len(after.dependencies("waits").edges)
    share = found.coupling.stated_share
    if edges and (share is None or share < _STATED_ENOUGH):
        unstated = edges - round((share or 0.0) * edges)
        yield f"how much teams wait: {unstated:,} of {edges:,} pairs state no strength"
    kinds = after.dependencies("waits").unknown_kind_share
    if kinds:
        yield f"whether teams really wait in {kinds:.0%} of the reasons, whose kind is not stated".replace("%", " %", 1)


def _listed(ids: Sequence[str]) -> str:
    return ", ".join(ids[:3]) + (f" and {len(ids) - 3} more" if len(ids) > 3 else "")
