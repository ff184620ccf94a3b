"""Organisation design as code: load, audit, measure and draw organisations described in YAML."""

from importlib import import_module
from typing import Any, Final

__version__ = "0.1.0"

# `load` and `draw` are rooms of the package; what they do is called through `orgmodel.api`.
_HOMES: Final = {
    "Audit": "orgmodel.model.audit",
    "Finding": "orgmodel.model.finding",
    "Org": "orgmodel.model.organisation",
    "OrgGraph": "orgmodel.graph",
    "Settings": "orgmodel.rules.settings",
    "UnreadablePathError": "orgmodel.load.sources",
    "audit": "orgmodel.api",
    "audit_org": "orgmodel.api",
    "measure": "orgmodel.api",
    "settings": "orgmodel.api",
}

__all__ = ["__version__", *_HOMES]  # the names are the keys, so that they are written once


def __getattr__(name: str) -> Any:
    """Load a public name when it is first used, so that asking for the version loads nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module 'orgmodel' has no attribute '{name}'")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
