"""From a file and its alterations to its new text, which is read again to see that it says what it should."""

from collections.abc import Collection

from orgmodel.exchange.rewriting.alterations import Added, Inside
from orgmodel.exchange.rewriting.anchors import with_aliases_kept
from orgmodel.exchange.rewriting.anew import entities_anew, sections_anew
from orgmodel.exchange.rewriting.blocks import alter
from orgmodel.exchange.rewriting.contents import Contents, contents
from orgmodel.exchange.rewriting.draft import MARK, FileDraft, tree_of
from orgmodel.exchange.rewriting.nodes import UnreadableError
from orgmodel.exchange.rewriting.register import Key
from orgmodel.exchange.rewriting.rendering import lines_of
from orgmodel.exchange.rewriting.sheet import CannotEditError, Sheet
from orgmodel.exchange.rewriting.values import as_written
from orgmodel.exchange.yaml_writer import WIDTH, key_line, organisation_yaml


def new_text(draft: FileDraft) -> str:
    """Return the text of a file after its alterations.

    It is edited where it changes. Where the edited text does not say what it should, each entity that comes out wrong
    is written anew; if that does not help, every section with a change, and at last the file.
    """
    mark = MARK if draft.original.startswith(MARK) else ""
    wanted = contents(draft.tree.root, draft.top)
    text, wrong = _attempt(draft, draft.top, wanted)
    if text is None:
        draft.read_all()
        text, wrong = _attempt(draft, entities_anew(draft, wrong), wanted)
    if text is None:
        text, _ = _attempt(draft, sections_anew(draft), wanted)
    return mark + (_whole(wanted) if text is None else text)


def _whole(wanted: Contents) -> str:
    return organisation_yaml({section: as_written(said) for section, said in wanted.document().items()})


def _attempt(draft: FileDraft, top: Inside, wanted: Contents) -> tuple[str | None, Collection[Key] | None]:
    """Return the edited text; None if it is wrong, and then which entities are, as far as that can be told."""
    try:
        text = _edited(draft, top)
        wrong = wanted.differing(contents(tree_of(text, looks_twice=False).root, Inside()))
    except (CannotEditError, UnreadableError):
        return None, None
    return (text, None) if wrong is not None and not wrong else (None, wrong)


def _edited(draft: FileDraft, top: Inside) -> str:
    sheet = Sheet(draft.text, width=WIDTH)
    root = draft.tree.root
    if root is None:
        sheet.append(_sections(sheet, top.added))
    elif root.kind != "mapping":
        raise CannotEditError("it holds no sections")
    elif not root.pairs:
        sheet.replace(root.start, root.end, "\n".join(_sections(sheet, top.added)))
    else:
        alter(sheet, root, with_aliases_kept(draft.tree, top), top=True)
    return sheet.result()


def _sections(sheet: Sheet, sections: Collection[Added]) -> list[str]:
    lines: list[str] = []
    for added in sections:
        between = [""] if lines else []
        lines += [
            *between,
            *lines_of(key_line(added.key, ""), added.value, column=0, width=sheet.width, style=added.style),
        ]
    return lines
