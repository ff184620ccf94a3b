"""The design structure matrix: its rows and their order, its cells, and what it says at every size."""

from itertools import permutations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.draw.material import Choices, Material
from orgmodel.draw.matrices.choosing import MOST_GROUPS, MOST_OF_MORE, MOST_TEAMS
from orgmodel.draw.matrices.grid import COMPACT, brief, grid_of
from orgmodel.draw.matrices.order import above, in_order, least_above
from orgmodel.draw.matrices.values import Cell, DependencyMatrix
from orgmodel.draw.matrix import view
from orgmodel.graph import OrgGraph
from orgmodel.graph.dependencies import Edge
from orgmodel.model.faults import UnknownNameError
from orgmodel.model.organisation import Org
from tests.draw.legibility import faults
from tests.draw.materials import by_chance, of_org
from tests.draw.support import SVG, classes, graph_of, ring_of, tree_of
from tests.reorg.applying.support import org_of

SHOP = """
teams:
  front: {}
  back: {}
  web: {headcount: 6, parent: front}
  app: {headcount: 6, parent: front}
  api: {headcount: 6, parent: back}
  data: {headcount: 6, parent: back}
  legal: {headcount: 6, parent: back}
  bank: {external: true}
dependencies:
  - {from: web, to: api, kind: approval, strength: 3}
  - {from: app, to: api, kind: custom-work, strength: 2.5}
  - {from: api, to: data, kind: shared-data, strength: 5}
  - {from: data, to: api, kind: approval, strength: 1}
  - {from: web, to: app, kind: staffing, strength: 1}
  - {from: api, to: bank, kind: approval, strength: 12}
  - {from: app, to: data, kind: api, strength: 1}
"""


def matrix_of(org: Org, **choices: object) -> DependencyMatrix:
    """Compose the matrix of an organisation and its audit."""
    return view.compose(of_org(org, view), Choices(**choices))  # type: ignore[arg-type]  # fields by name


def of_graph(graph: OrgGraph) -> Material:
    """Return what is drawn of a graph, without an audit."""
    return Material(graph=graph)


def svg_of(org: Org, **choices: object) -> str:
    """Draw the matrix of an organisation and its audit."""
    return str(view.draw(of_org(org, view), **choices).document)


def drawn(graph: OrgGraph) -> str:
    """Draw the matrix of a graph, without an audit."""
    return str(view.draw(of_graph(graph)).document)


def texts(document: str) -> list[str]:
    """Return all texts of a picture that are seen."""
    return [each.text or "" for each in tree_of(document).iter(f"{SVG}text")]


def cell_of(matrix: DependencyMatrix, row: str, column: str) -> Cell:
    """Return the cell of a row and a column."""
    return next(cell for cell in matrix.cells if (cell.row, cell.column) == (row, column))


def flat(teams: int, *, links: int) -> OrgGraph:
    """Return teams in no group that wait for each other without order."""
    random = Random(1)
    ids = [f"t{n:03d}" for n in range(teams)]
    pairs = {(one, other) for one, other in (random.sample(ids, 2) for _ in range(links))}
    return graph_of(sorted(pairs | {(ids[n], ids[n + 1]) for n in range(teams - 1)}), strength=2)


def test_a_row_waits_for_its_columns() -> None:
    """Each dependency is a cell with its strength, and says its reasons."""
    matrix = matrix_of(org_of(SHOP))
    numbers = {(cell.row, cell.column): cell.number for cell in matrix.cells}
    assert {
        ("web", "api"): 3,
        ("app", "api"): 2.5,
        ("api", "data"): 5,
        ("data", "api"): 1,
        ("web", "app"): 1,
        ("api", "bank"): 12,
    } == numbers
    assert "app waits for api: strength 2.5" == cell_of(matrix, "app", "api").tooltip.split("\n")[0]
    assert "custom-work" in cell_of(matrix, "app", "api").tooltip


def test_providers_come_first() -> None:
    """Rows are in blocks, what others wait for stands first, and only a circle leaves a mark above the diagonal."""
    matrix = matrix_of(org_of(SHOP))
    assert ["bank", "data", "api", "app", "web"] == [head.id for head in matrix.heads]
    assert [("back", 1, 2), ("front", 3, 4)] == [(block.id, block.first, block.last) for block in matrix.blocks]
    assert "1 of 6 marks (17 %) lies above the diagonal, at best as many" in matrix.facts


def test_facts_say_how_much_stays_inside() -> None:
    """The share inside the blocks is one of weights, and the strongest is named."""
    facts = matrix_of(org_of(SHOP)).facts
    assert "each row waits for its columns" in facts
    assert "29 % of the coupling stays inside the blocks" in facts
    assert "strongest: api waits for bank (12)" in facts
    assert "1 pair waits for each other" in facts


def test_cells_of_a_circle_are_blue_and_round() -> None:
    """They have the colour of circles and a shape of their own, so that they are told apart in grey."""
    matrix = matrix_of(org_of(SHOP))
    assert {("api", "data"), ("data", "api")} == {(cell.row, cell.column) for cell in matrix.cells if cell.circular}
    tree = tree_of(svg_of(org_of(SHOP)))
    blue = [each for each in tree.iter(f"{SVG}rect") if "om-cycle-tip" in classes(each)]
    square = [each for each in tree.iter(f"{SVG}rect") if any("heat" in name for name in classes(each))]
    assert 3 == len(blue)  # with that of the legend
    assert all(float(each.get("rx", 0)) >= 4 for each in blue)
    assert all(float(each.get("rx", 0)) <= 1 for each in square)


def test_a_cell_stands_in_its_row() -> None:
    """The number of a dependency stands on the line of who depends, not of whom."""
    found = list(tree_of(svg_of(org_of(SHOP))).iter(f"{SVG}text"))
    (number,) = (each for each in found if each.text == "12")
    rows = {each.text: each.get("y") for each in found if each.get("text-anchor") == "end"}
    assert rows["api"] == number.get("y") != rows["bank"]


def test_heat_is_by_rank() -> None:
    """The strongest are hot, the weakest are not; where all are alike none stands out."""
    heat = {(cell.row, cell.column): cell.heat for cell in matrix_of(org_of(SHOP)).cells}
    assert heat["web", "app"] == 1 < heat["api", "data"] < heat["api", "bank"]
    assert {1} == {cell.heat for cell in matrix_of(ring_of(12).org).cells}


def test_layers() -> None:
    """What counts as a dependency is the reader's choice."""
    uses = matrix_of(org_of(SHOP), layer="uses")
    assert [("app", "data")] == [(cell.row, cell.column) for cell in uses.cells]
    assert "Who uses whom, in numbers" == uses.title
    assert 7 == len(matrix_of(org_of(SHOP), layer="all").cells)


def test_what_the_audit_says_stands_at_its_row() -> None:
    """The words at the right have the numbers of the findings."""
    links = [("hub", f"t{n}") for n in range(7)] + [(f"u{n}", "desk") for n in range(12)]
    graph = graph_of(links)
    found = {
        (f.code, f.subject.id): f.evidence.get("count") for f in of_org(graph.org, view).findings if f.code[0] == "C"
    }
    assert {("C004", "hub"): 7, ("C005", "desk"): 12} == found
    heads = {head.id: head for head in matrix_of(graph.org).heads if head.found}
    assert {"hub": ("waits for 7",), "desk": ("12 wait for it",)} == {id: head.found for id, head in heads.items()}
    assert {"waits for 7", "12 wait for it"} <= set(texts(svg_of(graph.org)))


def test_only_findings() -> None:
    """Teams with a finding about coupling and their partners are left, the others are not shown."""
    org = graph_of([("a", "b"), ("b", "a"), ("b", "c"), ("c", "d"), ("e", "f")]).org
    matrix = matrix_of(org, only_findings=True)
    assert {"a", "b", "c"} == {head.id for head in matrix.heads}
    assert "2 teams with findings about coupling" in matrix.facts
    assert "3 of 5 dependencies, with 60 % of the weight" in matrix.facts
    calm = graph_of([("a", "b")]).org
    assert "No finding is about the coupling of teams." == matrix_of(calm, only_findings=True).nothing


def test_focus() -> None:
    """A team and what is around it, whichever way; a group stands for its teams."""
    org = org_of(SHOP)
    near = matrix_of(org, focus="web")
    assert {"web", "api", "app"} == {head.id for head in near.heads}
    assert ["web"] == [head.id for head in near.heads if head.chosen]
    assert {"web", "api", "app", "data", "bank"} == {head.id for head in matrix_of(org, focus="web", depth=2).heads}
    assert {"web", "app"} == {head.id for head in matrix_of(org, focus="front").heads if head.chosen}
    assert {"front", "back"} == {head.id for head in matrix_of(org, focus="web", fold=1).heads}


def test_focus_on_nothing_known() -> None:
    """An unknown name is one clear message with what was meant."""
    with pytest.raises(UnknownNameError, match="there is no team ‘webb’; did you mean web"):
        matrix_of(org_of(SHOP), focus="webb")


@pytest.mark.parametrize(
    ("choices", "said"),
    [
        ({}, "No team is known to wait for another."),
        ({"layer": "uses"}, "No team is known to use what another one publishes."),
        ({"focus": "shop"}, "No waiting is known of shop."),
    ],
)
def test_nothing_to_show(choices: dict[str, object], said: str) -> None:
    """Without dependencies the picture says why it is empty, in every format."""
    org = org_of("teams: {shop: {headcount: 6}}")
    assert said in texts(svg_of(org, **choices))
    assert said in svg_of(org, format="json", **choices)


def test_other_layers_are_mentioned() -> None:
    """Where there are only dependencies of another kind, that is said."""
    org = org_of("teams: {a: {}, b: {}}\ndependencies: [{from: a, to: b, kind: api}]")
    assert "No team is known to wait for another. Of another kind: 1 dependency." == matrix_of(org).nothing


def test_folded_by_level() -> None:
    """Groups stand for their teams; the diagonal has what stays inside them, and nothing is lost."""
    matrix = matrix_of(org_of(SHOP), fold=1)
    heads = {head.id: head.inside for head in matrix.heads}
    assert {"back": 6.0, "front": 1.0, "bank": 0.0} == heads
    assert {("front", "back"): 5.5, ("back", "bank"): 12} == {(c.row, c.column): c.number for c in matrix.cells}
    assert "29 % of the coupling stays inside these groups" in matrix.facts
    assert {"6", "12", "5.5"} <= set(texts(svg_of(org_of(SHOP), fold=1)))


def test_blocks_of_groups() -> None:
    """Folded rows stand in the blocks of the groups above them; what stays inside a row stays inside its block."""
    text = SHOP.replace("front: {}", "front: {parent: north}").replace("back: {}", "back: {parent: north}")
    text = text.replace("teams:", "teams:\n  north: {}\n  south: {}\n  south-bank: {parent: south}")
    matrix = matrix_of(org_of(text.replace("bank: {external: true}", "bank: {parent: south-bank}")), fold=2)
    assert {"front": "north", "back": "north", "south-bank": "south"} == {head.id: head.block for head in matrix.heads}
    assert "51 % of the coupling stays inside the blocks" in matrix.facts


@settings(max_examples=15)
@given(st.integers(0, 10_000), st.integers(1, 3))
def test_folding_loses_nothing(seed: int, level: int) -> None:
    """All cells and the diagonal together weigh as much as the dependencies between teams."""
    random = Random(seed)
    ids = [f"t{n}" for n in range(12)]
    homes = {id: f"g{random.randrange(4)}" for id in ids}
    graph = graph_of({(one, other) for one, other in (random.sample(ids, 2) for _ in range(20))}, groups=homes)
    matrix = view.compose(of_graph(graph), Choices(fold=level))
    inside = sum(head.inside or 0 for head in matrix.heads)
    outside = sum(cell.number for cell in matrix.cells)
    within_isolated = sum(
        edge.weight
        for edge in graph.dependencies("waits").edges
        if level == 1 and homes[edge.source] == homes[edge.target] not in {head.id for head in matrix.heads}
    )
    assert graph.dependencies("waits").weight == pytest.approx(inside + outside + within_isolated)


def test_too_many_teams_fold() -> None:
    """Above eighty teams the deepest groups stand in their place, of which there are at most forty."""
    matrix = view.compose(of_graph(ring_of(160, group_size=5)), Choices())
    assert matrix.folded
    assert len(matrix.heads) == 32 <= MOST_GROUPS
    assert not view.compose(of_graph(ring_of(MOST_TEAMS, group_size=5)), Choices()).folded


def test_too_many_teams_without_groups() -> None:
    """Where nothing can be folded the most coupled are shown, and which share that is is said."""
    matrix = view.compose(of_graph(flat(130, links=150)), Choices())
    assert MOST_OF_MORE == len(matrix.heads)
    assert "60 of 130 teams are shown, the most coupled" in matrix.facts
    assert any("dependencies, with" in fact for fact in matrix.facts)


def test_what_is_in_focus_is_never_left_out() -> None:
    """Where there is no room for all that is around a team, the team itself stays, however little it is coupled."""
    graph = flat(130, links=150)
    edges = graph.dependencies("waits")
    least = min(edges.teams, key=lambda id: (len(edges.in_edges[id]) + len(edges.out_edges[id]), id))
    matrix = view.compose(of_graph(graph), Choices(focus=least, depth=20))
    assert MOST_OF_MORE == len(matrix.heads)
    assert [least] == [head.id for head in matrix.heads if head.chosen]
    assert "60 of 130 teams are shown, those in focus and the most coupled" in matrix.facts


def test_cells_are_as_large_as_they_need_to_be() -> None:
    """A small matrix has large cells, a large one small cells; the smallest have no numbers, for none could be read."""
    few, many, most = (view.compose(of_graph(flat(teams, links=0)), Choices()) for teams in (6, 40, 70))
    assert 22 == grid_of(few).cell > grid_of(many).cell == 13 > grid_of(most).cell == COMPACT
    said = [drawn(flat(teams, links=0)) for teams in (40, 70)]
    assert [True, False] == ["2" in texts(each) for each in said]


def test_wide_numbers_have_wide_cells() -> None:
    """No number is cut, whichever type the size of the cells leads to."""
    for rows, weight in ((27, 999.0), (27, 1234.0), (50, 12345.0), (5, 99999.0)):
        graph = graph_of([(f"t{n}", f"t{n + 1}") for n in range(rows)], strength=weight)
        assert brief(weight) in texts(drawn(graph))


def test_groups_that_go_both_ways() -> None:
    """A pair of groups is marked where that stands out; where most are pairs it is only said."""
    homes = {"a": "x", "b": "y", "c": "z", "d": "z"}
    few = view.compose(
        of_graph(graph_of([("a", "b"), ("b", "a"), ("a", "c"), ("b", "d")], groups=homes)), Choices(fold=1)
    )
    most = view.compose(of_graph(graph_of([("a", "b"), ("b", "a"), ("a", "c")], groups=homes)), Choices(fold=1))
    assert {("x", "y"), ("y", "x")} == {(cell.row, cell.column) for cell in few.cells if cell.circular}
    assert "2 of 4 go both ways" in few.facts
    assert [] == [cell for cell in most.cells if cell.circular]
    assert "2 of 3 go both ways" in most.facts


def test_names_of_columns_are_turned() -> None:
    """Each name stands at its row and, turned, at its column."""
    tree = tree_of(svg_of(org_of(SHOP)))
    turned = [each for each in tree.iter(f"{SVG}g") if "rotate(-90)" in (each.get("transform") or "")]
    assert ["api", "app", "bank", "data", "web"] == sorted(each.findtext(f"{SVG}text") or "" for each in turned)
    assert 2 == texts(svg_of(org_of(SHOP))).count("bank")


@pytest.mark.parametrize(
    ("number", "said"),
    [(0.5, "0.5"), (3.0, "3"), (9.96, "10"), (12.4, "12"), (999.4, "999"), (999.6, "1.0k"), (12345.0, "12k")],
)
def test_numbers_of_cells_are_short(number: float, said: str) -> None:
    """No number takes more than four signs."""
    assert said == brief(number)


ARCS = st.sets(
    st.tuples(st.sampled_from("abcde"), st.sampled_from("abcde")).filter(lambda arc: arc[0] != arc[1]), max_size=10
)


def edges_of(arcs: set[tuple[str, str]]) -> list[Edge]:
    """Return edges of weight one."""
    return [Edge(one, other, (), 1.0) for one, other in sorted(arcs)]


@settings(max_examples=30)
@given(ARCS)
def test_the_least_marks_are_the_least(arcs: set[tuple[str, str]]) -> None:
    """No order of five nodes has fewer marks above the diagonal, and the one found in one block never has fewer."""
    edges = edges_of(arcs)
    fewest = min(above(order, edges) for order in permutations("abcde"))
    least = least_above("abcde", edges)
    assert (fewest, True) == least
    assert above(in_order(dict.fromkeys("abcde", ""), edges), edges) >= fewest


@settings(max_examples=30)
@given(ARCS, st.lists(st.sampled_from("xyz"), min_size=5, max_size=5))
def test_blocks_stay_in_one_piece(arcs: set[tuple[str, str]], blocks: list[str]) -> None:
    """Each node is there once, blocks are not torn, and without circles between or in them no mark lies above."""
    home = dict(zip("abcde", blocks, strict=True))
    order = in_order(home, edges_of(arcs))
    assert sorted("abcde") == sorted(order)
    pieces = [home[id] for n, id in enumerate(order) if not n or home[id] != home[order[n - 1]]]
    assert len(pieces) == len(set(pieces))
    forward = {(one, other) for one, other in arcs if (home[one], one) > (home[other], other)}
    assert 0 == above(in_order(home, edges_of(forward)), edges_of(forward))


def test_the_outline_has_rows_in_their_order() -> None:
    """Nodes are numbered as rows, links are cells with their weight, groups are blocks."""
    matrix = matrix_of(org_of(SHOP))
    outline = view.outline(matrix)
    assert [(head.id, place) for place, head in enumerate(matrix.heads, 1)] == [
        (node.id, node.numbers["row"]) for node in outline.nodes
    ]
    assert {"app→api 2.5", "api→bank 12"} <= {f"{link.source}→{link.target} {link.label}" for link in outline.links}
    assert {"block:front", "block:back"} == {group.id for group in outline.groups}
    assert "cycle" == next(link.look for link in outline.links if link.source == "data")


@pytest.mark.parametrize(
    ("seed", "choices"), [(0, {}), (3, {"mode": "dark"}), (4, {"layer": "all"}), (19, {"fold": 1}), (10, {})], ids=str
)
def test_pictures_are_legible(seed: int, choices: dict[str, object]) -> None:
    """Whatever teams are called and however many there are, nothing runs into anything else."""
    assert [] == faults(str(view.draw(by_chance(view, seed), **choices).document))


def test_a_small_picture_is_legible() -> None:
    """The same for a matrix with blocks, a circle, and an external team; links lead from names."""
    document = svg_of(org_of(SHOP), layer="all", link="https://wiki.example/{kind}/{id}")
    assert [] == faults(document)
    assert "https://wiki.example/team/api" in {each.get("href") for each in tree_of(document).iter(f"{SVG}a")}
    assert "external" in texts(document)
