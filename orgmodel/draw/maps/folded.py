"""The map of a large organisation: groups in the place of their teams, and the strongest links between them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Final

from orgmodel.draw.counting import count
from orgmodel.draw.maps.couplings import Couplings
from orgmodel.draw.maps.folding import MOST_GROUPS, Folding, folded
from orgmodel.draw.maps.values import MapBox, MapLink, TeamMap, Words
from orgmodel.draw.maps.verdicts import Verdicts
from orgmodel.draw.maps.whole import MOST_TEAMS, apart_fact, carried, grouped, most_coupled, strongest
from orgmodel.draw.maps.words import hot_spots_fact, most_coupled_fact, together, unknown_fact
from orgmodel.graph.dependencies import Edge, Layer
from orgmodel.graph.org_graph import OrgGraph

_NAMED: Final = 3


class FoldedCouplings(Couplings):
    """The couplings between groups, and what their boxes say of the teams within.

    Parameters
    ----------
    graph
        The organisation.
    folding
        What stands for each team.
    layer
        Which layer.
    verdicts
        What the audit says of the teams.
    """

    def __init__(self, graph: OrgGraph, folding: Folding, layer: Layer, verdicts: Verdicts | None = None) -> None:
        super().__init__(graph, folded(graph, layer, folding.homes), layer, verdicts)
        self.folding, self.members = folding, folding.members
        self._layer: Layer = layer

    unit = "group"
    most_beside = 12
    most_links = 40
    circles = ()
    """Circles of groups say little: in a large organisation all of them are in one."""

    @cached_property
    def words(self) -> Words:
        """What the legend says: links that go both ways stand out."""
        return replace(super().words, circular="both ways")

    def links(self, edges: Sequence[Edge]) -> tuple[MapLink, ...]:
        """Return the links between groups; those that go both ways stand out."""
        drawn = {(edge.source, edge.target) for edge in edges}
        return tuple(self.link(edge, circular=(edge.target, edge.source) in drawn) for edge in edges)

    @property
    def how_folded(self) -> Iterator[str]:
        """How many teams are folded into how many groups, and which groups are unfolded nevertheless."""
        yield f"{count(len(self.folding.homes), 'team')} folded into {count(len(self.members), 'group')}"
        if self.folding.unfolded:
            yield f"{together([self.name(id) for id in self.folding.unfolded], _NAMED)} unfolded"

    @cached_property
    def concerned(self) -> frozenset[str]:
        """The groups with a team that a finding is about."""
        homes = self.folding.homes
        return frozenset(homes[team] for team in self.verdicts.concerned if team in homes)

    def standing_for(self, id: str) -> list[str]:
        """Return the boxes that stand for a team, or for the teams of a group."""
        homes = self.folding.homes
        return sorted({homes[team] for team in self.graph.under(id) if team in homes})

    @cached_property
    def inside(self) -> Mapping[str, float]:
        """The share of the weight at each group's teams that stays within the group."""
        homes = self.folding.homes
        within = dict.fromkeys(homes.values(), 0.0)
        touching = dict.fromkeys(homes.values(), 0.0)
        for edge in self.graph.dependencies(self._layer).edges:
            ends = {homes[edge.source], homes[edge.target]}
            for group in ends:
                touching[group] += edge.weight
                within[group] += edge.weight if len(ends) == 1 else 0
        return {group: within[group] / touching[group] if touching[group] else 0.0 for group in within}

    def box(self, id: str) -> MapBox:
        """Return the box of a group, or of a team that stands for itself."""
        box, members = super().box(id), self.members[id]
        if members == [id]:
            return replace(box, circle=None)
        second = f"{count(len(members), 'team')} · {_people(self.graph, members)}"
        lines = box.tooltip.split("\n")
        lines[1] = f"{second}; {round(100 * self.inside[id])} % of its coupling stays inside"
        return replace(
            box,
            second=second,
            circle=None,
            inside=self.inside[id],
            badges=self.verdicts.badges_of(members),
            tooltip="\n".join([*lines, *self.verdicts.lines_of(members)]),
        )


def folded_map(couplings: FoldedCouplings) -> TeamMap:
    """Return the map of the groups that teams are folded into; of too many, those that are coupled most."""
    dependencies = couplings.dependencies
    groups = most_coupled(couplings, MOST_TEAMS)
    drawn = frozenset(groups)
    edges = strongest(
        [edge for edge in dependencies.edges if edge.source in drawn and edge.target in drawn],
        couplings.most_links if len(groups) <= MOST_GROUPS else Couplings.most_links,
    )
    boxes = grouped([_placed(couplings, couplings.box(id)) for id in groups])
    islands = sorted({each.group for each in boxes if each.group is not None})
    apart, apart_are = apart_fact(couplings) if groups else ((), "")
    return TeamMap(
        title=couplings.speech.groups,
        facts=tuple(_facts(couplings, groups, edges)),
        boxes=boxes,
        links=couplings.links(edges),
        words=couplings.words,
        groups={id: couplings.name(id) for id in islands},
        apart=apart,
        apart_are=apart_are,
        nothing="" if groups else couplings.speech.nothing_between,
    )


def _placed(couplings: FoldedCouplings, box: MapBox) -> MapBox:
    """Let boxes stand together whose group is unfolded, or all where the reader has chosen the level."""
    unfolded = couplings.folding.unfolded
    return box if not unfolded or box.group in unfolded else replace(box, group=None)


def _people(graph: OrgGraph, teams: Sequence[str]) -> str:
    """Say how many people are described, each once; a plus where the size of a team is unknown."""
    unlisted = [team for team in teams if graph.org.teams[team].members is None]
    listed = {person for team in teams if team not in unlisted for person in graph.people_of(team)}
    headcounts = [size for team in unlisted if (size := graph.size(team)) is not None]
    if len(unlisted) == len(teams) and not headcounts:
        return "size unknown"
    return f"{len(listed) + sum(headcounts):,}{'+' * (len(headcounts) < len(unlisted))} people"


def _facts(couplings: FoldedCouplings, groups: Sequence[str], edges: Sequence[Edge]) -> Iterator[str]:
    name = couplings.graph.org.organisation.name
    if name:
        yield name
    yield from couplings.how_folded
    if len(groups) < len(couplings.numbers):
        yield f"the {len(groups)} most coupled are shown"
    yield from carried(edges, couplings)
    yield from hot_spots_fact(list(couplings.hottest.values()))
    yield from most_coupled_fact(couplings.names, {id: couplings.numbers[id] for id in groups})
    yield from unknown_fact(couplings.dependencies)
