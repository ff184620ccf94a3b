"""`orgmodel init`, the jobs that it writes, and the hooks for commits."""

import json
import re
import shlex
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from pre_commit.clientlib import load_manifest  # type: ignore[import-untyped]  # it has no types

from orgmodel import api
from tests.cli.conftest import Run

ROOT = Path(__file__).parents[2]
PLACES = {"github": ".github/workflows/orgmodel.yaml", "gitlab": ".gitlab-ci.yml"}
SCHEMAS = {"github": "github-workflows", "gitlab": "gitlab-ci"}


def schema(name: str) -> Any:
    """Return the schema of a host for its job files."""
    vendored = files("check_jsonschema") / "builtin_schemas" / "vendor"
    return json.loads((vendored / f"{name}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("ci", ["github", "gitlab", "none"])
def test_a_first_organisation_passes(run: Run, tmp_path: Path, ci: str) -> None:
    """What is written is audited without a finding, under the configuration that is written beside it."""
    done = run("init", tmp_path / "new", "--ci", ci, "--name", 'Ann & "Co": shop')
    assert 0 == done.code
    written = sorted(
        str(file.relative_to(tmp_path / "new")) for file in (tmp_path / "new").rglob("*") if file.is_file()
    )
    assert sorted([*([PLACES[ci]] if ci in PLACES else []), "org/organisation.yaml", "orgmodel.toml"]) == written
    assert all(f"wrote {tmp_path / 'new' / file}" in done.out for file in written)
    org, problems = api.load(tmp_path / "new" / "org")
    assert ('Ann & "Co": shop', ()) == (org.organisation.name, problems)
    audit = json.loads(run("audit", tmp_path / "new" / "org", "-f", "json").out)
    assert [] == [each["message"] for each in audit["findings"] if each["severity"] != "info"]
    tomllib.loads((tmp_path / "new" / "orgmodel.toml").read_text(encoding="utf-8"))


def test_nothing_is_overwritten(run: Run, tmp_path: Path) -> None:
    """Where one of the files is there, none is written."""
    (tmp_path / "orgmodel.toml").write_text("# mine\n", encoding="utf-8")
    done = run("init", tmp_path)
    assert (2, "") == (done.code, done.out)
    assert f"{tmp_path / 'orgmodel.toml'} is there already; nothing was written" in done.err
    assert ["orgmodel.toml"] == [file.name for file in tmp_path.iterdir()]


@pytest.mark.parametrize("ci", ["github", "gitlab"])
def test_jobs_are_as_their_hosts_want_them(ci: str) -> None:
    """Each job is right by the schema of its host."""
    text = api.first_files("x", ci)[PLACES[ci]]
    job = yaml.load(text, Loader=yaml.BaseLoader) if ci == "github" else yaml.safe_load(text)
    jsonschema.validate(_typed(job) if ci == "github" else job, schema(SCHEMAS[ci]))


def _typed(value: Any) -> Any:
    """Give numbers and nothing their type; `on` must stay a text, which other loaders take for true."""
    if isinstance(value, dict):
        return {key: _typed(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_typed(each) for each in value]
    if value == "":
        return None
    return int(value) if isinstance(value, str) and value.isdigit() else value


@pytest.mark.parametrize("ci", ["github", "gitlab"])
def test_jobs_call_what_there_is(run: Run, tmp_path: Path, ci: str) -> None:
    """Every command of a job runs on the organisation that is written with it."""
    run("init", tmp_path, "--ci", ci)
    commands = re.findall(r"orgmodel audit org ([^>\n;]*)", api.first_files("x", ci)[PLACES[ci]])
    assert len(commands) >= 3
    for words in commands:
        if "--since" not in words:
            words = words.replace("gl-code", f"{tmp_path}/gl-code").replace("junit:", f"junit:{tmp_path}/")
            assert 0 == run("audit", tmp_path / "org", *words.split()).code


def hook(name: str) -> list[str]:
    """Return the words of the command that a hook calls; the names of files do not follow them."""
    hooks: dict[str, Any] = {each["id"]: each for each in load_manifest(str(ROOT / ".pre-commit-hooks.yaml"))}
    assert {"orgmodel-audit", "orgmodel-fmt"} == set(hooks)
    assert ("python", False) == (hooks[name]["language"], hooks[name]["pass_filenames"])
    words: list[str] = [*shlex.split(hooks[name]["entry"]), *hooks[name]["args"]]
    assert words[0] in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"]
    return words[1:]


def test_the_hook_that_audits(run: Run, org: Path) -> None:
    """It fails where the organisation has an error, and names its place."""
    assert 0 == run(*hook("orgmodel-audit"), org).code
    org.write_text("teams:\n  a: {\n", encoding="utf-8")
    done = run(*hook("orgmodel-audit"), org)
    assert (1, True) == (done.code, done.out.startswith(f"{org.name}:3:"))


@pytest.mark.parametrize("args", [["."], []])
def test_the_hook_that_formats(run: Run, org: Path, args: list[str]) -> None:
    """It rewrites files, at which pre-commit fails, leaves others alone, and fails itself at what it cannot format."""
    org.with_name("workflow.yaml").write_text("on:   push\njobs:   {}\n", encoding="utf-8")
    before = org.read_text(encoding="utf-8")
    assert (0, "", "1 file formatted, 1 passed over\n") == run(*hook("orgmodel-fmt"), *args)
    assert before != org.read_text(encoding="utf-8")
    assert (0, "", "0 files formatted, 1 formatted already, 1 passed over\n") == run(*hook("orgmodel-fmt"), *args)
    org.write_text("teams:\n  a: {\n", encoding="utf-8")
    assert 1 == run(*hook("orgmodel-fmt"), *args).code
