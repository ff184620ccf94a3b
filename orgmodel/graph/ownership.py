"""What references mean, and which teams own which components."""

from collections.abc import Mapping
from functools import cached_property

from orgmodel.graph.membership import Memberships
from orgmodel.model.decisions import Decision
from orgmodel.model.organisation import SECTION_OF_KIND, Org


class Ownership:
    """Owners of components and approvers of changes; a person stands for the team of their largest allocation."""

    def __init__(self, org: Org, memberships: Memberships) -> None:
        self._org, self._memberships = org, memberships

    def resolve(self, reference: str, *kinds: str) -> tuple[str, str] | None:
        """Return the kind and the id that a reference means, tried in this order; None if it means nothing known.

        ``team:search`` or ``person:ana`` says the kind itself.
        """
        for kind in kinds:
            if reference in self._org.section(SECTION_OF_KIND[kind]):
                return kind, reference
        kind, colon, id = reference.partition(":")
        if colon and kind in kinds and id in self._org.section(SECTION_OF_KIND[kind]):
            return kind, id
        return None

    def owners_of(self, component: str) -> tuple[tuple[str, str], ...]:
        """Return the owners of a component that are described, as kind and id, in the order written."""
        owners = self._org.components[component].owner or ()
        return tuple(found for owner in owners if (found := self.resolve(owner.team, "team", "person")))

    def owning_teams(self, component: str) -> tuple[str, ...]:
        """Return the teams that own a component, each once."""
        teams = (self._team(kind, id) for kind, id in self.owners_of(component))
        return tuple(dict.fromkeys(team for team in teams if team is not None))

    @cached_property
    def components_of(self) -> Mapping[str, tuple[str, ...]]:
        """The components that each team owns, sorted; teams that own none are left out."""
        owned: dict[str, list[str]] = {}
        for id in sorted(self._org.components):
            for team in self.owning_teams(id):
                owned.setdefault(team, []).append(id)
        return {team: tuple(ids) for team, ids in owned.items()}

    def team_of_approver(self, reference: str) -> str | None:
        """Return the team that an approver stands for: itself, or a person's home team."""
        found = self.resolve(reference, "team", "person")
        return self._team(*found) if found else None

    def _team(self, kind: str, id: str) -> str | None:
        return id if kind == "team" else self._memberships.home_team(id)

    @cached_property
    def approvals_of_initiatives(self) -> Mapping[str, Decision]:
        """The steps that initiatives state themselves, each as a decision of the initiative's own team."""
        return {
            id: Decision(id=id, name=each.name, owner=each.team.team if each.team else None, steps=each.steps)
            for id, each in self._org.initiatives.items()
            if each.steps
        }
