"""Says what a tree shows as nodes, links and groups."""

from typing import Final

from orgmodel.draw.outline import Look, Outline, OutlineGroup, OutlineLink, OutlineNode
from orgmodel.draw.trees.values import Tree, TreeBox

_MOST_PLAIN: Final = 60
"""Of more boxes departments are groups too, so that formats that cannot show so many can fold them."""


def outlined(tree: Tree) -> Outline:
    """Return the outline of a tree: a node for each box, and a link from each to what hangs from it."""
    grouped = len(tree.boxes) > _MOST_PLAIN
    departments = tree.departments if grouped else ()
    home = {box.id: f"department:{department[0].id}" for department in departments for box in department}
    return Outline(
        view="tree",
        title=tree.title,
        facts=tree.facts,
        nodes=tuple(_node(box, home.get(box.id)) for box in tree.boxes),
        links=tuple(OutlineLink(source=box.above, target=box.id) for box in tree.boxes if box.above is not None),
        groups=tuple(_group(department[0]) for department in departments),
        notes=(tree.nothing,) if tree.nothing else (),
    )


def _node(box: TreeBox, group: str | None) -> OutlineNode:
    limit = f" (limit {box.limit})" if box.limit is not None else ""
    return OutlineNode(
        id=box.id,
        label=box.name,
        lines=tuple(line for line in (box.leader, f"{box.summary}{limit}", box.largest) if line),
        group=group,
        look=_look(box),
        badges=_badges(box),
        numbers=dict(box.numbers),
        tooltip=box.tooltip,
    )


def _group(head: TreeBox) -> OutlineGroup:
    lines = tuple(line for line in (head.leader, head.summary) if line)
    return OutlineGroup(
        id=f"department:{head.id}",
        label=head.name,
        lines=lines,
        badges=_badges(head),
        numbers=dict(head.numbers),
    )


def _badges(box: TreeBox) -> tuple[str, ...]:
    concerned = f"{box.concerned} with findings" if box.concerned and box.part in ("top", "head") else ""
    return (*(each.text for each in box.badges), *([concerned] if concerned else []))


def _look(box: TreeBox) -> Look:
    if box.worst is not None:
        return box.worst
    if box.chosen:
        return "chosen"
    return "external" if box.external else "plain"
