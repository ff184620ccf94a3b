"""What later changes of a plan have to know of earlier ones, beyond what the organisation then says."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

_NONE: Final[Mapping[str, str]] = MappingProxyType({})
_NOBODY: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType({})


class Memory(NamedTuple):
    """What is remembered; it is never changed, but replaced.

    Parameters
    ----------
    last_leads
        Who led a team until a change took them away, as long as nobody is appointed: who is takes over from them.
    managers
        To whom somebody reported who has left, and to whom those reported who have nobody since.
    new_teams
        Teams that the plan has made: nobody is in them but those whom it names.
    """

    last_leads: Mapping[str, tuple[str, ...]] = _NOBODY
    managers: Mapping[str, str] = _NONE
    new_teams: frozenset[str] = frozenset()

    def with_last_leads(self, team: str, leads: Iterable[str]) -> "Memory":
        """Remember who led a team, besides those who did before."""
        known = dict.fromkeys((*self.last_leads.get(team, ()), *leads))
        return self._replace(last_leads={**self.last_leads, team: tuple(known)})

    def without_last_leads(self, team: str) -> "Memory":
        """Forget who led a team: somebody else does."""
        return self._replace(last_leads={id: leads for id, leads in self.last_leads.items() if id != team})

    def with_managers(self, managers: Mapping[str, str]) -> "Memory":
        """Remember to whom people reported."""
        return self._replace(managers={**self.managers, **managers})

    def with_new_teams(self, teams: Iterable[str]) -> "Memory":
        """Remember teams that are new."""
        return self._replace(new_teams=self.new_teams | set(teams))

    def with_other_id(self, team: str, to: str) -> "Memory":
        """Remember of a team under its new id what was remembered under the old one."""
        leads = {to if id == team else id: last for id, last in self.last_leads.items()}
        new = {to if id == team else id for id in self.new_teams}
        return self._replace(last_leads=leads, new_teams=frozenset(new))
