"""What can be wrong with a file, before it becomes a finding."""

from typing import NamedTuple

from orgmodel.model.place import Place


class Problem(NamedTuple):
    """One thing wrong with the files: the rule that speaks of it, where, and what to do."""

    code: str
    kind: str
    id: str
    message: str
    place: Place | None
    help: str = ""
    also: tuple[tuple[str, Place | None], ...] = ()
    detail: tuple[str, ...] = ()
    evidence: tuple[tuple[str, object], ...] = ()


class StopReadingError(Exception):
    """The rest of a file cannot be read; what came before stands."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem
