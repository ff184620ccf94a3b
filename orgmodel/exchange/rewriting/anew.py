"""Alterations that write an entity or a section as a whole, where its text cannot be edited in place."""

from collections.abc import Collection

from orgmodel.exchange.arrangement import arranged, arranged_part
from orgmodel.exchange.rewriting.alterations import Alteration, Inside, Whole, children, outcome
from orgmodel.exchange.rewriting.draft import FileDraft, Section, style_of_section
from orgmodel.exchange.rewriting.nodes import Child, Pair
from orgmodel.exchange.rewriting.register import Key
from orgmodel.exchange.rewriting.values import as_written, name


def entities_anew(draft: FileDraft, wrong: Collection[Key] | None) -> Inside:
    """Return the alterations of a file with entities that change inside written anew: the wrong ones, or all."""
    parts: dict[int, Alteration] = dict(draft.top.parts)
    for section in draft.sections:
        inside = parts.get(section.number)
        if isinstance(inside, Inside):
            parts[section.number] = _with_entities_anew(section, inside, wrong)
    return Inside(parts, dict(draft.top.keys), list(draft.top.added))


def sections_anew(draft: FileDraft) -> Inside:
    """Return the alterations of a file with each section that changes inside written anew."""
    parts: dict[int, Alteration] = dict(draft.top.parts)
    for section in draft.sections:
        inside = parts.get(section.number)
        if isinstance(inside, Inside):
            value = as_written(outcome(section.node, inside))
            parts[section.number] = Whole(arranged({section.name: value})[section.name], style_of_section(section.name))
    return Inside(parts, dict(draft.top.keys), list(draft.top.added))


def _with_entities_anew(section: Section, inside: Inside, wrong: Collection[Key] | None) -> Inside:
    parts = dict(inside.parts)
    for number, child in enumerate(children(section.node)):
        alteration = parts.get(number)
        if isinstance(alteration, Inside) and (wrong is None or _key(section, child, inside.keys.get(number)) in wrong):
            parts[number] = _anew(section, child, alteration)
    return Inside(parts, dict(inside.keys), list(inside.added))


def _key(section: Section, child: Child, new: str | None) -> Key | None:
    id = new or (name(child.key) if isinstance(child, Pair) else None)
    return None if id is None else (section.name, id)


def _anew(section: Section, child: Child, inside: Inside) -> Whole:
    value = as_written(outcome(child.value, inside))
    if section.name == "organisation":
        return Whole(value)
    return Whole(arranged_part(value, section.name), "flow" if child.value.flow else "block")
