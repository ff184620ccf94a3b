"""Reporting lines and leadership of initiatives."""

from orgmodel.graph.scope import entities_called, keys_under
from tests.graph.support import graph_of

LED = """
organisation: {reporting: lead}
people: {zoe: {}, ana: {}, bo: {}, cy: {manager: zoe}, di: {}, ed: {}}
teams:
  all: {lead: zoe}
  pay: {parent: all, lead: ana, members: [bo, cy, {person: di, allocation: 20%}]}
  ads: {parent: all, members: [di]}
  old: {reporting: written, lead: cy, members: [ed]}
"""


def test_reporting_follows_leads_where_the_organisation_says_so() -> None:
    """Members report to their lead, leads to the next lead above; written managers win; a team may opt out."""
    graph = graph_of(LED)
    found = {person: graph.manager_of(person) for person in graph.org.people}
    assert {"zoe": "nobody", "ana": "zoe", "bo": "ana", "cy": "zoe", "di": "zoe", "ed": None} == found
    assert ("ana", "cy", "di") == graph.reports_of("zoe")
    assert ("ana", "zoe") == graph.chain_of_command("bo")


def test_without_leave_only_written_managers_count() -> None:
    """Nothing is concluded from leads unless the organisation says so."""
    graph = graph_of("people: {ana: {}, bo: {}}\nteams: {t: {lead: ana, members: [bo]}}")
    assert graph.manager_of("bo") is None
    assert () == graph.reporting.tops


def test_the_longest_line_survives_circles() -> None:
    """A circle of managers neither hangs nor hides the longest line elsewhere."""
    graph = graph_of(
        "people: {a: {manager: b}, b: {manager: a}, c: {manager: nobody}, d: {manager: c}, e: {manager: d}}"
    )
    assert [["a", "b"]] == graph.reporting.circles
    assert ("c", "d", "e") == graph.reporting.longest_line


INITIATIVES = """
people: {ana: {}, bo: {}, cy: {}}
teams: {a: {}, b: {}, c: {}}
initiatives:
  one: {leader: ana, team: a, contributors: [{team: b, ask: custom}, {team: c, ask: self-service}]}
  two: {leader: [bo, {person: ana, allocation: 20%}], team: b}
  three: {leader: {person: cy, allocation: 60%}}
  four: {leader: nobody}
  five: {}
  six: {leader: unknown}
  seven: {leader: cy, stage: retired}
  eight: {leader: {person: cy, allocation: 100%}, external: true}
"""


def test_doubts_say_why_a_leader_does_not_count() -> None:
    """None, several, also leads, part-time; nothing for a whole job; None where it is not known."""
    leadership = graph_of(INITIATIVES).leadership
    doubts = {id: leadership.doubts(id, min_allocation=1.0) for id in ("one", "two", "three", "four", "five", "six")}
    assert {id: found and [doubt.text for doubt in found] for id, found in doubts.items()} == {
        "one": ["ana also leads two"],
        "two": ["two people lead it (bo, ana 20 %; ana also leads one)"],
        "three": ["cy gives it 60 % of their time"],
        "four": ["nobody leads it"],
        "five": None,
        "six": None,
    }
    assert () == leadership.doubts("three", min_allocation=0.5)


def test_teams_used_by_self_service_do_not_work_on_it() -> None:
    """The own team comes first, then those who build or decide."""
    graph = graph_of(INITIATIVES)
    assert ("a", "b") == graph.leadership.teams_working_on("one")
    assert {"a": ("one",), "b": ("one", "two")} == graph.leadership.initiatives_by_team


def test_only_active_initiatives_of_the_organisation_count() -> None:
    """Neither retired nor external initiatives are active, and who leads them is free for others."""
    graph = graph_of(INITIATIVES)
    assert ["five", "four", "one", "six", "three", "two"] == [each.id for each in graph.active_initiatives]
    assert ("three",) == graph.leadership.initiatives_led_by("cy")


def test_an_entity_is_found_by_id_kind_and_name() -> None:
    """An id may mean several entities; a kind before it says which; a name will do as well."""
    graph = graph_of("people: {x: {name: Xenia}}\nteams: {x: {}}")
    assert (("person", "x"), ("team", "x")) == entities_called(graph, "x")
    assert (("team", "x"),) == entities_called(graph, "team:x")
    assert (("person", "x"),) == entities_called(graph, "Xenia")


def test_a_branch_holds_what_its_teams_hold() -> None:
    """People, initiatives, components, decisions and metrics belong to the branch of their team."""
    graph = graph_of("""
people: {ana: {}, bo: {}}
teams: {top: {}, t: {parent: top, members: [ana]}, other: {members: [bo]}}
initiatives: {i: {team: t}, j: {team: other}}
components: {c: {owner: t}}
decisions: {d: {owner: t}}
metrics: {m: {owner: t}}
hiring: {h: {team: t}}
""")
    expected = {"team:top", "team:t", "person:ana", "initiative:i", "component:c", "decision:d", "metric:m", "hiring:h"}
    assert expected == keys_under(graph, "top")
