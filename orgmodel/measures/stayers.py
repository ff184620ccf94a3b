"""Reorganisation: what changes for those who stay, and what knowledge goes with those who leave."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from orgmodel.measures.base import Detailed, Undefined
from orgmodel.measures.distribution import midrank_percentiles

Position: TypeAlias = Sequence[Any]
"""Team, manager and location of a person, in this order."""


class PersonChanges(NamedTuple):
    """People who stay, join and leave; and of those who stay, for whom what has changed, or anything has."""

    stayers: int
    joiners: int
    leavers: int
    team: int
    manager: int
    location: int
    any: int


class Handovers(NamedTuple):
    """What has another owner, what is there no more, and what is new; each sorted."""

    handed_over: tuple[Any, ...]
    retired: tuple[Any, ...]
    new: tuple[Any, ...]


def reorg_person_changes(before: Mapping[Any, Position], after: Mapping[Any, Position]) -> PersonChanges:
    """People for whom the team, the manager or the location changes, among those who are there before and after.

    Counts, from 0; whoever joins or leaves is counted apart and changes nothing. Zeros where nobody stays. O(people).

    Parameters
    ----------
    before, after
        Team, manager and location of each person.

    Examples
    --------
    >>> was = {"ana": ("a", "zoe", "Lyon"), "bo": ("a", "zoe", "Lyon"), "cy": ("b", "ida", "Lyon")}
    >>> now = {"ana": ("a", "zoe", "Lyon"), "bo": ("b", "ida", "Lyon"), "di": ("b", "ida", "Oslo")}
    >>> reorg_person_changes(was, now)
    PersonChanges(stayers=2, joiners=1, leavers=1, team=1, manager=1, location=0, any=1)
    """
    stayers = [person for person in before if person in after]
    pairs = [tuple(zip(before[person], after[person], strict=True)) for person in stayers]
    team, manager, location = (sum(old != new for old, new in column) for column in _columns(pairs))
    changed = sum(any(old != new for old, new in each) for each in pairs)
    joiners, leavers = len(after) - len(stayers), len(before) - len(stayers)
    return PersonChanges(len(stayers), joiners, leavers, team, manager, location, changed)


def _columns(pairs: Sequence[Sequence[tuple[Any, Any]]]) -> Sequence[Sequence[tuple[Any, Any]]]:
    return list(zip(*pairs, strict=True)) or [(), (), ()]


def team_tenure_reset_share(
    before: Mapping[Any, Position], after: Mapping[Any, Position], team_tenure_months: Mapping[Any, float]
) -> float | Detailed | Undefined:
    """Share of the time that people have been in their teams which is lost, because their team is another one.

    Months of those who stay and change team, of the months of all who stay; from 0 to 1. Who stays and whose tenure is
    not known is left out and counted. Undefined where nobody stays whose tenure is known, or all have just begun.
    O(people).

    Parameters
    ----------
    before, after
        Team of each person, the first of what is said of their position.
    team_tenure_months
        How long each person has been in the team they were in before.

    Examples
    --------
    >>> team_tenure_reset_share({"ana": ("a",), "bo": ("a",)}, {"ana": ("a",), "bo": ("b",)}, {"ana": 24, "bo": 6})
    0.2

    References
    ----------
    .. [1] R. Huckman, B. Staats, D. Upton, Team familiarity, role experience, and performance: evidence from Indian
       software services, Management Science 55 (2009).
    """
    stayers = [person for person in before if person in after]
    known = [person for person in stayers if team_tenure_months.get(person) is not None]
    whole = sum(team_tenure_months[person] for person in known)
    if not whole:
        return Undefined("no tenure of anybody who stays is known" if not known else "everybody has just begun")
    share = sum(team_tenure_months[person] for person in known if before[person][0] != after[person][0]) / whole
    unknown = len(stayers) - len(known)
    return Detailed(share, f"{unknown} of {len(stayers)} left out: tenure not known") if unknown else share


def service_handovers(before: Mapping[Any, Any], after: Mapping[Any, Any]) -> Handovers:
    """Components that have another owner, those that are there no more, and those that are new.

    Lists of names, sorted. O(components · log components).

    Parameters
    ----------
    before, after
        The owner, or owners, of each component.

    Examples
    --------
    >>> service_handovers({"s1": "t1", "s2": "t1", "s4": "t2"}, {"s1": "t1", "s2": "t2", "s5": "t1"})
    Handovers(handed_over=('s2',), retired=('s4',), new=('s5',))

    References
    ----------
    .. [1] N. Nagappan, B. Murphy, V. Basili, The influence of organizational structure on software quality, ICSE
       (2008).
    """
    handed_over = (each for each in before if each in after and before[each] != after[each])
    retired, new = before.keys() - after.keys(), after.keys() - before.keys()
    return Handovers(*(tuple(sorted(each)) for each in (handed_over, retired, new)))


def knowledge_loss_share(
    knowers: Mapping[Any, Collection[Any]], leavers: Collection[Any]
) -> float | Detailed | Undefined:
    """Share of the components that somebody knew and nobody knows any more, once those who leave are gone.

    From 0 to 1, of all components. What nobody knew from the start is not lost by it, and told apart. Undefined where
    there are no components. O(knowers).

    Parameters
    ----------
    knowers
        Who knows each component.
    leavers
        Who leaves.

    Examples
    --------
    >>> knowledge_loss_share({"s1": ["p1", "p2"], "s2": ["p5", "p2"], "s3": ["p3"], "s4": ["p5"]}, ["p5"])
    0.25

    References
    ----------
    .. [1] G. Avelino, L. Passos, A. Hora, M. Valente, A novel approach for estimating truck factors, ICPC (2016).
    """
    if not knowers:
        return Undefined("there are no components")
    gone = frozenset(leavers)
    lost = sum(bool(people) and gone.issuperset(people) for people in knowers.values())
    nobody = sum(not people for people in knowers.values())
    share = lost / len(knowers)
    return Detailed(share, f"{nobody} known to nobody from the start") if nobody else share


def midrank_percentile(values: Sequence[float]) -> list[float]:
    """Percentile of each value among all: how many are smaller, and half of those that are equal, in percent.

    Above 0 and below 100; equal values share one percentile, and the mean of all is 50. A term of a hot spot is one.
    Nothing where there are no values. O(values · log values).

    Examples
    --------
    >>> midrank_percentile([1, 2, 2, 5])
    [12.5, 50.0, 50.0, 87.5]

    References
    ----------
    .. [1] OECD, JRC, Handbook on constructing composite indicators (2008).
    """
    return midrank_percentiles(values)
