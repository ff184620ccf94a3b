"""What is said of a plan while it is applied; what a later change puts right is not said in the end."""

from collections.abc import Callable
from typing import NamedTuple

from orgmodel.model.plan import Loose, PlanFault

Still = Callable[[], bool]
"""Tells, after all changes, whether what was said still holds."""


def always() -> bool:
    """Hold, whatever comes later."""
    return True


class Said(NamedTuple):
    """One thing that is wrong, the dependencies that it leaves loose, and whether later changes have put it right.

    What is wrong is put into words at the end, when later changes may have put a part of it right.
    """

    fault: Callable[[], PlanFault]
    loose: tuple[Loose, ...]
    still: Still


class Sayings:
    """All that was said, in order; what a change that is taken back has said is forgotten."""

    def __init__(self) -> None:
        self._said: list[Said] = []

    def __len__(self) -> int:
        return len(self._said)

    def add(self, fault: Callable[[], PlanFault], still: Still, loose: tuple[Loose, ...] = ()) -> None:
        """Say something."""
        self._said.append(Said(fault, loose, still))

    def forget_from(self, number: int) -> None:
        """Forget all that was said after there were so many."""
        del self._said[number:]

    def standing(self) -> list[Said]:
        """Return what holds now."""
        return [said for said in self._said if said.still()]
