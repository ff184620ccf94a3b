"""What the written pages say is so: commands print what is shown, examples load, links lead somewhere."""

import doctest
import functools
import re
import shutil
from pathlib import Path
from urllib.parse import unquote

import pytest

from docs import build
from docs.machinery import consoles
from docs.machinery.markdown import Fence, anchors, fences, links
from orgmodel import api
from orgmodel.load.plans import read_plan

PAGES = [page.relative_to(build.ROOT).as_posix() for page in build.written()]
REFERENCE = sorted(page.relative_to(build.ROOT).as_posix() for page in (build.DOCS / "reference").rglob("*.md"))
NO_EXAMPLE = {"elsewhere", "faulty", "plan"}
"""Words after the language of a block whose YAML is for another program, wrong on purpose, or a plan."""
ELSEWHERE = ("https://", "http://", "mailto:")


def text(page: str) -> str:
    """Return the text of a page."""
    return (build.ROOT / page).read_text(encoding="utf-8")


def with_fences(language: str) -> list[str]:
    """Return the pages that have blocks of a language."""
    return [page for page in PAGES if any(fence.language == language for fence in fences(text(page)))]


@pytest.mark.parametrize("page", with_fences("console"))
def test_commands_print_what_the_page_shows(page: str) -> None:
    """Each command of a page prints what stands below it; `python docs/build.py --refresh` writes that anew."""
    shown = list(consoles.shown_in(text(page), build.SAMPLES))
    assert [] == [("line", each.fence.line, each.command, each.says) for each in shown if not each.is_current]


@pytest.mark.parametrize("page", with_fences("yaml"))
def test_examples_are_organisations(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The YAML of a page loads without a finding: a file alone or with its folder, all other blocks together."""
    monkeypatch.chdir(tmp_path)
    blocks = [fence for fence in fences(text(page)) if fence.language == "yaml" and not NO_EXAMPLE & set(fence.words)]
    files = [(consoles.write_file_of(fence, f"page/{fence.line}.yaml"), fence.word("with")) for fence in blocks]
    for file, other in files:
        place = str(file).partition("/")[0]
        org, findings = api.load(place, *filter(None, [other]))
        assert len(org) > 0, place
        assert [] == [(finding.code, finding.message) for finding in findings]


def plans_of(page: str) -> list[Fence]:
    """Return the plans that a page shows."""
    return [fence for fence in fences(text(page)) if fence.language == "yaml" and "plan" in fence.words]


@pytest.mark.parametrize("page", [page for page in PAGES if plans_of(page)])
def test_plans_can_be_read_and_fit(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The plans of a page can be read, and fit the organisation over which they are said to be laid."""
    shutil.copytree(build.SAMPLES, tmp_path / "orgs", symlinks=True)
    monkeypatch.chdir(tmp_path)
    for fence in plans_of(page):
        file = str(consoles.write_file_of(fence, f"page/{fence.line}.yaml"))
        assert () == read_plan(file).problems, fence.line
        base = fence.word("over")
        findings = api.compare(base, file).alternatives[0].plan_findings if base else ()
        assert [] == [(each.code, each.message) for each in findings if each.severity == "error"]


@pytest.mark.parametrize("page", with_fences("pycon"))
def test_python_says_what_the_page_shows(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The Python of a page gives the answers that stand below it."""
    shutil.copytree(build.SAMPLES, tmp_path / "orgs", symlinks=True)
    monkeypatch.chdir(tmp_path)
    session = "\n".join(fence.text for fence in fences(text(page)) if fence.language == "pycon")
    example = doctest.DocTestParser().get_doctest(session, {}, page, page, 0)
    assert doctest.TestResults(failed=0, attempted=len(example.examples)) == doctest.DocTestRunner().run(example)


@pytest.mark.parametrize("page", [*PAGES, *REFERENCE])
def test_links_lead_somewhere(page: str) -> None:
    """Each relative link of a page leads to a file or folder of the checkout, and to a heading that is there."""
    assert [] == [link for link in links(text(page)) if not link.startswith(ELSEWHERE) and not _leads(page, link)]


def _leads(page: str, link: str) -> bool:
    path, _, heading = unquote(link).partition("#")
    target = (build.ROOT / page).parent / path if path else build.ROOT / page
    return target.exists() and (not heading or heading in anchors(target.read_text(encoding="utf-8")))


@pytest.mark.parametrize("page", PAGES)
def test_files_that_are_named_are_there(page: str) -> None:
    """Each file or folder of the checkout that a page names in code exists."""
    named = re.findall(r"`((?:cli|docs|orgmodel|orgs|tests)/[\w./-]*)`", text(page))
    assert [] == [path for path in named if not (build.ROOT / path).exists()]


@pytest.mark.parametrize("page", [page for page in PAGES if page.startswith("docs/")])
def test_pages_are_found(page: str) -> None:
    """Each written page below `docs` is reached by links from the README."""
    assert page in _reached("README.md")


@functools.cache
def _reached(start: str) -> set[str]:
    found, waiting = {start}, [start]
    for page in waiting:
        for link in links(text(page)):
            target = ((build.ROOT / page).parent / link.partition("#")[0]).resolve()
            if target.suffix == ".md" and target.is_file() and target.is_relative_to(build.ROOT):
                name = target.relative_to(build.ROOT).as_posix()
                waiting += [name] if name not in found else []
                found.add(name)
    return found


def test_pages_are_there() -> None:
    """The pages that people look for first are written, and have commands and examples to run."""
    assert {"README.md", "docs/guide/organisation-file.md", "docs/guide/reading-an-audit.md"} <= set(PAGES)
    assert {"README.md", "docs/guide/reading-an-audit.md", "docs/guide/tables.md"} <= set(with_fences("console"))
    assert {"docs/questions.md", "docs/guide/reorganisations.md"} <= set(with_fences("console"))
    assert {"README.md", "docs/guide/organisation-file.md"} <= set(with_fences("yaml"))
    assert len(plans_of("docs/guide/reorganisations.md")) > 1


def test_all_questions_are_there() -> None:
    """Each question that leaders ask has a command that answers it, or is said to have none yet."""
    answered, _, not_yet = text("docs/questions.md").partition("\n## Not yet\n")
    parts = re.split(r"^#{2,3} (?=.*\?$)", answered, flags=re.M)[1:]
    assert [] == [part.partition("\n")[0] for part in parts if "\n$ orgmodel " not in part]
    assert 34 == len(parts) + len(re.findall(r"^\| [^|]*\? \|", not_yet, re.M))
