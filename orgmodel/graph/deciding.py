"""Decisions as they are asked for: those described, and the approvals that initiatives state for themselves."""

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from orgmodel.graph.hierarchy import Hierarchy
from orgmodel.graph.membership import Memberships
from orgmodel.graph.ownership import Ownership
from orgmodel.graph.reporting import ReportingLines
from orgmodel.model.decisions import Decision
from orgmodel.model.initiatives import OVER_STAGES, Initiative
from orgmodel.model.organisation import Org


class Asked(NamedTuple):
    """Something that has to be agreed to, and the entity that says how: a decision, or an initiative with steps."""

    kind: str
    id: str
    decision: Decision


class Deciding:
    """Answers questions about decisions.

    Parameters
    ----------
    org
        The organisation.
    hierarchy, memberships, ownership, reporting
        Groups, who is in which team, what references mean, and who reports to whom.
    """

    def __init__(
        self,
        org: Org,
        hierarchy: Hierarchy,
        memberships: Memberships,
        ownership: Ownership,
        reporting: ReportingLines,
    ) -> None:
        self._org, self._hierarchy, self._memberships = org, hierarchy, memberships
        self._ownership, self._reporting = ownership, reporting
        self._units: dict[str, frozenset[str]] = {}

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        """Decisions that are not external, by id."""
        return tuple(each for _, each in sorted(self._org.decisions.items()) if not each.external)

    @cached_property
    def asked(self) -> tuple[Asked, ...]:
        """The decisions, then the initiatives that are not over and state steps of their own; external ones left out.

        What an initiative says is read as a decision of its team, with its door and its steps.
        """
        stated = (Asked("decision", each.id, each) for each in self.decisions)
        return (*stated, *self._asked_by_initiatives())

    def _asked_by_initiatives(self) -> Iterator[Asked]:
        for id, initiative in sorted(self._org.initiatives.items()):
            if initiative.steps and initiative.stage not in OVER_STAGES and not initiative.external:
                yield Asked("initiative", id, _of_initiative(initiative))

    def speakers(self, reference: str) -> tuple[str, ...]:
        """Return the people that a person or a team stands for: the person, or the leads of the team.

        Nobody where the reference means nothing known, and where no lead is stated.
        """
        found = self._ownership.resolve(reference, "person", "team")
        if found is None:
            return ()
        kind, id = found
        return (id,) if kind == "person" else self._leads(id)

    def _leads(self, team: str) -> tuple[str, ...]:
        return tuple(lead for lead in self._org.teams[team].lead or () if lead in self._org.people)

    def levels_above(self, person: str, other: str) -> int | None:
        """Return how many reporting levels somebody stands above a person, below 0 if lower; None if unknown.

        Two people who are not in one line are compared from the nearest manager whom both have above them.
        """
        line = (person, *self._reporting.chain_of_command(person))
        other_line = (other, *self._reporting.chain_of_command(other))
        place = {each: number for number, each in enumerate(other_line)}
        shared = next((each for each in line if each in place), None)
        return None if shared is None else line.index(shared) - place[shared]

    def is_outside(self, owner: str, reference: str) -> bool | None:
        """Tell whether an approver is outside the unit that owns a decision; None if that is unknown.

        The unit is the owning team with all that is below it. Whoever leads it, or a group above it, is not outside,
        nor is such a group.
        """
        found = self._ownership.resolve(reference, "person", "team")
        if found is None:
            return None
        kind, id = found
        if kind == "person":
            return self._is_outsider(owner, id)
        return id not in self._unit(owner) and id not in self._hierarchy.ancestors(owner)

    def _is_outsider(self, owner: str, person: str) -> bool | None:
        unit = self._unit(owner)
        places = self._memberships.places_of(person)
        if any(place.team in unit for place in places) or person in self._line_above(owner):
            return False
        if places or self._org.people[person].external:
            return True
        above = self._reporting.chain_of_command(person)
        if not above:
            return None
        leads = {lead for team in unit for lead in self._leads(team)}
        return leads.isdisjoint(above)

    def _line_above(self, owner: str) -> set[str]:
        """Return who leads the owner or a group above it, and everybody whom they report to."""
        leads = {lead for team in (owner, *self._hierarchy.ancestors(owner)) for lead in self._leads(team)}
        return leads.union(*(self._reporting.chain_of_command(lead) for lead in self._leads(owner)))

    def _unit(self, owner: str) -> frozenset[str]:
        if owner not in self._units:
            self._units[owner] = self._hierarchy.branch(owner)
        return self._units[owner]


def _of_initiative(initiative: Initiative) -> Decision:
    return Decision(
        id=initiative.id,
        name=initiative.name,
        owner=initiative.team.team if initiative.team else None,
        door=initiative.door,
        steps=initiative.steps,
    )
