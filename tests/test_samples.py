"""The samples in `orgs/` are what they teach: their audits are compared with golden files."""

import datetime
import os
import re
from collections import Counter
from pathlib import Path

import pytest

from orgmodel import api, catalogue
from orgmodel.model.audit import Audit
from orgmodel.model.finding import Finding

ROOT = Path(__file__).parents[1]
GOLDEN = Path(__file__).parent / "golden"
REFRESH = "REFRESH_GOLDEN" in os.environ
TODAY = datetime.date(2026, 11, 22)
SAMPLES = {
    "first": "orgs/first.yaml",
    "healthy": "orgs/healthy.yaml",
    "before": "orgs/fulfilment/before.yaml",
    "after": "orgs/fulfilment/after.yaml",
    "orgmodel": "orgs/orgmodel.yaml",
    "tangle": "orgs/tangle.yaml",
    "northwind": "orgs/northwind",
}


@pytest.fixture(autouse=True)
def in_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let paths in the output be those of the checkout."""
    monkeypatch.chdir(ROOT)


def audited(name: str) -> Audit:
    """Audit a sample."""
    return api.audit(SAMPLES[name], settings=api.settings(today=TODAY))


@pytest.mark.parametrize("form", ["text", "brief", "json"])
@pytest.mark.parametrize("name", SAMPLES)
def test_audit_of_a_sample_is_as_it_was(name: str, form: str) -> None:
    """The audit of each sample reads as its golden file (REFRESH_GOLDEN=1 writes it anew)."""
    said = "".join(api.report(audited(name), form, api.style()))
    file = GOLDEN / f"{name}.{form}"
    if REFRESH:
        GOLDEN.mkdir(exist_ok=True)
        file.write_text(said, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == said


def test_the_first_sample_has_fourteen_lines_and_one_finding() -> None:
    """The first organisation anybody sees is short and has one thing wrong."""
    assert 14 == len((ROOT / SAMPLES["first"]).read_text(encoding="utf-8").splitlines())
    assert ["L005"] == [finding.code for finding in audited("first").standing]


def test_the_samples_are_formatted() -> None:
    """All are, but for drafts that cannot be, and for the version with which formatting would mend what F009 finds."""
    found = api.fmt("orgs")
    drafts = {f"orgs/northwind/drafts/{name}.yaml" for name in ("cafe-corner", "northern-hub", "pet-shop", "plan-2025")}
    assert drafts == {file.path for file in found.left}
    (mended,) = found.changed
    assert "orgs/northwind/operations/fulfilment.yaml" == mended.path
    assert mended.before.replace("versioning: 2.10", 'versioning: "2.10"') == mended.after


def test_the_healthy_sample_has_no_warning() -> None:
    """A good organisation gets neither errors nor warnings, and few notes."""
    audit = audited("healthy")
    assert (0, 0) == (audit.count("error"), audit.count("warning"))
    assert audit.count("info") <= 3
    assert len("".join(api.report(audit, "brief", api.style())).splitlines()) <= 14


def test_northwind_has_a_case_of_every_rule() -> None:
    """Each rule about an organisation speaks at least once in northwind; two have a sample of their own.

    Rules about changes have their cases among the plans: see test_plan_samples.py. A baseline is none of its files.
    """
    spoken = {finding.code for finding in audited("northwind").findings}
    spoken |= {finding.code for finding in api.audit("orgs/empty-folder").findings}
    spoken |= {finding.code for finding in audited("tangle").findings}
    assert {code for code in catalogue.rules() if not code.startswith("X") and code != "Z005"} == spoken


def test_northwind_says_what_is_wrong_on_purpose() -> None:
    """The README of northwind names a rule for each row, and each row's case is found."""
    text = (ROOT / "orgs/northwind/README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([A-Z]\d{3}) \| `([^`]+)`", text, flags=re.M)
    found = {(finding.code, part) for finding in audited("northwind").findings for part in _names(finding)}
    assert [] == [row for row in rows if row not in found and not row[0].startswith("F")]


def _names(finding: Finding) -> list[str]:
    related = [each.subject.id for each in finding.related if each.subject]
    return [finding.subject.id, *related, *(key.partition(":")[2] for key in finding.concerns), *_said(finding)]


def _said(finding: Finding) -> list[str]:
    return re.findall(r"[\w-]+", finding.message)


def test_the_brief_of_northwind_fits_one_screen() -> None:
    """A leader reads one screen."""
    lines = "".join(api.report(audited("northwind"), "brief", api.style())).splitlines()
    assert len(lines) <= 60


@pytest.mark.parametrize("name", SAMPLES)
def test_no_cause_gives_two_printed_findings(name: str) -> None:
    """No two standing findings have the same fingerprint, and whatever is covered names a finding that is there."""
    audit = audited(name)
    fingerprints = [finding.fingerprint for finding in audit.findings]
    assert len(set(fingerprints)) == len(fingerprints)
    assert {finding.covered_by for finding in audit.findings if finding.covered_by} <= set(fingerprints)


@pytest.mark.parametrize("name", SAMPLES)
def test_samples_name_the_schema(name: str) -> None:
    """The first line of each sample tells editors where the schema is."""
    path = ROOT / SAMPLES[name]
    for file in [path] if path.is_file() else sorted(path.rglob("*.yaml")):
        if "drafts" not in file.parts:
            first = file.read_text(encoding="utf-8").partition("\n")[0]
            found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
            assert found, file
            assert (file.parent / found.group(1)).resolve() == ROOT / "docs/schema/organisation.schema.json"


@pytest.mark.parametrize("preset", ["amazon", "team-topologies", "spans-and-layers", "strict", "minimal"])
def test_the_guide_tells_what_each_preset_says_of_the_healthy_sample(preset: str) -> None:
    """The row of the preset counts its findings as the audit does."""
    audit = api.audit(ROOT / "orgs" / "healthy.yaml", settings=api.settings(preset=preset, today=TODAY))
    guide = (ROOT / "docs/guide/configuration.md").read_text(encoding="utf-8")
    (row,) = re.findall(rf"^\| `{preset}` \| (nothing|[^|]*×[^|]*) \|", guide, re.MULTILINE)
    counted = Counter(f"{each.code} {each.severity}" for each in audit.standing)
    told = {what: int(count) for count, what in re.findall(r"(\d+) × (\w+ \w+)", row)}
    assert counted == told
    assert bool(counted) == (row != "nothing")


def test_the_documents_count_northwind_as_the_audit_does() -> None:
    """How many people, teams, initiatives and components Northwind has is written as it is counted."""
    census = audited("northwind").census
    words = " ".join((ROOT / "orgs/northwind/README.md").read_text(encoding="utf-8").split())
    counted = f"{census.people} people by name, {census.heads - census.people} more who are only counted"
    assert counted in words
    assert f"{census.initiatives} initiatives and {census.components} components" in words
    assert f"{census.people} people by name" in (ROOT / "orgs/README.md").read_text(encoding="utf-8")
