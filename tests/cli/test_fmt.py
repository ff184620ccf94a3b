"""`orgmodel fmt`: what it writes, what it says, and its exit codes."""

import io
import os
import sys
from pathlib import Path

import pytest

from orgmodel_cli import writing
from tests.cli.conftest import Run

ODD = "people: {ana: {name: Ana Moreau, manager: nobody}}\nteams:\n  checkout: {lead: ana, headcount: 12}\n"
GOOD = "people:\n  ana: {name: Ana Moreau, manager: nobody}\n\nteams:\n  checkout: {lead: ana, headcount: 12}\n"


def given(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    """Put something into standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))


def test_files_are_rewritten_in_place(run: Run, org: Path) -> None:
    """Only what differs is written; how many did is said on standard error."""
    good = org.with_name("good.yaml")
    good.write_text(GOOD, encoding="utf-8")
    os.utime(good, (1, 1))
    assert (0, "", "1 file formatted, 1 formatted already\n") == run("fmt")
    assert GOOD == org.read_text(encoding="utf-8")
    assert 1 == good.stat().st_mtime
    assert (0, "", "0 files formatted, 2 formatted already\n") == run("fmt", ".")


def test_check_names_files_and_writes_nothing(run: Run, org: Path) -> None:
    """The exit code is 1 as long as a file is not formatted."""
    assert (1, "org.yaml is not formatted\n", "1 file to format\n") == run("fmt", "--check")
    assert ODD == org.read_text(encoding="utf-8")
    run("fmt", "--quiet")
    assert (0, "", "") == run("fmt", "--check", "--quiet")


def test_diff_shows_what_would_change(run: Run, org: Path) -> None:
    """It is a unified diff, and exits with 0 unless it is to check as well."""
    org.write_bytes(b"teams: {}\npeople: {}")
    shown = "--- org.yaml\n+++ org.yaml\n@@ -1,2 +1,3 @@\n+people: {}\n+\n teams: {}\n-people: {}\n"
    shown += "\\ No newline at end of file\n"
    assert (0, shown) == run("fmt", "--diff")[:2]
    assert (1, shown) == run("fmt", "--diff", "--check", "-q")[:2]
    assert b"teams: {}\npeople: {}" == org.read_bytes()


def test_marks_and_line_ends_of_the_file_count(run: Run, org: Path) -> None:
    """A file whose text is formatted but begins with a mark is not formatted yet."""
    org.write_bytes(b"\xef\xbb\xbf" + GOOD.encode())
    assert 1 == run("fmt", "--check").code
    run("fmt")
    assert GOOD.encode() == org.read_bytes()
    org.write_bytes(GOOD.replace("\n", "\r\n").encode())
    assert 1 == run("fmt", "--check").code


def test_standard_input_goes_to_standard_output(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be formatted gives nothing but a line and exit code 1, so that no editor loses a text."""
    given(monkeypatch, ODD.encode())
    assert (0, GOOD) == run("fmt", "-")[:2]
    given(monkeypatch, GOOD.encode())
    assert (0, GOOD, "") == run("fmt", "-", "--quiet")
    given(monkeypatch, b"teams: &a {}\n")
    assert (1, "", "<stdin>:1: it has anchors; left as it is\n") == run("fmt", "-", "-q")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"teams:\n  a: &a {}\n", "org.yaml:2: it has anchors"),
        (b"teams:\n  a: {\n", "org.yaml:3: is not YAML from here on: "),
        (b"teams: {}\n---\npeople: {}\n", "org.yaml:2: a second document begins here"),
        (b"teams:\n  a: {name: caf\xe9}\n", "org.yaml:2: is not UTF-8: byte 0xe9"),
        (b"teams:\n  a: {name: \x07}\n", "org.yaml:2: holds a control character"),
    ],
)
def test_what_cannot_be_formatted_is_left(run: Run, org: Path, content: bytes, said: str) -> None:
    """One line says why, other files are formatted, and the exit code is 1, whether something is written or not."""
    org.write_bytes(content)
    other = org.with_name("other.yaml")
    other.write_text(ODD, encoding="utf-8")
    done = run("fmt", "-q")
    assert (1, "") == done[:2]
    assert [True] == [line.startswith(said) and line.endswith("; left as it is") for line in done.err.splitlines()]
    assert (content, GOOD) == (org.read_bytes(), other.read_text(encoding="utf-8"))
    assert (1, "", done.err) == run("fmt", "--check", "-q")
    assert (1, "", done.err) == run("fmt", "--diff", "-q")


def test_a_name_that_is_not_utf_8(run: Run, org: Path) -> None:
    """Such a file is left as it is, and no other is made of it."""
    org.unlink()
    try:
        Path(os.fsdecode(b"caf\xe9.yaml")).write_text(ODD, encoding="utf-8")
    except OSError:
        pytest.skip("names are UTF-8 on this file system")
    assert (1, "", "caf?.yaml: its name is not UTF-8; left as it is\n") == run("fmt", "-q")
    assert [b"caf\xe9.yaml"] == os.listdir(b".")


def test_what_is_no_organisation_is_passed_over(run: Run, org: Path) -> None:
    """Workflows and charts are not touched, named or not; plans are formatted."""
    org.with_name("job.yaml").write_text("on:   push\njobs:   {}\nname: x\n", encoding="utf-8")
    org.with_name("plan.yaml").write_text("changes:\n- remove: {entity: 'team:a'}\n", encoding="utf-8")
    assert (0, "", "2 files formatted, 1 passed over\n") == run("fmt")
    assert "changes:\n  - remove: {entity: team:a}\n" == org.with_name("plan.yaml").read_text(encoding="utf-8")
    assert (0, "", "0 files formatted, 1 passed over\n") == run("fmt", "job.yaml")


def test_what_is_not_there(run: Run, org: Path) -> None:
    """A path that does not exist is exit code 2, and so is a revision: the history is not rewritten."""
    assert (2, "", "orgmodel: no.yaml does not exist\n") == run("fmt", "no.yaml")
    assert (2, "", "orgmodel: HEAD:org.yaml does not exist\n") == run("fmt", "HEAD:org.yaml")


def test_links_lead_to_what_is_rewritten(run: Run, org: Path) -> None:
    """The file behind a link is written, and the link stays one."""
    link = org.with_name("link.yaml")
    link.symlink_to(org)
    assert 0 == run("fmt", link).code
    assert link.is_symlink()
    assert GOOD == org.read_text(encoding="utf-8")


def test_all_files_or_none(run: Run, org: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If one file cannot be written, none is, and nothing stays beside them."""
    org.with_name("other.yaml").write_text(ODD, encoding="utf-8")
    kept = writing._beside

    def failing(target: Path, content: bytes) -> str:
        if target.name == "other.yaml":
            raise PermissionError(13, "Permission denied")
        return kept(target, content)

    monkeypatch.setattr(writing, "_beside", failing)
    done = run("fmt", "-q")
    assert (2, "", "orgmodel: other.yaml cannot be written: permission denied\n") == done
    assert {"org.yaml": ODD, "other.yaml": ODD} == {p.name: p.read_text(encoding="utf-8") for p in Path().iterdir()}
