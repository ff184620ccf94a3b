"""How many approvals a decision should take at most, by its door."""

from collections.abc import Iterable, Mapping
from typing import Final

from orgmodel.model.finding import Finding

CODES: Final = frozenset(f"D{number:03d}" for number in range(1, 11))
"""The rules about decisions."""

# Approvals beside the decider, without mandated ones: the defaults of rules D002 (two-way) and D003 (one-way). They are
# judgements that follow the two kinds of doors in Amazon's letter to shareholders of 2015; no source gives the numbers.
_BY_DOOR: Final[Mapping[str, int]] = {"two-way": 1, "one-way": 4}
_ABOUT_APPROVALS: Final = frozenset({"D002", "D003"})


def limit_of(door: str | None, findings: Iterable[Finding]) -> int | None:
    """Return the limit that an audit has measured a decision by, or the default of its door; None without a door."""
    for finding in findings:
        limit = finding.evidence.get("limit") if finding.code in _ABOUT_APPROVALS else None
        if isinstance(limit, int):
            return limit
    return _BY_DOOR.get(door or "")
