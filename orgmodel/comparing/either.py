"""Places of two organisations: where something is written after, or where it was written before it was gone."""

from orgmodel.model.place import Place, Places, Spot


class Either:
    """Looks in one organisation, and then in another.

    Parameters
    ----------
    first, second
        The places of the two.
    """

    def __init__(self, first: Places, second: Places) -> None:
        self._places = (first, second)

    def find(self, spot: Spot) -> Place | None:
        """Return the place of a spot in the first that has one."""
        return next((found for places in self._places if (found := places.find(spot)) is not None), None)

    def line(self, place: Place, number: int) -> str | None:
        """Return one line of the file of a place."""
        return next((line for places in self._places if (line := places.line(place, number)) is not None), None)
