"""A comparison as text: the first screen, the alternatives side by side, and everything with every name."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from orgmodel.model import comparison as c
from orgmodel.report.comparison.text import report
from orgmodel.report.width import width
from tests.report.comparison import samples
from tests.report.comparison.hostile import rewritten, texts
from tests.report.comparison.samples import finding, of, written

HOSTILE = "\x1b[31mred\x07\n\u202enext | *b* <i>"
SAMPLES: dict[str, Callable[[], c.Compared]] = {
    "two_teams": lambda: of(samples.two_teams()),
    "moving_only": lambda: of(samples.moving_only()),
    "three": samples.three,
    "only_unknown": samples.only_unknown,
    "nothing": lambda: of(samples.nothing()),
    "same": lambda: of(samples.same()),
    "none": lambda: of(),
}


def screen(comparison: c.Comparison, columns: int = 100) -> str:
    """Return the first screen of one alternative, with its lines joined."""
    return unbroken(written(report, of(comparison), brief=True, width=columns))


def unbroken(text: str) -> str:
    """Return a text with its lines joined."""
    return re.sub(r"\s+", " ", text)


def section(comparison: c.Comparison, label: str) -> str:
    """Return what stands beside a label, up to the next one."""
    lines = written(report, of(comparison), brief=True, width=200).splitlines()
    start = next((at for at, line in enumerate(lines) if line.startswith(label)), None)
    if start is None:
        return ""
    end = next((at for at in range(start + 1, len(lines)) if lines[at][:1].isupper()), len(lines))
    return unbroken(" ".join([lines[start].removeprefix(label), *lines[start + 1 : end]])).strip()


# --- the whole


@pytest.mark.parametrize("name", SAMPLES)
def test_looks_as_it_should(name: str, agrees_with: Callable[[str, str], None]) -> None:
    """Each sample reads as its golden file."""
    agrees_with(f"{name}.txt", written(report, SAMPLES[name]()))


def test_the_narrow_screen_and_the_coloured_one(agrees_with: Callable[[str, str], None]) -> None:
    """The first screen in 60 columns, where the table becomes sentences, and in colours."""
    agrees_with("two_teams-60.txt", written(report, of(samples.two_teams()), width=60, brief=True))
    agrees_with("two_teams-colour.txt", written(report, of(samples.two_teams()), colour=True, brief=True))


@pytest.mark.parametrize("columns", [60, 80, 100, 140])
@pytest.mark.parametrize("name", SAMPLES)
def test_no_line_is_too_long(name: str, columns: int) -> None:
    """Every line of the screen and of the parts fits."""
    lines = written(report, SAMPLES[name](), width=columns).splitlines()
    assert [] == [line for line in lines if width(line) > columns]


@pytest.mark.parametrize("columns", [60, 80, 100, 140])
@pytest.mark.parametrize("number", [1, 2, 3, 30])
def test_any_number_of_alternatives_fits(number: int, columns: int) -> None:
    """Thirty alternatives stand in several tables, each with the column of doing nothing."""
    document = written(report, samples.many(number), width=columns, brief=True)
    assert [] == [line for line in document.splitlines() if width(line) > columns]
    if number > 1:
        heads = [line for line in document.splitlines() if line.lstrip().startswith("today ")]
        assert number == sum(len(re.findall(r"\(\d+\)", line)) for line in heads)


@pytest.mark.parametrize("columns", [100, 140])
@pytest.mark.parametrize("long", [1, 8, 60])
def test_the_first_screen_is_one_screen(long: int, columns: int) -> None:
    """However much there is to tell and however long the names are, it has at most 45 lines."""
    compared = rewritten(of(samples.two_teams()), lambda text: text * long)
    lines = written(report, compared, width=columns, brief=True).splitlines()
    assert len(lines) <= 45
    assert [] == [line for line in lines if width(line) > columns]


def test_nothing_of_an_ordinary_screen_is_cut() -> None:
    """What a leader has to know is said to its end."""
    for columns in (100, 140):
        assert "…" not in written(report, of(samples.two_teams()), brief=True, width=columns).replace(" …/", "")


def test_brief_ends_after_the_first_screen() -> None:
    """The whole begins with the brief, and goes on with the parts."""
    whole, brief = written(report, of(samples.two_teams())), written(report, of(samples.two_teams()), brief=True)
    assert whole.startswith(brief)
    assert "Follow-up\n" in whole
    assert "Follow-up" not in brief


def test_the_parts_name_everything() -> None:
    """Each text of the comparison stands in the document, word by word."""
    comparison = samples.two_teams()
    said = unbroken(written(report, of(comparison), width=140))
    kept = (comparison.people, comparison.teams, comparison.components, comparison.lost_owner, comparison.coupling)
    more = (comparison.work, comparison.dependencies, comparison.doors, comparison.follow_up, comparison.unknown)
    hidden = {"since", "build", "approved"}  # a source in other words, and stages that do not change
    assert [] == [text for text in texts((*kept, *more)) if text not in said and text not in hidden]


def test_many_names_are_all_there() -> None:
    """No list of the parts is cut."""
    names = tuple(f"person-{n}" for n in range(500))
    said = written(report, of(replace(samples.nothing(), people=c.People(joined=names))))
    assert [] == [name for name in names if not re.search(rf"\b{name}\b", said)]


@pytest.mark.parametrize("name", SAMPLES)
def test_colour_says_nothing_of_its_own(name: str) -> None:
    """Without its colours a document is the one that is written without them."""
    coloured = written(report, SAMPLES[name](), colour=True)
    assert written(report, SAMPLES[name]()) == re.sub(r"\x1b\[[\d;]*m", "", coloured)


@pytest.mark.parametrize("name", SAMPLES)
def test_hostile_names_do_nothing_to_a_terminal(name: str) -> None:
    """Control characters, line ends and turned text in every field are shown as a sign."""
    document = written(report, rewritten(SAMPLES[name](), lambda text: f"{text}{HOSTILE}"))
    assert re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", document) is None
    assert document.endswith("\n")
    assert [] == re.findall(r" +$", document, flags=re.MULTILINE)


def test_the_same_says_so_in_one_line() -> None:
    """An organisation compared with itself has nothing to tell."""
    assert "org and org/copy say the same: nothing changes.\n" == written(report, of(samples.same()))


# --- what it is for


@pytest.mark.parametrize(
    ("reached", "more", "expected"),
    [
        ("yes", {}, "Yes. Teams that tickets waits for: 5 → 2 (promised: 2)."),
        ("no", {}, "No. Teams that tickets waits for: 5 → 2 (promised: 2)."),
        ("yes", {"expected": None}, "Yes. Teams that tickets waits for: 5 → 2 (the plan promises no number)."),
        ("yes", {"baseline": 5.0}, "Yes. Teams that tickets waits for: 5 → 2 (promised: 2)."),
        ("yes", {"baseline": 6.0}, "Yes. Teams that tickets waits for: 5 → 2 (promised: 6 → 2)."),
        (
            "if",
            {"assumed": 3, "relies_on": ("quay",), "worst": 5.0},
            "Only if quay agrees. Teams that tickets waits for: 5 → 2 (promised: 2). But all 3 that go away are only "
            "said to go: nothing moves there; in the worst case 5 → 5.",
        ),
        (
            "if",
            {"assumed": 1},
            "Only if what is only assumed comes true. Teams that tickets waits for: 5 → 2 (promised: 2). But the one "
            "that goes away is only said to go: nothing moves there.",
        ),
        (
            "unknown",
            {"after": None, "reason": "none stated"},
            "Not known: none stated. Teams that tickets waits for: 5 → ? (promised: 2).",
        ),
    ],
)
def test_the_answer_is_in_a_leaders_words(reached: c.Reached, more: dict[str, object], expected: str) -> None:
    """Yes, no, only if somebody agrees, or not known: with the number today and after, and what was promised."""
    objective = c.Objective(measure="fan_out", of="tickets", expected=2, before=5, after=2, reached=reached)
    comparison = replace(samples.two_teams(), objective=replace(objective, **more), change_findings=())  # type: ignore[arg-type]
    assert expected == section(comparison, "DOES IT DO WHAT IT IS FOR?")


def test_a_measure_without_words_is_called_by_its_name() -> None:
    """A measure that the screen has no words for keeps its id."""
    objective = c.Objective(measure="betweenness", of="quay", before=9, after=3, expected=3, reached="yes")
    assert "Betweenness of quay: 9 → 3" in screen(replace(samples.nothing(), objective=objective))


def test_without_a_number_it_says_what_is_mended_and_new() -> None:
    """A plan that states no number cannot be told to succeed; what the audits say is told instead."""
    comparison = replace(samples.two_teams(), objective=None, change_findings=())
    assert (
        "Not known: the plan states no number to tell by. What can be told: 2 findings mended, 1 better, 2 new and "
        "1 worse."
    ) == section(comparison, "DOES IT DO WHAT IT IS FOR?")


# --- who, and what


def test_only_who_gains_or_loses_stands_in_the_table() -> None:
    """Leads of whom nothing differs are left out, the largest difference comes first, and the rest is counted."""
    rows = tuple(
        c.Authority(f"lead-{n:02}", (("t",), ("t",)), (10, 10 + n), (1, 1), (0, 0), (0, 0), (0, 0)) for n in range(12)
    )
    lines = written(report, of(replace(samples.nothing(), authority=rows)), brief=True).splitlines()
    told = [line.split()[0] for line in lines if line.startswith("  lead-")]
    assert [f"lead-{n:02}" for n in range(11, 3, -1)] == told
    assert any("3 more gain or lose less." in line for line in lines)
    assert not any("initiatives" in line for line in lines)


def test_what_is_not_known_is_said() -> None:
    """Silence would read as nobody: second moves, places, and people known by headcount alone."""
    people = c.People(stayers=3, unplaced={"location": 31}, unnamed=(c.Count("quay", 9, 12), c.Count("call", 4, 3)))
    said = section(replace(samples.nothing(), people=people), "PEOPLE")
    assert "3 more, not known by name (quay 9 → 12 and call 4 → 3)." in said
    assert "By place: not known for 31." in said
    assert "Second move within a year: not known." in said


def test_nobody_moving_again_is_only_said_where_it_is_known() -> None:
    """With a history that knows of nobody, the screen says so and how far it goes."""
    people = c.People(stayers=3, history="since 2024")
    assert "Second move within a year: nobody (since 2024)." in screen(replace(samples.nothing(), people=people))


# --- what breaks


def test_changes_that_do_not_fit_come_first() -> None:
    """What was left out is said before anything else, with how many changes and where."""
    lines = written(report, of(samples.moving_only()), brief=True).splitlines()
    assert "THE PLAN DOES NOT FIT  2 of 7 changes were left out; all that follows is said without them." == lines[3]
    assert lines[4].endswith("plans/by-quay.yaml:9  X016")
    assert lines[6].startswith("DOES IT DO")


def test_a_plan_that_cannot_be_read_is_not_said_to_be_left_out() -> None:
    """Errors in the file of the plan have a heading of their own."""
    broken = finding("F004", "invalid-value", "plan:x", "`to` is missing", "error")
    document = written(report, of(replace(samples.nothing(), plan_findings=(broken,))), brief=True)
    assert "\nTHE PLAN HAS ERRORS\n" in document
    assert "left out" not in document


def test_the_gravest_comes_first_and_each_once() -> None:
    """A new error is told itself and not once more by the rule about new errors; notes are counted."""
    said = section(samples.two_teams(), "BREAKS")
    assert ["X002", "L001", "X007"] == re.findall(r"[XLR]\d{3}(?= |$)", said.partition("Worse:")[0])
    assert "X001" not in said
    assert said.endswith("And 1 small finding.")


def test_nothing_broken_is_said() -> None:
    """Where nothing breaks the screen does not leave it open."""
    assert "Nothing: no finding is new, and none is worse." == section(samples.nothing(), "BREAKS")


# --- what cannot be undone


def test_steps_that_cannot_be_undone_are_dated() -> None:
    """The screen says which, in which wave, and how many steps before them can be undone."""
    assert (
        "Cannot be undone: 8 Mar 2027, hand over the gates: gate-app goes to boarding, wim leaves. The 2 steps before "
        "that can be undone. The way back: merge the two teams again before the summer timetable."
    ) == section(samples.two_teams(), "UNDO")


def test_a_step_that_cannot_be_undone_may_come_first() -> None:
    """Then nothing can be tried out before it."""
    comparison = samples.two_teams()
    said = section(replace(comparison, doors=comparison.doors[::-1]), "UNDO")
    assert "That comes first of all: there is no trying it out before. The 2 other steps can be undone." in said


def test_everything_can_be_undone() -> None:
    """Without such a step the screen says so; without a plan it says that it is not known."""
    assert "Every step can be undone; only that it was announced cannot." == section(samples.moving_only(), "UNDO")
    assert "Not known: only a plan says in which steps it is done." == section(samples.nothing(), "UNDO")
    assert "There is no step that would have to be undone." == section(replace(samples.two_teams(), doors=()), "UNDO")


# --- coupling


def test_coupling_is_split_and_bounded() -> None:
    """What is only said comes first and by name; an open end gives an interval; the worst case has its reasons."""
    assert (
        "44 → 40 to 41 pairs of teams that wait: −2 only said (tickets → harbour and tickets → pricing), −1 now "
        "inside one team, −1 really moved, −1 interface added or approval dropped, +1 new (boarding → tickets). Worst "
        "case 43: 1 dependency is left open and 2 pairs are only said to go. Between branches 12 → 9."
    ) == section(samples.two_teams(), "COUPLING")


def test_coupling_that_stays() -> None:
    """The number is told although nothing makes a difference."""
    coupling = c.Coupling(teams=c.Difference(7, 7, 0, 0, 0, 0, 0))
    assert "7 → 7 pairs of teams that wait: none goes and none is new." == section(
        replace(samples.nothing(), coupling=coupling), "COUPLING"
    )


# --- side by side


def test_the_best_of_a_row_is_marked() -> None:
    """By more than colour, doing nothing included; nobody where all are alike; unknown is a question mark."""
    rows = {
        "down": (3.0, 1.0, None),
        "up": (3.0, 1.0, 3.0),
        "alike": (2.0, 2.0, 2.0),
        "one": (None, 2.0, None),
    }
    criteria = tuple(c.Criterion(name, "", "up" if name == "up" else "down", row) for name, row in rows.items())
    document = written(report, of(samples.nothing(), samples.same(), criteria=criteria), brief=True)
    lines = (line.split() for line in document.partition("\n(1)")[0].splitlines())
    cells = {line[0]: line[2:] for line in lines if line and line[0] in rows}
    assert {
        "down": ["3", "1*", "?"],
        "up": ["3*", "1", "3*"],
        "alike": ["2", "2", "2"],
        "one": ["?", "2", "?"],
    } == cells


def test_dominated_alternatives_are_named_with_why() -> None:
    """By which other one, or by doing nothing, and on which rows they are worse."""
    criteria = (c.Criterion("waiting", "", "down", (4, 5, 5)), c.Criterion("leaders", "", "up", (2, 2, 1)))
    pair = (replace(samples.nothing(), name="a"), replace(samples.nothing(), name="b"))
    document = written(report, of(*pair, criteria=criteria, dominated_by=("today", "a")), brief=True)
    assert "\n(1) is dominated by doing nothing: no better on anything, worse on waiting.\n" in document
    assert "\n(2) is dominated by (1): no better on anything, worse on leaders.\n" in document


def test_there_is_no_score() -> None:
    """No weighted sum and no rank stands anywhere."""
    document = written(report, samples.three()).lower()
    assert [] == [word for word in ("score", "rank", "points", "overall") if word in document]


def test_no_alternative_at_all() -> None:
    """With nothing to compare the document says so."""
    assert written(report, of()).startswith("0 alternatives — against today and doing nothing\n")
