"""The presets: schools of thought, as settings that differ from the defaults of the rules."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from orgmodel.model.closest import closest
from orgmodel.model.configuration import ConfigurationError, Origin, Said, Stated

DEFAULT: Final = "amazon"


class Preset(NamedTuple):
    """A preset: what it is for, why it leaves rules out, what it says, and where each of its numbers comes from."""

    name: str
    summary: str
    why_ignored: str
    said: Said
    provenance: Mapping[tuple[str, str], str]


@cache
def presets() -> Mapping[str, Preset]:
    """Return all presets by name, the default first."""
    content = tomllib.loads((files("orgmodel.rules") / "presets.toml").read_text(encoding="utf-8"))
    return MappingProxyType({name: _preset(name, table) for name, table in content.items()})


def preset(name: str) -> Preset:
    """Return the preset of a name.

    Raises
    ------
    ConfigurationError
        If there is none; the message names the closest, or those there are.
    """
    known = presets()
    if name not in known:
        best = closest(name, known)
        raise ConfigurationError(
            f"there is no preset ‘{name}’; " + (f"did you mean {best}?" if best else f"there is {', '.join(known)}")
        )
    return known[name]


def _preset(name: str, table: Mapping[str, Any]) -> Preset:
    origin = Origin("preset", name)
    options = list(_options(table))
    said = Said(
        values={key: Stated(tuple(table[key]), origin) for key in ("select", "ignore") if key in table},
        severity={code: Stated(severity, origin) for code, severity in table.get("severity", {}).items()},
        options={key: Stated(value, origin) for key, value, _ in options},
    )
    provenance = {key: whence for key, _, whence in options}
    return Preset(name, table["summary"], table.get("why_ignored", ""), said, provenance)


def _options(table: Mapping[str, Any]) -> Iterator[tuple[tuple[str, str], Any, str]]:
    for code, settings in table.get("rules", {}).items():
        for name, given in settings.items():
            yield (code, name), given["value"], given["from"]
