"""Every picture is legible: of all samples, with all options, and of organisations of every shape."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from orgmodel import api, catalogue
from orgmodel.draw.material import Material
from orgmodel.draw.view import View
from tests.draw.legibility import faults
from tests.draw.materials import by_chance, of_org
from tests.draw.organisations import SHAPES

ORGS = Path(__file__).parents[2] / "orgs"
SAMPLES = [
    "first.yaml",
    "healthy.yaml",
    "fulfilment/before.yaml",
    "fulfilment/after.yaml",
    "orgmodel.yaml",
    "northwind",
]
CHANGES = [("fulfilment/before.yaml", "fulfilment/after.yaml"), ("fulfilment/before.yaml", "fulfilment/one-team.yaml")]
CHANGES += [("northwind", f"northwind-plans/{plan.name}") for plan in sorted((ORGS / "northwind-plans").glob("*.yaml"))]
OPTIONS: dict[str, list[dict[str, Any]]] = {
    "layer": [{"layer": "uses"}, {"layer": "all"}],
    "fold": [{"fold": 1}, {"fold": 2}],
    "only_findings": [{"only_findings": True}],
    "direction": [{"direction": "down"}, {"direction": "right"}],
}
BY_CHANCE = 300
FEW = 4
VIEWS = list(catalogue.drawings())


def of_an_organisation() -> list[View[Any]]:
    """Return the views that show one organisation."""
    return [view for view in VIEWS if "change" not in view.needs]


def of_a_change() -> list[View[Any]]:
    """Return the views that show what becomes of one."""
    return [view for view in VIEWS if "change" in view.needs]


def name_of(view: View[Any]) -> str:
    """Return the name of a view, for the names of tests."""
    return view.name


@cache
def material_of(sample: str) -> Material:
    """Return a sample with the findings of its audit."""
    return of_org(api.load(ORGS / sample)[0])


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("view", of_an_organisation(), ids=name_of)
def test_pictures_of_samples(view: View[Any], sample: str) -> None:
    """Every picture of each sample is legible, on paper of the reader's choice and on dark paper."""
    for mode in ("auto", "dark"):
        assert [] == faults(str(view.draw(material_of(sample), mode=mode).document))


@pytest.mark.parametrize(("before", "after"), CHANGES)
@pytest.mark.parametrize("view", of_a_change(), ids=name_of)
def test_pictures_of_changes(view: View[Any], before: str, after: str) -> None:
    """The picture of each change among the samples is legible."""
    assert [] == faults(str(api.draw(view.name, ORGS / before, ORGS / after).document))


@pytest.mark.parametrize("view", of_an_organisation(), ids=name_of)
def test_options(view: View[Any]) -> None:
    """Every option of a view leaves the largest sample legible."""
    material = material_of("northwind")
    choices = [choice for option in sorted(view.honours) for choice in OPTIONS.get(option, [])]
    drawn = [(choice, str(view.draw(material, **choice).document)) for choice in choices]
    assert [] == [(choice, found) for choice, picture in drawn if (found := faults(picture))]


@pytest.mark.parametrize("place", range(FEW))
@pytest.mark.parametrize("view", VIEWS, ids=name_of)
def test_a_few_by_chance(view: View[Any], place: int) -> None:
    """Organisations of all shapes are legible, spread over the views."""
    seed = FEW * VIEWS.index(view) + place
    assert [] == faults(str(view.draw(by_chance(view, seed)).document))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(BY_CHANCE))
def test_many_by_chance(seed: int) -> None:
    """Three hundred organisations are legible: each view gets all shapes, again and again."""
    view = VIEWS[seed // len(SHAPES) % len(VIEWS)]
    assert [] == faults(str(view.draw(by_chance(view, seed)).document))
