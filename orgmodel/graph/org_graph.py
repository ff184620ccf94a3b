"""The façade: an organisation that can be asked."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from orgmodel.graph.crews import Crews
from orgmodel.graph.deciding import Deciding
from orgmodel.graph.dependencies import Edge, Layer, Reason, TeamDependencies, count_pairs, team_dependencies
from orgmodel.graph.domains import Domains
from orgmodel.graph.hierarchy import Hierarchy
from orgmodel.graph.leadership import Leaders
from orgmodel.graph.membership import Memberships
from orgmodel.graph.nearness import Nearness
from orgmodel.graph.ownership import Ownership
from orgmodel.graph.reasons import reasons
from orgmodel.graph.reporting import ReportingLines
from orgmodel.graph.roles import Roles
from orgmodel.graph.skills import Skills
from orgmodel.graph.steering import Steering
from orgmodel.graph.superiors import Superiors
from orgmodel.model.components import Component
from orgmodel.model.initiatives import ACTIVE_STAGES, Initiative
from orgmodel.model.organisation import SECTION_OF_KIND, Org
from orgmodel.model.teams import Team, TeamKind

if TYPE_CHECKING:
    import networkx

DELIVERY_KINDS = frozenset({"team", "task-force"})


class OrgGraph:
    """Answers questions about an organisation in its own words. It changes nothing, so answers are kept.

    References to what is not described are left out of every answer: the loader has reported them.

    Parameters
    ----------
    org
        The organisation, as loaded or built.
    """

    def __init__(self, org: Org) -> None:
        self.org = org
        self._layers: dict[tuple[Layer, int | None], TeamDependencies] = {}

    # --- teams

    @cached_property
    def hierarchy(self) -> Hierarchy:
        """Groups, parents and children."""
        return Hierarchy(self.org)

    @cached_property
    def memberships(self) -> Memberships:
        """Who is in which team, and with how much of their time."""
        return Memberships(self.org, self.hierarchy.kind_of)

    @cached_property
    def ownership(self) -> Ownership:
        """What references mean, and who owns what."""
        return Ownership(self.org, self.memberships)

    @cached_property
    def leadership(self) -> Leaders:
        """Who leads which initiative, and which teams work on it."""
        return Leaders(self.org, self.active_initiatives)

    @cached_property
    def reporting(self) -> ReportingLines:
        """Who reports to whom."""
        return ReportingLines(self.org, self.hierarchy, self.memberships)

    @cached_property
    def superiors(self) -> Superiors:
        """The first common superior of several teams."""
        return Superiors(self.org, self.hierarchy, self.reporting, self.nearness)

    @cached_property
    def nearness(self) -> Nearness:
        """How far up the first common superior of two teams stands."""
        return Nearness(self.org, self.hierarchy, self.reporting)

    @cached_property
    def skills(self) -> Skills:
        """Which skills the work of teams needs, and who has them."""
        return Skills(self.org, self.memberships, self.ownership, self.active_initiatives)

    @cached_property
    def roles(self) -> Roles:
        """Who in a team has which role."""
        return Roles(self.org, self.memberships)

    def kind_of(self, team: str) -> TeamKind:
        """Return the kind of a team, inferred where it is not stated."""
        return self.hierarchy.kind_of(team)

    @cached_property
    def delivery_teams(self) -> tuple[Team, ...]:
        """Teams of kind `team` and `task-force` that are not external, by id."""
        return tuple(team for team in self.dependency_teams if self._delivers(team))

    def _delivers(self, team: Team) -> bool:
        return self.kind_of(team.id) in DELIVERY_KINDS and not team.external

    @cached_property
    def dependency_teams(self) -> tuple[Team, ...]:
        """All teams that are no groups, external ones included, by id: the nodes of the team dependency graph."""
        teams = self.org.teams
        return tuple(teams[id] for id in sorted(teams) if self.kind_of(id) != "group")

    @cached_property
    def groups(self) -> tuple[Team, ...]:
        """Teams of kind `group`, by id."""
        return tuple(team for id, team in sorted(self.org.teams.items()) if self.kind_of(id) == "group")

    def is_delivery_team(self, team: str) -> bool:
        """Tell whether a team is described, delivers, and is not external."""
        return team in self.org.teams and self._delivers(self.org.teams[team])

    def label(self, kind: str, id: str) -> str:
        """Return the name of an entity, or its id where it has none or is not described."""
        entity = self.org.section(SECTION_OF_KIND[kind]).get(id)
        return entity.label if entity else id

    def resolve(self, reference: str, *kinds: str) -> tuple[str, str] | None:
        """Return the kind and the id that a reference means, tried in this order; None if it means nothing known.

        ``team:search`` or ``person:ana`` says the kind itself.
        """
        return self.ownership.resolve(reference, *kinds)

    def size(self, team: str, *, count_lead: bool = True) -> int | None:
        """Count the people of a team; None if unknown.

        Where members are stated: the distinct members and leads without vacant positions; else the headcount.
        """
        return self.memberships.size(team, count_lead=count_lead)

    def fte(self, team: str) -> float | None:
        """Return the full-time equivalents of a team; None where an allocation is unknown."""
        return self.memberships.fte(team)

    def people_of(self, team: str) -> tuple[str, ...]:
        """Return the distinct members and leads of a team, without vacant positions, sorted."""
        return self.memberships.people_of(team)

    def parent_of(self, team: str) -> str | None:
        """Return the group a team belongs to; None at the top."""
        return self.hierarchy.parent_of(team)

    def ancestors(self, team: str) -> tuple[str, ...]:
        """Return the groups above a team, the nearest first."""
        return self.hierarchy.ancestors(team)

    # --- initiatives

    @cached_property
    def active_initiatives(self) -> tuple[Initiative, ...]:
        """Initiatives that are under way and not external, by id."""
        initiatives = sorted(self.org.initiatives.items())
        return tuple(each for _, each in initiatives if each.stage in ACTIVE_STAGES and not each.external)

    @cached_property
    def crews(self) -> Crews:
        """Who works on initiatives, and how much."""
        return Crews(self.org, self.memberships, self.leadership)

    # --- metrics

    @cached_property
    def steering(self) -> Steering:
        """What teams and initiatives are steered by."""
        return Steering(self.org, self.ownership, self.memberships)

    # --- decisions

    @cached_property
    def deciding(self) -> Deciding:
        """What has to be agreed to, and who stands where to whoever agrees."""
        return Deciding(self.org, self.hierarchy, self.memberships, self.ownership, self.reporting)

    # --- domains

    @cached_property
    def domains(self) -> Domains:
        """Which teams look after which domains."""
        return Domains(self.org, self.delivery_teams)

    # --- components

    @cached_property
    def components(self) -> tuple[Component, ...]:
        """Components that are not external, by id."""
        return tuple(each for _, each in sorted(self.org.components.items()) if not each.external)

    def owners_of(self, component: str) -> tuple[tuple[str, str], ...]:
        """Return the owners of a component that are described, as kind and id, in the order written."""
        return self.ownership.owners_of(component)

    def owning_teams(self, component: str) -> tuple[str, ...]:
        """Return the teams that own a component; a person as owner stands for their home team."""
        return self.ownership.owning_teams(component)

    @property
    def components_of(self) -> Mapping[str, tuple[str, ...]]:
        """The components that each team owns, sorted; teams that own none are left out."""
        return self.ownership.components_of

    # --- people

    @cached_property
    def not_asked(self) -> frozenset[str]:
        """Those of whom rules about people say nothing: vacant positions, and people of elsewhere."""
        people = self.org.people.items()
        return frozenset([id for id, person in people if person.status == "vacant" or person.external])

    def home_team(self, person: str) -> str | None:
        """Return the team that gets the largest share of a person's time; None for who is in no team."""
        return self.memberships.home_team(person)

    def manager_of(self, person: str) -> str | None:
        """Return whom a person reports to: an id, `nobody` at the top, None if unknown."""
        return self.reporting.manager_of(person)

    def reports_of(self, person: str) -> tuple[str, ...]:
        """Return who reports to a person (solid line), sorted."""
        return self.reporting.reports_of(person)

    def chain_of_command(self, person: str) -> tuple[str, ...]:
        """Return the managers above a person, the nearest first; a circle ends where it closes."""
        return self.reporting.chain_of_command(person)

    # --- dependencies

    @cached_property
    def _reasons(self) -> Mapping[tuple[str, str], list[Reason]]:
        nodes = {team.id for team in self.dependency_teams}
        return {pair: found for pair, found in reasons(self.org, self.ownership).items() if nodes.issuperset(pair)}

    @property
    def has_dependencies(self) -> bool:
        """Whether anything at all is known of what teams need of each other, or of themselves."""
        return bool(self._reasons)

    @property
    def dependency_count(self) -> int:
        """How many ordered pairs of teams depend on each other, in all layers."""
        return count_pairs(self._reasons)

    def dependencies(self, layer: Layer = "all") -> TeamDependencies:
        """Return one layer of the team dependency graph."""
        key = (layer, None)
        if key not in self._layers:
            teams = (team.id for team in self.dependency_teams)
            self._layers[key] = team_dependencies(teams, self._reasons, layer)
        return self._layers[key]

    def folded(self, layer: Layer, level: int) -> TeamDependencies:
        """Return one layer with every team folded into its group at a level; groups at the top are level 1.

        Teams that hang higher stand for themselves. Dependencies within a group are dropped and counted.
        """
        key = (layer, level)
        if key not in self._layers:
            self._layers[key] = self._fold(self.dependencies(layer), level, layer)
        return self._layers[key]

    def _fold(self, graph: TeamDependencies, level: int, layer: Layer) -> TeamDependencies:
        home = {team: self.hierarchy.at_level(team, level) for team in graph.teams}
        merged: dict[tuple[str, str], list[Reason]] = {}
        for edge in graph.edges:
            merged.setdefault((home[edge.source], home[edge.target]), []).extend(edge.reasons)
        return team_dependencies(set(home.values()), merged, layer)

    def waits_for(self, team: str) -> tuple[Edge, ...]:
        """Return the dependencies of a team on those it has to wait for."""
        return self.dependencies("waits").out_edges.get(team, ())

    def waited_for_by(self, team: str) -> tuple[Edge, ...]:
        """Return the dependencies of those who have to wait for a team."""
        return self.dependencies("waits").in_edges.get(team, ())

    # --- under a group, and going on elsewhere

    def under(self, group: str) -> frozenset[str]:
        """Return the teams of a branch: the group and everything below it."""
        return self.hierarchy.branch(group)

    def to_networkx(self) -> "networkx.MultiDiGraph[str]":
        """Return the whole typed graph, for going on with networkx.

        Nodes are named by kind and id, such as ``team:payments``, with the attributes `kind`, `id` and `label`; edges
        have the attribute `type`.
        """
        from orgmodel.graph.export import to_networkx

        return to_networkx(self.org, self.reporting, self.ownership, self.dependencies())
