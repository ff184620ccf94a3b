"""Components, dependencies, decisions and metrics."""

from orgmodel.exchange.tabular.cells import Fields, fields_of
from orgmodel.exchange.tabular.draft import Draft, items_of, named, one_or_list
from orgmodel.exchange.tabular.problems import quoted
from orgmodel.exchange.tabular.rows import Row
from orgmodel.model.components import Component, ComponentDependency
from orgmodel.model.decisions import Decision, Step
from orgmodel.model.dependencies import Dependency
from orgmodel.model.fields import NOBODY
from orgmodel.model.metrics import Metric


def add_components(draft: Draft) -> None:
    """Add the tables `components` and `component_deps`, and the domains that components name."""
    owners: dict[str, dict[str, None]] = {}
    for row in draft.rows("components"):
        draft.merge(draft.section("components").setdefault(row["id"], {}), row, Component)
        known = owners.setdefault(row["id"], {}) if "owner_team" in row.cells else {}
        if row["owner_team"] not in ("", NOBODY):
            known[row["owner_team"]] = None
    for id, teams in owners.items():
        draft.section("components")[id]["owner"] = one_or_list(teams) if teams else NOBODY
    for row in draft.rows("component_deps"):
        component = draft.entity("components", row, "from")
        need = named("component", row["to"], fields_of(row, ComponentDependency, draft.log))
        items_of(component, "depends_on").append(need)
    _add_domains(draft)


def _add_domains(draft: Draft) -> None:
    """Define the domains that components name, since no table does."""
    for component in draft.section("components").values():
        if "domain" in component:
            draft.section("domains").setdefault(str(component["domain"]), {})


def add_dependencies(draft: Draft) -> None:
    """Add the table `team_deps`."""
    for row in draft.rows("team_deps"):
        ends: Fields = {"from": row["from"], "to": row["to"]}
        draft.dependencies.append(ends | fields_of(row, Dependency, draft.log))


def add_decisions(draft: Draft) -> None:
    """Add the table `decisions`: a row for each step, in the order of the rows."""
    last: dict[str, int] = {}
    for row in draft.rows("decisions"):
        decision = draft.section("decisions").setdefault(row["id"], {})
        draft.merge(decision, row, Decision)
        step = fields_of(row, Step, draft.log)
        if "by" in step:
            items_of(decision, "steps").append(step)
        elif step:
            row.report(draft.log, "is empty, so nobody takes this step; it is not kept", column="by")
        _check_step(draft, row, last)


def _check_step(draft: Draft, row: Row, last: dict[str, int]) -> None:
    """Report a step's number where the order of the rows does not say the same, and a name, which steps have not."""
    text = row["step"]
    if not text:
        return
    if not text.isascii() or not text.isdigit():
        row.report(draft.log, f"{quoted(text)} is not a number; steps are in the order of the rows", column="step")
        return
    if int(text[:9]) < last.setdefault(row["id"], 0):
        row.report(draft.log, "is below an earlier row's; steps are in the order of the rows", column="step")
    last[row["id"]] = int(text[:9])


def add_metrics(draft: Draft) -> None:
    """Add the table `metrics`."""
    for row in draft.rows("metrics", by=["id"]):
        draft.section("metrics")[row["id"]] = fields_of(row, Metric, draft.log)
