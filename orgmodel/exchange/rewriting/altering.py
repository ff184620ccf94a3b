"""From what an entity said and is to say to the alterations of the text that says it."""

from collections.abc import Hashable, Mapping
from typing import Any, Final

from orgmodel.exchange.rewriting.alterations import GONE, Added, Alteration, Inside, Style, Whole
from orgmodel.exchange.rewriting.matching import matched
from orgmodel.exchange.rewriting.nodes import Node
from orgmodel.exchange.rewriting.values import name, said
from orgmodel.exchange.rewriting.wording import Wording

_ABSENT: Final = object()
_NAMING: Final = ("person", "team", "component", "by", "decider")
"""Fields of an item of which one tells what it is about."""


class Altering:
    """Finds the smallest alterations.

    Parameters
    ----------
    wording
        How the files word their values.
    """

    def __init__(self, wording: Wording) -> None:
        self._wording = wording

    def of(self, node: Node, before: object, after: object, field: str = "") -> Alteration | None:
        """Return how a node is to be altered; None if it need not be.

        Parameters
        ----------
        node
            What is written.
        before, after
            What it says and is to say, in the shape of the organisation file and without faults.
        field
            The name of the field that holds it.
        """
        if before == after:
            return None
        if node.kind == "mapping" and isinstance(before, Mapping) and isinstance(after, Mapping):
            return self._mapping(node, before, after)
        if isinstance(before, list) and isinstance(after, list):
            if node.kind == "mapping" and _is_one_part(before) and _is_one_part(after):
                return self._mapping(node, before[0], after[0])
            if node.kind == "sequence":
                return self._sequence(node, before, after, field)
        return self._whole(node, after, field)

    def _whole(self, node: Node, after: object, field: str) -> Whole:
        alone = node.kind == "mapping" or (node.kind == "scalar" and said(node) is not None)
        percent = node.kind == "scalar" and node.text.endswith("%")
        below = node.kind == "sequence" and not node.flow
        value = self._wording.of(after, field, alone=alone, percent=percent)
        return Whole(value, "block" if below and value and isinstance(value, list) else "fit")

    def _mapping(self, node: Node, before: Mapping[str, object], after: Mapping[str, object]) -> Alteration | None:
        inside = Inside()
        written: dict[str | None, list[int]] = {}
        for number, pair in enumerate(node.pairs):
            written.setdefault(name(pair.key), []).append(number)
        for field in {**before, **after}:
            was, will_be = before.get(field, _ABSENT), after.get(field, _ABSENT)
            if was == will_be:
                continue
            if will_be is _ABSENT:
                inside.parts |= dict.fromkeys(written.get(field, ()), GONE)
            elif field not in written:
                inside.added.append(Added(len(node.pairs) - 1, self._wording.of(will_be, field), field))
            elif part := self.of(node.pairs[written[field][0]].value, was, will_be, field):
                inside.parts[written[field][0]] = part
        if node.pairs and all(inside.is_gone(number) for number in range(len(node.pairs))):
            return Whole({added.key: added.value for added in inside.added})
        return inside or None

    def _sequence(self, node: Node, before: list[object], after: list[object], field: str) -> Alteration | None:
        written = [number for number, item in enumerate(node.items) if said(item.value) is not None]
        steps = matched(before, after, about)
        if len(written) != len(before) or all(i is None or j is None for i, j in steps):
            return self._whole(node, after, field)
        inside = Inside()
        style: Style = "block" if holds_blocks(node) else "fit"
        last = -1
        for i, j in steps:
            if i is None:
                assert j is not None
                inside.added.append(Added(last, self._wording.of(after[j]), style=style))
                continue
            last = written[i]
            alteration = GONE if j is None else self.of(node.items[last].value, before[i], after[j])
            if alteration is not None:
                inside.parts[last] = alteration
        return inside or None


def holds_blocks(node: Node) -> bool:
    """Tell whether the items of a list are mappings on lines of their own."""
    return bool(node.items) and node.items[-1].value.kind == "mapping" and not node.items[-1].value.flow


def _is_one_part(items: list[Any]) -> bool:
    """Tell whether a list is a single mapping, which may be written without the list."""
    return len(items) == 1 and isinstance(items[0], Mapping)


def about(item: object) -> Hashable:
    """Return what an item of a list is about."""
    if not isinstance(item, Mapping):
        return str(item)
    for field in _NAMING:
        if isinstance(item.get(field), str):
            return str(item[field])
    return None
