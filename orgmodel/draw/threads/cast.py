"""Which initiatives and which teams are shown: all, those around a focus, or the worst where there are too many."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from orgmodel.draw.threads.judgement import Judgement
from orgmodel.draw.threads.values import ASKS, THREADINGS, Thread
from orgmodel.graph.org_graph import OrgGraph
from orgmodel.model.initiatives import Initiative

MOST: Final = 60
"""Rows on one side."""
MOST_HEADINGS: Final = 12
NO_TEAM: Final = ""
"""The group of initiatives without a team of their own."""


@dataclass(frozen=True, slots=True)
class Cast:
    """What is shown: initiatives, those who work on them, and for each group that stands for its teams how many.

    `homes` are the groups that initiatives stand under; `left_out` is how many initiatives and teams are not shown.
    """

    initiatives: tuple[Initiative, ...]
    threads: tuple[Thread, ...]
    groups: Mapping[str, int]
    homes: Mapping[str, str]
    left_out: tuple[int, int] = (0, 0)

    @property
    def crews(self) -> tuple[str, ...]:
        """Who works on what is shown, each once."""
        return tuple(dict.fromkeys(thread.crew for thread in self.threads))


def cast_of(judgement: Judgement, initiatives: Sequence[Initiative], threads: Sequence[Thread]) -> Cast:
    """Choose of some initiatives those that fit onto one page, the worst first, and fold teams where they are many."""
    kept, homes = _kept(judgement, initiatives, threads)
    shown = {each.id for each in kept}
    lines = [thread for thread in threads if thread.work in shown]
    lines, groups, dropped = _folded(judgement.graph, lines)
    return Cast(tuple(kept), tuple(lines), groups, homes, (len(initiatives) - len(kept), dropped))


def owner(graph: OrgGraph, initiative: Initiative, level: int) -> str:
    """Return the group at a level that an initiative belongs to, by its own team."""
    team = initiative.team.team if initiative.team else None
    return graph.hierarchy.at_level(team, level) if team in graph.org.teams and team is not None else NO_TEAM


def deepest(graph: OrgGraph, teams: Collection[str], most: int) -> int | None:
    """Return the deepest level at which teams fold into at most so many groups; None if there are always more."""
    for level in range(graph.hierarchy.levels, 0, -1):
        if len({graph.hierarchy.at_level(team, level) for team in teams}) <= most:
            return level
    return None


def owning_teams(graph: OrgGraph, initiatives: Iterable[Initiative]) -> set[str]:
    """Return the teams that initiatives belong to."""
    own = {each.team.team for each in initiatives if each.team is not None}
    return own & graph.org.teams.keys()


def worst_first(judgement: Judgement, initiatives: Iterable[Initiative]) -> list[Initiative]:
    """Sort initiatives: the gravest finding first, then the worst threading and the most teams."""

    def badness(each: Initiative) -> tuple[int, int, int, str]:
        severities = ("error", "warning", "info")
        found = [severities.index(finding.severity) for finding in judgement.findings(each.id)]
        teams = len(judgement.graph.leadership.teams_working_on(each.id))
        return min(found, default=3), THREADINGS.index(judgement.threading(each.id)), -teams, each.id

    return sorted(initiatives, key=badness)


def _kept(
    judgement: Judgement, initiatives: Sequence[Initiative], threads: Sequence[Thread]
) -> tuple[list[Initiative], dict[str, str]]:
    """Return what is shown and, where something is left out, the group that each initiative stands under."""
    ranked = worst_first(judgement, initiatives)
    if len(ranked) <= MOST:
        return ranked, {}
    graph = judgement.graph
    found = [each for each in ranked if judgement.findings(each.id)]
    # Of very many only those with a finding are of interest; of a few more than there is room for, the last are left.
    worst = (found if found and len(ranked) > 2 * MOST else ranked)[:MOST]
    level = deepest(graph, owning_teams(graph, worst), MOST_HEADINGS)
    if level is None:
        return worst, {}
    homes = {each.id: owner(graph, each, level) for each in worst}
    while len(worst) + len({homes[each.id] for each in worst}) > MOST:
        worst = worst[:-1]
    return worst, {each.id: homes[each.id] for each in worst}


def _folded(graph: OrgGraph, threads: list[Thread]) -> tuple[list[Thread], dict[str, int], int]:
    """Fold teams into their groups where they are too many; what is only used by self-service is left out first."""
    threads, dropped = _fewer(threads)
    teams = {thread.crew for thread in threads}
    level = deepest(graph, teams, MOST)
    if level is not None and len(teams) > MOST:
        home = {team: graph.hierarchy.at_level(team, level) for team in teams}
        inside = Counter(group for team, group in home.items() if group != team)
        return _merged(threads, home), dict(sorted(inside.items())), dropped
    if level is None:
        many = Counter(thread.crew for thread in threads)
        kept = set(sorted(teams, key=lambda team: (-many[team], team))[:MOST])
        return [thread for thread in threads if thread.crew in kept], {}, dropped + len(teams) - len(kept)
    return threads, {}, dropped


def _fewer(threads: list[Thread]) -> tuple[list[Thread], int]:
    teams = {thread.crew for thread in threads}
    if len(teams) <= MOST:
        return threads, 0
    working = {thread.crew for thread in threads if thread.ask != "self-service"}
    return [thread for thread in threads if thread.crew in working], len(teams - working)


def _merged(threads: Iterable[Thread], home: Mapping[str, str]) -> list[Thread]:
    """Put the threads of an initiative to the teams of one group together; the closest says how it is painted."""
    found: dict[tuple[str, str], Thread] = {}
    for thread in threads:
        key = thread.work, home[thread.crew]
        before = found.get(key)
        if before is None:
            found[key] = replace(thread, crew=home[thread.crew])
            continue
        said = f"{before.tooltip}\n{thread.tooltip}"
        closest = min((before, thread), key=lambda each: ASKS.index(each.ask or "unsaid"))
        found[key] = replace(closest, crew=key[1], many=before.many + 1, tooltip=said, allocation=None)
    return list(found.values())
