"""Graphviz, wherever it comes from."""

from orgmodel.draw.engine.seam import (
    TIME_LIMIT,
    Engine,
    EngineState,
    FailedEngineError,
    MissingEngineError,
    describe,
    run,
)

__all__ = [
    "TIME_LIMIT",
    "Engine",
    "EngineState",
    "FailedEngineError",
    "MissingEngineError",
    "describe",
    "run",
]
