"""Tells whether a value that was computed is the one expected."""

from collections.abc import Mapping, Set
from typing import Any, Final

from orgmodel.measures.base import Detailed, Estimated, Listed, Undefined

UNORDERED: Final[Mapping[str, int]] = {
    "articulation_points": 1,
    "bridges": 2,
    "coordination_gaps": 1,
    "cyclic_groups": 2,
    "dominators": 1,
    "managers_with_one_report": 1,
    "mandatory_approvers": 1,
    "service_handovers": 1,
    "singleton_owner": 1,
    "two_pizza_violations": 1,
}
"""How many levels of the lists of a metric are sets, so that their order says nothing."""


def plain(value: Any) -> Any:
    """Return a value as JSON could hold it: None for undefined, lists, and mappings whose keys are text."""
    match value:
        case None | Undefined():
            return None
        case Detailed():
            return plain(value.value)
        case Estimated():
            return plain(value.values)
        case Listed():
            return [plain(each) for each in value.names]
        case Mapping():
            return {str(key): plain(each) for key, each in value.items()}
        case tuple() if hasattr(value, "_asdict"):
            # What has names for its parts is an object of JSON.
            return plain(value._asdict())
        case Set():
            return sorted((plain(each) for each in value), key=repr)
        case list() | tuple():
            return [plain(each) for each in value]
    # A number of numpy's, or a matrix of scipy's.
    if hasattr(value, "toarray"):
        value = value.toarray()
    return value.tolist() if hasattr(value, "tolist") else value


def agrees(expected: Any, found: Any, tolerance: float, sets: int = 0) -> bool:
    """Tell whether two plain values are the same, numbers up to a tolerance.

    Parameters
    ----------
    expected, found
        Plain values.
    tolerance
        How far a number may be off.
    sets
        How many levels of lists have no order.
    """
    if isinstance(expected, dict) and isinstance(found, dict):
        return expected.keys() == found.keys() and all(
            agrees(each, found[key], tolerance, sets) for key, each in expected.items()
        )
    if isinstance(expected, list) and isinstance(found, list):
        return len(expected) == len(found) and _lists_agree(expected, found, tolerance, sets)
    if _is_number(expected) and _is_number(found):
        return expected == found or bool(abs(expected - found) <= tolerance)
    return type(expected) is type(found) and bool(expected == found)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _lists_agree(expected: list[Any], found: list[Any], tolerance: float, sets: int) -> bool:
    if not sets:
        return all(agrees(one, other, tolerance) for one, other in zip(expected, found, strict=True))
    left = list(found)
    for each in expected:
        same = next((n for n, other in enumerate(left) if agrees(each, other, tolerance, sets - 1)), None)
        if same is None:
            return False
        del left[same]
    return True
