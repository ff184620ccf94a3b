"""Writes what a picture says as JSON."""

import json
from dataclasses import asdict
from typing import Any

from orgmodel.draw.outline import Outline

VERSION = 1


def written(outline: Outline) -> str:
    """Return the outline as a JSON document; fields that say nothing are left out."""
    document = {"version": VERSION, **{key: _told(value) for key, value in asdict(outline).items()}}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _told(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _told(each) for key, each in value.items() if each not in ("", (), {})}
    return [_told(each) for each in value] if isinstance(value, tuple | list) else value
