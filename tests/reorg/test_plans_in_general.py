"""What holds for every plan over every organisation."""

import dataclasses
from collections.abc import Iterable
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from orgmodel.graph import OrgGraph
from orgmodel.model import changes as c
from orgmodel.model.organisation import SECTIONS, Org
from orgmodel.model.place import Spot
from orgmodel.model.plan import Plan, Planned, Wave
from orgmodel.model.references import references
from orgmodel.reorg.applying.apply import Applied, apply
from orgmodel.reorg.undoing import undo
from tests.strategies import changes, fitting_changes, organisations, plans

FEW = settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # to make an organisation smaller takes many minutes
)
OF_ALL = "organisation"
BY_HAND = (c.Set, c.Create, c.Remove)


@st.composite
def planned(draw: st.DrawFn) -> tuple[Org, Plan]:
    """Draw an organisation, and a plan over it."""
    org = draw(organisations(most=4, lean=True))
    return org, draw(plans(org))


# --- there and back


@FEW
@given(planned())
def test_the_way_back_gives_the_base(drawn: tuple[Org, Plan]) -> None:
    """Applying a plan and then the plan that undoes it gives the organisation before, whatever fits and what not."""
    base, plan = drawn
    there = apply(plan, base)
    back = apply(undo(plan, there), there.org)
    assert [] == _refused(back)
    assert base == back.org


def _refused(applied: Applied) -> list[str]:
    return [fault.message for fault in applied.faults if "left out" in fault.message]


# --- nothing dangles


@FEW
@given(planned())
def test_nothing_dangles_after_a_plan(drawn: tuple[Org, Plan]) -> None:
    """What a plan takes out is named nowhere afterwards, and nothing is kept under another id than its own."""
    base, plan = drawn
    for after in apply(plan, base).states:
        assert [] == [named for named in _all_references(after) if not _leads_somewhere(after, named)]
        assert [] == [
            (id, each.id) for section in SECTIONS for id, each in after.section(section).items() if id != each.id
        ]


def _all_references(org: Org) -> Any:
    for _, entity in org.entities():
        yield from references(entity)
    for dependency in org.dependencies:
        yield from references(dependency)


def _leads_somewhere(org: Org, named: Any) -> bool:
    kind, _, id = named.id.partition(":")
    plain = any(org.entity(each, named.id) is not None for each in named.kinds)
    return plain or (kind in named.kinds and len(named.kinds) > 1 and org.entity(kind, id) is not None)


# --- what is left out leaves no trace


@FEW
@given(planned())
def test_what_is_left_out_leaves_no_trace(drawn: tuple[Org, Plan]) -> None:
    """Without the changes that were left out a plan leads to the same, and leaves the same unplaced."""
    base, plan = drawn
    whole = apply(plan, base)
    fitting = {done.planned.spot for done in whole.done}
    waves = (tuple(each for each in wave.changes if each.spot in fitting) for wave in plan.waves)
    rest = apply(dataclasses.replace(plan, waves=tuple(Wave(changes=changes) for changes in waves)), base)
    assert [] == _refused(rest)
    assert (whole.org, whole.states, whole.loose) == (rest.org, rest.states, rest.loose)
    assert _unplaced(whole) == _unplaced(rest)
    assert len(whole.done) == len(rest.done)


def _unplaced(applied: Applied) -> list[Any]:
    return [fault for fault in applied.faults if fault.code == "X017"]


@FEW
@given(planned())
def test_each_change_is_applied_or_left_out_with_a_reason(drawn: tuple[Org, Plan]) -> None:
    """Of each change it is said that it was done, or at its spot why it was not, and never both."""
    base, plan = drawn
    applied = apply(plan, base)
    done = [each.planned.spot for each in applied.done]
    refused = {fault.spot.path[:4] for fault in applied.faults if "left out" in fault.message}
    assert [spot.path for spot in done] == [each.spot.path for each in plan.changes if each.spot.path not in refused]


# --- circles


@FEW
@given(planned())
def test_no_change_closes_a_circle(drawn: tuple[Org, Plan]) -> None:
    """Where groups and reporting lines end at a top they do so after every plan that sets nothing by hand."""
    base, plan = _orderly(drawn[0]), drawn[1]
    if _in_circles(base):
        return
    waves = (tuple(each for each in wave.changes if not isinstance(each.change, BY_HAND)) for wave in plan.waves)
    after = apply(dataclasses.replace(plan, waves=tuple(Wave(changes=changes) for changes in waves)), base)
    assert [] == _in_circles(after.org)


def _orderly(org: Org) -> Org:
    """Let everybody report, and every team hang, below one that comes before it in the alphabet, as lead says."""
    people = {
        id: dataclasses.replace(each, manager=each.manager if (each.manager or "") < id else None)
        for id, each in org.people.items()
    }
    teams = {
        id: dataclasses.replace(each, parent=each.parent if (each.parent or "") < id else None)
        for id, each in org.teams.items()
    }
    organisation = dataclasses.replace(org.organisation, reporting="lead")
    return dataclasses.replace(org, people=people, teams=teams, organisation=organisation)


def _in_circles(org: Org) -> list[str]:
    graph = OrgGraph(org)
    managers = {id: graph.manager_of(id) for id in org.people}
    parents = {id: each.parent for id, each in org.teams.items()}
    return [*_recurring(managers), *_recurring(parents)]


def _recurring(above: dict[str, str | None]) -> list[str]:
    """Return who comes back to themselves in as many steps upwards as there are ids."""
    found = []
    for id in above:
        here: str | None = id
        for _ in above:
            here = above.get(here) if here is not None else None
            if here == id:
                found.append(id)
                break
    return found


# --- two plans


@FEW
@given(planned(), st.data())
def test_plans_do_not_influence_each_other(drawn: tuple[Org, Plan], data: st.DataObject) -> None:
    """A base that another plan was applied to is what it was; and where two plans meet nothing breaks."""
    base, plan = drawn
    other = data.draw(plans(base))
    alone = apply(plan, base)
    there = apply(other, base)
    assert alone.org == apply(plan, base).org
    apply(plan, there.org, earlier=[other])


# --- the order of what is independent


@st.composite
def two_halves(draw: st.DrawFn) -> tuple[Org, list[c.Change], list[c.Change]]:
    """Draw an organisation of two halves that have nothing to do with each other, and changes of each."""
    one, other = draw(organisations(most=2, lean=True)), draw(organisations(most=2, prefix="other ", lean=True))
    sections: dict[str, Any] = {section: {**one.section(section), **other.section(section)} for section in SECTIONS}
    whole = Org(organisation=one.organisation, dependencies=(*one.dependencies, *other.dependencies), **sections)
    return whole, draw(_changes_of(one)), [each for each in draw(_changes_of(other)) if "new-" not in repr(each)]


def _changes_of(half: Org) -> st.SearchStrategy[list[c.Change]]:
    either = st.one_of(fitting_changes(half), fitting_changes(half), changes(half))
    return st.lists(either, max_size=4).map(
        lambda drawn: [each for each in drawn if each is not None and _is_independent(each)]
    )


def _is_independent(change: c.Change) -> bool:
    """Leave out what is about the whole, about positions of a list, or about names that both halves may give."""
    about_all = getattr(change, "kind", None) == OF_ALL
    return not about_all and getattr(change, "at", None) is None and "part-" not in repr(change)


@FEW
@given(two_halves(), st.randoms(use_true_random=False))
def test_the_order_of_independent_changes_does_not_matter(
    drawn: tuple[Org, list[c.Change], list[c.Change]], random: Any
) -> None:
    """However the changes of two halves are mixed, as long as each keeps its order, they lead to the same."""
    base, first, second = drawn
    one_after_the_other = apply(_plan((*first, *second)), base)
    mixed = apply(_plan(_mixed(first, second, random)), base)
    assert _regardless_of_order(one_after_the_other.org) == _regardless_of_order(mixed.org)
    said = [{(each.code, each.message) for each in applied.faults} for applied in (one_after_the_other, mixed)]
    assert said[0] == said[1]


def _plan(drawn: Iterable[c.Change]) -> Plan:
    spots = ((Spot("changes", "", (n, c.WORD_OF_CHANGE[type(each)])), each) for n, each in enumerate(drawn))
    return Plan(waves=(Wave(changes=tuple(Planned(each, spot) for spot, each in spots)),))


def _mixed(first: list[c.Change], second: list[c.Change], random: Any) -> list[c.Change]:
    queues = [list(reversed(first)), list(reversed(second))]
    turns = [0] * len(first) + [1] * len(second)
    random.shuffle(turns)
    return [queues[turn].pop() for turn in turns]


def _regardless_of_order(org: Org) -> tuple[Org, list[str]]:
    return dataclasses.replace(org, dependencies=()), sorted(map(repr, org.dependencies))
