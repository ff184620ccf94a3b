"""The brief report: one screen, in the order of what matters, with everything folded that says the same."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from orgmodel.model.audit import Audit, Census
from orgmodel.model.finding import Coverage, Finding
from orgmodel.model.place import Place
from orgmodel.report.brief import report
from orgmodel.report.width import width
from tests.report.samples import a_screenful, audit, finding, of_everything, shared_leader, written


def screen(findings: Sequence[Finding], *, columns: int = 100, **more: Any) -> list[str]:
    """Return the lines of the screen of an audit with these findings."""
    return written(report, audit(findings, **more), width=columns).splitlines()


def acts(lines: Sequence[str]) -> list[str]:
    """Return the lines below the heading of the list, without the columns at their right."""
    start = next(n for n, line in enumerate(lines) if line.startswith("ACT ON")) + 1
    return [re.sub(r"  +\S+:\d+|  +[A-Z]\d{3} · \w+", "", line) for line in lines[start : lines.index("", start)]]


@pytest.mark.parametrize("columns", [100, 80])
@pytest.mark.parametrize("sample", [a_screenful, shared_leader])
def test_looks_as_it_should(columns: int, sample: Callable[[], Audit], agrees_with: Callable[[str, str], None]) -> None:
    """All parts of the screen, on wide and on narrow terminals."""
    agrees_with(f"brief-{sample.__name__}-{columns}.txt", written(report, sample(), width=columns))


def test_colours_are_of_one_meaning(agrees_with: Callable[[str, str], None]) -> None:
    """The name and the headings are strong, what stands at the right is quiet."""
    agrees_with("brief-colour.txt", written(report, a_screenful(), colour=True))


@pytest.mark.parametrize("columns", [60, 80, 100, 140])
@pytest.mark.parametrize("number", [*range(30), 60, 400])
def test_everything_fits_one_screen(number: int, columns: int) -> None:
    """However much is found, ends, is mandated and is unknown, there are no more than 40 lines, none too long."""
    lines = written(report, of_everything(number), width=columns).splitlines()
    assert len(lines) <= 40
    assert number < 12 or len(lines) >= 24
    assert [] == [line for line in lines if width(line) > columns]


def test_no_word_is_too_long() -> None:
    """An id of 200 characters is cut here; other reports have it whole."""
    long = finding("T001", f"team:{'x' * 200}", f"{'x' * 200} has 12 people")
    lines = screen([long], columns=60, mandated=("y" * 200,), ends_by_itself=("z" * 200,))
    assert max(map(width, lines)) <= 60
    assert f"1  {'x' * 39}…" == acts(lines)[0]


def test_what_is_left_is_counted() -> None:
    """The findings that stand on the screen, in short or by their rule, are all there are, and it has 40 lines."""
    lines = acts(written(report, of_everything(60, rules=50)).splitlines())
    told = sum(bool(re.match(r"\d", line)) for line in lines)
    folded = sum(int(number) for line in lines for number in re.findall(r"and (\d+) more team", line))
    (left,) = (int(number) for line in lines for number in re.findall(r"(\d+) more findings about", line))
    assert 60 == told + folded + left
    assert 40 == written(report, of_everything(60, rules=50)).count("\n")


def test_the_first_items_are_told_more_closely() -> None:
    """Where lines are left over, the first items have their whole sentence before any item has more."""
    lines = acts(written(report, of_everything(60, rules=50), width=80).splitlines())
    first_cut = next(n for n, line in enumerate(lines) if "…" in line)
    left = next(n for n, line in enumerate(lines) if line.startswith("…"))
    assert lines[first_cut].startswith("5 ")
    assert not any(line.startswith(" ") for line in lines[first_cut:left])


def test_healthy_organisation_has_an_empty_list() -> None:
    """Where nothing asks for action the screen says so, and how much was looked at."""
    note = finding("R003", "person:ana", "ana has one direct report", severity="info")
    assert [
        "Elm Street Bakers · 22 Nov 2026 · 233 people (38 by name), 23 teams and 3 councils",
        "",
        "NOTHING TO ACT ON       1,204 checks without an error or a warning",
        "",
        "1 small finding, 0 in the files.",
    ] == screen([note], coverage=[Coverage("T001", 1204, 0, 0), Coverage("F001", 9, 0, 0)])


def test_nothing_checked_is_not_healthy() -> None:
    """Where no rule could say anything, the screen does not say that all is well."""
    lines = screen([], coverage=[Coverage("T001", 0, 0, 3, (("sizes of teams", 3),))])
    assert "NOTHING TO ACT ON       nothing could be checked" in lines
    assert "CANNOT SAY              team size and shape (T001): sizes of teams not stated at all" in lines


def test_leadership_comes_before_coupling_before_size() -> None:
    """Items stand by the weight of their rule, then by severity, then by size."""
    found = [
        finding("T001", "team:a", "a is large", severity="error"),
        finding("C001", "team:b", "b is hot"),
        finding("C004", "team:c", "c waits for 9", evidence={"count": 9}),
        finding("C005", "team:d", "d is waited for by 12", evidence={"teams": list("abcdefghijkl")}),
        finding("C002", "cycle:e", "e runs in a circle", severity="error"),
        finding("L010", "team:f", "f has no lead"),
    ]
    assert ["f", "e", "d", "c", "b", "a"] == [line.split()[1] for line in acts(screen(found))]


def test_causes_come_before_what_they_do_not_explain() -> None:
    """Of the same weight and severity, what covers other findings comes first, however small."""
    whole = finding("L005", "initiative:a", "a is nobody's whole job", evidence={"teams": ["x", "y"]})
    part = finding("L003", "initiative:a", "part", covered_by=whole.fingerprint)
    other = finding("L002", "initiative:b", "b is led by 7", evidence={"leaders": 7})
    assert ["a", "b"] == [line.split()[1] for line in acts(screen([other, part, whole])) if line[0] != " "]


def test_what_is_alike_is_folded() -> None:
    """Of findings that differ in names and numbers the gravest is told, the others are named with what differs."""
    sizes = {"ovens": 12, "tills": 14, "team-7": 11, "vans": 11}
    found = [
        finding("T001", f"team:{team}", f"{team} has {size} people, limit 10", evidence={"size": size})
        for team, size in sizes.items()
    ]
    others = "   and 3 more teams: ovens (12), team-7 (11), vans (11)"
    assert ["1  tills has 14 people, limit 10", others] == acts(screen(found))


def test_what_differs_in_nothing_but_names_is_folded_without_numbers() -> None:
    """Where there is no number to tell, names are enough."""
    found = [finding("O001", f"component:{name}", f"{name} has no owner") for name in "abc"]
    assert ["1  a has no owner", "   and 2 more components: b, c"] == acts(screen(found))


def test_a_number_that_is_the_same_in_all_is_not_repeated() -> None:
    """A limit, or a size that all have, says nothing beside a name."""
    found = [finding("T001", f"team:{name}", f"{name} has 12 people, limit 10") for name in "abc"]
    assert "   and 2 more teams: b, c" == acts(screen(found))[1]


def test_what_differs_is_told_in_full_where_there_is_room() -> None:
    """Findings of one rule in sentences of their own share an item; beyond the third they are named."""
    found = [finding("C006", f"team:{name}", f"{name} reads {name * 3} and more of it") for name in "abcde"]
    assert [
        "1  a reads aaa and more of it",
        "   b reads bbb and more of it",
        "   c reads ccc and more of it",
        "   and 2 more teams: d, e",
    ] == acts(screen(found))


def test_what_several_rules_say_of_one_entity_is_one_item() -> None:
    """Two rules with one finding each about the same team stand together, each with its rule at the right."""
    found = [
        finding("C004", "team:tills", "tills waits for 8 teams"),
        finding("D006", "team:tills", "tills needs 18 days"),
        finding("D007", "component:tills", "tills is something else here"),
    ]
    lines = screen(found)
    assert ["1  tills waits for 8 teams", "   tills needs 18 days", "2  tills is something else here"] == acts(lines)
    assert ["C004", "D006", "D007"] == re.findall(r"([CD]00\d) · practice", "\n".join(lines))


def test_what_is_covered_is_named_by_its_rule() -> None:
    """An item says which other rules found the same, and these are not items."""
    whole = finding("L005", "initiative:a", "a is nobody's whole job")
    parts = [finding(code, "initiative:a", "part", covered_by=whole.fingerprint) for code in ("W005", "L002", "L002")]
    assert ["1  a is nobody's whole job", "     also counted here: L002, W005"] == acts(screen([whole, *parts]))


def test_a_file_that_was_not_read_comes_first() -> None:
    """What is not in the rest of the screen is said before it, in one item."""
    found = [
        finding("L001", "initiative:a", "a has no leader", severity="error"),
        finding("F001", "file:org/a.yaml", "org/a.yaml is not YAML from here on", severity="error"),
        finding("F004", "file:org/deep/in/the/folders/of/it/b.yaml", "org/b.yaml is not UTF-8", severity="error"),
    ]
    first = ["1  org/a.yaml is not YAML from here on", "   org/b.yaml is not UTF-8"]
    assert [*first, "2  a has no leader"] == acts(screen(found))


def test_findings_in_the_files_are_counted() -> None:
    """What is merely written wrongly is left to whoever mends the files."""
    found = [finding("F008", f"team:{n}", f"{n}: names nobody", severity="error") for n in range(3)]
    found.append(finding("F005", "team:a", "a: has an unknown field", severity="info"))
    lines = screen(found, coverage=[Coverage("T001", 5, 0, 0)])
    assert "NOTHING TO ACT ON       5 checks without an error or a warning" in lines
    assert "0 small findings, 4 in the files (orgmodel audit --select F lists them)." == lines[-1]


def test_the_place_and_the_rule_stand_in_columns() -> None:
    """Every place ends just before the rule, and every rule begins in the same column."""
    found = [
        finding("C004", "team:a", "a waits", place=Place("org/some/where/deep/down/teams.yaml", 7, 1, 7, 2)),
        finding("T001", "team:b", "b is large", place=Place("b.yaml", 1234, 1, 1234, 2)),
    ]
    lines = screen(found)
    column = lines[2].index("rule · evidence")
    assert ["C004 · practice", "T001 · mixed"] == [line[column:] for line in lines[3:5]]
    assert ["…/deep/down/teams.yaml:7", "b.yaml:1234"] == [line[: column - 2].split()[-1] for line in lines[3:5]]


def test_days_and_people_are_told_as_they_are() -> None:
    """The day of the description stands where it is another; kinds that there are none of are left out."""
    census = Census(name="Ada", as_of=a_screenful().today, people=3, heads=3, teams=1, councils=1)
    assert "Ada · 22 Nov 2026 · 3 people, 0 teams and 1 council" == screen([], census=census)[0]
    assert "Ada · 22 Nov 2026 · people not stated, 18 teams" == screen([], census=Census(name="Ada", teams=18))[0]
    census = Census(heads=3, teams=1, initiatives=2, components=1)
    counts = "3 people (none by name), 1 team, 0 initiatives under way, 1 component"
    assert f"Organisation without a name · 22 Nov 2026 · {counts}" == screen([], census=census, columns=140)[0]


def test_phrases_are_folded_to_their_lines() -> None:
    """Of very many endings as many are told as fit, and the rest is counted."""
    endings = tuple(f"handover-{n:02} until 2 Jan 2027" for n in range(20))
    lines = screen([], ends_by_itself=endings)
    told = [line for line in lines if "handover" in line]
    assert 3 == len(told)
    assert 20 == " ".join(told).count("handover") + int(re.findall(r"· (\d+) more", told[-1])[0])


def test_the_foot_is_folded_where_the_list_is_long() -> None:
    """What ends, what is mandated and what is missing have more lines where little asks for action."""
    short, long = (written(report, of_everything(number)).partition("KNOWN")[2] for number in (2, 60))
    assert 3 + 3 + 4 + 1 == short.count("\n")
    assert 1 + 1 + 2 + 1 == long.count("\n")


def test_what_users_wrote_does_nothing_to_the_terminal() -> None:
    """Escape sequences in names, ids, messages and phrases are shown as signs."""
    evil = "a\x1b[2J\u202eb"
    found = [finding("T001", f"team:{evil}{n}", f"{evil} {n}", place=Place(evil, 1, 1, 1, 2)) for n in range(3)]
    census = Census(name=evil)
    document = written(report, audit(found, census=census, ends_by_itself=(evil,), mandated=(evil,)))
    assert not {"\x1b", "\u202e"} & set(document)


def test_the_table_can_stand_below() -> None:
    """Statistics are added where they are wanted."""
    assert "\n    found  covered  checked" in written(report, replace(a_screenful()), statistics=True)
