"""Checks that what an organisation refers to is described in it."""

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from orgmodel.model.closest import closest
from orgmodel.model.dependencies import Dependency
from orgmodel.model.entity import Detail, Entity
from orgmodel.model.organisation import SECTION_OF_KIND, SECTIONS, Org
from orgmodel.model.place import Spot
from orgmodel.model.placeholders import is_placeholder
from orgmodel.model.references import Named, named_ids, references

_SUGGESTIONS: Final = 200  # nobody reads more
_COMPARISONS: Final = 400_000  # of names, which is slow; about two seconds
_WORD: Final = re.compile(r"[\w-]+")

_Known = Mapping[str, Mapping[str, Entity]]


class Dangling(NamedTuple):
    """A reference to something that is not described."""

    spot: Spot
    named: Named
    label: str
    message: str
    help: str


class Checked(NamedTuple):
    """How many references resolve, how many may be in a file that could not be read, and which are wrong."""

    resolved: int
    unknown: int
    dangling: tuple[Dangling, ...]


def check(org: Org, *, broken: str) -> Checked:
    """Check every reference of an organisation.

    Parameters
    ----------
    org
        The organisation.
    broken
        The text of the files that could not be read to their end. What it mentions may be described there.
    """
    known: _Known = {kind: org.section(section) for kind, section in SECTION_OF_KIND.items()}
    words = frozenset(_WORD.findall(broken))
    most = min(_SUGGESTIONS, _COMPARISONS // max(len(org), 1))
    resolved = unknown = 0
    dangling: list[Dangling] = []
    for section, key, entity in _entities(org):
        sound = _count_if_sound(entity, known)
        if sound is not None:
            resolved += sound
            continue
        spot, label = Spot(section, key), _label(key, entity)
        for named in references(entity):
            if any(named.id in known[kind] for kind in named.kinds) or _says_its_kind(named, known):
                resolved += 1
            elif broken and _mentioned(named.id, words, broken):
                unknown += 1
            else:
                dangling.append(_dangling(spot, label, named, known if len(dangling) < most else {}))
    return Checked(resolved, unknown, tuple(dangling))


def _entities(org: Org) -> Iterator[tuple[str, str | int, Detail]]:
    for section in SECTIONS:
        for id, entity in org.section(section).items():
            yield section, id, entity
    for number, dependency in enumerate(org.dependencies):
        yield "dependencies", number, dependency


def _count_if_sound(entity: Detail, known: _Known) -> int | None:
    """Count the references of an entity if all are of the first kind they may be; this is nearly always so."""
    count = 0
    for kinds, id in named_ids(entity):
        if id not in known[kinds[0]]:
            return None
        count += 1
    return count


def _label(key: str | int, entity: Detail) -> str:
    return f"{entity.source} → {entity.target}" if isinstance(entity, Dependency) else str(key)


def _says_its_kind(named: Named, known: _Known) -> bool:
    """Tell whether a reference such as ``team:search`` resolves."""
    kind, colon, id = named.id.partition(":")
    return bool(colon) and len(named.kinds) > 1 and kind in named.kinds and id in known[kind]


def _mentioned(id: str, words: frozenset[str], text: str) -> bool:
    """Tell whether a text has all the words of an id; searching it for each id would take hours on a large file."""
    parts = _WORD.findall(id)
    return words.issuperset(parts) if parts else id in text


def _dangling(spot: Spot, label: str, named: Named, known: _Known) -> Dangling:
    path = Spot(spot.section, spot.key, named.path)
    field = ".".join(step for step in named.path if isinstance(step, str))
    kinds = " or ".join(named.kinds)
    if is_placeholder(named.id):
        message = f"`{field}` is ‘{named.id}’, a placeholder and no {kinds}"
        return Dangling(path, named, label, message, "leave the field out (not known yet), or write `nobody`")
    best = next((near for kind in named.kinds if (near := closest(named.id, known.get(kind, {})))), None)
    message = f"`{field}` names the {kinds} ‘{named.id}’, which is not described anywhere"
    help = f"write `{best}`, if that is meant" if best else f"describe it under `{SECTION_OF_KIND[named.kinds[0]]}:`"
    return Dangling(path, named, label, message, help)
