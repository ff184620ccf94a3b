"""The ways to a yes: what is shown of decisions of every length, with paths of every kind and names of every kind."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.draw.decision_paths.placing import placed
from orgmodel.draw.decision_paths.values import Board, DecisionPath, Station
from orgmodel.draw.decisions import view
from orgmodel.draw.material import Choices, Material
from orgmodel.graph import OrgGraph
from orgmodel.model.decisions import Decision, Path, Step
from orgmodel.model.faults import UnknownNameError
from orgmodel.model.fields import Door
from orgmodel.model.finding import Finding, Subject
from orgmodel.model.initiatives import Initiative
from orgmodel.model.organisation import Org
from orgmodel.model.people import Person
from orgmodel.model.teams import Team
from tests.draw.legibility import faults
from tests.draw.organisations import HOSTILE
from tests.draw.support import SVG, tree_of, with_class

PEOPLE = {id: Person(id=id, name=id.title(), title=f"Head of {id}") for id in ("ana", "bo", "cy", "di", "eve", "fay")}
TEAMS = {
    "shop": Team(id="shop", name="Shop", lead=("ana",), headcount=7),
    "board": Team(id="board", name="Board", kind="council", headcount=6),
    "law": Team(id="law", external=True),
}


def approvals(*names: str, days: float | None = 3) -> tuple[Step, ...]:
    """Return steps that approve."""
    return tuple(Step(by=name, can="approve", days=days) for name in names)


def org_of(*decisions: Decision, initiatives: tuple[Initiative, ...] = ()) -> Org:
    """Return an organisation that takes decisions."""
    return Org(
        people=PEOPLE,
        teams=TEAMS,
        decisions={each.id: each for each in decisions},
        initiatives={each.id: each for each in initiatives},
    )


def decision(*steps: Step, id: str = "launch", door: Door | None = "two-way", **more: Any) -> Decision:
    """Return a decision of the shop that Ana takes."""
    return Decision(**{"id": id, "owner": "shop", "decider": "ana", "door": door, "steps": steps, **more})


def board(org: Org, *findings: Finding, **choices: Any) -> Board:
    """Return what is shown of the decisions of an organisation."""
    return view.compose(Material(graph=OrgGraph(org), findings=findings), Choices(**choices))


def only(org: Org, *findings: Finding) -> DecisionPath:
    """Return the one decision that is shown."""
    (found,) = board(org, *findings).decisions
    return found


def svg(org: Org, *findings: Finding, **choices: Any) -> str:
    """Draw the decisions of an organisation."""
    return str(view.draw(Material(graph=OrgGraph(org), findings=findings), **choices).document)


def texts(document: str) -> list[str]:
    """Return all texts of a picture that are seen."""
    return [each.text or "" for each in tree_of(document).iter(f"{SVG}text")]


def badges(station: Station) -> list[str]:
    """Return what the badges of a station say."""
    return [each.text for each in station.badges]


def finding(id: str = "launch", code: str = "D002", **evidence: object) -> Finding:
    """Return what an audit would find about a decision."""
    subject = Subject("decision", id)
    return Finding(
        code=code, name="too-many-approvals", severity="warning", subject=subject, message="m", evidence=evidence
    )


def test_the_way_to_a_yes() -> None:
    """From whoever asks to whoever decides, with who they are, what they can do, and how long that takes."""
    steps = (
        Step(by="bo", can="approve", days=3),
        Step(by="board", can="approve", days=9, why="one way of doing things"),
        Step(by="cy", can="veto", days=2.5),
        Step(by="law", can="veto", days=20, mandated="building law"),
        Step(by="di", can="advise", days=4),
        Step(by="eve", can="inform"),
        Step(by="fay"),
    )
    found = only(org_of(decision(*steps, door="one-way")))
    stations = found.first.stations
    assert ["Shop", "Bo", "Board", "Cy", "law", "Di", "Eve", "Fay", "Ana"] == [each.name for each in stations]
    assert [
        ["asks"],
        ["approves"],
        ["committee"],
        ["can veto alone"],
        ["mandated", "can veto alone"],
        ["advises"],
        ["informed"],
        ["asked, role unknown"],
        ["decides"],
    ] == [badges(each) for each in stations]
    assert ("7 people · Ana", "Head of bo", "council · 6 people") == tuple(each.second for each in stations[:3])
    assert ("external", "required: building law") == (stations[4].second, stations[4].reason)
    facts = ("3 approvals (limit 4)", "34.5 days of waiting", "4 days for advice", "1 mandated", "2 can say no alone")
    assert facts == found.facts
    said = set(texts(svg(org_of(decision(*steps, door="one-way")))))
    assert {"3 d", "9 d", "2.5 d", "20 d", "4 d", "? d", "usual wait in days", "wait unknown"} <= said


def test_unknown_waits_are_unknown() -> None:
    """A wait that is not stated is a question mark, never nothing, and is counted beside the known days."""
    found = only(org_of(decision(*approvals("bo", days=None), *approvals("cy"))))
    assert "3 days of waiting and 1 unknown wait" in found.facts
    assert [None, 3] == [each.days for each in found.first.stations if each.waits]
    assert "waiting unknown" in only(org_of(decision(*approvals("bo", days=None)))).facts
    assert "time unknown" in texts(svg(org_of(decision(*approvals("bo", days=None)))))


@pytest.mark.parametrize(("door", "limit"), [("two-way", 1), ("one-way", 4)])
def test_the_limit_of_the_door(door: Door, limit: int) -> None:
    """A line stands before the first approval that is over the limit, clear of every label."""
    org = org_of(decision(*approvals(*"abcdef"), door=door))
    over = [each.over for each in only(org).first.stations]
    assert [False] * (limit + 1) + [True] * (6 - limit) + [False] == over
    document = svg(org)
    assert f"over the limit of {limit}" in texts(document)
    assert f"limit of approvals beside the decider: {limit} at a {door} door" in texts(document)
    assert 6 - limit == texts(document).count("extra")
    assert [] == faults(document)


def test_what_does_not_count() -> None:
    """Mandated steps, advice, and what the decider says are no approvals that the limit is about."""
    steps = (
        Step(by="law", can="veto", mandated="law"),
        Step(by="bo", can="advise"),
        Step(by="ana", can="approve"),
        Step(by="cy", can="approve"),
    )
    found = only(org_of(decision(*steps)))
    assert (1, False) == (found.way.approvals, found.over)
    assert () == placed([found]).marks


def test_no_door_has_no_limit() -> None:
    """Where nobody says which door it is, no limit is drawn, and that is said."""
    document = svg(org_of(decision(*approvals(*"abcdef"), door=None)))
    assert "door not stated" in texts(document)
    assert not any("limit" in each for each in texts(document))


def test_the_limit_of_the_audit() -> None:
    """Where an audit measures by another limit, the line stands there, and its finding is a badge of the decision."""
    found = only(org_of(decision(*approvals("bo", "cy", "di"))), finding(limit=2))
    assert (2, [False, False, False, True, False]) == (found.limit, [each.over for each in found.first.stations])
    assert ["too many approvals"] == [each.text for each in found.badges]


def test_alternatives() -> None:
    """Paths of which one suffices are lanes that hang from what they have in common; the lightest counts."""
    paths = (Path(decider="bo", steps=approvals("cy", "di")), Path(decider="eve"), Path(steps=approvals("fay")))
    found = only(org_of(decision(Step(by="board", can="advise", days=2), any_of=paths)))
    assert ["Shop", "Board"] == [each.name for each in found.first.stations]
    assert [["Cy", "Di", "Bo"], ["Eve"], ["Fay", "Ana"]] == [[s.name for s in each.stations] for each in found.others]
    assert "the lightest path: 0 approvals (limit 1)" == found.facts[0]
    document = svg(org_of(decision(Step(by="board", can="advise", days=2), any_of=paths)))
    assert {"path 1 of 3", "path 2 of 3", "path 3 of 3"} <= set(texts(document))
    assert [] == faults(document)
    shown = placed([found])
    keys = {spot.station.name: spot.key for spot in shown.spots}
    assert {"Cy", "Eve", "Fay"} == {
        name
        for name, key in keys.items()
        for arrow in shown.arrows
        if (arrow.source, arrow.target) == (keys["Board"], key)
    }


def test_of_many_paths_the_lightest() -> None:
    """Of more than six paths the lightest are drawn, and it is said."""
    paths = tuple(Path(decider="bo", steps=approvals(*"abcdefghij"[:number])) for number in range(9, 0, -1))
    found = only(org_of(decision(any_of=paths)))
    assert [f"path {number} of 9" for number in range(4, 10)] == [each.name for each in found.others]
    assert "the 6 lightest of 9 paths are drawn" in found.facts


def test_fifteen_steps() -> None:
    """A long way is set in rows of about the same length, one below the other."""
    found = only(org_of(decision(*approvals(*(f"s{number}" for number in range(15))))))
    tops = [spot.frame.top for spot in placed([found]).spots]
    assert [6, 6, 5] == [tops.count(top) for top in sorted(set(tops))]
    document = svg(org_of(decision(*approvals(*(f"s{number}" for number in range(15))))))
    assert [] == faults(document)
    assert 900 < float(tree_of(document).get("width", "nan")) < 1600


def test_ribbons_are_proportional() -> None:
    """Time is drawn to one scale for all decisions."""
    org = org_of(
        decision(*approvals("bo", days=10), *approvals("cy", days=20)), decision(*approvals("bo", days=5), id="x")
    )
    found = placed(board(org).decisions)
    wide = [each.frame.wide for each in found.ribbons]
    assert pytest.approx(found.wide, abs=3) == wide[0] + wide[1]
    assert [pytest.approx(2 * wide[0], abs=2), pytest.approx(0.5 * wide[0], abs=2)] == [wide[1], wide[2]]


def test_the_worst_come_first() -> None:
    """What is over its limit, takes most approvals and waits longest is above; the rest is counted and named."""
    many = [decision(*approvals("bo", days=number), id=f"d{number}") for number in range(1, 10)]
    worst = decision(*approvals("bo", "cy"), id="worst")
    calm = decision(*approvals("bo", "cy", "di"), id="calm", door="one-way")
    found = board(org_of(*many, worst, calm))
    assert ["worst", "calm", *(f"d{number}" for number in range(9, 3, -1))] == [each.name for each in found.decisions]
    assert ("d3", "d2", "d1") == found.names
    assert ("11 decisions", "the 8 with most approvals and waiting are drawn") == found.facts[:2]
    assert "1 over the limit of approvals: worst (2, limit 1)" in found.facts
    assert any(each.startswith("3 not drawn") for each in texts(svg(org_of(*many, worst, calm))))


def test_focus() -> None:
    """One decision can be drawn alone, or those in which somebody has a say."""
    org = org_of(decision(*approvals("bo"), id="one"), decision(*approvals("cy"), id="two"), decision(id="three"))
    assert ["one"] == [each.name for each in board(org, focus="decision:one").decisions]
    assert ["two"] == [each.name for each in board(org, focus="cy").decisions]
    assert {"one", "two", "three"} == {each.name for each in board(org, focus="shop").decisions}
    assert "one: how does a decision get to yes?" == board(org, focus="one").title
    assert "No decision is known in which Fay has a say." in texts(svg(org, focus="fay"))
    with pytest.raises(UnknownNameError, match="nothing is called ‘onee’; did you mean one"):
        board(org, focus="onee")


def test_only_findings() -> None:
    """Only decisions that are over their limit or have a finding are drawn."""
    org = org_of(decision(*approvals("bo", "cy"), id="over"), decision(id="found"), decision(id="calm"))
    shown = board(org, finding("found", code="D001"), only_findings=True)
    assert ["over", "found"] == [each.name for each in shown.decisions]
    calm = org_of(decision(id="calm"))
    assert "No decision has a finding or is over its limit." in texts(svg(calm, only_findings=True))


def test_approvals_of_initiatives() -> None:
    """What an initiative states itself is a decision as well."""
    initiative = Initiative(id="gift", door="one-way", steps=approvals("bo"))
    found = only(org_of(initiatives=(initiative,)))
    assert ("initiative:gift", "one-way", 1) == (found.id, found.door, found.way.approvals)


def test_nobody_and_nothing() -> None:
    """That nobody decides, that it is unknown who does, and that nobody is described, are told apart."""
    org = org_of(
        decision(id="a", decider="nobody"),
        decision(id="b", decider=None, owner=None),
        decision(*approvals("zed"), id="c"),
    )
    ends = {each.name: each.first.stations for each in board(org).decisions}
    assert ("nobody", "who decides is unknown") == (ends["a"][-1].name, ends["b"][-1].name)
    assert "who asks is unknown" == ends["b"][0].name
    assert ("zed", "not described") == (ends["c"][1].name, ends["c"][1].second)
    assert "who is asked is not stated" in only(org_of(Decision(id="d"))).facts
    assert "No decisions are described." in texts(svg(Org()))
    assert [] == faults(svg(Org()))


def test_other_formats_say_the_same() -> None:
    """A decision is a group, everybody on its way a node, and the wait stands at the link to them."""
    said = json.loads(svg(org_of(decision(*approvals("bo", "cy"))), format="json"))
    assert ["two-way door", "2 approvals (limit 1)", "6 days of waiting"] == said["groups"][0]["lines"]
    assert [("Shop", ["asks"]), ("Bo", ["approves"]), ("Cy", ["extra", "approves"]), ("Ana", ["decides"])] == [
        (node["label"], node["badges"]) for node in said["nodes"]
    ]
    assert ["3 d", "3 d", None] == [link.get("label") for link in said["links"]]
    assert svg(org_of(decision(*approvals("bo"))), format="mermaid").count("-->") == 2


def test_hostile_names() -> None:
    """Names and reasons of every kind are texts in boxes of ordinary size."""
    people = {f"p{n}": Person(id=f"p{n}", name=name, title=name) for n, name in enumerate(HOSTILE)}
    steps = tuple(Step(by=id, can="veto", days=n, why=HOSTILE[n], mandated=HOSTILE[-n]) for n, id in enumerate(people))
    hostile = Decision(id="d", name=HOSTILE[0], door="two-way", decider="p1", steps=steps)
    document = svg(Org(people=people, decisions={"d": hostile}), link="https://wiki.example/{kind}/{id}")
    assert [] == faults(document)
    assert 2 + len(steps) == sum(each.tag == f"{SVG}a" for each in tree_of(document).iter())


@settings(max_examples=20)
@given(
    st.lists(
        st.builds(
            Step,
            by=st.sampled_from(["bo", "cy", "board", "law", "zed"]),
            can=st.sampled_from(["veto", "approve", "advise", "inform", None]),
            days=st.one_of(st.none(), st.floats(0, 400)),
        ),
        max_size=18,
    ),
    st.sampled_from(["two-way", "one-way", None]),
    st.integers(0, 3),
)
def test_any_way_is_legible(steps: list[Step], door: Door | None, paths: int) -> None:
    """Whatever is asked of whom, the picture is legible, and every station is there once."""
    any_of = tuple(Path(decider="bo", steps=tuple(steps[:number])) for number in range(paths)) or None
    org = org_of(decision(*steps, door=door, any_of=any_of))
    document = svg(org)
    assert [] == faults(document)
    stations = sum(len(strand.stations) for strand in only(org).strands)
    assert stations == len(list(with_class(tree_of(document), "om-node")))
