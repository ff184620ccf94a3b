"""The picture of a change: a part of it, folded, only findings, and of organisations of every size."""

from dataclasses import replace

import pytest

from orgmodel.draw.change import view
from orgmodel.draw.changes.folding import MOST
from orgmodel.draw.material import Choices
from orgmodel.model.faults import UnknownNameError
from orgmodel.model.organisation import Org
from orgmodel.model.teams import Team
from tests.draw.legibility import faults
from tests.draw.materials import of_change
from tests.draw.reorganisations import badges, comparison_of, drawn, of_plan, svg_of

# --- choices


def test_focus_on_a_group() -> None:
    """Only what is or was in it is shown, the other place of what moved included."""
    lines = [("desk: {parent: sales", "desk: {parent: works"), ("lead: eli, members", "lead: fay, members")]
    picture = drawn(*lines, focus="sales")
    assert ["ghost:desk", "team:shop", "team:desk"] == [card.id for card in picture.cards]
    assert ("Sales: what does the reorganisation change?", ()) == (picture.title, picture.unchanged)


def test_focus_on_a_team_shows_whom_it_exchanges_people_with() -> None:
    """A team is shown with those that people come from or go to, whether it is there before or after."""
    lines = [("desk: {parent: sales, members: [dee]}\n", ""), ("[gus]", "[gus, dee]")]
    picture = drawn(*[(lines[0][0], "pit: {parent: sales, headcount: 2}\n"), lines[1]], focus="team:desk")
    assert {"team:desk", "team:yard"} == {card.id for card in picture.cards}


def test_focus_by_a_former_id() -> None:
    """A renamed team is found by both ids."""
    line = ("yard: {", "park: {renamed_from: yard, ")
    assert drawn(line, focus="yard") == drawn(line, focus="park")


def test_an_unknown_focus_names_the_nearest() -> None:
    """The message says that it is in neither organisation."""
    with pytest.raises(UnknownNameError, match="no team or group ‘yrad’, neither before nor after; did you mean yard"):
        drawn(focus="yrad")


def test_focus_where_nothing_changes() -> None:
    """A part in which nothing changes says so, and not that nothing changes at all."""
    picture = drawn(("[dee]", "[dee, bo]"), focus="staff")
    assert "Nothing changes in Staff." == picture.nothing


def test_folding_sums_up_what_is_in_a_group() -> None:
    """A folded card counts the cards that it stands for, and has the people of its group."""
    material = of_plan("2-two-houses.yaml")
    whole, folded = (view.compose(material, Choices(fold=level)) for level in (None, 2))
    cards = {card.entity: card for card in folded.cards}
    head = {block.id: block for block in whole.blocks}["operations"]
    assert head.people == cards["operations"].people
    assert cards["operations"].lines[0].startswith("3 new, 4 dissolved, 2 moved away, 2 moved here, 1 resized, ")
    assert badges(whole.cards)["new"] == sum(
        int(badge.text.split()[1]) for card in folded.cards for badge in card.badges if badge.text.startswith("new")
    )


def test_only_findings() -> None:
    """Only teams of which a finding differs are left, and no list but that of findings."""
    material = of_plan("careless/careless.yaml")
    picture = view.compose(material, Choices(only_findings=True))
    found = comparison_of(material).findings
    differing = [*found.new, *found.fixed, *(each.after for each in (*found.worse, *found.better))]
    teams = {each.subject.id for each in differing if each.subject.kind == "team"}
    assert teams == {card.entity for card in picture.cards}
    assert len(teams) < len(view.compose(material, Choices()).cards)
    assert all(card.badges for card in picture.cards)
    assert ["Findings not on a team"] == [section.title for section in picture.sections]


@pytest.mark.parametrize("choice", [{"layer": "uses"}, {"depth": 2}, {"direction": "down"}])
def test_choices_that_make_no_difference_are_refused(choice: dict[str, object]) -> None:
    """An option that the view has no use for is no option of it."""
    with pytest.raises(UnknownNameError, match="has no use for"):
        view.draw(of_change(Org(), Org()), **choice)


# --- scale


def many(teams: int, *, departments: int = 6, groups: int = 40) -> Org:
    """Return teams of five in groups of departments."""
    found = {"top": Team(id="top", kind="group")}
    found |= {f"d{n}": Team(id=f"d{n}", kind="group", parent="top") for n in range(departments)}
    found |= {f"g{n:03d}": Team(id=f"g{n:03d}", kind="group", parent=f"d{n % departments}") for n in range(groups)}
    found |= {f"t{n:04d}": Team(id=f"t{n:04d}", parent=f"g{n % groups:03d}", headcount=5) for n in range(teams)}
    return Org(teams=found)


def grown(org: Org, every: int) -> Org:
    """Return the organisation with more people in each so-and-so-many-th team."""
    teams = {
        id: replace(team, headcount=5 + n % 7) if id[0] == "t" and n % every == 0 else team
        for n, (id, team) in enumerate(org.teams.items())
    }
    return replace(org, teams=teams)


def test_a_large_organisation_is_counted_where_it_is_not_shown() -> None:
    """At most sixty changes are drawn one by one; with those that are counted they are all."""
    org = many(1200)
    material = of_change(org, grown(org, 2))
    picture = view.compose(material, Choices())
    resized = len(comparison_of(material).teams.resized)
    alone = [card for card in picture.cards if not card.sums_up]
    assert MOST == len(alone)
    lines = [
        *(line for card in picture.cards if card.sums_up for line in card.lines[:1]),
        *(line for block in picture.blocks for line in block.rest if "change" in line),
    ]
    counted = sum(
        int(part.split()[0].replace(",", ""))
        for line in lines
        for part in line.rpartition(": ")[2].split(", ")
        if part.endswith("resized")
    )
    assert resized == len(alone) + counted
    assert (
        f"the 60 weightiest of {resized} changes of teams are shown one by one, the others are counted" in picture.facts
    )
    assert max(each.after - each.before for each in comparison_of(material).teams.resized) == max(
        (c.people.after or 0) - 5 for c in alone
    )
    assert [] == faults(svg_of(material))


def test_few_changes_in_a_large_organisation_are_all_shown() -> None:
    """What does not change takes no room."""
    org = many(1200)
    picture = view.compose(of_change(org, grown(org, 100)), Choices())
    assert {"resized"} == {card.mark for card in picture.cards}
    assert not any("weightiest" in fact for fact in picture.facts)


def test_very_many_departments_are_left_out_and_counted() -> None:
    """Of hundreds of departments those with the most changes are shown."""
    org = many(600, departments=120, groups=120)
    material = of_change(org, grown(org, 11))
    homes = {org.teams[each.of].parent for each in comparison_of(material).teams.resized}
    picture = view.compose(material, Choices())
    assert 40 == len(picture.departments)
    assert (f"{len(homes) - 40} departments with changes",) == tuple(
        line for line in picture.left_out if "changes" in line
    )
