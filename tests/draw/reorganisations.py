"""A small organisation, changed line by line, and what its picture says."""

import tempfile
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from textwrap import dedent

from orgmodel import api
from orgmodel.api.pictures import gathered
from orgmodel.draw.change import view
from orgmodel.draw.changes.values import Block, Card, ChangePicture
from orgmodel.draw.material import Choices, Material
from orgmodel.model.comparison import Comparison
from orgmodel.model.organisation import Org
from tests.draw.materials import of_change

ORGS = Path(__file__).parents[2] / "orgs"
BEFORE = """
    organisation: {name: Sample, reporting: lead}
    people:
      zoe: {manager: nobody}
      ana: {name: Ana Moreau}
      bo: {}
      cy: {}
      dee: {}
      eli: {name: Eli Ray}
      fay: {}
      gus: {}
    teams:
      sample: {name: Sample, lead: zoe}
      sales: {name: Sales, parent: sample, kind: group}
      works: {name: Works, parent: sample, kind: group}
      staff: {name: Staff, parent: sample, kind: group}
      shop: {parent: sales, lead: ana, members: [ana, bo, cy]}
      desk: {parent: sales, members: [dee]}
      mill: {parent: works, lead: eli, members: [eli, fay]}
      yard: {parent: works, members: [gus]}
      hall: {parent: staff, headcount: 4}
    """


def changed(*lines: tuple[str, str]) -> str:
    """Return the organisation with some of its lines replaced."""
    text = BEFORE
    for old, new in lines:
        assert old in text
        text = text.replace(old, new)
    return text


def org_of(text: str) -> Org:
    """Load an organisation from a text."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "org.yaml"
        file.write_text(dedent(text), encoding="utf-8")
        return api.load(file)[0]


def reorganised(*lines: tuple[str, str]) -> Material:
    """Return the organisation, and what it becomes with some of its lines replaced."""
    return of_change(org_of(BEFORE), org_of(changed(*lines)))


def drawn(*lines: tuple[str, str], **choices: object) -> ChangePicture:
    """Compose the picture of what the organisation becomes with some of its lines replaced."""
    return view.compose(reorganised(*lines), Choices(**choices))  # type: ignore[arg-type]


@cache
def of_plan(plan: str) -> Material:
    """Return what a plan for the largest sample makes of it."""
    return gathered(view, paths=[ORGS / "northwind", ORGS / "northwind-plans" / plan])


def told(picture: ChangePicture) -> dict[str, tuple[str, ...]]:
    """Return what is said of each card, by its id: its mark, then its lines."""
    return {card.id: (card.mark, *card.lines) for card in picture.cards if card.mark != "unchanged"}


def badges(cards: Iterable[Card | Block]) -> Counter[str]:
    """Count badges by their first word."""
    return Counter(badge.text.partition(":")[0] for card in cards for badge in card.badges)


def svg_of(material: Material, **choices: object) -> str:
    """Draw a picture."""
    return str(view.draw(material, **choices).document)


def comparison_of(material: Material) -> Comparison:
    """Return the comparison that a picture is drawn of."""
    assert material.comparison is not None
    return material.comparison
