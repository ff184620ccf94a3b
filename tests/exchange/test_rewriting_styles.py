"""Whatever way people write their files, changes come out right."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from orgmodel.exchange.rewriting import CannotRewriteError, blocks, rewritten_files, writing
from orgmodel.exchange.rewriting.sheet import CannotEditError
from orgmodel.model.components import Component
from orgmodel.model.organisation import Org
from tests.exchange.rewriting_support import (
    ORG,
    Change,
    changed,
    drop,
    members,
    put,
    rename,
    rewritten,
    text,
)

# --- anchors


ANCHORS = text("""
    teams:
      base: &base
        parent: x
        members: &m [a, b]
      one:
        members: *m
        lead: a
      two: *base
""")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            [put("teams", "base", members=members("a"))],
            """
            teams:
              base:
                parent: x
                members: [a]
              one:
                members: &m [a, b]
                lead: a
              two: &base {parent: x, members: [a, b]}
            """,
        ),
        (
            [drop("teams", "base")],
            """
            teams:
              one:
                members: &m [a, b]
                lead: a
              two: &base {parent: x, members: [a, b]}
            """,
        ),
        (
            [put("teams", "one", members=members("c")), put("teams", "two", parent="z")],
            """
            teams:
              base: &base
                parent: x
                members: &m [a, b]
              one:
                members: [c]
                lead: a
              two:
                parent: z
                members: [a, b]
            """,
        ),
        (
            [drop("teams", "two", "one")],
            """
            teams:
              base: &base
                parent: x
                members: &m [a, b]
            """,
        ),
    ],
)
def test_aliases_keep_their_meaning(changes: list[Change], expected: str, tmp_path: Path) -> None:
    """Where what they stand for changes or goes, the first of them is written out and takes the anchor over."""
    assert text(expected) == rewritten(tmp_path, {"a.yaml": ANCHORS}, *changes)["a.yaml"]


def test_an_anchored_key(tmp_path: Path) -> None:
    """An anchor at a key that gets another name is taken over as well; where an alias is a key the file is written."""
    before = "teams:\n  &k a: {lead: x}\n  b: {parent: *k}\n"
    after = rewritten(tmp_path, {"a.yaml": before}, rename("teams", "a", "c"))["a.yaml"]
    assert "teams:\n  c: {lead: x}\n  b: {parent: &k a}\n" == after
    before = "teams:\n  a: {lead: &k x}\npeople:\n  *k : {name: X}\n"
    after = rewritten(tmp_path, {"a.yaml": before}, put("teams", "a", lead=("z",)))["a.yaml"]
    assert "teams:\n  a:\n    lead: z\n" in after
    after = rewritten(tmp_path, {"a.yaml": before}, put("people", "x", name="Z"))["a.yaml"]
    assert before.replace("X", "Z") == after


# --- whatever people write


def test_what_is_not_known_stays(tmp_path: Path) -> None:
    """Fields of one's own, fields with a wrong name and values that are none stay where the entity stays."""
    before = "teams:\n  a:\n    x-own: {b: 007}\n    hedcount: 3\n    headcount: many\n    lead: x\n"
    assert ["-     lead: x", "+     lead: z"] == changed(tmp_path, before, put("teams", "a", lead=("z",)))
    assert ["-     headcount: many", "+     headcount: 3"] == changed(tmp_path, before, put("teams", "a", headcount=3))


def test_unusual_ways_to_write(tmp_path: Path) -> None:
    """Question marks, quoted keys, lists written as one, sections written twice, tabs, and a key behind a dash."""
    before = text("""
        people:
          ? x
          : name: X
            role: r
          'y': {"name":Y}\t# tab
        decisions: {d: {steps: {by: x, can: veto}}}
        teams: {a: , "b": {lead: [x]}}
        people:
          z: {}
        initiatives:
          i:
            steps:
              - by: x   # one
                can: veto
              - by: y
    """)
    step = {"can": "approve"}
    changes: list[Change] = [
        put("people", "x", role="s", name=None),
        put("people", "y", name="Z"),
        put("teams", "a", headcount=3),
        drop("people", "z"),
        lambda org: with_step(org, "decisions", "d", **step),
        lambda org: with_step(org, "initiatives", "i", **step),
    ]
    expected = [
        ["-   : name: X", "-     role: r", "+   : role: s"],
        ["-   'y': {\"name\":Y}\t# tab", "+   'y': {\"name\": Z}\t# tab"],
        ["- decisions: {d: {steps: {by: x, can: veto}}}", "+ decisions: {d: {steps: {by: x, can: approve}}}"],
        ['- teams: {a: , "b": {lead: [x]}}', '+ teams: {a: {headcount: 3}, "b": {lead: [x]}}'],
        ["- people:", "-   z: {}", "-         can: veto", "+         can: approve"],
    ]
    assert sorted(line for lines in expected for line in lines) == sorted(changed(tmp_path, before, *changes))


def with_step(org: Org, section: str, id: str, **fields: Any) -> Org:
    """Change the first step of an entity."""
    entity: Any = org.section(section)[id]
    first, *others = entity.steps
    return put(section, id, steps=(replace(first, **fields), *others))(org)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("last", [True, False])
def test_line_ends_and_marks_stay(end: str, mark: str, last: bool, tmp_path: Path) -> None:
    """New lines end as the others do; a mark at the beginning and a missing end of the last line stay."""
    before = mark + ORG.rstrip("\n").replace("\n", end) + (end if last else "")
    changes = [put("people", "dee", name="Dee"), drop("teams", "identity"), put("components", "ledger", platform=True)]
    after = rewritten(tmp_path, {"org.yaml": before}, *changes)["org.yaml"]
    plain = rewritten(tmp_path, {"org.yaml": ORG}, *changes)["org.yaml"]
    assert mark + plain.rstrip("\n").replace("\n", end) + (end if last else "") == after


@pytest.mark.parametrize("before", ["", "# nothing\n", "{}\n", "{} # nothing\n", "---\n", "~\n"])
def test_a_file_that_says_nothing(before: str, tmp_path: Path) -> None:
    """The first section comes into it."""
    after = rewritten(tmp_path, {"a.yaml": before}, put("teams", "a", headcount=3), put("people", "x"))["a.yaml"]
    assert "teams:\n  a:\n    headcount: 3\n" in after
    assert ("# nothing" in before) == ("# nothing" in after)


def test_a_text_that_keeps_its_empty_lines(tmp_path: Path) -> None:
    """What comes behind a text of which every line counts does not change it."""
    before = "teams:\n  a:\n    purpose: |+\n      one\n\n\n  b: {}\n  c:\n    purpose: |+\n      two\n\n"
    changes = [put("teams", "a", lead=("x",)), put("teams", "d", lead=("y",)), put("people", "x")]
    after = rewritten(tmp_path, {"a.yaml": before}, *changes)["a.yaml"]
    assert "    purpose: |+\n      one\n\n\n    lead: x\n" in after


def test_sections_that_keep_a_file_in_the_organisation(tmp_path: Path) -> None:
    """A section of which nothing is left stays where the file has others that are not known."""
    before = "jobs: {a: 1}\nteams: {a: {}}\npeople: {x: {}}\nsteps: {b: 1}\n"
    assert (
        "jobs: {a: 1}\nteams: {}\npeople: {x: {}}\nsteps: {b: 1}\n"
        == (rewritten(tmp_path, {"a.yaml": before}, drop("teams", "a"))["a.yaml"])
    )


def test_what_cannot_be_edited_is_written_anew(tmp_path: Path) -> None:
    """An entity of which the text is too strange is written as a whole, and nothing else."""
    before = text("""
        decisions:
          # kept
          c: {owner: t}
          d:
            steps:
              - by: x
                # about the next
                can: veto
            any_of: [decider: x]  # a pair without braces
    """)

    def change(org: Org) -> Org:
        d = org.decisions["d"]
        assert d.any_of
        return put("decisions", "d", any_of=(replace(d.any_of[0], steps=()),))(org)

    after = rewritten(tmp_path, {"a.yaml": before}, change)["a.yaml"]
    assert "decisions:\n  # kept\n  c: {owner: t}\n  d:\n    steps: [{by: x, can: veto}]\n" in after


@pytest.mark.parametrize(
    ("failing", "kept"),
    [
        (0, ["# a", "# the lead", "# b", "# people", "# ana"]),
        (1, ["# a", "# b", "# people", "# ana"]),
        (2, ["# people", "# ana"]),
        (3, []),
    ],
)
def test_what_goes_wrong_is_written_anew(
    failing: int, kept: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """First each entity that changes, then each section with a change, and at last the file."""
    before = "teams:\n  # a\n  a:\n    lead: x # the lead\n  # b\n  b: {}\n# people\npeople:\n  ana: {} # ana\n"
    edited, attempts = writing._edited, iter(range(4))

    def failing_edit(*given: Any) -> str:
        if next(attempts) < failing:
            raise CannotEditError("for a test")
        return edited(*given)

    monkeypatch.setattr(writing, "_edited", failing_edit)
    after = rewritten(tmp_path, {"a.yaml": before}, put("teams", "a", lead=("z",)))["a.yaml"]
    comments = ["# a", "# the lead", "# b", "# people", "# ana"]
    assert kept == [comment for comment in comments if f"{comment}\n" in after]


def test_a_text_that_says_something_else_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The edited text is read again, and what came out wrong is written anew."""
    monkeypatch.setattr(blocks, "_side_comment", lambda *_: " x")
    before = "teams:\n  a:\n    lead: x # the lead\n  b: {}\n"
    after = rewritten(tmp_path, {"a.yaml": before}, put("teams", "a", lead=("z",)))["a.yaml"]
    assert "teams:\n  a:\n    lead: z\n  b: {}\n" == after.replace(" x", "")


def test_something_that_is_nowhere() -> None:
    """What changes has to be written in a file that can be read."""
    before = Org(components={"a": Component(id="a")})
    with pytest.raises(CannotRewriteError, match="'a' of components"):
        rewritten_files({"a.yaml": "components: {a: {}\n"}, before, Org())
