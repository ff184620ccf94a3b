"""Applies plans in memory before anything else is asked: private facts need not stand in a shared file."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from orgmodel.comparing.plan_findings import plan_findings
from orgmodel.load.plans import read_plan
from orgmodel.model.finding import Finding
from orgmodel.model.organisation import Org
from orgmodel.model.plan import Plan
from orgmodel.reorg.applying.apply import apply
from orgmodel.rules.settings import Settings


class WithPlans(NamedTuple):
    """An organisation after some plans, and what is wrong with these."""

    org: Org
    findings: tuple[Finding, ...]


def with_plans(org: Org, plans: Sequence[str | Path], settings: Settings) -> WithPlans:
    """Apply plans one after the other.

    Raises
    ------
    orgmodel.load.sources.UnreadablePathError
        If a plan cannot be read.
    """
    found: list[Finding] = []
    earlier: list[Plan] = []
    for word in plans:
        plan, problems = read_plan(word)
        applied = apply(plan, org, earlier=earlier)
        found += plan_findings(plan, problems, applied.faults, settings)
        org = applied.org
        earlier.append(plan)
    return WithPlans(org, tuple(found))
