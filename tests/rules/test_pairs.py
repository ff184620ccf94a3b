"""What the rules about single dependencies share."""

import pytest

from orgmodel.graph import OrgGraph
from orgmodel.model.dependencies import Dependency
from orgmodel.model.organisation import Org
from orgmodel.model.teams import Team
from orgmodel.rules.pairs import is_between_teams

TEAMS = {
    "search": Team(id="search"),
    "ads": Team(id="ads"),
    "bank": Team(id="bank", external=True),
    "post": Team(id="post", external=True),
}


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("search", "ads", True),
        ("search", "bank", True),
        ("bank", "search", True),
        ("bank", "post", False),
        ("search", "search", False),
        ("search", "nobody-knows", False),
        ("nobody-knows", "search", False),
        ("nobody-knows", "unheard-of", False),
    ],
)
def test_a_dependency_is_between_two_described_teams_of_which_one_is_ours(
    source: str, target: str, expected: bool
) -> None:
    """What leads to a team that no file describes, to itself, or from stranger to stranger, is not asked."""
    dependency = Dependency(source=source, target=target)
    assert expected == is_between_teams(OrgGraph(Org(teams=TEAMS, dependencies=(dependency,))), dependency)
