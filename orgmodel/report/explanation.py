"""Writes what rules and measures are: as text to read, as JSON."""

import dataclasses
import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from orgmodel.model.explanation import Elsewhere, MeasureExplained, RuleExplained
from orgmodel.model.measurement import OF

FORMATS = ("text", "json")
Explained = RuleExplained | MeasureExplained
BETTER: Final[Mapping[str | None, str]] = {
    "up": "more is better",
    "down": "fewer or less is better",
    None: "neither more nor less is better beyond dispute",
}


def write(explained: Sequence[Explained], form: str, *, colour: bool) -> str:
    """Return the explanations in one of `FORMATS`: one in full, several as a table."""
    if form == "json":
        return json.dumps([_record(each) for each in explained], ensure_ascii=False, indent=1, default=list) + "\n"
    lines = _table(explained) if _are_several(explained) else _full(explained, colour=colour)
    return "".join(f"{line}\n" for line in lines)


def _are_several(explained: Sequence[Explained]) -> bool:
    """Tell whether it is about more than one thing; a measure of several kinds of things is one."""
    return len({each.code if isinstance(each, RuleExplained) else each.id for each in explained}) > 1


def _table(explained: Sequence[Explained]) -> Iterator[str]:
    for each in explained:
        if isinstance(each, RuleExplained):
            yield f"{each.code}  {each.severity:<7}  {each.name:<32}  {each.summary}"
    yield ""
    for each in explained:
        if isinstance(each, MeasureExplained):
            yield f"{each.id:<28}  {each.by:<12}  {each.summary}"


def _full(explained: Sequence[Explained], *, colour: bool) -> Iterator[str]:
    measures = [each for each in explained if isinstance(each, MeasureExplained)]
    for each in explained:
        if isinstance(each, RuleExplained):
            yield from _rule(each, colour=colour)
    for number, (_, same) in enumerate(groupby(measures, key=lambda each: each.definition)):
        yield from ("", "") if number else ()
        yield from _measure([*same], colour=colour)


def _rule(rule: RuleExplained, *, colour: bool) -> Iterator[str]:
    yield _bold(f"{rule.code} {rule.name} ({rule.severity})", colour)
    yield from ("", *rule.page.strip().splitlines())
    if rule.options:
        yield from ("", "## Options", "")
        width = max(len(setting.name) for setting in rule.options)
        for setting in rule.options:
            origin = f"{_value(setting.default)} (from: {setting.provenance})"
            yield f"{setting.name:<{width}}  {origin}  {setting.description}"
    if rule.presets:
        yield from ("", "## Presets", "", *(f"- {each.preset}: {elsewhere(each)}" for each in rule.presets))
    yield from ("", "## Evidence", "", rule.evidence)
    if rule.covers:
        yield from ("", "## Covers", "", ", ".join(rule.covers) + ": not reported where this speaks of the same.")
    if rule.sources:
        yield from ("", "## Sources", "", *(f"- {key}: {citation}" for key, citation in rule.sources))


def elsewhere(each: Elsewhere) -> str:
    """Say in words what a preset says of a rule otherwise."""
    if each.key == "off":
        return "off"
    return f"{each.key} {_value(each.value)}" + (f" (from: {each.provenance})" if each.provenance else "")


def _measure(measures: Sequence[MeasureExplained], *, colour: bool) -> Iterator[str]:
    """Yield the lines of a measure, which may be one of several kinds of things."""
    first = measures[0]
    yield _bold(first.id, colour)
    yield from ("", *first.definition.splitlines())
    for measure in measures:
        yield from ("", *_facts(measure))
    if first.example:
        yield from ("", "## Example", "", *first.example.splitlines())
    if first.sources:
        yield from ("", "## Sources", "", *(f"- {source}" for source in first.sources))


def _facts(measure: MeasureExplained) -> Iterator[str]:
    yield f"of: {OF[measure.by]}"
    yield f"family: {measure.family}"
    yield f"unit: {measure.unit}"
    if measure.range:
        yield f"range: {measure.range}"
    yield f"evidence: {measure.evidence}: {measure.means}"
    yield f"direction: {BETTER[measure.better]}"
    if measure.assumed:
        yield f"assumed: {measure.assumed}; computed only if it is asked for (--only {measure.id})"


def _bold(text: str, colour: bool) -> str:
    return f"\x1b[1m{text}\x1b[0m" if colour else text


def _value(default: object) -> str:
    if isinstance(default, tuple):
        return f"[{', '.join(map(str, default))}]"
    return str(default).lower() if isinstance(default, bool) else str(default)


def _record(each: Explained) -> dict[str, object]:
    record = dataclasses.asdict(each)
    if isinstance(each, RuleExplained):
        record["sources"] = [{"key": key, "citation": citation} for key, citation in each.sources]
        record["covers"] = list(each.covers)
    return record
