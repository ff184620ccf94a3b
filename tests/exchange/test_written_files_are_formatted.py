"""What orgmodel writes needs no formatting: organisations, plans, first files, and files after a plan."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orgmodel import api
from orgmodel.exchange.formatting import formatted
from orgmodel.exchange.plan_writer import plan_yaml
from orgmodel.exchange.yaml_writer import organisation_yaml
from orgmodel.model.document import document
from orgmodel.model.organisation import Org
from orgmodel.model.plan import Case, Plan
from tests.strategies import TEXTS, organisations, plans

WHATEVER = settings(deadline=None, suppress_health_check=list(HealthCheck))
LONG = TEXTS | st.lists(st.text("aä:-#'", min_size=1, max_size=12), min_size=20, max_size=40).map(" ".join)
CASES = st.builds(
    Case, name=LONG, objective=st.none() | LONG, sponsor=st.none() | TEXTS, date=st.none() | st.dates(), way_back=LONG
)


def check(org: Org) -> None:
    """Write an organisation, and format it."""
    written = organisation_yaml(document(org))
    assert formatted(written) == written


@settings(WHATEVER, max_examples=15)
@given(organisations(most=4))
def test_organisations(org: Org) -> None:
    """Whatever an organisation says, dates, numbers and long texts included."""
    check(org)


@pytest.mark.slow
@settings(WHATEVER, max_examples=500)
@given(organisations(most=5))
def test_many_more_organisations(org: Org) -> None:
    """The same with more entities, and more often."""
    check(org)


@settings(WHATEVER, max_examples=20)
@given(data=st.data())
def test_plans(data: st.DataObject) -> None:
    """Whatever its changes are, with a case and names of waves, or without."""
    plan = data.draw(plans(data.draw(organisations(most=3))))
    name, date = data.draw(st.none() | LONG), data.draw(st.none() | st.dates())
    waves = tuple(replace(wave, name=name, date=date) for wave in plan.waves)
    for each in (plan, Plan(case=data.draw(CASES), waves=waves)):
        assert formatted(plan_yaml(each)) == plan_yaml(each)


@settings(WHATEVER, max_examples=30)
@given(LONG | st.text(min_size=1))
def test_first_files(name: str) -> None:
    """Whatever the name of the organisation is."""
    written = api.first_files(name)["org/organisation.yaml"]
    assert formatted(written) == written


@settings(WHATEVER, max_examples=15)
@given(data=st.data())
def test_files_that_were_formatted_before_a_plan(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    """What a plan brings into them stands in its place."""
    folder = tmp_path_factory.mktemp("org")
    org = data.draw(organisations(most=3))
    plan = data.draw(plans(org))
    (folder / "plan.yaml").write_text(plan_yaml(plan), encoding="utf-8")
    (folder / "org.yaml").write_text(organisation_yaml(document(org)), encoding="utf-8")
    written = api.apply(folder / "org.yaml", folder / "plan.yaml").document
    assert formatted(written) == written


def test_files_in_another_style_keep_it(tmp_path: Path) -> None:
    """Only what a plan changes is written anew."""
    (tmp_path / "plan.yaml").write_text("changes:\n  - set: {entity: team:a, name: B}\n", encoding="utf-8")
    (tmp_path / "org.yaml").write_text("teams: {a: {lead:   nobody, name: 'A'}}\n", encoding="utf-8")
    applied = api.apply(tmp_path / "org.yaml", tmp_path / "plan.yaml")
    assert "teams: {a: {lead:   nobody, name: B}}\n" == applied.document
