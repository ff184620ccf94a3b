"""What measures of socio-technical fit are computed from: who works on what, and who coordinates with whom."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from orgmodel.graph import OrgGraph
from orgmodel.graph.dependencies import Layer
from orgmodel.measures.base import Given, Undefined
from orgmodel.measures.interactions import interactions
from orgmodel.measures.once import once
from orgmodel.measures.talking import Talking

if TYPE_CHECKING:
    from scipy.sparse import csr_array

MOST_PAIRS: Final = 5_000_000
"""Up to this many pairs of people who have to coordinate, all are looked at."""
MOST_PEOPLE: Final = 2000
"""How many people a sample has at most."""
MOST_GAPS: Final = 20
"""How many pairs who ought to coordinate are named."""


class Work(NamedTuple):
    """Who works on what: people and components by number, and whether there are too many to look at all pairs."""

    people: Sequence[str]
    assigned: "csr_array[Any]"
    dependent: "csr_array[Any]"
    sample: Sequence[int] | None


def people_and_components(graph: OrgGraph, layer: Layer) -> Given | Undefined:
    """Return who works on which component, which depends on which, who coordinates with whom, and a sample if needed.

    Of who coordinates only that is worked out which anybody asks about: of pairs who have to.
    """
    work = _work(graph)
    return work if isinstance(work, Undefined) else Given((work.assigned, work.dependent, _actual(graph), work.sample))


def gaps_of(graph: OrgGraph, layer: Layer) -> Given | Undefined:
    """Return the same with names, and how many gaps to name; undefined where only a sample could be looked at."""
    work = _work(graph)
    if isinstance(work, Undefined):
        return work
    if work.sample is not None:
        return Undefined(f"more than {MOST_PAIRS:,} pairs of people have to coordinate")
    return Given((work.assigned, work.dependent, _actual(graph), work.people, MOST_GAPS))


@once
def _work(graph: OrgGraph) -> Work | Undefined:
    on = {component.id: _on(graph, component.id) for component in graph.components}
    people = sorted({person for workers in on.values() for person in workers})
    if not people:
        return Undefined("nobody is known to work on a component" if on else "there are no components")
    number = {person: n for n, person in enumerate(people)}
    place = {component: n for n, component in enumerate(on)}
    assigned = _ones(
        [number[person] for workers in on.values() for person in workers],
        [place[id] for id, workers in on.items() for _ in workers],
        (len(people), len(on)),
    )
    arrows = [(place[id], place[other]) for id in on for other in _needs(graph, id) if other in place]
    pairs = list({*arrows, *((other, one) for one, other in arrows), *((n, n) for n in range(len(on)))})
    dependent = _ones([one for one, _ in pairs], [other for _, other in pairs], (len(on), len(on)))
    workers = assigned.sum(axis=0)
    return Work(people, assigned, dependent, _sample(len(people), float(workers @ (dependent @ workers))))


def _sample(people: int, pairs: float) -> Sequence[int] | None:
    """Return people spread evenly over the ids, as many as can be afforded; None if all can."""
    if pairs <= MOST_PAIRS:
        return None
    size = max(2, min(MOST_PEOPLE, int(people * MOST_PAIRS / pairs)))
    return [n * people // size for n in range(size)]


def _on(graph: OrgGraph, component: str) -> tuple[str, ...]:
    """Return who works on a component: its experts, and the people who own it, alone or as a team."""
    found = set(graph.org.components[component].experts or ())
    for kind, id in graph.owners_of(component):
        if kind == "team":
            team = graph.org.teams[id]
            found.update([member.person for member in team.members or ()], team.lead or ())
        else:
            found.add(id)
    return tuple(sorted(found - graph.not_asked))


def _needs(graph: OrgGraph, component: str) -> Iterator[str]:
    return (needs.component for needs in graph.org.components[component].depends_on or ())


def _ones(rows: Sequence[int], columns: Sequence[int], shape: tuple[int, int]) -> "csr_array[Any]":
    from numpy import array, ones
    from scipy.sparse import csr_array

    return csr_array((ones(len(rows)), (array(rows, dtype=int), array(columns, dtype=int))), shape=shape)


@once
def _actual(graph: OrgGraph) -> "csr_array[Any]":
    """Return which of the pairs who have to coordinate do; of those in a sample, with anybody."""
    from numpy import asarray, concatenate, searchsorted, stack, unique
    from scipy.sparse import csr_array, triu

    work = _work(graph)
    assert not isinstance(work, Undefined)
    if work.sample is None:
        required = triu(work.assigned @ work.dependent @ work.assigned.T, k=1).tocoo()
        one = required.row
    else:
        required = (work.assigned[list(work.sample)] @ work.dependent @ work.assigned.T).tocoo()
        one = asarray(work.sample)[required.row]
    asked = unique(concatenate([one, required.col]))  # of a sample far fewer than all
    talking = Talking(graph, [work.people[n] for n in asked.tolist()], interactions(graph))
    talk = talking.between(stack([searchsorted(asked, one), searchsorted(asked, required.col)]))
    return csr_array((talk[talk], (required.row[talk], required.col[talk])), shape=required.shape)
