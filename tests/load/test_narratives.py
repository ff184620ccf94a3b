"""Narratives: which files are read to count their words, and which are not."""

import os
from pathlib import Path

import pytest

from orgmodel.load.loader import load
from orgmodel.load.narratives import LARGEST, inside, words_of
from orgmodel.model.place import Spot
from tests.load.support import written

ONE = Spot("initiatives", "one")
ORG = "initiatives: {one: {}}"


def counted(folder: Path, path: str, *, named: str = "") -> int | None:
    """Return how many words the text at a path has for the initiative of an organisation."""
    return load([folder / named]).org.narratives.words(ONE, path)


def test_a_file_of_the_folder_is_read(tmp_path: Path) -> None:
    """Beside the file that names it, or below; the folder of one file is the one it is in."""
    written({"a/org.yaml": ORG, "a/one.md": "one", "a/b/two.txt": "two words"}, tmp_path)
    assert 1 == counted(tmp_path, "one.md")
    assert 2 == counted(tmp_path, "b/two.txt")
    assert 2 == counted(tmp_path, "./b/two.txt", named="a/org.yaml")


@pytest.mark.parametrize(
    "path",
    [
        "../out.md",
        "b/../../out.md",
        "b/../in.md",
        "..\\out.md",
        "{folder}/out.md",
        "{folder}/org/in.md",
        "file:in.md",
        "file://{folder}/org/in.md",
        "//host/in.md",
        "\\\\host\\in.md",
        "link-out.md",
        "linked/out.md",
        "absent.md",
        ".",
        "",
        "x" * 5000,
    ],
)
def test_nothing_outside_the_folder_is_read(path: str, tmp_path: Path) -> None:
    """Not by dots, not by absolute paths or addresses, not through links."""
    written(
        {"out.md": "secret", "org/org.yaml": ORG, "org/in.md": "here", "org/b/x.md": "", "org/file:in.md": ""}, tmp_path
    )
    (tmp_path / "org/link-out.md").symlink_to(tmp_path / "out.md")
    (tmp_path / "org/linked").symlink_to(tmp_path)
    assert None is counted(tmp_path / "org", path.format(folder=tmp_path))


def test_a_link_inside_the_folder_is_followed(tmp_path: Path) -> None:
    """It leads to a file of the organisation, also where the folder itself was named by a link."""
    written({"org/org.yaml": ORG, "org/in.md": "here"}, tmp_path)
    (tmp_path / "org/link.md").symlink_to("in.md")
    (tmp_path / "again").symlink_to("org")
    assert 1 == counted(tmp_path / "org", "link.md")
    assert 1 == counted(tmp_path / "again", "link.md")


def test_a_folder_whose_name_begins_alike_is_another(tmp_path: Path) -> None:
    """`org-old` is not inside `org`."""
    written({"org/org.yaml": ORG, "org-old/in.md": "here"}, tmp_path)
    (tmp_path / "org/old").symlink_to(tmp_path / "org-old")
    assert None is counted(tmp_path / "org", "old/in.md")
    assert None is inside("", str(tmp_path), "org/org.yaml")


def test_only_regular_files_that_are_text_are_read(tmp_path: Path) -> None:
    """A pipe would wait for ever; what is too large, or no UTF-8, is no narrative."""
    written({"a.md": b"\xff\xfe", "b.md": "a\0b", "c.md": "x" * (LARGEST + 1), "d.md": "x" * LARGEST}, tmp_path)
    os.mkfifo(tmp_path / "pipe.md")
    found = [words_of(str(tmp_path / name)) for name in ("a.md", "b.md", "c.md", "d.md", "pipe.md")]
    assert [None, None, None, 1, None] == found


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("", 0),
        ("\ufeffOne", 1),
        ("# Heading\n\n- first -- second\n* * *\n", 3),
        ("don't re-use it\u00a0twice", 4),
        ("| a | 1 |", 2),
        ("Größe größer", 2),
    ],
)
def test_words_are_what_has_a_letter_or_a_digit(text: str, number: int, tmp_path: Path) -> None:
    """Marks of Markdown are none."""
    written({"text.md": text}, tmp_path)
    assert number == words_of(str(tmp_path / "text.md"))


def test_nothing_is_read_before_it_is_asked_for(tmp_path: Path) -> None:
    """And then once: what is written after loading is counted, what changes later is not."""
    org = load([written({"org.yaml": ORG}, tmp_path)]).org
    written({"text.md": "one two"}, tmp_path)
    assert 2 == org.narratives.words(ONE, "text.md")
    written({"text.md": "one"}, tmp_path)
    assert 2 == org.narratives.words(ONE, "text.md")
    assert None is org.narratives.words(Spot("initiatives", "unknown"), "text.md")
