"""The plans in `orgs/` are what they teach: golden files and their README say what is said of them."""

import datetime
import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from orgmodel import api, catalogue
from orgmodel.load.loader import load
from orgmodel.load.plans import read_plan
from orgmodel.model.comparison import Compared, Comparison
from orgmodel.model.finding import Finding
from orgmodel.model.organisation import Org
from orgmodel.reorg.applying.apply import apply
from orgmodel.reorg.undoing import undo

ROOT = Path(__file__).parents[1]
GOLDEN = Path(__file__).parent / "golden" / "plans"
REFRESH = "REFRESH_GOLDEN" in os.environ
TODAY = datetime.date(2026, 11, 22)
PLANS = Path("orgs/northwind-plans")
ONE, TWO, THREE = (str(PLANS / name) for name in ("1-one-team.yaml", "2-two-houses.yaml", "3-programme-office.yaml"))
ALTERNATIVES = (ONE, TWO, THREE)
CARELESS, TRIBES, ARRIVALS = (str(PLANS / "careless" / f"{name}.yaml") for name in ("careless", "tribes", "arrivals"))
FULFILMENT = Path("orgs/fulfilment")
BEFORE, ONE_TEAM, AFTER = (str(FULFILMENT / f"{name}.yaml") for name in ("before", "one-team", "after"))
COMPARISONS = {
    "one-team": ("orgs/northwind", ONE),
    "two-houses": ("orgs/northwind", TWO),
    "programme-office": ("orgs/northwind", THREE),
    "all": ("orgs/northwind", *ALTERNATIVES),
    "fulfilment-plan": (BEFORE, ONE_TEAM),
    "fulfilment-after": (BEFORE, AFTER),
}


@pytest.fixture(autouse=True)
def in_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let paths in the output be those of the checkout."""
    monkeypatch.chdir(ROOT)


@cache
def compared(*paths: str, with_: tuple[str, ...] = ()) -> Compared:
    """Compare samples, each set of them once."""
    return api.compare(*paths, settings=api.settings(today=TODAY), with_=with_)


@cache
def organisation(path: str) -> Org:
    """Load a sample."""
    return load([path]).org


def careless(path: str) -> Comparison:
    """Compare northwind with a plan, as far as it is known there since when people are where they are."""
    return compared("orgs/northwind", path, with_=(ARRIVALS,)).alternatives[0]


def every_plan() -> dict[str, Comparison]:
    """Return what is said of each plan over northwind, by its file as the README writes it."""
    together = dict(zip(ALTERNATIVES, compared("orgs/northwind", *ALTERNATIVES).alternatives, strict=True))
    told = together | {path: careless(path) for path in (CARELESS, TRIBES)}
    return {str(Path(path).relative_to(PLANS)): comparison for path, comparison in told.items()}


def all_findings(comparison: Comparison) -> tuple[Finding, ...]:
    """Return what is said of the plan itself and of the change."""
    return (*comparison.plan_findings, *comparison.change_findings)


# --- the screens


@pytest.mark.parametrize("name", COMPARISONS)
def test_the_first_screen_is_as_it_was(name: str) -> None:
    """The first screen of each comparison reads as its golden file (REFRESH_GOLDEN=1 writes it anew)."""
    said = "".join(api.comparison_report(compared(*COMPARISONS[name]), "text", api.style(brief=True)))
    file = GOLDEN / f"{name}.brief"
    if REFRESH:
        GOLDEN.mkdir(parents=True, exist_ok=True)
        file.write_text(said, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == said


def test_the_alternatives_are_what_the_shell_finds() -> None:
    """`orgs/northwind-plans/*.yaml` are the three alternatives, in their order, and nothing else."""
    assert list(ALTERNATIVES) == sorted(str(path) for path in PLANS.glob("*.yaml"))


# --- the three alternatives


@pytest.mark.parametrize("plan", ALTERNATIVES)
def test_an_alternative_is_a_whole_plan(plan: str) -> None:
    """Nothing of an alternative is left out, unplaced or unsaid, and it reaches the number that it promises."""
    one = compared("orgs/northwind", *ALTERNATIVES).alternatives[ALTERNATIVES.index(plan)]
    assert () == one.plan_findings
    assert [] == [finding.code for finding in one.change_findings if finding.code in ("X010", "X011", "X013")]
    assert one.objective is not None
    assert (4, 1, 1) == (one.objective.before, one.objective.after, one.objective.expected)


def test_only_the_third_is_dominated_and_by_the_first() -> None:
    """The first and the second are a choice; the third is worse than the first, and better nowhere."""
    first = compared("orgs/northwind", *ALTERNATIVES).alternatives[0].name
    assert (None, None, first) == compared("orgs/northwind", *ALTERNATIVES).dominated_by


def test_only_the_third_wishes_something_away() -> None:
    """The third counts on the word of three teams, and with none of them it reaches nothing."""
    first, second, third = compared("orgs/northwind", *ALTERNATIVES).alternatives
    told = [[finding.code for finding in each.change_findings].count("X015") for each in (first, second, third)]
    assert [0, 0, 3] == told
    assert ["yes", "yes", "if"] == [each.objective and each.objective.reached for each in (first, second, third)]
    assert third.objective is not None
    assert 4 == third.objective.worst


def test_the_first_breaks_nothing_and_moves_few() -> None:
    """The first moves two people; no rule speaks of it, it breaks nothing, and what cannot be undone comes last."""
    first, second, third = compared("orgs/northwind", *ALTERNATIVES).alternatives
    assert ([], ()) == ([f.code for f in first.findings.new if f.severity != "info"], first.change_findings)
    assert [2, 45, 5] == [len(each.people.changed_team) for each in (first, second, third)]
    assert [2] == [step.wave for step in first.doors if step.door == "one-way"]
    assert 2 == max(step.wave for step in first.doors)


@pytest.mark.parametrize(
    ("base", "plan"), [*(("orgs/northwind", plan) for plan in (*ALTERNATIVES, CARELESS, TRIBES)), (BEFORE, ONE_TEAM)]
)
def test_the_way_back_of_a_sample_gives_the_base(base: str, plan: str) -> None:
    """Each plan can be taken back, as far as files go: then everything is as it was."""
    read = read_plan(plan).plan
    there = apply(read, organisation(base))
    assert organisation(base) != there.org
    assert organisation(base) == apply(undo(read, there), there.org).org


# --- what is wrong on purpose


def test_every_rule_about_changes_has_a_case() -> None:
    """Each rule of the family X speaks at least once of the plans over northwind."""
    spoken = {finding.code for comparison in every_plan().values() for finding in all_findings(comparison)}
    assert {code for code in catalogue.rules() if code.startswith("X")} == {
        code for code in spoken if code.startswith("X")
    }


def test_the_readme_says_what_is_wrong_on_purpose() -> None:
    """Each row of the README names a rule, who it is about and a plan, and there the rule speaks of them."""
    rows = readme_rows()
    found = {
        (finding.code, part, file)
        for file, comparison in every_plan().items()
        for finding in all_findings(comparison)
        for part in names(finding)
    }
    assert [] == [row for row in rows if row not in found]
    assert {code for code in catalogue.rules() if code.startswith("X")} == {code for code, _, _ in rows}


def test_the_readme_gives_the_numbers_of_the_comparison() -> None:
    """What the README says that the alternatives cost is what the comparison says."""
    text = " ".join((PLANS / "README.md").read_text(encoding="utf-8").split())
    first, second, _ = compared("orgs/northwind", *ALTERNATIVES).alternatives
    moved, managed = len(second.people.changed_team), len(second.people.changed_manager)
    assert f"{moved} people, {managed} managers and {second.people.ties.cut} relationships" in text
    assert f"Two people change team and manager, and {first.people.ties.cut} working relationships are cut" in text
    assert (2, 2) == (len(first.people.changed_team), len(first.people.changed_manager))
    assert "The second has two pairs of teams fewer that wait than the first" in text
    assert 2 == first.coupling.most - second.coupling.most


def readme_rows() -> list[tuple[str, str, str]]:
    """Return the table of the README: rule, who, and in which plan."""
    text = (PLANS / "README.md").read_text(encoding="utf-8")
    return re.findall(r"^\| (X\d{3}) \| `([^`]+)` \| `([^`]+)` \|", text, flags=re.M)


def names(finding: Finding) -> Iterator[str]:
    """Yield all that a finding names."""
    yield finding.subject.id
    yield from (key.partition(":")[2] for key in finding.concerns)
    yield from re.findall(r"[\w-]+", finding.message)


def test_only_what_came_lately_is_moved_again() -> None:
    """Two people of one team are moved, and only the one who came in August is moved again."""
    moved = careless(CARELESS).people
    assert {"oren", "vahan"} <= {each.id for each in moved.changed_team}
    assert ["oren"] == [each.id for each in moved.moved_again]


# --- fulfilment


def test_the_plan_leads_nearly_to_what_came_of_it() -> None:
    """`one-team.yaml` leads to `after.yaml` but for what half a year has brought."""
    led = apply(read_plan(ONE_TEAM).plan, organisation(BEFORE))
    assert ((), ()) == (led.faults, led.loose)
    assert WHAT_HALF_A_YEAR_BROUGHT == set(differences(led.org, organisation(AFTER)))


WHAT_HALF_A_YEAR_BROUGHT = {
    ("organisation", "as_of"),
    ("initiative:seller-fulfilment", "stage"),
    ("initiative:seller-fulfilment", "press_release"),
    ("initiative:seller-fulfilment", "faq"),
    ("component:fulfilment-offer", "criticality"),  # sellers rely on it now
    ("component:inbound-booking", "criticality"),
    ("component:storage-fees", "experts"),  # Bhavna has learnt it
    ("metric:slots-booked-online", "current"),
    ("metric:seller-parcels-sent", "current"),
    ("metric:sellers-listing", "current"),
    ("metric:seller-sales", "current"),
    ("metric:orders-gift-wrapped", "current"),
    ("metric:orders-paid", "current"),
}


def differences(one: Org, other: Org) -> Iterator[tuple[str, str]]:
    """Yield each entity and field in which two organisations differ."""
    left, right = everything(one), everything(other)
    for key in left.keys() | right.keys():
        before, after = left.get(key), right.get(key)
        if before is None or after is None:
            yield (key, "is not in both")
        else:
            yield from ((key, name) for name in fields_of(before) if getattr(before, name) != getattr(after, name))
    if one.dependencies != other.dependencies:
        yield ("dependencies", "")


def everything(org: Org) -> dict[str, Any]:
    """Return every entity by its kind and id, and the organisation itself."""
    return {"organisation": org.organisation, **{f"{kind}:{entity.id}": entity for kind, entity in org.entities()}}


def fields_of(entity: Any) -> tuple[str, ...]:
    """Return the names of the fields of an entity."""
    return tuple(entity.__dataclass_fields__)


def test_the_plan_and_the_outcome_are_told_alike() -> None:
    """What the comparison says of the plan it says of the outcome as well: who moves, who leads, what waits."""
    plan, outcome = (compared(BEFORE, path).alternatives[0] for path in (ONE_TEAM, AFTER))
    assert outcome.people.changed_team == plan.people.changed_team
    assert outcome.people.changed_manager == plan.people.changed_manager
    assert outcome.authority == plan.authority
    assert outcome.coupling.teams == plan.coupling.teams
    assert [finding.code for finding in outcome.findings.fixed] == [finding.code for finding in plan.findings.fixed]
    assert {"X011"} == {finding.code for finding in (*all_findings(plan), *all_findings(outcome))}


# --- all of them


def test_plan_samples_name_the_schema() -> None:
    """The first line of each plan tells editors where the schema of plans is."""
    files = [*sorted(PLANS.rglob("*.yaml")), Path(ONE_TEAM)]
    assert 7 == len(files)
    for file in files:
        found = re.match(r"# yaml-language-server: \$schema=(\S+)\n", file.read_text(encoding="utf-8"))
        assert found, file
        assert ROOT / "docs/schema/plan.schema.json" == (file.parent / found.group(1)).resolve()
