"""How waits and limits are written."""

from orgmodel.draw.counting import amount
from orgmodel.draw.decision_paths.values import Station


def wait_of(station: Station) -> str:
    """Write how long somebody takes; a question mark where that is unknown, nothing where nobody waits for them."""
    if not station.waits:
        return ""
    return "? d" if station.days is None else f"{amount(station.days)} d"
