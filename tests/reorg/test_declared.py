"""Declared dependencies before and after."""

import random
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from orgmodel.model.comparison import Declared, Dependencies
from orgmodel.model.dependencies import Dependency
from orgmodel.model.fields import DependencyKind
from orgmodel.model.organisation import Org
from orgmodel.reorg.declared import dependencies
from tests.graph.support import graph_of


def compared(before: str, after: str) -> Dependencies:
    """Compare two lists of dependencies that are written as YAML."""
    teams = "teams: {a: {}, b: {}, c: {}}\n"
    return dependencies(*(graph_of(f"{teams}dependencies: [{text}]").org for text in (before, after)))


API, CODE = Declared("a", "b", "api"), Declared("a", "b", "shared-code")


def test_a_dependency_is_added_or_removed() -> None:
    """What stands on one side only; what states no kind is unknown."""
    found = compared("{from: a, to: b}, {from: a, to: c}", "{from: a, to: c}, {from: b, to: a, kind: api}")
    added, removed = (Declared("b", "a", "api"),), (Declared("a", "b", "unknown"),)
    assert Dependencies(added=added, removed=removed) == found


def test_a_dependency_becomes_another_one() -> None:
    """Kind, mode, strength, blocking and end each make a difference; what it is for does not."""
    plain = "{from: a, to: b, kind: api}"
    assert ((API, CODE),) == compared(plain, plain.replace("api", "shared-code")).changed
    for more in ("mode: collaboration", "strength: 2", "blocking: false", "until: 2027-01-01"):
        found = compared(plain, plain.replace("}", f", {more}}}"))
        assert Dependencies(changed=((API, API),)) == found
    assert Dependencies() == compared(plain, plain.replace("}", ", why: because, effort: 10%}"))


def test_the_same_kind_is_taken_for_the_same_dependency() -> None:
    """Of several between the same two teams those of one kind belong together; as many as there are count."""
    before = "{from: a, to: b, kind: api}, {from: a, to: b, kind: shared-code}, {from: a, to: b, kind: api}"
    after = (
        "{from: a, to: b, kind: shared-code, strength: 3}, {from: a, to: b, kind: api}, {from: a, to: b, kind: event}"
    )
    found = compared(before, after)
    assert ((API, Declared("a", "b", "event")), (CODE, CODE)) == found.changed
    assert ((), ()) == (found.added, found.removed)
    found = compared(
        "{from: a, to: b, kind: api}, {from: a, to: b, kind: shared-code}",
        "{from: a, to: b, kind: shared-code, strength: 3}, {from: a, to: b, kind: staffing}",
    )
    assert ((API, Declared("a", "b", "staffing")), (CODE, CODE)) == found.changed
    assert (API, API) == compared(before, "{from: a, to: b, kind: shared-code}").removed


KINDS: tuple[DependencyKind | None, ...] = (None, "unknown", "api", "event")


def link(source: str, target: str, kind: DependencyKind | None, strength: float | None) -> Dependency:
    """Make a declared dependency."""
    return Dependency(source=source, target=target, kind=kind, strength=strength)


LINKS = st.lists(
    st.builds(
        link,
        st.sampled_from("ab"),
        st.sampled_from("ab"),
        st.sampled_from(KINDS),
        st.sampled_from([None, 1.0, 2.0]),
    ),
    max_size=6,
).map(tuple)


@given(LINKS, LINKS, st.integers(0, 99))
def test_all_are_accounted_for(before: tuple[Dependency, ...], after: tuple[Dependency, ...], seed: int) -> None:
    """Before less removed plus added is after, pair by pair; a dependency is never both; order does not matter."""
    found = dependencies(Org(dependencies=before), Org(dependencies=after))
    sides = [Counter((each.source, each.target) for each in side) for side in (before, after)]
    added, removed = (Counter(each[:2] for each in side) for side in (found.added, found.removed))
    assert sides[0] - removed + added == sides[1]
    assert not added & removed
    chance = random.Random(seed)
    turned = [Org(dependencies=tuple(chance.sample(side, len(side)))) for side in (before, after)]
    assert found == dependencies(*turned)
    assert Dependencies() == dependencies(turned[0], Org(dependencies=before))
