"""Whatever changes in an organisation, its rewritten files load to what it is to be."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orgmodel.exchange.arrangement import arranged
from orgmodel.exchange.rewriting import draft, rewritten_files
from orgmodel.exchange.yaml_writer import flow, organisation_yaml
from orgmodel.model.document import document
from orgmodel.model.organisation import SECTIONS, Org
from tests.exchange.rewriting_support import loaded
from tests.strategies import organisations

WHATEVER = settings(deadline=None, suppress_health_check=list(HealthCheck))
Document = dict[str, Any]
COMMENTS = ["# about it", "  # inside", "      # deep: {not: yaml}", "", "    # 'quoted"]


@st.composite
def files(draw: st.DrawFn, org: Org) -> dict[str, str]:
    """Draw files that describe an organisation: one to three, each in a style of its own."""
    parts: list[Document] = [{} for _ in range(draw(st.integers(1, 3)))]
    number = st.integers(0, len(parts) - 1)
    said: Document = dict(document(org))
    for name, field in said.pop("organisation", {}).items():
        parts[draw(number)].setdefault("organisation", {})[name] = field
    order = sorted(draw(number) for _ in said.get("dependencies", ()))
    for item, part in zip(said.pop("dependencies", ()), order, strict=True):
        parts[part].setdefault("dependencies", []).append(item)
    for section, entities in said.items():
        for id, entity in entities.items():
            parts[draw(number)].setdefault(section, {})[id] = entity
    texts = [draw(text(part)) for part in parts]
    return {f"{n}.yaml": content for n, content in enumerate(texts)}


@st.composite
def text(draw: st.DrawFn, part: Document) -> str:
    """Draw the text of a file: blocks or braces, with comments between the lines, and any line ends."""
    style = draw(st.sampled_from(["block", "block", "entities in braces", "sections in braces", "all in braces"]))
    lines = list(written(dict(arranged(part)), style))
    if draw(st.booleans()):
        lines = [line for each in lines for line in (*draw(between()), each + draw(beside(each)))]
    end = draw(st.sampled_from(["\n", "\n", "\r\n"]))
    last = draw(st.sampled_from(["", end, end + end]))
    mark = draw(st.sampled_from(["", "", "\ufeff"]))
    return mark + end.join(lines) + last


def between() -> st.SearchStrategy[list[str]]:
    """Draw what stands above a line."""
    return st.lists(st.sampled_from(COMMENTS), max_size=2) | st.just([])


def beside(line: str) -> st.SearchStrategy[str]:
    """Draw what stands beside a line."""
    return st.sampled_from(["", "", "  # beside it"]) if line else st.just("")


def written(part: Document, style: str) -> Iterator[str]:
    """Write a part of an organisation in a style."""
    if style == "block":
        yield from organisation_yaml(part).splitlines() if part else ()
    elif style == "all in braces":
        yield flow(part)
    else:
        for section, content in part.items():
            yield from section_in_braces(section, content, style)


def section_in_braces(section: str, content: Any, style: str) -> Iterator[str]:
    """Write a section in braces, or each of its entities."""
    if style == "sections in braces" or not content:
        yield f"{section}: {flow(content)}"
        return
    yield f"{section}:"
    if isinstance(content, list):
        yield from (f"- {flow(item)}" for item in content)
    else:
        yield from (f"   {flow({id: entity})[1:-1]}" for id, entity in content.items())


@st.composite
def changed(draw: st.DrawFn, before: Org, other: Org) -> Org:
    """Draw an organisation that has much of one, and something of another."""
    sections: dict[str, Any] = {}
    for section in SECTIONS:
        sections[section] = draw(changed_section(before.section(section), other.section(section)))
    pool = [*before.dependencies, *other.dependencies]
    kept = draw(st.lists(st.sampled_from(pool), max_size=6)) if pool else []
    mixed = [d for d in before.dependencies if draw(st.integers(0, 3))]
    at = draw(st.integers(0, len(mixed)))
    organisation = draw(mixture(before.organisation, other.organisation))
    return Org(organisation=organisation, dependencies=(*mixed[:at], *kept, *mixed[at:]), **sections)


@st.composite
def changed_section(draw: st.DrawFn, before: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    """Draw what becomes of the entities of a section."""
    result: dict[str, Any] = {}
    donors = list(other.values())
    for id, entity in before.items():
        fate = draw(st.sampled_from(["same", "same", "changed", "gone", "renamed"]))
        if fate == "same":
            result[id] = entity
        elif fate == "changed" and donors:
            result[id] = draw(mixture(entity, draw(st.sampled_from(donors))))
        elif fate == "renamed" and f"{id}-again" not in before:
            earlier = draw(st.sampled_from([None, (id,)]))
            result[f"{id}-again"] = replace(entity, id=f"{id}-again", renamed_from=earlier)
    new = {id: entity for id, entity in other.items() if draw(st.booleans())}
    return new | result


@st.composite
def mixture(draw: st.DrawFn, entity: Any, donor: Any) -> Any:
    """Draw an entity with some fields of another."""
    taken: dict[str, Any] = {}
    for name in type(entity).__pydantic_fields__:
        one, other = getattr(entity, name), getattr(donor, name)
        fate = draw(st.sampled_from(["one", "one", "other", "both"]))
        if name == "id" or fate == "one":
            continue
        both = fate == "both" and isinstance(one, tuple) and isinstance(other, tuple)
        taken[name] = draw(joined(one, other)) if both else other
    return replace(entity, **taken)


@st.composite
def joined(draw: st.DrawFn, one: tuple[Any, ...], other: tuple[Any, ...]) -> tuple[Any, ...]:
    """Draw a list with items of two, and of each thing one at most."""
    items = draw(st.permutations([*one, *other]))
    about = {getattr(item, "person", getattr(item, "team", str(item))): item for item in items}
    return tuple(about.values())[: draw(st.integers(0, 6))]


def check(folder: Path, data: st.DataObject, most: int) -> None:
    """Draw an organisation, its files, and what becomes of it; rewrite them, and load what was written."""
    before = data.draw(organisations(most=most), label="before")
    texts = data.draw(files(before), label="files")
    assert before == loaded(folder, texts)
    after = data.draw(changed(before, data.draw(organisations(most=most))), label="after")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(draft, "LARGE", data.draw(st.sampled_from([0, 200_000])))
        rewriting = rewritten_files(texts, before, after)
    assert after == loaded(folder, rewriting.files)
    assert [path for path in texts if texts[path] != rewriting.files[path]] == list(rewriting.changed)


@settings(WHATEVER, max_examples=15)
@given(data=st.data())
def test_what_is_rewritten_loads_to_what_it_is_to_be(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Entities, dependencies in their order, and what is said of the whole are as they are to be."""
    check(tmp_path_factory.mktemp("org"), data, most=2)


@pytest.mark.slow
@settings(WHATEVER, max_examples=60)
@given(data=st.data())
def test_so_it_does_for_many_larger_organisations(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """The same with more entities, and more often."""
    check(tmp_path_factory.mktemp("org"), data, most=4)
