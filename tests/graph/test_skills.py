"""Which skills the work of a team needs, and who has them."""

from orgmodel.graph import OrgGraph
from orgmodel.graph.skills import Ask
from orgmodel.model.place import Spot
from tests.graph.support import graph_of

TEXT = """
people: {ana: {skills: [Java, sql]}, bo: {skills: []}, cy: {}, req: {status: vacant, skills: [go]}}
teams: {a: {members: [ana, bo, req], lead: req, needs_skills: [java]}, b: {members: [ana, cy]}, c: {headcount: 3}}
components: {store: {owner: a, needs_skills: [SQL]}, theirs: {owner: a, needs_skills: [cobol], external: true}}
initiatives:
  one: {team: a, leader: cy, people: [bo], needs_skills: [go]}
  over: {team: a, stage: retired, needs_skills: [perl]}
"""


def asked(graph: OrgGraph, team: str) -> dict[str, list[Ask]]:
    """Return what is asked of a team, by skill."""
    return {skill: list(asks) for skill, asks in graph.skills.asks.get(team, {}).items()}


def test_what_is_needed_comes_from_teams_components_and_initiatives() -> None:
    """With the place where it stands; what is external or over needs nothing."""
    graph = graph_of(TEXT)
    assert {
        "java": [Ask("java", "team", "a", Spot("teams", "a", ("needs_skills", 0)))],
        "sql": [Ask("SQL", "component", "store", Spot("components", "store", ("needs_skills", 0)))],
        "go": [Ask("go", "initiative", "one", Spot("initiatives", "one", ("needs_skills", 0)), ("cy", "bo"))],
    } == asked(graph, "a")
    assert {} == asked(graph, "b")


def test_capitals_make_no_other_skill() -> None:
    """Java is java; a vacant position has no skills yet."""
    skills = graph_of(TEXT).skills
    assert (("ana",), ()) == (skills.holders_in("a", "JAVA"), skills.holders_in("a", "go"))
    assert (("ana",), ()) == (skills.holders_of("java"), skills.holders_of("go"))


def test_who_can_do_what_is_known_where_all_state_it() -> None:
    """Nothing stated is not nothing, and a headcount names nobody."""
    skills = graph_of(TEXT).skills
    assert [True, False, False] == [skills.is_known(team) for team in "abc"]
