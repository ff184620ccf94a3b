"""`orgmodel draw`: one picture, all of them, and whether they are current."""

import json
import re
from pathlib import Path

import pytest

from orgmodel import api
from tests.cli.conftest import Run

ROOT = Path(__file__).parents[2]
BEFORE = ROOT / "orgs" / "fulfilment" / "before.yaml"
AFTER = ROOT / "orgs" / "fulfilment" / "after.yaml"
FORMATS = ("svg", "dot", "mermaid", "json")


def test_the_views_are_listed_with_their_questions(run: Run) -> None:
    """Help names each view and what it answers."""
    said = " ".join(run("draw", "--help").out.split())
    for view, question in api.views().items():
        assert f"{view} {question}" in said


@pytest.mark.parametrize("view", sorted(api.views()))
@pytest.mark.parametrize("form", FORMATS)
def test_a_current_picture_passes_the_check_and_an_old_one_does_not(
    run: Run, tmp_path: Path, view: str, form: str
) -> None:
    """`--check` compares with what would be drawn now, and draws nothing."""
    file = tmp_path / "picture"
    paths, others = ([BEFORE, AFTER], [BEFORE, BEFORE]) if view == "change" else ([BEFORE], [AFTER])
    assert 0 == run("draw", view, *paths, "-f", form, "-o", file, "-q").code
    content = file.read_bytes()
    assert (0, "", "") == run("draw", view, *paths, "-f", form, "-o", file, "--check")
    done = run("draw", view, *others, "-f", form, "-o", file, "--check")
    assert (1, "") == done[:2]
    assert f"{file} is not current" in done.err
    assert content == file.read_bytes()


def test_the_check_sees_other_choices(run: Run, tmp_path: Path) -> None:
    """A picture on dark paper, or with links, is another one."""
    file = tmp_path / "map.svg"
    run("draw", "dependencies", BEFORE, "-o", file, "-q")
    assert 1 == run("draw", "dependencies", BEFORE, "-o", file, "--check", "--dark").code
    assert 1 == run("draw", "dependencies", BEFORE, "-o", file, "--check", "--link", "https://a/{id}").code


def test_png_is_checked_by_its_stamp(run: Run, tmp_path: Path) -> None:
    """Pixels differ with the fonts of a machine, so they are not compared."""
    pytest.importorskip("resvg_py")
    file = tmp_path / "map.png"
    run("draw", "dependencies", BEFORE, "-f", "png", "-o", file, "-q")
    assert 0 == run("draw", "dependencies", BEFORE, "-f", "png", "-o", file, "--check").code
    assert 1 == run("draw", "dependencies", AFTER, "-f", "png", "-o", file, "--check").code


@pytest.mark.parametrize("form", FORMATS)
def test_all_pictures_and_a_page(run: Run, tmp_path: Path, form: str) -> None:
    """`draw all` writes every picture of an organisation and a page that shows each; the check tells which are old."""
    folder = tmp_path / "new" / "pictures"
    assert 0 == run("draw", "all", BEFORE, "-f", form, "-o", folder, "-q").code
    page = (folder / "index.md").read_text(encoding="utf-8")
    pictures = [file for file in folder.iterdir() if file.name != "index.md"]
    assert len(api.views()) - 1 == len(pictures) == page.count("\n## ")
    for file in pictures:
        assert (f"({file.name})" in page) == (form != "mermaid")
    assert (form == "mermaid") == ("```mermaid\nflowchart" in page)
    assert (0, "", "") == run("draw", "all", BEFORE, "-f", form, "-o", folder, "--check")
    pictures[0].unlink()
    done = run("draw", "all", BEFORE, "-f", form, "-o", folder, "--check")
    assert 1 == done.code
    assert f"{pictures[0]} is not current" in done.err


def test_what_cannot_be_drawn_is_one_line(run: Run, tmp_path: Path) -> None:
    """Each mistake is told in one line with what would be right, and nothing is written."""
    for words, said in (
        (["tre", BEFORE], "there is no view ‘tre’; did you mean tree?"),
        (["all", BEFORE], "say with --output which folder is meant"),
        (["tree", BEFORE, "--check"], "say with --output what to check"),
        (["decisions", BEFORE, "--engine", "none"], "the view ‘decisions’ has no use for --engine"),
        (["tree", BEFORE, "--link", "javascript:x"], "is no link"),
        (["change", BEFORE], "a picture of a change needs two"),
        (["tree", tmp_path / "none.yaml"], "none.yaml"),
    ):
        done = run("draw", *words)
        assert (2, "") == done[:2]
        assert said in done.err
        assert 1 == done.err.count("\n")
    assert [] == list(tmp_path.iterdir())


def test_links_lead_from_boxes(run: Run) -> None:
    """Each box links to the page of its entity."""
    said = run("draw", "dependencies", BEFORE, "--link", "https://wiki.example/{kind}/{id}", "-q").out
    boxes = said.count('class="om-node"')
    assert boxes == len(re.findall(r'<a href="https://wiki\.example/team/[a-z-]+">', said)) > 3


@pytest.mark.parametrize("view", sorted(api.views()))
def test_pictures_without_names(run: Run, view: str) -> None:
    """With `--anonymise` nobody's name or id is in a picture, whatever its format."""
    org, _ = api.load(BEFORE)
    names = {name for person in org.people.values() for name in (person.name, person.id) if name and len(name) > 2}
    assert names
    paths = [BEFORE, AFTER] if view == "change" else [BEFORE]
    for form in FORMATS:
        said = run("draw", view, *paths, "-f", form, "--anonymise", "-q").out
        assert [] == [name for name in sorted(names) if re.search(rf"\b{re.escape(name)}\b", said, re.IGNORECASE)]


@pytest.mark.parametrize("view", sorted(api.views()))
def test_the_document_says_what_is_drawn(run: Run, view: str) -> None:
    """Each view has a JSON document whose links join its nodes, and whose nodes stand in its groups."""
    paths = [BEFORE, AFTER] if view == "change" else [BEFORE]
    found = json.loads(run("draw", view, *paths, "-f", "json", "-q").out)
    ids = [node["id"] for node in found["nodes"]]
    groups = {group["id"] for group in found["groups"]}
    assert (view, len(ids)) == (found["view"], len(set(ids)))
    assert ids
    assert {end for link in found["links"] for end in (link["source"], link["target"])} <= set(ids)
    assert {node["group"] for node in found["nodes"] if node.get("group")} <= groups
