"""What holds for the coupling of every two organisations, counted again in a slow way."""

import dataclasses
import random
from collections import Counter
from collections.abc import Mapping
from itertools import product
from typing import Any, TypeVar

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orgmodel.graph import OrgGraph
from orgmodel.model.comparison import HOWS, Coupling, Difference
from orgmodel.model.organisation import Org
from orgmodel.model.place import Spot
from orgmodel.model.plan import Loose
from orgmodel.reorg.coupling import coupling, worst_case
from tests.reorg.entangled import PAIRS_OF_ORGANISATIONS, SECTIONS, TEAMS, Both
from tests.strategies import organisations

MANY = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
FEW = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
T = TypeVar("T")

team_ids = st.sampled_from(TEAMS)
loose_dependencies = st.lists(
    st.builds(
        Loose,
        sources=st.lists(team_ids, max_size=2).map(tuple),
        targets=st.lists(team_ids, max_size=2).map(tuple),
        waits=st.booleans(),
        spot=st.just(Spot("changes", 0)),
    ),
    max_size=3,
)


# --- counted again


def waiting(org: Org) -> set[tuple[str, str]]:
    """List the ordered pairs of teams that wait, straight from what is written."""
    graph = OrgGraph(org)
    found: set[tuple[str | None, str | None]] = set()
    for link in org.dependencies:
        if waits(link.kind, link.blocking, link.mode):
            found.add((link.source, link.target))
    for id, component in org.components.items():
        for needs in component.depends_on or ():
            if needs.component in org.components and waits(needs.kind, needs.blocking):
                found.update(product(owning(graph, id), owning(graph, needs.component)))
        for approval in component.change_approval or ():
            if not approval.mandated:
                found.update(product(owning(graph, id), team_of(graph, approval.by)))
    for initiative in org.initiatives.values():
        own = initiative.team.team if initiative.team else None
        if initiative.stage not in ("stopped", "retired"):
            found.update((own, part.team) for part in initiative.contributors or () if part.ask != "self-service")
        found.update(product([own], binding(graph, initiative.steps)))
    for decision in org.decisions.values():
        every = [*(decision.steps or ()), *(s for path in decision.any_of or () for s in path.steps or ())]
        found.update(product([decision.owner], binding(graph, every)))
    nodes = {id for id in org.teams if graph.kind_of(id) != "group"}
    return {(a, b) for a, b in found if a in nodes and b in nodes and a != b and a is not None and b is not None}


def waits(kind: str | None, blocking: bool | None, mode: str | None = None) -> bool:
    """Tell whether a dependency of this kind makes a team wait."""
    return kind not in ("api", "event", "self-service") or blocking is True or mode == "collaboration"


def team_of(graph: OrgGraph, reference: str) -> list[str]:
    """Return the team that an owner or an approver stands for."""
    person = reference.removeprefix("person:")
    if reference in graph.org.teams:
        return [reference]
    home = graph.home_team(person) if person in graph.org.people else None
    return [home] if home else []


def owning(graph: OrgGraph, component: str) -> list[str]:
    """Return the teams that own a component."""
    return [team for owner in graph.org.components[component].owner or () for team in team_of(graph, owner.team)]


def binding(graph: OrgGraph, asked: Any) -> list[str]:
    """Return the teams whose yes is needed and not mandated."""
    needed = [step.by for step in asked or () if step.can in ("veto", "approve") and not step.mandated]
    return [team for by in needed for team in team_of(graph, by)]


def whole(org: Org) -> set[str]:
    """Return the only team at the top that is not external, if it is the only one."""
    tops = [id for id, team in org.teams.items() if team.parent not in org.teams and not team.external]
    return set(tops) if len(tops) == 1 else set()


def branch(org: Org, team: str, above: set[str]) -> str:
    """Climb to the top, or to right below what stands for the whole; a circle is named after its first."""
    line = [team]
    while team not in above and (parent := org.teams[line[-1]].parent) is not None:
        if parent in above or parent not in org.teams:
            break
        if parent in line:
            return min(line[line.index(parent) :])
        line.append(parent)
    return line[-1]


def crossing(org: Org, pairs: set[tuple[str, str]], above: set[str]) -> set[tuple[str, str]]:
    """Return the pairs between two branches."""
    return {(a, b) for a, b in pairs if branch(org, a, above) != branch(org, b, above)}


def adds_up(found: Difference) -> bool:
    """Tell whether the five parts make the difference."""
    lost = found.internalised + found.moved + found.removed + found.assumed
    return found.after == found.before - lost + found.added and min(found) >= 0


def compared(before: Org, after: Org, loose: list[Loose]) -> Coupling:
    """Compare two organisations."""
    return coupling(OrgGraph(before), OrgGraph(after), loose=loose)


# --- properties


@MANY
@given(PAIRS_OF_ORGANISATIONS, loose_dependencies)
def test_pairs_agree_with_a_slow_count_and_add_up(both: Both, loose: list[Loose]) -> None:
    """Pairs before, after, lost and added are those of a plain list; each lost one has one of four reasons."""
    before, after = both
    was, now = waiting(before), waiting(after)
    found = compared(before, after, loose)
    assert (len(was), len(now)) == found.teams[:2]
    lost = {(pair.source, pair.target) for pair in found.pairs if pair.how != "added"}
    added = {(pair.source, pair.target) for pair in found.pairs if pair.how == "added"}
    assert (was - now, now - was) == (lost, added)
    assert len(lost) + len(added) == len(found.pairs)
    counts = Counter(pair.how for pair in found.pairs)
    assert [counts[how] for how in HOWS] == list(found.teams[2:])
    assert adds_up(found.teams)


@MANY
@given(PAIRS_OF_ORGANISATIONS, loose_dependencies)
def test_branches_agree_with_a_slow_count_and_add_up(both: Both, loose: list[Loose]) -> None:
    """The same holds between branches, where a pair can stay and cross no more."""
    before, after = both
    was, now = waiting(before), waiting(after)
    above = whole(before) | whole(after)
    across, still = crossing(before, was, above), crossing(after, now, above)
    found = compared(before, after, loose)
    assert (len(across), len(still)) == found.branches[:2]
    assert adds_up(found.branches)
    stay = len((across & now) - still)
    kinds = Counter(pair.how for pair in found.pairs if pair.crosses)
    assert kinds["internalised"] + stay == found.branches.internalised
    assert kinds["added"] + len((still & was) - across) == found.branches.added


@MANY
@given(PAIRS_OF_ORGANISATIONS, loose_dependencies)
def test_every_pair_says_why_and_where(both: Both, loose: list[Loose]) -> None:
    """Each pair has a clause without an empty part, and a spot; only what is assumed rests on somebody's word."""
    for pair in compared(*both, loose).pairs:
        assert pair.why
        assert "  " not in pair.why
        assert not pair.why.startswith(" ")
        assert pair.spot is not None
        assert pair.by is None or pair.how == "assumed"


@MANY
@given(PAIRS_OF_ORGANISATIONS)
def test_an_organisation_beside_itself_has_no_difference(both: Both) -> None:
    """Nothing is lost and nothing added where nothing changed."""
    org = both[0]
    found = compared(org, org, [])
    assert ((), 0) == (found.pairs, found.loose)
    assert (0, 0, 0, 0, 0) == found.teams[2:] == found.branches[2:]
    assert found.weight[0] == found.weight[1]


@FEW
@given(organisations(most=3), organisations(most=3))
def test_any_two_organisations_can_be_compared(before: Org, after: Org) -> None:
    """Whatever two organisations say, the parts add up."""
    found = compared(before, after, [])
    assert adds_up(found.teams)
    assert adds_up(found.branches)


@MANY
@given(PAIRS_OF_ORGANISATIONS, loose_dependencies, st.integers(0, 99))
def test_the_order_of_entities_changes_nothing(both: Both, loose: list[Loose], seed: int) -> None:
    """Sections in another order give the same numbers and the same pairs, weights to the last digit."""
    turned = [turned_over(org, random.Random(seed)) for org in both]
    assert told(compared(*both, loose)) == told(compared(turned[0], turned[1], loose))


def told(found: Coupling) -> object:
    """Return all that does not name a place in the list of dependencies, nor which of several equal reasons is told."""
    pairs = [(pair.source, pair.target, pair.how, pair.crosses, pair.by) for pair in found.pairs]
    return found.teams, found.branches, pairs, found.loose, found.weight, found.branch_weight, found.stated_share


def turned_over(org: Org, chance: random.Random) -> Org:
    """Return the same organisation with all sections in another order."""
    sections: dict[str, Any] = {name: shuffled(getattr(org, name), chance) for name in SECTIONS}
    links = chance.sample(org.dependencies, len(org.dependencies))
    return dataclasses.replace(org, dependencies=tuple(links), **sections)


def shuffled(section: Mapping[str, T], chance: random.Random) -> dict[str, T]:
    """Return a mapping in another order."""
    return {id: section[id] for id in chance.sample(sorted(section), len(section))}


@MANY
@given(PAIRS_OF_ORGANISATIONS)
def test_in_the_worst_case_all_that_was_assumed_waits(both: Both) -> None:
    """The pairs of the worst case are those after, and the assumed ones whose teams are still there."""
    before, after = both
    found = compared(before, after, [])
    assumed = {(pair.source, pair.target) for pair in found.pairs if pair.how == "assumed"}
    nodes = {team.id for team in OrgGraph(after).dependency_teams}
    still = {pair for pair in assumed if nodes.issuperset(pair)}
    assert waiting(after) | still == waiting(worst_case(after, found))


@MANY
@given(PAIRS_OF_ORGANISATIONS, loose_dependencies)
def test_loose_dependencies_can_all_come_to_be(both: Both, loose: list[Loose]) -> None:
    """No more are counted than wait, or than there are new pairs for, and one at least if there is any."""
    before, after = both
    nodes = {team.id for team in OrgGraph(after).dependency_teams}
    there = waiting(after)
    possible = [
        {(a, b) for a, b in product(each.sources, each.targets) if a != b and {a, b} <= nodes} - there
        for each in loose
        if each.waits
    ]
    count = compared(before, after, loose).loose
    assert count <= sum(map(bool, possible))
    assert (count > 0) == any(possible)
