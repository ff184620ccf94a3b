"""Source excerpts: carets stand under what they mean, whatever stands before it and however long the line is."""

from hypothesis import example, given
from hypothesis import strategies as st

from orgmodel.model.finding import Related
from orgmodel.model.place import Place
from orgmodel.report.base import Style
from orgmodel.report.excerpt import MOST_PLACES, Excerpt
from orgmodel.report.marks import Mark, marked_rows
from orgmodel.report.width import width
from tests.report.samples import Texts, finding, texts

AROUND = st.text(st.sampled_from("ab: \t検e\u0301😀\x07\u202eé"), max_size=120)
MARKED = "QZXQ"


def shown(files: Texts, place: Place | None, *related: Related, label: str = "", room: int = 80) -> list[str]:
    """Return the lines of the excerpts of a finding."""
    found = finding("T001", "team:a", "a", place=place, related=related, label=label)
    return list(Excerpt(found).lines(files, Style(width=room)))


@given(AROUND, AROUND, st.integers(20, 100))
def test_carets_stand_under_what_they_mean(before: str, after: str, room: int) -> None:
    """The first caret is in the column of the first marked character, and there are as many as it has columns."""
    line = before + MARKED + after
    ((source, rows),) = marked_rows(line, [Mark(len(before), len(before) + len(MARKED), "", True)], room)
    assert width(source) <= room
    assert " " * width(source[: source.index(MARKED)]) + "^" * len(MARKED) == rows[0].marks


@given(AROUND, AROUND, AROUND, st.integers(20, 100))
@example("a" * 50, "b" * 50, "c" * 50, 40)
def test_two_marks_stand_under_what_they_mean(first: str, second: str, third: str, room: int) -> None:
    """Marks that are far apart have each a row of the line; near ones share it."""
    line = f"{first}KVKV{second}{MARKED}{third}"
    start = len(first) + 4 + len(second)
    marks = [Mark(len(first), len(first) + 4, "", False), Mark(start, start + 4, "", True)]
    found = list(marked_rows(line, marks, room))
    assert all(width(source) <= room for source, _ in found)
    for words, sign in (("KVKV", "-"), (MARKED, "^")):
        source, row = next((source, rows[0].marks) for source, rows in found if sign in rows[0].marks)
        assert width(source[: source.index(words)]) == row.index(sign)


def test_a_megabyte_in_one_line_is_cut_around_the_place() -> None:
    """A very long line is cut on both sides of what is marked."""
    line = "a" * 1_000_000 + "typo" + "b" * 1_000_000
    lines = shown(Texts({"f": line}), Place("f", 1, 1_000_001, 1, 1_000_005), room=40)
    assert [
        "  --> f:1:1000001",
        "   |",
        " 1 | …aaaaaaaaaaatypobbbbbbbbbbbbbbbbbb…",
        "   |             ^^^^",
    ] == lines


def test_a_long_value_is_marked_as_far_as_it_is_shown() -> None:
    """The carets of a value that is longer than the room end with it."""
    lines = shown(Texts({"f": f"  name: {'x' * 500}"}), Place("f", 1, 9, 1, 509), room=40)
    assert [f" 1 | …{'x' * 33}…", f"   |  {'^' * 34}"] == lines[2:]


def test_lines_between_are_left_out() -> None:
    """Adjacent lines stand together, and a colon stands for those between others."""
    files = texts(a="one\ntwo\nthree\nfour\nfive\n")
    others = [Related(f"of {words}", None, files.at("org/a.yaml", words)) for words in ("one", "two")]
    lines = shown(files, files.at("org/a.yaml", "five"), *others)
    assert [
        "  --> org/a.yaml:5:1",
        "   |",
        " 1 | one",
        "   | --- of one",
        " 2 | two",
        "   | --- of two",
        "   :",
        " 5 | five",
        "   | ^^^^",
    ] == lines


def test_labels_of_one_line_stand_below_each_other() -> None:
    """The last label stands beside the marks, the others below their own; what is the same is said once."""
    files = texts(a="leader: [ana, bo, cy, di]\n")
    place = files.at("org/a.yaml", "ana")
    related = [("bo", "leads too"), ("cy", "leads too"), ("di", "and this one")]
    lines = shown(
        files, place, *(Related(words, None, files.at("org/a.yaml", name)) for name, words in related), label="leads"
    )
    assert [
        " 1 | leader: [ana, bo, cy, di]",
        "   |          ^^^  --  --  -- and this one",
        "   |                   leads too",
        "   |          leads",
    ] == lines[2:]


def test_a_label_without_room_stands_further_left() -> None:
    """A label that does not fit beside its mark goes below it, and is wrapped if it is longer than the room."""
    files = texts(a=f"{'x' * 60} here\n")
    lines = shown(files, files.at("org/a.yaml", "here"), label="this is far too long for what is left", room=70)
    assert ["   | " + " " * 61 + "^^^^", "   | " + " " * 28 + "this is far too long for what is left"] == lines[3:]
    lines = shown(files, files.at("org/a.yaml", "here"), label="this is far too long for what is left", room=30)
    assert ["   | this is far too long for", "   | what is left"] == lines[4:]


def test_one_place_with_two_messages_is_shown_once() -> None:
    """What is related and stands in the place of the finding adds its words to the label."""
    files = texts(a="lead: ana\n")
    place = files.at("org/a.yaml", "ana")
    assert "   |       ^^^ leads; is away" == shown(files, place, Related("is away", None, place), label="leads")[-1]


def test_marks_of_other_files_stand_in_excerpts_of_their_own() -> None:
    """Another file has its own line with its place."""
    files = texts(a="lead: ana\n", b="\n\nmembers: [ana]\n")
    related = Related("is a member here", None, files.at("org/b.yaml", "ana"))
    assert [
        "  --> org/a.yaml:1:7",
        "   |",
        " 1 | lead: ana",
        "   |       ^^^",
        "  ::: org/b.yaml:3:11",
        "   |",
        " 3 | members: [ana]",
        "   |           --- is a member here",
    ] == shown(files, files.at("org/a.yaml", "ana"), related)


def test_a_place_without_its_line_is_named_alone() -> None:
    """Where the source cannot be had, the place still stands there."""
    assert ["  --> gone.yaml:4:2"] == shown(Texts(), Place("gone.yaml", 4, 2, 4, 5))


def test_a_value_over_several_lines_is_marked_to_the_end_of_the_first() -> None:
    """A value that goes on is marked where it begins."""
    files = texts(a="lead: {a: 1,\n  b: 2}\n")
    assert "   |       ^^^^^^" == shown(files, Place("org/a.yaml", 1, 7, 2, 8))[-1]


def test_an_empty_place_has_a_caret() -> None:
    """A place without a character, at the end of a line, still has a caret."""
    files = texts(a="lead:\n")
    assert "   |      ^" == shown(files, Place("org/a.yaml", 1, 6, 1, 6))[-1]
    assert "   |      ^" == shown(files, Place("org/a.yaml", 1, 99, 1, 102))[-1]


def test_very_many_places_are_not_all_shown() -> None:
    """A finding with dozens of places shows the first ones and says how many are left."""
    files = Texts({"f": "x\n" * 50})
    related = [Related("here", None, Place("f", n, 1, n, 2)) for n in range(2, 42)]
    found = finding("C001", "team:a", "a", place=Place("f", 1, 1, 1, 2), related=tuple(related))
    lines = list(Excerpt(found).lines(files, Style()))
    assert MOST_PLACES == sum(line.endswith("x") for line in lines)
    assert 41 - MOST_PLACES == Excerpt(found).left_out
