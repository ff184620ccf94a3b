"""What a team needs in order to finish its work, and whether it has that or must wait for somebody."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Final, Literal, NamedTuple

from orgmodel.graph.dependencies import Reason
from orgmodel.graph.org_graph import OrgGraph
from orgmodel.model.decisions import Decision, Step
from orgmodel.model.place import Spot

State = Literal["met", "unknown", "unmet"]
_GRAVITY: Final[Mapping[State, int]] = {"met": 0, "unknown": 1, "unmet": 2}
_BINDING: Final = frozenset({"veto", "approve"})


class Need(NamedTuple):
    """One need of a team: a skill, a component, another team, or a yes.

    `what` names it, `text` says it in words, and `missing` is what to state where its state is not known.
    """

    kind: Literal["skill", "component", "team", "approval"]
    what: str
    state: State
    text: str
    missing: str
    spot: Spot | None = None


class Needs:
    """The needs of teams, as far as they are stated."""

    def __init__(self, graph: OrgGraph) -> None:
        self._graph = graph

    def of_team(self, team: str) -> tuple[Need, ...]:
        """Return what a team needs, each once: skills, components, other teams, approvals."""
        return (*self._skills(team), *self._from_others(team), *self._approvals(team))

    def _skills(self, team: str) -> Iterator[Need]:
        skills = self._graph.skills
        asks = skills.asks.get(team, {})
        for key in sorted(asks):
            first = asks[key][0]
            state: State = "met" if skills.holders_in(team, key) else "unmet" if skills.is_known(team) else "unknown"
            yield Need(
                "skill", first.skill, state, f"nobody has {first.skill}", "skills of people in teams", first.spot
            )

    def _from_others(self, team: str) -> Iterator[Need]:
        """Yield each component and each team of which something is needed, in the worst state of all its reasons."""
        found: dict[tuple[str, str], Need] = {}
        for edge in self._graph.dependencies().out_edges.get(team, ()):
            for reason in edge.reasons:
                if reason.why != "approval":
                    need = self._need(reason, edge.target)
                    held = found.get((need.kind, need.what))
                    if held is None or _GRAVITY[held.state] < _GRAVITY[need.state]:
                        found[need.kind, need.what] = need
        found |= {("component", id): Need("component", id, "met", "", "") for id in self._own(team)}
        yield from (found[key] for key in sorted(found))

    def _need(self, reason: Reason, target: str) -> Need:
        state: State = "unknown" if _is_unclear(reason) else "unmet" if reason.waits else "met"
        if reason.why == "component":
            id = self._component(str(reason.spot.key), int(reason.spot.path[1]))
            return Need("component", id, state, f"waits for {id} of {target}", "kinds of dependencies", reason.spot)
        missing = "what contributors are asked for" if reason.why == "initiative" else "kinds of dependencies"
        return Need("team", target, state, f"waits for {target}", missing, reason.spot)

    def _component(self, id: str, number: int) -> str:
        return (self._graph.org.components[id].depends_on or ())[number].component

    def _own(self, team: str) -> Iterator[str]:
        """Yield the components that a team needs and owns itself."""
        owned = self._graph.components_of.get(team, ())
        mine = frozenset(owned)
        for id in owned:
            for each in self._graph.org.components[id].depends_on or ():
                if each.component in mine and each.component != id:
                    yield each.component

    def _approvals(self, team: str) -> Iterator[Need]:
        for section, decision in self._decisions.get(team, ()):
            spot = Spot(section, decision.id, ("steps",))
            state = self._decided(team, decision)
            text = f"others must agree to {decision.id}"
            yield Need("approval", decision.id, state, text, "steps of decisions", spot)
        for id in self._graph.components_of.get(team, ()):
            stated = self._graph.org.components[id].change_approval
            if stated is not None:
                state = self._asked(team, (each.by for each in stated if not each.mandated))
                spot, text = Spot("components", id, ("change_approval",)), f"others must agree to changes of {id}"
                yield Need("approval", id, state, text, "teams of approvers", spot)

    @cached_property
    def _decisions(self) -> Mapping[str, list[tuple[str, Decision]]]:
        """The decisions of each team, and the approvals of its active initiatives, with the section of each."""
        graph, found = self._graph, dict[str, list[tuple[str, Decision]]]()
        active = {initiative.id for initiative in graph.active_initiatives}
        own = ((id, each) for id, each in graph.ownership.approvals_of_initiatives.items() if id in active)
        for section, stated in (("decisions", graph.org.decisions.items()), ("initiatives", own)):
            for _, decision in sorted(stated):
                if decision.owner is not None and not decision.external:
                    found.setdefault(decision.owner, []).append((section, decision))
        return found

    def _decided(self, team: str, decision: Decision) -> State:
        """Tell whether a team can decide without others, on one of the ways if there are several."""
        if decision.steps is None and not decision.any_of:
            return "unknown"
        always = self._asked(team, _binding(decision.steps))
        ways = [self._asked(team, _binding(path.steps)) for path in decision.any_of or ()]
        best = min(ways, key=_GRAVITY.__getitem__, default=always)
        return max(always, best, key=_GRAVITY.__getitem__)

    def _asked(self, team: str, approvers: Iterable[str]) -> State:
        teams = [self._graph.ownership.team_of_approver(each) for each in approvers]
        if any(each is not None and each != team for each in teams):
            return "unmet"
        return "unknown" if None in teams else "met"


def _is_unclear(reason: Reason) -> bool:
    return reason.kind == "unknown" and not reason.blocking and reason.mode != "collaboration"


def _binding(steps: tuple[Step, ...] | None) -> Iterator[str]:
    return (step.by for step in steps or () if step.can in _BINDING and not step.mandated)
