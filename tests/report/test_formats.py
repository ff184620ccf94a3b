"""What holds for every report: it is found by itself, says the same, and is quick."""

import itertools
import json
import re
import time
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

BAKERS = """
    organisation: {name: Elm Street Bakers}
    people: {ana: {}, bo: {}}
    teams:
      ovens: {lead: ana, headcount: 12}
      tills: {lead: bo, headcount: 6}
      vans: {lead: zed}
    initiatives:
      gift-cards: {leader: nobody, team: tills}
      same-day:
        leader: [{person: ana, allocation: 30%}, {person: bo, allocation: 20%}]
        team: ovens
        contributors: [{team: tills, ask: custom}]
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


@pytest.fixture
def bakers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Audit:
    """Audit a small organisation from its file."""
    monkeypatch.chdir(tmp_path)
    Path("org.yaml").write_text(dedent(BAKERS), encoding="utf-8")
    settings = api.settings(select=["T001", "L001", "L005", "F008"], today=a_screenful().today)
    return api.audit("org.yaml", settings=settings)


def test_text_marks_what_a_real_audit_found(bakers: Audit) -> None:
    """The carets of each finding stand under the words that its place means."""
    rows = written(named("text"), bakers).splitlines()
    marked = [
        source[row.index("^") : row.rindex("^") + 1]
        for source, row in itertools.pairwise(rows)
        if re.match(r" +\|[ -]+\^", row)
    ]
    lines = dedent(BAKERS).splitlines()
    places = [finding.place for finding in bakers.standing if finding.place]
    assert 4 == len(places)
    assert [lines[place.line - 1][place.column - 1 : place.end_column - 1] for place in places] == marked


def test_brief_tells_what_a_real_audit_found(bakers: Audit) -> None:
    """The initiatives come before the team, what is wrong in the file is counted, what is missing is said."""
    lines = written(named("brief"), bakers).splitlines()
    assert ["L005", "L001", "T001"] == [code for line in lines for code in re.findall(r"([LT]\d{3}) · ", line)]
    assert "Elm Street Bakers · 22 Nov 2026 · 20 people (2 by name), 3 teams, 2 initiatives under way" == lines[0]
    assert "0 small findings, 1 in the files (orgmodel audit --select F lists them)." == lines[-1]
    assert "team size and shape (T001): " in "\n".join(lines)


@pytest.fixture(scope="module")
def very_many() -> Audit:
    """An audit with ten thousand findings."""
    return of_everything(10_000)


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.name)
def test_ten_thousand_findings_are_written_in_seconds(report: Report, very_many: Audit) -> None:
    """No report is slow on very many findings."""
    start = time.process_time()
    written(report, very_many)
    assert time.process_time() - start < 5
