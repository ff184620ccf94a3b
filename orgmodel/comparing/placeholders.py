"""Places that are looked up only when somebody asks: of the findings of a comparison most are never shown."""

from orgmodel.model.finding import Finding, Related
from orgmodel.model.place import Place, Places, Spot

_NOT_YET = "\0"
"""The path of a place that is not looked up yet; its line is the number of its spot."""


class Placeholders:
    """Answers every spot at once, and remembers it.

    Parameters
    ----------
    places
        Where the places are looked up in the end.
    """

    def __init__(self, places: Places) -> None:
        self._places = places
        self._spots: list[Spot] = []

    def find(self, spot: Spot) -> Place | None:
        """Return a placeholder."""
        self._spots.append(spot)
        return Place(_NOT_YET, len(self._spots), 1, 1, 1)

    def line(self, place: Place, number: int) -> str | None:
        """Return one line of the file of a place."""
        return self._places.line(place, number)

    def settled(self, finding: Finding) -> Finding:
        """Return a finding with its real places."""
        related = tuple(self._settled(each) for each in finding.related)
        return finding._replace(place=self._place(finding.place), related=related)

    def _settled(self, related: Related) -> Related:
        return related._replace(place=self._place(related.place))

    def _place(self, place: Place | None) -> Place | None:
        if place is None or place.path != _NOT_YET:
            return place
        return self._places.find(self._spots[place.line - 1])
