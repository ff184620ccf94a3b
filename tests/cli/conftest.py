"""Runs the command line inside the test."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from orgmodel_cli.main import main


class Done(NamedTuple):
    """What a command left: its exit code and what it wrote."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs a command and returns what it left."""

    def runs(*words: object) -> Done:
        code = main([str(word) for word in words])
        return Done(code, *capsys.readouterr())

    return runs


@pytest.fixture
def org(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a small organisation with one warning and nothing graver, in the current folder."""
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "org.yaml"
    file.write_text(
        "people: {ana: {name: Ana Moreau, manager: nobody}}\nteams:\n  checkout: {lead: ana, headcount: 12}\n",
        encoding="utf-8",
    )
    return file
