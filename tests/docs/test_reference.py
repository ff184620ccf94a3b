"""The reference is made from the program, whole and current."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from docs import build
from docs.machinery import pictures
from orgmodel import catalogue
from orgmodel.model.entity import Detail
from orgmodel.model.organisation import SECTIONS
from orgmodel_cli.commands import COMMANDS


@pytest.fixture(scope="module")
def pages() -> Mapping[str, str]:
    """Everything that is made."""
    return build.made()


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory, pages: Mapping[str, str]) -> Path:
    """A folder with everything that is made."""
    folder = tmp_path_factory.mktemp("docs")
    build.write(pages, folder)
    return folder


def test_the_reference_is_current(capsys: pytest.CaptureFixture[str]) -> None:
    """What the checkout holds is what `make docs` would write."""
    assert 0 == build.main(["--check"]), capsys.readouterr().out


def test_what_was_written_is_current(written: Path, pages: Mapping[str, str]) -> None:
    """Writing leaves nothing to write."""
    assert [] == build.stale(pages, written)


@pytest.mark.parametrize("path", ["reference/rules/T001.md", "schema/organisation.schema.json", pictures.SVG])
def test_a_change_is_noticed(written: Path, pages: Mapping[str, str], path: str) -> None:
    """A page that says something else is named, and so is one that is missing."""
    file = written / path
    before = file.read_bytes()
    file.write_bytes(before + b" ")
    assert [path] == build.stale(pages, written)
    file.unlink()
    assert [path] == build.stale(pages, written)
    file.write_bytes(before)


def test_a_picture_of_another_day_is_noticed(written: Path, pages: Mapping[str, str]) -> None:
    """A PNG that was made from another SVG is named."""
    file = written / pictures.PNG
    before = file.read_bytes()
    file.write_bytes(pictures.png('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'))
    assert [pictures.PNG] == build.stale(pages, written)
    file.write_bytes(before)


def test_a_page_left_over_is_noticed_and_taken_away(written: Path, pages: Mapping[str, str]) -> None:
    """A page of a rule that is gone does not stay."""
    (written / "reference/rules/T999.md").write_text("gone", encoding="utf-8")
    assert ["reference/rules/T999.md"] == build.stale(pages, written)
    build.write(pages, written)
    assert [] == build.stale(pages, written)


def test_every_rule_has_a_page(pages: Mapping[str, str]) -> None:
    """Each rule has a page with its name, its options and where each default comes from."""
    for rule in catalogue.rules().values():
        page = pages[f"reference/rules/{rule.code}.md"]
        assert f"# {rule.code} {rule.name}\n" in page
        for name, option in rule.options.declared().items():
            row = next(line for line in page.splitlines() if line.startswith(f"| `{name}` |"))
            assert option.provenance in row


def test_every_measure_is_described(pages: Mapping[str, str]) -> None:
    """Each measure has a heading of its own."""
    page = pages["reference/measures.md"]
    assert [] == [each.id for each in catalogue.measures() if f"### `{each.id}`\n" not in page]


@pytest.mark.parametrize("section", SECTIONS)
def test_every_field_is_described(section: str, pages: Mapping[str, str]) -> None:
    """Each field of each section has a row with a value and a meaning."""
    page = pages["reference/organisation-file.md"]
    table = page.partition(f"### `{section}`\n")[2].partition("\n### ")[0]
    rows = {row[0]: row[1:] for row in re.findall(r"^\| `(\w+)`[^|]* \| (.+?) \| (.+?) \|$", table, re.M)}
    model: type[Detail] = SECTIONS[section]
    fields = model.__pydantic_fields__  # type: ignore[attr-defined]  # the decorator hides it
    assert {field.validation_alias or name for name, field in fields.items()} - {"id", "x"} == set(rows)


def test_every_command_is_described(pages: Mapping[str, str]) -> None:
    """Each command has its help."""
    page = pages["reference/command-line.md"]
    assert [] == [name for name in COMMANDS if f"Usage: orgmodel {name} " not in page]


def test_the_schema_is_the_programs(pages: Mapping[str, str]) -> None:
    """The published schema describes every section."""
    schema = json.loads(pages["schema/organisation.schema.json"])
    assert {*SECTIONS, "organisation", "dependencies"} == set(schema["properties"])


def test_the_same_bytes_under_every_hash_seed() -> None:
    """What is made does not depend on Python's hash seed."""
    code = "import hashlib; from docs import build; print(hashlib.sha256(repr(build.made()).encode()).hexdigest())"
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=build.ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert 1 == len(said)
