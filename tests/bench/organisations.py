"""Makes organisations of any size for benchmarks and tests: believable in shape, the same for the same seed."""

import random
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

Document = dict[str, Any]

_FIRST = ("Adaeze", "Bruno", "Carys", "Dimitra", "Emil", "Fumiko", "Hedda", "Idris", "Jamila", "Kaito", "Marek")
_LAST = ("Amadi", "Bakker", "Castellanos", "Dvořák", "Eriksen", "Fontaine", "Goswami", "Hakimi", "Ilves", "Kato")
_CITIES = ("Bergen", "Nantes", "Pune", "Leeds", "Osaka", "Quito")
_ROLES = ("engineer",) * 6 + ("designer", "product-manager", "analyst")
_KINDS = ("api", "api", "event", "self-service", "shared-data", "custom-work", "staffing")
_STAGES = ("approved", "building", "launched", "growing", "press-release", "stopped")
_PER_GROUP = 7


def organisation(people: int, *, seed: int = 1, healthy: bool = False) -> Document:
    """Return an organisation in the shape of its file.

    Parameters
    ----------
    people
        About how many people it has.
    seed
        Other seeds give other organisations.
    healthy
        Teams of five to eight with one lead, leaders with one thing to do, published interfaces without circles.
        Otherwise sizes, allocations, owners and dependencies are as mixed as in a real organisation.
    """
    return _Making(people, random.Random(seed), healthy=healthy).document()


def reorganised(document: Document, *, seed: int, share: float = 0.02) -> Document:
    """Return an organisation in which a share of the people, and half as many components, have changed their team."""
    chance = random.Random(seed)
    teams: Document = {id: dict(team) for id, team in document["teams"].items()}
    listed = sorted(id for id, team in teams.items() if len(team.get("members") or ()) > 1)
    for id in listed:
        kept: list[Any] = []
        moving: list[Any] = []
        for member in teams[id]["members"]:
            (moving if member not in _leads(teams[id]) and chance.random() < share else kept).append(member)
        teams[id]["members"] = kept
        for member in moving:
            to = teams[chance.choice(listed)]
            if _person_of(member) not in map(_person_of, to["members"]):
                to["members"] = [*to["members"], member]
    components: Document = {id: dict(component or {}) for id, component in document["components"].items()}
    for id in sorted(components):
        if chance.random() < share / 2:
            components[id]["owner"] = chance.choice(listed)
    return {**document, "teams": teams, "components": components}


def _person_of(member: Any) -> str:
    person: str = member["person"] if isinstance(member, dict) else member
    return person


def _leads(team: Document) -> list[str]:
    lead = team.get("lead") or []
    return [lead] if isinstance(lead, str) else list(lead)


class _Making:
    """One organisation while it is made."""

    def __init__(self, people: int, chance: random.Random, *, healthy: bool) -> None:
        self.chance, self.healthy = chance, healthy
        self.sizes = list(self._sizes(people))
        self.teams = [f"team-{n:05d}" for n in range(len(self.sizes))]
        self.members = list(self._members())
        self.people: Document = {}
        self.groups: list[list[str]] = []

    def document(self) -> Document:
        """Return everything that belongs to the organisation."""
        teams = self._groups() | {team: self._team(n) for n, team in enumerate(self.teams)}
        self._people()
        return {
            "organisation": {"name": f"Made of {len(self.people)} people", "as_of": "2026-11-22"},
            "people": self.people,
            "teams": teams,
            "initiatives": dict(self._initiatives()),
            "components": dict(self._components()),
            "dependencies": list(self._dependencies()),
            "metrics": {f"metric-{n:05d}": {"kind": "input", "owner": team} for n, team in enumerate(self.teams)},
        }

    def _sizes(self, people: int) -> Iterator[int]:
        left: float = max(people, 5)
        while left > 0:
            size = self.chance.randint(5, 8) if self.healthy else max(1, round(self.chance.lognormvariate(1.9, 0.5)))
            yield size
            left -= size + 0.2

    def _members(self) -> Iterator[list[str]]:
        for end, size in zip(accumulate(self.sizes), self.sizes, strict=True):
            yield [f"p{n:06d}" for n in range(end - size, end)]

    def _groups(self) -> Document:
        """Put groups above the teams, seven in each, up to a single one."""
        layer, level = self.teams, 1
        found: Document = {}
        self.parent: dict[str, str] = {}
        while len(layer) > 1:
            groups = [f"group-{level}-{n:04d}" for n in range(-(-len(layer) // _PER_GROUP))]
            self.parent |= {below: groups[n // _PER_GROUP] for n, below in enumerate(layer)}
            found |= {group: {"kind": "group", "lead": f"head-of-{group}"} for group in groups}
            layer, level = groups, level + 1
        for group in found:
            if group in self.parent:
                found[group]["parent"] = self.parent[group]
        self.heads = {group: f"head-of-{group}" for group in found}
        return found

    def _team(self, n: int) -> Document:
        members: list[Any] = list(self.members[n])
        if not self.healthy and n and self.chance.random() < 0.5:
            shared = self.chance.choice(self.members[n - 1])
            members.append({"person": shared, "allocation": "50%"})
        team: Document = {"name": f"Team {n}", "lead": self.members[n][0], "members": members}
        if not self.healthy and self.chance.random() < 0.04:
            del team["lead"]
        if self.teams[n] in self.parent:
            team["parent"] = self.parent[self.teams[n]]
        return team

    def _people(self) -> None:
        for group, head in self.heads.items():
            above = self.parent.get(group)
            self.people[head] = self._person("manager", self.heads[above] if above else "nobody")
        for team, members in zip(self.teams, self.members, strict=True):
            above = self.parent.get(team)
            self.people[members[0]] = self._person("engineer", self.heads[above] if above else "nobody")
            for member in members[1:]:
                self.people[member] = self._person(self.chance.choice(_ROLES), members[0])

    def _person(self, role: str, manager: str) -> Document:
        name = f"{self.chance.choice(_FIRST)} {self.chance.choice(_LAST)}"
        return {"name": name, "role": role, "manager": manager, "location": self.chance.choice(_CITIES)}

    def _components(self) -> Iterator[tuple[str, Document]]:
        for n, team in enumerate(self.teams):
            lost = not self.healthy and self.chance.random() < 0.02
            component: Document = {"owner": "nobody" if lost else team, "criticality": "medium"}
            if n and self.chance.random() < 0.4:
                component["depends_on"] = [{"component": f"component-{self.chance.randrange(n):05d}", "kind": "api"}]
            yield f"component-{n:05d}", component

    def _dependencies(self) -> Iterator[Document]:
        """Draw dependencies mostly on teams that many depend on, and never in a circle if healthy."""
        for n in range(1, len(self.teams)):
            for target in {self._target(n) for _ in range(self.chance.randint(0, 5))} - {n}:
                kind = "api" if self.healthy else self.chance.choice(_KINDS)
                yield {"from": self.teams[n], "to": self.teams[target], "kind": kind, "strength": 1 + target % 4}

    def _target(self, n: int) -> int:
        if not self.healthy and self.chance.random() < 0.05:
            return self.chance.randrange(len(self.teams))
        return int(n * self.chance.random() ** 2)

    def _initiatives(self) -> Iterator[tuple[str, Document]]:
        for n in range(0, len(self.teams), 3):
            stage = "building" if self.healthy else self.chance.choice(_STAGES)
            initiative: Document = {"name": f"Initiative {n}", "stage": stage, "team": self.teams[n]}
            initiative["leader"] = self._leader(n)
            if not self.healthy:
                others = {(n + self.chance.randint(1, 30)) % len(self.teams) for _ in range(self.chance.randint(0, 4))}
                initiative["contributors"] = [self.teams[other] for other in sorted(others - {n})]
            yield f"initiative-{n:05d}", initiative

    def _leader(self, n: int) -> Any:
        if self.healthy or self.chance.random() < 0.7:
            return {"person": self.members[n][0], "allocation": "100%"}
        options = ["nobody", {"person": self.members[n][0], "allocation": "40%"}, self.members[n - 1][:2]]
        return self.chance.choice(options)


def text(document: Document) -> str:
    """Write an organisation as YAML: blocks for entities, flow style inside them."""
    return "".join(_lines(document))


def _lines(document: Document) -> Iterator[str]:
    for section, said in document.items():
        yield f"{section}:\n"
        if isinstance(said, list):
            yield from (f"  - {_flow(item)}\n" for item in said)
            continue
        for key, value in said.items():
            if isinstance(value, dict):
                yield f"  {key}:\n"
                yield from (f"    {field}: {_flow(item)}\n" for field, item in value.items())
            else:
                yield f"  {key}: {_flow(value)}\n"


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return str(value)
