"""`orgmodel measure` and what `orgmodel explain` says of measures."""

import csv
import io
import json
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from orgmodel import catalogue
from tests.cli.conftest import Run

ROOT = Path(__file__).parents[2]
NORTHWIND = ROOT / "orgs/northwind"
SCHEMA = json.loads((ROOT / "orgmodel/report/measure.schema.json").read_text(encoding="utf-8"))
KINDS = ("team", "group", "initiative", "person", "component", "decision")


def parsed(run: Run, *words: object) -> Any:
    """Return the measures as JSON."""
    done = run("measure", *words, "--format", "json", "-q")
    assert (0, "") == (done.code, done.err)
    return json.loads(done.out)


@pytest.mark.parametrize("path", ["northwind", "first.yaml", "healthy.yaml", "fulfilment/before.yaml"])
def test_the_samples_fit_the_schema(run: Run, path: str) -> None:
    """The published schema describes what is written of every sample."""
    jsonschema.Draft7Validator(SCHEMA).validate(parsed(run, ROOT / "orgs" / path))


def test_an_organisation_of_nothing_fits_the_schema(run: Run, org: Path) -> None:
    """Every measure is there, most of them with a reason, and there are no rows."""
    org.write_text("{}\n", encoding="utf-8")
    record = parsed(run, org)
    jsonschema.Draft7Validator(SCHEMA).validate(record)
    assert {each.id for each in catalogue.measures(by="organisation")} == {each["id"] for each in record["measures"]}
    assert ([], []) == (record["teams"], record["distributions"])
    assert [] != record["team_measures"]


def test_json_has_all_kinds(run: Run) -> None:
    """Without --by there are the measures of everything, with --by of one kind only."""
    record = parsed(run, NORTHWIND)
    assert all(record[f"{by}_measures"] for by in KINDS)
    assert 65 == len(record["teams"])
    only = parsed(run, NORTHWIND, "--by", "decision")
    assert ["decision"] == [by for by in KINDS if only[f"{by}_measures"]]
    assert [] == only["measures"]


def test_a_null_of_a_row_has_a_reason(run: Run) -> None:
    """It stands in the row or at the measure, of whatever kind."""
    record = parsed(run, NORTHWIND)
    keys = dict(zip(KINDS, ("teams", "groups", "initiatives", "people", "components", "decisions"), strict=True))
    nulls = 0
    for by, key in keys.items():
        of_all = {each["id"]: each["reason"] for each in record[f"{by}_measures"]}
        for row in record[key]:
            for id in (id for id, value in row.items() if value is None):
                nulls += 1
                assert row.get("reasons", {}).get(id) or of_all[id], (key, row["id"], id)
    assert nulls > 10


def test_what_was_cleaned_is_said_in_every_form(run: Run) -> None:
    """In JSON as numbers, below the table and in Markdown as a sentence."""
    cleaned = parsed(run, NORTHWIND, "--only", "people")["cleaning"]
    said = f"{cleaned['loops']} dependencies of a team on itself left out, {cleaned['merged']} merged"
    for form in ("table", "markdown"):
        assert said in " ".join(run("measure", NORTHWIND, "--only", "people", "-f", form).out.split())
    other = parsed(run, NORTHWIND, "--only", "people", "--graph", "waits")
    assert ("waits", True) == (other["layer"], other["cleaning"] != cleaned)


@pytest.mark.parametrize("by", KINDS)
def test_every_kind_can_be_written(run: Run, by: str) -> None:
    """Each form has a row for each of them, and the evidence of each measure."""
    key = {"person": "people"}.get(by, f"{by}s")
    ids = [row["id"] for row in parsed(run, NORTHWIND, "--by", by)[key]]
    labels = {each.evidence for each in catalogue.measures(by=by)}  # type: ignore[arg-type]  # words of `By`
    for form in ("table", "csv", "markdown"):
        done = run("measure", NORTHWIND, "--by", by, "-f", form, "-q")
        assert (0, "") == (done.code, done.err)
        assert [] == [said for said in (*ids, *labels) if said not in done.out], form


@pytest.mark.parametrize("columns", ["80", "100", "140"])
@pytest.mark.parametrize("by", ["organisation", *KINDS])
def test_tables_fit_the_terminal(run: Run, by: str, columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many measures there are, no line is wider."""
    monkeypatch.setenv("COLUMNS", columns)
    lines = run("measure", NORTHWIND, "--by", by).out.splitlines()
    assert max(map(len, lines)) <= int(columns)


def test_only_chooses_what_it_is_by_as_well(run: Run) -> None:
    """Measures of teams need no --by, and JSON has whatever was named."""
    (row, *_) = csv.DictReader(io.StringIO(run("measure", NORTHWIND, "--only", "size, fan_in", "-f", "csv").out))
    assert {"team", "size", "fan_in", "reasons", "evidence"} == set(row)
    record = parsed(run, NORTHWIND, "--only", "size,people")
    assert (["people"], ["size"]) == ([e["id"] for e in record["measures"]], [e["id"] for e in record["team_measures"]])
    assert [] == record["initiatives"]


def test_what_assumes_something_is_computed_if_it_is_named(run: Run) -> None:
    """And what it assumes stands beside it."""
    assumed = next(each for each in catalogue.every_measure() if each.assumed)
    assert assumed.id not in run("measure", NORTHWIND, "--by", assumed.by).out
    record = parsed(run, NORTHWIND, "--by", assumed.by, "--only", assumed.id)
    assert assumed.assumed in record[f"{assumed.by}_measures"][0]["detail"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--only", "sise"], "there is no measure ‘sise’; did you mean size?"),
        (["--only", "size,people"], "these are measures of different things, so ask one by one"),
        (["--only", "size", "--by", "organisation"], "size is no measure of the organisation, but of each team"),
        (["--by", "nobody"], "'nobody' is not one of"),
        (["--format", "xml"], "'xml' is not one of"),
    ],
)
def test_what_cannot_be_measured_is_2_and_one_line(run: Run, org: Path, words: list[str], said: str) -> None:
    """A wish that means nothing ends with exit code 2 and what would be right."""
    done = run("measure", org, *words)
    assert (2, "", 1) == (done.code, done.out, done.err.count("\n"))
    assert said in done.err


def test_distributions_are_small_bars_in_the_table(run: Run) -> None:
    """With their numbers, and what they are evidence of."""
    out = run("measure", NORTHWIND).out
    line = next(line for line in out.splitlines() if line.startswith("spans "))
    assert {"▁", "█"} <= set(line)
    assert "spans (people): folklore" in out


def test_a_terminal_that_cannot_draw_blocks_gets_ascii(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A dumb terminal has no blocks; a file and a pipe hold whatever is written into them."""
    monkeypatch.setenv("TERM", "dumb")
    words = ("measure", NORTHWIND, "-q", "--only", "spans")
    assert "█" in run(*words).out
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert run(*words).out.isascii()
    run(*words, "-o", tmp_path / "out.txt")
    assert "█" in (tmp_path / "out.txt").read_text(encoding="utf-8")


# --- explain


def test_explain_says_all_of_a_measure(run: Run) -> None:
    """What it is, of what, in which unit and range, on what evidence, which way, with an example and its sources."""
    out = run("explain", "propagation_cost").out
    for said in (
        "propagation_cost\n",
        "\nof: the organisation\n",
        "\nfamily: Reach\n",
        "\nunit: share\n",
        "\nrange: ",
        "\nevidence: supported: studies tie it to outcomes",
        "\ndirection: fewer or less is better\n",
        "\n## Example\n\n>>> propagation_cost(",
        "\n## Sources\n\n- ",
    ):
        assert said in out


def test_explain_as_json_has_the_same_keys_for_every_measure(run: Run) -> None:
    """A record for each kind of thing that it is a measure of."""
    (record,) = json.loads(run("explain", "size", "-f", "json").out)
    assert ("size", "team", "Counts", "people", "0 and more", "descriptive", None, []) == tuple(
        record[key] for key in ("id", "by", "family", "unit", "range", "evidence", "better", "sources")
    )
    assert ">>> size(7)\n7" == record["example"]
    assert {"summary", "definition", "means", "assumed"} <= set(record)
    several = {each.id for each in catalogue.every_measure() if each.by == "team"} & {
        each.id for each in catalogue.every_measure() if each.by == "organisation"
    }
    for id in sorted(several):
        kinds = [each["by"] for each in json.loads(run("explain", id, "-f", "json").out)]
        assert {"organisation", "team"} <= set(kinds)
        assert run("explain", id).out.count("\nof: ") == len(kinds)


def test_explain_knows_the_closest_measure(run: Run) -> None:
    """A name that is nearly one is named."""
    done = run("explain", "propagation_costs")
    assert (2, "") == (done.code, done.out)
    assert "did you mean propagation_cost?" in done.err


@pytest.mark.parametrize("id", sorted({each.id for each in catalogue.every_measure()}))
def test_every_measure_is_explained(run: Run, id: str) -> None:
    """Each has its facts, whatever its docstring looks like."""
    out = run("explain", id).out
    assert out.startswith(f"{id}\n\n")
    assert "\nunit: " in out
