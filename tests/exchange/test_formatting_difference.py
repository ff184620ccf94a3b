"""The diff of a text before and after formatting."""

import difflib
import random

import pytest

from orgmodel.exchange.formatting.difference import difference


def applied(before: str, diff: list[str]) -> str:
    """Return what a unified diff makes of a text."""
    old = before.splitlines(keepends=True)
    result: list[str] = []
    position = 0
    for line in diff[2:]:
        if line.startswith("@@"):
            start, _, length = line.split()[1].lstrip("-").partition(",")
            begin = int(start) - (length != "0")
            result += old[position:begin]
            position = begin
        else:
            position += line[0] in "- "
            result += [line[1:]] * (line[0] in "+ ")
    return "".join([*result, *old[position:]])


@pytest.mark.parametrize("seed", range(20))
def test_it_leads_from_one_text_to_the_other(seed: int) -> None:
    """Whatever moved, came or went; and it shows hardly more than it must."""
    chance = random.Random(seed)
    lines = [f"{chance.choice('abcdefgh')}{chance.randrange(20)}\n" for _ in range(chance.randrange(60))]
    changed = [line for line in lines if chance.random() < 0.9]
    chance.shuffle(middle := changed[5:12])
    changed[5:12] = [*middle, *["new\n"] * chance.randrange(3)]
    before, after = "".join(lines), "".join(changed)
    shown = list(difference("org.yaml", before, after))
    assert after == applied(before, shown)
    assert len(shown) <= 2 * len(list(difflib.unified_diff(lines, changed))) + 4


def test_it_is_written_as_other_tools_write_it() -> None:
    """Where nothing moved it is the diff that everybody knows."""
    before = [f"line {number}\n" for number in range(30)]
    after = [*before[:4], "new\n", *before[5:20], *before[21:]]
    expected = list(difflib.unified_diff(before, after, "a.yaml", "a.yaml"))
    assert expected == list(difference("a.yaml", "".join(before), "".join(after)))
    assert [] == list(difference("a.yaml", "x\n", "x\n"))


def test_the_end_of_a_file_without_a_line_end() -> None:
    """It is marked as such."""
    expected = "--- a\n+++ a\n@@ -1 +1 @@\n-x\n\\ No newline at end of file\n+x\n"
    assert expected == "".join(difference("a", "x", "x\n"))
