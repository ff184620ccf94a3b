"""Makes graphs of texts."""

import tempfile
from pathlib import Path

from orgmodel.graph import OrgGraph
from orgmodel.load.loader import load


def graph_of(text: str) -> OrgGraph:
    """Return the graph of an organisation that is written as YAML."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "org.yaml"
        file.write_text(text, encoding="utf-8")
        return OrgGraph(load([file]).org)
