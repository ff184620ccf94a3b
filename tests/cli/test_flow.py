"""In the flow of work: since a revision, on every save."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from orgmodel import api
from orgmodel.load import watching
from orgmodel.model.audit import Audit
from tests.cli.conftest import Run

ORG = """
people: {ana: {name: Ana Moreau}, bo: {manager: ana}}
teams:
  a: {headcount: 12}
  b: {lead: ana, headcount: 13}
"""


def git(*words: str) -> None:
    """Run git in the current folder."""
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
    subprocess.run(["git", *identity, *words], check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with one committed organisation, which is the current folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "org.yaml").write_text(ORG, encoding="utf-8")
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "first")
    return tmp_path


def found(run: Run, *words: object) -> list[str]:
    """Return code and subject of what is reported."""
    document = json.loads(run("audit", "-f", "json", "--select", "T001,F", *words).out)
    return [f"{each['code']} {each['subject']['id']}" for each in document["findings"]]


def test_only_what_has_changed_since_a_revision(run: Run, repository: Path) -> None:
    """A finding about an entity that is as it was is not reported; one about a changed one is, and about files."""
    assert [] == found(run, ".", "--since", "HEAD")
    (repository / "org.yaml").write_text(ORG.replace("headcount: 13", "headcount: 14"), encoding="utf-8")
    (repository / "more.yaml").write_text("teams: {c: {headcount: 15}}\n", encoding="utf-8")
    (repository / "broken.yaml").write_text("teams: [\n", encoding="utf-8")
    assert ["F001 broken.yaml", "T001 c", "T001 b"] == found(run, ".", "--since", "HEAD")
    assert ["T001 b"] == found(run, "org.yaml", "--since", "HEAD")
    assert ["T001 c"] == found(run, repository / "more.yaml", "--since", "HEAD")


def test_what_is_around_a_change_counts_through_dependencies(run: Run, repository: Path) -> None:
    """A dependency that is new belongs to both of its ends."""
    (repository / "org.yaml").write_text(ORG + "dependencies: [{from: a, to: b}]\n", encoding="utf-8")
    assert ["T001 a", "T001 b"] == found(run, ".", "--since", "HEAD")


def test_a_revision_that_is_none(run: Run, repository: Path) -> None:
    """It is told in one line."""
    done = run("audit", ".", "--since", "nope")
    assert (2, "", 1) == (done.code, done.out, done.err.count("\n"))
    assert "git knows no revision ‘nope’" in done.err


# --- on every save


def test_it_audits_again_when_a_file_is_saved(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A change, a new file, a broken configuration: each is seen at the next look, and only what changed is read."""
    steps = iter(
        [
            ("org.yaml", ORG.replace("12", "9")),
            ("more.yaml", "teams: {c: {headcount: 15}}\n"),
            ("orgmodel.toml", "sevrity = 1\n"),
        ]
    )

    def sleep(seconds: float) -> None:
        if seconds == watching.PAUSE:
            file, text = next(steps)
            (repository / file).write_text(text, encoding="utf-8")

    monkeypatch.setattr(watching.changes, "__kwdefaults__", {"sleep": sleep})
    audits = api.watch(
        ".", settings=lambda: api.settings(paths=["."], select=["T001"]), others=[repository / "orgmodel.toml"]
    )
    assert ["a", "b"] == subjects(audits)
    assert ["b"] == subjects(audits)
    assert ["c", "b"] == subjects(audits)
    assert "orgmodel.toml:1: there is no setting ‘sevrity’; did you mean severity?" == str(next(audits))


def subjects(audits: Iterator[Audit | ValueError]) -> list[str]:
    """Return what the next audit reports about whom."""
    audit = next(audits)
    assert isinstance(audit, Audit)
    return [each.subject.id for each in audit.standing]


def test_files_that_are_still_being_written_are_waited_for(repository: Path) -> None:
    """Nothing happens until they rest."""
    looks = 0

    def sleep(seconds: float) -> None:
        nonlocal looks
        looks += 1
        if looks < 6:
            (repository / "org.yaml").write_text(ORG + "#" * looks, encoding="utf-8")

    changes = watching.changes(["."], sleep=sleep)
    next(changes)
    next(changes)
    assert looks >= 6
