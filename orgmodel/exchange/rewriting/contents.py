"""What a file says, entity by entity, as it stands or after alterations: to see whether a rewritten one says it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from orgmodel.exchange.rewriting.alterations import GONE, Alteration, Inside, Whole, outcome
from orgmodel.exchange.rewriting.nodes import Child, Node
from orgmodel.exchange.rewriting.values import Raw, as_read, name, said
from orgmodel.model.organisation import SECTIONS

_Said = Raw | Child
"""What something says, or where that stands."""


@dataclass(slots=True)
class Contents:
    """What a file says: entities by section and id, dependencies in their order, and all else by its name.

    Of what is written twice the first counts, as it does in loading.
    """

    entities: dict[str, dict[str, _Said]] = field(default_factory=dict)
    dependencies: list[_Said] = field(default_factory=list)
    others: dict[str, Raw] = field(default_factory=dict)

    def document(self) -> dict[str, Raw]:
        """Return all of it in the shape of a file."""
        result: dict[str, Raw] = dict(self.others)
        for section, entities in self.entities.items():
            result[section] = {id: _raw(entity) for id, entity in entities.items()}
        if self.dependencies:
            result["dependencies"] = [_raw(each) for each in self.dependencies]
        return result

    def differing(self, other: "Contents") -> list[tuple[str, str]] | None:
        """Return the section and id of each entity that says something else; None if other things do as well."""
        if self.others != other.others or len(self.dependencies) != len(other.dependencies):
            return None
        if not all(map(_same, self.dependencies, other.dependencies)) or self.entities.keys() != other.entities.keys():
            return None
        if any(entities.keys() != other.entities[section].keys() for section, entities in self.entities.items()):
            return None
        return [
            (section, id)
            for section, entities in self.entities.items()
            for id, entity in entities.items()
            if not _same(entity, other.entities[section][id])
        ]


def _raw(what: _Said) -> Raw:
    return said(what.value) if isinstance(what, Child) else what


def _same(one: _Said, other: _Said) -> bool:
    """Tell whether two say the same; where it is the same to the letter, nothing needs to be read."""
    if isinstance(one, Child) and isinstance(other, Child) and one.chunk and one.chunk == other.chunk:
        return True
    return _raw(one) == _raw(other)


def contents(root: Node | None, top: Inside) -> Contents:
    """Return what a file says after alterations of its sections."""
    found = Contents()
    if root is not None and root.kind == "mapping":
        for number, pair in enumerate(root.pairs):
            section = name(pair.key)
            if section is not None:
                _section(found, section, pair.value, top.parts.get(number))
    for added in top.added:
        _value(found, added.key or "", as_read(added.value))
    return found


def _section(found: Contents, section: str, node: Node, alteration: Alteration | None) -> None:
    if alteration is GONE:
        return
    if isinstance(alteration, Whole):
        _value(found, section, as_read(alteration.value))
    elif section in SECTIONS and node.kind == "mapping":
        _take(found, section, _pairs(node, alteration) if alteration else _unaltered(node))
    elif section == "dependencies" and node.kind == "sequence":
        found.dependencies += [each for each in _items(node, alteration) if each is not None]
    else:
        _value(found, section, outcome(node, alteration))


def _value(found: Contents, section: str, value: Raw) -> None:
    if section in SECTIONS and isinstance(value, dict):
        _take(found, section, value.items())
    elif section == "dependencies" and isinstance(value, list):
        found.dependencies += value
    elif value:
        found.others.setdefault(section, value)


def _take(found: Contents, section: str, entities: Iterable[tuple[str, _Said]]) -> None:
    known = found.entities.get(section, {})
    for id, entity in entities:
        known.setdefault(id, entity)
    if known:
        found.entities[section] = known


def _unaltered(node: Node) -> Iterator[tuple[str, _Said]]:
    return ((id, pair) for pair in node.pairs if (id := name(pair.key)) is not None)


def _pairs(node: Node, alteration: Alteration | None) -> Iterator[tuple[str, _Said]]:
    inside = alteration if isinstance(alteration, Inside) else Inside()
    for number, pair in enumerate(node.pairs):
        id = inside.keys.get(number) or name(pair.key)
        if id is not None and not inside.is_gone(number):
            part = inside.parts.get(number)
            yield id, pair if part is None else outcome(pair.value, part)
    for added in inside.added:
        yield added.key or "", as_read(added.value)


def _items(node: Node, alteration: Alteration | None) -> Iterator[_Said]:
    inside = alteration if isinstance(alteration, Inside) else Inside()
    yield from (as_read(added.value) for added in inside.behind(-1))
    for number, item in enumerate(node.items):
        if not inside.is_gone(number):
            part = inside.parts.get(number)
            yield item if part is None else outcome(item.value, part)
        yield from (as_read(added.value) for added in inside.behind(number))
