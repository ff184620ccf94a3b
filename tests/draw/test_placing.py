"""Where boxes and links come to stand."""

import math
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.draw.engine import Engine, FailedEngineError
from orgmodel.draw.placing import place as placing
from orgmodel.draw.placing.frame import columns_of, number_of_columns
from orgmodel.draw.placing.layout import Curve, Layout, Node, Point, Sketch
from orgmodel.draw.placing.order import as_written, badness, ordered, polished
from orgmodel.draw.placing.place import place

BOX = (140.0, 36.0)


@st.composite
def sketches(draw: st.DrawFn) -> Sketch:
    """Make up to 30 boxes, in groups or not, and links between them."""
    boxes = [f"b{number:02d}" for number in range(draw(st.integers(1, 30)))]
    homes = draw(st.lists(st.sampled_from([None, "x", "y", "z"]), min_size=len(boxes), max_size=len(boxes)))
    pairs = st.tuples(st.sampled_from(boxes), st.sampled_from(boxes)).filter(lambda pair: pair[0] != pair[1])
    links = draw(st.lists(pairs, unique=True, max_size=60)) if len(boxes) > 1 else []
    return sketch_of(dict(zip(boxes, homes, strict=True)), links)


def sketch_of(groups: dict[str, str | None], links: Sequence[tuple[str, str]]) -> Sketch:
    """Return a sketch with the columns that suit its boxes."""
    columns = columns_of(groups, links, number_of_columns(groups))
    nodes = tuple(Node(id=id, column=columns[id], group=group) for id, group in groups.items())
    return Sketch(nodes=nodes, links=tuple(links), box=BOX)


def chain(length: int) -> Sketch:
    """Return boxes of which each is linked to the next."""
    ids = [f"b{number:02d}" for number in range(length)]
    return sketch_of(dict.fromkeys(ids), list(pairwise(ids)))


def on_the_way(curve: Curve) -> Iterator[Point]:
    """Yield points of a curve, close to each other."""
    for start in range(0, len(curve) - 1, 3):
        a, b, c, d = curve[start : start + 4]
        for step in range(1, 20):
            t, u = step / 20, 1 - step / 20
            parts = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
            yield Point(
                sum(f * p.x for f, p in zip(parts, (a, b, c, d), strict=True)),
                sum(f * p.y for f, p in zip(parts, (a, b, c, d), strict=True)),
            )


def assert_good(sketch: Sketch, layout: Layout) -> None:
    """Check what must hold of every layout."""
    wide, high = sketch.box
    assert {node.id for node in sketch.nodes} == set(layout.centres)
    for one, other in combinations(layout.centres.values(), 2):
        assert abs(one.x - other.x) >= wide or abs(one.y - other.y) >= high
    for (source, target), curve in zip(sketch.links, layout.curves, strict=True):
        for box, end in ((source, curve[0]), (target, curve[-1])):
            centre = layout.centres[box]
            assert wide / 2 == pytest.approx(abs(end.x - centre.x))
            assert abs(end.y - centre.y) <= high / 2
        for point in on_the_way(curve):
            for box, centre in layout.centres.items():
                inside = abs(point.x - centre.x) < wide / 2 - 1 and abs(point.y - centre.y) < high / 2 - 1
                assert not inside, f"{source} -> {target} runs through {box}"


@settings(max_examples=30)
@given(sketches())
def test_nothing_overlaps(sketch: Sketch) -> None:
    """Boxes stand apart, links end at the sides of their boxes and run through no box."""
    assert_good(sketch, place(sketch, engine="none"))


@pytest.mark.parametrize("engine", ["wasm", "none"])
def test_a_hundred_boxes(engine: Engine) -> None:
    """A large map in groups holds to the same."""
    ids = [f"b{number:02d}" for number in range(100)]
    links = [(ids[n], ids[(n * 7 + step) % 100]) for n in range(100) for step in (1, 5) if n != (n * 7 + step) % 100]
    sketch = sketch_of({id: f"g{n // 9}" for n, id in enumerate(ids)}, sorted(set(links)))
    layout = place(sketch, engine=engine)
    assert layout.note is None
    assert_good(sketch, layout)


def test_groups_stand_together() -> None:
    """The boxes of a group in one column follow each other without a gap."""
    ids = [f"b{number:02d}" for number in range(24)]
    links = [(ids[n], ids[(n * 5 + 3) % 24]) for n in range(24) if n != (n * 5 + 3) % 24]
    sketch = sketch_of({id: f"g{n % 4}" for n, id in enumerate(ids)}, links)
    layout = place(sketch, engine="none")
    for column in layout.columns:
        for each in column:
            heights = [layout.centres[box].y for box in each.boxes]
            assert all(math.isclose(sketch.row, lower - upper) for upper, lower in pairwise(heights))


def test_a_chain_goes_to_the_right() -> None:
    """Who waits stands on the left of whom it waits for, where nothing speaks against it."""
    columns = columns_of(dict.fromkeys("abc"), [("a", "b"), ("b", "c")], 3)
    assert {"a": 0, "b": 1, "c": 2} == columns


def test_a_group_is_not_torn_apart() -> None:
    """A group of ordinary size stands in one column."""
    groups = {f"b{number}": f"g{number // 8}" for number in range(48)}
    links = [(f"b{n}", f"b{(n * 11 + 5) % 48}") for n in range(48) if n != (n * 11 + 5) % 48]
    columns = columns_of(groups, links, 4)
    homes = {group: {columns[box] for box in groups if groups[box] == group} for group in groups.values()}
    assert {1} == {len(where) for where in homes.values()}


def test_order_saves_crossings() -> None:
    """Two links that cross as written do not cross when they are placed."""
    nodes = [Node(id=id, column=column) for id, column in (("a", 0), ("b", 0), ("x", 1), ("y", 1))]
    sketch = Sketch(nodes=tuple(nodes), links=(("a", "y"), ("b", "x")), box=BOX)
    assert 1 <= badness(sketch, as_written(sketch))
    assert place(sketch, engine="none").badness < 1


def tangle(length: int, step: int) -> Sketch:
    """Return boxes in groups of six with links far and wide."""
    ids = [f"b{number:02d}" for number in range(length)]
    links = sorted({(ids[n], ids[(n * step + k) % length]) for n in range(length) for k in (1, 2)})
    return sketch_of({id: f"g{n // 6}" for n, id in enumerate(ids)}, [(a, b) for a, b in links if a != b])


def test_sweeps_and_swaps_help() -> None:
    """Sorting by neighbours saves a good part of the crossings, changing places saves more."""
    sketch = tangle(40, 11)
    written = as_written(sketch)
    sorted_ = ordered(sketch, written)
    assert badness(sketch, sorted_) < 0.9 * badness(sketch, written)
    assert badness(sketch, polished(sketch, sorted_)) < badness(sketch, sorted_)
    assert written == as_written(sketch)


@pytest.mark.parametrize("group", [None, "g"])
def test_boxes_change_places(group: str | None) -> None:
    """Two links that cross do so no more when two boxes have changed places, in a group or without one."""
    columns = {"a": 0, "b": 0, "x": 1, "y": 1}
    nodes = tuple(Node(id=id, column=column, group=group) for id, column in columns.items())
    sketch = Sketch(nodes=nodes, links=(("a", "y"), ("b", "x")), box=BOX)
    assert badness(sketch, polished(sketch, as_written(sketch))) < 1 <= badness(sketch, as_written(sketch))


def test_a_worse_order_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the order that Graphviz finds and our own the better one is taken."""
    nodes = [Node(id=id, column=column) for id, column in (("a", 0), ("b", 0), ("x", 1), ("y", 1))]
    sketch = Sketch(nodes=tuple(nodes), links=(("a", "y"), ("b", "x")), box=BOX)
    heights = {"n0": 4, "n1": 3, "n2": 4, "n3": 3}
    answer = {"objects": [{"name": name, "pos": f"0,{height}"} for name, height in heights.items()]}
    monkeypatch.setattr(placing, "run", lambda text, **_: answer)
    monkeypatch.setattr(placing, "polished", lambda sketch, columns: columns)
    assert place(sketch).badness < 1


def test_links_pass_columns_by_the_nearest_gap() -> None:
    """A link that passes a column goes level through a gap on its way; links beside each other have tracks."""
    columns = {"a": 0, "k": 1, "l": 1, "m": 1, "y": 2, "z": 2}
    nodes = tuple(Node(id=id, column=column, group=f"of {id}") for id, column in columns.items())
    layout = place(Sketch(nodes=nodes, links=(("a", "y"), ("z", "a")), box=BOX), engine="none")
    x, *inner = layout.centres["k"].x, *sorted(layout.centres[id].y for id in "klm")
    tracks = []
    for curve in layout.curves:
        passing = [point.y for point in on_the_way(curve) if abs(point.x - x) < BOX[0] / 2]
        assert max(passing) == pytest.approx(min(passing))
        assert inner[0] < passing[0] < inner[-1]
        tracks.append(round(passing[0]))
    assert 2 == len(set(tracks))


def test_a_missing_engine_is_stood_in_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system has no dot the packaged Graphviz does the work, and the note says so."""
    monkeypatch.setenv("PATH", "")
    layout = place(chain(9), engine="dot")
    assert "there is no program named dot on this machine; Graphviz as WebAssembly stood in" == layout.note


def test_a_slow_engine_is_done_without(monkeypatch: pytest.MonkeyPatch) -> None:
    """A picture comes all the same when Graphviz takes too long, and the note says so."""

    def slow(text: str, *, engine: Engine, time_limit: float) -> dict[str, object]:
        raise FailedEngineError("Graphviz took longer than 1 s")

    monkeypatch.setattr(placing, "run", slow)
    sketch = chain(9)
    layout = place(sketch)
    assert_good(sketch, layout)
    assert "placed without Graphviz: Graphviz took longer than 1 s" == layout.note


@pytest.mark.parametrize("answer", [{}, {"objects": [{"name": "n0", "pos": "1"}]}, {"objects": [{}]}, {"objects": 3}])
def test_an_incomplete_answer_is_done_without(answer: dict[str, object], monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer of Graphviz in which something is missing is not used."""
    monkeypatch.setattr(placing, "run", lambda text, **_: answer)
    assert str(place(chain(4)).note).startswith("placed without Graphviz: Graphviz left something out")


def test_too_many_boxes_are_not_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Above the limit Graphviz is not asked."""
    monkeypatch.setattr(placing, "MOST_BOXES", 3)
    assert "more than Graphviz is asked" in str(place(chain(4)).note)


def test_one_box() -> None:
    """A single box has a place."""
    layout = place(Sketch(nodes=(Node(id="a", column=0),), links=(), box=BOX))
    assert ({"a": Point(0, 0)}, ()) == (layout.centres, layout.curves)
