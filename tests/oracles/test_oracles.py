"""The runner of worked examples: what it counts, what it says, and that the measures agree with their examples."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.oracles.agreement import agrees, plain
from tests.oracles.run import OWN, VARIABLE, Verdict, main, verdicts

BESIDE = Path(__file__).parents[3] / "shared" / "oracles" / "measures.json"
"""The examples with their data sets, where they stand beside the checkout."""

PAIR = {"kind": "graph", "directed": True, "nodes": [0, 1], "edges": [[0, 1]]}


def case(metric: str = "density", expected: Any = 0.5, **more: Any) -> dict[str, Any]:
    """Return an example: of two nodes and an arrow, if nothing else is given."""
    return {"id": "one", "metric": metric, "input": PAIR, "expected": expected, "tolerance": 1e-9, **more}


def examples(folder: Path, *cases: Any) -> Path:
    """Write a file of examples."""
    path = folder / "measures.json"
    path.write_text(json.dumps({"version": 1, "cases": cases}), encoding="utf-8")
    return path


def judged(folder: Path, *cases: Any) -> list[Verdict]:
    """Judge examples."""
    return list(verdicts(examples(folder, *cases)))


@cache
def committed() -> list[Verdict]:
    """Judge the committed examples."""
    return list(verdicts(OWN))


def outcomes(folder: Path, *cases: Any) -> list[str]:
    """Return how examples come out."""
    return [verdict.outcome for verdict in judged(folder, *cases)]


def run(monkeypatch: pytest.MonkeyPatch, path: Path | str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """Run it over a file, and return the exit code and what it printed."""
    monkeypatch.setenv(VARIABLE, str(path))
    code = main()
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def test_measures_agree_with_the_examples() -> None:
    """No committed example differs."""
    assert [] == [verdict.says for verdict in committed() if verdict.outcome == "differs"]


@pytest.mark.skipif(not BESIDE.exists(), reason="the data sets are not there")
def test_measures_agree_with_the_examples_on_data_sets() -> None:
    """With the data sets at hand no example is left out for want of one, and none differs."""
    found = list(verdicts(BESIDE))
    assert [] == [verdict.says for verdict in found if verdict.outcome in ("differs", "no data")]
    assert len(found) == sum(verdict.outcome in ("agrees", "not offered") for verdict in found)


def test_most_examples_are_judged() -> None:
    """A runner that offers nothing would find nothing that differs."""
    assert [verdict.outcome for verdict in committed()].count("agrees") > 240


def test_the_last_line_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What agrees, differs and is not offered is counted; what is not offered has its reason."""
    path = examples(tmp_path, case(), case("size", [2, 1]), case("size", [2, 1]))
    assert (
        0,
        "not offered: 2: a number by which a data set is recognised, and no measure of an organisation: size ×2\n"
        "1 agree, 0 differ, 2 not offered\n",
        "",
    ) == run(monkeypatch, path, capsys)


def test_a_wrong_value_differs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One example that differs is told with both values, and is enough for exit code 1."""
    path = examples(tmp_path, case(), case(expected=0.6))
    assert (
        1,
        "differs: one density: expected 0.6, got 0.5, tolerance 1e-09\n1 agree, 1 differ, 0 not offered\n",
        "",
    ) == run(monkeypatch, path, capsys)


def test_a_data_set_that_is_missing_is_no_difference(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without its data set an example is counted apart."""
    path = examples(tmp_path, case(input={"kind": "file", "path": "data/ties.txt"}))
    assert (
        0,
        "no data: 1: there is no data/ties.txt beside the examples: density\n0 agree, 0 differ, 0 not offered\n",
        "",
    ) == run(monkeypatch, path, capsys)


def test_a_data_set_stands_beside_its_examples(tmp_path: Path) -> None:
    """A path is looked for from the folder of the file that names it."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "ties.txt").write_text("1 2\n2 3\n", encoding="utf-8")
    given = {"kind": "file", "path": "data/ties.txt", "directed": True, "n": 4}
    assert ["agrees"] == outcomes(tmp_path, case(input=given, expected=2 / 12))


def test_a_table_may_have_columns_that_choose(tmp_path: Path) -> None:
    """Of ties of several types those are taken that the example names; groups stand in the table of the nodes."""
    (tmp_path / "a_edges.csv").write_text('"from","to","type","weight"\n1,2,"x",3\n1,3,"y",4\n', encoding="utf-8")
    (tmp_path / "a_nodes.csv").write_text('"","team"\n"1","A"\n"2","B"\n"3","A"\n', encoding="utf-8")
    given = {"kind": "file", "path": "a_edges.csv", "type": "x", "directed": True}
    weights = case("weighted_fan_out", {"1": 3, "2": 0, "3": 0}, input=given)
    outside = case("ei_index", 1.0, input={**given, "partition": "team"})
    assert ["agrees", "agrees"] == outcomes(tmp_path, weights, outside)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "not JSON"),
        ("[]", "there is no list of ‘cases’"),
        ('{"cases": 3}', "there is no list of ‘cases’"),
        ("\x00", "not JSON"),
    ],
)
def test_a_malformed_file_is_one_line(
    text: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is no file of examples is said in one line."""
    path = tmp_path / "measures.json"
    path.write_text(text, encoding="utf-8")
    code, out, err = run(monkeypatch, path, capsys)
    assert (2, "", 1) == (code, out, len(err.splitlines()))
    assert f"no examples: {path}: {says}" in err


def test_a_file_that_is_not_there_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The variable may point nowhere."""
    path = tmp_path / "none.json"
    assert (2, "", f"no examples: {path}: No such file or directory\n") == run(monkeypatch, path, capsys)


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        (7, "number 1 no metric: malformed: it is no object"),
        ({"metric": "density", "input": PAIR, "expected": 1}, "number 1 density: malformed: ‘id’ is no text"),
        ({"id": "one", "metric": "density", "input": PAIR}, "one density: malformed: ‘expected’ is missing"),
        (case(input=[]), "one density: malformed: ‘input’ is no object"),
        (case(tolerance="1"), "one density: malformed: ‘tolerance’ is no number from 0"),
        (case(params=[1]), "one density: malformed: ‘params’ is no object"),
        (case(input={"kind": "graph"}), "one density: malformed: 'edges' is missing"),
        (case(input={"kind": "riddle"}), "one density: malformed: a graph is needed, not ‘riddle’"),
        (case(input={"kind": "dataset", "name": "moon:graph"}), "one density: malformed: there is no data set"),
        (case(input={"kind": "generator", "name": "no_graph"}), "one density: malformed: there is no generator"),
        (case(input={**PAIR, "edges": [[0, 1, -1]]}), "one density: ValueError: the weight between 0 and 1"),
        (case(input={**PAIR, "edges": [[[0], 1]]}), "one density: TypeError"),
        (case("ei_index", input={**PAIR, "partition": "moon"}), "one ei_index: malformed: there is no ‘moon’"),
        (case("fan_in", input={**PAIR, "node": 7}), "one fan_in: KeyError: '7'"),
    ],
)
def test_a_malformed_example_differs(broken: Any, says: str, tmp_path: Path) -> None:
    """Whatever is wrong with an example is one line, and the others are judged all the same."""
    first, second = judged(tmp_path, broken, case())
    assert ("differs", "agrees") == (first.outcome, second.outcome)
    assert first.says.startswith(f"differs: {says}")
    assert "\n" not in first.says


@pytest.mark.parametrize(
    "known",
    [
        case("instability", None, input={"kind": "graph", "nodes": ["x"], "edges": [], "node": "x"}),
        case("instability", {"0": 1.0, "1": 0.0, "2": None}, input={**PAIR, "nodes": [0, 1, 2]}),
        case("cyclic_groups", [[4, 3], [2, 1]], input={"kind": "graph", "edges": [[1, 2], [2, 1], [3, 4], [4, 3]]}),
        case("density", 1, input={**PAIR, "directed": False}),
        case("density", 1, input={**PAIR, "undirected": True, "edges": [[0, 1], [1, 0]]}),
        case("modularity", 0, input={**PAIR, "groups": [[0, 1]]}),
        case("modularity", -0.5, input={**PAIR, "directed": False, "groups": {"0": "a", "1": "b"}}),
        case("nccd", 1.2, input={"kind": "graph", "edges": [[0, 1], [1, 2]]}, params={"tree": "complete_integer"}),
        case("weighted_fan_in", {"0": 0, "1": 3}, input={**PAIR, "edges": [[0, 1, 2], [0, 1]]}),
        case(
            "weighted_fan_in",
            {"0": 0, "1": 2},
            input={**PAIR, "edges": [[0, 1, 9], [0, 1, 9]], "note": "ignore the weight attribute"},
        ),
        case("density", 0.5, input={"kind": "generator", "name": "path_graph", "n": 4}),
        case(
            "afferent_coupling",
            1,
            input={"kind": "generator", "name": "balanced_tree", "span": 3, "layers_below_top": 2, "node": 5},
        ),
        case(
            "variation_of_information",
            0,
            input={"kind": "reorg", "before": {"p": 1, "q": 2}, "after": {"p": 5, "q": 6, "r": 7}},
        ),
        case("truck_factor_exact", 2, input={"kind": "ownership", "authors": {"f": ["ann"], "g": ["ann", "bo"]}}),
    ],
    ids=lambda known: known["metric"],
)
def test_every_kind_of_input_is_understood(known: dict[str, Any], tmp_path: Path) -> None:
    """Keys of JSON are text, null is undefined, sets have no order, and weights are taken or left as is said."""
    (found,) = judged(tmp_path, known)
    assert ("agrees", "") == (found.outcome, found.says)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1.0, 1.1),
        (1, True),
        (None, 0),
        (0, None),
        ("core", "shared"),
        (1.0, float("nan")),
        ({"a": 1}, {"a": 1, "b": 2}),
        ([1, 2], [1]),
        ([1, 2], [2, 1]),
        (float("nan"), float("nan")),
    ],
)
def test_what_is_not_the_same_does_not_agree(one: Any, other: Any) -> None:
    """Numbers up to the tolerance, all else exactly; nothing agrees with what is not a number."""
    assert not agrees(one, other, 0.05)


def test_sets_agree_whatever_their_order() -> None:
    """As many levels as are sets; below that order counts."""
    assert agrees([[1, 2], [3]], [[3], [1, 2]], 0, 1)
    assert not agrees([[1, 2], [3]], [[3], [2, 1]], 0, 1)
    assert agrees([[1, 2], [3]], [[3], [2, 1]], 0, 2)
    assert not agrees([1, 1, 2], [1, 2, 2], 0, 1)


def test_values_are_compared_as_json_would_hold_them() -> None:
    """Keys become text, sets become lists."""
    assert {"1": [2, 3]} == plain({1: frozenset({3, 2})})
