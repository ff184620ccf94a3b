"""To add something is to add a file: everything else follows."""

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from orgmodel import api, catalogue

RULE = '''
"""A team is called Bob.

## What it checks

Names.

## Why it matters

Bob is no team.

## Bad

```yaml
teams: {bob: {}}
```

## Good

```yaml
teams: {robert: {}}
```

## What to do

Rename it.
"""

from orgmodel.rules.base import FINE, Rule, Violation


def check(graph, options):
    for team in graph.delivery_teams:
        yield Violation(kind="team", id=team.id, message="bob is called Bob") if team.id == "bob" else FINE


rule = Rule(code="T999", name="called-bob", severity="warning", page=__doc__, check=check)
'''

MEASURE = '''
"""Names."""

from orgmodel.measures.base import measure


@measure("organisation", unit="teams", evidence="descriptive")
def bobs(graph, layer):
    """Teams that are called Bob."""
    return sum(team.id == "bob" for team in graph.dependency_teams)
'''

REPORT = '''
"""Only the number."""

from orgmodel.report.base import Report


def write(audit, style):
    return [f"{len(audit.findings)}\\n"]


report = Report(name="number", media_type="text/plain", summary="Only the number.", write=write)
'''

IMPORTER = '''
"""Lines of names."""

from orgmodel.exchange.base import Imported, Importer


def read(folder, *, roles):
    return Imported({"teams": {line: {} for line in (folder / "teams.txt").read_text().split()}}, ())


importer = Importer(name="lines", summary="Lines of names.", read=read)
'''


@pytest.fixture
def add(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator["Adding"]:
    """Let a folder of the test offer modules to a package, and forget them afterwards."""
    adding = Adding(tmp_path / "added", monkeypatch)
    yield adding
    for name in adding.modules:
        sys.modules.pop(name, None)
    adding.forget()


class Adding:
    """Adds files to packages."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self.monkeypatch = folder, monkeypatch
        self.modules: list[str] = []
        folder.mkdir()

    def __call__(self, package: str, name: str, content: str) -> None:
        """Add one file."""
        (self.folder / f"{name}.py").write_text(content.lstrip(), encoding="utf-8")
        path = import_module(package).__path__
        self.monkeypatch.setattr(import_module(package), "__path__", [*path, str(self.folder)])
        self.modules.append(f"{package}.{name}")
        self.forget()

    def forget(self) -> None:
        """Make the catalogue look again."""
        from orgmodel.measures.base import MEASURES

        MEASURES.pop("organisation:bobs", None)
        catalogue.rules.cache_clear()
        catalogue._all_measures.cache_clear()


def org(folder: Path) -> Path:
    """Write an organisation with a team called Bob."""
    file = folder / "org.yaml"
    file.write_text("teams: {bob: {headcount: 5}}", encoding="utf-8")
    return file


def test_a_rule_is_one_file(add: Adding, tmp_path: Path) -> None:
    """A new rule is run, selected, explained and counted."""
    add("orgmodel.rules", "called_bob", RULE)
    audit = api.audit(org(tmp_path), settings=api.settings(select=["called-bob"]))
    assert [("T999", "bob is called Bob")] == [(each.code, each.message) for each in audit.findings]
    assert [("T999", 1, 1)] == [(row.code, row.checked, row.violations) for row in audit.coverage]
    assert "Bob is no team." in api.explain("T999")


def test_a_measure_is_one_function(add: Adding, tmp_path: Path) -> None:
    """A new measure is computed and explained."""
    add("orgmodel.measures", "names", MEASURE)
    measured = api.measure(org(tmp_path), only=["bobs"])
    assert [("bobs", 1)] == [(each.id, each.value) for each in measured.organisation]
    assert "Teams that are called Bob." in api.explain("bobs")


def test_a_report_is_one_file(add: Adding, tmp_path: Path) -> None:
    """A new report can be asked for by its name."""
    add("orgmodel.report", "number", REPORT)
    audit = api.audit(org(tmp_path), settings=api.settings(select=["T001"]))
    assert "0\n" == "".join(api.report(audit, "number", None))


def test_an_importer_is_one_file(add: Adding, tmp_path: Path) -> None:
    """A new importer can be asked for by its name."""
    add("orgmodel.exchange.importers", "lines", IMPORTER)
    (tmp_path / "teams.txt").write_text("shop pay", encoding="utf-8")
    text, problems = api.import_("lines", tmp_path)
    assert "shop" in text
    assert () == problems
