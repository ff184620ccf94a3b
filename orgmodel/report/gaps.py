"""What could not be said for want of data: by rule, and by what would have to be stated."""

from typing import Final, NamedTuple

from orgmodel.model.audit import Audit
from orgmodel.model.finding import Coverage

FILES: Final = "F"
"""The family of rules about files; what those miss is not stated but mended."""


class Gap(NamedTuple):
    """One thing that is missing: of how many entities, for which rules, and whether it is stated of none at all."""

    missing: str
    entities: int
    codes: tuple[str, ...]
    entirely: bool

    @property
    def in_files(self) -> bool:
        """Whether files would have to be mended, rather than something be stated."""
        return all(code.startswith(FILES) for code in self.codes)


def unknown_rules(audit: Audit) -> list[Coverage]:
    """Return the rules that could not be checked everywhere, the most important first."""
    wanting = [row for row in audit.coverage if row.unknown]
    return sorted(wanting, key=lambda row: (-_importance(audit, row), -row.unknown, row.code))


def gaps(audit: Audit) -> list[Gap]:
    """Return what is missing, the most important first.

    Several rules may miss the same of the same entities, so the largest count is taken and not the sum.
    """
    rows: dict[str, list[tuple[Coverage, int]]] = {}
    for row in unknown_rules(audit):
        for missing, count in row.missing:
            rows.setdefault(missing, []).append((row, count))
    return [_gap(missing, found) for missing, found in rows.items()]


def _gap(missing: str, rows: list[tuple[Coverage, int]]) -> Gap:
    entities = max(count for _, count in rows)
    codes = tuple(row.code for row, _ in rows)
    return Gap(missing, entities, codes, entirely=all(row.checked == 0 for row, _ in rows))


def _importance(audit: Audit, row: Coverage) -> float:
    """Return the weight of a rule, times the share of what it could not be checked for."""
    return audit.weights.get(row.code, 0) * row.unknown / (row.checked + row.unknown)
