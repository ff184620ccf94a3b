"""How the command line behaves, whatever the command: exit codes, streams, files, one line for what went wrong."""

import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from tests.cli.conftest import Run

ROOT = Path(__file__).parents[2]
PROGRAM = [sys.executable, "-m", "orgmodel_cli"]
MORE_THAN_A_PIPE_HOLDS = 1 << 20


def test_nothing_to_complain_of_is_0(run: Run, org: Path) -> None:
    """An audit without a finding that counts exits with 0."""
    assert 0 == run("audit", org).code


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1), ("info", 1), ("never", 0)])
def test_the_lightest_finding_that_fails_is_chosen(run: Run, org: Path, fail_on: str, code: int) -> None:
    """The exit code is 1 from the chosen severity on."""
    assert code == run("audit", org, "--fail-on", fail_on).code


@pytest.mark.parametrize("form", ["text", "brief", "concise", "json"])
def test_the_format_never_changes_the_code(run: Run, org: Path, form: str) -> None:
    """Each format exits with the same code."""
    assert 1 == run("audit", org, "--fail-on", "warning", "--format", form).code


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["audit", "missing.yaml"], "missing.yaml does not exist"),
        (["audit", ".", "--select", "T999"], "there is no rule ‘T999’"),
        (["audit", ".", "--ignore", "team-to-large"], "did you mean team-too-large?"),
        (["audit", ".", "--set", "rules.T001.mx=8"], "did you mean max?"),
        (["audit", ".", "--set", "rules.T001.max=many"], "write a whole number"),
        (["audit", ".", "--set", "preset"], "KEY=VALUE"),
        (["audit", ".", "--set", "colour=red"], "there is no setting ‘colour’"),
        (["audit", ".", "--about", "chekout"], "did you mean checkout?"),
        (["audit", ".", "--under", "nowhere"], "there is no group ‘nowhere’"),
        (["audit", ".", "--today", "2027-02-30"], "write it as YYYY-MM-DD"),
        (["audit", ".", "--format", "xml"], "there is brief, concise, github, gitlab, json, jsonl, junit, markdown, "),
        (["audit", ".", "--max-findings", "-1"], "-1"),
        (["audit", ".", "-o", "no/such/folder/out.txt"], "cannot be written"),
        (["measure", ".", "--only", "fan_inn"], "did you mean fan_in?"),
        (["show", "anna", "."], "nothing is called ‘anna’"),
        (["explain", "T0001"], "did you mean T001?"),
        (["import", "tabels", "."], "did you mean tables?"),
        (["import", "tables", "missing"], "missing does not exist"),
        (["import", "tables", ".", "--role", "authors"], "write WORD=ROLE"),
        (["draw", "dependancies", "."], "did you mean dependencies?"),
        (["audti"], "did you mean audit?"),
        (["audit", "--selct", "T"], "--selct"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_2_and_one_line(run: Run, org: Path, words: list[str], said: str) -> None:
    """A wish that cannot be fulfilled ends with exit code 2, an empty document, and what would be right."""
    done = run(*words)
    assert (2, "") == (done.code, done.out)
    assert said in done.err
    assert 1 == done.err.count("\n")


def test_an_error_in_a_file_is_a_finding(run: Run, org: Path) -> None:
    """What is wrong with a file is a finding with exit code 1, and the rest of the audit still comes."""
    (org.parent / "broken.yaml").write_text("teams: [", encoding="utf-8")
    done = run("audit", ".", "--format", "concise", "--fail-on", "warning")
    assert 1 == done.code
    assert {"F001", "T001"} == {line.split()[2] for line in done.out.splitlines()}


def test_the_current_folder_is_the_default(run: Run, org: Path) -> None:
    """Without a path the current folder is audited, and its paths are relative."""
    assert run("audit", "--format", "concise").out.startswith("org.yaml:3:36: warning T001")


def test_several_paths_make_one_organisation(run: Run, org: Path) -> None:
    """A team of one file may be led by a person of another."""
    more = org.parent / "more" / "more.yaml"
    more.parent.mkdir()
    more.write_text("teams: {shop: {lead: ana, headcount: 5}}\n", encoding="utf-8")
    assert "" == run("audit", org, more.parent, "--format", "concise", "--select", "F").out


def test_standard_input_is_a_dash() -> None:
    """A dash reads the organisation from standard input."""
    done = subprocess.run(
        [*PROGRAM, "audit", "-", "--format", "concise"], input=b"teams: {a: {headcount: 12}}", capture_output=True
    )
    assert b"<stdin>:1:24: warning T001" in done.stdout


def test_a_machine_format_prints_nothing_but_itself(run: Run, org: Path) -> None:
    """JSON goes to standard output alone, and nothing is said beside it."""
    done = run("audit", org, "--format", "json")
    assert done.out.startswith('{"version": 1')
    assert "" == done.err


def test_output_is_written_whole_or_not_at_all(run: Run, org: Path) -> None:
    """A document that cannot be made leaves the file as it was, and nothing beside it."""
    target = org.parent / "out.txt"
    target.write_text("before", encoding="utf-8")
    assert 2 == run("audit", "missing.yaml", "-o", target).code
    assert "before" == target.read_text(encoding="utf-8")
    assert 0 == run("audit", org, "-o", target).code
    assert "T001" in target.read_text(encoding="utf-8")
    assert ["org.yaml", "out.txt"] == sorted(os.listdir(org.parent))


def test_options_have_environment_variables(run: Run, org: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is not said on the command line may be said in the environment."""
    monkeypatch.setenv("ORGMODEL_AUDIT_FORMAT", "concise")
    monkeypatch.setenv("ORGMODEL_SET", "rules.T001.max=20")
    assert "" == run("audit", org).out


def test_global_options_may_stand_before_the_command(run: Run, org: Path) -> None:
    """`orgmodel --color never --set … audit` is understood."""
    assert "T001" not in run("--color", "never", "--set", "rules.T001.max=20", "audit", org).out


def test_colour_is_asked_for(run: Run, org: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Colour comes with --color always and FORCE_COLOR, and not with NO_COLOR or into a pipe."""
    assert "\x1b[" in run("audit", org, "--color", "always").out
    assert "\x1b[" not in run("audit", org).out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in run("audit", org).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in run("audit", org).out


def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    """A reader that stops reading ends the program without a traceback."""
    teams = "".join(f"  t{n}: {{headcount: 99}}\n" for n in range(3000))
    file = tmp_path / "org.yaml"
    file.write_text(f"teams:\n{teams}", encoding="utf-8")
    script = f"{sys.executable} -m orgmodel_cli audit {file} | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", script], capture_output=True, check=True)
    assert b"" == done.stderr
    assert b"141" == done.stdout.splitlines()[-1]


def test_an_interruption_is_130() -> None:
    """Ctrl-C while reading ends with 130 and without a traceback."""
    heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # also where the tests themselves run unheard
    with subprocess.Popen(
        [*PROGRAM, "audit", "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=heard
    ) as process:
        assert process.stdin is not None
        process.stdin.write(b"#" * MORE_THAN_A_PIPE_HOLDS)  # returns when the program has begun to read
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    assert 130 == process.returncode
    assert b"Traceback" not in errors


def test_a_fault_of_the_program_is_one_line(run: Run, org: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Should the program itself fail, it says so in one line with exit code 2."""

    def fails(*_: object, **__: object) -> None:
        raise ZeroDivisionError("by chance")

    monkeypatch.setattr("orgmodel.api.audit", fails)
    done = run("audit", org)
    assert (2, 1) == (done.code, done.err.count("\n"))
    assert "ZeroDivisionError: by chance" in done.err
