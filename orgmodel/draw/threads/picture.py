"""Puts the picture of initiatives together: what is shown of an organisation, as a value."""

from collections.abc import Collection, Sequence
from typing import Final

from orgmodel.draw.counting import count
from orgmodel.draw.material import Choices, Material
from orgmodel.draw.threads.cast import NO_TEAM, Cast, cast_of, deepest, owning_teams, worst_first
from orgmodel.draw.threads.facts import counted, further, left_out, not_under_way, worst
from orgmodel.draw.threads.focus import Focus, around, focus_of
from orgmodel.draw.threads.folded import folded_picture
from orgmodel.draw.threads.judgement import Judgement
from orgmodel.draw.threads.order import components, few_crossings
from orgmodel.draw.threads.rows import crew_of, work_of
from orgmodel.draw.threads.values import Thread, ThreadPicture
from orgmodel.graph.org_graph import OrgGraph
from orgmodel.model.initiatives import Initiative

TITLE: Final = "Which initiatives are single-threaded"
MOST_FOUND: Final = 120
"""Where more initiatives have a finding, groups are shown in their place."""
MOST_GROUPS: Final = 40
_NO_HOME: Final = "No team of its own known"


def thread_picture(material: Material, choices: Choices) -> ThreadPicture:
    """Choose what to show: what is around the focus, all initiatives, the worst, or groups where these are too many.

    Raises
    ------
    UnknownNameError
        If the focus is no initiative, team or group.
    """
    judgement = Judgement(material.graph, material.findings)
    focus = focus_of(material.graph, choices.focus) if choices.focus is not None else None
    if focus is None:
        found: Sequence[Initiative] = material.graph.active_initiatives
        threads: Sequence[Thread] = [thread for each in found for thread in judgement.threads(each)]
        middle: Collection[str] = ()
    else:
        found, threads, middle = around(judgement, focus, choices.depth)
    title = TITLE if focus is None else f"{focus.name}: which initiatives are single-threaded"
    chosen = [each for each in found if judgement.findings(each.id)] if choices.only_findings else found
    level = choices.fold if chosen else None
    if level is None and focus is None and not choices.only_findings:
        level = _folding_level(judgement, chosen)
    if level is not None:
        return folded_picture(judgement, chosen, level, title)
    cast = cast_of(judgement, chosen, [thread for thread in threads if thread.work in {each.id for each in chosen}])
    return _picture(judgement, found, cast, title, focus, middle, narrowed=len(found) - len(chosen))


def _folding_level(judgement: Judgement, initiatives: Sequence[Initiative]) -> int | None:
    """Return the level to fold to where the initiatives with a finding are far too many for one page."""
    many = sum(bool(judgement.findings(each.id)) for each in initiatives) > MOST_FOUND
    graph = judgement.graph
    return deepest(graph, owning_teams(graph, initiatives), MOST_GROUPS) if many else None


def _picture(
    judgement: Judgement,
    found: Sequence[Initiative],
    cast: Cast,
    title: str,
    focus: Focus | None,
    middle: Collection[str],
    *,
    narrowed: int,
) -> ThreadPicture:
    pairs = [(thread.work, thread.crew) for thread in cast.threads]
    order = few_crossings(_blocks(judgement, cast, pairs), pairs, movable=bool(cast.homes))
    works = {each.id: each for each in cast.initiatives}
    of_works, of_crews = (middle, ()) if focus and focus.kind == "initiative" else ((), middle)
    many: dict[str, int] = {}
    for thread in cast.threads:
        many[thread.crew] = many.get(thread.crew, 0) + thread.many
    facts = [*counted(judgement, found), *worst(judgement, found)]
    return ThreadPicture(
        title=title,
        facts=(*facts, *left_out(judgement, found, cast, narrowed), *further(judgement, cast, focus)),
        works=tuple(work_of(judgement, works[id], cast.homes.get(id), chosen=id in of_works) for id in order.left),
        crews=tuple(crew_of(judgement, id, cast.groups, many[id], chosen=id in of_crews) for id in order.right),
        threads=tuple(sorted(cast.threads, key=lambda thread: (thread.work, thread.crew))),
        headings={id: _heading(judgement.graph, id) for id in sorted(set(cast.homes.values()))},
        apart=not_under_way(judgement) if focus is None else (),
        nothing="" if cast.initiatives else _nothing(judgement.graph, narrowed, focus),
    )


def _blocks(judgement: Judgement, cast: Cast, pairs: Sequence[tuple[str, str]]) -> list[list[str]]:
    """Return what has to stand together: the groups, those with most findings first, or else what hangs together."""
    ids = [each.id for each in worst_first(judgement, cast.initiatives)]
    if not cast.homes:
        return components(ids, pairs)
    blocks: dict[str, list[str]] = {}
    for id in ids:
        blocks.setdefault(cast.homes[id], []).append(id)
    grave = {home: sum(judgement.threading(id) == "none" for id in block) for home, block in blocks.items()}
    return [blocks[home] for home in sorted(blocks, key=lambda home: (-grave[home], -len(blocks[home]), home))]


def _heading(graph: OrgGraph, id: str) -> str:
    return _NO_HOME if id == NO_TEAM else graph.label("team", id).strip() or id


def _nothing(graph: OrgGraph, narrowed: int, focus: Focus | None) -> str:
    if narrowed:
        return f"None of {count(narrowed, 'initiative')} has a finding."
    if focus is not None:
        return f"{focus.name} works on no initiative that is under way."
    described = len(graph.org.initiatives)
    if not described:
        return "No initiatives are described."
    return f"None of {count(described, 'initiative')} is under way."
