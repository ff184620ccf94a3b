"""Who in a team has which role."""

from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple

from orgmodel.graph.membership import Memberships
from orgmodel.model.organisation import Org


class Holders(NamedTuple):
    """Who in a team has one of some roles, and of whom no role is stated; both sorted."""

    known: tuple[str, ...]
    unclear: tuple[str, ...]


@lru_cache(maxsize=1024)  # an organisation has few roles, and many who have them
def same_role(role: str) -> str:
    """Return a role so that `Product manager`, `product_manager` and `product-manager` are the same."""
    return "-".join(role.casefold().replace("_", " ").replace("-", " ").split())


class Roles:
    """Roles of people, by themselves and in one team; vacant positions have none.

    Parameters
    ----------
    org
        The organisation.
    memberships
        Who is in which team.
    """

    def __init__(self, org: Org, memberships: Memberships) -> None:
        self._org, self._memberships = org, memberships

    def holders(self, team: str, roles: Collection[str]) -> Holders:
        """Return who among the members and leads of a team has one of these roles.

        Somebody has a role who has it by themselves, or in this team; of whom neither is stated it is unclear.
        """
        wanted = frozenset(map(same_role, roles))
        members = self._org.teams[team].members or ()
        here = {member.person: member.role for member in members if member.role is not None}
        known: list[str] = []
        unclear: list[str] = []
        for person in self._memberships.people_of(team):
            described = self._org.people.get(person)
            own, in_team = described.role if described else None, here.get(person)
            if (own and same_role(own) in wanted) or (in_team and same_role(in_team) in wanted):
                known.append(person)
            elif own is None and in_team is None:
                unclear.append(person)
        return Holders(tuple(known), tuple(unclear))
