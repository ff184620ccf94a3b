"""The two sides of a comparison: today's organisation, and what is compared with it."""

import datetime
from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from orgmodel.auditing import audited
from orgmodel.comparing.placeholders import Placeholders
from orgmodel.graph import OrgGraph
from orgmodel.load.problem import Problem
from orgmodel.model.audit import Audit
from orgmodel.model.organisation import Org
from orgmodel.model.plan import Plan
from orgmodel.reorg.applying.apply import Applied, apply
from orgmodel.reorg.applying.naming import Naming
from orgmodel.rules.engine import Progress
from orgmodel.rules.settings import Settings


class Side(NamedTuple):
    """One organisation, audited; places of findings are looked up with `marks`."""

    name: str
    org: Org
    graph: OrgGraph
    audit: Audit
    marks: Placeholders


class Alternative(NamedTuple):
    """What is compared with today: an organisation, and the plan that leads to it if there is one.

    `problems` are what is wrong with the plan's file.
    """

    name: str
    path: str
    org: Org
    plan: Plan | None = None
    applied: Applied | None = None
    problems: tuple[Problem, ...] = ()


class History(NamedTuple):
    """What is known of earlier moves: the last one of each (``kind:id``), and in words how far back that reaches."""

    moves: Mapping[str, datetime.date] = {}
    reach: str | None = None


def side(name: str, org: Org, settings: Settings, progress: Progress | None = None) -> Side:
    """Audit an organisation."""
    marks = Placeholders(org.places)
    graph = OrgGraph(replace(org, places=marks))
    return Side(name, org, graph, audited(graph, settings, None, {}, progress), marks)


def planned(plan: Plan, problems: tuple[Problem, ...], base: Naming) -> Alternative:
    """Apply a plan to today's organisation."""
    applied = apply(plan, base)
    return Alternative(plan.label, plan.path, applied.org, plan, applied, problems)
