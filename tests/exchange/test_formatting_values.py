"""How values are written when a file is formatted, and what becomes of line ends and of empty files."""

from tests.exchange.formatting_support import becomes, stays

# --- values


def test_quotation_marks_stand_where_a_tool_needs_them() -> None:
    """Texts that some tool reads as something else get them; others lose them."""
    becomes(
        """
        people:
          ana: {name: 'Ana', title: "a: b", location: NO, level: 5, capacity: "50%", until: '2027-01-31'}
          007: {name: "null", role: ~, manager: null, timezone: 1.10}
          5: {title: , location: '5', dotted: [yes, '#x', "it's"]}
        teams:
          a: {external: "yes"}
          b: {external: yes, headcount: "12", x-own: [007, "007", 'plain', '12']}
        """,
        """
        people:
          ana: {name: Ana, title: "a: b", level: 5, location: "NO", capacity: 50%, until: 2027-01-31}
          "007": {name: "null", role: ~, manager: null, timezone: "1.10"}
          5: {title: ~, dotted: ["yes", "#x", it's], location: "5"}

        teams:
          a: {external: "yes"}
          b: {external: yes, headcount: 12, x-own: [007, "007", plain, "12"]}
        """,
    )


def test_nothing_stays_nothing() -> None:
    """What is absent is written as it was."""
    stays("people:\n  ana:\n  bo:\n    name: ~\n    title: null\n    role:\n\nteams:\n")


def test_long_texts() -> None:
    """What somebody wrote on one line stays there up to 120 columns, and is folded at 100 beyond that."""
    words = "word " * 30
    becomes(
        f"""
        teams:
          a:
            purpose: {words[:100]}end
          b:
            purpose: {words}end
          c:
            purpose: "{words[:30]}
               {words[:20]}end"
        """,
        f"""
        teams:
          a:
            purpose: {words[:100]}end
          b:
            purpose: >-
              {words[:94]}
              {words[95:]}end
          c:
            purpose: {words[:50]}end
        """,
    )


def test_texts_of_several_lines_keep_their_lines() -> None:
    """They are only indented; one whose header says more than how it ends is written anew."""
    becomes(
        """
        teams:
         a:
          purpose: >-   # folded
             one
             two

             three
          x-more: |
                 if:
                   so
         b:
          purpose: |2-
              one
             two
         c:
          purpose: |+
            one

        """,
        """
        teams:
          a:
            purpose: >- # folded
              one
              two

              three
            x-more: |
              if:
                so
          b:
            purpose: "  one\\n two"

          c:
            purpose: "one\\n\\n"
        """.replace('two"\n\n', 'two"\n'),
    )


def test_a_text_of_several_lines_at_the_end() -> None:
    """Its last line end stays, and empty lines below go."""
    becomes("teams:\n  a:\n    purpose: |\n     so\n\n\n", "teams:\n  a:\n    purpose: |\n      so\n")
    stays("teams: |\n  none\n")


# --- the file


def test_line_ends_and_the_mark_at_the_beginning() -> None:
    """Windows line ends become line feeds, the mark goes, and the file ends in one line end."""
    becomes("\ufeffpeople:\r\n  ana: {}\r\n# end", "people:\n  ana: {}\n# end\n")
    becomes("people:\r  ana: {}", "people:\n  ana: {}\n")


def test_the_sign_that_a_document_begins_stays() -> None:
    """Tools that want it find it."""
    becomes("# who\n\n---  # x\n\nteams: {}\n", "# who\n--- # x\nteams: {}\n")
    stays("---\nteams: {}\n")


def test_files_that_say_nothing() -> None:
    """They keep their comments."""
    stays("")
    stays("# nothing yet\n\n# more\n")
    becomes("{}", "{}\n")
