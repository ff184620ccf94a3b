"""What the legend of the picture of decisions explains: what is really in it."""

from collections.abc import Iterator

from orgmodel.draw.decision_paths.placing import Placed
from orgmodel.draw.legend import Entry
from orgmodel.draw.svg import element, label, rectangle
from orgmodel.draw.text import width
from orgmodel.draw.theme import TYPES

_SWATCH = 22.0


def entries(found: Placed) -> Iterator[Entry]:
    """Yield an entry for each kind of sign that has been placed."""
    waits = {each.wait for each in found.arrows if each.wait}
    if waits - {"? d"}:
        wide = width("5 d", TYPES["number"])
        yield Entry([label("5 d", 0, 4, class_="om-number om-ink", type=TYPES["number"])], wide, "usual wait in days")
    if "? d" in waits:
        wide = width("? d", TYPES["number"])
        yield Entry([label("? d", 0, 4, class_="om-number om-ink", type=TYPES["number"])], wide, "wait unknown")
    if found.marks:
        line = element("path", d="M1 0H21", class_="om-line-error om-ghost", stroke_width=1.6)
        limits = sorted({(each.limit, each.door) for each in found.marks})
        doors = ", ".join(f"{limit} at a {door} door" if door else f"{limit}" for limit, door in limits)
        yield Entry([line], _SWATCH, f"limit of approvals beside the decider: {doors}")
    yield from _ribbon(found)


def _ribbon(found: Placed) -> Iterator[Entry]:
    known = [each.station for each in found.ribbons if each.station.days is not None]
    kinds = (
        ("om-track", "time for approvals, all to one scale", any(s.role == "approves" and not s.over for s in known)),
        ("om-pill-warning", "time over the limit", any(s.over for s in known)),
        ("om-pill-calm", "time for advice", any(s.role != "approves" for s in known)),
    )
    for class_, meaning, there in kinds:
        if there:
            yield Entry([rectangle(0, -6, _SWATCH, 12, class_=class_, radius=2)], _SWATCH, meaning)
    if any(each.station.days is None for each in found.ribbons):
        yield Entry([rectangle(1, -6, 20, 12, class_="om-card om-external", radius=2)], _SWATCH, "time unknown")
