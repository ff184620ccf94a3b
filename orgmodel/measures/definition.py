"""What the docstring of a measure says: its definition in words, its range, a worked example, its sources."""

import inspect
import re
from typing import Final, NamedTuple

from orgmodel.measures.base import Measure

BY_ITSELF: Final = "definition by itself"
"""What a docstring says that names no source, because nothing but the words is needed."""

_SECTION: Final = re.compile(r"^(\w+)\n-{3,}$\n", re.M)
_REFERENCE: Final = re.compile(r"^\.\. \[\d+\] +", re.M)
_RANGE: Final = re.compile(r"\bRange: (.+?)\.(?=\s|$)|(?:^|[.;,]\s+)[Ff]rom ((?:none|near|−?\d).*?)[.;](?=\s|$)", re.S)
"""A definition says its range as “Range: 0 to 1.”, or in a clause that begins with “from 0”."""


class Definition(NamedTuple):
    """The parts of a docstring; `text` is what stands before the first section, the summary included."""

    summary: str
    text: str
    range: str | None
    example: str
    sources: tuple[str, ...]


def definition(measure: Measure) -> Definition:
    """Return what a measure's docstring says.

    Examples
    --------
    >>> from orgmodel.measures.spread import spans
    >>> said = read(spans.__doc__ or "")
    >>> said.summary, said.range, len(said.sources)
    ('Direct reports (solid line) of those who have any, as a distribution.', '1 and more', 2)
    """
    return read(measure.definition)


def read(docstring: str) -> Definition:
    """Read a docstring in the form of numpydoc."""
    text, *parts = _SECTION.split(inspect.cleandoc(docstring))
    sections = dict(zip(parts[::2], parts[1::2], strict=True))
    summary, _, _ = text.partition("\n\n")
    within = _RANGE.search(text)
    return Definition(
        summary=" ".join(summary.split()),
        text=text.strip(),
        range=_range(" ".join((within[1] or within[2]).split())) if within else None,
        example=sections.get("Examples", "").strip(),
        sources=_sources(sections.get("References", "")),
    )


def _range(words: str) -> str:
    return f"{words} and more" if words.isdecimal() else words


def _sources(section: str) -> tuple[str, ...]:
    return tuple(" ".join(each.split()) for each in _REFERENCE.split(section) if each.strip())
