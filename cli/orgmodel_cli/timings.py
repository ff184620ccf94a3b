"""Where the time of an audit went. It is told beside the document, which is the same however long it took."""

from collections.abc import Iterator
from typing import Final

from orgmodel.model.audit import Audit

_LEAST: Final = 0.01
"""The share of the whole from which on a step has a line of its own."""


def timings(audit: Audit, *, every: bool) -> Iterator[str]:
    """Yield a line for each step and rule, the longest first: its processor time, and its share of all.

    Parameters
    ----------
    every
        Whether also those that took less than one in a hundred have a line, instead of one together.
    """
    total = sum(audit.seconds.values())
    steps = sorted(audit.seconds.items(), key=lambda item: (-item[1], item[0]))
    told = [(step, seconds) for step, seconds in steps if every or seconds >= _LEAST * total]
    yield "      time  share   step"
    for step, seconds in told:
        rule = audit.rules.get(step)
        yield _line(seconds, total, f"{step} {rule.name}" if rule else step)
    if left := len(steps) - len(told):
        rest = total - sum(seconds for _, seconds in told)
        yield _line(rest, total, f"{left} more, each less than {_LEAST * 100:.0f} %")


def _line(seconds: float, total: float, step: str) -> str:
    share = seconds / total if total else 0.0
    return f"{seconds:8.3f} s  {share * 100:3.0f} %   {step}"
