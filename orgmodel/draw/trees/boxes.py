"""The boxes of a tree: what is said of a group, of a team, and of teams that are not drawn one by one."""

from collections.abc import Iterable, Iterator
from typing import Final

from orgmodel.draw.badges import Badge
from orgmodel.draw.counting import count, listed
from orgmodel.draw.trees.tallies import Tallies, Tally
from orgmodel.draw.trees.values import Part, TreeBox
from orgmodel.graph import OrgGraph

_USUAL: Final = frozenset({"team", "group"})
_LEADS: Final = 3
_NAMED: Final = 12
IN_FOCUS: Final = Badge("in focus", "calm")


class Boxes:
    """Makes the boxes of a tree.

    Parameters
    ----------
    tallies
        What the audit says of teams, and what branches hold.
    chosen
        What is in focus.
    """

    def __init__(self, tallies: Tallies, chosen: frozenset[str] = frozenset()) -> None:
        self._tallies, self._verdicts, self._chosen = tallies, tallies.verdicts, chosen
        self._graph: OrgGraph = tallies.graph

    def team(self, id: str, *, above: str | None, depth: int) -> TreeBox:
        """Return the box of a team."""
        described, people = self._graph.org.teams[id], self._verdicts.size(id)
        measured = self._graph.is_delivery_team(id) and people is not None
        limit = self._verdicts.limit if measured else None
        return TreeBox(
            id=f"team:{id}",
            part="team",
            name=self.name(id),
            above=above,
            depth=depth,
            leader=" · ".join((*self._kind(id), self._leader(id))),
            summary=self._size(id, people),
            people=people,
            limit=limit,
            badges=self._badges(id),
            worst=self._verdicts.worst(id),
            external=bool(described.external),
            chosen=id in self._chosen,
            entity=("team", id),
            numbers={"people": people, "limit": limit},
            tooltip="\n".join(self._said(id, [self._size(id, people)])),
        )

    def group(self, id: str, part: Part, *, above: str | None, depth: int, levels: int = 0) -> TreeBox:
        """Return the box of a group, or of a team that has others below it, with all that it holds.

        `levels` is how many levels below it are not drawn.
        """
        tally = self._tallies.of_branch(id)
        summed = self._tallies.summed_badges(tally) if part == "folded" else ()
        below = [f"{count(levels, 'level')} below"] if levels > 1 and part == "folded" else []
        return TreeBox(
            id=f"team:{id}",
            part=part,
            name=self.name(id),
            above=above,
            depth=depth,
            leader=" · ".join((*self._kind(id), self._leader(id))),
            summary=" · ".join((tally.said(), *below)),
            largest=self._largest(self._graph.under(id)) if part == "folded" else "",
            people=tally.people,
            badges=(*self._badges(id), *summed),
            concerned=tally.concerned,
            alarm=tally.alarm,
            worst=tally.worst if part == "folded" else self._verdicts.worst(id),
            external=bool(self._graph.org.teams[id].external),
            chosen=id in self._chosen,
            entity=("team", id),
            numbers=_numbers(tally),
            tooltip="\n".join(self._said(id, [tally.said(), *_told(summed)])),
        )

    def several(self, ids: Iterable[str], part: Part, name: str, id: str, *, above: str | None, depth: int) -> TreeBox:
        """Return the box of teams that have no group of their own."""
        ids = sorted(ids)
        tally = self._tallies.of(ids)
        summed = self._tallies.summed_badges(tally) if part == "rest" else ()
        return TreeBox(
            id=id,
            part=part,
            name=name,
            above=above,
            depth=depth,
            summary=tally.said(),
            largest=self._largest(ids) if part == "rest" else "",
            people=tally.people,
            badges=summed,
            concerned=tally.concerned,
            alarm=tally.alarm,
            worst=tally.worst if part == "rest" else None,
            numbers=_numbers(tally),
            tooltip="\n".join([name, tally.said(), *_told(summed), listed([self.name(each) for each in ids], _NAMED)]),
        )

    def _largest(self, ids: Iterable[str]) -> str:
        """Name the largest of the teams that are too large."""
        named = [f"{self.name(id)} ({self._verdicts.size(id)})" for id in self._verdicts.largest(ids)[:1]]
        return f"largest: {named[0]}" if named else ""

    def name(self, id: str) -> str:
        """Return what a team is called; its id where the name is blank."""
        return self._graph.label("team", id).strip() or id

    def _kind(self, id: str) -> Iterator[str]:
        """Say what a team is, where it is no usual one."""
        if self._graph.org.teams[id].external:
            yield "external"
        kind = self._graph.kind_of(id)
        if kind not in _USUAL:
            yield kind.replace("-", " ")

    def _leader(self, id: str) -> str:
        lead = self._graph.org.teams[id].lead
        if lead is None:
            return "lead unknown"
        if not lead:
            return "nobody leads it"
        people = self._graph.org.people
        vacant = [each for each in lead if each in people and people[each].status == "vacant"]
        names = [self._graph.label("person", each).strip() or each for each in lead if each not in vacant]
        return listed([*names, *["lead is vacant" for _ in vacant[:1]]], _LEADS)

    def _size(self, id: str, people: int | None) -> str:
        return "size unknown" if people is None else count(people, "person", "people")

    def _badges(self, id: str) -> tuple[Badge, ...]:
        return (*([IN_FOCUS] if id in self._chosen else []), *self._verdicts.badges(id))

    def _said(self, id: str, lines: Iterable[str]) -> Iterator[str]:
        yield f"{self.name(id)} ({id})"
        yield " · ".join((*self._kind(id), self._leader(id)))
        yield from lines
        yield from (f"{each.code}: {each.message}" for each in self._verdicts.findings(id))


def _numbers(tally: Tally) -> dict[str, int | None]:
    return {
        "teams": tally.teams,
        "councils": tally.councils,
        "external": tally.external,
        "people": tally.people,
        "unknown": tally.unknown,
        "concerned": tally.concerned,
    }


def _told(badges: Iterable[Badge]) -> Iterator[str]:
    return (each.text for each in badges)
