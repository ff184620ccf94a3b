"""The JSON report: one document, of the shape that its schema fixes."""

import datetime
import json
import math
import time
from collections.abc import Callable, Mapping
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from orgmodel import __version__
from orgmodel.model.audit import Audit
from orgmodel.model.finding import Finding
from orgmodel.report.json import report
from tests.report.samples import a_screenful, audit, finding, of_everything, shared_leader, written

SCHEMA = json.loads(files("orgmodel.report").joinpath("audit.schema.json").read_text(encoding="utf-8"))


def parsed(audit: Audit) -> Any:
    """Return the document, after looking whether the schema allows it."""
    document = json.loads(written(report, audit), parse_constant=lambda word: pytest.fail(f"{word} is no JSON"))
    Draft7Validator(SCHEMA).validate(document)
    return document


def evidence(values: Mapping[str, object]) -> Any:
    """Return the evidence of a finding as the document has it."""
    return parsed(audit([finding("T001", "team:a", "a", evidence=values)]))["findings"][0]["evidence"]


def test_looks_as_it_should(agrees_with: Callable[[str, str], None]) -> None:
    """A line for each finding and each rule."""
    agrees_with("json.json", written(report, shared_leader()).replace(f'"{__version__}"', '"0.0.0"'))


def test_the_schema_is_one() -> None:
    """The schema itself is valid, and closed: a key that it does not name is an error."""
    Draft7Validator.check_schema(SCHEMA)
    document = parsed(shared_leader())
    document["findings"][0]["more"] = 1
    assert ["Additional properties are not allowed ('more' was unexpected)"] == [
        error.message for error in Draft7Validator(SCHEMA).iter_errors(document)
    ]


@pytest.mark.parametrize("sample", [shared_leader(), a_screenful(), of_everything(60), audit()])
def test_every_audit_is_of_that_shape(sample: Audit) -> None:
    """Nothing, a little and much all keep to the schema, with all findings and all rules."""
    document = parsed(sample)
    assert len(sample.findings) == len(document["findings"])
    assert [row.code for row in sample.coverage] == [row["code"] for row in document["coverage"]]


def test_the_keys_are_the_documented_ones() -> None:
    """The names and the order of keys are part of the format."""
    document = parsed(shared_leader())
    assert ["version", "tool", "today", "organisation", "findings", "coverage", "summary"] == list(document)
    keys = "code name severity subject message help location related evidence fingerprint waived in_baseline covered_by"
    assert keys.split() == list(document["findings"][0])
    assert ["path", "line", "column", "end_line", "end_column"] == list(document["findings"][1]["location"])
    assert ["message", "location", "subject"] == list(document["findings"][2]["related"][0])


def test_what_is_not_there_is_null() -> None:
    """A finding without a place has a null location; what nobody waived has a null waiver."""
    first = parsed(shared_leader())["findings"][0]
    assert (None, None, False, None) == (first["location"], first["waived"], first["in_baseline"], first["covered_by"])
    assert {"kind": "person", "id": "ana", "name": None} == first["subject"]
    assert None is first["related"][0]["location"]


def test_covered_findings_are_there_but_not_counted() -> None:
    """Machines see what is covered and by what; the summary leaves it out."""
    document = parsed(shared_leader())
    covering = {each["code"]: each["covered_by"] for each in document["findings"]}
    by = next(each["fingerprint"] for each in document["findings"] if each["code"] == "L003")
    assert {"R003": None, "T001": None, "L003": None, "L004": by} == covering
    assert {"error": 1, "warning": 1, "info": 1, "waived": 0, "in_baseline": 0} == document["summary"]


def test_evidence_of_any_kind_is_written() -> None:
    """Days become texts, sets sorted lists, mappings objects, and numbers that JSON does not have null."""
    assert {
        "day": "2026-11-22",
        "set": list("abcdefgh"),
        "pair": [1, 2.5],
        "map": {"a": [1]},
        "bare": None,
        "within": [{"x": None}],
    } == evidence(
        {
            "day": datetime.date(2026, 11, 22),
            "set": frozenset("hgfedcba"),
            "pair": (1, 2.5),
            "map": MappingProxyType({"a": (1,)}),
            "bare": math.inf,
            "within": ({"x": math.nan},),
        }
    )


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_survives(text: str) -> None:
    """Whatever users wrote comes back as it was, in a document of plain ASCII."""
    sample = audit([finding("T001", f"team:{text}", f"{text}!")])
    document = written(report, sample)
    assert document.isascii()
    assert f"{text}!" == json.loads(document)["findings"][0]["message"]


def test_very_many_findings_are_written_at_once() -> None:
    """Twenty thousand findings take less than three times what the encoder alone needs for them."""
    numbers = range(20_000)
    found = [finding("T001", f"team:{n}", f"{n} has 12 people", evidence={"size": n, "limit": 10}) for n in numbers]
    sample = audit(found)
    ours = _seconds(lambda: written(report, sample))
    records = [_record(each) for each in found]
    assert ours < 3 * _seconds(lambda: [json.dumps(record) for record in records])


def _record(found: Finding) -> dict[str, object]:
    subject = {"kind": found.subject.kind, "id": found.subject.id, "name": None}
    texts = {key: getattr(found, key) for key in ("code", "name", "severity", "message", "help", "fingerprint")}
    empty: dict[str, object] = {
        "location": None,
        "related": [],
        "waived": None,
        "in_baseline": False,
        "covered_by": None,
    }
    return {**texts, **empty, "subject": subject, "evidence": found.evidence}


def _seconds(work: Callable[[], object]) -> float:
    """Return the least seconds of processor time of three runs."""
    runs = []
    for _ in range(3):
        start = time.process_time()
        work()
        runs.append(time.process_time() - start)
    return min(runs)
