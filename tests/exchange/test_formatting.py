"""What the canonical order and style of a file are."""

from tests.exchange.formatting_support import becomes

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
