"""Working relationships: counted without listing them, and listed for who asks."""

from collections.abc import Iterable, Mapping
from itertools import combinations, islice

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orgmodel.graph import OrgGraph
from orgmodel.model.comparison import Ties
from orgmodel.model.organisation import Org
from orgmodel.model.people import Person
from orgmodel.model.teams import Membership, Team
from orgmodel.reorg import ties as counting
from orgmodel.reorg.ties import cut_pairs, new_pairs, ties
from tests.graph.support import graph_of
from tests.strategies import organisations

PEOPLE = [f"p{n}" for n in range(9)]
TEAMS = [f"t{n}" for n in range(7)]
Crowd = Mapping[str, set[str]]
CROWDS = st.dictionaries(st.sampled_from(TEAMS), st.sets(st.sampled_from(PEOPLE)))
"""Who is in which team: with nine people and seven teams nearly everybody is in several."""


def graph(teams: Mapping[str, Iterable[str]], people: Iterable[str] = PEOPLE) -> OrgGraph:
    """Return an organisation with these teams."""
    made = {
        id: Team(id=id, kind="team", members=tuple(Membership(person=person) for person in sorted(members)))
        for id, members in teams.items()
    }
    return OrgGraph(Org(people={id: Person(id=id) for id in people}, teams=made))


def pairs(graph: OrgGraph) -> set[tuple[str, str]]:
    """List every pair of people who work in one team, the slow way."""
    people = [id for id, each in sorted(graph.org.people.items()) if each.status != "vacant" and not each.external]
    together = set()
    for one, other in combinations(people, 2):
        for team in graph.org.teams.values():
            in_it = {member.person for member in team.members or ()} | set(team.lead or ())
            if graph.kind_of(team.id) not in ("council", "guild", "group") and {one, other} <= in_it:
                together.add((one, other))
    return together


def assert_counted(before: OrgGraph, after: OrgGraph) -> None:
    """Compare counting with listing, and both with the names that are given."""
    old, new = pairs(before), pairs(after)
    assert Ties(len(old & new), len(old - new), len(new - old)) == ties(before, after)
    assert sorted(old - new) == list(cut_pairs(before, after))
    assert sorted(new - old) == list(new_pairs(before, after))


def test_a_move_cuts_ties_and_makes_new_ones() -> None:
    """Somebody who moves from four to two leaves three and meets two; the rest stay together."""
    before = graph({"t0": {"p0", "p1", "p2", "p3"}, "t1": {"p4", "p5"}})
    after = graph({"t0": {"p1", "p2", "p3"}, "t1": {"p0", "p4", "p5"}})
    assert Ties(kept=4, cut=3, new=2) == ties(before, after)
    assert [("p0", "p1"), ("p0", "p2"), ("p0", "p3")] == list(cut_pairs(before, after))
    assert [("p0", "p4"), ("p0", "p5")] == list(new_pairs(before, after))


def test_two_teams_are_one_relationship() -> None:
    """Who shares two teams and loses one of them still works together."""
    before = graph({"t0": {"p0", "p1"}, "t1": {"p0", "p1"}})
    assert Ties(kept=1, cut=0, new=0) == ties(before, graph({"t1": {"p0", "p1"}}))


def test_only_teams_that_work_count() -> None:
    """Sitting in a council, a guild or a group together is no working relationship; leading a team is."""
    before = graph_of("people: {a: {}, b: {}}\nteams: {t: {lead: a, members: [b]}}")
    after = graph_of("""
people: {a: {}, b: {}}
teams: {c: {kind: council, members: [a, b]}, g: {kind: guild, lead: a, members: [b]}, h: {kind: group, lead: [a, b]}}
""")
    assert Ties(kept=0, cut=1, new=0) == ties(before, after)


def test_those_who_join_and_leave_have_ties() -> None:
    """Ties to who leaves are cut, to who joins are new; vacant, external and undescribed people have none."""
    before = graph_of("people: {a: {}, b: {}, v: {status: vacant}}\nteams: {t: {members: [a, b, v, nowhere]}}")
    after = graph_of("people: {a: {}, v: {}, e: {external: true}}\nteams: {t: {members: [a, v, e]}}")
    assert Ties(kept=0, cut=1, new=1) == ties(before, after)
    assert [("a", "v")] == list(new_pairs(before, after))


@given(CROWDS, CROWDS)
def test_counting_agrees_with_listing(before: Crowd, after: Crowd) -> None:
    """Inclusion and exclusion give what listing every pair gives, however much teams overlap."""
    assert_counted(graph(before), graph(after))


@pytest.mark.parametrize("affordable", [0, 1, 9, 49])
@given(before=CROWDS, after=CROWDS)
@settings(max_examples=15, suppress_health_check=list(HealthCheck))
def test_people_in_many_teams_are_counted_by_looking(affordable: int, before: Crowd, after: Crowd) -> None:
    """Wherever the line is drawn between the two ways to count, they agree."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(counting, "_AFFORDABLE", affordable)
        assert_counted(graph(before), graph(after))


@settings(suppress_health_check=list(HealthCheck), max_examples=10)
@given(organisations(3), organisations(3))
def test_any_two_organisations_can_be_counted(before: Org, after: Org) -> None:
    """Whatever the kinds and states, it is the pairs that a slow count lists."""
    assert_counted(OrgGraph(before), OrgGraph(after))


@given(CROWDS, CROWDS, st.permutations(PEOPLE), st.permutations(TEAMS))
def test_ids_do_not_matter(before: Crowd, after: Crowd, people: list[str], teams: list[str]) -> None:
    """Other ids, and another order, count the same."""
    names = dict(zip(PEOPLE + TEAMS, people + teams, strict=True))

    def renamed(crowd: Crowd) -> OrgGraph:
        return graph(
            {names[team]: {names[person] for person in members} for team, members in reversed(list(crowd.items()))}
        )

    assert ties(graph(before), graph(after)) == ties(renamed(before), renamed(after))


def test_one_team_of_very_many() -> None:
    """Millions of pairs are counted at once, and the first of them named without making the others."""
    many = [f"p{n:06}" for n in range(5_000)]
    before, after = graph({"all": many}, many), graph({"all": many[1:]}, many)
    pairs_left = 4_999 * 4_998 // 2
    assert Ties(kept=pairs_left, cut=4_999, new=0) == ties(before, after)
    assert [("p000000", "p000001"), ("p000000", "p000002")] == list(islice(cut_pairs(before, after), 2))


def test_somebody_is_in_very_many_teams() -> None:
    """Who is in forty teams, and has more sets of teams in common with others than can be counted, meets each once."""
    many = [f"p{n:06}" for n in range(1000)]
    teams = {f"t{n}": {"boss", *many[25 * n : 25 * n + 25]} for n in range(40)}
    crowd = graph(teams, [*many, "boss"])
    pairs_in_all = 40 * (25 * 24 // 2) + 1000
    assert Ties(kept=pairs_in_all, cut=0, new=0) == ties(crowd, crowd)
