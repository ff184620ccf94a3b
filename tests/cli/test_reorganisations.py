"""`compare`, `apply`, `review` and `--with`: documents, exit codes, and what is said beside them."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from tests.cli.conftest import Run
from tests.repositories import Made, needs_git

ROOT = Path(__file__).parents[2]
BASE = """\
# the whole company
organisation: {name: Sample}
people:
  ana: {name: Ana Moreau, manager: nobody} # founded it
  bo: {manager: ana}
  cy: {manager: ana}
teams:
  shop: {lead: ana, members: [ana, bo, cy]}
  care: {members: []}
components:
  ledger: {owner: shop, experts: [bo]}
"""
PLAN = """\
plan: {name: Bo to care, objective: care can answer alone}
changes:
  - move_person: {person: bo, from: shop, to: care}
  - hand_over: {component: ledger, to: care}
"""
MISFIT = "changes:\n  - move_person: {person: nemo, to: care}\n  - move_person: {person: bo, to: care}\n"


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with an organisation, a plan, and one that does not fit."""
    monkeypatch.chdir(tmp_path)
    for name, text in (("org.yaml", BASE), ("plan.yaml", PLAN), ("misfit.yaml", MISFIT)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


# --- compare


def test_compare_tells_what_changes(files: Path, run: Run) -> None:
    """The first screen names the plan, and who moves."""
    done = run("compare", "org.yaml", "plan.yaml", "--brief")
    assert (0, "") == (done.code, done.err)
    assert done.out.startswith("Bo to care — against today and doing nothing\n")
    assert "1 of 3 by name changes team (bo)" in " ".join(done.out.split())


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_every_form_of_a_comparison(files: Path, run: Run, form: str) -> None:
    """Each form is written, the same into a file as to standard output."""
    printed = run("compare", "org.yaml", "plan.yaml", "--format", form, "--today", "2026-11-22")
    run("compare", "org.yaml", "plan.yaml", "--format", form, "--today", "2026-11-22", "-o", "out")
    assert 0 == printed.code
    assert printed.out.split() == (files / "out").read_text(encoding="utf-8").split()


def test_the_json_has_the_published_shape(files: Path, run: Run) -> None:
    """The document agrees with its schema, and holds what every release keeps."""
    document = json.loads(run("compare", "org.yaml", "plan.yaml", "misfit.yaml", "--format", "json").out)
    schema = json.loads((ROOT / "orgmodel/report/comparison/comparison.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(document, schema)
    first = document["alternatives"][0]
    assert [{"id": "bo", "from": ["shop"], "to": ["care"]}] == first["people"]["changed_team"]
    assert ["ledger"] == [each["id"] for each in first["components"]["handed_over"]]
    assert {"kept", "cut", "new"} == set(first["people"]["ties"])


def test_exit_code_only_when_asked(files: Path, run: Run) -> None:
    """What is wrong with a plan makes the exit code 1 with --exit-code, at or above the severity that is named."""
    assert 0 == run("compare", "org.yaml", "misfit.yaml").code
    assert 1 == run("compare", "org.yaml", "misfit.yaml", "--exit-code").code
    assert 0 == run("compare", "org.yaml", "plan.yaml", "--exit-code").code
    assert 1 == run("compare", "org.yaml", "plan.yaml", "--exit-code", "--fail-on", "info").code


def test_a_change_that_does_not_fit_comes_first(files: Path, run: Run) -> None:
    """The first thing said is what was left out, with its line and what to do."""
    out = " ".join(run("compare", "org.yaml", "misfit.yaml", "--brief").out.split())
    assert "THE PLAN DOES NOT FIT 1 of 2 changes was left out" in out
    assert "misfit.yaml:2 F008" in out


def test_comparing_with_itself_is_one_line(files: Path, run: Run) -> None:
    """Nothing changes, and that is said in one line."""
    done = run("compare", "org.yaml", "org.yaml")
    assert (0, "org.yaml and org.yaml say the same: nothing changes.\n") == (done.code, done.out)


@pytest.mark.parametrize(
    ("topic", "expected"),
    [("people.changed_team", "bo"), ("components.handed_over", "ledger"), ("ties.cut", "ana and bo")],
)
def test_names_behind_a_number(files: Path, run: Run, topic: str, expected: str) -> None:
    """Each number can be asked for its names."""
    assert expected in run("compare", "org.yaml", "plan.yaml", "--names", topic).out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("compare", "nope.yaml", "plan.yaml"), "nope.yaml does not exist"),
        (("compare", "org.yaml", "nope.yaml"), "nope.yaml does not exist"),
        (("compare", "org.yaml", "plan.yaml", "--names", "people.gone"), "there is no topic"),
        (("compare", "org.yaml"), "missing argument"),
        (("apply", "org.yaml", "nope.yaml"), "nope.yaml does not exist"),
        (("review", "nope.yaml", "org.yaml"), "nope.yaml does not exist"),
        (("schema", "plam"), "did you mean plan?"),
    ],
)
def test_wrong_words_are_one_line_and_exit_code_2(files: Path, run: Run, words: tuple[str, ...], said: str) -> None:
    """What cannot be done is said in one line on standard error."""
    done = run(*words)
    assert (2, "", 1) == (done.code, done.out, done.err.count("\n"))
    assert said in done.err


@needs_git
def test_a_revision_can_be_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    """What was committed is compared with what is there now; a revision that there is not is one line."""
    monkeypatch.chdir(tmp_path)
    made = Made(tmp_path)
    made.commit({"org.yaml": BASE}, date="2026-01-01")
    (tmp_path / "org.yaml").write_text(BASE.replace("[ana, bo, cy]", "[ana, cy]"), encoding="utf-8")
    done = run("compare", "HEAD:org.yaml", "org.yaml", "--names", "people.changed_team")
    assert (0, "bo") == (done.code, done.out.split()[0].rstrip(":"))
    wrong = run("compare", "HEAD~9:org.yaml", "org.yaml")
    assert (2, "", 1) == (wrong.code, wrong.out, wrong.err.count("\n"))


@needs_git
def test_history_tells_who_moved_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    """With --history, somebody who moved some months ago and moves again is a finding of X012."""
    monkeypatch.chdir(tmp_path)
    made = Made(tmp_path)
    made.commit({"org.yaml": BASE.replace("[ana, bo, cy]", "[ana, cy]")}, date="2026-01-01")
    made.commit({"org.yaml": BASE, "plan.yaml": PLAN}, date="2026-06-01")
    words = ("compare", "org.yaml", "plan.yaml", "--today", "2026-11-01", "--format", "json")
    codes = {
        history: [each["code"] for each in json.loads(run(*words, *history).out)["alternatives"][0]["change_findings"]]
        for history in ((), ("--history",))
    }
    assert ("X012" in codes[()], "X012" in codes[("--history",)]) == (False, True)


# --- apply


def test_apply_writes_the_organisation_after_the_plan(files: Path, run: Run) -> None:
    """Only what changes is written otherwise; comments stay."""
    done = run("apply", "org.yaml", "plan.yaml")
    assert (0, "") == (done.code, done.err)
    expected = BASE.replace("[ana, bo, cy]", "[ana, cy]").replace("members: []", "members: [bo]")
    assert expected.replace("owner: shop", "owner: care") == done.out


def test_the_way_back_leads_to_the_base(files: Path, run: Run) -> None:
    """Applying the plan that --undo writes gives what there was."""
    run("apply", "org.yaml", "plan.yaml", "-o", "after.yaml", "--undo", "back.yaml")
    run("apply", "after.yaml", "back.yaml", "-o", "again.yaml")
    assert "say the same" in run("compare", "org.yaml", "again.yaml").out


def test_a_plan_that_does_not_fit_writes_nothing(files: Path, run: Run) -> None:
    """Each change that does not fit is told at its line; no file is touched, and the exit code is 2."""
    done = run("apply", "org.yaml", "misfit.yaml", "-o", "after.yaml", "--undo", "back.yaml")
    assert (2, "") == (done.code, done.out)
    assert done.err.startswith("misfit.yaml:2:27: error F008 [unknown-reference]")
    assert done.err.endswith("misfit.yaml does not fit org.yaml; nothing is written\n")
    assert not (files / "after.yaml").exists()
    assert not (files / "back.yaml").exists()


def test_a_folder_keeps_its_files(files: Path, run: Run) -> None:
    """Each file is written into the new folder, those without changes byte for byte; the old folder can be named."""
    folder = files / "orgs"
    (folder / "deep").mkdir(parents=True)
    sections: dict[str, Any] = yaml.safe_load(BASE)
    for name in ("people", "teams", "components"):
        text = f"# {name}\r\n{yaml.safe_dump({name: sections[name]})}"
        (folder / "deep" / f"{name}.yaml").write_bytes(text.encode())
    run("apply", "orgs", "plan.yaml", "-o", "after")
    people = [(files / each / "deep/people.yaml").read_bytes() for each in ("orgs", "after")]
    assert people[0] == people[1]
    assert "say the same" in run("compare", "after", "after").out
    assert 0 == run("apply", "orgs", "plan.yaml", "-o", "orgs").code
    assert "say the same" in run("compare", "orgs", "after").out
    assert [] == [path.name for path in folder.rglob(".*")]


def test_what_is_unplaced_is_told_and_written(files: Path, run: Run) -> None:
    """A warning does not stop the plan, and --quiet does not print it."""
    (files / "loose.yaml").write_text("changes: [{dissolve_team: {team: shop, components_to: care}}]", encoding="utf-8")
    done = run("apply", "org.yaml", "loose.yaml", "-o", "after.yaml")
    assert 0 == done.code
    assert "X017" in done.err
    assert (0, "") == run("apply", "org.yaml", "loose.yaml", "-o", "after.yaml", "-q")[::2]


# --- review


def test_review_tells_what_was_done(files: Path, run: Run) -> None:
    """Before the plan nothing is done, afterwards all of it."""
    run("apply", "org.yaml", "plan.yaml", "-o", "after.yaml")
    before = json.loads(run("review", "plan.yaml", "org.yaml", "--format", "json").out)
    after = json.loads(run("review", "plan.yaml", "after.yaml", "--format", "json", "--base", "org.yaml").out)
    assert ["not done", "not done"] == [each["state"] for each in before["promises"]]
    assert {"done"} == {each["state"] for each in after["promises"]}


# --- plans applied first


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("audit", "org.yaml", "--fail-on", "never"), "T002"),
        (("measure", "org.yaml", "--by", "team", "--format", "csv"), "care"),
        (("show", "bo", "org.yaml"), "care"),
        (("draw", "dependencies", "org.yaml", "--format", "dot", "-q"), "digraph"),
    ],
)
def test_other_commands_apply_plans_first(files: Path, run: Run, words: tuple[str, ...], said: str) -> None:
    """With --with a command speaks of the organisation after the plan."""
    done = run(*words, "--with", "plan.yaml")
    assert 0 == done.code
    assert said in done.out
    if words[0] != "draw":
        assert run(*words).out != done.out


def test_what_is_wrong_with_a_plan_is_a_finding_of_the_audit(files: Path, run: Run) -> None:
    """An audit with a plan that does not fit has the finding at the plan's line."""
    done = run("audit", "org.yaml", "--with", "misfit.yaml", "--format", "concise")
    assert 1 == done.code
    assert "misfit.yaml:2:27: error F008" in done.out


def test_plans_that_contradict_each_other(files: Path, run: Run) -> None:
    """The second of two plans that say different things of the same person is told where the first one says it."""
    (files / "other.yaml").write_text("changes: [{leave: {person: bo}}]", encoding="utf-8")
    move = "changes: [{move_person: {person: bo, to: care}}]"
    (files / "first.yaml").write_text(move, encoding="utf-8")
    done = run("audit", "org.yaml", "--with", "first.yaml", "--with", "other.yaml", "--format", "concise")
    assert "first.yaml:1" in next(line for line in done.out.splitlines() if "X016" in line)


def test_the_schema_of_plans_accepts_the_samples(run: Run) -> None:
    """Editors that read the schema of the plan file find nothing wrong with the samples."""
    validator = jsonschema.Draft7Validator(json.loads(run("schema", "plan").out))
    for path in sorted((ROOT / "orgs/northwind-plans").glob("*.yaml")):
        said = json.loads(json.dumps(yaml.safe_load(path.read_text(encoding="utf-8")), default=str))
        assert [] == [error.message for error in validator.iter_errors(said)]
