"""What holds for every report: it is found by itself, says the same, and gives the same bytes each time."""

import json
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from orgmodel import api, catalogue
from orgmodel.model.audit import Audit
from orgmodel.report.base import Report
from tests.report.samples import a_screenful, of_everything, shared_leader, written

ROOT = Path(__file__).parents[2]
REPORTS: list[Report] = list(catalogue.offered("orgmodel.report", "report"))
FOR_PEOPLE = [report for report in REPORTS if report.media_type == "text/plain"]
SAMPLES = [shared_leader(), a_screenful(), of_everything(60)]

WRITE_ALL = """
from orgmodel import api, catalogue
from orgmodel.report.base import Style
import datetime
settings = api.settings(today=datetime.date(2026, 11, 22))
audit = api.audit("orgs/fulfilment/before.yaml", "orgs/first.yaml", settings=settings)
for report in catalogue.offered("orgmodel.report", "report"):
    print("".join(report.write(audit, Style(statistics=True))))
"""


def named(name: str) -> Report:
    """Return a report by its name."""
    return next(report for report in REPORTS if report.name == name)


def unbroken(text: str) -> str:
    """Return a text with its lines joined."""
    return re.sub(r"\s+", " ", text)


def test_reports_are_found_by_themselves() -> None:
    """Each file with a report is offered, and says what it is."""
    assert {"brief", "concise", "json", "text"} <= {report.name for report in REPORTS}
    assert [] == [report.name for report in REPORTS if not report.summary]


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.name)
@pytest.mark.parametrize("sample", SAMPLES)
def test_documents_are_whole_lines(report: Report, sample: Audit) -> None:
    """A document ends with the end of a line, and no line ends with a blank."""
    document = written(report, sample, statistics=True)
    assert document.endswith("\n")
    assert [] == re.findall(r" +$", document, flags=re.MULTILINE)


@pytest.mark.parametrize("report", FOR_PEOPLE, ids=lambda report: report.name)
@pytest.mark.parametrize("sample", SAMPLES)
def test_colour_says_nothing_of_its_own(report: Report, sample: Audit) -> None:
    """Without its colours a document is the one that is written without them."""
    coloured = written(report, sample, colour=True, statistics=True)
    assert "\x1b[" in coloured
    assert written(report, sample, statistics=True) == re.sub(r"\x1b\[[\d;]*m", "", coloured)


@pytest.mark.parametrize("sample", SAMPLES)
def test_all_reports_say_the_same(sample: Audit) -> None:
    """Each message that JSON has for a finding that stands is in the other reports, word by word."""
    findings = json.loads(written(named("json"), sample))["findings"]
    messages = [each["message"] for each in findings if each["covered_by"] is None]
    text, concise = unbroken(written(named("text"), sample)), written(named("concise"), sample)
    assert [] == [message for message in messages if message not in text or message not in concise]


def test_a_real_audit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, agrees_with: Callable[[str, str], None]) -> None:
    """A small organisation goes the whole way from its file to each report."""
    monkeypatch.chdir(tmp_path)
    organisation = """\
        organisation: {name: Elm Street Bakers}
        people: {ana: {}, bo: {}}
        teams:
          ovens: {lead: ana, headcount: 12}
          tills: {lead: bo, headcount: 6}
          vans: {lead: zed}
        initiatives:
          same-day:
            leader: [{person: ana, allocation: 30%}, {person: bo, allocation: 20%}]
            team: ovens
            contributors: [{team: tills, ask: custom}]
        """
    Path("org.yaml").write_text(dedent(organisation), encoding="utf-8")
    settings = api.settings(select=["T001", "L005", "F008"], today=a_screenful().today)
    audit = api.audit("org.yaml", settings=settings)
    for report in FOR_PEOPLE:
        agrees_with(f"real-{report.name}.txt", written(report, audit))


def test_the_same_bytes_every_time() -> None:
    """The seed of Python's hashes changes nothing."""
    documents = {
        subprocess.run(
            [sys.executable, "-c", WRITE_ALL],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert 1 == len(documents)


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.name)
def test_ten_thousand_findings_are_written_in_seconds(report: Report) -> None:
    """No report is slow on very many findings."""
    sample = of_everything(10_000)
    start = time.process_time()
    written(report, sample)
    assert time.process_time() - start < 5
