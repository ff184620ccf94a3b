"""Graphviz, wherever it comes from."""

from orgmodel.draw.engine.seam import (
    ENGINES,
    TIME_LIMIT,
    Engine,
    EngineState,
    FailedEngineError,
    MissingEngineError,
    describe,
    run,
)

__all__ = [
    "ENGINES",
    "TIME_LIMIT",
    "Engine",
    "EngineState",
    "FailedEngineError",
    "MissingEngineError",
    "describe",
    "run",
]
