"""The picture of initiatives: which are single-threaded, by what the audit found, for few and for very many."""

from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.api.basics import defaults
from orgmodel.auditing import audited
from orgmodel.draw.initiatives import view
from orgmodel.draw.material import Choices, Material
from orgmodel.draw.threads.cast import MOST
from orgmodel.draw.threads.layout import apart_by, kept_within, layout_of
from orgmodel.draw.threads.order import Order, components, crossings, few_crossings
from orgmodel.draw.threads.values import ThreadPicture
from orgmodel.graph import OrgGraph
from orgmodel.model.faults import UnknownNameError
from orgmodel.model.initiatives import Assignment, Contribution, Initiative, Leadership
from orgmodel.model.organisation import Org
from orgmodel.model.people import Person
from orgmodel.model.teams import Team
from tests.draw.legibility import faults
from tests.draw.materials import by_chance, of_org
from tests.draw.support import SVG, classes, tree_of, with_class
from tests.reorg.applying.support import org_of

SHOP = """
people: {ana: {name: Ana}, ben: {name: Ben}, cam: {name: Cam}, dee: {name: Dee}, eva: {name: Eva}}
teams:
  shop: {headcount: 6}
  search: {headcount: 6}
  pay: {headcount: 6}
  risk: {headcount: 6}
  mail: {headcount: 6}
  desk: {headcount: 6}
initiatives:
  solo: {name: Solo, leader: ana, team: shop, contributors: [{team: mail, ask: self-service}]}
  wide:
    name: Wide
    leader: {person: ben, allocation: 100%}
    team: search
    contributors: [{team: pay, ask: custom, allocation: 20%}, risk]
  lost: {name: Lost, leader: nobody, team: pay, contributors: []}
  twins: {name: Twins, leader: [{person: cam, allocation: 50%}, {person: dee, allocation: 20%}], team: desk}
  later: {name: Later, stage: idea, leader: eva, team: mail}
  unsaid: {name: Unsaid, team: mail, contributors: []}
"""


def picture_of(org: Org, **choices: object) -> ThreadPicture:
    """Compose the picture of an organisation and its audit."""
    return composed(of_org(org, view), **choices)


def composed(material: Material, **choices: object) -> ThreadPicture:
    """Compose the picture of some material."""
    return view.compose(material, Choices(**choices))  # type: ignore[arg-type]  # fields by name


def svg_of(org: Org, **choices: object) -> str:
    """Draw the picture of an organisation and its audit."""
    return str(view.draw(of_org(org, view), **choices).document)


def many(number: int, *, led: int, groups: int = 6) -> Org:
    """Return initiatives with a team of their own, of which so many have a leader of their own."""
    people = {f"p{n}": Person(id=f"p{n}") for n in range(number)}
    homes = {f"g{n}": Team(id=f"g{n}", kind="group") for n in range(groups)}
    teams = {f"t{n}": Team(id=f"t{n}", headcount=6, parent=f"g{n % groups}") for n in range(number)}
    found = {
        f"i{n:04d}": Initiative(
            id=f"i{n:04d}",
            leader=(Leadership(person=f"p{n}"),) if n < led else (),
            team=Assignment(team=f"t{n}"),
            contributors=(),
        )
        for n in range(number)
    }
    return Org(people=people, teams=homes | teams, initiatives=found)


def texts(document: str) -> list[str]:
    """Return all texts of a picture that are seen."""
    return [each.text or "" for each in tree_of(document).iter(f"{SVG}text")]


def test_threading_is_what_the_audit_found() -> None:
    """An initiative with a finding about its leader has none; the others are told apart by their teams."""
    found = {work.id: work.threading for work in picture_of(org_of(SHOP)).works}
    assert {"solo": "single", "wide": "several", "lost": "none", "twins": "none", "unsaid": "none"} == found


def test_a_box_says_leader_teams_and_findings() -> None:
    """The second line is who leads and with how much time; badges have the numbers of the findings."""
    works = {work.id: work for work in picture_of(org_of(SHOP)).works}
    said = {id: (work.second, work.pill.text, [badge.text for badge in work.badges]) for id, work in works.items()}
    assert ("Ana", "1 team", []) == said["solo"]
    assert ("Ben · 100 % of the time", "3 teams", []) == said["wide"]
    assert ("no leader", "1 team", []) == said["lost"]
    assert ("Cam 50 %, Dee 20 %", "1 team", ["2 leaders", "leader 20 %"]) == said["twins"]
    assert ("no leader", "1 team", []) == said["unsaid"]


def test_a_leader_that_is_unknown() -> None:
    """Where no initiative names a leader nothing is known of them, and nothing is painted as a fault."""
    picture = picture_of(org_of("teams: {shop: {headcount: 6}}\ninitiatives: {a: {team: shop}, b: {}}"))
    assert [("leader unknown", "open")] * 2 == [(work.second, work.threading) for work in picture.works]
    assert {"1 team", "team unknown"} == {work.pill.text for work in picture.works}
    assert "2 not known or not judged" in picture.facts


def test_a_team_that_is_unknown() -> None:
    """A leader alone makes no initiative single-threaded: it may run through any number of teams."""
    org = org_of("people: {ana: {}, ben: {}}\ninitiatives: {a: {leader: ana}, b: {leader: ben}}")
    assert [("team unknown", "open")] * 2 == [(work.pill.text, work.threading) for work in picture_of(org).works]


def test_facts_count_all_and_name_the_worst() -> None:
    """The numbers above the picture are those of all initiatives under way."""
    facts = picture_of(org_of(SHOP)).facts
    assert "5 initiatives under way" in facts
    assert "3 without a single-threaded leader" in facts
    assert "1 with one team and its own leader" in facts
    assert "worst: Lost (1 team, no leader)" in facts
    assert "1 team works on several, pay on 2" in facts


def test_what_is_not_under_way_is_said() -> None:
    """Ideas are not drawn; they are named with their stage."""
    picture = picture_of(org_of(SHOP))
    assert ("Later (idea)",) == picture.apart
    assert "Later" not in [work.name for work in picture.works]


def test_a_leader_of_several_marks_each_of_them() -> None:
    """The audit has one finding about a leader of two initiatives; the picture shows it on both."""
    org = org_of(SHOP.replace("leader: nobody", "leader: ana"))
    works = {work.id: work for work in picture_of(org).works}
    assert {"leads 2"} == {badge.text for id in ("solo", "lost") for badge in works[id].badges if badge.tone == "error"}
    assert ["none", "none"] == [works[id].threading for id in ("solo", "lost")]


def test_a_finding_that_covers_another_says_the_same() -> None:
    """Where several teams work on it and its leader leads another, that one is marked too."""
    org = org_of(SHOP.replace("leader: nobody", "leader: ben"))
    works = {work.id: work for work in picture_of(org).works}
    assert ["leads 2"] == [badge.text for badge in works["wide"].badges]
    assert ["leads 2"] == [badge.text for badge in works["lost"].badges]
    assert ("error", "none") == (works["wide"].pill.tone, works["lost"].threading)


def test_what_no_rule_was_asked_about_is_left_open() -> None:
    """Where the rules about leaders are not asked, nothing that they would find is painted as single-threaded."""
    graph = OrgGraph(org_of(SHOP))
    rules = frozenset(code for code in defaults().rules if not code.startswith("L"))
    found = audited(graph, replace(defaults(), rules=rules), None, {}, None).standing
    works = composed(Material(graph=graph, findings=found)).works
    assert {"lost", "twins", "unsaid"} == {work.id for work in works if work.threading == "open"}


def test_threads_say_what_a_team_is_there_for() -> None:
    """The own team, one that must build, one of which it is not said, and one that is used by self-service."""
    threads = {(each.work, each.crew): each for each in picture_of(org_of(SHOP)).threads}
    asks = {key: each.ask for key, each in threads.items() if key[0] in ("solo", "wide")}
    assert {
        ("solo", "shop"): "own",
        ("solo", "mail"): "self-service",
        ("wide", "search"): "own",
        ("wide", "pay"): "custom",
        ("wide", "risk"): "unsaid",
    } == asks
    assert "pay must build or decide something for Wide, with 20 % of its time" == threads["wide", "pay"].tooltip


def test_lines_are_told_apart_without_colour() -> None:
    """The line of an own team is wider, and what is used by self-service is dashed."""
    lines: dict[str, tuple[str | None, str | None]] = {}
    for tie in with_class(tree_of(svg_of(org_of(SHOP))), "om-tie"):
        path = tie.findall(f"{SVG}path")[1]
        lines[tie.findtext(f"{SVG}title") or ""] = (path.get("stroke-width"), path.get("stroke-dasharray"))
    assert ("3", None) == lines["shop is the own team of Solo"]
    assert ("1.4", "2 4") == lines["mail is used by self-service for Solo"]
    assert ("1.4", None) == lines["risk takes part, not said how, in Wide"]


def test_a_team_says_on_how_many_it_works() -> None:
    """The audit's finding about a team gives its badge the tone; a team on one initiative has no badge."""
    pills = {crew.id: crew.pill for crew in picture_of(org_of(SHOP)).crews}
    assert pills["pay"] is not None
    assert ("2 threads", "info") == pills["pay"][:2]
    assert pills["shop"] is None


def test_the_legend_says_what_is_there() -> None:
    """A kind of line and a kind of threading is explained where it is drawn, and only there."""
    whole, one = texts(svg_of(org_of(SHOP))), texts(svg_of(many(1, led=1)))
    only_in_whole = [
        "no single-threaded leader",
        "used by self-service, no thread",
        "works on so many initiatives at once",
    ]
    assert [True] * 3 == [each in whole for each in only_in_whole]
    assert [False] * 3 == [each in one for each in only_in_whole]
    assert "one team, a leader of its own" in one
    assert "the team it belongs to" in one


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("teams: {shop: {headcount: 6}}", "No initiatives are described."),
        ("initiatives: {a: {stage: idea}, b: {stage: stopped}}", "None of 2 initiatives is under way."),
    ],
)
def test_nothing_to_show(text: str, said: str) -> None:
    """Without initiatives under way the picture says why it is empty."""
    org = org_of(text)
    assert said in texts(svg_of(org))
    assert (said,) == view.outline(picture_of(org)).notes[-1:]


def test_only_findings() -> None:
    """Only initiatives with a finding are shown; the others are counted."""
    picture = picture_of(org_of(SHOP), only_findings=True)
    assert {"lost", "twins", "unsaid"} == {work.id for work in picture.works}
    assert "2 without findings are not shown" in picture.facts
    assert "None of 3 initiatives has a finding." == picture_of(many(3, led=3), only_findings=True).nothing


def test_focus_on_a_team() -> None:
    """What a team works on is one step away, who else works on that two."""
    near, far = (picture_of(org_of(SHOP), focus="pay", depth=depth) for depth in (1, 2))
    assert {"wide", "lost"} == {work.id for work in near.works}
    assert ["pay"] == [crew.id for crew in near.crews if crew.chosen]
    assert "2 threads lead further than is shown" in near.facts
    assert {"pay", "search", "risk"} == {crew.id for crew in far.crews}


def test_focus_on_an_initiative_that_is_no_more_than_an_idea() -> None:
    """What is asked for by name is shown whatever its stage, and the stage is said."""
    picture = picture_of(org_of(SHOP), focus="later")
    assert [("later", "Eva · idea", True)] == [(work.id, work.second, work.chosen) for work in picture.works]


def test_focus_on_a_group() -> None:
    """A group stands for the teams below it."""
    picture = picture_of(many(12, led=12), focus="g1")
    assert {"t1", "t7"} == {crew.id for crew in picture.crews}


def test_focus_on_nothing_known() -> None:
    """An unknown name is one clear message with what was meant."""
    with pytest.raises(UnknownNameError, match="there is no initiative and no team ‘widde’; did you mean wide"):
        picture_of(org_of(SHOP), focus="widde")


@pytest.mark.parametrize(("number", "led"), [(61, 61), (100, 60), (300, 270), (300, 299), (700, 650)])
def test_hundreds_are_cut_to_a_page(number: int, led: int) -> None:
    """Those with findings come first, nothing is lost without being counted, and no side has more than sixty rows."""
    org = many(number, led=led)
    picture = picture_of(org)
    rows = len(picture.works) + len(picture.headings)
    assert rows <= MOST
    assert len(picture.crews) <= MOST
    shown = {work.id for work in picture.works}
    missing = {id for id in org.initiatives if int(id[1:]) >= led} - shown
    assert not missing or not any(work.threading == "single" for work in picture.works)
    said = next(fact for fact in picture.facts if fact.endswith(" not shown"))
    assert number - len(shown) == sum(int(word) for word in said.split() if word.isdigit())


def test_very_many_are_folded_into_groups() -> None:
    """Where too many have a finding groups stand in their place, and their tallies count every initiative."""
    picture = picture_of(many(400, led=100, groups=8))
    assert picture.is_folded
    assert {f"g{n}" for n in range(8)} == {work.id for work in picture.works} == {crew.id for crew in picture.crews}
    assert 300 == sum(work.tally["none"] for work in picture.works)
    assert 400 == sum(sum(work.tally.values()) for work in picture.works) == sum(each.many for each in picture.threads)
    assert "folded into 8 groups" in picture.facts


def test_fold_as_asked() -> None:
    """A level that is asked for is folded to, and its weakest lines are left out with their share said."""
    picture = picture_of(many(12, led=12), fold=1)
    assert {f"g{n}": 2 for n in range(6)} == {work.id: sum(work.tally.values()) for work in picture.works}
    assert ["single"] * 6 == [work.threading for work in picture.works]


def test_many_teams_fold_on_the_right() -> None:
    """Where more than sixty teams take part their groups stand in their place, with how many teams they stand for."""
    teams = {f"t{n}": Team(id=f"t{n}", headcount=6, parent=f"g{n % 4}") for n in range(90)}
    homes = {f"g{n}": Team(id=f"g{n}", kind="group") for n in range(4)}
    parts = tuple(Contribution(team=f"t{n}", ask="custom") for n in range(1, 90))
    big = Initiative(id="big", leader=(), team=Assignment(team="t0"), contributors=parts)
    picture = picture_of(Org(teams=homes | teams, initiatives={"big": big}))
    assert {"g0": 23, "g1": 23, "g2": 22, "g3": 22} == {each.crew: each.many for each in picture.threads}
    assert "90 teams folded into 4 groups" in picture.facts
    assert {"22 teams · 22 threads", "23 teams · 23 threads"} == {crew.pill.text for crew in picture.crews if crew.pill}


PAIRS = st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("uvwxyz")), unique=True, max_size=18)


def _slowly(order: Order, pairs: list[tuple[str, str]]) -> int:
    places = [(order.left.index(one), order.right.index(other)) for one, other in pairs]
    return sum((a - c) * (b - d) < 0 for (a, b), (c, d) in combinations(places, 2))


@settings(max_examples=30)
@given(PAIRS)
def test_crossings_are_counted(pairs: list[tuple[str, str]]) -> None:
    """The fast count is that of every two lines."""
    order = Order(tuple("fbdace"), tuple("xuzwyv"))
    assert _slowly(order, pairs) == crossings(order, pairs)


@settings(max_examples=30)
@given(PAIRS)
def test_the_order_never_crosses_more(pairs: list[tuple[str, str]]) -> None:
    """Blocks stay in their place and in one piece, all ends are there, and no more lines cross than at first."""
    blocks = [list("abc"), list("def")]
    order = few_crossings(blocks, pairs)
    assert [set("abc"), set("def")] == [set(order.left[:3]), set(order.left[3:])]
    assert {other for _, other in pairs} == set(order.right)
    first = Order(tuple("abcdef"), tuple(dict.fromkeys(other for id in "abcdef" for one, other in pairs if one == id)))
    assert crossings(order, pairs) <= crossings(first, pairs)


def test_what_hangs_together() -> None:
    """Parts are joined by what they share on the other side, and keep the order they come in."""
    assert [["b", "a"], ["c"]] == components(["b", "c", "a"], [("a", "x"), ("b", "x"), ("c", "y")])


def test_fewer_lines_cross_than_by_number_of_teams() -> None:
    """Sorted by number of teams, and teams by where they are first needed, many more lines would cross."""
    by_size = ours = 0
    for seed in (0, 12, 24):
        picture = composed(by_chance(view, seed))
        pairs = [(each.work, each.crew) for each in picture.threads]
        sizes = {work.id: sum(each.work == work.id for each in picture.threads) for work in picture.works}
        left = sorted(sizes, key=lambda id: (-sizes[id], id))
        right = dict.fromkeys(other for id in left for one, other in pairs if one == id)
        by_size += crossings(Order(tuple(left), tuple(right)), pairs)
        ours += crossings(Order(tuple(w.id for w in picture.works), tuple(c.id for c in picture.crews)), pairs)
    assert ours < 0.7 * by_size


@settings(max_examples=30)
@given(st.lists(st.integers(-50, 200).map(float), min_size=1, max_size=12))
def test_boxes_stand_near_what_they_want(wanted: list[float]) -> None:
    """Places keep their order and distance; where there is room for all wishes they are met, and bounds are kept."""
    placed = apart_by(wanted, 10)
    assert all(other - one >= 10 - 1e-6 for one, other in pairwise(placed))
    if all(other - one >= 10 for one, other in pairwise(wanted)):
        assert pytest.approx(wanted) == placed
    kept = kept_within(placed, 10, 0, 300)
    assert 0 <= kept[0]
    assert kept[-1] <= 300
    assert all(other - one >= 10 - 1e-6 for one, other in pairwise(kept))


def test_lines_leave_a_box_in_the_order_of_their_ends() -> None:
    """Two lines of one box never cross each other."""
    picture = picture_of(org_of(SHOP))
    layout = layout_of(picture)
    for (one, line), (other, second) in combinations(zip(picture.threads, layout.lines, strict=True), 2):
        if one.work == other.work:
            assert (line.start[1] - second.start[1]) * (line.end[1] - second.end[1]) > 0


@pytest.mark.parametrize(("seed", "choices"), [(0, {}), (3, {"mode": "dark"}), (7, {}), (19, {"fold": 1})], ids=str)
def test_pictures_are_legible(seed: int, choices: dict[str, object]) -> None:
    """Whatever initiatives are called and however many there are, nothing runs into anything else."""
    assert [] == faults(str(view.draw(by_chance(view, seed), **choices).document))


@pytest.mark.parametrize("picture", [{}, {"focus": "pay"}, {"focus": "wide", "depth": 2}], ids=str)
def test_a_small_picture_is_legible(picture: dict[str, object]) -> None:
    """The same for all kinds of lines, badges and edges."""
    assert [] == faults(svg_of(org_of(SHOP), **picture))


def test_links_lead_to_initiatives_and_teams() -> None:
    """A template gives each box an address by what it is."""
    tree = tree_of(svg_of(many(1, led=1), link="https://wiki.example/{kind}/{id}"))
    found = [each.get("href") for each in tree.iter(f"{SVG}a")]
    assert ["https://wiki.example/initiative/i0000", "https://wiki.example/team/t0"] == found


def test_no_link_leads_to_what_has_no_name() -> None:
    """The box of initiatives without a team of their own leads nowhere."""
    org = org_of("people: {ana: {}}\nteams: {a: {}}\ninitiatives: {x: {leader: ana}}")
    document = svg_of(org, fold=1, link="https://wiki.example/{kind}/{id}")
    assert "No team of its own known" in texts(document)
    assert [] == list(tree_of(document).iter(f"{SVG}a"))


def test_other_formats_say_the_same() -> None:
    """Nodes are both sides in their order, links say what a team is there for, and ids of both kinds never clash."""
    text = SHOP.replace("solo:", "shop:")
    outline = view.outline(picture_of(org_of(text)))
    assert {"initiative:shop", "team:shop"} <= {node.id for node in outline.nodes}
    labels = {(link.source, link.target): link.label for link in outline.links}
    assert "own team" == labels["initiative:shop", "team:shop"]
    assert "self-service" == labels["initiative:shop", "team:mail"]
    assert svg_of(org_of(text), format="mermaid").startswith("flowchart LR")


def test_the_chosen_box_stands_out() -> None:
    """What is in focus has a heavier edge."""
    tree = tree_of(svg_of(org_of(SHOP), focus="pay"))
    assert 1 == sum("om-chosen" in classes(each) for each in tree.iter(f"{SVG}rect"))
