"""Comparisons without the names of people."""

from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from orgmodel.comparing.running import Read
from orgmodel.comparing.sides import Alternative, planned
from orgmodel.comparing.without_names import without_names
from orgmodel.graph import OrgGraph
from orgmodel.model.changes import Set
from orgmodel.model.organisation import Org
from orgmodel.model.people import Person
from orgmodel.model.place import Spot
from orgmodel.model.plan import Plan, Planned, Wave
from orgmodel.reorg.applying.naming import Naming
from orgmodel.reorg.people import people
from tests.strategies import organisations, plans


def _sizes(before: Org, after: Alternative) -> tuple[int, ...]:
    found = people(OrgGraph(before), OrgGraph(after.org))
    return (
        len(found.joined),
        len(found.left),
        len(found.changed_team),
        len(found.changed_manager),
        len(found.dropped),
        *found.ties,
        *found.positions,
    )


@settings(
    max_examples=10,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # to make an organisation smaller takes many minutes
)
@given(st.data())
def test_people_do_the_same_without_names(data: st.DataObject) -> None:
    """As many move, come and go, and as many changes do not fit."""
    org = data.draw(organisations())
    plan = data.draw(plans(org))
    after = planned(plan, (), Naming(org))
    # An owner who bears the name of a new team is taken for it, and one without a name is not.
    assume(org.people.keys().isdisjoint(after.org.teams.keys() - org.teams.keys()))
    bare = without_names(Read("org", org, (after,), ()), "").read
    (other,) = bare.alternatives
    assert _sizes(org, after) == _sizes(bare.org, other)
    assert after.applied
    assert other.applied
    assert [fault.code for fault in after.applied.faults] == [fault.code for fault in other.applied.faults]


def test_a_change_of_what_is_hidden_is_left_out() -> None:
    """Nothing of it could be said, even if it is so already."""
    ana = Person(id="ana", title="Chief of Oars")
    change = Planned(Set(kind="person", id="ana", given=ana, fields=("title",)), Spot("waves", "", (0, "changes", 0)))
    org = Org(people={"ana": ana})
    after = planned(Plan(waves=(Wave(changes=(change,)),)), (), Naming(org))
    (bare,) = without_names(Read("org", org, (after,), ()), "").read.alternatives
    assert bare.plan
    assert [] == list(bare.plan.changes)
