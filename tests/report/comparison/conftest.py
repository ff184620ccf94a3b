"""Golden files of comparisons; `REFRESH_GOLDEN=1 pytest tests/report/comparison` writes them."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "golden"


@pytest.fixture
def agrees_with() -> Callable[[str, str], None]:
    """Compare a document with a golden file."""

    def compare(name: str, document: str) -> None:
        file = FOLDER / name
        if os.environ.get("REFRESH_GOLDEN"):
            file.write_text(document, encoding="utf-8")
        assert file.read_text(encoding="utf-8") == document

    return compare
