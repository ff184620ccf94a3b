"""X002: something loses its owner."""

import pytest

from orgmodel.model.comparison import Components, HandedOver, LostOwner
from tests.rules.changes import asked, counts, only, where


def handed_over(id: str, *after: str) -> HandedOver:
    """Return a component that goes from the shop to others."""
    return HandedOver(id, ("shop",), after, None, (), (), (), None)


def test_a_component_without_owner_is_found() -> None:
    """It says who owned it and that nobody does."""
    found = only(asked("X002", lost_owner=(LostOwner("component", "till", ("shop",)),)))
    assert "till loses its owner: today shop is the owner, after the change nobody is" == found.message
    assert ("error", "component:till", "components/till") == (found.severity, found.subject.key, where(found))
    assert {"kind": "component", "owners_before": ["shop"], "owners_after": []} == found.evidence


def test_several_owners_are_all_named() -> None:
    """Two owners are two."""
    found = only(asked("X002", lost_owner=(LostOwner("component", "till", ("bo", "shop")),)))
    assert "till loses its owner: today bo and shop are the owners, after the change nobody is" == found.message


@pytest.mark.parametrize(
    ("kind", "help"),
    [
        ("component", "hand it over to a team in which somebody knows it"),
        ("metric", "give it to the team that can move it"),
        ("decision", "name the team whose decision it is from now on"),
        ("initiative", "name the team that it belongs to from now on"),
    ],
)
def test_what_to_do_depends_on_what_it_is(kind: str, help: str) -> None:
    """Each kind of thing has its own remedy."""
    assert help == only(asked("X002", lost_owner=(LostOwner(kind, "it", ("shop",)),))).help


def test_another_owner_is_fine() -> None:
    """Components that go to somebody are judged and fine; the one that lost its owner is not counted twice."""
    handed = (handed_over("cart", "tills"), handed_over("till"))
    lost = (LostOwner("component", "till", ("shop",)),)
    assert (2, 1, 0) == counts(asked("X002", lost_owner=lost, components=Components(handed_over=handed)))
