"""`orgmodel history`: the documents it writes, and what it says beside them."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.repositories import Made, needs_git

pytestmark = needs_git

SHOP = "people: {ana: {manager: nobody}, bo: {manager: ana}}\nteams:\n  shop: {lead: ana, members: [ana, bo]}\n"
TILLS = SHOP + "  tills: {lead: bo, members: [bo], headcount: 3}\n"


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Made:
    """Stand in a repository with four versions, one of them broken."""
    monkeypatch.chdir(tmp_path)
    made = Made(tmp_path)
    made.commit({"orgs/org.yaml": SHOP}, date="2026-01-10", says="The shop")
    made.commit({"orgs/org.yaml": TILLS}, date="2026-01-20", says="Tills, and Bo leads them")
    made.commit({"orgs/org.yaml": TILLS.replace("teams:", "teams: [")}, date="2026-02-10", says="Oh dear")
    made.commit({"orgs/org.yaml": SHOP + "# again\n"}, date="2026-03-10", says="Back to where we were")
    return made


def parsed(run: Run, *words: object) -> Any:
    """Return the history as JSON."""
    done = run("history", *words, "--format", "json")
    assert (0, "") == (done.code, done.err)
    return json.loads(done.out)


def test_a_row_for_each_version(made: Made, run: Run) -> None:
    """The table has one line for each commit with its day and subject, and ends in words."""
    done = run("history", "orgs")
    assert (0, "") == (done.code, done.err)
    lines = done.out.splitlines()
    assert "orgs: 4 versions, 10 Jan 2026 to 10 Mar 2026" == lines[0]
    assert ["The shop", "Tills, and Bo leads them", "Oh dear", "Back to where we were"] == [
        line.split("  ")[-1].strip() for line in lines[4:8]
    ]
    assert "between   2 changed team, 1 team created, 1 team removed" in done.out
    assert max(map(len, lines)) <= 120


def test_csv_opens_as_csv(made: Made, run: Run) -> None:
    """Each row has all columns; what is not known is empty, and there is no text of a user in it."""
    rows = list(csv.DictReader(io.StringIO(run("history", "orgs", "--format", "csv").out)))
    assert ["2026-01-10", "2026-01-20", "2026-02-10", "2026-03-10"] == [row["date"] for row in rows]
    assert ["1", "2", "", "1"] == [row["teams"] for row in rows]
    assert ["", "1", "", "0"] == [row["teams_created"] for row in rows]
    assert not any(None in row for row in rows)


def test_the_latest_rows(made: Made, run: Run) -> None:
    """Rows are chosen by day, by period and by number."""
    assert ["2026-02-10", "2026-03-10"] == days(parsed(run, "orgs", "--last", "2"))
    assert ["2026-01-20", "2026-02-10", "2026-03-10"] == days(parsed(run, "orgs", "--since", "2026-01-11"))
    assert ["2026-01-20", "2026-02-10", "2026-03-10"] == days(parsed(run, "orgs", "--every", "month"))
    assert ["2026-03-10"] == days(parsed(run, "orgs", "--every", "quarter"))
    assert ["2026-02-10"] == days(parsed(run, "HEAD~1:orgs", "--last", "1"))
    assert [] == days(parsed(run, "orgs", "--since", "2027-01-01"))
    assert "orgs: no version since 1 Jan 2027\n" == run("history", "orgs", "--since", "2027-01-01").out


def days(history: Any) -> list[str]:
    """Return the days of the rows."""
    return [row["date"] for row in history["rows"]]


def test_rules_are_chosen_and_set(made: Made, run: Run) -> None:
    """Findings are those of the rules that were asked for, with their settings."""
    limits = ("--select", "T008", "--today", "2026-11-22")
    assert [0, 1] == [row["warnings"] for row in parsed(run, "orgs", *limits)["rows"][:2]]
    assert [0, 0] == [row["warnings"] for row in parsed(run, "orgs", *limits, "--ignore", "T")["rows"][:2]]
    graver = parsed(run, "orgs", *limits, "--set", "severity.T008=error")
    assert ([0, 1], "2026-11-22") == ([row["errors"] for row in graver["rows"][:2]], graver["today"])


def test_the_current_folder_is_the_default(made: Made, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a path it is the history of the current folder."""
    monkeypatch.chdir(made.folder / "orgs")
    assert 4 == len(parsed(run)["rows"])


def test_changes_that_are_not_committed(made: Made, run: Run) -> None:
    """They are said in one line, and the last row is that of the working tree."""
    made.write({"orgs/org.yaml": TILLS})
    done = run("history", "orgs", "--today", "2026-11-22")
    assert "orgmodel: there are changes that are not committed; only the row ‘now’ has them\n" == done.err
    assert "2026-11-22 now " in done.out
    quiet = run("history", "orgs", "-q", "--format", "json", "--last", "1")
    assert "" == quiet.err
    last = json.loads(quiet.out)["rows"][-1]
    assert ("now", ["tills"]) == (last["commit"], last["teams_created"])


def test_a_shallow_clone(made: Made, run: Run, tmp_path_factory: pytest.TempPathFactory) -> None:
    """That older versions are missing is said in one line."""
    clone = tmp_path_factory.mktemp("clone")
    made.git("clone", "--quiet", "--depth=1", f"file://{made.folder}", str(clone))
    done = run("history", clone / "orgs")
    assert 0 == done.code
    assert done.err.startswith("orgmodel: the clone is shallow: older commits are left out")
    assert 1 == done.err.count("\n")


def test_two_runs_write_the_same(made: Made, run: Run) -> None:
    """Every form is the same each time."""
    for form in ("table", "csv", "json"):
        assert run("history", "orgs", "-f", form) == run("history", "orgs", "-f", form)


def test_the_document_goes_to_a_file(made: Made, run: Run) -> None:
    """With -o nothing is printed."""
    assert ("", 0) == (run("history", "orgs", "-o", made.folder / "out.csv", "-f", "csv").out, 0)
    assert (made.folder / "out.csv").read_text(encoding="utf-8").startswith("date,commit,broken_files,")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nowhere"], "orgmodel: nowhere does not exist\n"),
        (["new.yaml"], "orgmodel: new.yaml has no history: git knows nothing of it; commit it first\n"),
        (["HEAD~9:orgs"], "git knows no revision ‘HEAD~9’, though ‘HEAD’ is one\n"),
        (["orgs", "--last", "0"], "0 is not in the range"),
        (["orgs", "--since", "yesterday"], "write it as YYYY-MM-DD"),
        (["orgs", "--every", "moon"], "'moon' is not one of"),
        (["orgs", "--select", "T999"], "there is no rule ‘T999’"),
    ],
)
def test_what_cannot_be_done_is_2_and_one_line(made: Made, run: Run, words: list[str], said: str) -> None:
    """A path without a history and a wish that means nothing end with exit code 2."""
    made.write({"new.yaml": SHOP})
    done = run("history", *words)
    assert (2, "") == (done.code, done.out)
    assert said in done.err
    assert 1 == done.err.count("\n")


def test_without_git(made: Made, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without git there is no history, and one line says so."""
    monkeypatch.setenv("PATH", "")
    done = run("history", "orgs")
    assert (2, "orgmodel: orgs has no history: git is not installed\n") == (done.code, done.err)


def test_without_a_repository(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Outside of a repository there is no history, and one line says so; nor is there before the first commit."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "org.yaml").write_text(SHOP, encoding="utf-8")
    done = run("history", "org.yaml")
    assert (2, "orgmodel: org.yaml has no history: there is no git repository here\n") == (done.code, done.err)
    Made(tmp_path)
    done = run("history", "org.yaml")
    assert (2, "orgmodel: org.yaml has no history: there is no commit yet\n") == (done.code, done.err)


def test_every_command_takes_a_revision(made: Made, run: Run) -> None:
    """An organisation at a revision can be audited, measured, shown and drawn like one on disk."""
    assert (
        "HEAD~2:orgs/org.yaml:4:47: warning T008"
        in run("audit", "HEAD~2:orgs", "-f", "concise", "--select", "T008").out
    )
    assert "tills" in run("measure", "HEAD~2:orgs", "--by", "team").out
    assert "HEAD~2:orgs/org.yaml" in run("show", "tills", "HEAD~2:orgs").out
    assert "2 teams" in run("draw", "dependencies", "HEAD~2:orgs", "-f", "dot").out
