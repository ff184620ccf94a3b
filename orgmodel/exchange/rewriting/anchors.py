"""Keeps aliases right: what they stand for may go or change where it is written."""

from collections.abc import Iterator
from typing import NamedTuple

from orgmodel.exchange.rewriting.alterations import Alteration, Inside, Whole, children
from orgmodel.exchange.rewriting.nodes import Node, Pair, Tree
from orgmodel.exchange.rewriting.sheet import CannotEditError
from orgmodel.exchange.rewriting.values import as_written, said

_Path = tuple[int, ...]


class _Seen(NamedTuple):
    """A node, the numbers that lead to it, whether it stays, whether something in it changes, and if it is a key."""

    node: Node
    path: _Path
    stays: bool
    changes: bool
    is_key: bool = False


def with_aliases_kept(tree: Tree, top: Inside) -> Inside:
    """Return alterations by which every alias that stays says what it said.

    Where what an anchor names changes or goes, the first alias that stays is written out and takes the anchor over.

    Raises
    ------
    CannotEditError
        If that alias is a key.
    """
    if not tree.aliases or tree.root is None:
        return top
    result = _copy(top)
    seen = list(_walk(tree.root, (), top))
    aliases = {id(each.node): each for each in seen if each.node.kind == "alias" and each.stays}
    for anchored in seen:
        if anchored.node.anchor is None or not anchored.changes:
            continue
        users = (aliases.get(id(alias)) for alias in tree.aliases if alias.target is anchored.node)
        heir = next((user for user in users if user), None)
        if heir is not None:
            _hand_over(result, anchored, heir)
    return result


def _hand_over(result: Inside, anchored: _Seen, heir: _Seen) -> None:
    if heir.is_key:
        raise CannotEditError("an alias is a key")
    *above, last = heir.path
    _inside(result, above).parts[last] = Whole(as_written(said(anchored.node)), "fit", anchored.node.anchor)
    if anchored.stays:
        _inside(result, anchored.path).unanchored = True


def _inside(top: Inside, path: _Path | list[int]) -> Inside:
    found = top
    for number in path:
        part = found.parts.setdefault(number, Inside())
        assert isinstance(part, Inside)
        found = part
    return found


def _copy(inside: Inside) -> Inside:
    parts = {number: _copy(part) if isinstance(part, Inside) else part for number, part in inside.parts.items()}
    return Inside(parts, dict(inside.keys), list(inside.added), inside.unanchored)


def _walk(node: Node, path: _Path, alteration: Alteration | None) -> Iterator[_Seen]:
    stays = alteration is None or isinstance(alteration, Inside)
    yield _Seen(node, path, stays, alteration is not None)
    inside = alteration if isinstance(alteration, Inside) else Inside()
    for number, child in enumerate(children(node)):
        below = inside.parts.get(number) if stays else alteration
        if isinstance(child, Pair):
            new_key = not (below is None or isinstance(below, Inside | Whole)) or number in inside.keys
            yield _Seen(child.key, (*path, number), stays and not new_key, not stays or new_key, is_key=True)
        yield from _walk(child.value, (*path, number), below)
