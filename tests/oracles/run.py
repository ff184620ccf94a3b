"""Compares every measure with worked examples of it: what agrees, what differs, what is not offered.

The examples are those of measures.json beside this file, or of the file that the environment variable ORGMODEL_ORACLES
names; data sets stand in folders beside the examples. The last line counts; the exit code is 1 if anything differs.
"""

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from tests.oracles.agreement import UNORDERED, agrees, plain
from tests.oracles.examples import Example, MalformedError, cases_in, example, name_of
from tests.oracles.metrics import NotOfferedError, computed
from tests.oracles.tables import NoDataError

OWN: Final = Path(__file__).with_name("measures.json")
VARIABLE: Final = "ORGMODEL_ORACLES"

Outcome = Literal["agrees", "differs", "not offered", "no data"]


class Verdict(NamedTuple):
    """How one example came out, what is to be said of that, and the metric."""

    outcome: Outcome
    metric: str
    says: str = ""


def verdicts(path: Path) -> Iterator[Verdict]:
    """Judge every example of a file.

    Raises
    ------
    MalformedError
        If it is no file of examples.
    """
    for place, case in enumerate(cases_in(path), 1):
        yield judged(case, place, path.parent)


def judged(case: Any, place: int, folder: Path) -> Verdict:
    """Judge one example; whatever is wrong with it makes it differ."""
    id, metric = name_of(case, place)
    try:
        return _compared(example(case), folder)
    except MalformedError as error:
        return Verdict("differs", metric, f"differs: {id} {metric}: malformed: {error}")
    except NotOfferedError as error:
        return Verdict("not offered", metric, str(error))
    except NoDataError as error:
        return Verdict("no data", metric, str(error))
    except Exception as error:
        # An example that others wrote may hold anything; it must not keep the others from being judged.
        return Verdict("differs", metric, f"differs: {id} {metric}: {type(error).__name__}: {error}".rstrip(": "))


def _compared(known: Example, folder: Path) -> Verdict:
    id, metric, _, _, tolerance = known
    expected, found = plain(known.expected), plain(computed(known, folder))
    if agrees(expected, found, tolerance, UNORDERED.get(metric, 0)):
        return Verdict("agrees", metric)
    said = f"expected {expected}, got {found}, tolerance {tolerance:g}"
    return Verdict("differs", metric, f"differs: {id} {metric}: {said}")


def report(found: Iterable[Verdict], say: Callable[[str], None]) -> int:
    """Say what differs and what could not be judged, count all, and return the exit code."""
    outcomes: Counter[str] = Counter()
    reasons: dict[tuple[Outcome, str], Counter[str]] = {}
    for verdict in found:
        outcomes[verdict.outcome] += 1
        if verdict.outcome == "differs":
            say(verdict.says)
        elif verdict.outcome != "agrees":
            reasons.setdefault((verdict.outcome, verdict.says), Counter())[verdict.metric] += 1
    for (outcome, reason), metrics in sorted(reasons.items()):
        names = ", ".join(f"{name} ×{count}" if count > 1 else name for name, count in sorted(metrics.items()))
        say(f"{outcome}: {metrics.total()}: {reason}: {names}")
    say(f"{outcomes['agrees']} agree, {outcomes['differs']} differ, {outcomes['not offered']} not offered")
    return 1 if outcomes["differs"] else 0


def main() -> int:
    """Judge the examples, and return 1 if one differs, 2 if there are none to be read."""
    path = Path(os.environ.get(VARIABLE) or OWN)
    try:
        return report(verdicts(path), print)
    except MalformedError as error:
        print(f"no examples: {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
