"""Who leads which initiative, and which teams work on it."""

from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from orgmodel.model.initiatives import Contribution, Initiative, Leadership
from orgmodel.model.organisation import Org


class Doubt(NamedTuple):
    """One reason why a leader does not count as single-threaded, in words, with what it rests on."""

    code: str
    text: str
    person: str | None = None
    initiatives: tuple[str, ...] = ()
    allocation: float | None = None


class Leaders:
    """Leadership of initiatives and the teams that work on them."""

    def __init__(self, org: Org, active: tuple[Initiative, ...]) -> None:
        self._org, self._active = org, active

    def leaders_of(self, initiative: str) -> tuple[Leadership, ...] | None:
        """Return who leads an initiative; nobody if that is stated; None if it is unknown.

        A vacant position leads nothing. It is unknown, too, who leads where a leader is named who is not described: the
        loader has reported that.
        """
        leaders = self._org.initiatives[initiative].leader
        if leaders is None or any(leader.person not in self._org.people for leader in leaders):
            return None
        return tuple(leader for leader in leaders if self._can_lead(leader.person))

    def _can_lead(self, person: str) -> bool:
        return person in self._org.people and self._org.people[person].status != "vacant"

    @cached_property
    def initiatives_led(self) -> Mapping[str, tuple[str, ...]]:
        """The active initiatives that each person leads, alone or with others, sorted."""
        found: dict[str, list[str]] = {}
        for initiative in self._active:
            for person in dict.fromkeys(each.person for each in initiative.leader or ()):
                if self._can_lead(person):
                    found.setdefault(person, []).append(initiative.id)
        return {person: tuple(ids) for person, ids in found.items()}

    def initiatives_led_by(self, person: str) -> tuple[str, ...]:
        """Return the active initiatives that a person leads, alone or with others, sorted."""
        return self.initiatives_led.get(person, ())

    def contributions(self, initiative: str) -> tuple[Contribution, ...]:
        """Return the parts of other teams in an initiative, other than by self-service, in the order written."""
        described = self._org.initiatives[initiative]
        own = described.team.team if described.team else None
        parts = described.contributors or ()
        return tuple(
            part for part in parts if part.ask != "self-service" and part.team != own and part.team in self._org.teams
        )

    def teams_working_on(self, initiative: str) -> tuple[str, ...]:
        """Return the teams that work on an initiative, its own first; teams used by self-service do not count."""
        described = self._org.initiatives[initiative]
        own = (described.team.team,) if described.team and described.team.team in self._org.teams else ()
        return tuple(dict.fromkeys((*own, *(part.team for part in self.contributions(initiative)))))

    @cached_property
    def initiatives_by_team(self) -> Mapping[str, tuple[str, ...]]:
        """The active initiatives that each team works on, sorted."""
        found: dict[str, list[str]] = {}
        for initiative in self._active:
            for team in self.teams_working_on(initiative.id):
                found.setdefault(team, []).append(initiative.id)
        return {team: tuple(ids) for team, ids in found.items()}

    def doubts(self, initiative: str, *, min_allocation: float) -> tuple[Doubt, ...] | None:
        """Say why an initiative has no single-threaded leader; nothing if it has one; None if that is unknown.

        A leader is single-threaded who leads alone, leads no other active initiative, and whose allocation, where one
        is stated, is at least `min_allocation`.
        """
        leaders = self.leaders_of(initiative)
        if leaders is None:
            return None
        if not leaders:
            return (Doubt("none", "nobody leads it"),)
        if len({leader.person for leader in leaders}) > 1:
            return (self._shared(leaders, initiative),)
        return tuple(self._doubts_about(leaders[0], initiative, min_allocation))

    def _shared(self, leaders: tuple[Leadership, ...], initiative: str) -> Doubt:
        people = {leader.person: leader.allocation for leader in leaders}
        count = {2: "two", 3: "three", 4: "four"}.get(len(people), str(len(people)))
        named = tuple(name if share is None else f"{name} {percent(share)}" for name, share in people.items())
        led = {name: others for name in people if (others := self.others_led_by(name, initiative))}
        others = tuple(sorted({other for some in led.values() for other in some}))
        text = f"{count} people lead it ({_first_three(named)}{_beside(led, len(others))})"
        return Doubt("several", text, None, others)

    def others_led_by(self, person: str, initiative: str) -> tuple[str, ...]:
        """Return the active initiatives that a person leads beside this one, sorted."""
        return tuple(id for id in self.initiatives_led_by(person) if id != initiative)

    def _doubts_about(self, leader: Leadership, initiative: str, min_allocation: float) -> list[Doubt]:
        name, doubts = leader.person, []
        others = self.others_led_by(name, initiative)
        if others:
            doubts.append(Doubt("also-leads", f"{name} also leads {_first_three(others)}", name, others))
        if leader.allocation is not None and leader.allocation < min_allocation:
            text = f"{name} gives it {percent(leader.allocation)} of their time"
            doubts.append(Doubt("part-time", text, leader.person, (), leader.allocation))
        return doubts


def _beside(led: Mapping[str, tuple[str, ...]], count: int) -> str:
    """Say what several leaders lead beside, by name where that is short."""
    if count > 3:
        return f"; {len(led)} of them also lead{'s' * (len(led) == 1)} {count} others"
    return "".join(f"; {name} also leads {_first_three(others)}" for name, others in led.items())


def _first_three(names: tuple[str, ...]) -> str:
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return ", ".join(names[:3]) + more


def percent(share: float) -> str:
    """Write a share as a percentage, with as many digits as it needs."""
    return f"{round(share * 100, 1):g} %"
