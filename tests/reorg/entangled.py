"""Makes small organisations in which everything depends on everything, in pairs to compare."""

import dataclasses
import random
from collections.abc import Callable
from typing import Any, TypeVar

from hypothesis import strategies as st

from orgmodel.model.components import ChangeApproval, Component, ComponentDependency, Interface, Ownership
from orgmodel.model.decisions import Decision, Path, Step
from orgmodel.model.dependencies import Dependency
from orgmodel.model.initiatives import Assignment, Contribution, Initiative
from orgmodel.model.organisation import Org
from orgmodel.model.people import Person
from orgmodel.model.teams import Membership, Team, TeamApi

TEAMS = ("a", "b", "c", "d", "e")
PEOPLE = ("p", "q", "r", "s", "t")
THINGS = ("one", "two", "three")
SECTIONS = ("teams", "people", "components", "initiatives", "decisions")
OWNERS = (*TEAMS, *PEOPLE, "person:p")

T = TypeVar("T")
Both = tuple[Org, Org]


class Entangled:
    """Makes organisations of few teams with many dependencies; some of what they name is not there.

    From a number instead of piece by piece, as hundreds of entities would take hypothesis long.
    """

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance

    def maybe(self, *options: T) -> T | None:
        """Choose one, or none."""
        return self.chance.choice(options) if self.chance.random() < 0.7 else None

    def several(self, make: Callable[[], T], most: int) -> tuple[T, ...]:
        """Make a few."""
        return tuple(make() for _ in range(self.chance.randint(0, most)))

    def some(self, ids: tuple[str, ...], make: Callable[[str], T]) -> dict[str, T]:
        """Make most of these."""
        return {id: make(id) for id in ids if self.chance.random() < 0.8}

    def org(self) -> Org:
        """Make an organisation."""
        return Org(
            teams=self.some(TEAMS, self.team),
            people=self.some(PEOPLE, lambda id: Person(id=id, status=self.chance.choice((None, None, "vacant")))),
            components=self.some(THINGS, self.component),
            initiatives=self.some(THINGS, self.initiative),
            decisions=self.some(THINGS, self.decision),
            dependencies=self.several(self.dependency, 6),
        )

    def team(self, id: str) -> Team:
        """Make a team: anywhere, of any kind, with any people."""
        people = [person for person in PEOPLE if self.chance.random() < 0.3]
        members = tuple(Membership(person=each, allocation=self.maybe(0.2, 0.5, 1.0)) for each in people)
        return Team(
            id=id,
            kind=self.chance.choice((None, "team", "team", "group", "council")),
            parent=self.maybe(*TEAMS) if self.chance.random() < 0.5 else None,
            lead=(self.chance.choice(PEOPLE),) if self.chance.random() < 0.3 else None,
            members=self.maybe(members),
            api=TeamApi(docs=self.maybe("/docs")) if self.chance.random() < 0.4 else None,
            renamed_from=(self.chance.choice(TEAMS),) if self.chance.random() < 0.1 else None,
        )

    def kind(self) -> Any:
        """Choose how something depends."""
        return self.maybe("unknown", "api", "event", "shared-data", "custom-work", "approval")

    def component(self, id: str) -> Component:
        """Make a component with owners, needs and approvals."""
        return Component(
            id=id,
            owner=self.several(lambda: Ownership(team=self.chance.choice(OWNERS)), 2),
            depends_on=self.several(self.need, 2),
            interface=Interface(docs=self.maybe("/docs")) if self.chance.random() < 0.4 else None,
            change_approval=self.several(
                lambda: ChangeApproval(by=self.chance.choice(OWNERS), mandated=self.maybe("law")), 2
            ),
        )

    def need(self) -> ComponentDependency:
        """Make a dependency of one component on another."""
        other = self.chance.choice(THINGS)
        return ComponentDependency(component=other, kind=self.kind(), blocking=self.maybe(True, False))

    def initiative(self, id: str) -> Initiative:
        """Make an initiative with contributors and steps."""
        return Initiative(
            id=id,
            team=Assignment(team=self.chance.choice(TEAMS)) if self.chance.random() < 0.8 else None,
            stage=self.chance.choice((None, "building", "stopped")),
            contributors=self.several(
                lambda: Contribution(team=self.chance.choice(TEAMS), ask=self.maybe("custom", "self-service")), 3
            ),
            steps=self.several(self.step, 1),
        )

    def step(self) -> Step:
        """Make a step of a decision."""
        can: Any = self.maybe("veto", "approve", "advise", "inform")
        return Step(by=self.chance.choice(OWNERS), can=can, mandated=self.chance.choice((None, None, "law")))

    def decision(self, id: str) -> Decision:
        """Make a decision with steps and paths."""
        return Decision(
            id=id,
            owner=self.maybe(*TEAMS),
            steps=self.several(self.step, 2),
            any_of=self.several(lambda: Path(steps=self.several(self.step, 2)), 2),
        )

    def dependency(self) -> Dependency:
        """Make a declared dependency."""
        return Dependency(
            source=self.chance.choice(TEAMS),
            target=self.chance.choice(TEAMS),
            kind=self.kind(),
            mode=self.maybe("collaboration", "x-as-a-service"),
            blocking=self.maybe(True, False),
            strength=self.maybe(0.1, 0.2, 0.3, 2.0),
        )


def reorganised(seed: int) -> Both:
    """Make two organisations; mostly the second has some sections of the first as they are."""
    chance = random.Random(seed)
    before, after = Entangled(chance).org(), Entangled(chance).org()
    kept = [section for section in (*SECTIONS, "dependencies") if chance.random() < 0.5]
    return before, dataclasses.replace(after, **{section: getattr(before, section) for section in kept})


PAIRS_OF_ORGANISATIONS = st.integers(0, 2**32).map(reorganised)
