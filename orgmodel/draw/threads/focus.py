"""What is around one initiative, one team, or the teams of a group: some steps along who works on what."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from orgmodel.draw.threads.judgement import Judgement
from orgmodel.draw.threads.values import Thread
from orgmodel.graph.org_graph import OrgGraph
from orgmodel.model.closest import closest
from orgmodel.model.faults import UnknownNameError
from orgmodel.model.initiatives import Initiative


class Focus(NamedTuple):
    """What is in the middle, by kind and id, and what its name is."""

    kind: str
    id: str
    name: str


class Around(NamedTuple):
    """What is around a focus: initiatives, threads between what is shown, and what is in the middle itself."""

    initiatives: tuple[Initiative, ...]
    threads: tuple[Thread, ...]
    middle: frozenset[str]


def focus_of(graph: OrgGraph, word: str) -> Focus:
    """Return what a word means.

    Raises
    ------
    UnknownNameError
        If there is no such initiative, team or group.
    """
    found = graph.resolve(word, "initiative", "team")
    if found is None or found[0] not in ("initiative", "team"):
        near = closest(word, [*graph.org.initiatives, *graph.org.teams])
        raise UnknownNameError(
            f"there is no initiative and no team ‘{word}’" + (f"; did you mean {near}?" if near else "")
        )
    return Focus(*found, graph.label(*found).strip() or found[1])


def around(judgement: Judgement, focus: Focus, depth: int) -> Around:
    """Return what is at most so many steps away; from an initiative to a team, or back, is one step."""
    graph = judgement.graph
    asked = [graph.org.initiatives[focus.id]] if focus.kind == "initiative" else []
    active = {each.id: each for each in (*graph.active_initiatives, *asked)}
    threads = [thread for _, each in sorted(active.items()) for thread in judgement.threads(each)]
    middle = frozenset([focus.id]) if focus.kind == "initiative" else graph.under(focus.id)
    works, crews = _reached(focus, middle, threads, depth)
    return Around(
        tuple(active[id] for id in sorted(works)),
        tuple(thread for thread in threads if thread.work in works and thread.crew in crews),
        middle,
    )


def _reached(focus: Focus, middle: Collection[str], threads: Sequence[Thread], depth: int) -> tuple[set[str], set[str]]:
    works: set[str] = set(middle) if focus.kind == "initiative" else set()
    crews: set[str] = set(middle) if focus.kind == "team" else set()
    from_works = focus.kind == "initiative"
    for _ in range(depth):
        if from_works:
            crews |= {thread.crew for thread in threads if thread.work in works}
        else:
            works |= {thread.work for thread in threads if thread.crew in crews}
        from_works = not from_works
    return works, crews
