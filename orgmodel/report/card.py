"""Writes the card of an entity: as text to read, as JSON."""

import json
from collections.abc import Iterable, Iterator

from orgmodel.model.card import Card
from orgmodel.model.place import Place
from orgmodel.report.width import clean, width

FORMATS = ("text", "json")
_MOST = 12
_ROOM = 80


def write(cards: Iterable[Card], form: str, *, colour: bool) -> str:
    """Return cards in one of `FORMATS`."""
    if form == "json":
        return (
            json.dumps({"version": 1, "entities": [_record(card) for card in cards]}, ensure_ascii=False, indent=1)
            + "\n"
        )
    return "\n".join("".join(f"{line}\n" for line in _text(card, colour=colour)) for card in cards)


def _text(card: Card, *, colour: bool) -> Iterator[str]:
    title = clean(f"{card.kind} {card.id}" + (f" — {card.name}" if card.name and card.name != card.id else ""))
    yield f"\x1b[1m{title}\x1b[0m" if colour else title
    if card.place:
        yield f"  {_at(card.place)}"
    room = max((len(heading) for heading, _ in card.rows), default=0)
    for heading, lines in card.rows:
        yield from _row(heading, tuple(map(clean, lines)), room)
    yield from (f"  {finding.severity} {finding.code}: {clean(finding.message)}" for finding in card.findings)


def _row(heading: str, lines: tuple[str, ...], room: int) -> Iterator[str]:
    """Write short values on one line and long ones below each other."""
    if sum(map(width, lines)) + 2 * len(lines) <= _ROOM:
        yield f"  {heading:<{room}}  {', '.join(lines)}"
        return
    shown = [*lines[:_MOST], *([f"and {len(lines) - _MOST} more"] if len(lines) > _MOST else [])]
    for n, line in enumerate(shown):
        yield f"  {heading if n == 0 else '':<{room}}  {line}"


def _at(place: Place) -> str:
    return f"{place.path}:{place.line}:{place.column}"


def _record(card: Card) -> dict[str, object]:
    return {
        "kind": card.kind,
        "id": card.id,
        "name": card.name,
        "location": card.place._asdict() if card.place else None,
        "tied": {heading: list(lines) for heading, lines in _merged(card)},
        "findings": [
            {"code": each.code, "severity": each.severity, "message": each.message, "fingerprint": each.fingerprint}
            for each in card.findings
        ],
    }


def _merged(card: Card) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Join rows of the same heading, such as the steps of a decision."""
    found: dict[str, tuple[str, ...]] = {}
    for heading, lines in card.rows:
        found[heading] = found.get(heading, ()) + lines
    yield from found.items()
