"""What teams and initiatives are steered by: their metrics, and what drives what."""

from collections.abc import Mapping, Set
from functools import cached_property

from orgmodel.graph.membership import Memberships
from orgmodel.graph.ownership import Ownership
from orgmodel.model.metrics import Metric
from orgmodel.model.organisation import Org


class Steering:
    """Answers questions about metrics.

    Parameters
    ----------
    org
        The organisation.
    ownership, memberships
        What owners mean, and where people are at home.
    """

    def __init__(self, org: Org, ownership: Ownership, memberships: Memberships) -> None:
        self._org, self._ownership, self._memberships = org, ownership, memberships

    @cached_property
    def _by_team(self) -> Mapping[str, tuple[Metric, ...]]:
        found: dict[str, dict[str, Metric]] = {}
        for id, metric in sorted(self._org.metrics.items()):
            for team in self._teams_behind(metric):
                found.setdefault(team, {})[id] = metric
        return {team: tuple(metrics.values()) for team, metrics in found.items()}

    def _teams_behind(self, metric: Metric) -> set[str]:
        """Return the team that owns a metric, and the one that owns the initiative it belongs to."""
        found = {self._owning_team(metric.owner)} if metric.owner else set()
        initiative = self._org.initiatives.get(metric.initiative or "")
        if initiative is not None and initiative.team is not None:
            found.add(initiative.team.team)
        return {team for team in found if team is not None}

    def _owning_team(self, owner: str) -> str | None:
        meant = self._ownership.resolve(owner, "team", "person")
        if meant is None:
            return None
        kind, id = meant
        return id if kind == "team" else self._memberships.home_team(id)

    @cached_property
    def _by_initiative(self) -> Mapping[str, tuple[Metric, ...]]:
        found: dict[str, dict[str, Metric]] = {}
        for id, metric in sorted(self._org.metrics.items()):
            if metric.initiative is not None:
                found.setdefault(metric.initiative, {})[id] = metric
        for id, initiative in self._org.initiatives.items():
            for name in initiative.metrics or ():
                if name in self._org.metrics:
                    found.setdefault(id, {})[name] = self._org.metrics[name]
        return {id: tuple(metrics[name] for name in sorted(metrics)) for id, metrics in found.items()}

    @property
    def measured_teams(self) -> frozenset[str]:
        """Teams that have a metric of their own."""
        return frozenset(self._by_team)

    def metrics_of_team(self, team: str) -> tuple[Metric, ...]:
        """Return the metrics that a team, somebody at home in it, or an initiative of it owns, by id."""
        return self._by_team.get(team, ())

    def metrics_of_initiative(self, initiative: str) -> tuple[Metric, ...]:
        """Return the metrics that an initiative names, or that name it, by id."""
        return self._by_initiative.get(initiative, ())

    @cached_property
    def driven_by_inputs(self) -> frozenset[str]:
        """The metrics that an input drives, directly or through others."""
        metrics = self._org.metrics
        reached: set[str] = set()
        ahead = [id for id, metric in metrics.items() if metric.kind == "input"]
        while ahead:
            for id in metrics[ahead.pop()].drives or ():
                if id in metrics and id not in reached:
                    reached.add(id)
                    ahead.append(id)
        return frozenset(reached)

    def leading_to(self, targets: Set[str]) -> frozenset[str]:
        """Return the metrics that drive one of these, directly or through others, and these themselves."""
        reached = set(targets)
        ahead = sorted(targets)
        while ahead:
            for id in self._drivers.get(ahead.pop(), ()):
                if id not in reached:
                    reached.add(id)
                    ahead.append(id)
        return frozenset(reached)

    @cached_property
    def _drivers(self) -> Mapping[str, tuple[str, ...]]:
        """The metrics that say of each that they drive it."""
        found: dict[str, list[str]] = {}
        for id, metric in self._org.metrics.items():
            for driven in metric.drives or ():
                found.setdefault(driven, []).append(id)
        return {driven: tuple(ids) for driven, ids in found.items()}
