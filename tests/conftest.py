"""What holds for every test."""

import gc
import os

import pytest
from hypothesis import settings

gc.set_threshold(50_000, 20, 50)  # tests make much, and little of it lives long
settings.register_profile("local", deadline=None, max_examples=30)  # others each time; a hundred in CI
settings.register_profile("ci", deadline=None, derandomize=True, database=None)
settings.load_profile("ci" if "CI" in os.environ else "local")


@pytest.fixture(autouse=True)
def nobodys_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the settings of whoever runs the tests out of them."""
    for name in sorted(os.environ):
        if name.startswith("ORGMODEL_") or name in {"NO_COLOR", "FORCE_COLOR", "COLUMNS"}:
            monkeypatch.delenv(name)
