"""What the canonical order and style of a file are."""

from tests.exchange.formatting_support import becomes, stays

# --- order


def test_sections_and_fields_come_in_the_order_of_the_model() -> None:
    """What the model does not know comes last; entities and items keep their order."""
    becomes(
        """
        x-own: 1
        teams:
          b: {lead: tom, x-floor: 2, headcount: 3, name: B}
          a:
            members: [zoe, ana]
            colour: red
            name: A
        people:
          zoe: {}
        """,
        """
        people:
          zoe: {}

        teams:
          b: {name: B, lead: tom, headcount: 3, x-floor: 2}
          a:
            name: A
            members: [zoe, ana]
            colour: red

        x-own: 1
        """,
    )


def test_fields_inside_lists_are_ordered_too() -> None:
    """Members, steps and dependencies have fields of their own."""
    becomes(
        """
        teams:
          a: {members: [{allocation: 50%, person: tom}, ana]}
        dependencies:
        - kind: api
          to: b
          from: a
        """,
        """
        teams:
          a: {members: [{person: tom, allocation: 50%}, ana]}

        dependencies:
          - from: a
            to: b
            kind: api
        """,
    )


def test_what_is_written_twice_stays_in_two() -> None:
    """What is read as one is not joined, and what is read once is not dropped."""
    becomes(
        """
        teams:
          a: {lead: x}
          a: {lead: z}
        people: {}
        teams:
          b: {}
        """,
        """
        people: {}

        teams:
          a: {lead: x}
          a: {lead: z}

        teams:
          b: {}
        """,
    )


def test_plans_keep_the_order_of_their_changes() -> None:
    """The case and the waves have an order; what a change says comes as it is written."""
    becomes(
        """
        changes:
        - move_person: {person: bo, to: [a], from: b}
        - remove:
            entity: team:b
        plan: {objective: Less waiting, name: One team}
        """,
        """
        plan:
          name: One team
          objective: Less waiting

        changes:
          - move_person: {person: bo, to: [a], from: b}
          - remove:
              entity: team:b
        """,
    )


# --- braces, brackets, lines


def test_braces_stay_where_they_fit() -> None:
    """What is too long goes on below its first field; if one line is too short for a field, each has its own."""
    name, url = "N" * 46, "u" * 92
    becomes(
        f"""
        people:
          ana: {{role: engineer,
                name: Ana}}
          bo: {{name: {name}, title: {name}, role: engineer}}
          cy: {{name: {url}{name}, role: engineer}}
        teams:
          a:
            api: {{docs: {url}, versioning: by date, contact: someone}}
            members:
              - {{person: ana, x-why: {url}, role: engineer}}
          b:
            api: {{docs: {url}{name}, contact: someone}}
        """,
        f"""
        people:
          ana: {{name: Ana, role: engineer}}
          bo: {{name: {name}, title: {name},
               role: engineer}}
          cy:
            name: {url}{name}
            role: engineer

        teams:
          a:
            members:
              - {{person: ana, role: engineer,
                 x-why: {url}}}
            api: {{docs: {url},
                  contact: someone, versioning: by date}}
          b:
            api:
              docs: {url}{name}
              contact: someone
        """,
    )


def test_sections_in_braces_are_opened() -> None:
    """Entities stand on lines of their own, even in a file that is JSON."""
    becomes(
        '{"teams": {"a": {"lead": "x"}, "b": {}}, "dependencies": [{"to": "b", "from": "a"}]}',
        """
        teams:
          a: {lead: x}
          b: {}

        dependencies:
          - {from: a, to: b}
        """,
    )


def test_lists_of_names_stand_on_one_line_where_they_fit() -> None:
    """Too long they have a line each, and what is more than names keeps its lines."""
    becomes(
        f"""
        teams:
          a:
            members:
            - ana
            - bo
          b:
            members: [{"ana, " * 24}bo]
          c:
            members:
            - {{person: ana}}
            - bo
          d:
            domains:
            - {"x" * 50}
            - {"z" * 50}
        """,
        f"""
        teams:
          a:
            members: [ana, bo]
          b:
            members:
              {f"- ana{chr(10)}              " * 24}- bo
          c:
            members:
              - {{person: ana}}
              - bo
          d:
            domains:
              - {"x" * 50}
              - {"z" * 50}
        """,
    )


def test_empty_lines() -> None:
    """One stands between sections; elsewhere one stays, none at the beginning of a block, none at the end."""
    becomes(
        """


        people:

          ana: {}


          bo:

            name: Bo

            role: engineer
        teams: {}


        """,
        """
        people:
          ana: {}

          bo:
            name: Bo

            role: engineer

        teams: {}
        """,
    )


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
