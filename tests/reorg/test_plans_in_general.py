"""What holds for every plan over every organisation."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orgmodel.model.organisation import Org
from orgmodel.model.plan import Plan
from orgmodel.model.references import references
from orgmodel.reorg.applying.apply import apply
from orgmodel.reorg.undoing import undo
from tests.strategies import organisations, plans

FEW = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


@st.composite
def planned(draw: st.DrawFn) -> tuple[Org, Plan]:
    """Draw an organisation, and a plan over it."""
    org = draw(organisations(most=4))
    return org, draw(plans(org))


@FEW
@given(planned())
def test_the_way_back_gives_the_base(drawn: tuple[Org, Plan]) -> None:
    """Applying a plan and then the plan that undoes it gives the organisation before, whatever fits and what not."""
    base, plan = drawn
    there = apply(plan, base)
    back = undo(plan, there)
    assert base == apply(back, there.org).org


@FEW
@given(planned())
def test_nothing_dangles_after_a_plan(drawn: tuple[Org, Plan]) -> None:
    """What a plan takes out is named nowhere afterwards."""
    base, plan = drawn
    after = apply(plan, base).org
    assert [] == [named for named in _all_references(after) if not _leads_somewhere(after, named)]


def _all_references(org: Org) -> Any:
    for _, entity in org.entities():
        yield from references(entity)
    for dependency in org.dependencies:
        yield from references(dependency)


def _leads_somewhere(org: Org, named: Any) -> bool:
    kind, _, id = named.id.partition(":")
    plain = any(org.entity(each, named.id) is not None for each in named.kinds)
    return plain or (kind in named.kinds and org.entity(kind, id) is not None)
