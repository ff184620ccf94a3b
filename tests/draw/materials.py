"""What views draw, put together from organisations as the program does it."""

from dataclasses import replace
from typing import Any

from orgmodel.api.basics import defaults
from orgmodel.auditing import audited
from orgmodel.comparing.assembly import Comparing
from orgmodel.comparing.sides import Alternative, side
from orgmodel.draw.material import Material
from orgmodel.draw.view import View
from orgmodel.graph import OrgGraph
from orgmodel.model.organisation import Org
from tests.draw.organisations import changed, made


def by_chance(view: View[Any], seed: int) -> Material:
    """Return what a view draws of the organisation of a seed, or of what becomes of it."""
    org = made(seed)
    return of_change(org, changed(org, seed)) if "change" in view.needs else of_org(org, view)


def of_org(org: Org, view: View[Any] | None = None) -> Material:
    """Return an organisation and the findings of its audit: those that a view shows, or all."""
    graph = OrgGraph(org)
    settings = replace(defaults(), rules=view.rules) if view is not None and view.rules else defaults()
    return Material(graph=graph, findings=audited(graph, settings, None, {}, None).standing)


def of_change(org: Org, after: Org) -> Material:
    """Return an organisation, what becomes of it, and what that does."""
    today = side("today", org, defaults())
    comparison = Comparing(today, defaults()).compared(Alternative("after", "after", after))
    return Material(graph=OrgGraph(org), after=OrgGraph(after), comparison=comparison)
