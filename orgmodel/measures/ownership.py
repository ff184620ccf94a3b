"""Ownership and knowledge: what hangs on how few people."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from orgmodel.measures.base import Detailed, Listed, Undefined, measure
from orgmodel.measures.knowledge import contributors, knowers_of_components
from orgmodel.measures.orphaning import fewest_that_orphan

Knowers = Mapping[Any, Collection[Any]]
"""Who knows each component: the people it would not be orphaned with."""


@measure("organisation", unit="list of components", evidence="mixed", better="down", of=knowers_of_components)
def singleton_owner(knowers: Knowers) -> Listed | Undefined:
    """Components that exactly one person knows.

    Of an organisation: over the components that state their `experts`; a vacant position knows nothing. What nobody
    knows is told apart. From none to all. Undefined where of no component it is stated who knows it. O(experts).

    Examples
    --------
    >>> singleton_owner({"s1": ["p1", "p2"], "s2": ["p2", "p5"], "s3": ["p3"], "s4": ["p5"]}).names
    ('s3', 's4')

    References
    ----------
    .. [1] G. Avelino, L. Passos, A. Hora, M. Valente, A novel approach for estimating truck factors, ICPC (2016).
    """
    if not knowers:
        return Undefined("there are no components")
    nobody = sum(not known_by for known_by in knowers.values())
    names = tuple(sorted(component for component, known_by in knowers.items() if len(set(known_by)) == 1))
    return Listed(names, f"{nobody} known to nobody" if nobody else None)


@measure("component", unit="teams", evidence="supported", of=contributors, each=True)
def contributing_teams(contributors: Iterable[Any], team: Mapping[Any, Any]) -> float | Undefined:
    """Distinct teams that contribute to a component.

    From 1. Studies count the teams whose people edit it, and find more failures where there are more. Of an
    organisation, whose files hold no edits: the teams that own it, and those in which its experts are at home.
    Undefined where nobody contributes who is in a team that is known. O(contributors).

    Parameters
    ----------
    contributors
        Who contributes; the values of a mapping, such as how many edits they made, make no difference.
    team
        The team of each contributor.

    Examples
    --------
    >>> edits = {"w1": 60, "w2": 20, "w3": 10, "w4": 10}
    >>> contributing_teams(edits, {"w1": "A1", "w2": "A1", "w3": "A2", "w4": "B1"})
    3

    References
    ----------
    .. [1] N. Nagappan, B. Murphy, V. Basili, The influence of organizational structure on software quality, ICSE
       (2008).
    """
    teams = {team[each] for each in contributors if team.get(each) is not None}
    return len(teams) if teams else Undefined("nobody contributes whose team is known")


@measure("organisation", unit="people", evidence="mixed", better="up", of=knowers_of_components)
def truck_factor_greedy(authors: Knowers) -> float | Detailed:
    """People who have to leave until more than half of the components are known to nobody, the best-known first.

    Again and again whoever knows most leaves, by name among equals, until more than half are orphaned; exactly half is
    not enough. From 0; 0 where nothing is known to anybody. What is known to nobody from the start is left out and
    counted. Never less than the exact number, and of the same people as published tools. Of an organisation: over the
    components that state their `experts`. O(experts · log people).

    Parameters
    ----------
    authors
        Who knows, or wrote, each component.

    Examples
    --------
    >>> of_ann = dict.fromkeys(["f0", "f1", "f2", "f3", "f4", "f5"], ["ann"])
    >>> truck_factor_greedy(of_ann | {"g1": ["bob"], "g2": ["cy"], "g3": ["di"]})
    Detailed(value=1, detail='ann')

    References
    ----------
    .. [1] G. Avelino, L. Passos, A. Hora, M. Valente, A novel approach for estimating truck factors, ICPC (2016).
    """
    known = _known(authors)
    if not known:
        return 0
    # Who leaves orphans only what nobody else is left for, so nobody's number of components changes before they leave.
    count = Counter(person for people in known.values() for person in people)
    order = sorted(count, key=lambda person: (-count[person], str(person)))
    place = {person: number for number, person in enumerate(order, start=1)}
    orphaned_by = sorted(max(place[person] for person in people) for people in known.values())
    leaving = orphaned_by[len(orphaned_by) // 2]
    return Detailed(leaving, _told(order[:leaving], len(authors) - len(known)))


@measure("organisation", unit="people", evidence="mixed", better="up", of=knowers_of_components)
def truck_factor_exact(authors: Knowers) -> float | Detailed | Undefined:
    """Fewest people without whom more than half of the components are known to nobody.

    From 0; 0 where nothing is known to anybody. What is known to nobody from the start is left out and counted; exactly
    half is not enough. Of an organisation: over the components that state their `experts`. Settled by two bounds where
    they meet, otherwise as an integer programme, whose cost can grow as 2 to the number of people. Undefined, with the
    bounds, where that is too large: above 10,000 people and sets of them together, or 2,000 nodes of a search.

    Parameters
    ----------
    authors
        Who knows, or wrote, each component.

    Examples
    --------
    >>> truck_factor_exact({"f1": ["ann", "bob"], "f2": ["ann", "bob"], "f3": ["cy"]})
    Detailed(value=2, detail='ann, bob')

    References
    ----------
    .. [1] G. Avelino, L. Passos, A. Hora, M. Valente, A novel approach for estimating truck factors, ICPC (2016).
    """
    known = _known(authors)
    if not known:
        return 0
    people = fewest_that_orphan(Counter(known.values()), len(known) // 2 + 1)
    if isinstance(people, Undefined):
        return people
    return Detailed(len(people), _told(sorted(people, key=str), len(authors) - len(known)))


def _known(authors: Knowers) -> dict[Any, frozenset[Any]]:
    return {component: frozenset(people) for component, people in authors.items() if people}


def _told(people: list[Any], left_out: int) -> str:
    named = ", ".join(map(str, people[:5])) + (f" and {len(people) - 5:,} more" if len(people) > 5 else "")
    return named + (f"; {left_out:,} known to nobody left out" if left_out else "")
