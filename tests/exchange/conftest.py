"""What the tests of importing and writing share."""

from collections.abc import Callable, Mapping
from pathlib import Path
from textwrap import dedent

import pytest

from orgmodel.exchange.base import Imported
from orgmodel.exchange.importers.tables import read_tables

Read = Callable[..., Imported]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Return a function that writes tables, given as text or bytes by file name, and imports their folder."""

    def write_and_read(files: Mapping[str, str | bytes], *, roles: Mapping[str, str] | None = None) -> Imported:
        for name, content in files.items():
            raw = content if isinstance(content, bytes) else dedent(content).lstrip("\n").encode()
            (tmp_path / name).write_bytes(raw)
        return read_tables(tmp_path, roles=roles or {})

    return write_and_read
