"""Every rule's page is true: its bad example has the finding, its good example has not."""

import re
from pathlib import Path

import pytest

from orgmodel import api, catalogue
from orgmodel.rules.base import Rule
from orgmodel.rules.sources import SOURCES

HEADINGS = ["What it checks", "Why it matters", "Bad", "Good", "What to do"]
RULES = sorted(catalogue.rules().values(), key=lambda rule: rule.code)
BY_FILES_ALONE = {"F011", "F004", "F010", "W002", "Z005"}
OF_ORGANISATIONS = [rule for rule in RULES if not rule.code.startswith("X") and rule.code not in BY_FILES_ALONE]
OF_CHANGES = [rule for rule in RULES if rule.code.startswith("X")]


def section(rule: Rule, heading: str) -> str:
    """Return the text below one heading of a page."""
    parts = re.split(r"^## (.+)$", rule.page, flags=re.M)
    return dict(zip(parts[1::2], parts[2::2], strict=True))[heading]


def example(rule: Rule, heading: str) -> str:
    """Return the YAML of an example."""
    found = re.search(r"```yaml\n(.*?)```", section(rule, heading), flags=re.S)
    assert found, f"{rule.code} has no YAML under {heading}"
    return found.group(1)


def codes(text: str, folder: Path, code: str) -> list[str]:
    """Audit a text with one rule alone; rules about waivers need those that are waived."""
    file = folder / "org.yaml"
    file.write_text(text, encoding="utf-8")
    audit = api.audit(file, settings=api.settings(select=[] if code.startswith("Z") else [code]))
    return [finding.code for finding in audit.findings]


def codes_of_change(rule: Rule, heading: str, folder: Path) -> list[str]:
    """Compare the organisation of an example with all that stands beside it; return what the first one is told.

    All rules are asked: some of those about changes speak of what others have found.
    """
    blocks = re.findall(r"```yaml (before|after)\n(.*?)```", section(rule, heading), flags=re.S)
    assert ["after", "before"] == sorted({word for word, _ in blocks}), f"{rule.code} shows no change under {heading}"
    files = {"before": list[Path](), "after": list[Path]()}
    for number, (word, text) in enumerate(blocks):
        files[word].append(folder / f"{word}-{number}.yaml")
        files[word][-1].write_text(text, encoding="utf-8")
    (before,) = files["before"]
    first = api.compare(before, *files["after"], settings=api.settings()).alternatives[0]
    return [finding.code for finding in (*first.plan_findings, *first.change_findings)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_page_has_its_headings(rule: Rule) -> None:
    """A page says what, why, bad, good and what to do, in this order."""
    assert re.findall(r"^## (.+)$", rule.page, flags=re.M) == HEADINGS


@pytest.mark.parametrize("rule", OF_ORGANISATIONS, ids=lambda rule: rule.code)
def test_the_bad_example_has_the_finding(rule: Rule, tmp_path: Path) -> None:
    """The bad example of a page is found by its rule."""
    assert rule.code in codes(example(rule, "Bad"), tmp_path, rule.code)


@pytest.mark.parametrize("rule", OF_ORGANISATIONS, ids=lambda rule: rule.code)
def test_the_good_example_has_no_finding(rule: Rule, tmp_path: Path) -> None:
    """The good example of a page is not found by its rule."""
    assert rule.code not in codes(example(rule, "Good"), tmp_path, rule.code)


@pytest.mark.parametrize("rule", OF_CHANGES, ids=lambda rule: rule.code)
def test_the_bad_change_has_the_finding(rule: Rule, tmp_path: Path) -> None:
    """The bad example of a page about changes is found by its rule, and changes that do not fit only where they should.

    An example that is faulty in itself would have findings for another reason.
    """
    found = codes_of_change(rule, "Bad", tmp_path)
    assert rule.code in found
    assert rule.code == "X016" or "X016" not in found
    assert [] == [code for code in found if code.startswith("F")]


@pytest.mark.parametrize("rule", OF_CHANGES, ids=lambda rule: rule.code)
def test_the_good_change_has_no_finding(rule: Rule, tmp_path: Path) -> None:
    """The good example of a page about changes is not found by its rule, and is a change that can be made."""
    found = codes_of_change(rule, "Good", tmp_path)
    assert rule.code not in found
    assert [] == [code for code in found if code == "X016" or code.startswith("F")]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_that_compares_with_the_whole_says_so(rule: Rule) -> None:
    """What it finds of a team may then change though nothing about the team does."""
    assert rule.relative == (rule.code in {"C001", "C005", "C007", "C017", "D008", "W007"})


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_number_says_where_it_comes_from(rule: Rule) -> None:
    """An option's default comes from a known source or is called a judgement."""
    for name, option in rule.options.declared().items():
        assert option.provenance in {*SOURCES, "judgement"}, f"{rule.code}.{name}"
    assert set(rule.sources) <= set(SOURCES)
