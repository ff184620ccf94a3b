"""Everything of a comparison behind its first screen, in the order of the parts, with every name."""

from orgmodel.model.comparison import Comparison
from orgmodel.report.comparison.blocks import Section
from orgmodel.report.comparison.parts import judgement, organisation, work


def parts(comparison: Comparison) -> list[Section]:
    """Return the parts that have content."""
    found = (
        organisation.changes(comparison),
        judgement.findings(comparison),
        judgement.measures(comparison),
        organisation.people(comparison),
        organisation.authority(comparison),
        work.coupling(comparison),
        organisation.components(comparison),
        work.work(comparison),
        work.follow_up(comparison),
        work.waves(comparison),
        work.unknown(comparison),
    )
    return [part for part in found if part is not None]
