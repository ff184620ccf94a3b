"""Makes stations of those who are asked: who they are, what they can do, and how long they take."""

from collections.abc import Iterator
from typing import Final

from orgmodel.draw.badges import Badge
from orgmodel.draw.counting import amount, count
from orgmodel.draw.decision_paths.values import Role, Station
from orgmodel.graph import OrgGraph
from orgmodel.model.decisions import Step
from orgmodel.model.fields import NOBODY

_ROLES: Final[dict[str, Role]] = {"veto": "approves", "approve": "approves", "advise": "advises", "inform": "informed"}
_NOT_DESCRIBED: Final = "not described"
_COMMITTEES: Final = frozenset({"council", "guild"})


class Stations:
    """Makes the stations of one decision.

    Parameters
    ----------
    graph
        The organisation.
    key
        What the ids of its stations begin with.
    """

    def __init__(self, graph: OrgGraph, key: str) -> None:
        self._graph, self._key, self._made = graph, key, 0

    def asks(self, who: str | None) -> Station:
        """Return whoever asks."""
        return self._plain(who, "asks", "who asks is unknown")

    def decides(self, who: str | None) -> Station:
        """Return whoever decides."""
        return self._plain(who, "decides", "who decides is unknown")

    def step(self, step: Step, *, counts: bool) -> Station:
        """Return somebody who is asked on the way."""
        entity = self._graph.resolve(step.by, "person", "team")
        role: Role = _ROLES.get(step.can or "", "unknown")
        name = self._name(step.by, entity)
        reason = f"required: {step.mandated}" if step.mandated else step.why or ""
        badges = tuple(self._badges(step, entity))
        waits = role != "informed" or step.days is not None
        return Station(
            id=self._id(),
            name=name,
            role=role,
            second=self._second(entity),
            reason=reason,
            badges=badges,
            mandated=bool(step.mandated),
            alone=step.can == "veto",
            waits=waits,
            days=step.days,
            counts=counts,
            external=self._is_external(entity),
            entity=entity,
            tooltip="\n".join(self._said(step, name, entity, badges, waits=waits)),
        )

    def _plain(self, who: str | None, role: Role, unknown: str) -> Station:
        entity = self._graph.resolve(who, "person", "team") if who else None
        name = unknown if who is None else "nobody" if who == NOBODY else self._name(who, entity)
        badge = Badge(role, "calm")
        return Station(
            id=self._id(),
            name=name,
            role=role,
            second=self._second(entity) if who not in (None, NOBODY) else "",
            badges=(badge,),
            external=self._is_external(entity),
            entity=entity,
            tooltip=f"{name}\n{role}",
        )

    def _id(self) -> str:
        self._made += 1
        return f"{self._key}/{self._made}"

    def _name(self, by: str, entity: tuple[str, str] | None) -> str:
        return (self._graph.label(*entity).strip() or entity[1]) if entity else by

    def _is_external(self, entity: tuple[str, str] | None) -> bool:
        described = self._graph.org.entity(*entity) if entity else None
        return bool(described and described.external)

    def _second(self, entity: tuple[str, str] | None) -> str:
        """Say what somebody is: a person's title or team, a team's kind, lead and size."""
        if entity is None:
            return _NOT_DESCRIBED
        kind, id = entity
        if kind == "person":
            person, home = self._graph.org.people[id], self._graph.home_team(id)
            if person.status == "vacant":
                return "vacant position"
            return person.title or (self._graph.label("team", home) if home else "")
        return " · ".join(part for part in (*self._words(id), self._lead(id)) if part)

    def _words(self, team: str) -> Iterator[str]:
        if self._graph.org.teams[team].external:
            yield "external"
        if self._graph.kind_of(team) not in ("team", "group"):
            yield self._graph.kind_of(team).replace("-", " ")
        size = self._graph.size(team)
        if size is not None and self._graph.kind_of(team) != "group":
            yield count(size, "person", "people")

    def _lead(self, team: str) -> str:
        leads = [each for each in self._graph.org.teams[team].lead or () if each in self._graph.org.people]
        present = [each for each in leads if self._graph.org.people[each].status != "vacant"]
        return self._graph.label("person", present[0]) if present else ""

    def _badges(self, step: Step, entity: tuple[str, str] | None) -> Iterator[Badge]:
        if step.mandated:
            yield Badge("mandated", "info", step.mandated)
        committee = entity is not None and entity[0] == "team" and self._graph.kind_of(entity[1]) in _COMMITTEES
        if committee:
            yield Badge("committee", "info")
        if step.can == "veto":
            alone = "can veto" if committee else "can veto alone"
            yield Badge(alone, "info" if step.mandated else "warning", "one no ends it")
        elif not (committee and step.can == "approve"):
            yield Badge(_ROLES.get(step.can or "", "asked, role unknown"), "calm")

    def _said(
        self, step: Step, name: str, entity: tuple[str, str] | None, badges: tuple[Badge, ...], *, waits: bool
    ) -> Iterator[str]:
        yield f"{name} ({entity[1]})" if entity else name
        if self._second(entity):
            yield self._second(entity)
        yield ", ".join(each.text for each in badges)
        if waits:
            yield "usual wait unknown" if step.days is None else f"usual wait {count(step.days, 'day')}"
        if step.yes is not None:
            yield f"says yes {amount(100 * step.yes)} % of the time"
        if step.mandated:
            yield f"required: {step.mandated}"
        if step.why:
            yield step.why
