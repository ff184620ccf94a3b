"""What each command delivers."""

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from orgmodel import __version__, api
from orgmodel.model.organisation import SECTION_OF_KIND
from orgmodel_cli.commands import COMMANDS
from orgmodel_cli.timings import timings
from tests.cli.conftest import Run

ROOT = Path(__file__).parents[2]
HEALTHY = ROOT / "orgs" / "healthy.yaml"
NORTHWIND = ROOT / "orgs" / "northwind"


def test_the_version_is_told(run: Run) -> None:
    """`--version` prints the version, alone and after other options."""
    assert f"orgmodel {__version__}\n" == run("--version").out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(run: Run, command: str) -> None:
    """Each command explains itself and its options."""
    done = run(command, "--help")
    assert 0 == done.code
    assert done.out.startswith(f"Usage: orgmodel {command}")


def test_select_and_ignore_choose_rules(run: Run, org: Path) -> None:
    """Rules are chosen by code, name or family, and left out likewise."""
    for words in (["--select", "T001"], ["--select", "team-too-large"], ["--select", "T", "--ignore", "T002,L"]):
        assert ["T001"] == codes(run, org, *words)
    assert [] == codes(run, org, "--ignore", "T001")


def codes(run: Run, org: Path, *words: str) -> list[str]:
    """Return the codes of the findings in the order they are printed."""
    return [each["code"] for each in json.loads(run("audit", org, "--format", "json", *words).out)["findings"]]


def test_about_keeps_what_concerns_an_entity(run: Run) -> None:
    """Findings about one team, whoever their subject is."""
    found = json.loads(run("audit", NORTHWIND, "--about", "team:checkout", "--format", "json").out)["findings"]
    assert "T001" in {each["code"] for each in found}
    for each in found:
        subjects = [each["subject"], *(related["subject"] for related in each["related"] if related["subject"])]
        assert "checkout" in json.dumps(subjects)


def test_under_keeps_a_branch_and_the_whole_graph(run: Run) -> None:
    """Only findings of a branch are shown, and coverage still counts the whole organisation."""
    whole = json.loads(run("audit", NORTHWIND, "--format", "json").out)
    branch = json.loads(run("audit", NORTHWIND, "--under", "shop", "--format", "json").out)
    assert 0 < len(branch["findings"]) < len(whole["findings"])
    assert whole["coverage"] == branch["coverage"]


def test_min_severity_leaves_out_what_is_lighter(run: Run) -> None:
    """Only errors are left with --min-severity error."""
    found = json.loads(run("audit", NORTHWIND, "--min-severity", "error", "--format", "json").out)["findings"]
    assert {"error"} == {each["severity"] for each in found}


def test_a_severity_can_be_set(run: Run, org: Path) -> None:
    """A configured severity holds for the findings of the rule."""
    found = json.loads(run("audit", org, "--set", "severity.T001=error", "--format", "json").out)["findings"]
    assert [("T001", "error")] == [(each["code"], each["severity"]) for each in found]


def test_max_findings_and_statistics(run: Run) -> None:
    """The text stops after so many findings and says so; statistics add a line for each rule."""
    done = run("audit", NORTHWIND, "--max-findings", "1", "--statistics")
    assert 1 == done.out.count("= do:")
    assert "T001" in done.out


def test_statistics_and_verbose_say_where_the_time_went(run: Run, org: Path) -> None:
    """The time of each step, and its share, go to standard error, so that the document is always the same."""
    verbose, statistics = run("audit", org, "-v"), run("audit", org, "--statistics")
    assert re.search(r"^ +\d+\.\d{3} s +\d+ %   T001 team-too-large$", verbose.err, re.MULTILINE)
    assert re.search(r"^ +\d+\.\d{3} s +\d+ %   load$", statistics.err, re.MULTILINE)
    assert statistics.err.splitlines()[-1].endswith(" more, each less than 1 %")
    assert "load" not in verbose.out + statistics.out


def test_the_steps_of_statistics_are_all_of_the_time() -> None:
    """What is too short for a line of its own is told together."""
    audit = replace(api.audit(NORTHWIND), seconds={"load": 9.0, "T001": 0.9, "T002": 0.06, "C001": 0.04})
    heading, *lines = timings(audit, every=False)
    assert "      time  share   step" == heading
    assert [
        "   9.000 s   90 %   load",
        "   0.900 s    9 %   T001 team-too-large",
        "   0.100 s    1 %   2 more, each less than 1 %",
    ] == lines
    assert "   0.040 s    0 %   C001 coupling-hot-spot" == [*timings(audit, every=True)][-1]


def test_measures_as_json_have_all_ids(run: Run) -> None:
    """The measures that every release keeps are there, for the organisation and for teams."""
    found = json.loads(run("measure", NORTHWIND, "--format", "json").out)
    organisation = {
        "people", "heads", "teams", "groups", "team_dependency_edges", "team_dependency_weight", "unknown_kind_share",
        "largest_cycle", "propagation_cost", "layers", "mean_span", "stl_coverage", "two_pizza_share", "modularity",
        "inter_team_dependency_ratio",
    }  # fmt: skip
    teams = {
        "id", "size", "fte", "fan_in", "fan_out", "weighted_fan_in", "weighted_fan_out", "betweenness",
        "visibility_fan_in", "visibility_fan_out", "instability", "in_cycle", "components_owned", "active_initiatives",
    }  # fmt: skip
    assert organisation <= {each["id"] for each in found["measures"]}
    assert teams <= set(found["teams"][0])
    assert found["organisation"]["teams"] == len(found["teams"])


def test_what_is_not_defined_has_a_reason(run: Run, org: Path) -> None:
    """A measure without a value says why, as null in JSON and as a dash in the table."""
    found = json.loads(run("measure", org, "--format", "json").out)["measures"]
    undefined = {each["id"]: each["reason"] for each in found if each["value"] is None}
    assert "there are no dependencies between teams" == undefined["unknown_kind_share"]
    assert "–  share" in run("measure", org).out


def test_measures_as_csv_read_back(run: Run) -> None:
    """The CSV of teams has a row for each team."""
    rows = list(csv.DictReader(io.StringIO(run("measure", HEALTHY, "--by", "team", "--format", "csv").out)))
    assert 30 <= len(rows)
    assert float(rows[0]["size"]) > 0


def test_the_layer_is_chosen(run: Run) -> None:
    """Waiting is less than all dependencies."""
    edges = [
        json.loads(run("measure", NORTHWIND, "--graph", layer, "--only", "team_dependency_edges", "-f", "json").out)
        for layer in ("all", "waits")
    ]
    counts = [each["measures"][0]["value"] for each in edges]
    assert counts[0] > counts[1] > 0


def test_show_tells_what_is_tied_to_an_entity(run: Run) -> None:
    """A team's card names its people, dependencies with reasons, and findings."""
    shown = run("show", "checkout", NORTHWIND)
    assert 0 == shown.code
    for word in ("team checkout", "size", "depends on", "T001"):
        assert word in shown.out
    record = json.loads(run("show", "team:checkout", NORTHWIND, "--format", "json").out)["entities"][0]
    assert ("team", "checkout") == (record["kind"], record["id"])


@pytest.mark.parametrize("word", ["person", "team", "initiative", "component", "decision", "metric", "hiring"])
def test_every_kind_of_entity_can_be_shown(run: Run, word: str) -> None:
    """Each kind has a card."""
    org, _ = api.load(NORTHWIND)
    first = next(iter(org.section(SECTION_OF_KIND[word])))
    assert run("show", f"{word}:{first}", NORTHWIND).out.startswith(f"{word} {first}")


def test_explain_alone_is_a_table_of_all(run: Run) -> None:
    """All rules and measures are listed."""
    out = run("explain").out
    assert "T001" in out
    assert "propagation_cost" in out


def test_explain_says_where_numbers_come_from(run: Run) -> None:
    """A rule's page has its options with their provenance, its evidence and its sources."""
    record = json.loads(run("explain", "team-too-large", "--format", "json").out)[0]
    assert {"code", "name", "severity", "summary", "options", "evidence", "sources", "page"} <= set(record)
    assert {"name": "max", "default": 10, "provenance": "BRYAR3"}.items() <= record["options"][0].items()
    assert "unit: share" in run("explain", "propagation_cost").out


def test_the_schema_is_a_schema_and_fits_the_samples(run: Run) -> None:
    """The schema is valid draft-07 and refuses an unknown field."""
    schema = json.loads(run("schema").out)
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    good = {"teams": {"a": {"members": ["bo", {"person": "cy", "allocation": "50%"}], "x-own": 1}, "b": None}}
    assert validator.is_valid(good)
    assert not validator.is_valid({"teams": {"a": {"size": 4}}})


def test_tables_are_imported(run: Run, tmp_path: Path) -> None:
    """A folder of tables becomes an organisation file; what is not kept is told on standard error."""
    (tmp_path / "teams.csv").write_text("id,name,colour\nshop,Shop,red\n", encoding="utf-8")
    done = run("import", "tables", tmp_path)
    assert 0 == done.code
    assert "shop" in done.out
    assert "colour" in done.err


def test_doctor_and_completion(run: Run) -> None:
    """Doctor names the engines, completion prints a script for each shell."""
    assert "YAML parser" in run("doctor").out
    for shell in ("bash", "zsh", "fish"):
        assert "orgmodel" in run("completion", shell).out


def test_what_a_left_out_finding_covers_speaks_for_itself(run: Run, tmp_path: Path) -> None:
    """Where the covering finding is narrowed away, the covered one is printed."""
    file = tmp_path / "org.yaml"
    file.write_text(
        "people: {ana: {}}\nteams: {a: {lead: ana, members: []}, b: {lead: ana, members: []}}\n",
        encoding="utf-8",
    )
    words = ["audit", file, "--select", "T004,L013", "--format", "json"]
    covered = {each["code"]: each["covered_by"] for each in json.loads(run(*words).out)["findings"]}
    assert covered["T004"]
    assert covered["L013"] is None
    left = json.loads(run(*words, "--set", "severity.L013=info", "--min-severity", "warning").out)["findings"]
    assert [("T004", None)] == [(each["code"], each["covered_by"]) for each in left]
