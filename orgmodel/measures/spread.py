"""Spread: how sizes, spans and levels are distributed."""

from collections.abc import Mapping, Sequence

from orgmodel.graph import OrgGraph
from orgmodel.graph.dependencies import Layer
from orgmodel.measures.base import Distributed, Remarked, Undefined, measure
from orgmodel.measures.subjects import ALL_IN_CIRCLES, in_circles, left_out_of_lines
from orgmodel.model.fields import NOBODY


def _sizes(graph: OrgGraph, layer: Layer) -> Sequence[int | None]:
    return [graph.size(team.id) for team in graph.delivery_teams]


def _spans(graph: OrgGraph, layer: Layer) -> Sequence[int] | Remarked | Undefined:
    """Return the span of every manager who does not report in a circle, nor stand below one; see `mean_span`."""
    reports = graph.reporting.reports
    circle, below = in_circles(graph.reporting)
    spans = [len(people) for manager, people in reports.items() if manager not in circle and manager not in below]
    if reports and not spans:
        return ALL_IN_CIRCLES
    remark = left_out_of_lines(len(circle), len(below))
    return Remarked(spans, remark) if remark else spans


def _managers(graph: OrgGraph, layer: Layer) -> Mapping[str, str | None]:
    return graph.reporting.managers


@measure("organisation", unit="people", evidence="mixed", of=_sizes)
def team_sizes(sizes: Sequence[int | None]) -> Distributed | Undefined:
    """Sizes of the delivery teams, as a distribution.

    Range: 0 and more. Teams of unknown size are left out and counted. Undefined where no size is known. O(teams).

    Examples
    --------
    >>> team_sizes([4, None, 9, 5])
    Distributed(values=(4, 5, 9), detail='1 of 4 left out: size not known')
    >>> team_sizes([])
    Undefined(reason='there are no teams')

    References
    ----------
    .. [1] D. Rodríguez, M. Sicilia, E. García, R. Harrison, Empirical findings on team size and productivity in
       software development, Journal of Systems and Software 85 (2012).
    """
    known = sorted(size for size in sizes if size is not None)
    if not known:
        return Undefined("no size of a team is known" if sizes else "there are no teams")
    return Distributed(tuple(known), _left_out(len(sizes) - len(known), len(sizes), "size not known"))


@measure("organisation", unit="people", evidence="folklore", of=_spans)
def spans(reports: Sequence[int]) -> Distributed | Undefined:
    """Direct reports (solid line) of those who have any, as a distribution.

    Range: 1 and more. Of an organisation, whoever reports in a circle or stands below such a one is left out and
    counted. Undefined where no manager is known. No span is the right one: shop floors have worked with fifty.
    O(people).

    Examples
    --------
    >>> spans([7, 2, 3])
    Distributed(values=(2, 3, 7), detail=None)

    References
    ----------
    .. [1] L. Urwick, The manager's span of control, Harvard Business Review 34 (1956).
    .. [2] J. Woodward, Industrial Organization: Theory and Practice (1965).
    """
    return Distributed(tuple(sorted(reports))) if reports else Undefined("no manager is stated")


@measure("organisation", unit="level", evidence="descriptive", of=_managers)
def people_by_level(managers: Mapping[str, str | None]) -> Distributed | Undefined:
    """Levels that people stand on, as a distribution: 1 at the top, 2 for who reports to the top, and so on.

    Range: 1 and more. Counted along solid lines, from those of whom it is known that they report to nobody; whoever is
    not below one of them is left out and counted. Undefined where that leaves nobody. O(people).

    A definition by itself: the level of a node of a tree, counted from 1.

    Examples
    --------
    >>> people_by_level({"ana": "nobody", "bo": "ana", "cy": "ana", "dan": "bo", "eve": None})
    Distributed(values=(1, 2, 2, 3), detail='1 of 5 left out: not known to be below anybody at the top')
    """
    levels: dict[str, int | None] = {}
    for person in managers:
        _climb(person, managers, levels)
    known = sorted(level for level in levels.values() if level is not None)
    if not known:
        return Undefined("it is known of nobody that they are at the top")
    left_out = _left_out(len(levels) - len(known), len(levels), "not known to be below anybody at the top")
    return Distributed(tuple(known), left_out)


def _climb(person: str, managers: Mapping[str, str | None], levels: dict[str, int | None]) -> None:
    """Note the levels of a person and of everyone above who has none yet."""
    line: dict[str, None] = {}
    above: str | None = person
    while above is not None and above != NOBODY and above not in levels and above not in line:
        line[above] = None
        above = managers.get(above)
    level = 0 if above == NOBODY else levels.get(above) if above is not None else None
    for each in reversed(line):
        level = None if level is None else level + 1
        levels[each] = level


def _left_out(number: int, of: int, why: str) -> str | None:
    return f"{number} of {of} left out: {why}" if number else None
