"""The picture of very many initiatives: how those of each group are threaded, and which groups work on them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from orgmodel.draw.badges import Badge
from orgmodel.draw.counting import count
from orgmodel.draw.threads.cast import MOST, NO_TEAM, owner
from orgmodel.draw.threads.facts import counted, not_under_way, worst
from orgmodel.draw.threads.judgement import Judgement
from orgmodel.draw.threads.order import few_crossings
from orgmodel.draw.threads.values import THREADINGS, Crew, Thread, Threading, ThreadPicture, Work
from orgmodel.draw.threads.words import THREADING_MEANS
from orgmodel.graph.leadership import percent
from orgmodel.model.initiatives import Initiative

MOST_LINES: Final = 90
"""Of more lines between groups those that stand for most threads are drawn."""
_STEPS: Final = 8
_Tallies = Mapping[str, Counter[Threading]]
_Key = tuple[str, str]
_Ties = Mapping[_Key, Counter[Threading]]


def folded_picture(judgement: Judgement, initiatives: Sequence[Initiative], level: int, title: str) -> ThreadPicture:
    """Return the picture of the groups at a level, on both sides.

    On the left stands the group that an initiative belongs to by its own team, on the right that of each team at work.
    """
    tallies = _tallies(judgement, initiatives, level)
    shown = sorted(tallies, key=lambda id: (-tallies[id]["none"], -tallies[id].total(), id))[:MOST]
    ties = {key: found for key, found in _ties(judgement, initiatives, level).items() if key[0] in shown}
    crews = _busiest(ties)
    drawn = sorted((key for key in ties if key[1] in crews), key=lambda key: (-ties[key].total(), key))[:MOST_LINES]
    order = few_crossings([shown], _weighed(ties, drawn, shown))
    facts = [*counted(judgement, initiatives), *worst(judgement, initiatives)]
    facts.append(f"folded into {count(len(tallies), 'group')}")
    facts += _carried(ties, drawn, len(tallies) - len(shown))
    return ThreadPicture(
        title=title,
        facts=tuple(facts),
        works=tuple(_work(judgement, id, tallies[id]) for id in order.left),
        crews=tuple(_crew(judgement, id, ties) for id in order.right),
        threads=tuple(_thread(judgement, key, ties[key]) for key in sorted(drawn)),
        apart=not_under_way(judgement),
    )


def _weighed(ties: _Ties, drawn: Sequence[_Key], shown: Sequence[str]) -> list[_Key]:
    """Return the lines, a group's own first, each several times by its weight, so that strong ones hardly cross."""
    most = max((ties[key].total() for key in drawn), default=1)
    ordered = sorted(drawn, key=lambda key: (shown.index(key[0]), key[0] != key[1], key[1]))
    return [key for key in ordered for _ in range(1 + _STEPS * ties[key].total() // most)]


def _tallies(judgement: Judgement, initiatives: Sequence[Initiative], level: int) -> _Tallies:
    found: dict[str, Counter[Threading]] = {}
    for each in initiatives:
        group = owner(judgement.graph, each, level)
        found.setdefault(group, Counter())[judgement.threading(each.id)] += 1
    return found


def _ties(
    judgement: Judgement, initiatives: Sequence[Initiative], level: int
) -> dict[tuple[str, str], Counter[Threading]]:
    """Count the threads between the groups that initiatives belong to and the groups that work on them."""
    graph = judgement.graph
    found: dict[tuple[str, str], Counter[Threading]] = {}
    for each in initiatives:
        group, threading = owner(graph, each, level), judgement.threading(each.id)
        for team in graph.leadership.teams_working_on(each.id):
            key = group, graph.hierarchy.at_level(team, level)
            found.setdefault(key, Counter())[threading] += 1
    return found


def _busiest(ties: _Ties) -> set[str]:
    many: Counter[str] = Counter()
    for (_, crew), found in ties.items():
        many[crew] += found.total()
    return set(sorted(many, key=lambda id: (-many[id], id))[:MOST])


def _carried(ties: _Ties, drawn: Sequence[_Key], hidden: int) -> Iterator[str]:
    everything, shown = (sum(ties[key].total() for key in keys) for keys in (ties, drawn))
    if shown < everything:
        share = percent(round(shown / everything, 2))
        yield f"the {len(drawn)} strongest lines carry {share} of {count(everything, 'thread')}"
    if hidden:
        yield f"{count(hidden, 'group')} with fewer initiatives are not shown"


def _work(judgement: Judgement, id: str, tally: Counter[Threading]) -> Work:
    said = [f"{tally[each]:,} {_BRIEFLY[each]}" for each in THREADINGS if tally[each]]
    long = [f"{tally[each]:,}: {THREADING_MEANS[each]}" for each in THREADINGS if tally[each]]
    name = _name(judgement, id)
    return Work(
        id=id,
        name=name,
        second=" · ".join(said),
        threading=_usual(tally),
        pill=Badge(count(tally.total(), "initiative"), "calm"),
        tally={each: tally[each] for each in THREADINGS if tally[each]},
        tooltip="\n".join([f"{name}: {count(tally.total(), 'initiative')}", *long]),
        numbers={"initiatives": tally.total(), **{each: tally[each] for each in THREADINGS}},
    )


_BRIEFLY: Final[Mapping[Threading, str]] = {
    "none": "no single leader",
    "several": "several teams",
    "open": "not known",
    "single": "single-threaded",
}


def _usual(tally: Counter[Threading]) -> Threading:
    """Return how most are threaded; of as many the graver."""
    return min(tally, key=lambda each: (-tally[each], THREADINGS.index(each)))


def _crew(judgement: Judgement, id: str, ties: _Ties) -> Crew:
    many = sum(found.total() for (_, crew), found in ties.items() if crew == id)
    others = sum(found.total() for (work, crew), found in ties.items() if crew == id and work != id)
    name = _name(judgement, id)
    return Crew(
        id=id,
        name=name,
        pill=Badge(count(many, "thread"), "calm"),
        folded=id in judgement.graph.hierarchy.children,
        tooltip=f"{name}: {count(many, 'thread')}, {others:,} of them for initiatives of others",
        numbers={"threads": many, "threads_for_others": others},
    )


def _thread(judgement: Judgement, key: _Key, tally: Counter[Threading]) -> Thread:
    work, crew = key
    long = [f"{tally[each]:,}: {THREADING_MEANS[each]}" for each in THREADINGS if tally[each]]
    first = f"{count(tally.total(), 'thread')} from {_name(judgement, work)} to {_name(judgement, crew)}"
    return Thread(
        work=work, crew=crew, threading=_usual(tally), ask=None, many=tally.total(), tooltip="\n".join([first, *long])
    )


def _name(judgement: Judgement, id: str) -> str:
    return "No team of its own known" if id == NO_TEAM else judgement.graph.label("team", id).strip() or id
