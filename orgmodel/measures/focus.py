"""Focus: how far leaders, people and teams can give themselves to one thing."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import fsum
from typing import Any, Final, NamedTuple

from orgmodel.measures.allocations import delivery_sizes, leaders_of_initiatives, shares_of_people, teams_of_people
from orgmodel.measures.base import Detailed, Listed, Undefined, measure
from orgmodel.measures.distribution import quantile

TWO_PIZZAS: Final = 10
"""The most people that a team of two pizzas has."""
WHOLE_JOB: Final = 1.0
_TOLERANCE: Final = 1e-9


class Leads(NamedTuple):
    """Who leads an initiative, and with which share of their time; None for what is not known."""

    person: Any
    share: float | None


@measure("person", unit="share", evidence="descriptive", of=shares_of_people, each=True)
def focus_hhi(allocation: Sequence[float], whole: float | None = None) -> float | Detailed | Undefined:
    """Concentration of a person's time on few things: the sum of the squared shares (Herfindahl-Hirschman index).

    Shares are taken of what is allocated; from near 0 to 1, where all of it goes to one thing. Of a person: over the
    initiatives that they lead or work on where those state shares, otherwise over their teams; what the shares leave of
    the working time, or exceed it by, is told. Undefined where nothing is allocated or a share is not stated. O(k).

    Parameters
    ----------
    allocation
        What each thing gets, in any unit.
    whole
        What there is to allocate; what is left of it, or lacking, is told.

    Examples
    --------
    >>> focus_hhi([30, 30, 20, 20])
    0.26
    >>> focus_hhi([0.5, 0.3], whole=1.0)
    Detailed(value=0.53125, detail='20% not allocated')

    References
    ----------
    .. [1] A. Hirschman, The paternity of an index, American Economic Review 54 (1964).
    """
    found = _hhi(allocation)
    return found if isinstance(found, Undefined) else _with_slack(found, allocation, whole)


@measure("person", unit="things at once", evidence="descriptive", of=shares_of_people, each=True)
def effective_threads(allocation: Sequence[float], whole: float | None = None) -> float | Detailed | Undefined:
    """Things that a person works on, as if each got as much time as the others: one divided by the focus.

    From 1 to the number of things: 2.6 where three things get a half, three tenths and a fifth. See `focus_hhi` for
    what is counted, told and undefined. O(k).

    Parameters
    ----------
    allocation
        What each thing gets, in any unit.
    whole
        What there is to allocate; what is left of it, or lacking, is told.

    Examples
    --------
    >>> round(effective_threads([0.5, 0.3, 0.2]), 4)
    2.6316

    References
    ----------
    .. [1] M. Hill, Diversity and evenness: a unifying notation and its consequences, Ecology 54 (1973).
    """
    found = _hhi(allocation)
    return found if isinstance(found, Undefined) else _with_slack(1 / found, allocation, whole)


def _hhi(allocation: Sequence[float]) -> float | Undefined:
    total = fsum(allocation)
    if not total > 0:
        return Undefined("nothing is allocated")
    return fsum((share / total) ** 2 for share in allocation)


def _with_slack(value: float, allocation: Sequence[float], whole: float | None) -> float | Detailed:
    slack = 0.0 if whole is None else 1 - fsum(allocation) / whole
    if abs(slack) <= _TOLERANCE:
        return value
    return Detailed(value, f"{abs(slack):.0%} {'not allocated' if slack > 0 else 'allocated too much'}")


@measure("organisation", unit="share", evidence="folklore", better="up", of=leaders_of_initiatives)
def stl_coverage(leaders: Mapping[Any, Iterable[tuple[Any, float | None]] | None]) -> float | Detailed | Undefined:
    """Share of the active initiatives that have a single-threaded leader, in the sense of rule L005.

    One person leads it, leads no other active initiative, and gives it the whole of their time as far as that is
    stated. From 0 to 1. Initiatives whose leader is not known are left out and counted. Undefined where there is no
    active initiative, or no leader of one is known. O(initiatives).

    Parameters
    ----------
    leaders
        Who leads each initiative, as pairs of a person and a share: nobody if empty, not known if None. Somebody who is
        not known is None as well.

    Examples
    --------
    >>> stl_coverage({"one": [("x", 1.0)], "two": [("y", 0.5)], "three": [("y", 0.5)], "four": []})
    0.25

    References
    ----------
    .. [1] C. Bryar, B. Carr, Working Backwards (2021), on single-threaded leaders.
    """
    if not leaders:
        return Undefined("there is no active initiative")
    found = {id: None if led is None else [Leads(*each) for each in led] for id, led in leaders.items()}
    led_by = Counter(person for led in found.values() for person in {each.person for each in led or ()})
    known = [led for led in found.values() if led is not None and all(each.person is not None for each in led)]
    if not known:
        return Undefined("no leader of an active initiative is known")
    share = sum(_is_single_threaded(led, led_by) for led in known) / len(known)
    unknown = len(found) - len(known)
    return Detailed(share, f"{unknown} of {len(found)} left out: leader not known") if unknown else share


def _is_single_threaded(led: Sequence[Leads], led_by: Counter[Any]) -> bool:
    if len({each.person for each in led}) != 1 or led_by[led[0].person] > 1:
        return False
    return led[0].share is None or led[0].share >= WHOLE_JOB


@measure("organisation", unit="teams", evidence="mixed", of=teams_of_people)
def multi_team_membership_mean(teams: Mapping[Any, int]) -> Detailed | Undefined:
    """Teams that a person works in, on average, with the ninetieth percentile and the most.

    From 0. Teams are those that work (of kind team, operation or task-force), people those who are described:
    no vacant positions and nobody of elsewhere. Theory expects a moderate number to be best. Undefined where
    there is nobody, or no team states who is in it. O(people).

    Parameters
    ----------
    teams
        The number of teams of each person.

    Examples
    --------
    >>> multi_team_membership_mean({"ana": 1, "bo": 1, "cy": 4})
    Detailed(value=2.0, detail='90 % have at most 3.4, the most is 4')

    References
    ----------
    .. [1] M. O'Leary, M. Mortensen, A. Woolley, Multiple team membership: a theoretical model of its effects on
       productivity and learning for individuals and teams, Academy of Management Review 36 (2011).
    """
    counts = list(teams.values())
    most_of_them = quantile(counts, 0.9)
    if most_of_them is None:
        return Undefined("there is nobody")
    return Detailed(sum(counts) / len(counts), f"90 % have at most {most_of_them:g}, the most is {max(counts)}")


@measure("organisation", unit="share", evidence="mixed", better="up", of=delivery_sizes)
def two_pizza_share(sizes: Mapping[Any, int | None], limit: int = TWO_PIZZAS) -> float | Detailed | Undefined:
    """Share of the delivery teams that have at most ten people; teams of unknown size are left out and counted.

    From 0 to 1. Undefined where there are no delivery teams, or none of which the size is known. O(teams).

    Parameters
    ----------
    sizes
        How many people each team has; None where that is not known.
    limit
        The most people that a team may have.

    Examples
    --------
    >>> two_pizza_share({"a": 6, "b": 10, "c": 11, "d": 1})
    0.75

    References
    ----------
    .. [1] D. Rodríguez, M. Sicilia, E. García, R. Harrison, Empirical findings on team size and productivity in
       software development, Journal of Systems and Software 85 (2012).
    """
    known = [size for size in sizes.values() if size is not None]
    if not known:
        return _no_sizes(sizes)
    share = sum(size <= limit for size in known) / len(known)
    unknown = len(sizes) - len(known)
    return Detailed(share, f"{unknown} of {len(sizes)} left out: size not known") if unknown else share


@measure("organisation", unit="list of teams", evidence="mixed", better="down", of=delivery_sizes)
def two_pizza_violations(sizes: Mapping[Any, int | None], limit: int = TWO_PIZZAS) -> Listed | Undefined:
    """Delivery teams that have more than ten people; empty teams, and those of unknown size, are told apart.

    From none to all. Studies see larger teams less productive on average; the number itself is a rule of thumb.
    Undefined where there are no delivery teams, or none of which the size is known. O(teams).

    Parameters
    ----------
    sizes
        How many people each team has; None where that is not known.
    limit
        The most people that a team may have.

    Examples
    --------
    >>> two_pizza_violations({"a": 6, "b": 10, "c": 11, "d": 1}).names
    ('c',)

    References
    ----------
    .. [1] D. Rodríguez, M. Sicilia, E. García, R. Harrison, Empirical findings on team size and productivity in
       software development, Journal of Systems and Software 85 (2012).
    """
    unknown, empty = (sum(size == told for size in sizes.values()) for told in (None, 0))
    if unknown == len(sizes):
        return _no_sizes(sizes)
    told = [f"{empty} with nobody" if empty else "", f"{unknown} of unknown size" if unknown else ""]
    names = tuple(sorted(team for team, size in sizes.items() if size is not None and size > limit))
    return Listed(names, ", ".join(filter(None, told)) or None)


def _no_sizes(sizes: Mapping[Any, int | None]) -> Undefined:
    return Undefined("no size of a team is known" if sizes else "there are no teams")
