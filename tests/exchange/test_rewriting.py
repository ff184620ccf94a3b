"""A changed organisation is written back as a careful person would: only what changes is touched."""

from pathlib import Path

import pytest

from orgmodel.exchange.rewriting import draft
from orgmodel.model.components import Ownership
from tests.exchange.rewriting_support import (
    ORG,
    Change,
    changed,
    drop,
    members,
    put,
    rename,
    rewritten,
    state,
    text,
)

CASES: dict[str, tuple[list[Change], str]] = {
    "a value in braces, with the comment beside it": (
        [put("people", "ana", name='A "b"')],
        """
        -   ana: {name: Ana, manager: zoe, skills: [a, b]}  # knows it all
        +   ana: {name: A "b", manager: zoe, skills: [a, b]}  # knows it all
        """,
    ),
    "the first, the last and all fields in braces": (
        [
            put("people", "zoe", name=None),
            put("people", "ana", skills=None),
            put("people", "bo", name=None, manager=None),
        ],
        """
        -   zoe: {name: Zoe, manager: nobody}
        +   zoe: {manager: nobody}
        -   ana: {name: Ana, manager: zoe, skills: [a, b]}  # knows it all
        -   bo: {name: Bo, manager: ana}
        +   ana: {name: Ana, manager: zoe}  # knows it all
        +   bo: {}
        """,
    ),
    "an entity of which nothing was said, as those beside it": (
        [put("people", "cy", role="engineer", skills=("a",))],
        """
        -   cy:   # new
        +   cy: {role: engineer, skills: [a]}   # new
        """,
    ),
    "a value on its line, with the comment beside it": (
        [put("teams", "payments", parent="identity", lead=("ana", "bo"))],
        """
        -     parent: commerce  # for now
        -     lead: ana
        +     parent: identity  # for now
        +     lead: [ana, bo]
        """,
    ),
    "a field that goes, with all its lines": (
        [put("teams", "identity", purpose=None)],
        """
        -     purpose: >-
        -       a long
        -       text
        """,
    ),
    "a text of several lines that becomes short": (
        [put("teams", "identity", purpose="short")],
        """
        -     purpose: >-
        -       a long
        -       text
        +     purpose: short
        """,
    ),
    "a new field behind the last, and a long text below its key": (
        [put("teams", "commerce", external=True), put("teams", "payments", purpose="word " * 21 + "end")],
        """
        -   commerce: {lead: zoe}
        +   commerce: {lead: zoe, external: true}
        +     purpose: >-
        +       word word word word word word word word word word word word word word word word word word word
        +       word word end
        """,
    ),
    "an item that changes, one that comes, in percent as the others": (
        [put("teams", "payments", members=members("bo", ("cy", 0.25), "ana", ("dee", 0.5)))],
        """
        -       - {person: cy, allocation: 50%} # half
        +       - {person: cy, allocation: 25%} # half
        +       - {person: dee, allocation: 50%}
        """,
    ),
    "an item that goes, with its comment": (
        [put("teams", "payments", members=members("bo", "ana"))],
        """
        -       - {person: cy, allocation: 50%} # half
        """,
    ),
    "an item that comes first": (
        [put("teams", "payments", members=members("dee", "bo", ("cy", 0.5), "ana"))],
        """
        +       - dee
        """,
    ),
    "lists of which nothing is left": (
        [put("teams", "payments", members=(), lead=())],
        """
        -     lead: ana
        -     members:  # who
        -       - bo   # the first
        -       - {person: cy, allocation: 50%} # half
        -       - ana
        +     lead: nobody
        +     members: []  # who
        """,
    ),
    "a list in brackets, item by item": (
        [put("people", "ana", skills=("x", "b", "c"))],
        """
        -   ana: {name: Ana, manager: zoe, skills: [a, b]}  # knows it all
        +   ana: {name: Ana, manager: zoe, skills: [x, b, c]}  # knows it all
        """,
    ),
    "an entity that goes, with the comment above it and one empty line": (
        [drop("people", "zoe")],
        """
        -   # the boss
        -   zoe: {name: Zoe, manager: nobody}
        """,
    ),
    "an entity below a heading over others": (
        [drop("people", "ana")],
        """
        -   ana: {name: Ana, manager: zoe, skills: [a, b]}  # knows it all
        """,
    ),
    "all below a heading, and the heading": (
        [drop("people", "ana", "bo", "cy")],
        """
        -
        -   # Payments
        -   ana: {name: Ana, manager: zoe, skills: [a, b]}  # knows it all
        -   bo: {name: Bo, manager: ana}
        -   cy:   # new
        """,
    ),
    "an entity with comments inside": (
        [drop("teams", "payments")],
        """
        -   payments:
        -     parent: commerce  # for now
        -     lead: ana
        -     members:  # who
        -       - bo   # the first
        -       - {person: cy, allocation: 50%} # half
        -       - ana
        -     # inside payments
        """,
    ),
    "a section of which nothing is left": (
        [drop("people", "zoe", "ana", "bo", "cy")],
        """
        -
        - people:
        -   # the boss
        -   zoe: {name: Zoe, manager: nobody}
        -
        -   # Payments
        -   ana: {name: Ana, manager: zoe, skills: [a, b]}  # knows it all
        -   bo: {name: Bo, manager: ana}
        -   cy:   # new
        """,
    ),
    "another id, with its history": (
        [rename("teams", "payments", "cards", renamed_from=("payments",))],
        """
        -   payments:
        +   cards:
        +     renamed_from: [payments]
        """,
    ),
    "another id for what is the same otherwise": (
        [rename("people", "zoe", "zoë")],
        """
        -   zoe: {name: Zoe, manager: nobody}
        +   zoë: {name: Zoe, manager: nobody}
        """,
    ),
    "a new team behind those of the same parent": (
        [put("teams", "wallets", parent="commerce", lead=("bo",), members=members("bo", "cy"))],
        """
        +   wallets:
        +     parent: commerce
        +     lead: bo
        +     members: [bo, cy]
        """,
    ),
    "a new person behind those of the same manager, with the fields in their order": (
        [put("people", "dee", manager="ana", name="Dee", title="Engineer")],
        """
        +   dee: {name: Dee, title: Engineer, manager: ana}
        """,
    ),
    "a new section at the end": (
        [put("components", "ledger", owner=(Ownership(team="payments"),)), state(name="Northwind")],
        """
        +
        + components:
        +   ledger:
        +     owner: payments
        +
        + organisation:
        +   name: Northwind
        """,
    ),
}


@pytest.mark.parametrize("large", [0, 200_000], ids=["at a glance", "as a whole"])
@pytest.mark.parametrize("case", CASES)
def test_what_goes_and_what_comes(case: str, large: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every other line stays as it was, whether all of the file is read or only what changes."""
    monkeypatch.setattr(draft, "LARGE", large)
    changes, expected = CASES[case]
    assert text(expected).splitlines() == changed(tmp_path, ORG, *changes)


def test_nothing_changes(tmp_path: Path) -> None:
    """Without a change every text is the very same."""
    files = {"org.yaml": ORG, "other.yaml": "x-own: {a: 1}\n"}
    after = rewritten(tmp_path, files)
    assert all(after[name] is files[name] for name in files)


def test_a_new_entity_below_empty_lines_gets_one(tmp_path: Path) -> None:
    """Where those beside it stand apart, it does so as well."""
    before = "teams:\n  a:\n    lead: x\n\n  b:\n    lead: y\n"
    assert ["+", "+   c:", "+     headcount: 3"] == changed(tmp_path, before, put("teams", "c", headcount=3))


def test_a_line_that_would_be_too_long(tmp_path: Path) -> None:
    """What is added in brackets or braces goes on below what stands there."""
    before = f"teams:\n  a: {{purpose: {'word ' * 16}end, lead: x}}\n"
    after = rewritten(tmp_path, {"a.yaml": before}, put("teams", "a", parent="company"))["a.yaml"]
    assert f"teams:\n  a: {{purpose: {'word ' * 16}end, lead: x,\n      parent: company}}\n" == after


def test_braces_over_several_lines_keep_their_lines_and_comments(tmp_path: Path) -> None:
    """Only the field that changes does."""
    before = "people:\n  y: {name: Y,\n      # remark\n      role: r,\n      title: t}\n"
    after = rewritten(tmp_path, {"a.yaml": before}, put("people", "y", role="s", title=None))["a.yaml"]
    assert "people:\n  y: {name: Y,\n      # remark\n      role: s}\n" == after


def test_items_on_lines_of_their_own(tmp_path: Path) -> None:
    """In brackets as well, a new one gets its own line."""
    before = "teams:\n  a:\n    members: [\n      x,\n      z,\n    ]\n"
    after = rewritten(tmp_path, {"a.yaml": before}, put("teams", "a", members=members("x", "z", "u")))["a.yaml"]
    assert "teams:\n  a:\n    members: [\n      x,\n      z,\n      u\n    ]\n" == after


def test_fields_in_the_order_of_those_beside(tmp_path: Path) -> None:
    """A new entity has its fields in the order that those beside it have; the others where the model has them."""
    before = "teams:\n  a: {lead: x, name: A, parent: z}\n"
    change = put("teams", "b", name="B", parent="z", lead=("u",), headcount=3, purpose="p")
    assert ["+   b: {lead: u, headcount: 3, name: B, purpose: p, parent: z}"] == changed(tmp_path, before, change)
