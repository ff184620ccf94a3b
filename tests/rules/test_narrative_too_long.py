"""W002: a press release is longer than a page, or an FAQ or memo longer than six."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from orgmodel import api
from orgmodel.model.audit import Audit
from orgmodel.model.finding import Coverage
from orgmodel.model.organisation import Org
from orgmodel.model.place import Spot
from orgmodel.rules.narrative_too_long import rule
from tests.load.support import written
from tests.rules.support import audit_text

MISSING = (("narratives in files", 1),)


def words(number: int) -> str:
    """Return a text of this many words."""
    return "# " + "word " * number


def audited(files: Mapping[str, str | bytes], folder: Path, set: Sequence[str] = ()) -> Audit:
    """Audit a folder of files with this rule alone."""
    return api.audit(written(files, folder), settings=api.settings(select=["W002"], set=set))


def one(fields: str) -> str:
    """Return an organisation of one initiative."""
    return f"initiatives: {{one: {{{fields}}}}}"


def test_a_long_press_release_is_found(tmp_path: Path) -> None:
    """The finding counts its words and stands where it is named; paths start from the file that states them."""
    text = one("stage: press-release, press_release: texts/pr.md")
    (finding,) = audited({"ideas/org.yaml": text, "ideas/texts/pr.md": words(501)}, tmp_path).findings
    assert "the press release of one has 501 words, more than 1 page (limit 500)" == finding.message
    assert "cut it by 1 word, and keep the rest for whoever asks" == finding.help
    assert {"words": 501, "limit": 500, "pages": 1, "document": "press release", "path": "texts/pr.md"} == (
        finding.evidence
    )
    assert ("info", "initiative:one", (1, 58)) == (finding.severity, finding.subject.key, (finding.place or ())[1:3])


def test_each_document_has_its_limit(tmp_path: Path) -> None:
    """Six pages for an FAQ and for a memo, and each is a finding of its own."""
    files = {"org.yaml": one("press_release: a.md, faq: b.md, memo: c.md"), "a.md": words(500)}
    assert (Coverage("W002", 3, 0, 0),) == audited(
        {**files, "b.md": words(3000), "c.md": words(3000)}, tmp_path
    ).coverage
    found = audited({**files, "b.md": words(3001), "c.md": words(3002)}, tmp_path).findings
    assert [("FAQ", 3001), ("memo", 3002)] == [(each.evidence["document"], each.evidence["words"]) for each in found]
    assert 2 == len({each.fingerprint for each in found})


@pytest.mark.parametrize(
    ("heading", "expected"), [("Bad", [("press release", 640)]), ("Good", [])], ids=["bad", "good"]
)
def test_the_examples_of_the_page(heading: str, expected: list[tuple[str, int]], tmp_path: Path) -> None:
    """The files that they name have as many words as the page says."""
    section = rule.page.partition(f"## {heading}\n")[2].partition("```yaml\n")[2].partition("```")[0]
    named = re.findall(r"(\S+\.md) # (\d+) words", section)
    assert named
    files = {"org.yaml": section, **{path: words(int(number)) for path, number in named}}
    found = audited(files, tmp_path).findings
    assert expected == [(each.evidence["document"], each.evidence["words"]) for each in found]


@pytest.mark.parametrize(
    "path", ["https://example.org/pr.md", "nowhere.md", "texts", "scan.pdf", "fine/../pr.md", "We are proud to say so"]
)
def test_what_is_no_text_file_here_is_unknown(path: str, tmp_path: Path) -> None:
    """An address, a file that is not there, a folder, a scan, a detour, and a text in the place of a path."""
    files = {"org.yaml": one(f"faq: '{path}'"), "texts/pr.md": "", "pr.md": "", "fine/x.md": ""}
    written({"scan.pdf": b"%\xff\0"}, tmp_path)
    assert (Coverage("W002", 0, 0, 1, MISSING),) == audited(files, tmp_path).coverage


def test_an_organisation_in_memory_has_no_files() -> None:
    """What was not read from a folder is not looked for."""
    assert None is Org().narratives.words(Spot("initiatives", "one"), "README.md")


def test_what_is_over_or_not_ours_is_not_asked() -> None:
    """Nobody will cut it any more; an idea may still be cut, and without documents there is nothing to ask."""
    text = """
        initiatives:
          a: {faq: x.md, stage: retired}
          b: {faq: x.md, stage: stopped}
          c: {faq: x.md, external: true}
          d: {stage: building}
          e: {faq: x.md, stage: idea}
    """
    assert (Coverage("W002", 0, 0, 1, MISSING),) == audit_text(text, "W002").coverage


@pytest.mark.parametrize(
    ("setting", "document"),
    [("words_per_page=1", "press release"), ("press_release_pages=0", "press release"), ("faq_pages=0", "FAQ")],
)
def test_the_options(setting: str, document: str, tmp_path: Path) -> None:
    """Pages, and the words on them."""
    files = {"org.yaml": one("press_release: a.md, faq: b.md"), "a.md": words(3), "b.md": words(4)}
    (finding,) = audited(files, tmp_path, set=[f"rules.W002.{setting}"]).findings
    assert document == finding.evidence["document"]
