"""The reference of measures, from their docstrings."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from docs.machinery.markdown import MADE, anchor, paragraphs, table
from orgmodel import catalogue
from orgmodel.measures.base import EVIDENCE
from orgmodel.model.explanation import MeasureExplained
from orgmodel.model.measurement import OF

_Family = tuple[str, Sequence[Sequence[MeasureExplained]]]
"""The title of a family, and its measures by id."""

_BETTER: Final = {"up": "more is better", "down": "fewer or less is better", None: ""}


def pages() -> Iterator[tuple[str, str]]:
    """Yield the page about measures: the path below `docs`, and the text."""
    families = _families()
    intro = (
        "What `orgmodel measure` computes; [the guide](../guide/measures.md) says which of them answers what. "
        "A measure without a value is a dash with its reason, never 0. Measures of dependencies look at all of them "
        "unless `--graph uses` or `--graph waits` says otherwise. Where it is beyond dispute which way is better, that "
        "is said. What only two organisations together have, such as how many people changed team, stands in a "
        "comparison under *Measures*."
    )
    words = table(["evidence", "means that"], EVIDENCE.items())
    examples = (
        "The examples are what the functions of `orgmodel.measures` return; the tests run them. `cleaned` makes a "
        "graph from nodes and ties, of which `ab` says that a depends on b, or that a is the manager of b."
    )
    parts = (intro, words, _index(families), examples, *map(_family, families))
    yield "reference/measures.md", paragraphs(MADE, "# Measures", *parts)


def _families() -> Sequence[_Family]:
    """Return the measures by family and by id; those of one id are measures of several kinds of things."""
    found = [each for each in catalogue.explained(None) if isinstance(each, MeasureExplained)]
    found.sort(key=lambda each: (each.family, each.id))
    by_family = groupby(found, key=lambda each: each.family)
    return [(family, [[*same] for _, same in groupby(members, key=_id)]) for family, members in by_family]


def _id(measure: MeasureExplained) -> str:
    return measure.id


def _index(families: Sequence[_Family]) -> str:
    rows = ([f"[{title}](#{anchor(title)})", ", ".join(_link(each[0].id) for each in ids)] for title, ids in families)
    return table(["family", "measures"], rows)


def _link(id: str) -> str:
    return f"[{id}](#{anchor(id)})"


def _family(family: _Family) -> str:
    title, entries = family
    return paragraphs(f"## {title}", *map(_entry, entries))


def _entry(measures: Sequence[MeasureExplained]) -> str:
    """Write one id: the definition once where its measures share it, then what each of them is of."""
    parts = []
    for _, same in groupby(measures, key=lambda each: each.definition):
        first, *others = same
        example = f"```pycon\n{first.example}\n```" if first.example else ""
        facts = "\n".join(map(_facts, [first, *others]))
        sources = "\n".join(f"- {source}" for source in first.sources)
        parts.append(paragraphs(first.definition, facts, example, sources))
    return paragraphs(f"### `{measures[0].id}`", *parts)


def _facts(measure: MeasureExplained) -> str:
    facts = [
        f"- Of {OF[measure.by]}",
        f"unit: {measure.unit}",
        f"evidence: {measure.evidence}",
        _BETTER[measure.better],
        f"assumes {measure.assumed}, so it is computed only if `--only` asks for it" if measure.assumed else "",
    ]
    return " · ".join(filter(None, facts))
