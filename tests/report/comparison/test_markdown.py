"""A comparison as Markdown: the same as the text, and harmless whatever users wrote."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgmodel.model.comparison import Compared
from orgmodel.report.comparison.escaping import escape
from orgmodel.report.comparison.markdown import report
from orgmodel.report.width import clean
from tests.report.comparison import samples
from tests.report.comparison.hostile import rewritten
from tests.report.comparison.samples import of, written

markdown_it = pytest.importorskip("markdown_it")

NASTY = "`|*a*_b_ <script>x</script> [l](http://h.example) ![i](j) ~~s~~ # h\n- n\n\n1. o &lt; \\ www.h.example @x $y$"
TEXTS = st.text(st.characters(exclude_categories=["Cs"])) | st.text(
    st.sampled_from("\\`*_[]()<>|~!#$^=@{}+-.&;:/ \n\t0123456789abwhtp\"'")
)


def tokens(document: str) -> list[tuple[str, str]]:
    """Return the kinds of what a document consists of, those within lines included, and what each says."""
    found = []
    for block in markdown_it.MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(document):
        found.append((block.type, "" if block.type == "inline" else block.content))
        found += [(part.type, part.content) for part in block.children or ()]
    return found


def kinds(document: str) -> list[str]:
    """Return what a document consists of, without its texts."""
    return [kind for kind, _ in tokens(document) if kind != "text"]


@pytest.mark.parametrize("name", ["two_teams", "three", "only_unknown"])
def test_looks_as_it_should(name: str, agrees_with: Callable[[str, str], None]) -> None:
    """Headings, lists and tables in the order of the text."""
    found = {"two_teams": lambda: of(samples.two_teams()), "three": samples.three, "only_unknown": samples.only_unknown}
    agrees_with(f"{name}.md", written(report, found[name]()))


def test_the_same_says_so_in_one_line() -> None:
    """An organisation compared with itself has nothing to tell."""
    assert "org and org/copy say the same: nothing changes.\n" == written(report, of(samples.same()))


@given(TEXTS)
def test_any_text_reads_as_it_is(text: str) -> None:
    """Whatever stands in a list item, a heading or a cell is text and nothing else, character by character."""
    said = clean(text).strip()
    for document in (f"- x {escape(text)}", f"# x {escape(text)}", f"| a |\n| --- |\n| x {escape(text)} |"):
        assert f"x {said}".strip() in [content for kind, content in tokens(document) if kind == "text"]


@given(TEXTS)
def test_any_text_may_begin_an_item(text: str) -> None:
    """No text begins a list, a heading, a quotation or a rule."""
    said = clean(text).strip()
    expected = ["bullet_list_open", "list_item_open", "paragraph_open", "inline", "text", "paragraph_close"]
    if said:
        assert expected == [kind for kind, _ in tokens(f"- {escape(text)}")][:6]


@pytest.mark.parametrize("compared", [of(samples.two_teams()), samples.three()], ids=["one", "three"])
def test_hostile_names_change_no_structure(compared: Compared) -> None:
    """With the worst names in every field the document consists of what it consists of with plain ones."""
    plain = rewritten(compared, lambda text: f"{text} plain")
    nasty = rewritten(compared, lambda text: f"{text}{NASTY}")
    assert kinds(written(report, plain)) == kinds(written(report, nasty))


def test_links_that_nobody_marks_are_no_links() -> None:
    """Addresses are made links by many readers of Markdown, so they are broken."""
    assert r"http\://h.example and www\.h.example and a\@b.example" == escape(
        "http://h.example and www.h.example and a@b.example"
    )


def test_numbers_and_ids_stay_readable() -> None:
    """What does nothing is not escaped."""
    assert "0.25 → 3 weighted_fan_out of payments-api (T001), half" == escape(
        "0.25 → 3 weighted_fan_out of payments-api (T001), half"
    )


def test_it_says_what_the_text_says() -> None:
    """Each line of a list of the text stands in the Markdown as well."""
    from orgmodel.report.comparison.text import report as text

    document = written(report, of(samples.two_teams()))
    lines = written(text, of(samples.two_teams()), width=1000).splitlines()
    listed = [line.strip() for line in lines if re.match(r" {4}\S", line) and " → " in line]
    assert len(listed) > 20
    assert [] == [line for line in listed if line not in document]


def test_brief_ends_after_the_first_screen() -> None:
    """The whole begins with the brief."""
    brief = written(report, of(samples.two_teams()), brief=True)
    assert written(report, of(samples.two_teams())).startswith(brief)
    assert "In full" not in brief
