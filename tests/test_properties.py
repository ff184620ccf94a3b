"""What holds for every organisation."""

import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orgmodel import api, catalogue
from orgmodel.exchange.yaml_writer import organisation_yaml
from orgmodel.load.loader import load
from orgmodel.model.audit import Audit
from orgmodel.model.document import document
from orgmodel.model.organisation import Org
from tests.bench.organisations import organisation, text
from tests.strategies import organisations

ROOT = Path(__file__).parents[1]
FEW = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
Document = dict[str, Any]


def written(folder: Path, content: str, name: str = "org.yaml") -> Path:
    """Write a file, and return its path."""
    file = folder / name
    file.write_text(content, encoding="utf-8", newline="")
    return file


def said(audit: Audit) -> list[tuple[object, ...]]:
    """Return what the findings of an audit say, without where."""
    return sorted((f.code, f.severity, f.subject, f.message, f.fingerprint, str(f.covered_by)) for f in audit.findings)


@FEW
@given(organisations(most=4))
def test_reading_what_was_written_gives_the_same(tmp_path_factory: pytest.TempPathFactory, org: Org) -> None:
    """An organisation that is written as YAML and read again is the same."""
    file = written(tmp_path_factory.mktemp("org"), organisation_yaml(document(org)))
    assert org == load([file]).org


@FEW
@given(organisations(most=4), st.sampled_from(["text", "brief", "concise", "json"]))
def test_every_organisation_can_be_audited(tmp_path_factory: pytest.TempPathFactory, org: Org, form: str) -> None:
    """Whatever an organisation says, the audit ends and every report can be written."""
    file = written(tmp_path_factory.mktemp("org"), organisation_yaml(document(org)))
    assert "".join(api.report(api.audit(file), form, api.style())) is not None


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_order_of_files_and_ids_changes_no_finding(tmp_path: Path, seed: int) -> None:
    """The same entities in another order, spread over other files, have the same findings."""
    made = organisation(600, seed=seed)
    whole = api.audit(written(tmp_path, text(made)))
    folder = tmp_path / "parts"
    folder.mkdir()
    chance = random.Random(seed)
    parts: list[Document] = [{}, {}, {}]
    for section, content in made.items():
        if section == "organisation":
            chance.choice(parts)[section] = content
        elif isinstance(content, list):
            for item in chance.sample(content, len(content)):
                chance.choice(parts).setdefault(section, []).append(item)
        else:
            for key in chance.sample(sorted(content), len(content)):
                chance.choice(parts).setdefault(section, {})[key] = content[key]
    for n, part in enumerate(parts):
        written(folder, text(part), f"part{n}.yaml")
    assert said(whole) == said(api.audit(folder))


def test_an_unrelated_team_changes_no_finding_about_others(tmp_path: Path) -> None:
    """A team that has nothing to do with the others changes nothing that is said of them; relative rules excepted."""
    made = organisation(600, seed=4)
    absolute = [code for code, rule in catalogue.rules().items() if not rule.relative and rule.check]
    before = api.audit(written(tmp_path, text(made)), settings=api.settings(select=absolute))
    made["teams"]["apart"] = {"lead": "hermit", "members": ["hermit", "friend", "guest", "cook"]}
    made["people"] |= {
        name: {"manager": "nobody" if name == "hermit" else "hermit"} for name in ("hermit", "friend", "guest", "cook")
    }
    made["metrics"]["apart-errors"] = {"kind": "input", "owner": "apart"}
    after = api.audit(written(tmp_path, text(made)), settings=api.settings(select=absolute))
    about_all = {"R005", "R008"}
    assert [each for each in said(before) if each[0] not in about_all] == [
        each for each in said(after) if each[0] not in about_all and "hermit" not in str(each)
    ]


def test_renaming_ids_changes_no_measure(tmp_path: Path) -> None:
    """Measures of the organisation do not depend on what its entities are called."""
    content = text(organisation(300, seed=5))
    renamed = content.replace("team-", "crew-").replace("group-", "a-").replace("component-", "zone-")
    before = api.measure(written(tmp_path, content))
    after = api.measure(written(tmp_path, renamed))
    assert [m.id for m in before.organisation] == [m.id for m in after.organisation]
    assert [m.value for m in before.organisation] == pytest.approx([m.value for m in after.organisation])


def test_a_healthy_organisation_has_no_warning(tmp_path: Path) -> None:
    """A made organisation of sixty healthy teams has neither errors nor warnings, and hardly a note."""
    audit = api.audit(written(tmp_path, text(organisation(400, healthy=True))))
    assert (0, 0) == (audit.count("error"), audit.count("warning"))
    assert audit.count("info") <= 3
