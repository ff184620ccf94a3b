"""`orgmodel config`, and how configuration reaches the commands."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def keys(run: Run, *words: object) -> dict[str, str]:
    """Return where each setting was said."""
    found = json.loads(run("config", "-f", "json", *words).out)
    return {each["key"]: f"{each['where']} {each['detail']}".strip() for each in found}


def test_what_counts_is_shown_with_where_it_was_said(run: Run, org: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The preset and its numbers, the file with its line, the environment, the command line."""
    Path("orgmodel.toml").write_text("preset = 'team-topologies'\n[rules.T001]\nmax = 8\n", encoding="utf-8")
    monkeypatch.setenv("ORGMODEL_SET", "rules.C004.max=9 severity.T002=error")
    found = keys(run, "--set", "severity.T002=info")
    assert {
        "preset": "file orgmodel.toml:1",
        "fail_on": "default",
        "ignore": "preset team-topologies",
        "rules.T001.max": "file orgmodel.toml:3",
        "rules.T002.min": "preset team-topologies",
        "rules.C004.max": "environment",
        "severity.T002": "command line",
    }.items() <= found.items()
    assert "rules.R005.max" not in found
    assert "default" == keys(run, "--all")["rules.R005.max"]


def test_as_text(run: Run, org: Path) -> None:
    """A line for each: the key, the value, where it was said and where the number comes from."""
    said = run("config", "--preset", "team-topologies", "--isolated").out.splitlines()
    assert ["rules.T002.min", "5", "preset", "team-topologies", "(TT3)"] == said[-1].split()


def test_audit_and_its_exit_code_follow_the_configuration(run: Run, org: Path) -> None:
    """Limits and the gravity that fails come from the file, unless the command line says otherwise."""
    assert 0 == run("audit").code
    Path("orgmodel.toml").write_text("fail_on = 'warning'\n", encoding="utf-8")
    assert 1 == run("audit").code
    assert 0 == run("audit", "--fail-on", "error").code
    assert 0 == run("audit", "--isolated").code
    Path("orgmodel.toml").write_text("[rules.T001]\nmax = 12\n", encoding="utf-8")
    assert "T001" not in run("audit").out


def test_a_mistake_is_one_line_and_exit_code_2(run: Run, org: Path) -> None:
    """Nothing is audited under settings that are not understood."""
    Path("orgmodel.toml").write_text("\n[sevrity]\n", encoding="utf-8")
    for command in (["audit"], ["config"], ["draw", "dependencies"], ["compare", org, org]):
        assert (2, "", "orgmodel: orgmodel.toml:2: there is no setting ‘sevrity’; did you mean severity?\n") == run(
            *command
        )
