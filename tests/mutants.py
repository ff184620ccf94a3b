"""Mutation testing of the rules: how many small faults, put into their code one at a time, the tests notice.

`make mutants` runs it; docs/quality.md says what is counted and how. Needs the extra `mutants`.
"""

import argparse
import ast
import math
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Final, Literal, NamedTuple

from cosmic_ray import plugins
from cosmic_ray.ast import ast_nodes, get_ast_from_path
from cosmic_ray.mutating import mutate_code

ROOT: Final = Path(__file__).parents[1]
RULES: Final = Path("orgmodel", "rules")
NEEDED: Final = ("orgmodel", "cli", "tests", "docs", "orgs", "pyproject.toml", "README.md")
IDENTITY: Final = ("Is_Eq", "IsNot_NotEq", "Eq_Is", "NotEq_IsNot")
"""For `None`, short words and small numbers, which are all that rules compare so, both are the same."""
SAMPLES: Final = "tests/test_samples.py"
SHARED: Final = ("rules", "test_rule_pages.py", "test_samples.py", "auditing", "load/test_configuration.py",
                 "cli/test_config.py")  # fmt: skip
"""The tests of what rules have in common."""
ABOUT_WAIVERS: Final = "Z"
"""The family of rules whose tests stand with those of waivers."""
FEW: Final = 15
"""Where so many rules use something, or fewer, their tests are asked first."""
LIMIT: Final = 180
"""How many seconds the tests of one mutant may take; without any it is a fraction of that."""

Spot = tuple[int, int]
Outcome = Literal["caught", "survived", "timed out"]


class Mutant(NamedTuple):
    """One change: in which file, where, by which operator, and which of the places that it could change."""

    file: Path
    spot: Spot
    operator: str
    occurrence: int

    def __str__(self) -> str:
        """Write it as it stands in the list of survivors."""
        return f"{self.file}:{self.spot[0]} {self.operator}#{self.occurrence}"

    @property
    def place(self) -> tuple[Path, Spot, str]:
        """The place that it changes, and what kind of change that is."""
        return self.file, self.spot, self.operator.rpartition("_")[0] or self.operator


def of_file(file: Path) -> Iterator[Mutant]:
    """Return all mutants of a file, without those of annotations and between identity and equality."""
    tree, types = list(ast_nodes(get_ast_from_path(ROOT / file))), list(_types(ast.parse((ROOT / file).read_bytes())))
    for name in sorted(plugins.operator_names()):
        kind = plugins.get_operator(name)
        if kind.arguments() or name.endswith(IDENTITY):
            continue
        spots = (spot for node in tree for spot, _ in kind().mutation_positions(node))
        for occurrence, spot in enumerate(spots):
            if not any(first <= spot < last for first, last in types):
                yield Mutant(file, spot, name, occurrence)


def _types(tree: ast.Module) -> Iterator[tuple[Spot, Spot]]:
    """Return from where to where annotations stand, and what names like `Answer` are given."""
    for node in ast.walk(tree):
        match node:
            case ast.arg(annotation=ast.expr() as found) | ast.AnnAssign(annotation=found):
                yield _extent(found)
            case ast.FunctionDef(returns=ast.expr() as found):
                yield _extent(found)
            case ast.Assign(targets=[ast.Name(id=name)], value=found) if re.fullmatch(r"_?([A-Z][a-z]+)+", name):
                yield _extent(found)


def _extent(node: ast.expr) -> tuple[Spot, Spot]:
    return (node.lineno, node.col_offset), (node.end_lineno or 0, node.end_col_offset or 0)


def drawn(number: int, seed: int) -> tuple[list[Mutant], int, int]:
    """Draw places, and one mutant at each; return them, and how many mutants and places there are.

    A sign has up to eleven replacements, most of which break at once: each place counts once.
    """
    files = sorted(file.relative_to(ROOT) for file in (ROOT / RULES).rglob("*.py"))
    every = [mutant for file in files for mutant in of_file(file)]
    places: dict[tuple[Path, Spot, str], list[Mutant]] = {}
    for mutant in every:
        places.setdefault(mutant.place, []).append(mutant)
    chance = random.Random(seed)
    return [chance.choice(places[at]) for at in chance.sample(sorted(places), number)], len(every), len(places)


@cache
def code_of(file: Path) -> str | None:
    """Return the code of the rule in a file."""
    found = re.search(r'^    code="(\w+)"', (ROOT / file).read_text("utf-8"), flags=re.M)
    return found.group(1) if found else None


def rounds(file: Path) -> Iterator[Sequence[str]]:
    """Return which tests to run: those of a rule, its page and the samples, or those of what rules have in common."""
    own, code = tests_named([file]), code_of(file)
    if code:
        yield [*own, "tests/test_rule_pages.py", SAMPLES, "-k", f"test_{file.stem} or {code} or test_samples"]
        if code.startswith(ABOUT_WAIVERS):
            yield ["tests/auditing"]
        return
    users = tests_named(user for user in (ROOT / RULES).glob("*.py") if f"rules.{file.stem} import" in user.read_text())
    if (own or users) and len(users) <= FEW:
        yield [*own, *users]
    yield [f"tests/{name}" for name in SHARED]


def tests_named(files: Iterable[Path]) -> list[str]:
    """Return the tests that are called like rules."""
    found = (Path("tests", "rules", f"test_{file.name}") for file in files)
    return sorted(str(test) for test in found if (ROOT / test).exists())


def outcome(mutant: Mutant, copy: Path) -> Outcome | None:
    """Put a mutant into the copy, run the tests there, and mend it again; none if it is no Python."""
    file = copy / mutant.file
    right = file.read_text("utf-8")
    wrong = mutate_code(right, plugins.get_operator(mutant.operator)(), mutant.occurrence)
    if wrong is None or wrong == right or not _compiles(wrong):
        return None
    file.write_text(wrong, encoding="utf-8")
    try:
        return "caught" if any(pytest(copy, *tests) for tests in rounds(mutant.file)) else "survived"
    except subprocess.TimeoutExpired:
        return "timed out"
    finally:
        file.write_text(right, encoding="utf-8")


def _compiles(text: str) -> bool:
    try:
        with warnings.catch_warnings(action="ignore"):
            compile(text, "mutant", "exec")
    except SyntaxError:
        return False
    return True


def pytest(copy: Path, *arguments: str) -> int:
    """Run tests in the copy, with its code and without leaving any compiled; return the exit code."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-n0", "-p", "no:cacheprovider", *arguments]
    code = _run(command, copy).returncode
    if code == 5:
        sys.exit(f"no test is chosen by {' '.join(arguments)}")
    return code


def _run(command: Sequence[str], copy: Path) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join((str(copy), str(copy / "cli")))
    env = {**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1", "CI": "1"}
    return subprocess.run(command, cwd=copy, env=env, timeout=LIMIT, capture_output=True, text=True, check=False)


def copied(folder: Path) -> Path:
    """Copy what the tests need, and make sure that they import the copy and are green."""
    for name in NEEDED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, symlinks=True, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(ROOT / name, folder / name)
    where = _run([sys.executable, "-c", "import orgmodel; print(orgmodel.__file__)"], folder).stdout.strip()
    if Path(where) != folder / "orgmodel" / "__init__.py":
        sys.exit(f"the tests would import {where}, not the copy")
    if pytest(folder, *(f"tests/{name}" for name in SHARED)):
        sys.exit("the tests fail without any mutant")
    return folder


def wilson(hits: int, of: int, z: float = 1.96) -> tuple[float, float]:
    """Return between which shares the true one lies with 95 %, by Wilson."""
    share, spread = hits / of, z * z / of
    half = z * math.sqrt(share * (1 - share) / of + spread / (4 * of))
    return (share + spread / 2 - half) / (1 + spread), (share + spread / 2 + half) / (1 + spread)


def main() -> None:
    """Draw mutants, try each, name those that nobody noticed, and count."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--number", type=int, default=400, help="how many to draw")
    parser.add_argument("--seed", type=int, default=1, help="which ones")
    parser.add_argument("--only", type=Path, help="a file with survivors as printed: try these of the drawn again")
    arguments = parser.parse_args()
    sample, every, places = drawn(arguments.number, arguments.seed)
    print(f"{every} mutants at {places} places; {len(sample)} drawn with seed {arguments.seed}", flush=True)
    if arguments.only:
        wanted = arguments.only.read_text("utf-8")
        sample = [mutant for mutant in sample if f"{mutant}\n" in wanted]
    counts = Counter[str]()
    with tempfile.TemporaryDirectory() as name:
        copy = copied(Path(name).resolve())
        for mutant in sample:
            came = outcome(mutant, copy) or "not Python"
            counts[came] += 1
            if came not in ("caught", "not Python"):
                print(f"{came:9} {mutant}", flush=True)
    tried = len(sample) - counts.pop("not Python", 0)
    print(f"{tried} tried: " + ", ".join(f"{number} {came}" for came, number in counts.most_common()))
    if tried:
        hits = tried - counts["survived"]
        low, high = wilson(hits, tried)
        print(f"noticed {hits / tried:.1%}, with 95 % between {low:.1%} and {high:.1%}")


if __name__ == "__main__":
    main()
