"""Lays the parts of a file out in lines: order, indentation, braces, and comments at what they belong to."""

from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

from orgmodel.exchange.formatting.comments import is_block_scalar
from orgmodel.exchange.formatting.parts import UNCLEAR, Part, UnformattableError
from orgmodel.exchange.formatting.values import KEPT, block_scalar_lines, key_to_write, value_to_write
from orgmodel.exchange.rewriting.flows import wrapped
from orgmodel.exchange.scalars import scalar
from orgmodel.exchange.shapes import Shape
from orgmodel.exchange.yaml_writer import WIDTH, entry_lines, flow, key_line

_STEP: Final = "  "


class Written(NamedTuple):
    """The lines of a part: comments above it, without their indentation, and its own."""

    above: list[str]
    lines: list[str]


class Layout:
    """Writes parts in lines.

    Parameters
    ----------
    text
        The text they were read from, whose lines end in line feeds.
    """

    def __init__(self, text: str) -> None:
        self._text = text

    def section(self, part: Part, shape: Shape) -> Written:
        """Return the lines of a section. Its entities stand on lines of their own, unless a waiver speaks of all."""
        is_opened = bool(part.parts) and part.name != "organisation" and not (part.node.flow and part.is_waived)
        return self._block(part, shape, "") if is_opened else self.part(part, shape, "")

    def part(self, part: Part, shape: Shape, indent: str) -> Written:
        """Return the lines of an entity, of a field, or of an item."""
        if part.node.kind == "scalar":
            return Written(part.above, self._scalar(part, shape, indent))
        if part.parts and (part.has_comments_inside or self._holds_block_scalars(part)):
            return self._block(part, shape, indent)
        lines = self._compact(part, shape, _head(part, indent))
        if not lines:
            return self._block(part, shape, indent)
        return Written(part.above, [*lines[:-1], _with_comment(lines[-1], part)])

    def _compact(self, part: Part, shape: Shape, head: str) -> list[str]:
        """Return the line of a list in brackets, or the lines of a mapping in braces; none if they are too long."""
        width = _width(part)
        if not width:
            return []
        value = self._value(part, shape)
        line = f"{head} {flow(value)}"
        if len(line) <= width and (part.node.flow or r"\n" not in line):  # as the writer of new files has it
            return [line]
        if not part.node.flow or part.node.kind != "mapping":
            return []
        lines = list(wrapped(head, value, KEPT))
        return lines if max(map(len, lines)) <= KEPT else []

    def _holds_block_scalars(self, part: Part) -> bool:
        return not part.node.flow and any(
            is_block_scalar(self._text, each.node) or self._holds_block_scalars(each) for each in part.parts
        )

    def _value(self, part: Part, shape: Shape) -> Any:
        """Return what a part holds, as the writer is to be given it for within brackets and braces."""
        if part.node.kind == "scalar":
            return value_to_write(part.node, shape.holds, flow=True)
        if part.node.kind == "sequence":
            return [self._value(each, shape) for each in part.parts]
        if len({each.name for each in part.parts}) < len(part.parts):
            raise UnformattableError("a key is written twice", part.start)
        return {
            key_to_write(each.key): self._value(each, shape.of(each.name)) for each in ordered(part, shape) if each.key
        }

    # --- on lines of its own

    def _block(self, part: Part, shape: Shape, indent: str) -> Written:
        inner = indent + _STEP
        written = [self._inside(each, shape, inner) for each in ordered(part, shape)]
        foot = indented(part.foot, inner)
        if part.key is not None:
            lines = [line for each in _without_gap(written) for line in (*indented(each.above, inner), *each.lines)]
            return Written(part.above, [_with_comment(_head(part, indent), part), *lines, *foot])
        self._refuse_moved_waiver(part)
        first, *others = written
        above = [*part.above, *filter(None, [part.beside, *first.above])]
        lines = [line for each in others for line in (*indented(each.above, inner), *each.lines)]
        return Written(above, [f"{indent}- {first.lines[0].lstrip(' ')}", *first.lines[1:], *lines, *foot])

    def _refuse_moved_waiver(self, item: Part) -> None:
        """Refuse what would come into the line of a dash, or of what stands behind it, that a waiver speaks of."""
        first = item.parts[0]
        if (item.is_waived or first.is_waived) and "\n" in self._text[item.start : first.start]:
            raise UnformattableError(UNCLEAR, item.start)

    def _inside(self, part: Part, shape: Shape, indent: str) -> Written:
        inner = shape.of(part.name) if part.key is not None else shape
        return self.part(part, inner, indent)

    def _scalar(self, part: Part, shape: Shape, indent: str) -> list[str]:
        head, node = _head(part, indent), part.node
        if lines := block_scalar_lines(self._text, node):
            header, *texts = lines
            return [_with_comment(f"{head} {header}", part), *indented(texts, indent + _STEP)]
        value = value_to_write(node, shape.holds, flow=False)
        line = f"{head} {scalar(value)}".rstrip(" ")  # nothing is written for what is absent
        is_kept = "\n" not in self._text[node.start : node.end] and len(line) <= KEPT
        first, *others = [line] if is_kept else entry_lines(head, value, indent)
        return [_with_comment(first, part), *others]


def _width(part: Part) -> float:
    """Return up to how many columns a list or a mapping stands on one line."""
    if part.node.flow or not part.parts:
        return float("inf") if part.is_waived or not part.parts else KEPT
    only_names = part.node.kind == "sequence" and all(each.node.kind == "scalar" for each in part.parts)
    return WIDTH if only_names and not part.is_waived else 0


def ordered(part: Part, shape: Shape) -> list[Part]:
    """Return what a part holds, fields in the order of the model, and everything else as it is written.

    Where a waiver speaks of the line of a dash, nothing changes its place: it speaks of what stands behind it as well.
    """
    if part.node.kind == "sequence" or (part.is_item and not part.node.flow and part.is_waived_inside):
        return part.parts
    return sorted(part.parts, key=lambda each: shape.rank(each.name))


def indented(lines: Iterable[str], indent: str) -> Iterator[str]:
    """Yield lines further to the right, but for empty ones."""
    return (f"{indent}{line}" if line else "" for line in lines)


def without_gap(lines: list[str]) -> list[str]:
    """Return lines without an empty one at their beginning."""
    return lines[1:] if lines[:1] == [""] else lines


def _without_gap(written: list[Written]) -> list[Written]:
    first, *others = written
    return [first._replace(above=without_gap(first.above)), *others]


def _head(part: Part, indent: str) -> str:
    return f"{indent}-" if part.key is None else key_line(key_to_write(part.key), indent)


def _with_comment(line: str, part: Part) -> str:
    return f"{line} {part.beside}" if part.beside else line
