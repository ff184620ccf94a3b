"""Measuring: every kind of value is gathered with what belongs to it, and whatever is missing has a reason."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel import catalogue
from orgmodel.graph import OrgGraph
from orgmodel.graph.census import census
from orgmodel.graph.dependencies import Layer
from orgmodel.measures.base import Detailed, Distributed, Estimated, Listed, Measure, Remarked, Undefined, number
from orgmodel.measures.histogram import MOST_BARS, distribution, in_words
from orgmodel.measures.measuring import NO_REASON, NOT_ASKED, measured
from orgmodel.measures.spread import people_by_level, spans, team_sizes
from orgmodel.model.faults import UnknownNameError
from orgmodel.model.measurement import Bar, Cleaning, Column, Measured, Measurement
from orgmodel.report.measurement import write
from tests.graph.support import graph_of

ORG = """
people: {ana: {manager: nobody}, bo: {manager: ana}, cy: {manager: ana, status: vacant}}
teams: {a: {members: [ana, bo]}, b: {headcount: 4}, g: {kind: group}}
dependencies: [{from: a, to: b, strength: 2}, {from: a, to: b}, {from: b, to: b}]
initiatives: {one: {team: a}, old: {stage: stopped}}
components: {till: {owner: a}}
decisions: {price: {decider: ana}}
"""
DEGENERATE = {
    "nothing": "{}",
    "one team": "teams: {a: {}}",
    "one person": "people: {ana: {}}",
    "nobody in a team": "teams: {a: {members: []}}",
    "a group without teams": "teams: {g: {kind: group}}",
    "loops only": "teams: {a: {}}\ndependencies: [{from: a, to: a}]",
    "no dependencies": "teams: {a: {}, b: {}, c: {}}",
    "two teams": "teams: {a: {}, b: {}}\ndependencies: [{from: a, to: b}]",
    "a circle of two": "teams: {a: {}, b: {}}\ndependencies: [{from: a, to: b}, {from: b, to: a}]",
    "everybody in one team": "people: {x: {}, y: {}}\nteams: {a: {members: [x, y]}, b: {members: []}}",
    "a circle of managers": "people: {x: {manager: y}, y: {manager: x}}\nteams: {a: {members: [x]}}",
    "unknown teams": "initiatives: {i: {team: nowhere, leader: nobody}}\ncomponents: {c: {owner: nowhere}}",
    "a decision of nobody": "decisions: {d: {}, e: {steps: []}}",
    "an idle component": "components: {c: {}, d: {depends_on: [c, d]}}",
    "a stopped initiative": "teams: {a: {}}\ninitiatives: {i: {team: a, stage: stopped}}",
}


def a_measure(define: object, by: str = "organisation") -> Measure:
    """Return a measure that finds what it is told to find."""
    kinds: dict[str, object] = {"id": "made", "by": by, "unit": "things", "evidence": "model", "better": "down"}
    return Measure(**kinds, define=lambda graph, layer: define)  # type: ignore[arg-type]  # as plain words


def of(graph: OrgGraph, *measures: Measure, layer: Layer = "all") -> Measured:
    """Measure an organisation."""
    return measured(graph, measures, layer, census(graph))


def value_of(found: object) -> Measurement:
    """Return what becomes of a value of the organisation."""
    return of(graph_of(ORG), a_measure(found)).organisation[0]


def column_of(found: object, by: str = "team") -> Column:
    """Return what becomes of values of each team."""
    return of(graph_of(ORG), a_measure(found, by)).each(by).columns[0]


def test_a_number_is_a_value_with_its_unit_and_evidence() -> None:
    """What is known of the measure stands beside the value."""
    found = value_of(0.5)
    said = found.id, found.value, found.unit, found.evidence, found.better, found.reason, found.detail, found.names
    assert ("made", 0.5, "things", "model", "down", None, None, None) == said


@pytest.mark.parametrize("value", [3, 2.5, True, "core"])
def test_numbers_truths_and_words_are_values(value: object) -> None:
    """They are kept as they are, of the organisation and of each team."""
    assert value == value_of(value).value
    assert {"a": value} == column_of({"a": value, "b": Undefined("no")}).values


def test_numbers_of_arrays_become_those_of_python() -> None:
    """Whoever writes them down need not know of arrays."""

    class OfAnArray:
        def item(self) -> float:
            return 1.5

    class Own(float):
        pass

    assert 1.5 == value_of(OfAnArray()).value
    assert float is type(value_of(Own(2.5)).value)


def test_what_has_no_value_has_a_reason() -> None:
    """Undefined is no value and a reason; a value that is None gets one as well."""
    assert (None, "nobody knows") == (
        value_of(Undefined("nobody knows")).value,
        value_of(Undefined("nobody knows")).reason,
    )
    assert (None, NO_REASON) == (value_of(None).value, value_of(None).reason)


def test_a_remark_belongs_to_its_value() -> None:
    """A detailed value keeps its remark."""
    assert (0.5, "of some") == (value_of(Detailed(0.5, "of some")).value, value_of(Detailed(0.5, "of some")).detail)


def test_a_list_counts_and_names() -> None:
    """A list is how many are in it, and who."""
    found = value_of(Listed((("a", "b"), ("b", "c")), "without loops"))
    assert (2, (("a", "b"), ("b", "c")), "without loops") == (found.value, found.names, found.detail)
    assert (0, ()) == (value_of(Listed(())).value, value_of(Listed(())).names)


def test_a_distribution_counts_as_its_median() -> None:
    """The whole of it stands beside the median, and is said in words."""
    found = value_of(Distributed((1, 2, 9), "1 left out"))
    assert found.distribution is not None
    assert (2, 9, "median of 3, from 1 to 9, quartiles 1.5 and 5.5, mean 4, 1 left out") == (
        found.value,
        found.distribution.most,
        found.detail,
    )
    assert "1 left out" == found.distribution.remark


def test_values_of_each_have_reasons_of_their_own() -> None:
    """Where reasons differ each is kept; who is not in the mapping is not asked."""
    found = column_of({"a": Undefined("one")})
    assert ({"a": "one", "b": NOT_ASKED}, None) == (found.reasons, found.reason)
    assert ("one", NOT_ASKED) == (found.reason_of("a"), found.reason_of("b"))


def test_one_reason_for_all_is_said_once() -> None:
    """It stands at the measure, whether each was given it or the measure as a whole has no value."""
    each = column_of({"a": Undefined("no edges"), "b": Undefined("no edges")})
    whole = column_of(Undefined("no edges"))
    for found in (each, whole):
        assert ("no edges", {}, {}) == (found.reason, found.reasons, found.values)
        assert "no edges" == found.reason_of("b")
    assert None is column_of({"a": 1, "b": Undefined("no")}).reason_of("a")


def test_lists_and_remarks_of_each_are_kept() -> None:
    """The count is the value, and the names stand beside it."""
    found = column_of({"a": Listed(("x", "y")), "b": Detailed(3, "about")})
    assert ({"a": 2, "b": 3}, {"a": ("x", "y")}, {"b": "about"}) == (found.values, found.names, found.details)


def test_an_estimate_says_so() -> None:
    """What estimates rest on stands at the measure."""
    found = column_of(Estimated({"a": 1.0, "b": 2.0}, "from 1 of 2 teams"))
    assert ({"a": 1.0, "b": 2.0}, "estimated from 1 of 2 teams") == (found.values, found.detail)


def test_what_is_assumed_is_said() -> None:
    """A measure that rests on what no file says tells it, and is left out unless it is asked for."""
    made = {"id": "m", "unit": "u", "evidence": "model", "define": lambda graph, layer: 1, "assumed": "at one half"}
    measure = Measure(by="organisation", **made)  # type: ignore[arg-type]  # as plain words
    assert "at one half" == of(graph_of(ORG), measure).organisation[0].detail
    of_teams = replace(measure, by="team", define=lambda graph, layer: Estimated({"a": 1}, "from half"))
    assert "estimated from half, at one half" == of(graph_of(ORG), of_teams).each("team").columns[0].detail
    assumed = [each for each in catalogue.every_measure() if each.assumed]
    assert not {each.id for each in assumed} & {each.id for each in catalogue.measures()}
    for each in assumed:
        assert each in catalogue.measures((each.id,))


@pytest.mark.parametrize("found", [[1, 2], {"a": 1}, object()])
def test_what_is_no_value_is_a_fault_of_the_measure(found: object) -> None:
    """A measure that returns something else is named."""
    with pytest.raises(TypeError, match="made returned"):
        value_of(found)


def test_a_measure_of_teams_returns_a_mapping() -> None:
    """One number is not a value for each team."""
    with pytest.raises(TypeError, match="made returned int, and not a value for each team"):
        column_of(3)


@pytest.mark.parametrize(
    ("by", "ids"),
    [
        ("team", ("a", "b")),
        ("group", ("g",)),
        ("initiative", ("one",)),
        ("person", ("ana", "bo")),
        ("component", ("till",)),
        ("decision", ("price",)),
    ],
)
def test_every_kind_has_rows_for_all_of_its_own(by: str, ids: tuple[str, ...]) -> None:
    """There is a row for each, also where a measure leaves it out, and for whom a measure speaks of beside."""
    graph = graph_of(ORG)
    assert ids == of(graph, a_measure({}, by)).each(by).ids
    assert tuple(sorted((*ids, "more"))) == of(graph, a_measure({"more": 1}, by)).each(by).ids


def test_what_was_cleaned_is_counted() -> None:
    """Loops are dropped, and what is between the same teams is merged, in the layer that was chosen."""
    assert Cleaning(loops=1, merged=1) == of(graph_of(ORG)).cleaning
    assert Cleaning(loops=0, merged=0) == of(graph_of("teams: {a: {}}")).cleaning
    kinds = "teams: {a: {}, b: {}}\ndependencies: [{from: a, to: b, kind: api}, {from: a, to: b, kind: approval}]"
    assert [1, 0] == [of(graph_of(kinds), layer=layer).cleaning.merged for layer in ("all", "waits")]


def test_what_is_computed_is_told() -> None:
    """Whoever waits hears of each measure."""
    heard: list[str] = []
    graph = graph_of("{}")
    measured(graph, catalogue.measures(("people", "size")), "all", census(graph), progress=heard.append)
    assert ["people", "size"] == heard


def test_measures_of_one_subject_share_it() -> None:
    """What several measures are computed from is made once; they follow each other, and stand in their own places."""
    made: list[str] = []
    heard: list[str] = []

    def subject(graph: OrgGraph, layer: Layer) -> list[str]:
        made.append(layer)
        return ["of both"]

    def sharing(id: str) -> Measure:
        return Measure(id=id, by="organisation", unit="", evidence="model", define=lambda found: id, of=subject)

    chosen = [sharing("one"), replace(a_measure(1), id="between"), sharing("other")]
    graph = graph_of("{}")
    found = measured(graph, chosen, "waits", census(graph), progress=heard.append).organisation
    assert (["waits"], ["one", "other", "between"]) == (made, heard)
    assert [("one", "one"), ("between", 1), ("other", "other")] == [(each.id, each.value) for each in found]


def test_of_the_same_object_the_value_is_the_same() -> None:
    """Where many are given one and the same object, their value is worked out from it once."""
    asked: list[object] = []

    def define(subject: list[int]) -> int:
        asked.append(subject)
        return len(subject)

    same, other = [1, 2], [1, 2]
    subjects: dict[str, object] = {"a": same, "b": other, "c": same, "d": Undefined("no")}
    measure = Measure(id="m", by="team", unit="", evidence="model", define=define, of=lambda *_: subjects, each=True)
    assert {"a": 2, "b": 2, "c": 2, "d": Undefined("no")} == measure.compute(graph_of("{}"), "all")
    assert [same, other] == asked


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (2, Detailed(2, "apart")),
        (Detailed(2, "exact"), Detailed(2, "exact, apart")),
        (Listed(("a",)), Listed(("a",), "apart")),
        (Distributed((1, 2), "one left out"), Distributed((1, 2), "one left out, apart")),
        (Estimated({"a": 1}, "from some"), Estimated({"a": 1}, "from some, apart")),
        (Undefined("no"), Undefined("no")),
    ],
)
def test_a_remark_goes_with_every_value(found: object, expected: object) -> None:
    """What a subject says of itself stands beside what is worked out from it; a reason needs no remark."""
    measure = Measure(
        id="m",
        by="organisation",
        unit="",
        evidence="model",
        define=lambda subject: subject,
        of=lambda *_: Remarked(found, "apart"),
    )
    assert expected == measure.compute(graph_of("{}"), "all")


def test_a_list_counts_all_also_those_that_it_does_not_name() -> None:
    """The value is how many there are, in every form; the names are those that are named."""
    gaps = Listed((("a", "b", 3),), "the strongest 1 of 4,232", 4232)
    found = of(graph_of(ORG), a_measure(gaps))
    assert (4232, (("a", "b", 3),)) == (found.organisation[0].value, found.organisation[0].names)
    assert "4,232" in write(found, "table", by="organisation").split("made")[1].split()
    assert '"value": 4232' in write(found, "json", by="organisation")


def test_only_what_is_asked_for_is_computed() -> None:
    """Measures are chosen by what they are of, and by id."""
    assert {"team"} == {each.by for each in catalogue.measures(by="team")}
    assert ["size"] == [each.id for each in catalogue.measures(("size",), "team")]
    assert {"organisation"} == {each.by for each in catalogue.measures(("people", "teams"))}


def test_measures_of_something_else_are_refused() -> None:
    """Whoever asks for a measure of teams as one of the organisation is told what it is of."""
    with pytest.raises(UnknownNameError, match="size is no measure of the organisation, but of each team"):
        catalogue.measures(("size",), "organisation")


def test_what_named_measures_are_of() -> None:
    """It follows from the names, if they have one in common."""
    assert ("organisation", "team") == (catalogue.kind_of(()), catalogue.kind_of(("size", "fte")))
    with pytest.raises(UnknownNameError, match="people of the organisation, size of each team"):
        catalogue.kind_of(("people", "size"))
    with pytest.raises(UnknownNameError, match="did you mean size"):
        catalogue.kind_of(("sise",))


# --- organisations in which hardly anything is defined


@pytest.mark.parametrize("layer", ["all", "uses", "waits"])
@pytest.mark.parametrize("name", DEGENERATE)
def test_degenerate_organisations_have_no_wrong_numbers(name: str, layer: Layer) -> None:
    """Whatever is missing, every measure has a finite value or a reason, for each of those it is of."""
    graph = graph_of(DEGENERATE[name])
    found = of(graph, *catalogue.every_measure(), layer=layer)
    for each in found.organisation:
        assert (each.value is None) == bool(each.reason), each.id
        assert each.reason != NO_REASON, each.id
        assert is_sound(each.value), each.id
    for by, of_each in found.of_each.items():
        for column in of_each.columns:
            for id in of_each.ids:
                assert (id in column.values) != bool(column.reason_of(id)), (by, column.id, id)
                assert column.reason_of(id) != NO_REASON, (by, column.id, id)
                assert is_sound(column.values.get(id)), (by, column.id, id)


def is_sound(value: object) -> bool:
    """Tell whether a value is one that can be written down: no infinity, and not a number that is none."""
    return not isinstance(value, float) or math.isfinite(value)


@pytest.mark.parametrize(
    ("id", "name", "reason"),
    [
        ("team_sizes", "nothing", "there are no teams"),
        ("team_sizes", "one team", "no size of a team is known"),
        ("spans", "one person", "no manager is stated"),
        ("people_by_level", "a circle of managers", "it is known of nobody that they are at the top"),
        ("size", "one team", "neither members nor a headcount are stated"),
        ("fte", "one team", "its members are not stated"),
    ],
)
def test_why_there_is_no_value(id: str, name: str, reason: str) -> None:
    """The reason says what is missing, in words."""
    (measure,) = catalogue.measures((id,))
    found = of(graph_of(DEGENERATE[name]), measure)
    assert [reason] == [*reasons(found)]


def reasons(found: Measured) -> Iterator[str | None]:
    """Yield the reasons of what was measured."""
    yield from (each.reason for each in found.organisation)
    for of_each in found.of_each.values():
        yield from (column.reason for column in of_each.columns)


# --- the number that a comparison or a promise looks at


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (3, 3),
        (True, True),
        (Detailed(0.5, ""), 0.5),
        (Listed(("a",)), 1),
        (Undefined("no"), None),
        (None, None),
        ("core", None),
    ],
)
def test_the_number_in_what_a_measure_found(found: object, expected: float | None) -> None:
    """A list counts as how many are in it, and a word is no number."""
    assert expected == number(found)
    if found is not None:
        assert expected == value_of(found).number


# --- distributions

NUMBERS = st.lists(st.integers(0, 400), min_size=1, max_size=40)


@settings(max_examples=20)
@given(NUMBERS)
def test_bars_stand_side_by_side_and_hold_everybody(values: list[int]) -> None:
    """There are not too many, they leave no gap, and each number is in one of them."""
    found = distribution(values)
    assert len(values) == found.count == sum(bar.count for bar in found.bars)
    assert len(found.bars) <= MOST_BARS
    assert all(one.last + 1 == other.first for one, other in zip(found.bars, found.bars[1:], strict=False))
    for bar in found.bars:
        assert bar.count == sum(bar.first <= value <= bar.last for value in values)


@settings(max_examples=20)
@given(NUMBERS)
def test_the_numbers_of_a_distribution_are_in_order(values: list[int]) -> None:
    """The least is not above the quartiles, and the most is not below them."""
    found = distribution(values)
    ordered = [found.least, found.lower_quartile, found.median, found.upper_quartile, found.ninth_decile, found.most]
    assert sorted(ordered) == ordered
    assert (min(values), max(values)) == (found.least, found.most)
    assert found.least <= found.mean <= found.most


def test_wide_bars_begin_at_round_numbers() -> None:
    """Where numbers are spread far each bar stands for several of them."""
    assert (Bar(0, 9, 2), Bar(10, 19, 1)) == distribution([3, 4, 17, 200]).bars[:2]
    assert (Bar(3, 3, 1), Bar(4, 4, 0), Bar(5, 5, 2)) == distribution([5, 3, 5]).bars


def test_a_distribution_in_words() -> None:
    """One number is a distribution as well."""
    assert "median of 1, from 7 to 7, quartiles 7 and 7, mean 7" == in_words(distribution([7]))


def test_sizes_that_are_not_known_are_left_out() -> None:
    """They are counted, and are not taken for nobody."""
    assert Distributed((4, 9), "1 of 3 left out: size not known") == team_sizes([9, None, 4])


def test_spans_are_of_those_who_have_reports() -> None:
    """Each manager counts once."""
    assert Distributed((1, 3)) == spans([3, 1])


MANAGERS = st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from(["nobody", *"abcdefgh", None]), max_size=8)


@settings(max_examples=20)
@given(MANAGERS)
def test_levels_agree_with_plain_climbing(managers: Mapping[str, str | None]) -> None:
    """A level is how many steps it takes to the top; who does not come there has none."""

    def level(person: str) -> int | None:
        seen: list[str] = []
        above: str | None = person
        while above is not None and above != "nobody":
            if above in seen:
                return None
            seen.append(above)
            above = managers.get(above)
        return len(seen) if above == "nobody" else None

    expected = sorted(found for person in managers if (found := level(person)) is not None)
    told = people_by_level(managers)
    assert expected == (list(told.values) if isinstance(told, Distributed) else [])
