"""Reads the file of the findings that are accepted."""

import json
from pathlib import Path
from typing import Any

from orgmodel.model.baseline import VERSION, Accepted, Baseline
from orgmodel.model.configuration import ConfigurationError


def read_baseline(path: str | Path) -> Baseline:
    """Read a baseline.

    Raises
    ------
    ConfigurationError
        If it cannot be read, or is none of this version.
    """
    try:
        content = json.loads(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ConfigurationError(f"the baseline {path} cannot be read: {reason}") from None
    except (ValueError, RecursionError) as error:
        raise ConfigurationError(f"{path} is no baseline: {error}") from None
    version = content.get("version") if isinstance(content, dict) else None
    if version != VERSION:
        said = f"it is of version {version}" if isinstance(version, int) else "it states no version"
        raise ConfigurationError(f"{path} is no baseline of version {VERSION}: {said}; write it anew")
    try:
        return Baseline(str(path), {entry["fingerprint"]: _accepted(entry) for entry in content["findings"]})
    except (KeyError, TypeError):
        raise ConfigurationError(f"{path} is no baseline: its findings are not as they are written") from None


def _accepted(entry: Any) -> Accepted:
    number = entry.get("number")
    if not isinstance(entry["fingerprint"], str) or not isinstance(number, int | float | None):
        raise TypeError
    return Accepted(str(entry["code"]), str(entry["subject"]), number)
