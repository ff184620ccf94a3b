"""Plans are written as people write them, and read back as they were."""

from dataclasses import replace
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orgmodel.exchange.plan_writer import plan_yaml
from orgmodel.load.plans import read_plan
from orgmodel.model.changes import Change, Set
from orgmodel.model.plan import Plan, Wave
from tests.strategies import organisations, plans

FEW = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))

WAVES = """
    plan:
      name: Payments becomes two teams
      objective: checkout changes ship without waiting for identity
      measure: {id: weighted_fan_out, team: payments, baseline: 9, expected: 3}
      sponsor: zoe
      date: 2027-02-01
      way_back: >-
        merge the two teams again; component owners are kept as co-experts for a quarter, and nobody is
        told twice

    waves:
      - name: first
        date: 2027-02-01
        changes:
          - split_team:
              team: payments
              into:
                cards: {lead: bo, members: [bo, dee], components: [cards-api]}
                wallets: {lead: cy, members: [cy, {person: eli, allocation: 50%}]}
              reports: stay
          - hand_over: {component: sign-in-widget, to: cards}
          - hand_over: {component: [a, b], to: nobody}
      - changes:
          - appoint_leader: {initiative: one-click, person: dee, allocation: 100%}
          - drop_step: {decision: price-change, by: identity}
"""
CHANGES = """
    changes:
      - create_team: {team: search, lead: ana, members: [bo], x-why: "NO"}
      - dissolve_team: {team: search, members_to: care, components_to: {shop: [a, b], care: rest}}
      - merge_teams: {teams: [a, b], into: c, lead: nobody}
      - rename_team: {team: a, to: b, name: B}
      - move_person: {person: bo, from: a, to: b}
      - change_manager: {person: [bo, cy], to: "NO"}
      - join: {person: eli, name: Eli, capacity: 80%, team: b}
      - add_dependency: {from: a, to: b, kind: api, strength: 2, at: 0}
      - change_dependency: {from: a, to: b, until: 2027-02-01}
      - set: {entity: team:x, headcount: null, lead: [ana, bo], x-own: null, name: "null"}
      - set: {entity: organisation, name: Northwind}
      - create: {entity: metric:clicks, kind: input, target: 1}
      - remove: {entity: person:kind:of}
"""


def text(written: str) -> str:
    """Take the indentation of a test off a text."""
    return dedent(written).removeprefix("\n")


def read(folder: Path, written: str) -> Plan:
    """Read a plan, of which nothing may be wrong."""
    (folder / "plan.yaml").write_text(written, encoding="utf-8")
    plan, problems = read_plan(folder / "plan.yaml")
    assert () == problems
    return plan


def said(plan: Plan) -> list[Any]:
    """Return what a plan says, without where."""
    return [plan.case, *((wave.name, wave.date, [what(each.change) for each in wave.changes]) for wave in plan.waves)]


def what(change: Change) -> Change:
    """Return a change; what is set holds no other fields than those."""
    if not isinstance(change, Set):
        return change
    given: Any = change.given
    kept = {name: getattr(given, name) for name in change.fields}
    return replace(change, given=type(given)(**({"id": given.id} | kept)))


@pytest.mark.parametrize("written", [WAVES, CHANGES])
def test_a_plan_is_written_as_it_was(tmp_path: Path, written: str) -> None:
    """Each change has a line where it fits, shares are percentages, and what can stand alone does."""
    assert text(written) == plan_yaml(read(tmp_path, text(written)))


def test_the_plan_that_was_written_is_the_same(tmp_path: Path) -> None:
    """Reading what was written gives an equal plan; its file apart."""
    plan = read(tmp_path, text(CHANGES))
    changes = [planned.change for planned in plan.changes]
    assert changes == [planned.change for planned in read(tmp_path, plan_yaml(plan)).changes]


def test_own_fields_and_several_unnamed_waves(tmp_path: Path) -> None:
    """Waves without a name stay apart."""
    one, two = read(tmp_path, text(CHANGES)).waves[0].changes[:2]
    plan = Plan(waves=(Wave(changes=(one,)), Wave(changes=(two,))))
    assert ["waves:", "  - changes:", "      - create_team:"] == [
        line[: len("      - create_team:")] for line in plan_yaml(plan).splitlines()[:3]
    ]
    assert said(plan) == said(read(tmp_path, plan_yaml(plan)))


def test_nothing_to_write() -> None:
    """A plan that says nothing is an empty text, and a wave without changes says so."""
    assert "" == plan_yaml(Plan())
    assert "changes: []\n" == plan_yaml(Plan(waves=(Wave(),)))


@FEW
@given(data=st.data())
def test_a_plan_that_was_written_is_read_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Whatever its changes are, names and dates of waves included."""
    plan = data.draw(plans(data.draw(organisations(most=3))).filter(lambda plan: bool(plan.waves)))
    name, date = data.draw(st.none() | st.text("a: -", max_size=4)), data.draw(st.none() | st.dates())
    first = Wave(name=name, date=date, changes=plan.waves[0].changes)
    plan = Plan(waves=(first, *plan.waves[1:]))
    assert said(plan) == said(read(tmp_path_factory.mktemp("plan"), plan_yaml(plan)))
