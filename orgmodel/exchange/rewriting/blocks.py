"""Lists and mappings on lines of their own: the edits of their text that an alteration asks for."""

import re
from bisect import bisect_right
from typing import Final

from orgmodel.exchange.rewriting.alterations import Added, Alteration, Inside, Whole, children
from orgmodel.exchange.rewriting.flows import flow_text
from orgmodel.exchange.rewriting.nodes import Child, Node, Pair
from orgmodel.exchange.rewriting.rendering import STEP, lines_of
from orgmodel.exchange.rewriting.sheet import CannotEditError, Sheet
from orgmodel.exchange.rewriting.surroundings import comments_above, is_spaced, leaving_lines, own_lines
from orgmodel.exchange.rewriting.values import name
from orgmodel.exchange.scalars import scalar
from orgmodel.exchange.yaml_writer import key_line

_TO_COLON: Final = re.compile(r"[ \t]*:")
_COMMENTS: Final = re.compile(r"[ \t]*(?:#.*)?(?:\s+(?:#.*)?)*")
_COMMENT: Final = re.compile(r"[ \t]+#[^\r\n\x85\u2028\u2029]*")


def alter(sheet: Sheet, node: Node, inside: Inside, *, top: bool = False) -> None:
    """Edit a list or a mapping.

    Parameters
    ----------
    sheet
        The text it stands in.
    node
        The list or mapping.
    inside
        What becomes of its parts.
    top
        Whether its parts are the sections of a file.

    Raises
    ------
    CannotEditError
        If it is written in a way that is not known here.
    """
    if inside.unanchored:
        _take_anchor_away(sheet, node)
    if node.flow:
        if inside.parts or inside.keys or inside.added:
            sheet.replace(node.inner, node.end, flow_text(sheet, node, inside))
        return
    parts = children(node)
    gone = frozenset(number for number in inside.parts if inside.is_gone(number))
    for number in sorted(gone):
        _remove(sheet, parts, number, gone, top=top)
    for number, alteration in sorted(inside.parts.items()):
        if number not in gone:
            _change(sheet, parts[number], alteration, inside.keys.get(number))
    for number in sorted(inside.keys.keys() - inside.parts.keys()):
        _rename(sheet, parts[number], inside.keys[number])
    stays = [number for number in range(len(parts)) if number not in gone] if inside.added else []
    for added in inside.added:
        if not (top and _add_at_end(sheet, parts, added)):
            _add(sheet, parts, stays, added)


def _take_anchor_away(sheet: Sheet, node: Node) -> None:
    anchor = f"&{node.anchor}"
    start = sheet.text.index(anchor, node.start, node.inner)
    end = start + len(anchor)
    if sheet.text[end : end + 1] == " ":
        end += 1
    elif sheet.text[start - 1] == " ":
        start -= 1
    sheet.replace(start, end, "")


# --- what goes


def _remove(sheet: Sheet, parts: list[Child], number: int, gone: frozenset[int], *, top: bool) -> None:
    if _hangs(sheet, parts[number]):
        _remove_hanging(sheet, parts, number, gone)
        return
    lines = leaving_lines(sheet, parts, number, gone, top=top)
    sheet.remove_lines(lines.start, lines.last)


def _hangs(sheet: Sheet, part: Child) -> bool:
    """Tell whether a part stands in the same line as the dash of what holds it."""
    start = _start(sheet, part)
    return bool(sheet.text[sheet.line_start(start) : start].strip(" "))


def _remove_hanging(sheet: Sheet, parts: list[Child], number: int, gone: frozenset[int]) -> None:
    """Take away what stands behind a dash in the same line: what follows moves up to the dash."""
    following = number + 1
    while following in gone:
        following += 1
    if number or following >= len(parts):
        raise CannotEditError("it stands behind a dash")
    start, end = parts[number].start, parts[following].start
    if following > 1 or "#" in sheet.text[parts[number].end : end]:
        raise CannotEditError("more stands between the dash and what follows")
    sheet.replace(start, end, "")


def _start(sheet: Sheet, part: Child) -> int:
    """Return where a part begins, with the question mark before its key."""
    start = sheet.line_start(part.start)
    before = sheet.text[start : part.start]
    return start + before.index("?") if before.strip(" ") == "?" else part.start


# --- what changes


def _change(sheet: Sheet, part: Child, alteration: Alteration, key: str | None) -> None:
    if isinstance(alteration, Whole):
        _replace(sheet, part, alteration, key)
        return
    assert isinstance(alteration, Inside)
    if key is not None:
        _rename(sheet, part, key)
    alter(sheet, part.value, alteration)


def _rename(sheet: Sheet, part: Child, key: str) -> None:
    assert isinstance(part, Pair)
    sheet.replace(part.key.start, part.key.end, scalar(key) + (" " if part.key.kind == "alias" else ""))


def _replace(sheet: Sheet, part: Child, whole: Whole, key: str | None) -> None:
    start = _start(sheet, part)
    column = sheet.column(start)
    anchor = f" &{whole.anchor}" if whole.anchor else ""
    head = f"{' ' * column}{_head(sheet, part, start, key)}{anchor}"
    lines = lines_of(head, whole.value, column=column, width=sheet.width, style=whole.style)
    comment = _side_comment(sheet, part)
    first = lines[0][column:] + ("" if "\n" in lines[0] else comment)
    sheet.replace(start, sheet.line_end(part.end), "\n".join([first, *lines[1:]]))


def _head(sheet: Sheet, part: Child, start: int, key: str | None) -> str:
    if not isinstance(part, Pair):
        return "-"
    colon = _TO_COLON.match(sheet.text, part.key.end)
    if key is None and start == part.start and colon:
        return sheet.text[start : colon.end()]
    return key_line(key if key is not None else name(part.key), "")


def _side_comment(sheet: Sheet, part: Child) -> str:
    """Return the comment beside a key, or beside a value that stands in its line."""
    if sheet.line_start(part.value.inner) <= part.start:
        found = _COMMENT.match(sheet.text, part.end)
    else:
        key_end = part.key.end if isinstance(part, Pair) else part.start + 1
        found = _COMMENT.search(sheet.text, key_end, sheet.line_end(key_end))
    return found[0] if found else ""


# --- what comes


def _add_at_end(sheet: Sheet, parts: list[Child], added: Added) -> bool:
    """Add a section at the end of the text, unless something stands there that has to be the last."""
    if not _COMMENTS.fullmatch(sheet.text, parts[-1].end):
        return False
    column = sheet.column(parts[-1].start)
    head = " " * column + key_line(added.key, "")
    lines = lines_of(head, added.value, column=column, width=sheet.width, style=added.style)
    sheet.append(lines if sheet.ends_in_blank_line else ["", *lines])
    return True


def _add(sheet: Sheet, parts: list[Child], stays: list[int], added: Added) -> None:
    if not stays:
        raise CannotEditError("nothing is left beside it")
    before = bisect_right(stays, added.after)
    neighbour = stays[max(0, before - 1)]
    column = sheet.column(_start(sheet, parts[stays[0]]))
    head = " " * column + ("-" if added.key is None else key_line(added.key, ""))
    step = _step(sheet, parts, stays)
    lines = lines_of(head, added.value, column=column, width=sheet.width, style=added.style, step=step)
    if added.style == "block" and len(lines) > 1 and is_spaced(sheet, parts, neighbour):
        lines = ["", *lines]
    if before:
        sheet.insert_below(own_lines(sheet, parts[neighbour]).last, lines)
    elif _hangs(sheet, parts[neighbour]):
        raise CannotEditError("it stands behind a dash")
    else:
        start = own_lines(sheet, parts[neighbour]).start
        sheet.insert_above(comments_above(sheet, start, column=column, not_above=0), lines)


def _step(sheet: Sheet, parts: list[Child], stays: list[int]) -> int:
    """Return by how many columns these parts indent what is below them."""
    for number in reversed(stays[-3:]):
        part = parts[number]
        if isinstance(part, Pair) and part.value.kind == "mapping" and not part.value.flow:
            return max(1, sheet.column(part.value.pairs[0].start) - sheet.column(part.start))
    return STEP
