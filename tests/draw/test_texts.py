"""What a picture says as Mermaid and as JSON."""

import json
import re

import pytest

from orgmodel.draw.outline import Outline, OutlineGroup, OutlineLink, OutlineNode
from orgmodel.draw.texts import document, mermaid
from tests.draw.test_dot import NAMES


def outline_of(teams: int, *, groups: int = 0, links: int = 0) -> Outline:
    """Return an outline of that many teams, spread over groups, with links of growing weight."""
    nodes = [OutlineNode(id=f"t{n}", label=f"T{n}", group=f"g{n % groups}" if groups else None) for n in range(teams)]
    return Outline(
        view="v",
        title="Question",
        facts=("one", "two"),
        nodes=tuple(nodes),
        links=tuple(
            OutlineLink(source=f"t{n % teams}", target=f"t{(n + 1 + n // teams) % teams}", weight=n + 1.0)
            for n in range(links)
        ),
        groups=tuple(OutlineGroup(id=f"g{n}", label=f"G{n}") for n in range(groups)),
    )


def test_mermaid_says_what_there_is() -> None:
    """Boxes, groups around them, links with their words, and colours that mean something."""
    outline = Outline(
        view="v",
        title="Who",
        nodes=(
            OutlineNode(id="a", label="A", lines=("6 people",), group="g", badges=("hot spot",), look="heat-4"),
            OutlineNode(id="b", label="B", look="removed"),
        ),
        links=(OutlineLink(source="a", target="b", label="3 d", look="cycle"),),
        groups=(OutlineGroup(id="g", label="G"), OutlineGroup(id="h", label="H", parent="g")),
    )
    assert [
        "flowchart LR",
        "  %% Who",
        '  n1["B"]',
        '  subgraph g0["G"]',
        '    n0["A<br/>6 people<br/>hot spot"]',
        '    subgraph g1["H"]',
        "    end",
        "  end",
        '  n0 -->|"3 d"| n1',
        "  classDef heat-4 fill:#D7301F,stroke:#CBD2D9,color:#FFFFFF",
        "  class n0 heat-4",
        "  classDef removed fill:#FFFFFF,stroke:#D55E00,color:#616E7C,stroke-dasharray:4 3",
        "  class n1 removed",
        "  linkStyle 0 stroke:#0072B2",
    ] == mermaid.written(outline).splitlines()


@pytest.mark.parametrize("name", [*NAMES, "end", "%%{init: {}}%%", "a\nb", "click x href"])
def test_names_in_mermaid_are_only_text(name: str) -> None:
    """Nothing that is written in a name ends its box, its line or the comment that it stands in."""
    outline = Outline(view="v", title=name, facts=(name,), nodes=(OutlineNode(id="a", label=name),))
    lines = mermaid.written(outline).splitlines()
    assert 4 == len(lines)
    assert all(line.startswith("  %%") and "{" not in line for line in lines[1:3])
    inside = re.fullmatch(r'  n0\["(.*)"\]', lines[3])
    assert inside
    assert not set('"<>{}|`') & set(inside[1])


def test_many_boxes_fold_into_their_groups() -> None:
    """Above sixty boxes groups stand for them, and the links between groups are summed."""
    said = mermaid.written(outline_of(90, groups=9, links=200))
    assert 9 == len(re.findall(r"^  n\d+\[", said, re.MULTILINE))
    assert '["G0<br/>10 inside"]' in said
    assert "90 boxes are folded into their groups" in said


def test_many_boxes_without_groups_lose_the_weakest() -> None:
    """Without groups those with the strongest links stay, and the others are counted."""
    said = mermaid.written(outline_of(90, links=90))
    assert 60 == len(re.findall(r"^  n\d+\[", said, re.MULTILINE))
    assert "30 boxes with weaker links are not shown" in said


def test_links_stay_below_the_limit_of_mermaid() -> None:
    """Of too many links the strongest stay, and the others are counted."""
    said = mermaid.written(outline_of(50, links=900))
    assert mermaid.MOST_LINKS == said.count("-->")
    assert "600 weaker links are not shown" in said
    assert len(said) < 50_000


def test_json_says_all_but_what_is_empty() -> None:
    """The document has a version, and no fields that say nothing."""
    found = json.loads(document.written(outline_of(2, groups=1, links=1)))
    assert {"version": 1, "view": "v", "title": "Question"} == {key: found[key] for key in ("version", "view", "title")}
    assert {"id": "t0", "label": "T0", "group": "g0", "look": "plain"} == found["nodes"][0]
    assert {"source": "t0", "target": "t1", "weight": 1.0, "look": "plain"} == found["links"][0]
    assert [] == found["notes"]
