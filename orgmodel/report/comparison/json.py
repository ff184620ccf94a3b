"""A comparison for programs: one document whose shape `comparison.schema.json` fixes."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Final

from orgmodel import __version__
from orgmodel.model.comparison import Compared, Comparison, Criterion
from orgmodel.report.base import Style
from orgmodel.report.comparison import records_of_people, records_of_plan, records_of_work
from orgmodel.report.comparison.base import ComparisonReport
from orgmodel.report.comparison.records_of_people import Record
from orgmodel.report.json import written

VERSION: Final = 1
"""Of the shape; it grows when a key goes away or changes its meaning."""


def write(compared: Compared, style: Style) -> Iterator[str]:
    """Yield the document: today, the criteria, and each alternative with a line for each of its parts."""
    yield f'{{"version": {VERSION}, "tool": {written({"name": "orgmodel", "version": __version__})},\n'
    yield f' "today": "{compared.today.isoformat()}",\n'
    before = {"name": compared.before, "organisation": asdict(compared.census)}
    yield f' "before": {written(before)},\n'
    yield f" {_member('remarks', compared.remarks)},\n"
    yield f" {_member('criteria', [_criterion(each) for each in compared.criteria])},\n"
    yield ' "alternatives": ['
    for index, comparison in enumerate(compared.alternatives):
        yield ",\n  {" if index else "\n  {"
        parts = _alternative(comparison, _dominating(compared, index))
        yield ",\n   ".join(_member(key, value) for key, value in parts.items())
        yield "}"
    yield "]}\n"


def _dominating(compared: Compared, index: int) -> str | None:
    return compared.dominated_by[index] if index < len(compared.dominated_by) else None


def _member(key: str, value: object) -> str:
    """Write one part of an alternative: its key and its value."""
    return written({key: value})[1:-1]


def _criterion(each: Criterion) -> Record:
    return {"name": each.name, "unit": each.unit, "better": each.better, "values": each.values}


def _alternative(comparison: Comparison, dominated_by: str | None) -> Mapping[str, object]:
    people, work, plan = records_of_people, records_of_work, records_of_plan
    return {
        "name": comparison.name,
        "dominated_by": dominated_by,
        "path": comparison.path,
        "same": comparison.same,
        "plan": plan.plan(comparison.plan),
        "before": asdict(comparison.before),
        "after": asdict(comparison.after),
        "objective": plan.objective(comparison.objective),
        "people": people.people(comparison.people),
        "teams": people.teams(comparison.teams),
        "components": work.components(comparison.components),
        "lost_owner": work.lost_owners(comparison.lost_owner),
        "authority": people.authority(comparison.authority),
        "coupling": work.coupling(comparison),
        "initiatives": work.initiatives(comparison.work),
        "decisions": work.decisions(comparison.work),
        "metrics": work.metrics(comparison.work),
        "dependencies": work.dependencies(comparison.dependencies),
        "findings": plan.findings(comparison.findings),
        "plan_findings": plan.records(comparison.plan_findings),
        "change_findings": plan.records(comparison.change_findings),
        "measures": plan.measures(comparison.measures),
        "doors": plan.doors(comparison),
        "waves": plan.waves(comparison.waves),
        "follow_up": plan.follow_up(comparison.follow_up),
        "unknown": comparison.unknown,
    }


report = ComparisonReport(
    name="json",
    media_type="application/json",
    summary="everything, for programs; its JSON Schema comes with the package",
    write=write,
)
