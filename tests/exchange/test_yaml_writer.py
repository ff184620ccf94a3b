"""The organisation file that is written is pleasant to read, and reading it gives the same document."""

import random
from textwrap import dedent
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.exchange.arrangement import arranged
from orgmodel.exchange.shapes import RECORDS
from orgmodel.exchange.yaml_writer import WIDTH, organisation_yaml
from orgmodel.model.organisation import SECTIONS

SAMPLE: dict[str, Any] = {
    "metrics": {"clicks": {"drives": ["orders"], "kind": "input"}},
    "x-notes": ["kept as they are"],
    "dependencies": [{"why": "every login change is reviewed", "to": "identity", "from": "payments", "strength": 4}],
    "components": {"#ledger": {"owner": ["payments", "@ops"], "depends_on": [{"kind": "api", "component": "sign-in"}]}},
    "teams": {
        "payments": {
            "members": ["bo", {"allocation": 0.5, "person": "cy"}],
            "x-kind": "squad",
            "lead": "ana",
            "name": "NO",
            "purpose": "Takes the money.\nGives it back.",
        },
        "large": {"members": [f"person-{number:03}" for number in range(9)], "headcount": 9},
        "none": {"members": []},
    },
    "people": {"007": {"level": 5, "name": "Bo: the first", "skills": ["1.10", "go"]}, "ana": {}},
    "decisions": {
        "price": {
            "steps": [
                {"by": "identity", "days": 1.5, "can": "veto"},
                {"by": "legal", "why": " ".join(["because the contract says so"] * 4)},
                {"by": "zoe", "why": "she asked\n\nand pays\n"},
            ]
        }
    },
    "organisation": {"reporting": "lead", "name": "Northwind"},
}
WRITTEN = """
    # yaml-language-server: $schema=../organisation.schema.json
    organisation:
      name: Northwind
      reporting: lead

    people:
      "007":
        name: "Bo: the first"
        level: 5
        skills: ["1.10", go]
      ana: {}

    teams:
      payments:
        name: "NO"
        purpose: |-
          Takes the money.
          Gives it back.
        lead: ana
        members: [bo, {person: cy, allocation: 0.5}]
        x-kind: squad
      large:
        members:
          - person-000
          - person-001
          - person-002
          - person-003
          - person-004
          - person-005
          - person-006
          - person-007
          - person-008
        headcount: 9
      none:
        members: []

    components:
      "#ledger":
        owner: [payments, "@ops"]
        depends_on: [{component: sign-in, kind: api}]

    dependencies:
      - {from: payments, to: identity, strength: 4, why: every login change is reviewed}

    decisions:
      price:
        steps:
          - {by: identity, can: veto, days: 1.5}
          - by: legal
            why: >-
              because the contract says so because the contract says so because the contract says so
              because the contract says so
          - by: zoe
            why: |
              she asked

              and pays

    metrics:
      clicks:
        kind: input
        drives: [orders]

    x-notes:
      - kept as they are
    """


def test_sample() -> None:
    """Sections and fields come in the model's order, entities as blocks, and what is short inside them on one line."""
    assert dedent(WRITTEN).lstrip("\n") == organisation_yaml(SAMPLE, schema="../organisation.schema.json")


def test_sample_is_read_back() -> None:
    """Reading the sample gives the document from which it was written."""
    assert yaml.safe_load(organisation_yaml(SAMPLE)) == SAMPLE


def test_nothing_to_write() -> None:
    """An organisation without any section is an empty mapping."""
    assert "{}\n" == organisation_yaml({})


def test_order_of_fields_does_not_matter() -> None:
    """Documents that differ in the order of sections and fields alone give the same bytes."""
    order = random.Random(7)

    def shuffled(value: Any) -> Any:
        if not isinstance(value, dict):
            return [shuffled(item) for item in value] if isinstance(value, list) else value
        return {key: shuffled(value[key]) for key in order.sample(sorted(value), len(value))}

    document = {name: section for name, section in SAMPLE.items() if name != "teams"}
    document["teams"] = {"payments": SAMPLE["teams"]["payments"]}
    document["people"] = {"ana": {}}
    assert organisation_yaml(document) == organisation_yaml(shuffled(document))


def test_every_section_of_the_model_has_its_place() -> None:
    """The sections are those of the model, in the order of the page on organisation files."""
    assert {"organisation", "dependencies", *SECTIONS} == set(RECORDS)
    assert [
        "organisation",
        "people",
        "teams",
        "initiatives",
        "components",
        "dependencies",
        "decisions",
        "metrics",
        "domains",
        "hiring",
    ] == list(RECORDS)


def test_fields_of_parts_are_arranged_too() -> None:
    """What is inside an entity's fields follows the model as well, at every depth."""
    path = {"steps": [{"can": "veto", "by": "zoe"}], "decider": "ana"}
    arrangement = arranged({"decisions": {"price": {"any_of": [path], "owner": "pay"}}})
    assert (
        "{'decisions': {'price': {'owner': 'pay', 'any_of': [{'decider': 'ana', 'steps': [{'by': 'zoe', 'can'"
        in str(arrangement)
    )


@pytest.mark.parametrize(
    "text",
    [
        "one line\n",
        "two\nlines",
        "two\nlines\n",
        "a gap\n\n  and more\n",
        "\nfirst line empty",
        " space first\nthen not",
        "ends in space \nhere",
        "two at the end\n\n",
        "tab\there\nand there",
        "word " * 60 + "end",
        "two  spaces  " * 30 + "end",
        "x" * 300,
        "# no comment, " * 20 + "though",
        "- no item\n# no comment\n--- no document",
    ],
)
def test_long_texts_and_texts_of_several_lines(text: str) -> None:
    """They are read back to the letter, beside their key, in a list and in a mapping of a list."""
    document = {"teams": {"a": {"purpose": text, "skills": [text, "b"], "members": [{"person": "bo", "role": text}]}}}
    assert yaml.safe_load(organisation_yaml(document)) == document


def test_lines_are_not_longer_than_they_need_be() -> None:
    """Only a single long word makes a line longer than the width."""
    lines = organisation_yaml(
        {"teams": {"a": {"purpose": "some words " * 80 + "end", "members": ["someone"] * 80}}}
    ).splitlines()
    assert max(map(len, lines)) <= WIDTH


def test_very_long_ids_are_read_back() -> None:
    """An id that is too long for an ordinary key is still one that every tool reads."""
    document = {"people": {"\u2028" * 200: {"name": "a"}, "x" * 5000: {}, "y" * 1025: {"skills": ["b"] * 99}}}
    assert yaml.safe_load(organisation_yaml(document)) == document


TRICKY = st.text(
    st.sampled_from("ab ,:#-?[]{}'\"\n\\\t|>&*!%@`=~<.0123456789_+xeEyNO\u2028\ufeff\x85\x07é😀"), max_size=12
)
LONG = st.lists(st.text(st.sampled_from("abc:#,-"), min_size=1, max_size=9), max_size=60).map(" ".join)
TEXTS = TRICKY | st.text(max_size=20) | LONG
VALUES = st.recursive(TEXTS, lambda v: st.lists(v, max_size=4) | st.dictionaries(TEXTS, v, max_size=4), max_leaves=12)
ENTITIES = st.dictionaries(TEXTS, st.dictionaries(TEXTS, VALUES, max_size=4), max_size=4)
DOCUMENTS = st.dictionaries(st.sampled_from(sorted(RECORDS)) | TEXTS, VALUES | ENTITIES, max_size=4)


LOADERS = (yaml.BaseLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader))


@settings(max_examples=60)
@given(DOCUMENTS)
def test_any_document_of_texts_is_read_back(document: dict[str, Any]) -> None:
    """Whatever the texts are, both parsers of PyYAML give them back, also where they guess at types."""
    text = organisation_yaml(document)
    for loader in LOADERS:
        assert yaml.load(text, Loader=loader) == document


NUMBERS = st.integers() | st.floats(allow_nan=False) | st.booleans() | st.none() | st.dates()


@settings(max_examples=100)
@given(st.dictionaries(TRICKY, st.lists(NUMBERS | TRICKY, max_size=5) | NUMBERS, max_size=5))
def test_numbers_dates_and_flags_keep_their_type(fields: dict[str, Any]) -> None:
    """What is no text is read back with its type."""
    document = {"people": {"ana": fields}}
    assert yaml.safe_load(organisation_yaml(document)) == document
