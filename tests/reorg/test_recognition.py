"""Guesses about teams that have another id, were split or merged."""

import dataclasses
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgmodel.graph import OrgGraph
from orgmodel.model.comparison import Merged, Renamed, Split
from orgmodel.model.components import Component, Ownership
from orgmodel.model.organisation import Org
from orgmodel.model.people import Person
from orgmodel.model.teams import Membership, Team
from orgmodel.reorg.recognition import Guesses, recognised

EVERYBODY = "abcdefghijklmnopqrst"


def graph(teams: Mapping[str, str], *, people: str = EVERYBODY, owned: Mapping[str, str] | None = None) -> OrgGraph:
    """Return an organisation: for each team the letters of its people, for each component the letter of its team."""
    made = {
        id: Team(id=id, members=tuple(Membership(person=each) for each in letters)) for id, letters in teams.items()
    }
    components = {id: Component(id=id, owner=(Ownership(team=team),)) for id, team in (owned or {}).items()}
    return OrgGraph(Org(people={id: Person(id=id) for id in people}, teams=made, components=components))


def guess(before: OrgGraph, after: OrgGraph) -> Guesses:
    """Return what is guessed of all teams that are on one side only."""
    old, new = before.org.teams.keys(), after.org.teams.keys()
    return recognised(before, after, sorted(new - old), sorted(old - new))


NOTHING: Guesses = ((), (), ())


@pytest.mark.parametrize(
    ("before", "after", "evidence"),
    [
        ("abcdefg", "abcdef", "6 of 7 people"),
        ("abcd", "abcdefgh", "4 of 4 people"),
        ("ab", "ab", "2 of 2 people"),
        ("ab", "a", None),
        ("abcd", "abefg", None),
        ("a", "a", None),
        ("", "", None),
    ],
)
def test_a_team_with_the_same_people_is_the_same(before: str, after: str, evidence: str | None) -> None:
    """Two people at least in common, and half of all who were or are in it."""
    renamed, _, _ = guess(graph({"old": before}), graph({"new": after}))
    assert ((Renamed("old", "new", False, evidence),) if evidence else ()) == renamed


def test_who_joins_or_leaves_says_nothing() -> None:
    """Half of the team left the organisation and as many came: the three who stayed are the same team."""
    renamed, _, _ = guess(graph({"old": "abcdef"}, people="abcdef"), graph({"new": "abcghi"}, people="abcghi"))
    assert (Renamed("old", "new", False, "3 of 3 people"),) == renamed


def test_components_are_evidence() -> None:
    """What the team owned and owns is said beside its people, as far as it is there before and after."""
    before = graph({"old": "abc", "x": ""}, owned={"p": "old", "q": "old", "r": "old", "gone": "old"})
    after = graph({"new": "abc", "x": ""}, owned={"p": "new", "q": "new", "r": "x", "come": "new"})
    assert (Renamed("old", "new", False, "3 of 3 people and 2 of 3 components"),) == guess(before, after)[0]
    (alone,), _, _ = guess(graph({"old": "ab"}, owned={"p": "old"}), graph({"new": "ab"}, owned={"p": "new"}))
    assert "2 of 2 people and 1 of 1 component" == alone.evidence


def test_components_decide_between_teams_of_the_same_people() -> None:
    """Two teams of the same three people: each is the one that owns what it owned."""
    before = graph({"a1": "abc", "b1": "abc"}, owned={"p": "a1", "q": "b1"})
    after = graph({"a2": "abc", "b2": "abc"}, owned={"p": "b2", "q": "a2"})
    assert [("a1", "b2"), ("b1", "a2")] == [each[:2] for each in guess(before, after)[0]]


def test_names_and_parents_decide_where_components_do_not() -> None:
    """Two teams of the same people without components: by the name, then by the parent."""

    def named(one: str, other: str, **said: str) -> OrgGraph:
        plain = graph({one: "abc", other: "abc", "top": "", "low": ""})
        teams = dict(plain.org.teams)
        for id, value in said.items():
            field = "parent" if value in teams else "name"
            changed: dict[str, Any] = {field: value}
            teams[id] = dataclasses.replace(teams[id], **changed)
        return OrgGraph(dataclasses.replace(plain.org, teams=teams))

    by_name = guess(named("a1", "b1", a1="Shop", b1="Till"), named("a2", "b2", a2="Till", b2="Shop"))
    by_parent = guess(named("a1", "b1", a1="top", b1="low"), named("a2", "b2", a2="low", b2="top"))
    for renamed, _, _ in (by_name, by_parent):
        assert [("a1", "b2"), ("b1", "a2")] == [each[:2] for each in renamed]


def test_two_alike_as_much_are_no_guess() -> None:
    """Where nothing tells two candidates apart, none is chosen by its id."""
    assert () == guess(graph({"old": "abc"}), graph({"x": "abc", "y": "abc"}))[0]
    assert () == guess(graph({"x": "abc", "y": "abc"}), graph({"new": "abc"}))[0]


def test_only_the_most_alike_of_each_other_are_the_same() -> None:
    """Old is most like new, and so is other, which is more like it."""
    renamed, _, _ = guess(graph({"old": "abcde", "other": "abcdef"}), graph({"new": "abcdefg"}))
    assert [("other", "new")] == [each[:2] for each in renamed]


def test_a_team_that_is_gone_was_split() -> None:
    """Seven people are now three and three in two new teams; one went elsewhere."""
    before = graph({"pay": "abcdefg", "ads": "hi"})
    after = graph({"cards": "abc", "wallets": "def", "ads": "ghi"})
    assert ((), (Split("pay", ("cards", "wallets"), False, "6 of 7 people"),), ()) == guess(before, after)


def test_most_in_one_part_is_still_a_split() -> None:
    """With four and three of seven the larger part is alike enough to be the same, but too many are in the other."""
    before, after = graph({"pay": "abcdefg"}), graph({"cards": "abcd", "wallets": "efg"})
    assert ((), (Split("pay", ("cards", "wallets"), False, "7 of 7 people"),), ()) == guess(before, after)


def test_a_few_who_go_leave_a_team_the_same() -> None:
    """Two of ten in another new team are less than a quarter: the team has another id, and those two another team."""
    before, after = graph({"pay": "abcdefghij"}), graph({"cards": "abcdefgh", "ideas": "ij"})
    assert ((Renamed("pay", "cards", False, "8 of 10 people"),), (), ()) == guess(before, after)


def test_a_team_that_stays_smaller_was_split() -> None:
    """One part keeps the id; those who are in both teams have not left the old one."""
    before = graph({"pay": "abcdefg"})
    split = Split("pay", ("cards", "pay"), False, "7 of 7 people")
    assert ((), (split,), ()) == guess(before, graph({"pay": "abcd", "cards": "efg"}))
    assert NOTHING == guess(before, graph({"pay": "abcdefg", "cards": "efg"}))
    assert NOTHING == guess(graph({"pay": "abcdefghi"}), graph({"pay": "abcdefg", "cards": "hi"}))


def test_new_teams_of_mostly_others_are_no_parts() -> None:
    """A new team that takes two of a team beside five others is not a part of it; nor is one that takes one person."""
    before = graph({"pay": "abcd"} | {f"of {each}": each for each in "efghij"})
    assert NOTHING == guess(before, graph({"u": "abefg", "v": "cdhij"}))
    assert ("u", "v") == guess(before, graph({"u": "abef", "v": "cdhi"}))[1][0].after
    assert () == guess(graph({"pay": "abcd"}), graph({"u": "a", "v": "b", "w": "c", "y": "d"}))[1]


def test_too_few_in_the_parts_is_no_split() -> None:
    """Two and two of ten are in new teams, the others here and there: the team was not split but left."""
    before = graph({"pay": "abcdefghij", "x": "k"})
    assert () == guess(before, graph({"u": "ab", "v": "cd", "x": "efghijk"}))[1]
    assert ("u", "v") == guess(before, graph({"u": "ab", "v": "cde", "x": "fghijk"}))[1][0].after


def test_teams_that_are_gone_were_merged() -> None:
    """Two teams of three are one of six; one that takes them in and keeps its id was one of them."""
    before = graph({"cards": "abc", "wallets": "def"})
    assert ((), (), (Merged(("cards", "wallets"), "pay", False, "6 of 6 people"),)) == guess(
        before, graph({"pay": "abcdef"})
    )
    assert ((), (), (Merged(("cards", "wallets"), "cards", False, "6 of 6 people"),)) == guess(
        before, graph({"cards": "abcdef"})
    )


def test_components_are_evidence_of_a_merger() -> None:
    """What the new team owns and one of the old ones owned speaks for it."""
    before = graph({"cards": "abc", "wallets": "def"}, owned={"p": "cards", "q": "wallets", "r": "wallets"})
    after = graph({"pay": "abcdef"}, owned={"p": "pay", "q": "pay", "r": "pay"})
    assert "6 of 6 people and 3 of 3 components" == guess(before, after)[2][0].evidence


def test_vacant_and_external_people_are_no_evidence() -> None:
    """Positions and people of elsewhere that two teams share say nothing."""
    before, after = graph({"old": "abcd"}), graph({"new": "abcd"})
    people: dict[str, Any] = {id: Person(id=id, status="vacant") for id in "ab"}
    people |= {id: Person(id=id, external=True) for id in "cd"}
    old, new = (OrgGraph(dataclasses.replace(each.org, people=people)) for each in (before, after))
    assert NOTHING == guess(old, new)


LETTERS = st.sets(st.sampled_from("abcdefgh"), max_size=6).map(lambda letters: "".join(sorted(letters)))
CROWDS = st.dictionaries(st.sampled_from("stuvw"), LETTERS)


@given(CROWDS, CROWDS)
def test_the_way_back_is_the_reverse(before: Mapping[str, str], after: Mapping[str, str]) -> None:
    """What was split from one side was merged from the other, and what was renamed was renamed."""
    old, new = graph(before), graph(after)
    renamed, split, merged = guess(old, new)
    renamed_back, split_back, merged_back = guess(new, old)
    assert sorted((each.after, each.before) for each in renamed) == [each[:2] for each in renamed_back]
    assert [each[:2] for each in split] == [(each.after, each.before) for each in merged_back]
    assert [(each.after, each.before) for each in merged] == [each[:2] for each in split_back]


@given(CROWDS, CROWDS, st.permutations("stuvw"), st.permutations("abcdefgh"))
def test_guesses_do_not_depend_on_ids(
    before: Mapping[str, str], after: Mapping[str, str], teams: list[str], people: list[str]
) -> None:
    """With other ids the same teams are guessed, for the same reasons."""
    name = dict(zip("stuvw", teams, strict=True))
    letter = str.maketrans(dict(zip("abcdefgh", people, strict=True)))

    def renamed(crowd: Mapping[str, str]) -> OrgGraph:
        return graph({name[team]: letters.translate(letter) for team, letters in crowd.items()})

    def with_names(found: Guesses) -> list[set[tuple[Any, ...]]]:
        return [
            {(each.before and named(each.before), named(each.after), each.evidence) for each in kind} for kind in found
        ]

    def named(ids: str | tuple[str, ...]) -> frozenset[str]:
        return frozenset(name[id] for id in ids)

    there = guess(renamed(before), renamed(after))
    expected = with_names(guess(graph(before), graph(after)))
    assert expected == [
        {(frozenset(each.before), frozenset(each.after), each.evidence) for each in kind} for kind in there
    ]


@given(CROWDS, CROWDS)
def test_a_team_has_one_story(before: Mapping[str, str], after: Mapping[str, str]) -> None:
    """A team that is taken as renamed is neither split nor merged, and every guess says that it is one."""
    renamed, split, merged = guess(graph(before), graph(after))
    named = [id for each in renamed for id in each[:2]]
    others = {id for each in split for id in (each.before, *each.after)}
    others |= {id for each in merged for id in (*each.before, each.after)}
    assert len(named) == len(set(named))
    assert others.isdisjoint(named)
    assert not any(each[2] for each in (*renamed, *split, *merged))
    assert all(len(each.after) > 1 for each in split)
    assert all(len(each.before) > 1 for each in merged)
