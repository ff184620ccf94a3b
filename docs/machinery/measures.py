"""The reference of measures, from their docstrings."""

import inspect
import re
from collections.abc import Iterator
from typing import Final

from docs.machinery.markdown import MADE, paragraphs, table
from orgmodel import catalogue
from orgmodel.model.explanation import MeasureExplained

_REFERENCES: Final = re.compile(r"\n+References\n-+\n")
_REFERENCE: Final = re.compile(r"^\.\. \[\d+\] +", re.M)

EVIDENCE: Final = {
    "supported": "studies tie it to outcomes, most of them by correlation",
    "mixed": "studies disagree, or speak of something near",
    "descriptive": "a sound description; nobody claims that more or less of it is better",
    "model": "follows from assumptions that are stated",
    "folklore": "a rule of thumb",
}
"""What the word beside a measure says about how well it is tied to outcomes."""


def pages() -> Iterator[tuple[str, str]]:
    """Yield the page about measures: the path below `docs`, and the text."""
    measures = [each for each in catalogue.explained(None) if isinstance(each, MeasureExplained)]
    intro = (
        "What `orgmodel measure` computes. A measure without a value is a dash with its reason, never 0. Measures of "
        "dependencies look at all of them unless `--graph uses` or `--graph waits` says otherwise."
    )
    words = table(["evidence", "means that"], EVIDENCE.items())
    yield (
        "reference/measures.md",
        paragraphs(MADE, "# Measures", intro, words, _of("organisation", measures), _of("team", measures)),
    )


def _of(what: str, measures: list[MeasureExplained]) -> str:
    title = "Of the organisation" if what == "organisation" else "Of each team"
    return paragraphs(f"## {title}", *(_entry(each) for each in measures if each.by == what))


def _entry(measure: MeasureExplained) -> str:
    definition, *rest = _REFERENCES.split(inspect.cleandoc(measure.definition))
    references = [_REFERENCE.sub("- ", " ".join(part.split())) for part in re.split(r"\n(?=\.\. )", "".join(rest))]
    facts = f"Unit: {measure.unit} · evidence: {measure.evidence}"
    return paragraphs(f"### `{measure.id}`", definition, facts, "\n".join(filter(None, references)))
