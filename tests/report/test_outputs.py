"""Outputs for other programs: each is what its readers demand, and says the same as all others."""

import json
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Sarif

from orgmodel import api, catalogue
from orgmodel.model.audit import Audit
from orgmodel.report.base import Style
from tests.report.samples import TODAY

ROOT = Path(__file__).parents[2]
SAMPLES = ["first.yaml", "healthy.yaml", "northwind", "fulfilment/before.yaml", "orgmodel.yaml"]
HOSTILE = "a%0Ab::error::]]>&<x>\"'|`*_[y](z)"


@pytest.fixture(scope="module", params=SAMPLES)
def audit(request: pytest.FixtureRequest) -> Audit:
    """The audit of a sample."""
    return api.audit(ROOT / "orgs" / request.param, settings=api.settings(today=TODAY))


def written(audit: Audit, name: str) -> str:
    """Write an audit in a format."""
    return "".join(catalogue.report(name).write(audit, Style()))


def hostile(tmp_path: Path) -> Audit:
    """Return the audit of an organisation with a name that looks like markup of every format."""
    file = tmp_path / "org.yaml"
    file.write_text(json.dumps({"teams": {HOSTILE: {"headcount": 14}, "b": {"headcount": 13}}}), encoding="utf-8")
    return api.audit(file, settings=api.settings(select=["T001"], today=TODAY))


def waived(tmp_path: Path) -> Audit:
    """Return an audit of which one finding is waived and one is in the baseline."""
    file, baseline = tmp_path / "org.yaml", tmp_path / "known.json"
    file.write_text(
        "teams:\n  a: # orgmodel: waive T001 until 2027-03-31 because it splits\n    headcount: 14\n"
        "  b: {headcount: 12}\n  c: {headcount: 13}\n",
        encoding="utf-8",
    )
    settings = api.settings(select=["T001"], today=TODAY)
    known = next(each for each in api.audit(file, settings=settings).standing if each.subject.id == "b")
    entry = {"code": "T001", "subject": "team:b", "fingerprint": known.fingerprint, "number": 12}
    baseline.write_text(json.dumps({"version": 1, "findings": [entry]}), encoding="utf-8")
    return api.audit(file, settings=settings, baseline=baseline)


# --- SARIF


def results(document: str) -> list[dict[str, Any]]:
    """Return the results of a document, which must be as the official schema has it."""
    Sarif.model_validate_json(document)
    (run,) = json.loads(document)["runs"]
    assert [run["tool"]["driver"]["rules"][each["ruleIndex"]]["id"] for each in run["results"]] == [
        each["ruleId"] for each in run["results"]
    ]
    found: list[dict[str, Any]] = run["results"]
    return found


def test_sarif_is_as_its_schema_has_it(audit: Audit) -> None:
    """Every finding that no other covers, with its level, its fingerprint and its place."""
    found = results(written(audit, "sarif"))
    told = [finding for finding in audit.findings if finding.covered_by is None]
    assert [(each.code, each.message, each.fingerprint) for each in told] == [
        (each["ruleId"], each["message"]["text"], each["partialFingerprints"]["orgmodel/v1"]) for each in found
    ]
    for finding, each in zip(told, found, strict=True):
        location = each["locations"][0]
        assert ("physicalLocation" in location) == (finding.place is not None)
        if finding.place is not None:
            region = location["physicalLocation"]["region"]
            assert tuple(region.values()) == finding.place[1:]


def test_sarif_tells_rules_with_help_and_severity(audit: Audit) -> None:
    """Each rule that was run has its page and its level."""
    (run,) = json.loads(written(audit, "sarif"))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert {row.code for row in audit.coverage} <= {rule["id"] for rule in rules}
    assert all("## What to do" in rule["help"]["markdown"] for rule in rules)
    assert {"error", "warning", "note"} >= {rule["defaultConfiguration"]["level"] for rule in rules}


def test_sarif_marks_what_is_waived_and_what_was_there(tmp_path: Path) -> None:
    """A waiver is a suppression with its reason; with a baseline every result says whether it is new."""
    found = results(written(waived(tmp_path), "sarif"))
    assert [[{"kind": "inSource", "justification": "it splits (until 2027-03-31)"}], [], []] == [
        each["suppressions"] for each in found
    ]
    assert ["new", "unchanged", "new"] == [each["baselineState"] for each in found]


def test_sarif_shows_circles_hop_by_hop() -> None:
    """The hops of a circle are a code flow as well."""
    audit = api.audit(ROOT / "orgs/northwind", settings=api.settings(select=["C002"], today=TODAY))
    (flow,) = results(written(audit, "sarif"))[0]["codeFlows"]
    assert len(flow["threadFlows"][0]["locations"]) >= 3


# --- JUnit, GitLab, GitHub, lines


def test_junit_has_a_case_for_each_rule(audit: Audit) -> None:
    """Rules without findings pass, those that could look at nothing are skipped, the counts are right."""
    suites = ElementTree.fromstring(written(audit, "junit"))
    cases = list(suites.iter("testcase"))
    codes = {str(case.get("name")).split()[0]: case for case in cases}
    assert {row.code for row in audit.coverage} | {each.code for each in audit.standing} == set(codes)
    failed = {code for code, case in codes.items() if case.find("failure") is not None}
    assert {finding.code for finding in audit.standing} == failed
    for suite in (suites, suites[0]):
        assert (str(len(cases)), str(len(failed))) == (suite.get("tests"), suite.get("failures"))
        assert str(sum(case.find("skipped") is not None for case in cases)) == suite.get("skipped")
    for finding in audit.standing:
        assert finding.message in (codes[finding.code].findtext("failure") or "")


def test_gitlab_has_what_a_merge_request_shows(audit: Audit) -> None:
    """Each standing finding has a description, a fingerprint of its own, a severity, a path and a line."""
    found = json.loads(written(audit, "gitlab"))
    assert [each.message for each in audit.standing] == [each["description"] for each in found]
    assert len(found) == len({each["fingerprint"] for each in found})
    for each in found:
        assert {"description", "check_name", "fingerprint", "severity", "location"} == set(each)
        assert each["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert each["location"]["path"]
        assert each["location"]["lines"]["begin"] >= 1


def commands(document: str) -> Iterator[tuple[str, dict[str, str], str]]:
    """Read workflow commands as a runner does: the command, its properties, the text."""
    for line in document.splitlines():
        match = re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", line)
        assert match, line
        properties = dict(each.split("=", 1) for each in match[2].split(","))
        yield match[1], {key: _read(value) for key, value in properties.items()}, _read(match[3])


def _read(text: str) -> str:
    for sign, code in ((",", "%2C"), (":", "%3A"), ("\n", "%0A"), ("\r", "%0D"), ("%", "%25")):
        text = text.replace(code, sign)
    return text


def test_github_annotates_lines(audit: Audit) -> None:
    """One command for each standing finding, the gravest first, whose first line is the message."""
    found = list(commands(written(audit, "github")))
    assert sorted(each.message for each in audit.standing) == sorted(text.split("\n")[0] for _, _, text in found)
    levels = [level for level, _, _ in found]
    assert levels == sorted(levels, key=("error", "warning", "notice").index)


def test_lines_of_json_are_the_findings_of_json(audit: Audit) -> None:
    """Each line is what the whole document says of the finding."""
    lines = [json.loads(line) for line in written(audit, "jsonl").splitlines()]
    assert json.loads(written(audit, "json"))["findings"] == lines


def test_markdown_is_short_and_begins_with_the_worst(audit: Audit) -> None:
    """A heading, three findings at most, one table, the counts: it fits a comment."""
    said = written(audit, "markdown")
    assert len(said.splitlines()) <= 35
    counts = [audit.count(severity) for severity in ("error", "warning", "info")]
    assert all(str(count) in said.splitlines()[0] for count in counts if count)
    assert min(3, len(audit.standing)) == len(re.findall(r"^\d\. \*\*", said, re.MULTILINE))


# --- hostile names


def test_hostile_names_stay_texts(tmp_path: Path) -> None:
    """Nothing that stands in a name ends a command, a cell, an element or a string."""
    audit = hostile(tmp_path)
    assert 2 == len(audit.standing)
    results(written(audit, "sarif"))
    assert 1 == len(list(ElementTree.fromstring(written(audit, "junit")).iter("failure")))
    assert 2 == len(json.loads(written(audit, "gitlab")))
    assert 2 == len(list(commands(written(audit, "github"))))
    rows = [line for line in written(audit, "markdown").splitlines() if line.startswith("|")]
    assert {5} == {len(re.findall(r"(?<!\\)\|", row)) for row in rows}
    assert "[y](z)" not in written(audit, "markdown")
