"""Drafts what becomes of the entities of an organisation: those that change, go, come, or get another id."""

from collections.abc import Mapping
from typing import Final, NamedTuple, cast

from orgmodel.exchange.arrangement import arranged_part
from orgmodel.exchange.rewriting.alterations import GONE, Added, Alteration, Inside, Style, Whole
from orgmodel.exchange.rewriting.altering import Altering
from orgmodel.exchange.rewriting.homes import Homes
from orgmodel.exchange.rewriting.nodes import Node
from orgmodel.exchange.rewriting.register import CannotRewriteError, Location, Register
from orgmodel.exchange.rewriting.renamed import Fields, renamed
from orgmodel.exchange.rewriting.values import Raw, said
from orgmodel.exchange.rewriting.wording import Wording
from orgmodel.model.document import document
from orgmodel.model.entity import Entity
from orgmodel.model.organisation import SECTIONS, Org

_ORDER = ("teams", *(section for section in SECTIONS if section != "teams"))
"""Teams first: who and what is new finds its home beside them."""


_SIBLINGS: Final = 5  # so many are looked at; with all of them empty the style is the usual one


class _Differing(NamedTuple):
    """The entities of a section that are not the same before and after, as a file says them."""

    before: Mapping[str, Fields]
    after: Mapping[str, Fields]


class Entities:
    """Drafts the entities.

    Parameters
    ----------
    before, after
        The organisation.
    register
        Where its entities are written.
    wording
        How its files word their values.
    """

    def __init__(self, before: Org, after: Org, register: Register, wording: Wording) -> None:
        self._before, self._after, self._register, self._wording = before, after, register, wording
        self._altering = Altering(wording)
        self._homes = Homes(after, register)

    def draft(self) -> None:
        """Draft all of them.

        Raises
        ------
        CannotRewriteError
            If an entity that changes is written nowhere.
        """
        for section in _ORDER:
            before, after = self._before.section(section), self._after.section(section)
            differing = _differing(section, before, after)
            if differing.before or differing.after:
                self._draft_section(section, differing)

    def _draft_section(self, section: str, differing: _Differing) -> None:
        before, after = differing
        gone = {id: fields for id, fields in before.items() if id not in after}
        new = {id: fields for id, fields in after.items() if id not in before}
        again = renamed(gone, new)
        for id, fields in before.items():
            if id in after:
                self._change(section, id, fields, after[id])
            elif id in again:
                self._rename(section, id, again[id], fields, after[again[id]])
            else:
                self._remove(section, id)
        for id, fields in new.items():
            if id not in again.values():
                self._add(section, id, fields)

    def _change(self, section: str, id: str, before: Fields, after: Fields) -> None:
        location = self._located(section, id)
        assert location.section is not None
        node = self._register.node(location)
        alteration = self._altering.of(node, before, after)
        if alteration is not None:
            self._inside(location).parts[location.number] = self._styled(section, location, alteration)

    def _rename(self, section: str, id: str, new_id: str, before: Fields, after: Fields) -> None:
        self._change(section, id, before, after)
        first, *others = self._register.all_of(section, id)
        self._inside(first).keys[first.number] = new_id
        self._register.put(section, new_id, first)
        for location in others:
            self._inside(location).parts[location.number] = GONE

    def _remove(self, section: str, id: str) -> None:
        self._located(section, id)
        for location in self._register.all_of(section, id):
            self._inside(location).parts[location.number] = GONE

    def _add(self, section: str, id: str, fields: Fields) -> None:
        value = arranged_part(self._wording.of(fields), section)
        location = self._homes.of(section, self._after.section(section)[id])
        draft = self._register.drafts[location.order]
        if location.section is None:
            entities = cast("dict[str, object]", draft.new.setdefault(section, {}))
            entities[id] = value
        else:
            sibling = self._sibling(location)
            if sibling is not None and isinstance(value, dict):
                value = _in_order_of(value, said(sibling))
            draft.inside(location.section).added.append(Added(location.number, value, id, _style_of(sibling)))
        self._register.put(section, id, location)

    def _located(self, section: str, id: str) -> Location:
        written = self._register.all_of(section, id)
        if not written:
            raise CannotRewriteError(f"{id!r} of {section} is not written in any file that can be read")
        return written[0]

    def _inside(self, location: Location) -> Inside:
        assert location.section is not None
        return self._register.drafts[location.order].inside(location.section)

    def _styled(self, section: str, location: Location, alteration: Alteration) -> Alteration:
        """Write an entity that says something else altogether as those beside it are written."""
        if not isinstance(alteration, Whole):
            return alteration
        return Whole(arranged_part(alteration.value, section), _style_of(self._sibling(location)))

    def _sibling(self, location: Location) -> Node | None:
        """Return an entity at this place or shortly before it that shows how entities are written there."""
        assert location.section is not None
        for number in range(location.number, max(-1, location.number - _SIBLINGS), -1):
            node = location.section.node.pairs[number].value
            if node.kind == "mapping" and node.pairs:
                return node
        return None


def _style_of(sibling: Node | None) -> Style:
    return "flow" if sibling is not None and sibling.flow else "block"


def _in_order_of(fields: Mapping[str, object], sibling: Raw) -> dict[str, object]:
    """Put fields in the order in which a sibling has them; any other comes behind the one it follows in the model."""
    order = [name for name in sibling if name in fields] if isinstance(sibling, dict) else []
    previous = None
    for name in fields:
        if name not in order:
            order.insert(0 if previous is None else order.index(previous) + 1, name)
        previous = name
    return {name: fields[name] for name in order}


def _differing(section: str, before: Mapping[str, Entity], after: Mapping[str, Entity]) -> _Differing:
    was = {id: entity for id, entity in before.items() if not _is_same(entity, after.get(id))}
    will_be = {id: entity for id, entity in after.items() if not _is_same(entity, before.get(id))}
    return _Differing(_said(section, was), _said(section, will_be))


def _is_same(entity: Entity, other: Entity | None) -> bool:
    return entity is other or entity == other


def _said(section: str, entities: Mapping[str, Entity]) -> Mapping[str, Fields]:
    made = document(Org(**{section: entities})) if entities else {}  # type: ignore[arg-type]  # the section's own class
    return cast("Mapping[str, Fields]", made.get(section, {}))
