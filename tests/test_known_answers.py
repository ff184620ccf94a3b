"""Organisations whose answers others worked out; they stand beside the checkout, and the tests do without them."""

import io
import json
import sys
from contextlib import redirect_stdout
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

from orgmodel import api
from orgmodel_cli.main import main

ROOT = Path(__file__).parents[1]
BESIDE = ROOT.parent / "shared"
GENERATOR = BESIDE / "bench" / "gen_org.py"
REAL = BESIDE / "real" / "check.py"


def beside(file: Path) -> Any:
    """Load a program that stands beside the checkout."""
    spec = spec_from_file_location(file.stem, file)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def answers(path: Path, wanted: dict[str, Any]) -> dict[str, Any]:
    """Return what the program says to the same questions."""
    audit = api.audit(path)
    violations = {row.code: row.violations for row in audit.coverage}
    found: dict[str, Any] = {
        key: getattr(audit.census, key) for key in ("people", "teams", "groups", "initiatives", "components")
    }
    found |= {each.id: each.value for each in api.measure(path).organisation if each.id in wanted}
    waits = {each.id: each.value for each in api.measure(path, layer="waits").organisation}
    found["waits"] = {key: waits[key] for key in wanted["waits"]}
    found["violations"] = {code: violations[code] for code in wanted["violations"]}
    return found


@pytest.mark.skipif(not GENERATOR.exists(), reason="the generator with known answers is not there")
@pytest.mark.parametrize(
    ("people", "seed"),
    [
        (100, 1),
        (100, 2),
        (1000, 1),
        (1000, 7),
        pytest.param(10_000, 1, marks=pytest.mark.slow),
        pytest.param(10_000, 3, marks=pytest.mark.slow),
        pytest.param(100_000, 1, marks=pytest.mark.slow),
        pytest.param(100_000, 2, marks=pytest.mark.slow),
    ],
)
def test_made_organisations_have_the_known_answers(tmp_path: Path, people: int, seed: int) -> None:
    """Every number agrees, whether the organisation is one file or many."""
    made = beside(GENERATOR)
    document = made.build(people, seed)
    wanted = made.answers(document)
    one, many = tmp_path / "one.yaml", tmp_path / "many"
    with one.open("w", encoding="utf-8") as file:
        made.write_yaml(document, file)
    made.write_split(document, str(many))
    assert wanted == answers(one, wanted)
    assert wanted == answers(many, wanted)


def printed(*words: str) -> str:
    """Return what a command prints."""
    output = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    with redirect_stdout(output):
        assert main([*words]) in (0, 1)
    output.seek(0)
    return output.read()


@pytest.mark.skipif(not REAL.exists(), reason="the real organisations are not there")
def test_real_organisations_have_the_numbers_of_their_tables(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """All numbers worked out from the tables of real organisations agree; its commands are run right here."""
    check = beside(REAL)
    monkeypatch.setattr(check, "run", printed)
    monkeypatch.setattr(sys, "argv", [str(REAL)])
    code = check.main()
    said = capsys.readouterr().out
    assert said.splitlines()[-1].endswith(" agree, 0 differ"), said
    assert 0 == code


def test_the_answers_are_plain_numbers(tmp_path: Path) -> None:
    """What is compared survives JSON, so that nothing agrees by being an object of its own kind."""
    file = tmp_path / "org.yaml"
    file.write_text("teams: {a: {headcount: 12}, b: {}}\ndependencies: [{from: a, to: b}]", encoding="utf-8")
    wanted = {"team_dependency_edges": 1, "waits": {"largest_cycle": 1}, "violations": {"T001": 1}}
    found = answers(file, wanted)
    assert found == json.loads(json.dumps(found))
