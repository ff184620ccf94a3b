"""The guide to measures speaks of measures that there are."""

import re

from docs import build
from orgmodel import catalogue
from orgmodel.measures.base import EVIDENCE

PAGE = (build.DOCS / "guide/measures.md").read_text(encoding="utf-8")


def test_the_table_of_questions_names_measures() -> None:
    """Each id is a measure, of what the table says it is of."""
    rows = re.findall(r"^\| ([^|]+) \| (`[^|]+) \| ([^|]+) \|$", PAGE, re.M)
    assert len(rows) > 10
    for _, ids, of in rows:
        for group, kinds in zip(ids.split(";"), of.split(";"), strict=True):
            for id in re.findall(r"`(\w+)`", group):
                known = {each.by for each in catalogue.every_measure() if each.id == id}
                for kind in kinds.split(","):
                    assert kind.strip().removeprefix("each ").removeprefix("the ") in known, (id, kind)


def test_the_words_of_evidence_are_those_of_the_program() -> None:
    """Each label is there with what it means."""
    said = {label: meaning.rstrip(".;") for label, meaning in re.findall(r"^- \*\*(\w+)\*\*: (.+)$", PAGE, re.M)}
    assert EVIDENCE == {label: re.sub(r"\s+", " ", meaning) for label, meaning in said.items()}
