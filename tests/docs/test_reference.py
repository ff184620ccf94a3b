"""The reference is made from the program, whole and current."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from docs import build
from docs.machinery import pictures, plans
from orgmodel import api, catalogue
from orgmodel.model.changes import CHANGES, SYNONYMS
from orgmodel.model.decisions import Step
from orgmodel.model.dependencies import Dependency
from orgmodel.model.doors import DOORS, STEPS
from orgmodel.model.entity import Detail
from orgmodel.model.measurement import OF
from orgmodel.model.organisation import SECTIONS
from orgmodel.model.people import Person
from orgmodel.model.teams import Team
from orgmodel.report.comparison.names import TOPICS
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


def test_the_reference_is_current(
    pages: Mapping[str, str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the checkout holds is what `make docs` would write: here as well, where hashes have another seed."""
    monkeypatch.setattr(build, "made", lambda: pages)
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
    path = next(path for path, svg in pictures.PNGS.items() if svg in pages)
    file = written / path
    before = file.read_bytes()
    file.write_bytes(pictures.png('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'))
    assert [path] == build.stale(pages, written)
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
    """Each measure has a heading of its own below that of its family, which says what it is of and how good it is."""
    page = pages["reference/measures.md"]
    for measure in catalogue.every_measure():
        family = page.partition(f"\n## {measure.family}\n")[2].partition("\n## ")[0]
        said = family.partition(f"### `{measure.id}`\n")[2].partition("\n### ")[0]
        better = {"up": " · more is better", "down": " · fewer or less is better", None: ""}[measure.better]
        fact = f"- Of {OF[measure.by]} · unit: {measure.unit} · evidence: {measure.evidence}{better}"
        assert fact in said, measure.id
        assert 1 == page.count(f"### `{measure.id}`\n"), measure.id


@pytest.mark.parametrize("section", SECTIONS)
def test_every_field_is_described(section: str, pages: Mapping[str, str]) -> None:
    """Each field of each section has a row with a value and a meaning."""
    page = pages["reference/organisation-file.md"]
    table = page.partition(f"### `{section}`\n")[2].partition("\n### ")[0]
    rows = {row[0]: row[1:] for row in re.findall(r"^\| `(\w+)`[^|]* \| (.+?) \| (.+?) \|$", table, re.M)}
    model: type[Detail] = SECTIONS[section]
    fields = model.__pydantic_fields__  # type: ignore[attr-defined]  # the decorator hides it
    assert {field.validation_alias or name for name, field in fields.items()} - {"id", "x"} == set(rows)


@pytest.mark.parametrize("word", CHANGES)
def test_every_change_is_described(word: str, pages: Mapping[str, str]) -> None:
    """Each change has its arguments in a table or says whose fields it takes, and names its door."""
    page = pages["reference/plan-file.md"]
    said = page.partition(f"\n### `{word}`\n")[2].partition("\n### ")[0]
    kind: Any = CHANGES[word]
    own = {field.validation_alias or name for name, field in getattr(kind, "__pydantic_fields__", {}).items()}
    rows = set(re.findall(r"^\| `(\w+)`[^|]* \| .+? \| .+? \|$", said, re.M))
    whole = {"create_team": Team, "merge_teams": Team, "join": Person, "add_dependency": Dependency, "add_step": Step}
    taken: Any = whole.get(word)
    shared = {field.validation_alias or name for name, field in taken.__pydantic_fields__.items()} if taken else {"x"}
    named = {kind.id_argument} if hasattr(kind, "id_argument") else set()
    assert (own - shared | named or {"entity"}) == rows
    assert bool(taken) == ("Takes the fields of [" in said)
    assert all(f"`{other}` for `{argument}`" in said for other, argument in SYNONYMS.get(word, {}).items())
    assert all(f"{STEPS[step]}: **{DOORS[step].door}**" in said for step in plans.DOORS_OF.get(word, ("other",)))


def test_the_doors_of_changes_are_those_of_comparisons() -> None:
    """Every step of the sample plans goes through a door that the page names for its change."""
    samples = (
        ("fulfilment/before.yaml", "fulfilment/one-team.yaml"),
        ("northwind", "northwind-plans/2-two-houses.yaml"),
        ("northwind", "northwind-plans/3-programme-office.yaml"),
        ("northwind", "northwind-plans/careless/careless.yaml"),
    )
    seen = set()
    for base, plan in samples:
        for step in api.compare(build.SAMPLES / base, build.SAMPLES / plan).alternatives[0].doors:
            word = str(step.spot.path[-1])
            seen.add(step.step)
            assert step.step in (*plans.DOORS_OF.get(word, ("other",)), plans.WHEREVER), word
    assert {"leave", "hand_over_unknown", "take_lead", "move_person", "merge", "other"} <= seen
    assert set(DOORS) == {step for steps in plans.DOORS_OF.values() for step in steps}


def test_what_can_be_asked_for_by_name_is_listed(pages: Mapping[str, str]) -> None:
    """Each topic of `compare --names` that the page lists is one, and none is missing."""
    listed = re.search(r"^What `--names` can be asked for: (.*)\.$", pages["reference/command-line.md"], re.M)
    topics = [*TOPICS, "ties.cut", "ties.new"]
    assert listed is not None
    assert ", ".join(f"`{topic}`" for topic in topics) == listed[1]
    base, plan = build.SAMPLES / "fulfilment/before.yaml", build.SAMPLES / "fulfilment/one-team.yaml"
    assert 24 == len(api.names("ties.new", base, plan))


def test_every_command_is_described(pages: Mapping[str, str]) -> None:
    """Each command has its help."""
    page = pages["reference/command-line.md"]
    assert [] == [name for name in COMMANDS if f"Usage: orgmodel {name} " not in page]


def test_the_schema_is_the_programs(pages: Mapping[str, str]) -> None:
    """The published schema describes every section."""
    schema = json.loads(pages["schema/organisation.schema.json"])
    assert {*SECTIONS, "organisation", "dependencies"} == set(schema["properties"])
    plan = json.loads(pages["schema/plan.schema.json"])
    assert set(CHANGES) == set(plan["definitions"]["Change"]["properties"])


@pytest.mark.parametrize("name", ["organisation", "plan", "audit", "comparison", "history", "measure"])
def test_schemas_are_schemas(name: str, pages: Mapping[str, str]) -> None:
    """Each schema that is published is one."""
    schema = json.loads(pages[f"schema/{name}.schema.json"])
    jsonschema.validators.validator_for(schema).check_schema(schema)
