"""What of an organisation a tree shows: all of it, or what is around its focus."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from orgmodel.draw.counting import listed
from orgmodel.draw.trees.forest import Forest
from orgmodel.graph.scope import entities_called
from orgmodel.model.faults import UnknownNameError

_TOPS: Final = 6
"""Of a longer chain above all departments the nearest groups are drawn."""
_NAMED: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What is shown.

    `tops` stand one below the other above all others, `below` is what hangs from the last of them, and `beside` what
    hangs from nothing. Only what is `shown` is drawn; all if None. `limits` says for an id down to which level things
    are drawn below it. `ids` is what the numbers are of; all if None.
    """

    tops: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    shown: frozenset[str] | None = None
    chosen: frozenset[str] = frozenset()
    limits: tuple[tuple[str, int], ...] = ()
    ids: frozenset[str] | None = None
    focus: str = ""
    within: str = ""
    nothing: str = ""


def whole(forest: Forest, *, down_to: int | None = None) -> Scope:
    """Return all of an organisation: below a single group at the top, if there is one, what hangs from it."""
    loose, headed = forest.parted(forest.roots)
    tops: list[str] = []
    while len(headed) == 1 and len(tops) < _TOPS and (down_to is None or len(tops) + 1 < down_to):
        if not forest.children.get(headed[0]):
            break
        tops += headed
        below, groups = forest.parted(forest.children[headed[0]])
        if below or len(groups) != 1:
            return Scope(tops=tuple(tops), below=(*below, *groups), beside=tuple(loose))
        headed = groups
    return Scope(tops=tuple(tops), below=tuple(headed) if tops else (), beside=tuple(loose if tops else forest.roots))


def around(forest: Forest, word: str, *, depth: int) -> Scope:
    """Return what is around a group, a team or a person.

    Of a group its branch, of a team what hangs with it from the group so many levels above it, of a person what they
    lead and what is above that.

    Raises
    ------
    UnknownNameError
        If nothing of these kinds is called so.
    """
    found = dict(reversed(entities_called(forest.graph, word)))
    if "team" in found and forest.is_headed(found["team"]):
        return _of_group(forest, found["team"], depth)
    if "team" in found:
        return _of_team(forest, found["team"], depth)
    if "person" in found:
        return _of_person(forest, found["person"], depth)
    kind = next(iter(found))
    raise UnknownNameError(f"a tree is drawn around a team, a group or a person, and ‘{word}’ is of kind {kind}")


def _of_group(forest: Forest, group: str, depth: int) -> Scope:
    name = _name(forest, group)
    return Scope(
        tops=(group,),
        below=forest.children.get(group, ()),
        chosen=frozenset([group]),
        limits=((group, forest.level[group] + depth),),
        ids=frozenset(forest.branch(group)),
        focus=name,
        within=_within(forest, forest.line(group)),
    )


def _of_team(forest: Forest, team: str, depth: int) -> Scope:
    line = forest.line(team)
    if not line:
        beside = tuple(forest.parted(forest.roots)[0])
        return Scope(beside=beside, chosen=frozenset([team]), ids=frozenset(beside), focus=_name(forest, team))
    head = line[max(0, len(line) - depth)]
    tops = line[: line.index(head) + 1][-_TOPS:]
    return Scope(
        tops=tops,
        below=forest.children[head],
        chosen=frozenset([team]),
        limits=((head, forest.level[head] + depth),),
        ids=frozenset(forest.branch(head)),
        focus=_name(forest, team),
    )


def _of_person(forest: Forest, person: str, depth: int) -> Scope:
    graph = forest.graph
    name = graph.label("person", person).strip() or person
    led = [id for id, team in sorted(graph.org.teams.items()) if person in (team.lead or ())]
    if not led:
        homes = [_name(forest, place.team) for place in graph.memberships.places_of(person)]
        where = f" Member of: {listed(homes, _NAMED)}." if homes else ""
        return Scope(focus=name, ids=frozenset(), nothing=f"{name} leads no team and no group.{where}")
    scope = replace(
        _joined(forest, led),
        shown=forest.with_line(led) | {below for id in led for below in forest.branch(id)},
        chosen=frozenset(led),
        limits=tuple((id, forest.level[id] + depth) for id in led),
        ids=frozenset(below for id in led for below in forest.branch(id)),
        focus=name,
    )
    return scope


def _joined(forest: Forest, led: Sequence[str]) -> Scope:
    """Return what is above all that a person leads, and what hangs from it."""
    if len(led) == 1 and forest.is_headed(led[0]):
        tops: tuple[str, ...] = (*forest.line(led[0]), led[0])
    else:
        tops = forest.common(led)
    if not tops:
        return Scope(beside=tuple(id for id in forest.roots if id in forest.with_line(led)))
    return Scope(tops=tops[-_TOPS:], below=forest.children.get(tops[-1], ()))


def _within(forest: Forest, line: Sequence[str]) -> str:
    return "in " + " → ".join(_name(forest, id) for id in line[-_NAMED:]) if line else ""


def _name(forest: Forest, id: str) -> str:
    return forest.graph.label("team", id).strip() or id
