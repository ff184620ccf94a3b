"""The fields of a team as a change gives them."""

from dataclasses import fields
from typing import Any

from orgmodel.model.teams import Team


def team_fields(stated: Team) -> dict[str, Any]:
    """Return the fields of a team that a change states, its id included; what only the change has is left out."""
    found = {field.name: getattr(stated, field.name) for field in fields(Team)}
    return {name: value for name, value in found.items() if value is not None}
