"""Teams: kinds, sizes, groups."""

import pytest

from tests.graph.support import graph_of


def test_a_parent_without_people_is_a_group() -> None:
    """A team that others name as parent is a group, unless it has members or a headcount, or says what it is."""
    graph = graph_of("""
people: {ana: {}}
teams:
  a: {}
  b: {headcount: 3}
  c: {members: [ana]}
  d: {kind: team}
  e: {members: []}
  in-a: {parent: a}
  in-b: {parent: b}
  in-c: {parent: c}
  in-d: {parent: d}
  in-e: {parent: e}
""")
    assert ["group", "team", "team", "team", "group"] == [graph.kind_of(team) for team in "abcde"]


@pytest.mark.parametrize(
    ("team", "size"),
    [
        ("{members: [ana, bo]}", 2),
        ("{members: [ana, bo], lead: ana}", 2),
        ("{members: [ana], lead: bo}", 2),
        ("{members: [ana, open], lead: bo}", 2),
        ("{members: []}", 0),
        ("{members: [], lead: ana}", 1),
        ("{members: [ana], headcount: 9}", 1),
        ("{headcount: 9}", 9),
        ("{lead: ana}", None),
        ("{}", None),
    ],
)
def test_the_size_is_the_distinct_people_or_the_headcount(team: str, size: int | None) -> None:
    """Members and leads count once, vacant positions not; the headcount counts where members are not stated."""
    graph = graph_of(f"people: {{ana: {{}}, bo: {{}}, open: {{status: vacant}}}}\nteams: {{t: {team}}}")
    assert size == graph.size("t")


def test_leads_can_be_left_out_of_the_size() -> None:
    """Without leads only other members count."""
    graph = graph_of("people: {ana: {}, bo: {}}\nteams: {t: {members: [ana, bo], lead: ana}}")
    assert 1 == graph.size("t", count_lead=False)


def test_delivery_teams_are_teams_and_task_forces_within() -> None:
    """Groups, councils, guilds, operations and external teams deliver nothing."""
    graph = graph_of("""
teams:
  team: {}
  force: {kind: task-force}
  council: {kind: council}
  guild: {kind: guild}
  shift: {kind: operation}
  supplier: {external: true}
  group: {kind: group}
""")
    assert ["force", "team"] == [team.id for team in graph.delivery_teams]
    assert ["council", "force", "guild", "shift", "supplier", "team"] == [team.id for team in graph.dependency_teams]


def test_an_allocation_is_all_of_it_for_the_only_work() -> None:
    """Who has one team gives it everything, a guild beside it or not; who has two and says nothing is unknown."""
    graph = graph_of("""
people: {ana: {capacity: 50%}, bo: {}, cy: {}}
teams:
  one: {members: [ana, bo]}
  two: {members: [bo, {person: cy, allocation: 25%}]}
  craft: {kind: guild, members: [ana, cy]}
""")
    allocation = graph.memberships.allocation
    assert (1.0, None, None, 0.25) == tuple(
        allocation(*place) for place in [("ana", "one"), ("bo", "one"), ("bo", "two"), ("cy", "two")]
    )
    assert graph.fte("one") is None
    assert 0.5 == graph_of("people: {ana: {capacity: 50%}}\nteams: {t: {members: [ana]}}").fte("t")


def test_the_home_team_gets_most_of_the_time() -> None:
    """Stated shares decide; what is not stated shares the rest; a council is no home where there is work."""
    graph = graph_of("""
people: {ana: {}, bo: {}, cy: {}}
teams:
  a: {members: [{person: ana, allocation: 30%}, bo]}
  b: {members: [ana, {person: bo, allocation: 60%}]}
  board: {kind: council, members: [cy]}
  c: {lead: cy, members: []}
""")
    assert ["b", "b", "c", None] == [graph.home_team(person) for person in ("ana", "bo", "cy", "nobody-here")]


def test_ancestors_end_where_parents_form_a_circle() -> None:
    """A circle of parents is reported once and hangs nobody up."""
    graph = graph_of("teams: {a: {parent: b}, b: {parent: c}, c: {parent: a}, d: {parent: a}, e: {parent: e}}")
    assert [["a", "b", "c"], ["e"]] == graph.hierarchy.circles
    assert ("a", "b", "c") == graph.ancestors("d")
    assert {"a", "b", "c", "d"} == graph.under("a")


def test_folding_stops_at_the_level() -> None:
    """A team stands for itself where it hangs higher than the level."""
    graph = graph_of("""
teams:
  top: {}
  left: {parent: top}
  right: {parent: top}
  a: {parent: left}
  b: {parent: left}
  c: {parent: right}
  alone: {}
dependencies:
  - {from: a, to: b, kind: staffing}
  - {from: a, to: c, kind: staffing, strength: 2}
  - {from: b, to: c, kind: staffing}
  - {from: c, to: alone, kind: api}
""")
    folded = graph.folded("all", 2)
    assert [("left", "right", 3.0), ("right", "alone", 1.0)] == [(e.source, e.target, e.weight) for e in folded.edges]
    assert 1 == folded.loops
    assert ["alone", "left", "right"] == list(folded.teams)
