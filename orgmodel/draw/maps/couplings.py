"""One layer of the dependencies, and what the boxes and links of a map say of it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Final

from orgmodel.draw.counting import amount, count, listed
from orgmodel.draw.maps.heat import heat_of
from orgmodel.draw.maps.values import MapBox, MapLink, Words
from orgmodel.draw.maps.verdicts import Verdicts
from orgmodel.draw.maps.words import SPEECH, Speech, legend_words, weighted
from orgmodel.graph.dependencies import Edge, Layer, TeamDependencies
from orgmodel.graph.org_graph import OrgGraph

_USUAL: Final = frozenset({"team", "group"})
_NAMED: Final = 8
_REASONS: Final = 6


class Couplings:
    """Answers what a map asks of a layer.

    Parameters
    ----------
    graph
        The organisation.
    dependencies
        The layer, or what it folds to.
    layer
        Which layer.
    verdicts
        What the audit says of the teams; nothing if None.
    """

    unit = "team"
    most_beside = 30
    """Of more boxes at one distance from the focus those with the strongest links are drawn."""
    most_links = 150
    """Of more links the strongest are drawn."""

    def __init__(
        self, graph: OrgGraph, dependencies: TeamDependencies, layer: Layer, verdicts: Verdicts | None = None
    ) -> None:
        self.graph, self.dependencies = graph, dependencies
        self.verdicts = verdicts or Verdicts()
        self.speech: Speech = SPEECH[layer]
        self.weights = weighted(dependencies)

    @cached_property
    def numbers(self) -> Mapping[str, float]:
        """Weighted fan-in and fan-out together, or the number of links where strengths are not stated."""
        ends = self.dependencies
        return {id: self._sum(ends.in_edges[id]) + self._sum(ends.out_edges[id]) for id in ends.connected_teams}

    def _sum(self, edges: Sequence[Edge]) -> float:
        return sum(edge.weight if self.weights else 1 for edge in edges)

    @cached_property
    def heat(self) -> Mapping[str, int]:
        """The step of heat of each connected team."""
        return heat_of(self.numbers)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """What each box is called."""
        return {id: self.name(id) for id in self.dependencies.teams}

    def name(self, id: str) -> str:
        """Return what a team is called; its id where the name is blank."""
        return self.graph.label("team", id).strip() or id

    @cached_property
    def hottest(self) -> Mapping[str, str]:
        """What each coupling hot spot is called, with its number where the map has its box."""
        said = {id: f" ({amount(self.numbers[id])})" if id in self.numbers else "" for id in self.verdicts.hot_spots}
        return {id: self.name(id) + number for id, number in said.items()}

    @cached_property
    def circles(self) -> tuple[tuple[str, ...], ...]:
        """The circles, the largest first."""
        return tuple(sorted(self.dependencies.cyclic_groups, key=lambda circle: (-len(circle), circle)))

    @cached_property
    def circle_of(self) -> Mapping[str, int]:
        """The number of the circle of each team that is in one, from 1; 0 where there is only one circle."""
        alone = len(self.circles) == 1
        return {id: 0 if alone else number for number, circle in enumerate(self.circles, 1) for id in circle}

    def size(self, id: str) -> str:
        """Say what a team is, where it is no usual one, and how many people it has."""
        people = self.graph.size(id)
        external = self.graph.org.teams[id].external
        kind = self.graph.kind_of(id)
        known = "size unknown" if people is None else count(people, "person", "people")
        parts = ["external" if external else "", kind if kind not in _USUAL else ""]
        parts.append("" if external and people is None else known)
        return " · ".join(part for part in parts if part)

    def standing_for(self, id: str) -> list[str]:
        """Return the boxes that stand for a team, or for the teams of a group."""
        return sorted(self.graph.under(id) & set(self.dependencies.teams))

    @property
    def how_folded(self) -> Iterable[str]:
        """What is to be said where groups stand for teams."""
        return ()

    @property
    def concerned(self) -> Collection[str]:
        """The boxes that a finding is about."""
        return self.verdicts.concerned

    def box(self, id: str) -> MapBox:
        """Return the box of one team."""
        team = self.graph.org.teams[id]
        return MapBox(
            id=id,
            name=self.names[id],
            second=self.size(id),
            group=self.graph.parent_of(id),
            heat=self.heat.get(id, 0),
            coupling=self.numbers.get(id),
            circle=self.circle_of.get(id),
            external=bool(team.external),
            badges=self.verdicts.badges(id),
            tooltip="\n".join([*self._said_of(id), *self.verdicts.lines(id)]),
        )

    @cached_property
    def words(self) -> Words:
        """What the legend says."""
        return legend_words(self.speech, weights=self.weights)

    def links(self, edges: Sequence[Edge]) -> tuple[MapLink, ...]:
        """Return the links that show dependencies; those between two boxes of one circle are circular."""
        circle = self.dependencies.cyclic_group_of
        return tuple(
            self.link(edge, circular=edge.source in circle and circle[edge.source] == circle.get(edge.target))
            for edge in edges
        )

    def link(self, edge: Edge, *, circular: bool) -> MapLink:
        """Return the link that shows a dependency."""
        reasons = sorted(edge.reasons, key=lambda reason: (-reason.strength, reason.text, reason.kind))
        said = [f"{reason.text} ({reason.kind})" for reason in reasons[:_REASONS]]
        rest = [f"and {len(reasons) - _REASONS} more reasons"] if len(reasons) > _REASONS else []
        strength = f": strength {amount(edge.weight)}" if self.weights else ""
        first = f"{self.names[edge.source]} {self.speech.verb} {self.names[edge.target]}{strength}"
        return MapLink(
            source=edge.source,
            target=edge.target,
            weight=edge.weight,
            circular=circular,
            tooltip="\n".join([first, *said, *rest]),
        )

    def _said_of(self, id: str) -> list[str]:
        lines = [f"{self.names[id]} ({id})", self.size(id)]
        outward = [(edge.target, edge) for edge in self.dependencies.out_edges[id]]
        inward = [(edge.source, edge) for edge in self.dependencies.in_edges[id]]
        lines += [f"{self.speech.verb} {self._ranked(outward)}"] if outward else []
        lines += [f"{self.speech.passive} {self._ranked(inward)}"] if inward else []
        circle = self.dependencies.cyclic_group_of.get(id, ())
        others = [self.names[other] for other in circle if other != id]
        return lines + ([f"in a circle with {listed(others, _NAMED)}"] if others else [])

    def _ranked(self, ends: list[tuple[str, Edge]]) -> str:
        ends.sort(key=lambda end: (-end[1].weight, end[0]))
        names = [self.names[id] + (f" ({amount(edge.weight)})" if self.weights else "") for id, edge in ends]
        return listed(names, _NAMED)
