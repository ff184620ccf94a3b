"""The reference of measures, from their docstrings."""

import inspect
import re
from collections.abc import Iterator, Sequence
from typing import Final

from docs.machinery.markdown import MADE, paragraphs, table
from orgmodel import catalogue
from orgmodel.measures.base import By, Measure

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

_TITLES: Final[tuple[tuple[By, str], ...]] = (
    ("organisation", "Of the organisation"),
    ("team", "Of each team"),
    ("initiative", "Of each initiative"),
)
_BETTER: Final = {"up": "more is better", "down": "fewer or less is better", None: ""}


def pages() -> Iterator[tuple[str, str]]:
    """Yield the page about measures: the path below `docs`, and the text."""
    measures = catalogue.measures()
    intro = (
        "What `orgmodel measure` computes; `--by team` and `--by initiative` give a row for each of them. A measure "
        "without a value is a dash with its reason, never 0. Measures of dependencies look at all of them unless "
        "`--graph uses` or `--graph waits` says otherwise. Where it is beyond dispute which way is better, that is "
        "said, and a comparison judges by it; of all others it only tells how they differ. What only two organisations "
        "together have, such as how many people changed team, stands in a comparison under *Measures*."
    )
    words = table(["evidence", "means that"], EVIDENCE.items())
    parts = (_of(by, title, measures) for by, title in _TITLES)
    yield "reference/measures.md", paragraphs(MADE, "# Measures", intro, words, *parts)


def _of(by: By, title: str, measures: Sequence[Measure]) -> str:
    return paragraphs(f"## {title}", *(_entry(each) for each in measures if each.by == by))


def _entry(measure: Measure) -> str:
    definition, *rest = _REFERENCES.split(inspect.cleandoc(measure.definition))
    references = [_REFERENCE.sub("- ", " ".join(part.split())) for part in re.split(r"\n(?=\.\. )", "".join(rest))]
    facts = [f"Unit: {measure.unit}", f"evidence: {measure.evidence}", _BETTER[measure.better]]
    return paragraphs(
        f"### `{measure.id}`", definition, " · ".join(filter(None, facts)), "\n".join(filter(None, references))
    )
