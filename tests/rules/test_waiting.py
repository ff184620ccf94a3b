"""Dependencies in words, and what to do about each kind."""

import pytest

from orgmodel.graph.dependencies import Edge, Reason
from orgmodel.model.place import Spot
from orgmodel.rules.remedies import remedy_between, remedy_of_consumer, remedy_of_provider
from orgmodel.rules.waiting import in_words, is_grave, main_kind, main_reason, of_unknown_kind, weight_of

SPOT = Spot("dependencies", 0)
PLAIN = Reason("declared", "shared-data", 1.0, False, False, None, "declared", SPOT)


def edge(*reasons: Reason, target: str = "b") -> Edge:
    """Return a dependency of `a` for these reasons."""
    return Edge("a", target, reasons, sum(reason.strength for reason in reasons))


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (PLAIN, "a waits for b: shared data"),
        (PLAIN._replace(text="reads its tables"), "a waits for b: shared data — reads its tables"),
        (PLAIN._replace(strength=2.5, stated=True), "a waits for b: shared data, strength 2.5"),
        (PLAIN._replace(kind="unknown"), "a waits for b: kind unknown"),
        (PLAIN._replace(kind="api", blocking=True), "a waits for b: api, blocking"),
        (PLAIN._replace(kind="api", mode="collaboration"), "a waits for b: api, in collaboration"),
        (PLAIN._replace(why="initiative", text="takes part in X"), "a waits for b: shared data — b takes part in X"),
    ],
)
def test_a_dependency_in_words(reason: Reason, words: str) -> None:
    """Who waits for whom, how, how much and why, as far as it is stated."""
    assert words == in_words(edge(reason))


def test_grave_reasons_are_named_first() -> None:
    """What blocks is named before what is stronger; of the rest the strongest."""
    strong, blocks = PLAIN._replace(strength=9.0, text="much"), PLAIN._replace(kind="approval", text="signs")
    assert blocks == main_reason(edge(strong, blocks))
    assert strong == main_reason(edge(PLAIN, strong))
    assert "a waits for b: approval — signs (and 2 more reasons)" == in_words(edge(PLAIN, strong, blocks))


def test_known_kinds_are_named_before_unknown() -> None:
    """Of reasons as strong the one whose kind is known is named, in whatever order they are written."""
    unknown = PLAIN._replace(kind="unknown", text="a")
    assert PLAIN == main_reason(edge(unknown, PLAIN)) == main_reason(edge(PLAIN, unknown))


def test_what_is_grave() -> None:
    """Blocking dependencies, approvals and custom work are grave; one such reason makes the dependency so."""
    grave = [PLAIN._replace(blocking=True), PLAIN._replace(kind="approval"), PLAIN._replace(kind="custom-work")]
    assert [True, True, True] == [is_grave(edge(PLAIN, reason)) for reason in grave]
    assert not is_grave(edge(PLAIN, PLAIN._replace(kind="staffing")))


def test_weight_is_said_where_four_in_five_are_stated() -> None:
    """A dependency counts as stated if all its reasons are."""
    stated = edge(PLAIN._replace(strength=2.0, stated=True))
    assert " (weight 9)" == weight_of([stated] * 4 + [edge(PLAIN)])
    assert "" == weight_of([stated] * 3 + [edge(PLAIN)])
    assert "" == weight_of([])


def test_main_kind_goes_by_strength() -> None:
    """One strong reason outweighs two weak ones; what waits although its kind need not is another matter."""
    weak, strong = edge(PLAIN), edge(PLAIN._replace(kind="staffing", strength=3.0))
    assert "staffing" == main_kind([weak, weak, strong])
    assert "other" == main_kind([edge(PLAIN._replace(kind="event", blocking=True))])


def test_unknown_kinds_say_what_to_state() -> None:
    """Contributors without an ask, and dependencies without a kind, are told apart."""
    unknown = PLAIN._replace(kind="unknown")
    asked = unknown._replace(why="initiative")
    assert () == of_unknown_kind([edge(PLAIN)])
    assert ("its only reason is of unknown kind and taken for waiting: state the kind to be sure",) == of_unknown_kind(
        [edge(unknown)]
    )
    assert (
        "all 2 reasons are of unknown kind and taken for waiting: state what contributors are asked for to be sure",
    ) == of_unknown_kind([edge(asked), edge(asked)])


KINDS = ["shared-code", "shared-data", "custom-work", "approval", "staffing", "unknown", "event"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_remedy(kind: str) -> None:
    """Whatever the waiting is for, there is one thing to do that names the teams."""
    stated = edge(PLAIN._replace(kind=kind, blocking=True))
    assert {"a", "b"} <= {*remedy_between(stated).replace("’", " ").replace(",", " ").split()}
    assert "b" in remedy_of_provider("b", [stated]).replace(",", " ").split()
    assert "a" in remedy_of_consumer("a", [stated]).replace(",", " ").split()


def test_remedies_differ_by_kind() -> None:
    """No two kinds have the same remedy."""
    edges = [edge(PLAIN._replace(kind=kind)) for kind in KINDS]
    assert len(KINDS) == len({remedy_between(each) for each in edges})
    assert len(KINDS) == len({remedy_of_provider("b", [each]) for each in edges})
    assert len(KINDS) == len({remedy_of_consumer("a", [each]) for each in edges})
