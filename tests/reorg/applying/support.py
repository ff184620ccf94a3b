"""Organisations and plans from text: the plan is applied, and what it wrote and said is told in short."""

import tempfile
from pathlib import Path
from typing import Any

from orgmodel.load.loader import load
from orgmodel.load.plans import PlanRead, read_plan
from orgmodel.model.document import document
from orgmodel.model.organisation import Org
from orgmodel.model.plan import Plan, PlanFault
from orgmodel.reorg.applying.apply import Applied, apply


def org_of(text: str) -> Org:
    """Return the organisation that is written as YAML; it must be sound."""
    with tempfile.TemporaryDirectory() as folder:
        loaded = load([_written(folder, "org.yaml", text)])
    assert () == loaded.problems
    return loaded.org


def read(text: str, name: str = "plan.yaml") -> PlanRead:
    """Read a plan that is written as YAML."""
    with tempfile.TemporaryDirectory() as folder:
        return read_plan(_written(folder, name, text))


def plan_of(text: str, name: str = "plan.yaml") -> Plan:
    """Return the plan that is written as YAML, or just its changes; its file must be sound."""
    found = read(text if "changes:" in text or "plan:" in text else f"changes:\n{text}", name)
    assert () == found.problems
    return found.plan


def applied(base: str, plan: str) -> Applied:
    """Apply a plan to an organisation."""
    return apply(plan_of(plan), org_of(base))


def told(found: Applied, section: str, *ids: str) -> dict[str, Any]:
    """Return entities of a section in the shape of a file: all of them, or those named."""
    said: dict[str, Any] = document(found.org).get(section, {})  # type: ignore[assignment]  # a mapping by id
    return {id: said[id] for id in ids} if ids else said


def faults(found: Applied) -> list[str]:
    """Return what was said of the plan: code, and message."""
    return [f"{fault.code} {fault.message}" for fault in found.faults]


def helps(found: Applied) -> list[str]:
    """Return what is to be done about it."""
    return [fault.help for fault in found.faults]


def where(found: Applied, fault: PlanFault) -> str:
    """Return line and column of what was said."""
    place = found.org.places.find(fault.spot)
    return f"{place.line}:{place.column}" if place else "nowhere"


def marked(found: Applied, fault: PlanFault) -> str:
    """Return the text of the plan that stands where something was said of it."""
    place = found.org.places.find(fault.spot)
    assert place is not None
    line = found.org.places.line(place, place.line) or ""
    return line[place.column - 1 : place.end_column - 1]


def _written(folder: str, name: str, text: str) -> Path:
    file = Path(folder) / name
    file.write_text(text, encoding="utf-8")
    return file
