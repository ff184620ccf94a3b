"""Writes what rules and measures are: as text to read, as JSON."""

import dataclasses
import json
from collections.abc import Iterator, Sequence

from orgmodel.model.explanation import MeasureExplained, RuleExplained

FORMATS = ("text", "json")
Explained = RuleExplained | MeasureExplained


def write(explained: Sequence[Explained], form: str, *, colour: bool) -> str:
    """Return the explanations in one of `FORMATS`: one in full, several as a table."""
    if form == "json":
        return json.dumps([_record(each) for each in explained], ensure_ascii=False, indent=1, default=list) + "\n"
    lines = _full(explained[0], colour=colour) if len(explained) == 1 else _table(explained)
    return "".join(f"{line}\n" for line in lines)


def _table(explained: Sequence[Explained]) -> Iterator[str]:
    for each in explained:
        if isinstance(each, RuleExplained):
            yield f"{each.code}  {each.severity:<7}  {each.name:<32}  {each.summary}"
    yield ""
    for each in explained:
        if isinstance(each, MeasureExplained):
            yield f"{each.id:<28}  {each.by:<12}  {each.definition.partition(chr(10))[0]}"


def _full(each: Explained, *, colour: bool) -> Iterator[str]:
    return _rule(each, colour=colour) if isinstance(each, RuleExplained) else _measure(each, colour=colour)


def _rule(rule: RuleExplained, *, colour: bool) -> Iterator[str]:
    yield _bold(f"{rule.code} {rule.name} ({rule.severity})", colour)
    yield from ("", *rule.page.strip().splitlines())
    if rule.options:
        yield from ("", "## Options", "")
        width = max(len(setting.name) for setting in rule.options)
        for setting in rule.options:
            origin = f"{_value(setting.default)} (from: {setting.provenance})"
            yield f"{setting.name:<{width}}  {origin}  {setting.description}"
    yield from ("", "## Evidence", "", rule.evidence)
    if rule.covers:
        yield from ("", "## Covers", "", ", ".join(rule.covers) + ": not reported where this speaks of the same.")
    if rule.sources:
        yield from ("", "## Sources", "", *(f"- {key}: {citation}" for key, citation in rule.sources))


def _measure(measure: MeasureExplained, *, colour: bool) -> Iterator[str]:
    yield _bold(measure.id, colour)
    yield from ("", *(line.removeprefix("    ") for line in measure.definition.splitlines()))
    yield from ("", f"of: {measure.by}", f"unit: {measure.unit}", f"evidence: {measure.evidence}")


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
