"""People and teams, with who is in them and who leads them."""

from typing import Final

from orgmodel.exchange.tabular.cells import Fields, fields_of
from orgmodel.exchange.tabular.draft import Draft, named, one_or_list
from orgmodel.exchange.tabular.problems import quoted
from orgmodel.exchange.tabular.rows import Row
from orgmodel.model.people import Person
from orgmodel.model.teams import Membership, Team

_LEAD_ROLES: Final = ("", "lead", "leader")
_LIAISON: Final = "liaison"
_BETWEEN_ROLES: Final = ", "

Members = dict[str, dict[str, Fields]]
"""For each team its members, each with what is said of the membership."""


def add_people(draft: Draft) -> None:
    """Add the table `people`."""
    for row in draft.rows("people", by=["id"]):
        draft.section("people")[row["id"]] = fields_of(row, Person, draft.log)


def add_teams(draft: Draft) -> None:
    """Add the tables `teams`, `members` and `leads`."""
    for row in draft.rows("teams", by=["id"]):
        draft.section("teams")[row["id"]] = fields_of(row, Team, draft.log)
    members: Members = {}
    for row in draft.rows("members", by=["team", "person"]):
        draft.entity("teams", row, "team")
        members.setdefault(row["team"], {})[row["person"]] = fields_of(row, Membership, draft.log)
    _add_leads(draft, members)
    for team, people in members.items():
        draft.section("teams")[team]["members"] = [named("person", id, fields) for id, fields in people.items()]


def _add_leads(draft: Draft, members: Members) -> None:
    leads: dict[str, dict[str, None]] = {}
    for row in draft.rows("leads"):
        draft.entity("teams", row, "team")
        if row["role"].casefold().startswith(_LIAISON):
            add_role(members.setdefault(row["team"], {}).setdefault(row["person"], {}), row["role"])
        else:
            leads.setdefault(row["team"], {})[row["person"]] = None
            _report_role(draft, row)
    for team, people in leads.items():
        draft.section("teams")[team]["lead"] = one_or_list(people)


def add_role(fields: Fields, role: str) -> None:
    """Add a role to what is said of a person's part, beside the roles that are there."""
    known = str(fields.get("role", ""))
    if role and role not in known.split(_BETWEEN_ROLES):
        fields["role"] = f"{known}{_BETWEEN_ROLES}{role}" if known else role


def _report_role(draft: Draft, row: Row) -> None:
    if row["role"].casefold() not in _LEAD_ROLES:
        row.report(draft.log, f"{quoted(row['role'])} is taken as a lead; the word is not kept", column="role")
