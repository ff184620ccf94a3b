"""Organisations of every shape, made by chance from a seed: what pictures must stand."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from random import Random
from typing import Any, Final

from orgmodel.model.components import Component, ComponentDependency, Ownership
from orgmodel.model.decisions import Decision, Path, Step
from orgmodel.model.dependencies import Dependency
from orgmodel.model.initiatives import Assignment, Contribution, Initiative, Leadership
from orgmodel.model.organisation import Org, Organisation
from orgmodel.model.people import Person
from orgmodel.model.teams import Membership, Team, TeamKind

WORDS: Final = (
    *("order", "stock", "price", "search", "cart", "route", "label", "claim", "refund", "ledger", "badge", "parcel"),
    *("shelf", "basket", "quote", "offer"),
)
HOSTILE: Final = (
    "</title><script>alert(1)</script>",
    "trailing\\",
    "\\N \\G {a|<b>c}",
    "a:b",
    "&amp; &#65; <b>",
    "NUL\0bell\x07tab\tline\nbreak",
    "\u202eevil\u202c",
    "فريق المدفوعات",
    "データ基盤チームと検索と注文と決済",
    "👩\u200d🚀 Astro",
    "e\u0301" * 60,
    " ",
    "x" * 10_000,
    "W" * 40,
)
_TEAM_KINDS: Final[tuple[TeamKind, ...]] = (*("team",) * 12, "council", "operation", "task-force")
_KINDS: Final = ("api", "event", "shared-data", "custom-work", "approval", None)


class Shape:
    """How an organisation is made: how many teams, how deep, how they are called, what is known of them."""

    def __init__(self, teams: tuple[int, int], **said: Any) -> None:
        self.teams, self.levels, self.name = teams, said.get("levels", 2), said.get("name", _plain)
        self.huge, self.counts = said.get("huge", False), said.get("counts", False)
        self.initiatives, self.steps, self.links = (
            said.get("initiatives", 0.3),
            said.get("steps", 4),
            said.get("links", 2),
        )


def _plain(random: Random) -> str:
    return "-".join(random.choice(WORDS) for _ in range(random.randint(1, 2)))


def _long(random: Random) -> str:
    return " ".join(random.choice(WORDS).title() for _ in range(random.randint(4, 14)))


def _hostile(random: Random) -> str:
    return random.choice(HOSTILE)


SHAPES: Final[Mapping[str, Shape]] = {
    "usual": Shape((8, 60)),
    "tiny": Shape((1, 4), levels=1),
    "flat": Shape((10, 40), levels=0),
    "long names": Shape((6, 40), name=_long),
    "many levels": Shape((12, 50), levels=7),
    "one huge department": Shape((30, 90), huge=True),
    "headcounts only": Shape((8, 60), counts=True),
    "hostile names": Shape((6, 30), name=_hostile),
    "many initiatives": Shape((20, 40), initiatives=5.0),
    "long decisions": Shape((6, 20), steps=15),
    "tangled": Shape((20, 60), links=6),
    "large": Shape((120, 260), levels=3),
}


def made(seed: int) -> Org:
    """Return an organisation; twelve seeds in a row give one of each shape."""
    shape = list(SHAPES.values())[seed % len(SHAPES)]
    random = Random(seed)
    groups = _groups(random, shape)
    teams = _teams(random, shape, sorted(groups))
    people = _people(random, shape, teams)
    ids, persons = sorted(teams), sorted(people)
    return Org(
        organisation=Organisation(name=shape.name(random) if random.random() < 0.7 else None),
        people=people,
        teams={**groups, **{id: _filled(random, shape, team, people) for id, team in teams.items()}},
        initiatives=_initiatives(random, shape, ids, persons),
        components=_components(random, shape, ids),
        decisions=_decisions(random, shape, ids, persons),
        dependencies=_dependencies(random, shape, ids),
    )


def _groups(random: Random, shape: Shape) -> dict[str, Team]:
    """Make groups: each hangs below one of the level above."""
    above: list[str] = []
    groups: dict[str, Team] = {}
    for level in range(shape.levels):
        here = [f"g{level}-{number}" for number in range(random.randint(1, 4 if level else 6))]
        for id in here:
            parent = random.choice(above) if above else None
            groups[id] = Team(id=id, name=shape.name(random), kind="group", parent=parent)
        above = here
    return groups


def _teams(random: Random, shape: Shape, groups: Sequence[str]) -> dict[str, Team]:
    found = {}
    for number in range(random.randint(*shape.teams)):
        parent = random.choice(groups) if groups and random.random() < 0.95 else None
        parent = groups[0] if shape.huge and groups and random.random() < 0.85 else parent
        kind = random.choice(_TEAM_KINDS)
        external = random.random() < 0.04 or None
        id = f"t{number:03d}"
        found[id] = Team(id=id, name=_maybe(random, shape.name), kind=kind, parent=parent, external=external)
    return found


def _maybe(random: Random, make: Callable[[Random], str]) -> str | None:
    return make(random) if random.random() < 0.9 else None


def _people(random: Random, shape: Shape, teams: Mapping[str, Team]) -> dict[str, Person]:
    if shape.counts:
        return {}
    return {
        f"p{number:04d}": Person(id=f"p{number:04d}", name=_maybe(random, shape.name), title=random.choice(WORDS))
        for number in range(7 * len(teams))
    }


def _filled(random: Random, shape: Shape, team: Team, people: Mapping[str, Person]) -> Team:
    """Fill a team with people, or say how many they are, or neither."""
    if shape.counts or random.random() < 0.1:
        return replace(team, headcount=random.choice([None, 0, 4, 7, 9, 12, 31, 1234]))
    members = random.sample(sorted(people), k=min(len(people), random.choice([1, 4, 6, 7, 8, 11, 15])))
    lead = (random.choice(members),) if members and random.random() < 0.8 else None
    shares = [random.choice([None, None, 0.5, 0.2]) for _ in members]
    filled = tuple(Membership(person=each, allocation=share) for each, share in zip(members, shares, strict=True))
    return replace(team, members=filled, lead=lead)


def _initiatives(random: Random, shape: Shape, teams: list[str], people: list[str]) -> dict[str, Initiative]:
    found = {}
    for number in range(max(1, round(shape.initiatives * len(teams)))):
        id = f"i{number:03d}"
        leaders = random.sample(people, k=min(len(people), random.choice([0, 1, 1, 1, 2])))
        helpers = random.sample(teams, k=min(len(teams), random.choice([0, 0, 1, 2, 5, 9])))
        found[id] = Initiative(
            id=id,
            name=_maybe(random, shape.name),
            stage=random.choice(["idea", "building", "launched", "paused", None]),
            leader=tuple(Leadership(person=each, allocation=random.choice([1, 0.5, None])) for each in leaders) or None,
            team=Assignment(team=random.choice(teams)) if random.random() < 0.8 else None,
            contributors=tuple(Contribution(team=each, ask=random.choice(["custom", None])) for each in helpers)
            or None,
        )
    return found


def _components(random: Random, shape: Shape, teams: list[str]) -> dict[str, Component]:
    ids = [f"c{number:03d}" for number in range(len(teams))]
    return {
        id: Component(
            id=id,
            name=_maybe(random, shape.name),
            owner=(Ownership(team=random.choice(teams)),),
            depends_on=tuple(
                ComponentDependency(component=other, kind=random.choice(_KINDS))
                for other in random.sample(ids, k=min(len(ids), random.choice([0, 0, 1, 2])))
                if other != id
            ),
        )
        for id in ids
    }


def _decisions(random: Random, shape: Shape, teams: list[str], people: list[str]) -> dict[str, Decision]:
    found = {}
    for number in range(random.randint(0, 4)):
        id = f"d{number}"
        several = random.random() < 0.3
        paths = tuple(Path(decider=random.choice(teams), steps=_steps(random, shape, teams)) for _ in range(2))
        found[id] = Decision(
            id=id,
            name=_maybe(random, shape.name),
            owner=random.choice(teams),
            door=random.choice(["one-way", "two-way", None]),
            decider=random.choice([*teams, *people[:5]]),
            steps=None if several else _steps(random, shape, teams),
            any_of=paths if several else None,
        )
    return found


def _steps(random: Random, shape: Shape, teams: list[str]) -> tuple[Step, ...]:
    return tuple(
        Step(
            by=random.choice(teams),
            can=random.choice(["veto", "approve", "advise", "inform", None]),
            days=random.choice([None, 0, 1, 2.5, 10, 40]),
            yes=random.choice([None, 0.5, 0.9]),
            why=_maybe(random, shape.name),
        )
        for _ in range(random.randint(0, shape.steps))
    )


def _dependencies(random: Random, shape: Shape, teams: list[str]) -> tuple[Dependency, ...]:
    if len(teams) < 2:
        return ()
    pairs = [random.sample(teams, k=2) for _ in range(shape.links * len(teams))]
    return tuple(
        Dependency(source=one, target=other, kind=random.choice(_KINDS), strength=random.choice([None, 1, 2, 5]))
        for one, other in sorted({(one, other) for one, other in pairs})
    )


def changed(org: Org, seed: int) -> Org:
    """Return the organisation after a reorganisation: teams dissolved, moved, grown and founded."""
    random = Random(seed)
    teams = dict(org.teams)
    groups = [id for id, team in sorted(teams.items()) if team.kind == "group"]
    inner = [id for id in sorted(teams) if id not in groups]
    for id in random.sample(inner, k=len(inner) // 3):
        what = random.choice(["dissolve", "move", "grow"])
        if what == "dissolve" and len(inner) > 1:
            del teams[id]
        elif what == "move" and groups:
            teams[id] = replace(teams[id], parent=random.choice(groups))
        else:
            teams[id] = replace(teams[id], members=None, headcount=random.randint(3, 14))
    for number in range(random.randint(0, 3)):
        parent = random.choice(groups) if groups else None
        teams[f"new{number}"] = Team(id=f"new{number}", name="newly founded", parent=parent, headcount=6)
    return replace(org, teams=teams)
