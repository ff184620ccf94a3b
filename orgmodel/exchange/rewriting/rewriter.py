"""Writes an organisation after changes back into its files, and leaves what does not change as it is."""

from collections.abc import Mapping
from typing import NamedTuple

from orgmodel.exchange.rewriting.declared import Dependencies
from orgmodel.exchange.rewriting.draft import FileDraft
from orgmodel.exchange.rewriting.entities import Entities
from orgmodel.exchange.rewriting.heading import draft_heading
from orgmodel.exchange.rewriting.nodes import UnreadableError
from orgmodel.exchange.rewriting.register import Register
from orgmodel.exchange.rewriting.wording import wording_of
from orgmodel.exchange.rewriting.writing import new_text
from orgmodel.model.organisation import Org


class Rewriting(NamedTuple):
    """The files of an organisation after it was rewritten.

    Attributes
    ----------
    files
        The text of every file by its path; that of a file without changes is the very same.
    changed
        The paths of those with changes, in the order of the files.
    """

    files: Mapping[str, str]
    changed: tuple[str, ...]


def rewritten_files(files: Mapping[str, str], before: Org, after: Org) -> Rewriting:
    """Write an organisation into its files, so that loading them in the same order gives it.

    What is the same before and after keeps its text, with comments, order and style. Of an entity that changes, the
    fields that do are rewritten in place. What is new is written beside those it belongs to, as they are written.

    Parameters
    ----------
    files
        The text of each file that is part of the organisation, by the path under which it is printed, in the order in
        which they are loaded.
    before
        What they load to.
    after
        What they are to load to.

    Raises
    ------
    CannotRewriteError
        If something that changes stands in no file that can be read: in none that is YAML.
    """
    try:
        drafts = _drafts(files, before, after, quickly=True)
    except UnreadableError:
        drafts = _drafts(files, before, after, quickly=False)
    texts = {draft.path: new_text(draft) if draft.is_altered else draft.original for draft in drafts}
    return Rewriting(texts, tuple(path for path, text in texts.items() if text != files[path]))


def _drafts(files: Mapping[str, str], before: Org, after: Org, *, quickly: bool) -> list[FileDraft]:
    drafts = [FileDraft(path, text, quickly=quickly) for path, text in files.items()]
    register, wording = Register(drafts), wording_of(files.values())
    Entities(before, after, register, wording).draft()
    Dependencies(before, after, register, wording).draft()
    draft_heading(before, after, register, wording)
    for draft in drafts:
        draft.settle()
    return drafts
