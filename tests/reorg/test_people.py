"""What a reorganisation does to people."""

import dataclasses
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orgmodel.graph import OrgGraph
from orgmodel.model.comparison import Changed, Count, Moved, People, Ties
from orgmodel.model.organisation import KIND_OF_SECTION, SECTIONS, Org
from orgmodel.reorg.people import people
from orgmodel.reorg.renaming import renamed
from tests.bench.organisations import organisation, text
from tests.graph.support import graph_of
from tests.strategies import organisations

FEW = settings(suppress_health_check=list(HealthCheck), max_examples=10)


def compare(before: str, after: str) -> People:
    """Compare the people of two texts."""
    return people(graph_of(before), graph_of(after))


def test_joiners_leavers_and_stayers_are_apart() -> None:
    """Five people before and five after: one leaves, one joins, and of the four others three differ."""
    found = compare(
        """
people:
  p1: {manager: m1, location: SEA}
  p2: {manager: m1, location: SEA}
  p3: {manager: m1, location: NYC}
  p4: {manager: m2, location: NYC}
  p5: {manager: m2, location: NYC}
  m1: {external: true}
  m2: {external: true}
  m3: {external: true}
teams: {t1: {members: [p1, p2, p3]}, t2: {members: [p4, p5]}}
""",
        """
people:
  p1: {manager: m1, location: SEA}
  p2: {manager: m3, location: SEA}
  p3: {manager: m2, location: NYC}
  p4: {manager: m2, location: SEA}
  p6: {manager: m2, location: SEA}
  m1: {external: true}
  m2: {external: true}
  m3: {external: true}
teams: {t1: {members: [p1, p2]}, t2: {members: [p3, p4, p6]}}
""",
    )
    assert (4, ("p6",), ("p5",)) == (found.stayers, found.joined, found.left)
    assert (Moved("p3", ("t1",), ("t2",)),) == found.changed_team
    assert (Changed("p2", "m1", "m3"), Changed("p3", "m1", "m2")) == found.changed_manager
    assert (Changed("p4", "NYC", "SEA"),) == found.changed_location
    assert (1, 1, Ties(1, 3, 3)) == (found.moves, found.fewest_moves, found.ties)
    assert (Count("NYC", 3, 1), Count("SEA", 2, 4)) == found.by_location


def test_filling_a_position_is_joining() -> None:
    """A vacant position is nobody: it is filled by somebody who joins, and left by somebody who leaves."""
    before = "people: {a: {status: vacant}, b: {}, c: {status: vacant}}\nteams: {t: {members: [a, b, c], vacancies: 2}}"
    after = "people: {a: {}, b: {status: vacant}, d: {status: vacant}}\nteams: {u: {members: [a, b, d]}}"
    found = compare(before, after)
    assert (0, ("a",), ("b",)) == (found.stayers, found.joined, found.left)
    assert ((), 0, 0) == (found.changed_team, found.moves, found.fewest_moves)
    assert ((3, 3), (4, 2)) == (found.positions, found.vacancies)


def test_external_people_are_left_out() -> None:
    """Who belongs elsewhere neither joins nor leaves, holds no position and leads nothing."""
    before = "people: {a: {}, x: {external: true, role: x, location: y}}\nteams: {t: {lead: x, members: [a]}}"
    after = (
        "people: {a: {}, y: {external: true}}\nteams: {t: {lead: y, members: [a]}, u: {external: true, headcount: 5}}"
    )
    assert People(stayers=1, positions=(1, 1), unplaced={"level": 1, "location": 1, "role": 1}) == compare(
        before, after
    )


def test_teams_of_all_kinds_are_changed_but_only_home_teams_are_moved_to() -> None:
    """Joining a guild changes one's teams and moves nobody."""
    before = "people: {a: {}}\nteams: {t: {members: [{person: a, allocation: 80%}]}, g: {kind: guild}}"
    after = before.replace("guild}", "guild, members: [a]}")
    found = compare(before, after)
    assert (Moved("a", ("t",), ("g", "t")),) == found.changed_team
    assert (0, 0) == (found.moves, found.fewest_moves)


def test_leading_is_belonging() -> None:
    """Who only leads a team has it for a home, and loses it with the lead."""
    before = "people: {a: {}, b: {}}\nteams: {t: {lead: a, members: [b]}}"
    found = compare(before, before.replace("lead: a", "lead: b"))
    assert (Moved("a", ("t",), ()),) == found.changed_team
    assert ((("a", "team"),), 1, 1) == (found.dropped, found.moves, found.fewest_moves)
    assert (("b",), ("a",)) == (found.starts_leading, found.stops_leading)


def test_a_renamed_team_takes_no_moves() -> None:
    """Six people in a team with another id have moved on paper; the fewest that it takes is none."""
    before = "people: {a: {}, b: {}, c: {}}\nteams: {t: {members: [a, b]}, u: {members: [c]}}"
    found = compare(before, "people: {a: {}, b: {}, c: {}}\nteams: {x: {members: [a, b]}, u: {members: [c]}}")
    assert (2, 0) == (found.moves, found.fewest_moves)


def test_being_in_no_team_is_not_a_team() -> None:
    """Two who had no team come into one: nobody says that having none was its old name."""
    before = "people: {a: {}, b: {}, c: {}}"
    found = compare(before, before + "\nteams: {t: {members: [a, b]}}")
    assert (2, 2) == (found.moves, found.fewest_moves)


def test_only_known_managers_change() -> None:
    """A manager who was not known is no change; the top is known, and who is forgotten is told apart."""
    before = "people: {a: {manager: b}, b: {manager: nobody}, c: {}, d: {manager: b}, e: {manager: b, status: leaving}}"
    after = "people: {a: {manager: nobody}, b: {manager: a}, c: {manager: a}, d: {}, e: {status: leaving}}"
    found = compare(before, after)
    assert (Changed("a", "b", "nobody"), Changed("b", "nobody", "a")) == found.changed_manager
    assert (("d", "manager"),) == found.dropped


def test_managers_follow_from_leads() -> None:
    """Where it is said that people report to their lead, another lead is another manager."""
    before = "organisation: {reporting: lead}\npeople: {a: {}, b: {}, c: {}}\nteams: {t: {lead: a, members: [b, c]}}"
    found = compare(before, before.replace("lead: a, members: [b, c]", "lead: b, members: [a, c]"))
    assert (Changed("a", "nobody", "b"), Changed("b", "a", "nobody"), Changed("c", "a", "b")) == found.changed_manager


def test_roles_and_levels_are_counted_by_position() -> None:
    """Vacant positions count; who states nothing is counted apart; numbers sort as numbers."""
    before = "people: {a: {role: cook, level: 10}, b: {role: cook, level: 9, status: vacant}, c: {}}"
    after = "people: {a: {role: host, level: 9}, b: {role: cook, level: 9, status: vacant}, c: {role: cook}}"
    found = compare(before, after)
    assert (Changed("a", "cook", "host"), Changed("c", None, "cook")) == found.changed_role
    assert (Count("9", 1, 2), Count("10", 1, 0)) == found.by_level
    assert (Count("host", 0, 1),) == found.by_role
    assert {"level": 1, "location": 3, "role": 0} == found.unplaced


def test_heads_without_names_are_counted_by_team() -> None:
    """Teams that only state a headcount are compared by it; what is not stated, or is listed, is not."""
    before = "teams: {a: {headcount: 3}, b: {headcount: 2}, c: {headcount: 4}, d: {headcount: 5}, e: {}}"
    after = """
people: {p: {}}
teams: {a: {headcount: 4}, b: {headcount: 2}, d: {members: [p]}, e: {headcount: 1}, g: {headcount: 7}}
"""
    found = compare(before, after)
    assert (Count("a", 3, 4), Count("c", 4, 0), Count("g", 0, 7)) == found.unnamed
    assert (14, 15) == found.positions


def test_leading_an_initiative_is_leading() -> None:
    """Who leads something that is under way leads; one who goes on with something else does not begin."""
    before = """
people: {a: {}, b: {}, c: {}}
teams: {t: {lead: c}}
initiatives: {i: {leader: a}, j: {stage: stopped, leader: b}}
"""
    after = """
people: {a: {}, b: {}, c: {}}
teams: {t: {}}
initiatives: {i: {stage: stopped, leader: a}, j: {leader: b}, k: {leader: c}}
"""
    found = compare(before, after)
    assert (("b",), ("a",)) == (found.starts_leading, found.stops_leading)


def test_leading_a_team_of_elsewhere_is_not_leading() -> None:
    """Who leads a team that is only referred to answers for nothing here."""
    found = compare("people: {a: {}}", "people: {a: {}}\nteams: {t: {external: true, lead: a}}")
    assert () == found.starts_leading


def test_a_headcount_beside_a_list_is_not_counted_twice() -> None:
    """Where members are listed they are the positions, whatever the headcount says."""
    text = "people: {a: {}, b: {}}\nteams: {t: {members: [a, b], headcount: 5}, u: {headcount: 4}}"
    assert (6, 6) == compare(text, text).positions


@FEW
@given(organisations())
def test_nothing_happens_between_an_organisation_and_itself(org: Org) -> None:
    """Comparing with itself finds nothing but how many there are."""
    found = people(OrgGraph(org), OrgGraph(org))
    known = People(
        stayers=found.stayers,
        ties=Ties(found.ties.kept, 0, 0),
        positions=(found.positions[0],) * 2,
        vacancies=(found.vacancies[0],) * 2,
        unplaced=found.unplaced,
    )
    assert known == found


@FEW
@given(organisations(4), organisations(4))
def test_counts_fit_together(before: Org, after: Org) -> None:
    """Nobody is counted twice, fewer moves are never more, and the way back is the reverse."""
    old, new = OrgGraph(before), OrgGraph(after)
    forth, back = people(old, new), people(new, old)
    assert 0 <= forth.fewest_moves <= forth.moves <= forth.stayers
    assert not {*forth.joined} & {*forth.left}
    assert (forth.joined, forth.left, forth.stayers) == (back.left, back.joined, back.stayers)
    assert (forth.moves, forth.fewest_moves) == (back.moves, back.fewest_moves)
    assert (forth.ties.kept, forth.ties.cut, forth.ties.new) == (back.ties.kept, back.ties.new, back.ties.cut)
    assert (forth.starts_leading, forth.stops_leading) == (back.stops_leading, back.starts_leading)
    assert [(each.id, each.after, each.before) for each in forth.changed_team] == [
        tuple(each) for each in back.changed_team
    ]


@FEW
@given(organisations(4), organisations(4), st.randoms())
def test_the_order_of_what_is_written_changes_nothing(before: Org, after: Org, chance: Any) -> None:
    """Sections in any order compare alike."""
    assert people(OrgGraph(before), OrgGraph(after)) == people(
        OrgGraph(shuffled(before, chance)), OrgGraph(shuffled(after, chance))
    )


def shuffled(org: Org, chance: Any) -> Org:
    """Return an organisation whose entities stand in another order."""
    sections: dict[str, Any] = {}
    for section in SECTIONS:
        entities = list(org.section(section).items())
        chance.shuffle(entities)
        sections[section] = dict(entities)
    return dataclasses.replace(org, **sections)


@FEW
@given(organisations(4), st.data())
def test_other_ids_change_no_number(org: Org, data: st.DataObject) -> None:
    """With other ids for all before and after, as many join, leave, move and meet.

    Between two teams with the same share of somebody's time the smaller id is the home: it stays the smaller one.
    """
    other = _some(org, data)
    renames = {
        kind: {id: f"{n:03} of {kind}" for n, id in enumerate(sorted(org.section(section)))}
        for section, kind in KIND_OF_SECTION.items()
    }
    assert numbers(org, other) == numbers(renamed(org, renames), renamed(other, renames))


def _some(org: Org, data: st.DataObject) -> Org:
    """Return an organisation in which some of the teams are left out, and the members of others change places."""
    kept = {id: team for id, team in org.teams.items() if data.draw(st.booleans())}
    members = data.draw(st.permutations([team.members for team in kept.values()]))
    teams = zip(kept.items(), members, strict=True)
    return dataclasses.replace(org, teams={id: dataclasses.replace(team, members=other) for (id, team), other in teams})


def numbers(before: Org, after: Org) -> tuple[object, ...]:
    """Return what a comparison counts, without names."""
    found = people(OrgGraph(before), OrgGraph(after))
    counted = (found.joined, found.left, found.changed_team, found.changed_manager, found.dropped)
    return found.stayers, found.ties, found.fewest_moves, found.positions, *map(len, counted)


@pytest.mark.parametrize("healthy", [True, False])
def test_nothing_happens_to_a_made_organisation(healthy: bool) -> None:
    """A larger organisation stays as it is: all ties kept, no moves."""
    graph = graph_of(text(organisation(300, healthy=healthy)))
    found = people(graph, graph)
    assert (0, 0, 0, 0) == (found.ties.cut, found.ties.new, found.moves, found.fewest_moves)
    assert found.ties.kept > 300
