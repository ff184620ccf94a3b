"""Measures of the change itself: how far the two groupings of people are from each other."""

from collections import Counter
from collections.abc import Iterator

from orgmodel.graph import OrgGraph
from orgmodel.measures.partitions import adjusted_rand_index, kept_share, variation_of_information
from orgmodel.model.comparison import Comparison, MeasureChange


def change_measures(before: OrgGraph, after: OrgGraph, found: Comparison) -> Iterator[MeasureChange]:
    """Yield the measures that only two organisations together have; their value stands where that after stands."""
    homes = Counter(
        (before.home_team(id), after.home_team(id))
        for id, person in before.org.people.items()
        if id in after.org.people and not person.external and person.status != "vacant"
    )
    placed = {pair: count for pair, count in homes.items() if None not in pair}
    people = found.people
    owned = len(before.org.components)
    yield _measure("reorg_person_changes", "people", "descriptive", len(people.changed_team))
    yield _measure("partition_distance", "people", "descriptive", people.fewest_moves)
    yield _measure("adjusted_rand_index", "−1 to 1", "descriptive", adjusted_rand_index(placed))
    yield _measure("variation_of_information", "nats", "descriptive", variation_of_information(placed))
    yield _measure("teammate_tie_jaccard", "ratio", "supported", kept_share(people.ties))
    yield _measure("service_handovers", "components", "supported", len(found.components.handed_over))
    lost = len(found.components.unknown_to_all)
    yield _measure("knowledge_loss_share", "share", "mixed", lost / owned if owned else None)


def _measure(id: str, unit: str, evidence: str, value: float | None) -> MeasureChange:
    reason = "there is nobody, or nothing, to compare" if value is None else None
    return MeasureChange(id, unit, evidence, None, value, None, reason, True)
