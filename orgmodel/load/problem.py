"""What can be wrong with a file, before it becomes a finding."""

from typing import NamedTuple

from orgmodel.load.events import Event
from orgmodel.model.place import Place


class Problem(NamedTuple):
    """One thing wrong with the files: the rule that speaks of it, where, and what to do.

    `detail` tells it from others of the same rule about the same subject, without lines and numbers.
    """

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


class Complaints:
    """The problems of one file that show while it is read.

    Parameters
    ----------
    path
        The file as it is printed.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.where: tuple[str, ...] = ()

    def refuse(self, event: Event, message: str, help: str, *, width: int | None = None) -> None:
        """Keep a problem with a part that is not read; a `width` in characters marks no more than its beginning."""
        problem = self._problem("F003", event, message, help)
        if width is not None and problem.place is not None:
            problem = problem._replace(place=problem.place._replace(end_column=problem.place.column + width))
        self.problems.append(problem)

    def stop(self, code: str, event: Event, message: str, help: str) -> StopReadingError:
        """Return the error that ends the reading."""
        return StopReadingError(self._problem(code, event, message, help))

    def twice(self, key: str, event: Event, first: Event, words: str) -> None:
        """Keep the problem that a key is written twice."""
        message = f"`{clipped(key)}` is written twice; {words}"
        also = (("first written here", _place(self.path, first)),)
        place = _place(self.path, event)
        detail = (*self.where, key)
        evidence = (("key", key),)
        self.problems.append(
            Problem("F002", "file", self.path, message, place, "keep one of them", also, detail, evidence)
        )

    def _problem(self, code: str, event: Event, message: str, help: str) -> Problem:
        return Problem(code, "file", self.path, message, _place(self.path, event), help, (), self.where)


def _place(path: str, event: Event) -> Place:
    """Return the place of an event, or of its first character where it goes over several lines."""
    start, end = event.start_mark, event.end_mark
    last = end.column if end.line == start.line else 0
    return Place(path, start.line + 1, start.column + 1, start.line + 1, max(last, start.column + 1) + 1)


def clipped(text: str, most: int = 60) -> str:
    """Cut a text that is too long for a message."""
    return text if len(text) <= most else text[: most - 1] + "…"
