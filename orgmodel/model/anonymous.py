"""Takes the people out of an organisation: pseudonyms for their names, and nothing that only one of them has."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from hashlib import blake2b
from typing import Any, Final, TypeVar

from orgmodel.model.entity import Detail
from orgmodel.model.fields import NOBODY
from orgmodel.model.organisation import SECTION_OF_KIND, SECTIONS, Org
from orgmodel.model.people import Person
from orgmodel.model.place import NOWHERE
from orgmodel.model.references import fields_naming

SHORTEST: Final = 3
"""Shorter names are not looked for in texts: too many words would be taken for them."""
_DIGITS: Final = 6
_WORD: Final = re.compile(r"\w+")
_OF_ONE: Final = ("title", "location", "timezone", "employment", "role")
D = TypeVar("D", bound=Detail)


def anonymised(org: Org, *, key: str = "", beside: Sequence[Org] = ()) -> Org:
    """Return the organisation with a pseudonym in the place of every person.

    Ids and names of people are replaced wherever they stand, also as words of texts. Titles, locations and the like
    that only one person has, and fields of one's own, are left out. Nothing has a place any more: source lines would
    show what was replaced.

    Parameters
    ----------
    key
        With the same key the same person has the same pseudonym in every run; without one nobody should count on it.
    beside
        Organisations that are compared with it, so that people are called the same in all of them.
    """
    return _Anonymising(org, (org, *beside), key).org()


def pseudonyms(ids: Iterable[str], *, key: str = "") -> Mapping[str, str]:
    """Return a pseudonym for each id; where two would be the same both get more digits."""
    digests = {id: blake2b(id.encode("utf-8", "replace"), key=key.encode()[:64]).hexdigest() for id in sorted(ids)}
    digits = _DIGITS
    while len({digest[:digits] for digest in digests.values()}) < len(digests):
        digits += 1
    return {id: f"person-{digest[:digits]}" for id, digest in digests.items()}


class _Anonymising:
    def __init__(self, org: Org, all: Sequence[Org], key: str) -> None:
        self._org = org
        self._everybody = [person for each in all for person in each.people.values()]
        self._names = pseudonyms({person.id for person in self._everybody}, key=key)
        self._phrases = self._known_phrases()
        self._shared = {name: self._several_have(name) for name in (*_OF_ONE, "skills")}

    def _known_phrases(self) -> Mapping[str, list[tuple[tuple[str, ...], str]]]:
        """Return what people are called, as words, by the first word; longer phrases come first."""
        found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for person in self._everybody:
            for said in {person.id, person.label, *(person.renamed_from or ())}:
                words = tuple(word.casefold() for word in _WORD.findall(said))
                if len("".join(words)) >= SHORTEST:
                    found.setdefault(words[0], []).append((words, self._names[person.id]))
        return {first: sorted(phrases, key=lambda each: (-len(each[0]), each)) for first, phrases in found.items()}

    def _several_have(self, field: str) -> frozenset[str]:
        having: dict[str, set[str]] = {}
        for person in self._everybody:
            value = getattr(person, field)
            for each in [value] if isinstance(value, str) else value or ():
                having.setdefault(each, set()).add(person.id)
        return frozenset(value for value, people in having.items() if len(people) > 1)

    def org(self) -> Org:
        sections: dict[str, Any] = {
            section: {id: self._detail(each) for id, each in self._org.section(section).items()}
            for section in SECTIONS
            if section != "people"
        }
        people = {self._names[id]: self._person(person) for id, person in self._org.people.items()}
        dependencies = tuple(self._detail(each) for each in self._org.dependencies)
        organisation = self._detail(self._org.organisation)
        return replace(
            self._org,
            organisation=organisation,
            people=dict(sorted(people.items())),
            dependencies=dependencies,
            places=NOWHERE,
            **sections,
        )

    def _person(self, person: Person) -> Person:
        kept = {name: value for name in _OF_ONE if (value := getattr(person, name)) in self._shared[name]}
        skills = person.skills and tuple(skill for skill in person.skills if skill in self._shared["skills"])
        hidden = {name: kept.get(name) for name in _OF_ONE}
        bare = replace(person, id=self._names[person.id], name=None, renamed_from=None, skills=skills, x=None, **hidden)
        return self._detail(bare)

    def _detail(self, detail: D) -> D:
        """Replace people in all fields of an entity or a part of one."""
        kind: Any = type(detail)
        naming = {field.name: field.kinds for field in fields_naming(kind) if field.kinds}
        changed: dict[str, Any] = {}
        for field in fields(detail):
            value = getattr(detail, field.name)
            new = None if field.name == "x" else self._value(value, naming.get(field.name), is_id=field.name == "id")
            if new is not value and new != value:
                changed[field.name] = new
        return replace(detail, **changed) if changed else detail

    def _value(self, value: Any, kinds: tuple[str, ...] | None, *, is_id: bool = False) -> Any:
        if isinstance(value, str):
            return value if is_id else self._referred(value, kinds) if kinds else self._text(value)
        if isinstance(value, Detail):
            return self._detail(value)
        if isinstance(value, Mapping):
            return {key: self._value(each, kinds) for key, each in value.items()}
        if isinstance(value, tuple):
            return tuple(self._value(each, kinds) for each in value)
        return value

    def _referred(self, reference: str, kinds: tuple[str, ...]) -> str:
        """Replace a reference that means a person; a name that stands for something else first means that."""
        kind, colon, id = reference.partition(":")
        if colon and kind in SECTION_OF_KIND:
            return f"{kind}:{self._names.get(id, id)}" if kind == "person" else reference
        for meant in kinds:
            if meant == "person" and reference in self._names:
                return self._names[reference]
            if reference in self._org.section(SECTION_OF_KIND[meant]):
                return reference
        return reference if reference == NOBODY else self._text(reference)

    def _text(self, text: str) -> str:
        """Replace what people are called in a text, word by word."""
        words = list(_WORD.finditer(text))
        folded = [word[0].casefold() for word in words]
        parts: list[str] = []
        end = at = 0
        while at < len(words):
            found = next((each for each in self._phrases.get(folded[at], ()) if _begins(folded, at, each[0])), None)
            if found is None:
                at += 1
                continue
            parts += [text[end : words[at].start()], found[1]]
            at += len(found[0])
            end = words[at - 1].end()
        return "".join([*parts, text[end:]]) if parts else text


def _begins(words: list[str], at: int, phrase: tuple[str, ...]) -> bool:
    return tuple(words[at : at + len(phrase)]) == phrase
