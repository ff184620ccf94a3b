"""Drafts what becomes of the section `organisation`, of which several files may state a part."""

from collections.abc import Mapping
from typing import NamedTuple, cast

from orgmodel.exchange.rewriting.alterations import Whole
from orgmodel.exchange.rewriting.altering import Altering
from orgmodel.exchange.rewriting.draft import Section
from orgmodel.exchange.rewriting.register import Register
from orgmodel.exchange.rewriting.values import name
from orgmodel.exchange.rewriting.wording import Wording
from orgmodel.model.document import document
from orgmodel.model.organisation import Org, Organisation

Fields = Mapping[str, object]


class _Part(NamedTuple):
    """The part of one file: the number of the file, the section, and the fields it states."""

    order: int
    section: Section
    fields: frozenset[str]


def draft_heading(before: Org, after: Org, register: Register, wording: Wording) -> None:
    """Draft what is said of the organisation as a whole.

    A field that changes does so in the first file that states it, which is the one that counts; one that goes, goes
    everywhere; a new one comes into the first of these sections.
    """
    was, will_be = _said(before.organisation), _said(after.organisation)
    if was == will_be:
        return
    parts = _parts(register)
    if not parts:
        drafts = register.drafts
        orders = [n for n, draft in enumerate(drafts) if any(draft.of_name("organisation"))]
        orders += [n for n, draft in enumerate(drafts) if draft.is_part and draft.is_readable]
        drafts[(orders or [0])[0]].new["organisation"] = wording.of(will_be)
        return
    for part in parts:
        _draft_part(part, parts, was, will_be, register, Altering(wording))


def _said(organisation: Organisation) -> Fields:
    return cast("Fields", document(Org(organisation=organisation)).get("organisation", {}))


def _parts(register: Register) -> list[_Part]:
    found = []
    for order, draft in enumerate(register.drafts):
        first = next(draft.of_name("organisation"), None)
        if first is not None and first.node.kind == "mapping":
            keys = (name(pair.key) for pair in first.node.pairs)
            found.append(_Part(order, first, frozenset(key for key in keys if key is not None)))
    return found


def _draft_part(
    part: _Part, parts: list[_Part], was: Fields, will_be: Fields, register: Register, altering: Altering
) -> None:
    home = {field: next((each for each in parts if field in each.fields), parts[0]) for field in {**was, **will_be}}
    before = {field: value for field, value in was.items() if field in part.fields}
    after = {field: value for field, value in will_be.items() if home[field] is part}
    after |= {field: value for field, value in before.items() if field in will_be and home[field] is not part}
    alteration = altering.of(part.section.node, before, after)
    if alteration is not None:
        draft = register.drafts[part.order]
        is_empty = isinstance(alteration, Whole) and not alteration.value
        draft.top.parts[part.section.number] = draft.emptied(part.section) if is_empty else alteration
