"""The tools that keep the pages true tell right from wrong."""

import re
from pathlib import Path

import pytest

from docs import build
from docs.machinery import consoles
from docs.machinery.markdown import anchors, fences, links, table
from tests.repositories import needs_git

PAGE = """
# A page

```yaml file=team.yaml
teams: {search: {headcount: 14}}
```

```console
$ orgmodel audit team.yaml --select T001 --format concise
team.yaml:1:9: warning T001
$ echo $?
0
$ orgmodel audit team.yaml --select T002
$ echo $?
```
"""


@pytest.mark.parametrize(
    ("pattern", "lines", "expected"),
    [
        (["a", "b"], ["a", "b"], True),
        (["a"], ["a", "b"], False),
        (["a", "…"], ["a", "b", "c"], True),
        (["…", "c"], ["a", "b", "c"], True),
        (["a", "…", "c"], ["a", "c"], True),
        (["a", "…", "c"], ["a", "b"], False),
        (["a", "…", "c", "…", "e"], ["a", "b", "c", "d", "e"], True),
        (["a", "…", "d", "…", "c"], ["a", "b", "c", "d", "e"], False),
        (["a", "…", "a"], ["a"], False),
        (["…"], [], True),
    ],
)
def test_omissions(pattern: list[str], lines: list[str], expected: bool) -> None:
    """A line of dots stands for any number of lines, and for nothing else."""
    assert expected == consoles.matches(pattern, lines)


def test_a_page_that_is_wrong_is_told() -> None:
    """A command whose output differs is not current; one whose output agrees is."""
    shown = list(consoles.shown_in(PAGE, build.SAMPLES))
    assert [False, True, False, False] == [each.is_current for each in shown]


def test_refreshing_mends_a_page() -> None:
    """After refreshing, all commands of a page print what it shows, and nothing else has changed."""
    page = consoles.refreshed(PAGE, build.SAMPLES)
    assert [True] * 4 == [each.is_current for each in consoles.shown_in(page, build.SAMPLES)]
    assert PAGE.splitlines()[:9] == page.splitlines()[:9]
    assert ["0", "```"] == page.splitlines()[-2:]
    assert page == consoles.refreshed(page, build.SAMPLES)


def test_refreshing_keeps_what_is_left_out() -> None:
    """A page that shows the beginning of an output still shows no more of it."""
    page = "```console\n$ orgmodel audit orgs/first.yaml --today 2026-11-22\nold line\n…\n```\n"
    lines = consoles.refreshed(page, build.SAMPLES).splitlines()
    assert [page.splitlines()[1], "…"] == [lines[1], lines[3]]
    assert lines[2].startswith("error[L005]")


def test_refreshing_leaves_to_people_what_only_they_can_say() -> None:
    """Where an output with several omissions has changed, refreshing says so."""
    page = "```console\n$ orgmodel audit orgs/first.yaml\n…\nold line\n…\n```\n"
    with pytest.raises(ValueError, match="what to leave out"):
        consoles.refreshed(page, build.SAMPLES)


def test_commands_run_without_the_settings_of_the_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings of whoever runs the tests change nothing that a page shows, and are there again afterwards."""
    before = [each.says for each in consoles.shown_in(PAGE, build.SAMPLES)]
    monkeypatch.setenv("ORGMODEL_SET", "rules.T001.max=20")
    monkeypatch.setenv("COLUMNS", "60")
    assert before == [each.says for each in consoles.shown_in(PAGE, build.SAMPLES)]


@needs_git
def test_a_page_may_have_a_history_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Commits of a page have the same ids whoever runs it, in a hook of another repository as well."""
    page = """
```console
$ git init --quiet
$ git add orgs/first.yaml
$ git commit --quiet --message=First --date=2026-03-02T12:00:00Z
$ orgmodel history orgs/first.yaml --format csv
$ git commit --message=Again
$ echo $?
```
"""
    first = [each.says for each in consoles.shown_in(page, build.SAMPLES)]
    for name, value in (("GIT_DIR", "/nowhere"), ("GIT_AUTHOR_NAME", "A"), ("GIT_COMMITTER_DATE", "2020-01-01")):
        monkeypatch.setenv(name, value)
    assert first == [each.says for each in consoles.shown_in(page, build.SAMPLES)]
    assert [(), (), ()] == first[:3]
    assert re.match("2026-03-02,[0-9a-f]{40},", first[3][1])
    assert ("1",) == first[-1]


def test_a_page_may_ask_nothing_else_of_git() -> None:
    """Of git a page can make a history; everything else it shows is for people."""
    page = "```console\n$ git clone https://example.org/x\n$ git log\n$ rm -rf /\n```\n"
    assert [] == list(consoles.shown_in(page, build.SAMPLES))


def test_fences_know_their_words_and_lines() -> None:
    """A fenced block has its language, its words, its text without the indent, and its line."""
    fence = next(fences("text\n\n  ```yaml file=a/b.yaml alone\n  teams: {}\n  ```\n"))
    assert ("yaml", "a/b.yaml", "teams: {}\n", 3) == (fence.language, fence.word("file"), fence.text, fence.line)
    assert ("file=a/b.yaml", "alone") == fence.words


def test_links_leave_code_out() -> None:
    """Links and pictures count; what stands in code does not."""
    page = '[a](b.md) ![c](d.png "title") `[e](f.md)`\n\n```text\n[g](h.md)\n```\n'
    assert ["b.md", "d.png"] == list(links(page))


def test_anchors_of_headings() -> None:
    """Headings are reached by their words in lower case, joined by hyphens, without signs."""
    assert {"a-b-is-c", "people"} == anchors("# A `b` is: c!\n\n```sh\n# no heading\n```\n\n## [People](x.md)\n")


def test_tables_keep_their_columns() -> None:
    """A stroke or a line end in a cell breaks no table."""
    assert "| a |\n|---|\n| b \\| c d |\n" == table(["a"], [["b | c\nd"]])


def test_written_pages_leave_out_what_is_made() -> None:
    """Pages that are made are not among those that people write."""
    pages = build.written()
    assert Path(build.ROOT, "CONTRIBUTING.md") in pages
    assert [] == [page for page in pages if "reference" in page.parts]
