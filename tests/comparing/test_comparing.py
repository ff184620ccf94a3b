"""What comparing an organisation with a plan, or with another organisation, says as a whole."""

import dataclasses
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orgmodel.model import changes as c
from orgmodel.model.comparison import Comparison
from orgmodel.model.organisation import SECTIONS, Org
from orgmodel.model.plan import Plan
from orgmodel.reorg.applying.apply import apply
from tests.comparing.support import BASE, compared, of_orgs, of_plan
from tests.strategies import organisations, plans

FEW = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
MOVE = "changes: [{move_person: {person: dee, to: identity}}]"
SPLIT = """
    plan: {name: Two teams}
    changes:
      - split_team:
          team: payments
          into:
            cards: {lead: bo, members: [bo, dee], components: [ledger], initiatives: [one-click], decisions: [price]}
            wallets: {lead: cy, members: [ana, cy], metrics: [orders]}
    """


@st.composite
def planned(draw: st.DrawFn) -> tuple[Org, Plan]:
    """Draw an organisation, and a plan over it."""
    org = draw(organisations(most=4))
    return org, draw(plans(org))


# --- what is found


def test_comparing_with_itself_finds_nothing(tmp_path: Path) -> None:
    """The same organisation twice is the same."""
    (found,) = compared(tmp_path, BASE).alternatives
    assert found.same
    assert ((), (), (), 0) == (found.people.changed_team, found.teams.created, found.coupling.pairs, found.people.moves)


def test_a_move_is_told_with_its_line(tmp_path: Path) -> None:
    """Who moves is listed with the teams before and after, and has the place of the change."""
    (found,) = compared(tmp_path, MOVE).alternatives
    assert [("dee", ("payments",), ("identity",))] == [tuple(each) for each in found.people.changed_team]
    assert ["dee"] == [each.id for each in found.people.changed_manager]
    assert (2, 2, 4) == (found.people.ties.new, found.people.fewest_moves + found.people.moves, found.people.ties.kept)


def test_a_declared_split_is_no_guess(tmp_path: Path) -> None:
    """A plan that splits a team says so itself."""
    (found,) = compared(tmp_path, SPLIT).alternatives
    assert [("payments", ("cards", "wallets"), True)] == [(s.before, s.after, s.declared) for s in found.teams.split]
    assert () == found.plan_findings


def test_a_plan_and_the_organisation_it_leads_to_say_the_same(tmp_path: Path) -> None:
    """Comparing with the plan, or with what applying it gives, differs only in what a plan alone knows."""
    from orgmodel.api import apply as applied

    base, plan = tmp_path / "base.yaml", tmp_path / "after-0.yaml"
    (by_plan,) = compared(tmp_path, SPLIT).alternatives
    text = applied(base, plan).document
    (by_files,) = compared(tmp_path, text).alternatives
    same = ("people", "components", "authority", "work", "dependencies", "lost_owner")
    assert [getattr(by_files, part) for part in same] == [getattr(by_plan, part) for part in same]
    assert by_files.coupling.teams == by_plan.coupling.teams


def test_what_does_not_fit_is_left_out_and_counted(tmp_path: Path) -> None:
    """A change that does not fit does not stop the others; one that cannot be read counts as well."""
    plan = """
        changes:
          - move_person: {person: nemo, to: identity}
          - move_person: {person: dee, to: identity}
          - move_persn: {person: dee, to: identity}
        """
    (found,) = compared(tmp_path, plan).alternatives
    assert (2, 3) == found.left_out
    assert ["F008", "F006"] == [finding.code for finding in found.plan_findings]
    assert [3, 5] == [finding.place.line for finding in found.plan_findings if finding.place]
    assert ["dee"] == [each.id for each in found.people.changed_team]


def test_the_promise_is_kept_or_hangs_on_others(tmp_path: Path) -> None:
    """A number that is reached only because the plan says so hangs on the teams that must agree."""
    strike = """
        plan: {measure: {id: outside_teams, initiative: one-click, baseline: 1, expected: 0}}
        changes: [{set: {entity: "initiative:one-click", contributors: []}}]
        """
    move = """
        plan: {measure: {id: outside_teams, initiative: one-click, baseline: 1, expected: 0}}
        changes:
          - merge_teams: {teams: [payments, identity], into: payments}
        """
    first, second = compared(tmp_path, strike, move).alternatives
    assert first.objective is not None
    assert second.objective is not None
    assert ("if", ("identity",)) == (first.objective.reached, first.objective.relies_on)
    assert (1, 0, 1) == (first.objective.before, first.objective.after, first.objective.worst)
    assert ("yes", ()) == (second.objective.reached, second.objective.relies_on)


def test_a_measure_that_there_is_not_is_a_finding_at_its_line(tmp_path: Path) -> None:
    """A plan that names no measure is told the closest."""
    (found,) = compared(tmp_path, "plan: {measure: {id: fan_outt, team: payments}}\n" + MOVE).alternatives
    (finding,) = found.plan_findings
    assert ("F006", "write `fan_out`") == (finding.code, finding.help)
    assert found.objective is not None
    assert "unknown" == found.objective.reached


def test_states_between_waves_are_audited(tmp_path: Path) -> None:
    """An error that stands only between two waves is an unsound step."""
    plan = """
        waves:
          - {name: first, changes: [{appoint_leader: {initiative: one-click, person: nobody}}]}
          - {name: second, changes: [{appoint_leader: {initiative: one-click, person: cy, allocation: 100%}}]}
        """
    (found,) = compared(tmp_path, plan).alternatives
    assert [True, False] == [bool(wave.unsound) for wave in found.waves]
    assert "X013" in {finding.code for finding in found.change_findings}


def test_findings_are_placed_where_they_are_written(tmp_path: Path) -> None:
    """A finding that is new has the place of the change that made it; one that is mended its place in the base."""
    plan = "changes: [{appoint_leader: {initiative: one-click, person: nobody}}]"
    (found,) = compared(tmp_path, plan).alternatives
    places = {finding.code: finding.place for finding in found.findings.new}
    assert {"after-0.yaml"} == {Path(place.path).name for place in places.values() if place}
    (back,) = compared(tmp_path, BASE, base=BASE.replace("{person: bo, allocation: 100%}", "nobody")).alternatives
    assert {"base.yaml"} == {Path(finding.place.path).name for finding in back.findings.fixed if finding.place}


# --- properties


@FEW
@given(planned())
def test_a_comparison_finds_the_changes_of_the_plan(drawn: tuple[Org, Plan]) -> None:
    """Teams, people and components that a plan made or took out are found, and no others."""
    base, plan = drawn
    after = apply(plan, base).org
    found = of_plan(base, plan)
    renamed = {each.before: each.after for each in found.teams.renamed if each.declared}
    before_teams = {renamed.get(id, id) for id in base.teams}
    assert sorted(set(after.teams) - before_teams) == list(found.teams.created)
    assert sorted(before_teams - set(after.teams)) == list(found.teams.removed)
    assert sorted(set(after.components) - set(base.components)) == list(found.components.added)
    assert found.same == (_with_ids(base, renamed) == after)


def _with_ids(org: Org, renamed: dict[str, str]) -> Org:
    from orgmodel.reorg.alignment import aligned

    after = dataclasses.replace(
        org,
        teams={
            renamed.get(id, id): dataclasses.replace(
                team, id=renamed.get(id, id), renamed_from=(id,) if id in renamed else None
            )
            for id, team in org.teams.items()
        },
    )
    return aligned(org, after).org if renamed else org


@FEW
@given(organisations(most=4), organisations(most=4))
def test_the_parts_of_the_coupling_add_up(before: Org, after: Org) -> None:
    """Whatever two organisations are compared, the five parts are the difference, between teams and branches."""
    coupling = of_orgs(before, after).coupling
    for each in (coupling.teams, coupling.branches):
        gone = each.internalised + each.moved + each.removed + each.assumed
        assert each.after - each.before == each.added - gone


@FEW
@given(organisations(most=4), organisations(most=4), st.integers(0, 1000))
def test_the_order_of_ids_changes_nothing(before: Org, after: Org, seed: int) -> None:
    """The same entities in another order give the same comparison."""
    expected = of_orgs(before, after)
    found = of_orgs(_shuffled(before, seed), _shuffled(after, seed + 1))
    assert _said(expected) == _said(found)


def _shuffled(org: Org, seed: int) -> Org:
    chance = random.Random(seed)
    sections: dict[str, Any] = {}
    for name in SECTIONS:
        items = list(org.section(name).items())
        chance.shuffle(items)
        sections[name] = dict(items)
    return dataclasses.replace(org, **sections)


def _said(comparison: Comparison) -> Any:
    kept = ("same", "people", "teams", "components", "lost_owner", "authority", "coupling", "work", "follow_up")
    return [getattr(comparison, part) for part in kept]


@FEW
@given(planned(), st.data())
def test_alternatives_do_not_influence_each_other(drawn: tuple[Org, Plan], data: st.DataObject) -> None:
    """What is said of a plan does not depend on which others are compared, or in which order."""
    from orgmodel.comparing.running import Read
    from orgmodel.comparing.running import compared as run
    from orgmodel.comparing.sides import Alternative
    from orgmodel.rules.settings import Settings

    base, plan = drawn
    other = data.draw(plans(base))
    chosen = Settings(rules=frozenset({"X015", "X002"}))

    def alternative(name: str, made: Plan) -> Alternative:
        applied = apply(made, base)
        return Alternative(name, "", applied.org, made, applied)

    both = run(Read("base", base, (alternative("a", plan), alternative("b", other)), ()), chosen)
    turned = run(Read("base", base, (alternative("b", other), alternative("a", plan)), ()), chosen)
    alone = run(Read("base", base, (alternative("a", plan),), ()), chosen)
    first = dataclasses.replace(both.alternatives[0], alternatives=1)
    assert first == dataclasses.replace(turned.alternatives[1], alternatives=1)
    assert first == alone.alternatives[0]


def test_every_change_has_words() -> None:
    """No change is without a clause that says what it does, a look back, and an entry in the table of doors."""
    from orgmodel.reorg.looking_back import _LOOK
    from orgmodel.reorg.wording import _WORDS

    assert set(c.CHANGES.values()) == set(_WORDS) == set(_LOOK)


@pytest.mark.parametrize("text", [MOVE, SPLIT])
def test_the_same_comparison_twice_is_the_same(tmp_path: Path, text: str) -> None:
    """Nothing of a comparison depends on when it is made."""
    assert compared(tmp_path, text) == compared(tmp_path, text)
