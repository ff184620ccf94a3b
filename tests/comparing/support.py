"""Comparisons of texts."""

from pathlib import Path
from textwrap import dedent

from orgmodel import api
from orgmodel.comparing.assembly import Comparing
from orgmodel.comparing.sides import Alternative, side
from orgmodel.model.comparison import Compared, Comparison
from orgmodel.model.organisation import Org
from orgmodel.model.plan import Plan
from orgmodel.reorg.applying.apply import apply
from orgmodel.rules.settings import Settings

BASE = """
    organisation: {name: Sample, reporting: lead}
    people:
      zoe: {role: manager, manager: nobody}
      ana: {role: manager, location: Lyon}
      bo: {role: engineer, location: Lyon}
      cy: {role: engineer}
      dee: {role: engineer}
      eli: {role: manager}
      fay: {role: engineer}
    teams:
      shop: {lead: zoe}
      payments: {parent: shop, lead: ana, members: [ana, bo, cy, dee]}
      identity: {parent: shop, lead: eli, members: [eli, fay]}
    initiatives:
      one-click:
        leader: {person: bo, allocation: 100%}
        team: payments
        contributors: [{team: identity, ask: custom}]
    components:
      ledger: {owner: payments, experts: [bo], depends_on: [{component: sign-in, kind: shared-data}]}
      sign-in: {owner: identity, experts: [fay], criticality: high}
    decisions:
      price: {owner: payments, decider: ana, steps: [{by: identity, can: veto, days: 5}]}
    metrics:
      orders: {owner: payments}
    """


def written(folder: Path, name: str, text: str) -> Path:
    """Write a file, and return its path."""
    path = folder / name
    path.write_text(dedent(text), encoding="utf-8")
    return path


def compared(folder: Path, *after: str, base: str = BASE, **choices: object) -> Compared:
    """Compare a base with plans or organisations, given as texts."""
    before = written(folder, "base.yaml", base)
    others = [written(folder, f"after-{n}.yaml", text) for n, text in enumerate(after)]
    return api.compare(before, *others, **choices)  # type: ignore[arg-type]  # as the call gives them


def of_orgs(before: Org, after: Org, *, rules: frozenset[str] = frozenset({"X015"})) -> Comparison:
    """Compare two organisations in memory."""
    settings = Settings(rules=rules)
    return Comparing(side("before", before, settings), settings).compared(Alternative("after", "", after))


def of_plan(base: Org, plan: Plan, *, rules: frozenset[str] = frozenset({"X015"})) -> Comparison:
    """Compare an organisation in memory with itself after a plan."""
    settings = Settings(rules=rules)
    applied = apply(plan, base)
    alternative = Alternative("plan", "", applied.org, plan, applied)
    return Comparing(side("before", base, settings), settings).compared(alternative)
