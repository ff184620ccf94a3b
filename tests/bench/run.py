"""Measures time and memory of the program on made organisations, as ratios within one run.

Each measurement is a process of its own. The yardstick is what `yaml.load(text, Loader=yaml.CSafeLoader)` takes for the
same text with garbage collection as Python sets it; for starting up it is `python -c pass`.
"""

import argparse
import json
import math
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from tests.bench.organisations import organisation, reorganised, text

YARDSTICK = "import sys, yaml; yaml.load(open(sys.argv[1], encoding='utf-8').read(), Loader=yaml.CSafeLoader)"
LOAD = "import gc, sys; gc.disable(); from orgmodel.load.loader import load; load([sys.argv[1]])"
MEASURING = str(Path(__file__).with_name("measuring.py"))
AUDIT = ("-m", "orgmodel_cli", "audit", "--format", "json", "--fail-on", "never", "--output", os.devnull)
FIRST_RULES = (
    "C001,C002,C003,C004,C005,F001,F002,F003,F004,F005,F006,F007,F008,F010,F011,L001,L002,L003,L004,L005,L008,"
    "L009,L010,L011,L013,O001,O002,O003,O004,"
    "R002,R003,R004,R005,R007,R008,T001,T002,T004,T008,T014,W005"
)
"""The rules with which the catalogue began: what the others add is measured against them."""

COMPARE = ("-m", "orgmodel_cli", "compare", "--format", "json", "--output", os.devnull)
ALTERNATIVES = 4
PEOPLE_IN_A_TEAM = 6.65
"""How many people the made organisations have for each of their teams."""
SHAPES = ("circles", "no circles")
DRAW = ("-m", "orgmodel_cli", "draw", "--output", os.devnull)
VIEWS = ("tree", "dependencies", "initiatives", "matrix", "decisions")
PARTS = ("small", "large", "pictures", "comparing", "measures")


class Cost(NamedTuple):
    """What a process took: seconds of processor time, and megabytes at its peak."""

    seconds: float
    megabytes: float


class Limit(NamedTuple):
    """A ratio that was measured, and what it may be at most."""

    name: str
    ratio: float
    most: float

    @property
    def kept(self) -> bool:
        """Whether the limit is kept."""
        return self.ratio <= self.most


def cost(*words: str) -> Cost:
    """Run Python with these words, and return what the process took."""
    process = subprocess.Popen([sys.executable, *words], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"{' '.join(words)} ended with {os.waitstatus_to_exitcode(status)}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def timed(*words: str) -> Cost:
    """Return what one computation of measuring.py took, by its own account, and the peak of its process."""
    process = subprocess.Popen([sys.executable, MEASURING, *words], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    said = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"{' '.join(words)} ended with {os.waitstatus_to_exitcode(status)}")
    found = Cost(json.loads(said), usage.ru_maxrss / 1024)
    show(" ".join(words[:1] + tuple(word for word in words[1:] if os.sep not in word)), found)
    return found


def least(runs: int, *words: str) -> Cost:
    """Return the least of several runs: what else the machine does can only add to it."""
    (found,) = least_of_each(runs, words)
    return found


def least_of_each(runs: int, *commands: Sequence[str]) -> list[Cost]:
    """Return the least of several runs of each command, run in turn so that all have the same good and bad moments."""
    costs = [[cost(*words) for words in commands] for _ in range(runs)]
    return [Cost(min(c.seconds for c in each), min(c.megabytes for c in each)) for each in zip(*costs, strict=True)]


def median(runs: int, *words: str) -> Cost:
    """Return the median of several runs, after one that does not count."""
    cost(*words)
    costs = [cost(*words) for _ in range(runs)]
    return Cost(statistics.median(c.seconds for c in costs), statistics.median(c.megabytes for c in costs))


def write(folder: Path, people: int, *, healthy: bool = False) -> str:
    """Write an organisation into a folder, and return the file's path."""
    path = folder / f"{people}.yaml"
    path.write_text(text(organisation(people, healthy=healthy)), encoding="utf-8")
    return str(path)


def large(folder: Path, people: int) -> list[Limit]:
    """Measure loading and auditing a large organisation, and how the audit grows."""
    file = write(folder, people)
    smaller = write(folder, people // 10)
    yardstick, load, audit, first, tenth = least_of_each(
        4,
        ("-c", YARDSTICK, file),
        ("-c", LOAD, file),
        (*AUDIT, file),
        (*AUDIT, "--select", FIRST_RULES, file),
        (*AUDIT, smaller),
    )
    show(f"read by CSafeLoader, {people:,} people", yardstick)
    show(f"load, {people:,} people", load)
    show(f"audit, {people:,} people", audit)
    show(f"audit, {people // 10:,} people", tenth)
    show(f"audit by the first 41 rules, {people:,} people", first)
    return [
        Limit("loading, of reading by CSafeLoader", load.seconds / yardstick.seconds, 0.2),
        Limit("audit by the first 41 rules, of CSafeLoader", first.seconds / yardstick.seconds, 0.35),
        Limit("audit by all rules, of by the first 41", audit.seconds / first.seconds, 1.5),
        Limit("audit, peak memory, of CSafeLoader's", audit.megabytes / yardstick.megabytes, 0.6),
        Limit("growth of the audit, as an exponent", math.log10(audit.seconds / tenth.seconds), 1.15),
    ]


def pictures(folder: Path, people: int) -> list[Limit]:
    """Measure drawing a large organisation, with the findings that each view shows, against loading it."""
    file = write(folder, people)
    load, *views = least_of_each(2, ("-c", LOAD, file), *((*DRAW, view, file) for view in VIEWS))
    show(f"load, {people:,} people", load)
    for view, found in zip(VIEWS, views, strict=True):
        show(f"draw {view}", found)
    return [
        Limit(f"drawing {view} after loading, of loading", (found.seconds - load.seconds) / load.seconds, 1)
        for view, found in zip(VIEWS, views, strict=True)
    ]


def comparing(folder: Path, people: int) -> list[Limit]:
    """Measure comparing a large organisation with one alternative, and with several, against auditing it once."""
    made = organisation(people)
    files = []
    for seed in range(ALTERNATIVES + 1):
        path = folder / f"alternative-{seed}.yaml"
        path.write_text(text(reorganised(made, seed=seed) if seed else made), encoding="utf-8")
        files.append(str(path))
    audit, one, several = least(2, *AUDIT, files[0]), least(2, *COMPARE, *files[:2]), least(1, *COMPARE, *files)
    show(f"audit, {people:,} people", audit)
    show("compare with one alternative", one)
    show(f"compare with {ALTERNATIVES} alternatives", several)
    return [
        Limit("comparing two, of auditing one", one.seconds / audit.seconds, 2.5),
        Limit(f"comparing {ALTERNATIVES} alternatives, of auditing one", several.seconds / audit.seconds, 5),
    ]


def measures(folder: Path, teams: int) -> list[Limit]:
    """Measure the measures: against networkx, and the whole set for a thousand teams and for many."""
    sizes = ("10000", "30000")
    shapes = {shape: [timed(what, *sizes, shape) for what in ("propagation", "descendants")] for shape in SHAPES}
    own, other = (timed(what, "1000", "3000") for what in ("between", "between_by_networkx"))
    few = min(timed("everything", write(folder, round(1000 * PEOPLE_IN_A_TEAM))).seconds for _ in range(3))
    many = timed("everything", write(folder, round(teams * PEOPLE_IN_A_TEAM)))
    return [
        *(
            Limit(f"propagation cost, {shape}, of descendants", ours.seconds / theirs.seconds, 0.03)
            for shape, (ours, theirs) in shapes.items()
        ),
        Limit("betweenness, of networkx's", own.seconds / other.seconds, 0.1),
        Limit("all measures of 1,000 teams, seconds", few, 2),
        Limit(f"all measures of {teams:,} teams, seconds", many.seconds, 60),
        Limit(f"all measures of {teams:,} teams, gigabytes", many.megabytes / 1024, 2),
    ]


def small(folder: Path, runs: int) -> list[Limit]:
    """Measure starting up, and auditing a small organisation."""
    file = write(folder, 200, healthy=True)
    nothing = median(runs, "-c", "pass")
    version = median(runs, "-m", "orgmodel_cli", "--version")
    help = median(runs, "-m", "orgmodel_cli", "--help")
    audit = median(runs, "-m", "orgmodel_cli", "audit", "--fail-on", "never", "--output", os.devnull, file)
    for name, found in {
        "python -c pass": nothing,
        "--version": version,
        "--help": help,
        "audit, 30 teams": audit,
    }.items():
        show(name, found)
    return [
        Limit("--version, of python -c pass", version.seconds / nothing.seconds, 2),
        Limit("--help, of python -c pass", help.seconds / nothing.seconds, 6),
        Limit("audit of 30 teams, of python -c pass", audit.seconds / nothing.seconds, 20),
    ]


def show(name: str, found: Cost) -> None:
    """Print what a process took."""
    print(f"{name:<44} {found.seconds:9.3f} s CPU {found.megabytes:8.0f} MB", flush=True)


def main(words: Sequence[str] | None = None) -> int:
    """Run the benchmarks, and return 1 if a limit is not kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=100_000, help="size of the large organisation")
    parser.add_argument("--runs", type=int, default=15, help="runs of the small measurements")
    parser.add_argument("--teams", type=int, default=100_000, help="teams of the organisation that is measured")
    parser.add_argument("--only", choices=PARTS, action="append", help="run this part alone; several times for several")
    parser.add_argument("--json", type=Path, help="write the ratios here as well")
    options = parser.parse_args(words)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        parts: dict[str, Callable[[], list[Limit]]] = {
            "small": lambda: small(folder, options.runs),
            "large": lambda: large(folder, options.people),
            "pictures": lambda: pictures(folder, options.people),
            "comparing": lambda: comparing(folder, options.people),
            "measures": lambda: measures(folder, options.teams),
        }
        limits = [limit for part in options.only or PARTS for limit in parts[part]()]
    print()
    for limit in limits:
        print(
            f"{limit.name:<44} {limit.ratio:9.3f}   at most {limit.most:<5} {'' if limit.kept else 'NOT KEPT'}".rstrip()
        )
    if options.json:
        options.json.write_text(json.dumps({limit.name: limit.ratio for limit in limits}, indent=1), encoding="utf-8")
    return 0 if all(limit.kept for limit in limits) else 1


if __name__ == "__main__":
    sys.exit(main())
