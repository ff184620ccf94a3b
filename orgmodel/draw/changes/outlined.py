"""Says what the picture of a change shows as nodes, links, groups and notes."""

from collections.abc import Iterator, Mapping

from orgmodel.draw.changes.values import LOOKS, SIGNS, Block, Card, ChangePicture, Pair, Row, Section
from orgmodel.draw.changes.words import TALLIED
from orgmodel.draw.outline import Look, Outline, OutlineGroup, OutlineLink, OutlineNode


def outlined(picture: ChangePicture) -> Outline:
    """Return the outline of a picture."""
    return Outline(
        view="change",
        title=picture.title,
        facts=picture.facts,
        nodes=tuple(_nodes(picture)),
        links=tuple(_links(picture)),
        groups=tuple(_groups(picture)),
        notes=tuple(_notes(picture)),
    )


def key_of(block: Block) -> str:
    """Return the name of a block that is unique in the picture."""
    return "groups" if block.id is None else f"groups:{block.id}"


def _groups(picture: ChangePicture) -> Iterator[OutlineGroup]:
    for department in picture.departments:
        for block in department.blocks:
            head = block is department.head
            rest = (*block.rest, *department.rest) if head else block.rest
            yield OutlineGroup(
                id=key_of(block),
                label=block.name,
                lines=tuple(line for line in (block.size, *block.lines, *rest) if line),
                parent=None if head else key_of(department.head),
                badges=(*_sign(block), *(badge.text for badge in block.badges)),
                numbers=_numbers(block.people),
            )


def _nodes(picture: ChangePicture) -> Iterator[OutlineNode]:
    for department in picture.departments:
        for block in department.blocks:
            yield from (_node(card, block) for card in block.cards)
            if not block.cards and not (block is department.head and department.parts):
                # Where nothing stands in a group there is nothing that the text formats would draw it around.
                yield _empty(block, group=key_of(block))
    yield from (_empty(block, group=None) for block in picture.unchanged)
    yield from (OutlineNode(id=f"tied:{each.id}", label=each.name, look="muted") for each in picture.tied)


def _node(card: Card, block: Block) -> OutlineNode:
    return OutlineNode(
        id=card.id,
        label=card.name,
        lines=tuple(line for line in (*card.lines, card.size) if line),
        group=key_of(block),
        look=LOOKS[card.mark],
        badges=(*_sign(card), *(badge.text for badge in card.badges)),
        numbers=_numbers(card.people),
        tooltip=card.tooltip,
    )


def _empty(block: Block, *, group: str | None) -> OutlineNode:
    lines = tuple(line for line in (block.size, *block.lines, *block.rest) if line)
    look = LOOKS[block.mark]
    return OutlineNode(id=f"head:{block.id or ''}", label=block.name, lines=lines, group=group, look=look)


def _sign(each: Card | Block) -> tuple[str, ...]:
    return (f"{SIGNS[each.mark]} {TALLIED[each.mark]}",) if SIGNS[each.mark] else ()


def _numbers(people: Pair) -> Mapping[str, float | None]:
    return {"people before": people.before, "people after": people.after}


def _links(picture: ChangePicture) -> Iterator[OutlineLink]:
    known = {card.id for card in picture.cards}
    for card in picture.cards:
        if card.to in known and card.to is not None:
            yield OutlineLink(source=card.id, target=card.to, label="moves", look="moved-here")
    # The new place of a team comes last, and stands for it.
    places = {each.id: f"tied:{each.id}" for each in picture.tied}
    places |= {card.entity: card.id for card in sorted(picture.cards, key=lambda card: card.mark != "moved-away")}
    for section in picture.sections:
        for row in section.rows:
            if row.source is not None and row.target is not None:
                yield _tie(row, places[row.source], places[row.target])


def _tie(row: Row, source: str, target: str) -> OutlineLink:
    label = "new" if row.mark == "added" else f"cut: {row.aside}"
    look: Look = "added" if row.mark == "added" else "removed"
    return OutlineLink(source=source, target=target, label=label, weight=row.weight, look=look, tooltip=row.text)


def _notes(picture: ChangePicture) -> Iterator[str]:
    if picture.nothing:
        yield picture.nothing
    yield from picture.left_out
    yield from map(told, picture.sections)


def told(section: Section) -> str:
    """Return a list as one line."""
    rows = [f"{row.text} ({row.aside})" if row.aside else row.text for row in section.rows]
    more = [f"and {section.more:,} more"] if section.more else []
    return f"{section.title}: {'; '.join([*rows, *more])}"
