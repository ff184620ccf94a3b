"""Socio-technical fit: who has to coordinate, who does, and whether teams are set up for it."""

import subprocess
import sys
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel import catalogue
from orgmodel.graph import OrgGraph
from orgmodel.measures import coordination
from orgmodel.measures.base import Detailed, Listed, Undefined, number
from orgmodel.measures.mirroring import communication_channels, interaction_load, team_level_mirroring
from orgmodel.measures.sociotechnical import coordination_gaps, coordination_requirements, socio_technical_congruence
from tests.graph.support import graph_of

Rows = list[list[int]]

WHO: Rows = [[0, 1, 0], [0, 1, 1], [1, 1, 0]]
NEEDS: Rows = [[1, 1, 0], [1, 1, 1], [0, 1, 1]]
NOBODY: Rows = [[0, 0, 0], [0, 0, 0], [0, 0, 0]]


def matrices(rows: int, columns: int) -> st.SearchStrategy[Rows]:
    """Return the strategy of matrices of zeros and ones."""
    return st.lists(st.lists(st.integers(0, 1), min_size=columns, max_size=columns), min_size=rows, max_size=rows)


def both_ways(rows: Rows) -> Rows:
    """Return a matrix with its own reflection, and ones on the diagonal."""
    return [[int(n == m or rows[n][m] or rows[m][n]) for m in range(len(rows))] for n in range(len(rows))]


def slow_requirements(who: Rows, needs: Rows) -> Rows:
    """Multiply by hand."""
    return [
        [sum(one[k] * needs[k][m] * other[m] for k in range(len(needs)) for m in range(len(needs))) for other in who]
        for one in who
    ]


def value(graph: OrgGraph, id: str) -> Any:
    """Compute a measure that there is one of."""
    (measure,) = catalogue.measures((id,))
    return measure.compute(graph, "all")


@settings(max_examples=25)
@given(matrices(4, 3), matrices(3, 3), matrices(4, 4))
def test_congruence_counts_pairs(who: Rows, needs: Rows, talks: Rows) -> None:
    """Requirements, the share that is met, and the gaps are those of going through all pairs."""
    required = slow_requirements(who, needs)
    assert required == coordination_requirements(who, needs)
    pairs = [pair for pair in combinations(range(4), 2) if required[pair[0]][pair[1]]]
    gaps = {(one, other, required[one][other]) for one, other in pairs if not talks[one][other]}
    share = (len(pairs) - len(gaps)) / len(pairs) if pairs else None
    assert share == number(socio_technical_congruence(who, needs, talks))
    found = coordination_gaps(who, needs, talks).names
    assert gaps == set(found)
    assert sorted((much for _, _, much in found), reverse=True) == [much for _, _, much in found]


@settings(max_examples=30)
@given(matrices(4, 3), matrices(3, 3), matrices(4, 4))
def test_what_nobody_works_on_changes_nothing(who: Rows, needs: Rows, talks: Rows) -> None:
    """A component that nobody is assigned to, whatever depends on it, leaves congruence as it was."""
    more_needs = [*([*row, 1] for row in needs), [1, 1, 1, 1]]
    more = [[*row, 0] for row in who]
    assert socio_technical_congruence(who, needs, talks) == socio_technical_congruence(more, more_needs, talks)


@settings(max_examples=30)
@given(matrices(5, 3), matrices(3, 3), matrices(5, 5))
def test_a_sample_of_everybody_is_exact(who: Rows, needs: Rows, talks: Rows) -> None:
    """An estimate from all people is the share itself, with no error."""
    needs, talks = both_ways(needs), both_ways(talks)
    exact, estimate = (socio_technical_congruence(who, needs, talks, sample) for sample in (None, range(5)))
    assert number(exact) == number(estimate)
    if isinstance(estimate, Detailed):
        assert "estimated from 5 of 5 people, standard error 0" == estimate.detail


def test_nothing_required_is_not_all_fulfilled() -> None:
    """Without a requirement there is no share, and there is no gap."""
    for who in ([], [[1, 0, 0]], NOBODY, [[1, 0, 0], [0, 1, 0], [0, 0, 1]]):
        needs = [] if not who else [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
        talks = [[0] * len(who)] * len(who)
        assert Undefined("nobody has to coordinate with anybody") == socio_technical_congruence(who, needs, talks)
        assert Listed(()) == coordination_gaps(who, needs, talks)
    assert [] == coordination_requirements([], [])


def test_gaps_are_named_the_strongest_first() -> None:
    """Of the gaps as many are named as are asked for, and all are counted."""
    assert ((1, 2, 3), (0, 1, 2), (0, 2, 2)) == coordination_gaps(WHO, NEEDS, NOBODY).names
    assert Listed((("b", "c", 3),), "the strongest 1 of 3", 3) == coordination_gaps(WHO, NEEDS, NOBODY, "abc", 1)
    assert 0.0 == socio_technical_congruence(WHO, NEEDS, NOBODY)


WORKING = """
people:
  ana: {manager: zoe}
  bo: {manager: zoe}
  cy: {}
  di: {}
  ed: {}
  vi: {status: vacant}
  zoe: {manager: nobody}
teams:
  shop: {members: [ana]}
  bank: {members: [bo]}
  post: {members: [cy]}
  mail: {members: [di]}
  guild: {kind: guild, members: [cy, di]}
components:
  basket: {owner: shop, experts: [ed, vi], depends_on: [ledger]}
  ledger: {owner: bank}
  parcel: {owner: post, depends_on: letter}
  letter: {owner: mail}
"""


def test_who_works_on_what_and_who_coordinates() -> None:
    """Owners' members and experts work on a component; one manager is enough to coordinate, one guild is not."""
    graph = graph_of(WORKING)
    # Required: ana–ed on the basket, ana–bo and bo–ed across, cy–di across. Only ana and bo have one manager.
    assert 1 / 4 == value(graph, "socio_technical_congruence")
    assert (("ana", "ed", 1), ("bo", "ed", 1), ("cy", "di", 1)) == value(graph, "coordination_gaps").names


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("dependencies: [{from: mail, to: post, mode: x-as-a-service}]", 2 / 4),
        ("dependencies: [{from: mail, to: post}]", 1 / 4),
        ("dependencies: [{from: mail, to: post, mode: collaboration}, {from: shop, to: bank}]", 2 / 4),
    ],
)
def test_an_agreed_interaction_is_enough(more: str, expected: float) -> None:
    """Teams whose dependency states its mode coordinate, whichever way round; that it is declared is not enough."""
    assert expected == value(graph_of(WORKING + more), "socio_technical_congruence")


def test_one_team_or_a_manager_is_enough() -> None:
    """People of one team, and a manager with those who report to them, coordinate."""
    text = WORKING.replace("post: {members: [cy]}", "post: {members: [cy, di]}").replace("cy: {}", "cy: {manager: ed}")
    graph = graph_of(text.replace("experts: [ed, vi]", "experts: [ed, cy]"))
    # Required besides: ana–cy, cy–ed and bo–cy on or across the basket; cy–di shares a team now, cy reports to ed.
    assert 3 / 7 == value(graph, "socio_technical_congruence")


@pytest.mark.parametrize(("report", "manager"), [("cy", "di"), ("di", "cy")])
def test_a_manager_coordinates_with_a_report(report: str, manager: str) -> None:
    """Whichever of the two is named first."""
    text = WORKING.replace(f"{report}: {{}}", f"{report}: {{manager: {manager}}}", 1)
    assert 2 / 4 == value(graph_of(text), "socio_technical_congruence")


def test_large_organisations_are_estimated(monkeypatch: pytest.MonkeyPatch) -> None:
    """Above so many pairs a sample is looked at, which says so, and gaps have no value."""
    teams = "".join(f"  t{n}: {{members: [a{n}, b{n}]}}\n" for n in range(30))
    owned = "".join(f"  c{n}: {{owner: t{n}, depends_on: [c{n // 2}]}}\n" for n in range(30))
    text = f"teams:\n{teams}components:\n{owned}"
    exact = value(graph_of(text), "socio_technical_congruence")
    monkeypatch.setattr(coordination, "MOST_PAIRS", 200)
    found = value(graph_of(text), "socio_technical_congruence")
    assert isinstance(found, Detailed)
    assert found.detail.startswith("estimated from 34 of 60 people, standard error 0.0")
    assert abs(found.value - exact) < 0.1
    assert Undefined("more than 200 pairs of people have to coordinate") == value(graph_of(text), "coordination_gaps")


@pytest.mark.parametrize("id", ["socio_technical_congruence", "coordination_gaps"])
def test_nobody_works_on_anything(id: str) -> None:
    """Without components, or people known to work on one, there is no value; with one person nobody has to talk."""
    assert Undefined("there are no components") == value(graph_of("people: {ana: {}}"), id)
    assert Undefined("nobody is known to work on a component") == value(graph_of("components: {a: {}}"), id)
    alone = value(graph_of("people: {ana: {}}\ncomponents: {a: {experts: ana}}"), id)
    assert (Listed(()) if id == "coordination_gaps" else Undefined("nobody has to coordinate with anybody")) == alone


OWNERS = {"s1": "t1", "s2": "t1", "s3": "t2", "s4": "t3"}
BETWEEN = [("s1", "s2", 1.0), ("s1", "s3", 2.0), ("s2", "s4", 1.0)]


def test_mirroring_is_by_weight() -> None:
    """What one team owns, what two teams have agreed on, and what one manager answers for is mirrored."""
    assert 0.25 == team_level_mirroring(OWNERS, BETWEEN, [])
    assert 0.75 == team_level_mirroring(OWNERS, BETWEEN, [("t2", "t1")])
    assert 0.5 == team_level_mirroring(OWNERS, BETWEEN, [], {"t1": ["zoe"], "t3": ["ida", "zoe"]})
    left_out = team_level_mirroring(OWNERS, [*BETWEEN, ("s1", "s9", 5.0)], [])
    assert Detailed(0.25, "1 without one owning team at each end left out") == left_out
    for nothing in ([], [("s8", "s9", 1.0)]):
        assert isinstance(team_level_mirroring(OWNERS, nothing, []), Undefined)


def test_mirroring_of_an_organisation() -> None:
    """Leads and whom they report to are the managers of a team; strengths are weights."""
    graph = graph_of("""
people: {ana: {manager: zoe}, bo: {manager: zoe}, cy: {manager: ida}, zoe: {manager: nobody}, ida: {manager: zoe}}
teams: {a: {lead: ana}, b: {lead: bo}, c: {lead: cy}, d: {lead: zoe}}
components:
  one: {owner: a, depends_on: [{component: two, strength: 3}, {component: three, strength: 4}]}
  two: {owner: b, depends_on: [four, one]}
  three: {owner: c}
  four: {owner: d}
""")
    # a–b have one manager, b–d too, since zoe leads d; a–c has none: ida, not zoe, is above cy.
    assert 5 / 9 == value(graph, "team_level_mirroring")
    assert Undefined("no component depends on another") == value(graph_of("teams: {a: {}}"), "team_level_mirroring")


@settings(max_examples=20)
@given(st.integers(0, 30))
def test_channels_are_pairs(people: int) -> None:
    """As many as there are pairs, none for one or nobody."""
    assert len(list(combinations(range(people), 2))) == communication_channels(people)


def test_channels_of_a_team_need_its_size() -> None:
    """A team of unknown size has no number."""
    found = value(graph_of("teams: {a: {headcount: 5}, b: {}}"), "communication_channels")
    assert {"a": 10, "b": Undefined("its size is not known")} == found


def test_interactions_are_counted_by_mode() -> None:
    """Each team that a team has agreed something with counts once for each mode, at both ends."""
    graph = graph_of("""
teams: {a: {}, b: {}, c: {}, d: {}}
dependencies:
  - {from: a, to: b, mode: collaboration}
  - {from: b, to: a, mode: collaboration}
  - {from: a, to: c, mode: x-as-a-service}
  - {from: c, to: d}
""")
    both = Detailed(2, "1 collaboration, 1 x-as-a-service")
    one = [Detailed(1, "1 collaboration"), Detailed(1, "1 x-as-a-service")]
    assert {"a": both, "b": one[0], "c": one[1], "d": 0} == value(graph, "interaction_load")
    unknown = Undefined("no dependency states its mode")
    found = value(graph_of("teams: {a: {}, b: {}}\ndependencies: [{from: a, to: b}]"), "interaction_load")
    assert {"a": unknown, "b": unknown} == found
    assert 0 == interaction_load([])


def test_defining_measures_imports_no_library() -> None:
    """That there are such measures costs nothing; only computing them imports scipy."""
    script = "import sys, orgmodel.catalogue as c; c.measures(); print({'scipy', 'numpy'} & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert "set()" == done.stdout.strip()
