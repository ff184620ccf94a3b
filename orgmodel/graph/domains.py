"""Which teams look after which domains."""

from collections.abc import Mapping
from functools import cached_property

from orgmodel.model.organisation import Org
from orgmodel.model.teams import Team


class Domains:
    """Answers questions about domains. Those that are named but not described are left out.

    Parameters
    ----------
    org
        The organisation.
    teams
        The delivery teams, by id.
    """

    def __init__(self, org: Org, teams: tuple[Team, ...]) -> None:
        self._org, self._teams = org, teams

    @cached_property
    def teams_of(self) -> Mapping[str, tuple[str, ...]]:
        """The delivery teams that look after each domain, sorted; domains that no team names are left out."""
        found: dict[str, list[str]] = {}
        for team in self._teams:
            for domain in self.of(team):
                found.setdefault(domain, []).append(team.id)
        return {domain: tuple(teams) for domain, teams in found.items()}

    def of(self, team: Team) -> tuple[str, ...]:
        """Return the domains of a team that are described, each once, in the order written."""
        return tuple(domain for domain in dict.fromkeys(team.domains or ()) if domain in self._org.domains)

    def of_complexity(self, team: Team, complexity: str | None) -> tuple[str, ...]:
        """Return the domains of a team that are stated to be this hard to understand; None asks for what is unknown.

        Unknown is also how hard a domain is that is named but not described.
        """
        domains, named = self._org.domains, dict.fromkeys(team.domains or ())
        return tuple(id for id in named if (domains[id].complexity if id in domains else None) == complexity)
