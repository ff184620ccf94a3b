"""What the tests of rules share: an organisation from a text, audited."""

import datetime
import tempfile
from collections.abc import Sequence
from pathlib import Path
from textwrap import dedent

from orgmodel import api
from orgmodel.model.audit import Audit


def audit_text(text: str, *codes: str, set: Sequence[str] = (), today: datetime.date | None = None) -> Audit:
    """Audit one file of this text with these rules alone; without codes, with all of them."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "org.yaml")
        file.write_text(dedent(text), encoding="utf-8")
        return api.audit(file, settings=api.settings(select=codes, set=set, today=today))
