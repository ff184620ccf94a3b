"""Takes the people out of an organisation: pseudonyms for their names, and nothing that only one of them has."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from functools import cache
from hashlib import blake2b
from types import NoneType
from typing import Annotated, Any, Final, Literal, TypeVar, get_args, get_origin

from orgmodel.model.entity import Detail
from orgmodel.model.fields import NOBODY
from orgmodel.model.organisation import SECTION_OF_KIND, SECTIONS, Org
from orgmodel.model.people import Person
from orgmodel.model.place import NOWHERE
from orgmodel.model.references import fields_naming, references

SHORTEST: Final = 3
"""Shorter names are not looked for in texts: too many words would be taken for them."""
_DIGITS: Final = 6
_SEVERAL: Final = "somebody"
"""Stands for a word that is in the names of several people."""
_WORD: Final = re.compile(r"\w+")
_OF_ONE: Final = ("title", "location", "timezone", "employment", "role")
D = TypeVar("D", bound=Detail)
P = TypeVar("P", bound=Person)


def anonymised(org: Org, *, key: str = "", beside: Sequence[Org] = ()) -> Org:
    """Return the organisation with a pseudonym in the place of every person.

    Ids and names of people are replaced wherever they stand, also as words of texts, and so are first and last names by
    themselves. Who is named and not described is called ``unknown-…``, for it may be no person. Titles, locations and
    the like that only one person has, and fields of one's own, are left out. Nothing has a place any more: source lines
    would show what was replaced.

    Parameters
    ----------
    key
        With the same key the same person has the same pseudonym in every run; without one nobody should count on it.
    beside
        Organisations that are compared with it, so that people are called the same in all of them.
    """
    return WithoutNames(People((org, *beside), key=key), (org,)).org(org)


def pseudonyms(ids: Iterable[str], *, key: str = "") -> dict[str, str]:
    """Return a pseudonym for each id; where two would be the same both get more digits, and nobody else does."""
    left = {id: blake2b(id.encode("utf-8", "surrogatepass"), key=key.encode()[:64]).hexdigest() for id in sorted(ids)}
    found: dict[str, str] = {}
    digits = _DIGITS
    while left:
        counts = Counter(digest[:digits] for digest in left.values())
        found |= {id: f"person-{digest[:digits]}" for id, digest in left.items() if counts[digest[:digits]] == 1}
        left = {id: digest for id, digest in left.items() if id not in found}
        digits += 1
    return dict(sorted(found.items()))


class People:
    """Who is known to the organisations that are looked at together, and what each is called instead.

    Parameters
    ----------
    orgs
        The organisations. Whom they only refer to counts as somebody as well.
    described, named
        People that are described elsewhere, and ids of those that are only named elsewhere.
    key
        With the same key the same person has the same pseudonym in every run.
    """

    def __init__(
        self, orgs: Sequence[Org], *, described: Iterable[Person] = (), named: Iterable[str] = (), key: str = ""
    ) -> None:
        self._everybody = [*(person for org in orgs for person in org.people.values()), *described]
        known = {person.id for person in self._everybody}
        unknown = {*named, *(id for org in orgs for id in _not_described(org))} - known
        names = pseudonyms(known | unknown, key=key)
        self.pseudonyms = names | {id: names[id].replace("person", "unknown", 1) for id in unknown}
        self.phrases = self._known_phrases()
        self.words = self._known_words()
        self._same = {person.id: person.renamed_from[0] for person in self._everybody if person.renamed_from}
        self.shared = {name: self._several_have(name) for name in (*_OF_ONE, "skills")}

    def _known_phrases(self) -> Mapping[str, list[tuple[tuple[str, ...], str]]]:
        """Return what people are called, as words, by the first word; longer phrases come first."""
        said = {(id, pseudonym) for id, pseudonym in self.pseudonyms.items()}
        for person in self._everybody:
            said |= {(name, self.pseudonyms[person.id]) for name in (person.label, *(person.renamed_from or ()))}
        found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name, pseudonym in said:
            words = tuple(word.casefold() for word in _WORD.findall(name))
            if len("".join(words)) >= SHORTEST:
                found.setdefault(words[0], []).append((words, pseudonym))
        return {first: sorted(phrases, key=lambda each: (-len(each[0]), each)) for first, phrases in found.items()}

    def _known_words(self) -> Mapping[str, str]:
        """Return what each word of a name of several words stands for; as it is written, for some mean more."""
        found: dict[str, set[str]] = {}
        for person in self._everybody:
            words = _WORD.findall(person.label)
            for word in words if len(words) > 1 else ():
                if len(word) >= SHORTEST and word[0].isupper():
                    found.setdefault(word, set()).add(self.pseudonyms[person.id])
        return {word: next(iter(names)) if len(names) == 1 else _SEVERAL for word, names in found.items()}

    def _several_have(self, field: str) -> frozenset[str]:
        having: dict[str, set[str]] = {}
        for person in self._everybody:
            value = getattr(person, field)
            for each in [value] if isinstance(value, str) else value or ():
                having.setdefault(each, set()).add(self._first_id(person.id))
        return frozenset(value for value, people in having.items() if len(people) > 1)

    def _first_id(self, id: str) -> str:
        """Return the earliest known id of somebody: under two ids they are still one."""
        seen = {id}
        while (earlier := self._same.get(id, id)) not in seen:
            seen.add(id := earlier)
        return id


def _not_described(org: Org) -> Iterator[str]:
    """Yield what may mean a person and means nothing that is described: it may be the name of one."""
    parts: list[Detail] = [org.organisation, *(entity for _, entity in org.entities()), *org.dependencies]
    for part in parts:
        yield from unknown_people(part, (org,))


def unknown_people(part: Detail, orgs: Sequence[Org]) -> Iterator[str]:
    """Yield the ids that may mean a person, where no organisation describes anything that they can mean."""
    for _, kinds, reference in references(part):
        kind, colon, id = reference.partition(":")
        if colon and kind in SECTION_OF_KIND:
            kinds, reference = (kind,), id
        if "person" in kinds and not _describes(orgs, kinds, reference):
            yield reference


def _describes(orgs: Sequence[Org], kinds: Iterable[str], id: str) -> bool:
    return any(id in org.section(SECTION_OF_KIND[kind]) for org in orgs for kind in kinds)


class WithoutNames:
    """Writes pseudonyms in the place of people.

    Parameters
    ----------
    people
        Who they are.
    meant
        The organisations in which a reference is looked up.
    """

    def __init__(self, people: People, meant: Sequence[Org]) -> None:
        self._people, self._meant = people, meant
        self._names = people.pseudonyms

    def org(self, org: Org) -> Org:
        """Return an organisation without names."""
        sections: dict[str, Any] = {
            section: {id: self.detail(each) for id, each in org.section(section).items()}
            for section in SECTIONS
            if section != "people"
        }
        people = {self._names[id]: self.person(person) for id, person in org.people.items()}
        dependencies = tuple(self.detail(each) for each in org.dependencies)
        organisation = self.detail(org.organisation)
        return replace(
            org,
            organisation=organisation,
            people=dict(sorted(people.items())),
            dependencies=dependencies,
            places=NOWHERE,
            **sections,
        )

    def id(self, kind: str, id: str) -> str:
        """Return the id of an entity: another one only for a person."""
        return self._names[id] if kind == "person" else id

    def person(self, person: P) -> P:
        """Return a person without what only they have."""
        shared = self._people.shared
        hidden: dict[str, Any] = {
            name: value if (value := getattr(person, name)) in shared[name] else None for name in _OF_ONE
        }
        skills = person.skills and tuple(skill for skill in person.skills if skill in shared["skills"])
        earlier = tuple(self._names[id] for id in person.renamed_from or () if id in self._names) or None
        bare = self.detail(replace(person, name=None, renamed_from=None, skills=skills, **hidden))
        return replace(bare, id=self._names[person.id], renamed_from=earlier)

    def detail(self, detail: D) -> D:
        """Replace people in all fields of an entity or a part of one."""
        kind: Any = type(detail)
        naming = {field.name: field.kinds for field in fields_naming(kind) if field.kinds}
        changed: dict[str, Any] = {}
        for field in fields(detail):
            if field.name in _fixed_fields(kind):
                continue
            value = getattr(detail, field.name)
            new = None if field.name == "x" else self._value(value, naming.get(field.name), is_id=field.name == "id")
            if new is not value and new != value:
                changed[field.name] = new
        return replace(detail, **changed) if changed else detail

    def _value(self, value: Any, kinds: tuple[str, ...] | None, *, is_id: bool = False) -> Any:
        if isinstance(value, str):
            return value if is_id else self._referred(value, kinds) if kinds else self.text(value)
        if isinstance(value, Detail):
            return self.detail(value)
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
            if _describes(self._meant, (meant,), reference):
                return self.id(meant, reference)
        return self._names.get(reference) or (reference if reference == NOBODY else self.text(reference))

    def text(self, text: str) -> str:
        """Replace what people are called in a text, word by word."""
        words = list(_WORD.finditer(text))
        folded = [word[0].casefold() for word in words]
        parts: list[str] = []
        end = at = 0
        while at < len(words):
            length, pseudonym = self._said(words[at][0], folded, at)
            if pseudonym:
                parts += [text[end : words[at].start()], pseudonym]
                end = words[at + length - 1].end()
            at += length
        return "".join([*parts, text[end:]]) if parts else text

    def _said(self, word: str, folded: list[str], at: int) -> tuple[int, str | None]:
        """Return how many of the words from here on mean a person, and who that is; one that means none is passed."""
        for phrase, pseudonym in self._people.phrases.get(folded[at], ()):
            if _begins(folded, at, phrase):
                return len(phrase), pseudonym
        return 1, self._people.words.get(word)


@cache
def _fixed_fields(kind: Any) -> frozenset[str]:
    """Return the fields that hold one of a few words: nobody is meant there, whatever somebody is called."""
    return frozenset(name for name, field in kind.__pydantic_fields__.items() if _is_fixed(field.annotation))


def _is_fixed(annotation: Any) -> bool:
    if get_origin(annotation) is Literal:
        return True
    parts = get_args(annotation)[:1] if get_origin(annotation) is Annotated else get_args(annotation)
    held = [part for part in parts if part not in (NoneType, ...)]
    return bool(held) and all(map(_is_fixed, held))


def _begins(words: list[str], at: int, phrase: tuple[str, ...]) -> bool:
    return tuple(words[at : at + len(phrase)]) == phrase
