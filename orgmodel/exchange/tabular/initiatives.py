"""Initiatives, with the teams and people that take part in them."""

from collections.abc import Mapping
from typing import Final, get_args

from orgmodel.exchange.tabular.cells import Fields, fields_of
from orgmodel.exchange.tabular.draft import Draft, named
from orgmodel.exchange.tabular.problems import quoted
from orgmodel.exchange.tabular.rows import Row
from orgmodel.model.initiatives import Contribution, Initiative, Stage

_STAGES: Final[Mapping[str, str]] = {
    **{stage: stage for stage in get_args(Stage)},
    **dict.fromkeys(("provisional", "proposed"), "press-release"),
    **dict.fromkeys(("implementable", "accepted"), "approved"),
    **dict.fromkeys(("in-progress", "active"), "building"),
    **dict.fromkeys(("implemented", "completed", "done"), "launched"),
    **dict.fromkeys(("withdrawn", "rejected", "deferred", "superseded", "replaced", "cancelled"), "stopped"),
}
"""The stage that each known status means; a stage's own name is itself."""


def add_initiatives(draft: Draft) -> None:
    """Add the tables `initiatives` and `initiative_teams`."""
    for row in draft.rows("initiatives", by=["id"]):
        initiative = fields_of(row, Initiative, draft.log)
        _add_stage(draft, initiative, row)
        draft.section("initiatives")[row["id"]] = initiative
    contributors: dict[str, dict[str, Fields]] = {}
    for row in draft.rows("initiative_teams"):
        initiative = draft.entity("initiatives", row, "initiative")
        _report_role(draft, row)
        if row["team"] == _own_team(initiative):
            _add_own_team(draft, initiative, row)
        else:
            part = contributors.setdefault(row["initiative"], {}).setdefault(row["team"], {})
            draft.merge(part, row, Contribution)
    for id, teams in contributors.items():
        parts = [named("team", team, fields) for team, fields in teams.items()]
        draft.section("initiatives")[id]["contributors"] = parts


def _add_stage(draft: Draft, initiative: Fields, row: Row) -> None:
    stated, status = row["stage"], row["status"]
    stage = _STAGES.get((stated or status).casefold())
    if stage:
        initiative["stage"] = stage
    elif stated:
        initiative["x-stage"] = stated
        message = f"{quoted(stated)} is none of {', '.join(get_args(Stage))}; it is kept as x-stage"
        row.report(draft.log, message, column="stage")
    if status and (not stage or _STAGES.get(status.casefold()) != stage):
        initiative["x-status"] = status
        _report_status(draft, row, stage)


def _report_status(draft: Draft, row: Row, stage: str | None) -> None:
    if not stage and not row["stage"]:
        message = f"{quoted(row['status'])} is not a known status; it is kept as x-status, and the stage is unknown"
        row.report(draft.log, message, column="status")


def _own_team(initiative: Fields) -> object:
    team = initiative.get("team")
    return team["team"] if isinstance(team, dict) else team


def _add_own_team(draft: Draft, initiative: Fields, row: Row) -> None:
    """Keep how much of its time the initiative's own team gives; the team is no contributor."""
    fields = fields_of(row, Contribution, draft.log)
    if "ask" in fields:
        row.report(draft.log, "is not kept for the initiative's own team, which is not asked", column="ask")
    if "allocation" in fields:
        initiative["team"] = {"team": row["team"], "allocation": fields["allocation"]}


def _report_role(draft: Draft, row: Row) -> None:
    if row["role"]:
        row.report(draft.log, f"{quoted(row['role'])} is not kept: contributing teams have no role", column="role")
