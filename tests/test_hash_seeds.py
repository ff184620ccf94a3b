"""What is written is the same to the byte whatever seed Python's hashes have, so whatever order sets have."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

from docs.machinery import consoles
from orgmodel import api, catalogue
from orgmodel.draw import decisions, dependencies, tree
from orgmodel.draw.material import Material
from orgmodel.graph import OrgGraph
from orgmodel.measures.coupling_terms import coupling_of
from orgmodel.measures.sensitivity import staying
from orgmodel.measures.ties import cleaned
from orgmodel.model.decisions import Decision, Step
from orgmodel.model.organisation import Org
from orgmodel.model.teams import Team
from tests.draw import test_initiatives as initiatives
from tests.draw import test_matrix as matrix
from tests.draw.support import ring_of
from tests.reorg.applying.support import org_of
from tests.report.comparison import samples as comparisons

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 11, 22)
FULFILMENT = ROOT / "orgs/fulfilment"
ELSEWHERE = "import json; from tests.test_hash_seeds import written; print(json.dumps(written()))"


def audits(form: str) -> str:
    """Audit northwind on the command line."""
    return printed(f"orgmodel audit {ROOT}/orgs/northwind --format {form} --today {TODAY} --fail-on never")


def printed(command: str) -> str:
    """Return what a command prints."""
    code, lines = consoles.run(command, 0)
    assert 0 == code, lines
    return "\n".join(lines)


def reports() -> str:
    """Write an audit in every form."""
    settings = api.settings(today=TODAY)
    audit = api.audit(FULFILMENT / "before.yaml", ROOT / "orgs/first.yaml", settings=settings)
    offered = catalogue.offered("orgmodel.report", "report")
    return "\n".join("".join(report.write(audit, api.style(statistics=True))) for report in offered)


def reports_of_comparisons() -> str:
    """Write a comparison of two and one of three in every form."""
    compared = (comparisons.of(comparisons.two_teams()), comparisons.three())
    offered = catalogue.offered("orgmodel.report.comparison", "report")
    return "\n".join(comparisons.written(report, each) for report in offered for each in compared)


def change() -> str:
    """Draw what changes between two organisations."""
    return str(api.draw("change", FULFILMENT / "before.yaml", FULFILMENT / "after.yaml").document)


def ways() -> str:
    """Draw the ways of decisions."""
    steps = tuple(Step(by=id, can="veto", days=2) for id in "abc")
    org = Org(decisions={id: Decision(id=id, door="two-way", steps=steps) for id in "xyz"})
    return str(decisions.view.draw(Material(graph=OrgGraph(org))).document)


def ring(engine: str) -> str:
    """Draw many dependencies."""
    return str(dependencies.view.draw(Material(graph=ring_of(40, steps=(1, 7, 11))), engine=engine).document)


def threads() -> str:
    """Draw initiatives: a few, many, and those of a branch that is folded."""
    many, svg_of = initiatives.many, initiatives.svg_of
    return "\n".join([svg_of(org_of(initiatives.SHOP)), svg_of(many(70, led=30)), svg_of(many(12, led=1), fold=1)])


def matrices() -> str:
    """Draw matrices: a few teams, groups, and many teams."""
    shop = org_of(matrix.SHOP)
    return "\n".join([matrix.svg_of(shop), matrix.svg_of(shop, fold=1), matrix.drawn(matrix.flat(100, links=100))])


def company() -> str:
    """Draw a tree of groups and teams with two leads each."""
    teams = {f"t{n}": Team(id=f"t{n}", parent=f"g{n % 3}", headcount=n, lead=("a", "b")) for n in range(20)}
    teams |= {f"g{n}": Team(id=f"g{n}", kind="group") for n in range(3)}
    return str(tree.view.draw(Material(graph=OrgGraph(Org(teams=teams)))).document)


def draws() -> str:
    """Count how often teams stay who they are, by numbers that are drawn."""
    edges = [(f"t{n % 7}", f"t{n * n % 11}", 1 + n % 3) for n in range(40)]
    coupling = coupling_of(cleaned((), edges))
    return str(staying(coupling, coupling.rows))


WRITTEN: Final[dict[str, Callable[[], str]]] = {
    "an audit in text": lambda: audits("text"),
    "an audit in brief": lambda: audits("brief"),
    "an audit in JSON": lambda: audits("json"),
    "all measures": lambda: printed(f"orgmodel measure {FULFILMENT}/before.yaml --format json"),
    "every report": reports,
    "every report of a comparison": reports_of_comparisons,
    "a change": change,
    "decisions": ways,
    "dependencies, placed by Graphviz": lambda: ring("wasm"),
    "dependencies, placed without": lambda: ring("none"),
    "initiatives": threads,
    "matrices": matrices,
    "a tree": company,
    "numbers that are drawn": draws,
}


def written() -> dict[str, str]:
    """Write everything."""
    return {name: write() for name, write in WRITTEN.items()}


def test_the_same_bytes_under_any_hash_seed() -> None:
    """What the tests write, whose seed is another one each time, a Python of a fixed seed writes as well."""
    seed = "1" if os.environ.get("PYTHONHASHSEED") != "1" else "2"
    env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "cli")))}
    done = subprocess.run([sys.executable, "-c", ELSEWHERE], cwd=ROOT, env=env, capture_output=True, check=True)
    here, there = written(), json.loads(done.stdout)
    assert [] == [name for name, text in here.items() if text != there[name]]
    assert all(here.values())
