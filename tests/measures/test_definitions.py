"""Definitions: what the docstring of every measure says, and that its examples are so."""

import doctest
import pkgutil
from collections.abc import Iterator
from importlib import import_module

import pytest

import orgmodel.measures
from orgmodel import catalogue
from orgmodel.measures.base import EVIDENCE, MEASURES, Measure, measure
from orgmodel.measures.definition import BY_ITSELF, definition, read

MODULES = sorted(info.name for info in pkgutil.iter_modules(orgmodel.measures.__path__))
DOCSTRING = """Share of what there is.

    Of n things that
    hold. Range: −0.5 to
    1. Undefined without things.

    Examples
    --------
    >>> 1 + 1
    2

    References
    ----------
    .. [1] A. Author, A title that is
       broken (1994).
    .. [2] B. Author, Another one (2001).
    """


@pytest.mark.parametrize("name", MODULES)
def test_every_example_is_so(name: str) -> None:
    """The functions return what their docstrings show."""
    module = import_module(f"orgmodel.measures.{name}")
    given = {"cleaned": import_module("orgmodel.measures.ties").cleaned}
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS)
    for test in doctest.DocTestFinder(exclude_empty=True).find(module, extraglobs=given):
        assert 0 == runner.run(test).failed, test.name


def violations(measure: Measure) -> Iterator[str]:
    """Yield what is missing in the definition of a measure."""
    said = definition(measure)
    if not said.summary.endswith("."):
        yield "a summary line that ends in a period"
    if not said.example.startswith(">>> "):
        yield "Examples"
    if not said.sources and BY_ITSELF not in " ".join(said.text.split()):
        yield f"References, or the words “{BY_ITSELF}”"
    if not said.range and measure.unit in ("share", "ratio", "probability"):
        yield "a range, as “Range: 0 to 1.” or “From 0 to 1.”"
    if not measure.unit:
        yield "unit"
    if measure.evidence not in EVIDENCE:
        yield "evidence"


@pytest.mark.parametrize("measure", catalogue.every_measure(), ids=lambda each: f"{each.by}-{each.id}")
def test_every_measure_is_defined(measure: Measure) -> None:
    """Each says what it is in a line, shows an example, names its sources, its unit and its evidence."""
    assert [] == list(violations(measure)), f"{measure.define.__module__}.{measure.id} lacks these"


def test_what_is_missing_in_a_definition_is_told() -> None:
    """A function without a docstring lacks everything."""
    bare = Measure(by="organisation", id="bare", unit="", evidence="model", define=lambda graph, layer: 1)
    assert ["a summary line that ends in a period", "Examples", f"References, or the words “{BY_ITSELF}”", "unit"] == [
        *violations(bare)
    ]


def test_a_docstring_is_read_in_parts() -> None:
    """The words, the range, the example and each source come apart."""
    said = read(DOCSTRING)
    assert "Share of what there is." == said.summary
    assert (
        "Share of what there is.\n\nOf n things that\nhold. Range: −0.5 to\n1. Undefined without things." == said.text
    )
    assert "−0.5 to 1" == said.range
    assert ">>> 1 + 1\n2" == said.example
    assert ("A. Author, A title that is broken (1994).", "B. Author, Another one (2001).") == said.sources


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Range: 0 to n − 1 for n teams. O(1).", "0 to n − 1 for n teams"),
        ("From −0.5 to 1; 0 where all are in one group.", "−0.5 to 1"),
        ("Shares are taken of all; from near 0 to 1, where all is one. More.", "near 0 to 1, where all is one"),
        ("From none\nto all.", "none to all"),
        ("Counted from the top. Teams from a to z.", None),
    ],
)
def test_a_range_is_found(text: str, expected: str | None) -> None:
    """It is announced, or a clause begins with where it begins."""
    assert expected == read(f"Things.\n\n{text}").range


def test_a_docstring_of_one_line_is_read() -> None:
    """Nothing but a summary is a summary."""
    assert ("Teams.", "Teams.", None, "", ()) == read("Teams.")


def test_every_measure_belongs_to_a_family() -> None:
    """Its name is what the docstring of its module says before the colon: short, and no sentence."""
    titles = {each.family for each in catalogue.every_measure()}
    assert {"Counts", "Coupling", "Spread"} <= titles
    assert [] == [title for title in titles if len(title) > 40 or "." in title]


def test_one_function_can_be_several_measures() -> None:
    """It is registered once for each kind of thing that it is a measure of."""

    def twice(graph: object, layer: object) -> int:
        """Two."""
        return 2

    for by in ("organisation", "decision"):
        measure(by, unit="things", evidence="model")(twice)
    assert [MEASURES.pop(f"{by}:twice").by for by in ("organisation", "decision")] == ["organisation", "decision"]
