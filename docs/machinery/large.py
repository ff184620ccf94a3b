"""An organisation of three hundred teams for the pictures of the pages, with names that can be read."""

import json
from itertools import product
from pathlib import Path
from typing import Any, Final

from tests.bench.organisations import organisation, reorganised

PEOPLE: Final = 2340
"""With the seed these make three hundred teams."""
_SEED: Final = 1
_ABOUT: Final = (
    "Basket", "Billing", "Catalogue", "Checkout", "Claims", "Contracts", "Delivery", "Drivers", "Forecast", "Identity",
    "Invoices", "Loyalty", "Messages", "Offers", "Orders", "Partners", "Payments", "Pricing", "Returns", "Search",
)  # fmt: skip
_WHAT: Final = (
    "Core", "Tools", "Insights", "Portal", "Experience", "Platform", "Operations", "Quality",
    "Apps", "Services", "Growth", "Trust", "Data", "Design", "Integration", "Support",
)  # fmt: skip
_AREAS: Final = (
    "Art", "Books", "Cars", "Crafts", "Energy", "Fashion", "Flowers", "Fresh Food", "Games", "Garden", "Glass",
    "Health", "Hobbies", "Home", "Kitchens", "Lighting", "Luggage", "Media", "Music", "Outdoor", "Paper", "Pets",
    "Phones", "Photos", "Shoes", "Sports", "Stationery", "Tea and Coffee", "Textiles", "Tickets", "Tools", "Toys",
    "Travel", "Watches", "Abroad", "Campaigns", "Conditions", "Contact Centre", "Devices", "Fraud", "Markets",
    "Stores", "Supply",
)  # fmt: skip
_DIVISIONS: Final = ("Retail", "Marketplace", "Logistics", "Finance", "Customers", "Technology", "International")
_GROUPS: Final = (*_AREAS, *_DIVISIONS, "Three hundred teams")


def documents() -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the organisation, and what becomes of it when some of its people change team."""
    before = organisation(PEOPLE, seed=_SEED)
    return _named(before), _named(reorganised(before, seed=_SEED, share=0.01))


def written(document: dict[str, Any], folder: Path, name: str) -> Path:
    """Write an organisation into a folder, and return its file."""
    file = folder / f"{name}.yaml"
    file.write_text(json.dumps(document), encoding="utf-8")
    return file


def _named(document: dict[str, Any]) -> dict[str, Any]:
    names = (f"{about} {what}" for what, about in product(_WHAT, _ABOUT))
    groups = iter(_GROUPS)
    teams = {
        id: {**team, "name": next(groups if team.get("kind") == "group" else names)}
        for id, team in document["teams"].items()
    }
    initiatives = {
        id: {**each, "name": f"{_ABOUT[n % len(_ABOUT)]} {n + 1}"}
        for n, (id, each) in enumerate(document["initiatives"].items())
    }
    return {**document, "organisation": {"name": "Three hundred teams"}, "teams": teams, "initiatives": initiatives}
