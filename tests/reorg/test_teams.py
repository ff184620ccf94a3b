"""What a reorganisation does to teams."""

from collections.abc import Mapping

from hypothesis import HealthCheck, given, settings

from orgmodel.graph import OrgGraph
from orgmodel.model.changes import Change, MergeTeams, Part, RenameTeam, SplitTeam
from orgmodel.model.comparison import Changed, Cohesion, Count, Merged, Moved, Renamed, Split, Teams
from orgmodel.model.organisation import Org
from orgmodel.model.place import Spot
from orgmodel.model.plan import Plan, Planned, Wave
from orgmodel.reorg.teams import teams
from tests.graph.support import graph_of
from tests.strategies import organisations


def compare(before: str, after: str, *changes: Change, renames: Mapping[str, str] | None = None) -> Teams:
    """Compare the teams of two texts, with a plan where changes are given."""
    planned = tuple(Planned(change, Spot("waves", 0)) for change in changes)
    plan = Plan(waves=(Wave(changes=planned),)) if changes else None
    return teams(graph_of(before), graph_of(after), renames=renames or {}, plan=plan)


def test_created_and_removed_are_those_on_one_side() -> None:
    """Teams are matched by id, whatever else is guessed."""
    found = compare("teams: {a: {}, b: {}}", "teams: {b: {}, d: {}, c: {}}")
    assert (("c", "d"), ("a",)) == (found.created, found.removed)


def test_a_declared_rename_is_the_same_team() -> None:
    """What is aligned already is told as declared; it is neither created nor removed."""
    found = compare("teams: {b: {}}", "teams: {b: {}}", renames={"a": "b"})
    assert Teams(renamed=(Renamed("a", "b", True, "renamed_from"),)) == found


def test_a_guess_takes_nothing_out_of_what_is_created_and_removed() -> None:
    """A team that seems to be renamed is told as such beside the plain facts."""
    found = compare(
        "people: {p: {}, q: {}}\nteams: {a: {members: [p, q]}}", "people: {p: {}, q: {}}\nteams: {b: {members: [p, q]}}"
    )
    assert Teams(created=("b",), removed=("a",), renamed=(Renamed("a", "b", False, "2 of 2 people"),)) == found


def test_another_parent_is_a_move() -> None:
    """The top is a parent as well; one that is not described is none."""
    found = compare(
        "teams: {x: {}, y: {}, a: {parent: x}, b: {}, c: {parent: x}, d: {parent: gone}}",
        "teams: {x: {}, y: {}, a: {parent: y}, b: {parent: x}, c: {}, d: {}}",
    )
    assert (Changed("a", "x", "y"), Changed("b", None, "x"), Changed("c", "x", None)) == found.moved


def test_other_leads_are_told_by_name() -> None:
    """The order of leads does not matter; a team without one has nobody to name."""
    found = compare(
        "teams: {a: {lead: [p, q]}, b: {lead: [p, q]}, c: {lead: p}, d: {}, e: {lead: nobody}}",
        "teams: {a: {lead: [q, p]}, b: {lead: p}, c: {}, d: {lead: p}, e: {}}",
    )
    assert (Moved("b", ("p", "q"), ("p",)), Moved("c", ("p",), ()), Moved("d", (), ("p",))) == found.lead_changed


def test_sizes_are_compared_where_both_are_known() -> None:
    """A headcount and a list can be compared; what is unknown cannot."""
    found = compare(
        "teams: {a: {headcount: 3}, b: {members: [p]}, c: {}, d: {headcount: 2}}",
        "teams: {a: {members: [p, q]}, b: {members: [q]}, c: {headcount: 4}, d: {headcount: 2}}",
    )
    assert (Count("a", 3, 2),) == found.resized


def test_cohesion_is_of_teams_that_deliver_and_list_their_people() -> None:
    """Kept, before and after, with the lead; councils and teams that list nobody are left out."""
    found = compare(
        "teams: {a: {lead: p, members: [q, r]}, b: {members: [p]}, c: {kind: council, members: [p]}, d: {lead: p}}",
        "teams: {a: {lead: p, members: [r, s, t]}, b: {members: [p]}, c: {kind: council, members: [q]}, d: {lead: q}}",
    )
    assert (Cohesion("a", kept=2, before=3, after=4),) == found.cohesion
    assert 2 / 5 == found.cohesion[0].jaccard


SIX = "people: {a: {}, b: {}, c: {}, d: {}, e: {}, f: {}}\n"


def test_a_plan_says_what_it_splits_and_merges() -> None:
    """What a plan declares is not guessed, even if its people are mostly elsewhere."""
    before = SIX + "teams: {pay: {members: [a, b, c, d]}, x: {members: [e]}, y: {members: [f]}}"
    after = SIX + "teams: {cards: {members: [a, b, c]}, wallets: {members: [d]}, z: {members: [e, f]}}"
    split = SplitTeam(team="pay", into={"wallets": Part(id="wallets"), "cards": Part(id="cards")})
    found = compare(before, after, split, MergeTeams(id="z", teams=("y", "x")))
    assert (Split("pay", ("cards", "wallets"), True, "the plan says so"),) == found.split
    assert (Merged(("x", "y"), "z", True, "the plan says so"),) == found.merged
    assert () == found.renamed
    assert (("cards", "wallets", "z"), ("pay", "x", "y")) == (found.created, found.removed)
    assert [("pay", "cards")] == [each[:2] for each in compare(before, after).renamed]


def test_a_plan_leaves_other_teams_to_be_guessed() -> None:
    """Only of the teams that it splits or merges nothing is guessed."""
    before = SIX + "teams: {pay: {members: [a, b]}, old: {members: [c, d]}}"
    after = SIX + "teams: {u: {members: [a]}, v: {members: [b]}, new: {members: [c, d]}}"
    found = compare(before, after, SplitTeam(team="pay", into={"u": Part(id="u"), "v": Part(id="v")}))
    assert [("old", "new", False)] == [each[:3] for each in found.renamed]
    assert [("pay", ("u", "v"), True)] == [each[:3] for each in found.split]


def test_teams_of_which_the_plan_speaks_are_no_guess() -> None:
    """Neither another new team beside the parts, nor one that looks like a part, is made a story of its own."""
    split = SplitTeam(team="pay", into={"pay": Part(id="pay"), "w": Part(id="w")})
    before = SIX + "teams: {pay: {members: [a, b, c, d]}, old: {members: [e, f]}}"
    after = SIX + "teams: {pay: {members: [a, b]}, n: {members: [c, d]}, w: {members: [e, f]}}"
    told = compare(before, after, split)
    guessed = compare(before, after)
    assert ((), [Split("pay", ("pay", "w"), True, "the plan says so")], ()) == (
        told.renamed,
        [*told.split],
        told.merged,
    )
    assert [("old", "w")] == [each[:2] for each in guessed.renamed]
    assert [("pay", ("n", "pay"))] == [each[:2] for each in guessed.split]
    elsewhere = SIX + "teams: {u: {}, v: {}, n: {members: [a, b, c, d]}}"
    away = SplitTeam(team="pay", into={"u": Part(id="u"), "v": Part(id="v")})
    assert () == compare(before, elsewhere, away).renamed
    assert [("pay", "n")] == [each[:2] for each in compare(before, elsewhere).renamed]


def test_a_merger_of_which_the_plan_speaks_is_no_guess() -> None:
    """Where a plan merges two teams into one, a third whose people are there as well is not made one of them."""
    before = SIX + "teams: {x: {members: [a, b]}, y: {members: [c, d]}, z: {members: [e, f]}}"
    after = SIX + "teams: {x: {members: [a, b, c, d, e, f]}}"
    found = compare(before, after, MergeTeams(id="x", teams=("x", "y")))
    assert (Merged(("x", "y"), "x", True, "the plan says so"),) == found.merged
    assert [("x", "y", "z")] == [each.before for each in compare(before, after).merged]


MONEY = {"pay": "money"}


def test_ids_of_a_plan_are_those_of_the_comparison() -> None:
    """A team that is renamed before it is split, and a part that is renamed after it, are told by their own ids."""
    rename, again = RenameTeam(team="pay", to="money"), RenameTeam(team="w", to="wallets")
    split = SplitTeam(team="money", into={"money": Part(id="money"), "w": Part(id="w")})
    found = compare("teams: {money: {}}", "teams: {money: {}, wallets: {}}", rename, split, again, renames=MONEY)
    assert (Split("money", ("money", "wallets"), True, "the plan says so"),) == found.split
    split = SplitTeam(team="money", into={"c": Part(id="c"), "w": Part(id="w")})
    found = compare("teams: {pay: {}}", "teams: {c: {}, wallets: {}}", rename, split, again)
    assert (Split("pay", ("c", "wallets"), True, "the plan says so"),) == found.split


def test_what_a_plan_could_not_do_is_not_told() -> None:
    """A split or a merger that left no trace is none: the plan did not fit."""
    both = "teams: {a: {}, b: {}}"
    split = SplitTeam(team="a", into={"a": Part(id="a"), "n": Part(id="n")})
    assert Teams() == compare(both, both, split, MergeTeams(id="b", teams=("a", "b")))
    assert Teams(created=("n",)) == compare("teams: {}", "teams: {n: {}}", split)


@settings(suppress_health_check=list(HealthCheck), max_examples=20)
@given(organisations())
def test_nothing_happens_between_an_organisation_and_itself(org: Org) -> None:
    """Comparing with itself finds nothing."""
    assert Teams() == teams(OrgGraph(org), OrgGraph(org), renames={}, plan=None)


@settings(suppress_health_check=list(HealthCheck), max_examples=25)
@given(organisations(4), organisations(4))
def test_the_way_back_is_the_reverse(before: Org, after: Org) -> None:
    """What was created is removed again, what grew shrinks, and what was split is merged."""
    forth, back = (
        teams(OrgGraph(a), OrgGraph(b), renames={}, plan=None) for a, b in ((before, after), (after, before))
    )
    assert (forth.created, forth.removed) == (back.removed, back.created)
    assert [(each.id, each.after, each.before) for each in forth.moved] == [tuple(each) for each in back.moved]
    assert [(each.id, each.after, each.before) for each in forth.lead_changed] == [
        tuple(each) for each in back.lead_changed
    ]
    assert [(each.of, each.after, each.before) for each in forth.resized] == [tuple(each) for each in back.resized]
    assert len(forth.split) == len(back.merged)
