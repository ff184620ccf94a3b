"""Comments stay with what they belong to, waivers speak of the same, and what cannot be formatted is left."""

import pytest

from orgmodel.exchange.formatting import UnformattableError, formatted
from tests.exchange.formatting_support import becomes, stays, text


def left(written: str) -> tuple[str, int | None]:
    """Return why a text has to stay as it is, and on which line that is."""
    with pytest.raises(UnformattableError) as caught:
        formatted(text(written))
    return caught.value.reason, caught.value.line


# --- comments


def test_comments_go_with_what_they_belong_to() -> None:
    """Above and beside sections, entities, fields and items, below the last of them, at the head and the foot."""
    becomes(
        """
        # yaml-language-server: $schema=x
        # The file.

        # Teams
        teams:   # all
          # A
          a:     # one
              # led
              lead: tom    # by tom
              name: A #named
              members:  # who
                # the first
                - bo   # bo
                - cy
                # more to come
              # inside a

          # B
          b: {name: B}
          # inside teams

        # People

        # still
        people: {}
        # The end.
        """,
        """
        # yaml-language-server: $schema=x
        # The file.

        # People

        # still
        people: {}

        # Teams
        teams: # all
          # A
          a: # one
            name: A #named
            # led
            lead: tom # by tom
            members: # who
              # the first
              - bo # bo
              - cy
              # more to come
            # inside a

          # B
          b: {name: B}
          # inside teams
        # The end.
        """,
    )


def test_comments_at_the_head_are_about_the_file() -> None:
    """They stay at the head when another section comes first."""
    becomes(
        "# schema\nteams: {}\n# p\npeople: {}\n",
        "# schema\n\n# p\npeople: {}\n\nteams: {}\n",
    )


def test_comments_in_braces_and_brackets() -> None:
    """What has a comment inside gets lines, so that the comment keeps its place."""
    becomes(
        """
        people:
          ana: {  # ana
            # her name
            name: Ana,  # hers
            role: engineer
            # below
          }  # done
          bo: {name: Bo,
               role: engineer} # bo
        teams:
          a:
            members: [ana, # first
                      bo]
            domains: [
              # none yet
            ]
        """,
        """
        people:
          ana: # ana
            # her name
            name: Ana # hers
            role: engineer
            # below
            # done
          bo: {name: Bo, role: engineer} # bo

        teams:
          a:
            members:
              - ana # first
              - bo
            # none yet
            domains: []
        """,
    )


def test_comments_around_dashes_and_colons() -> None:
    """A comment between a dash or a colon and what follows comes to stand above it."""
    becomes(
        """
        teams:
          a:
            lead:  # led
              # by
              tom  # tom
            members:
            -  # the first
              # who
              allocation: 50%  # half
              # whole
              person: ana
        """,
        """
        teams:
          a:
            # led
            # by
            lead: tom # tom
            members:
              # the first
              # who
              # whole
              - person: ana
                allocation: 50% # half
        """,
    )


# --- waivers


def test_waivers_keep_their_line() -> None:
    """What stands in the line of a waiver stays there, however long, and in this order; what does not stays away."""
    stays(f"""
        teams:
          # orgmodel: waive T001 because of the next line
          a: {{name: {"a" * 60}, purpose: {"b" * 60}}}
          b: {{name: {"a" * 60}, purpose: {"b" * 60}}} # orgmodel: waive T001 because of this line
          c: # orgmodel: waive T002 because
            lead: tom # orgmodel: waive L001 because
            members: # orgmodel: waive T003 because
              - ana

        dependencies:
          - to: a # orgmodel: waive C001 because
            from: b
          # orgmodel: waive C001 because
          - x-by: [{"a" * 60}, {"b" * 60}]
            from: b
    """)


def test_a_waiver_alone_stays_above_what_it_speaks_of() -> None:
    """It speaks of the next line that says something, however it is indented."""
    becomes(
        """
        teams:
          a: {}
            # orgmodel: waive T001 because

          # of b
          b: {}
            # orgmodel: waive T001 because
        people: {}
        """,
        """
        # orgmodel: waive T001 because
        people: {}

        teams:
          a: {}
          # orgmodel: waive T001 because

          # of b
          b: {}
        """,
    )


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("people:\n  ana: {name: Ana,\n    role: x} # orgmodel: waive T001 because\n", 3),
        ("people:\n  ana: {name: Ana, # orgmodel: waive T001 because\n    role: x}\n", 2),
        ("people:\n  # orgmodel: waive T001 because\n  ana: {name: Ana,\n    role: x}\n", 3),
        ("people:\n  ana:\n    title: one\n      two # orgmodel: waive T001 because\n", 4),
        ("teams:\n  a:\n    members:\n    - # orgmodel: waive T001 because\n      person: ana\n", 4),
        ("teams:\n  a:\n    members:\n    # orgmodel: waive T001 because\n    -\n      person: ana\n", 5),
        ("dependencies:\n# orgmodel: waive C001 because\n- x-by: [a,\n    b]\n  from: a\n", 3),
        ("teams:\n  a:\n    members:\n    -\n      person: ana # orgmodel: waive T001 because\n", 4),
        ("{teams: {a: {}}} # orgmodel: waive T001 because\n", 1),
    ],
)
def test_a_waiver_that_would_speak_of_something_else(written: str, line: int) -> None:
    """The file stays as it is, and the line is said."""
    assert ("what this waiver speaks of would change: put it beside the entity, or above its line", line) == left(
        written
    )


# --- what is left


@pytest.mark.parametrize(
    ("written", "reason", "line"),
    [
        ("people:\n  ana: &a {}\n  bo: *a\n", "it has anchors", 2),
        ("people:\n  ana: !x {}\n", "it has a tag", 2),
        ("people:\n  ana: {name: !!str 5}\n", "it has a tag", 2),
        ("---\npeople:\n  [a]: {}\n", "a key is no text", 3),
        ("people:\n  ~: {}\n", "a key is no text", 2),
        ("people: {}\n---\nteams: {}\n", "a second document begins", None),
        ("- a\n", "it does not begin with a section", 1),
        ("people: {a: {x: 1, x: 2}}\n", "a key is written twice", 1),
        ("people: {}\n...\n", "it has directives, or marks where documents begin or end", 2),
        ("%YAML 1.1\n---\npeople: {}\n", "it has directives, or marks where documents begin or end", 1),
        ("people:\n  a: {name: x\u2028y}\n", "it holds the line end U+2028", 2),
        ("people: {\n", "it is not YAML", None),
    ],
)
def test_what_is_left_as_it_is(written: str, reason: str, line: int | None) -> None:
    """One line says why."""
    assert (reason, line) == left(written)
