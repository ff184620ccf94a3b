"""The seam to Graphviz: what happens when it is missing, slow or wrong."""

import shutil
import sys
import textwrap
from pathlib import Path

import pytest

from orgmodel.draw.engine import FailedEngineError, MissingEngineError, describe, run

SMALL = "digraph { a -> b }"
LARGE = "digraph {" + "".join(f"n{i} -> n{(7919 * i + 31 * j) % 900};" for i in range(900) for j in range(6)) + "}"


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder that is the only one in which programs are looked for."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def install(folder: Path, program: str) -> None:
    """Put a program named `dot` into a folder."""
    file = folder / "dot"
    file.write_text(f"#!{sys.executable}\n{textwrap.dedent(program)}", encoding="utf-8")
    file.chmod(0o755)


def test_wasm_places() -> None:
    """The packaged Graphviz gives every node a position."""
    placed = run(SMALL, engine="wasm")
    assert ["a", "b"] == [each["name"] for each in placed["objects"] if "pos" in each]


def test_wasm_is_stopped_when_the_time_is_over() -> None:
    """A graph that takes too long ends in one line that says so, and the next graph is placed."""
    with pytest.raises(FailedEngineError, match=r"Graphviz took longer than 0\.05 s"):
        run(LARGE, engine="wasm", time_limit=0.05)
    assert run(SMALL, engine="wasm")["edges"]


def test_wasm_survives_a_trap() -> None:
    """A chain so deep that Graphviz runs out of stack ends in one line, and the next graph is placed."""
    with pytest.raises(FailedEngineError, match=r"Graphviz stumbled: .*call stack exhausted"):
        run("digraph {" + "".join(f"n{i} -> n{i + 1};" for i in range(20_000)) + "}", engine="wasm")
    assert run(SMALL, engine="wasm")["edges"]


@pytest.mark.skipif(shutil.which("dot") is None, reason="there is no program named dot on this machine")
def test_the_program_of_this_machine_places() -> None:
    """The real dot gives every node a position, and says its version."""
    placed = run(SMALL, engine="dot")
    assert ["a", "b"] == [each["name"] for each in placed["objects"] if "pos" in each]
    assert "graphviz version" in describe()[1].detail


def test_wasm_says_what_it_does_not_understand() -> None:
    """A text that is no graph ends in one line."""
    with pytest.raises(FailedEngineError, match="Graphviz stumbled"):
        run("digraph {", engine="wasm")


def test_missing_wasmtime(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where wasmtime cannot be imported the engine is missing, and `describe` says why."""
    monkeypatch.setitem(sys.modules, "wasmtime", None)
    monkeypatch.delitem(sys.modules, "orgmodel.draw.engine.sandbox", raising=False)
    with pytest.raises(MissingEngineError, match="wasmtime cannot be loaded"):
        run(SMALL, engine="wasm")
    assert ("wasm", False) == describe()[0][:2]
    assert "wasmtime" in describe()[0].detail


def test_compiling_without_a_cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can be kept Graphviz works all the same, and says so."""
    from orgmodel.draw.engine import sandbox

    blocked = tmp_path / "file"
    blocked.touch()
    for name in ("XDG_CACHE_HOME", "HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(blocked))
    sandbox.compiled.cache_clear()
    try:
        assert run(SMALL, engine="wasm")["edges"]
        assert "compiled each time" in describe()[0].detail
    finally:
        sandbox.compiled.cache_clear()


def test_no_program(path: Path) -> None:
    """Where the system has no dot, that engine is missing."""
    with pytest.raises(MissingEngineError, match="no program named dot"):
        run(SMALL, engine="dot")
    assert ("dot", False) == describe()[1][:2]


def test_program(path: Path) -> None:
    """The system's dot is asked for JSON, and reads the graph from its standard input."""
    install(path, "import sys, json; print(json.dumps({'asked': sys.argv[1:], 'read': sys.stdin.read()}))")
    assert {"asked": ["-Tjson0"], "read": SMALL} == run(SMALL, engine="dot")


def test_program_that_fails(path: Path) -> None:
    """What the system's dot complains of is passed on in one line."""
    install(path, "import sys; sys.exit('first line\\nError: no libraries')")
    with pytest.raises(FailedEngineError, match="the program dot stumbled: Error: no libraries"):
        run(SMALL, engine="dot")
    assert ("dot", False, "Error: no libraries") == describe()[1]


def test_program_that_hangs(path: Path) -> None:
    """The system's dot is stopped when the time is over."""
    install(path, "import time; time.sleep(60)")
    with pytest.raises(FailedEngineError, match=r"longer than 0\.2 s"):
        run(SMALL, engine="dot", time_limit=0.2)


def test_program_that_talks(path: Path) -> None:
    """An answer that is no JSON is a failure."""
    install(path, "print('hello')")
    with pytest.raises(FailedEngineError, match="no JSON"):
        run(SMALL, engine="dot")


def test_program_that_cannot_start(path: Path) -> None:
    """A program that cannot be started is missing."""
    (path / "dot").write_text("#!/nowhere\n", encoding="utf-8")
    (path / "dot").chmod(0o755)
    with pytest.raises(MissingEngineError, match="cannot be started"):
        run(SMALL, engine="dot")


def test_what_works_here() -> None:
    """The packaged Graphviz works, with its version, and there is always a way without."""
    states = {state.name: state for state in describe()}
    assert states["wasm"].works
    assert "Graphviz 1" in states["wasm"].detail
    assert states["none"].works
