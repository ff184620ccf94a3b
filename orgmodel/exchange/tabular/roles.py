"""Who has which role in an initiative."""

from collections.abc import Iterable, Mapping
from typing import Final

from orgmodel.exchange.tabular.cells import Fields
from orgmodel.exchange.tabular.draft import Draft, items_of, named, one_or_list
from orgmodel.exchange.tabular.problems import quoted
from orgmodel.exchange.tabular.rows import Row
from orgmodel.exchange.tabular.teams import add_role
from orgmodel.model.closest import closest
from orgmodel.model.faults import UnknownNameError
from orgmodel.model.initiatives import Participation

PARTS: Final = ("leader", "sponsor", "author", "deputy", "approver", "people")
"""What a role can make of somebody; `people` are those who work on an initiative."""

ROLES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("leader", "lead", "owner", "dri", "poc", "point-of-contact"), "leader"),
    "sponsor": "sponsor",
    **dict.fromkeys(("author", "authors"), "author"),
    **dict.fromkeys(("approver", "approvers"), "approver"),
}
"""What the usual roles make of somebody; any other role makes them one of `people`."""


def parts_of_roles(overrides: Mapping[str, str]) -> dict[str, str]:
    """Return what each role makes of somebody, the user's word before the usual.

    Raises
    ------
    UnknownNameError
        If an override names a part that there is not.
    """
    parts = {role.strip().casefold(): part.strip().casefold() for role, part in overrides.items()}
    wrong = sorted(set(parts.values()) - set(PARTS))
    if wrong:
        raise UnknownNameError(f"a role cannot mean {quoted(wrong[0])}: it can mean {', '.join(PARTS)}")
    return {**ROLES, **parts}


def add_initiative_people(draft: Draft, parts: Mapping[str, str]) -> None:
    """Add the table `initiative_people`.

    Parameters
    ----------
    draft
        The organisation file so far, with its initiatives.
    parts
        What each role makes of somebody.
    """
    leaders: dict[str, dict[str, Fields]] = {}
    people: dict[str, dict[str, Fields]] = {}
    for row in draft.rows("initiative_people"):
        initiative = draft.entity("initiatives", row, "initiative")
        part = parts.get(row["role"].casefold(), "people")
        if part in ("leader", "people"):
            place = (leaders if part == "leader" else people).setdefault(row["initiative"], {})
            _take_part(draft, place.setdefault(row["person"], {}), row, role="" if part == "leader" else row["role"])
        else:
            _appoint(draft, initiative, row, part)
    for id, those in leaders.items():
        draft.section("initiatives")[id]["leader"] = one_or_list(_listed(those))
    for id, those in people.items():
        draft.section("initiatives")[id]["people"] = _listed(those)


def report_unused(draft: Draft, overrides: Iterable[str]) -> None:
    """Report the roles that the user gave a meaning but no row has."""
    rows = list(draft.rows("initiative_people"))
    used = {row["role"].casefold() for row in rows}
    for role in sorted(role for role in overrides if role.strip().casefold() not in used):
        file = rows[0].file if rows else "initiative_people"
        best = closest(role, used)
        message = f"no row has the role {quoted(role)}" + (f"; did you mean {best}?" if best else "")
        draft.log.add(message, file=file, column="role")


def _listed(people: Mapping[str, Fields]) -> list[object]:
    return [named("person", person, fields) for person, fields in people.items()]


def _take_part(draft: Draft, fields: Fields, row: Row, *, role: str) -> None:
    draft.merge(fields, row, Participation)
    add_role(fields, role)


def _appoint(draft: Draft, initiative: Fields, row: Row, part: str) -> None:
    """Make somebody the sponsor, author, deputy or an approver, which is nothing that takes a share of their time."""
    if row["allocation"]:
        row.report(draft.log, f"is not kept: the file has none for the part {part}", column="allocation")
    if part == "approver":
        _add_step(initiative, row["person"])
    elif initiative.setdefault(part, row["person"]) != row["person"]:
        message = f"is not kept: an initiative has one {part}, and an earlier row names another"
        row.report(draft.log, message, column="person")


def _add_step(initiative: Fields, person: str) -> None:
    steps, step = items_of(initiative, "steps"), {"by": person, "can": "approve"}
    if step not in steps:
        steps.append(step)
