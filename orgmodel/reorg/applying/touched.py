"""Where the parts of an organisation are written to which a plan was applied: in its files, or in the plan."""

from collections.abc import Mapping

from orgmodel.model.place import Place, Places, Spot
from orgmodel.reorg.applying.naming import Key

PLAN_SECTIONS = frozenset({"plan", "waves", "changes"})


class Touched:
    """Places after a plan: what a change wrote has the place of that change, everything else its own.

    Parameters
    ----------
    base
        The places before.
    plan
        The places of the plan's own parts.
    spots
        The change that wrote each entity last.
    numbers
        For each dependency the number under which it was kept, which is its position in the base if it was there.
    """

    def __init__(self, base: Places, plan: Places, spots: Mapping[Key, Spot], numbers: tuple[int, ...]) -> None:
        self._base, self._plan, self._spots, self._numbers = base, plan, spots, numbers

    def find(self, spot: Spot) -> Place | None:
        """Return the place of a spot."""
        if spot.section in PLAN_SECTIONS:
            return self._plan.find(spot) or self._base.find(spot)
        key = spot.key
        if spot.section == "dependencies" and isinstance(key, int):
            key = self._numbers[key] if key < len(self._numbers) else key
        written = self._spots.get((spot.section, key))
        return self._plan.find(written) if written else self._base.find(Spot(spot.section, key, spot.path))

    def line(self, place: Place, number: int) -> str | None:
        """Return one line of the file of a place."""
        line = self._plan.line(place, number)
        return self._base.line(place, number) if line is None else line

    def changed_by(self, section: str, key: str | int) -> Spot | None:
        """Return the change that wrote an entity last; None if none did."""
        return self._spots.get((section, key))
