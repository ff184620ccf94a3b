"""The versions of an organisation, one after the other: what each row says, and who moved when."""

import datetime
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import pytest

from orgmodel import api
from orgmodel.load.sources import UnreadablePathError
from orgmodel.model.finding import fingerprint
from orgmodel.model.history import History, Row, Step, Told
from orgmodel.timeline.moves import last_moves
from tests.repositories import Made, needs_git

pytestmark = needs_git

BEGIN = """
people: {ana: {manager: nobody}, bo: {manager: ana}, cy: {manager: ana}}
teams:
  all: {kind: group}
  shop: {parent: all, lead: ana, members: [ana, bo]}
  tills: {lead: cy, members: [cy]}
"""
MOVED = BEGIN.replace("[ana, bo]", "[ana]").replace("[cy]", "[cy, bo]")
HUNG = MOVED.replace("tills: {", "tills: {parent: all, ")


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Made:
    """Stand in an empty repository."""
    monkeypatch.chdir(tmp_path)
    return Made(tmp_path)


def day(text: str) -> datetime.date:
    """Read a day."""
    return datetime.date.fromisoformat(text)


def committed(made: Made, *texts: str, name: str = "org.yaml") -> None:
    """Commit one version after the other, on the first of each month of 2026."""
    for month, text in enumerate(texts, start=1):
        made.commit({name: text}, date=f"2026-{month:02}-01", says=f"version {month}")


def steps(history: History) -> list[Step | None]:
    """Return the steps of all rows."""
    return [row.step for row in history.rows]


def names(step: Step | None, *fields: str) -> list[object]:
    """Return some fields of a step."""
    assert step is not None
    return [getattr(step, field) for field in fields]


# --- rows


def test_a_row_says_what_audit_and_measure_say(made: Made) -> None:
    """The numbers of a version are those of the other commands at its revision, on its day."""
    committed(made, BEGIN, HUNG + "dependencies: [{from: shop, to: tills, kind: needs-change, until: 2026-01-15}]\n")
    rows = api.history("org.yaml").rows
    for row, revision in zip(rows, ("HEAD~1", "HEAD"), strict=True):
        audit = api.audit(f"{revision}:org.yaml", settings=api.settings(today=row.date))
        assert (audit.census.people, audit.census.heads, audit.census.teams) == (row.people, row.heads, row.teams)
        assert [audit.count("error"), audit.count("warning"), audit.count("info")] == [
            row.errors,
            row.warnings,
            row.notes,
        ]
        values = {each.id: each.value for each in api.measure(f"{revision}:org.yaml").organisation}
        for id in ("mean_span", "layers", "largest_cycle", "stl_coverage", "two_pizza_share"):
            assert values[id] == getattr(row, id)
        waits = api.measure(f"{revision}:org.yaml", layer="waits", only=["team_dependency_edges"]).organisation[0]
        assert waits.value == row.waiting_pairs
    assert [day("2026-01-01"), day("2026-02-01")] == [row.date for row in rows]


def test_a_step_says_who_and_what_changed(made: Made) -> None:
    """Who came, went and moved, and which teams were created, removed and moved; a vacancy is nobody."""
    later = """
people: {ana: {manager: nobody}, bo: {manager: ana}, dee: {manager: ana}, open: {status: vacant}}
teams:
  all: {kind: group}
  more: {kind: group}
  shop: {parent: more, lead: ana, members: [ana]}
  desk: {parent: more, lead: bo, members: [bo, dee, open]}
"""
    committed(made, BEGIN, later)
    first, second = steps(api.history("org.yaml"))
    assert first is None
    assert [("dee",), ("cy",), ("bo",), ("desk",), ("tills",), ("shop",)] == names(
        second, "joined", "left", "changed_team", "teams_created", "teams_removed", "teams_moved"
    )


def test_findings_are_told_by_what_they_are(made: Made) -> None:
    """A finding that goes on is neither new nor fixed, whatever else changes in its file; covered ones do not count."""
    committed(made, BEGIN, "# above\n" + BEGIN.replace("lead: ana, ", ""), BEGIN)
    _, second, third = steps(api.history("org.yaml"))
    new, fixed = names(second, "new_findings", "fixed_findings")
    assert (Told("L010", "team:shop", fingerprint("L010", "team:shop")),) == new
    assert [fixed, new] == names(third, "new_findings", "fixed_findings")


def test_a_finding_about_a_file_goes_on(made: Made) -> None:
    """What is wrong with a file keeps its identity from version to version, and when its folder is renamed."""
    made.commit({"orgs/a.yaml": BEGIN, "orgs/b.yaml": "tems: {}\nteams: {b: {}}\n"})
    made.git("mv", "orgs", "nw")
    made.commit({"nw/a.yaml": HUNG}, date="2026-02-01")
    made.write({"nw/a.yaml": BEGIN})
    history = api.history("nw", settings=api.settings(select=["F"]))
    assert [(1, None), (1, ((), ())), (1, ((), ()))] == [
        (row.warnings, row.step and (row.step.new_findings, row.step.fixed_findings)) for row in history.rows
    ]


def test_what_was_renamed_stays(made: Made) -> None:
    """A team and a person with a new id and `renamed_from` are the same ones."""
    renamed = (
        BEGIN.replace("tills: {", "checkout: {renamed_from: tills, ")
        .replace("bo: {", "bob: {renamed_from: bo, ")
        .replace("bo]", "bob]")
    )
    committed(made, BEGIN, renamed)
    assert Step() == steps(api.history("org.yaml", settings=api.settings(select=["F"])))[1]


def test_a_broken_version_is_not_compared(made: Made) -> None:
    """The version that cannot be read whole has numbers, no step, and is passed over by the next."""
    made.commit({"org/b.yaml": "teams: {b: {headcount: 4}}\n"})
    committed(made, BEGIN, BEGIN.replace("teams:", "teams: ["), MOVED, name="org/a.yaml")
    _, whole, broken, mended = api.history("org").rows
    assert [0, 1, 0] == [whole.broken_files, broken.broken_files, mended.broken_files]
    assert (3, 3, None) == (whole.teams, mended.teams, broken.step)
    assert broken.errors
    assert [(), (), ("bo",)] == names(mended.step, "joined", "left", "changed_team")


def test_a_file_that_stays_broken_hides_no_step(made: Made) -> None:
    """Two versions with the same broken part are compared."""
    made.commit({"org/b.yaml": "teams: {b: [}\n"})
    committed(made, BEGIN, MOVED, name="org/a.yaml")
    rows = api.history("org").rows
    assert [1, 1, 1] == [row.broken_files for row in rows]
    assert [("bo",)] == names(rows[2].step, "changed_team")


def test_a_version_without_anything_is_unknown(made: Made) -> None:
    """Where the files are gone or nothing in them can be read, nothing is known and nothing fails."""
    committed(made, BEGIN, "x: [", name="org/a.yaml")
    made.commit({"org/a.yaml": None}, date="2026-03-01")
    made.commit({"org/a.yaml": BEGIN}, date="2026-04-01")
    _, unread, gone, again = api.history("org").rows
    for row, broken in ((unread, None), (gone, None)):
        assert Row(date=row.date, commit=row.commit, short=row.short, subject=row.subject, broken_files=broken) == row
    assert Step() == again.step


def test_what_is_not_committed_is_the_last_row(made: Made) -> None:
    """The working tree has a row of its own, where it differs; up to a revision it has none."""
    committed(made, BEGIN)
    assert not api.history("org.yaml").is_changed
    made.write({"org.yaml": MOVED})
    history = api.history("org.yaml", today=day("2026-11-22"))
    assert (True, None, day("2026-11-22")) == (history.is_changed, history.rows[1].commit, history.rows[1].date)
    assert [("bo",)] == names(history.rows[1].step, "changed_team")
    assert 1 == len(api.history("HEAD:org.yaml").rows)
    made.write({"org.yaml": None})
    assert None is api.history("org.yaml").rows[1].people


def test_rules_about_dates_count_from_the_day_of_the_commit(made: Made) -> None:
    """A lead who acts for two teams until March is no finding in January; with a day given all are judged alike."""
    acting = """
people: {ana: {}}
teams: {shop: {lead: ana, headcount: 5}, tills: {lead: ana, headcount: 5, until: 2026-02-15}}
"""
    committed(made, acting, acting + "# february\n", acting)
    chosen = api.settings(select=["L013"])
    assert [0, 0, 1] == [row.warnings for row in api.history("org.yaml", settings=chosen).rows]
    late = api.history("org.yaml", settings=chosen, today=day("2026-11-22"))
    assert [1, 1, 1] == [row.warnings for row in late.rows]
    assert [day(f"2026-0{month}-01") for month in (1, 2, 3)] == [row.date for row in late.rows]


@pytest.mark.parametrize(
    ("every", "wanted"),
    [
        ("commit", [1, 2, 3, 4, 5, 6, 7]),
        ("day", [1, 3, 4, 5, 6, 7]),
        ("week", [3, 5, 6, 7]),  # one week has the turn of the year
        ("month", [3, 4, 6, 7]),
        ("quarter", [4, 6, 7]),
        ("year", [4, 7]),
    ],
)
def test_the_last_version_of_each_period(made: Made, every: str, wanted: list[int]) -> None:
    """Of the versions of a day, a week, a month and so on the last one counts."""
    dates = ("2025-10-06", "2025-10-07", "2025-10-07", "2025-12-31", "2026-01-01", "2026-01-09", "2026-04-01")
    for number, date in enumerate(dates, start=1):
        made.commit({"org.yaml": f"teams: {{a: {{headcount: {number}}}}}\n"}, date=date)
    rows = api.history("org.yaml", every=every).rows  # type: ignore[arg-type]  # one of those it takes
    assert wanted == [row.heads for row in rows]
    two = api.history("org.yaml", every=every, last=2).rows  # type: ignore[arg-type]  # likewise
    assert wanted[-2:] == [row.heads for row in two]


def test_nothing_hangs_on_the_order_of_sets(made: Made) -> None:
    """Two walks give the same."""
    committed(made, BEGIN, MOVED, HUNG)
    assert api.history("org.yaml") == api.history("org.yaml")


# --- who moved when


def moved(before: str, months: int, path: str = "org.yaml") -> dict[str, str]:
    """Return who moved when, as texts."""
    return {key: date.isoformat() for key, date in last_moves(path, before=day(before), months=months).items()}


def test_moves_are_dated(made: Made) -> None:
    """A person moves with their teams, a team with its parent; the latest commit counts."""
    committed(made, BEGIN, MOVED, HUNG, HUNG.replace("parent: all, lead: ana", "lead: ana"))
    wanted = {"person:bo": "2026-02-01", "team:shop": "2026-04-01", "team:tills": "2026-03-01"}
    assert wanted == moved("2026-11-22", 12)


def test_only_the_months_before_count(made: Made) -> None:
    """The version before the time is where it begins from; what comes after its end is not looked at."""
    committed(made, BEGIN, MOVED, HUNG, BEGIN)
    assert {"person:bo": "2026-02-01", "team:tills": "2026-03-01"} == moved("2026-03-31", 2)
    assert {"team:tills": "2026-03-01"} == moved("2026-03-31", 1)
    assert {} == moved("2026-03-31", 0)
    assert {"person:bo": "2026-04-01", "team:tills": "2026-04-01"} == moved("2026-04-01", 12)


def test_coming_going_and_filling_are_no_moves(made: Made) -> None:
    """Who joins, leaves or only gets another role has not moved, nor has a team that is new or stays at the top."""
    more = BEGIN.replace("[cy]", "[{person: cy, role: lead}, dee]").replace("cy: {", "dee: {}, cy: {")
    more = more.replace("tills: {", "tills: {parent: nobody, ")
    committed(made, BEGIN, more + "  new: {parent: all, members: [eve]}\n", BEGIN)
    assert {} == moved("2026-11-22", 12)


def test_moves_are_told_by_the_latest_ids(made: Made) -> None:
    """Who moved and was renamed afterwards is found under the new id."""
    renamed = MOVED.replace("bo: {", "bob: {renamed_from: bo, ").replace("bo]", "bob]")
    committed(made, BEGIN, MOVED, renamed)
    assert {"person:bob": "2026-02-01"} == moved("2026-11-22", 12)


def test_a_version_that_cannot_be_read_is_passed_over(made: Made) -> None:
    """Nobody moves out of a broken file and back."""
    committed(made, BEGIN, BEGIN.replace("tills: {", "tills: {["), MOVED)
    assert {"person:bo": "2026-03-01"} == moved("2026-11-22", 12)


def test_moves_up_to_a_revision(made: Made) -> None:
    """The history may end at a revision."""
    committed(made, BEGIN, MOVED, HUNG)
    assert {"person:bo": "2026-02-01"} == moved("2026-11-22", 12, "HEAD~1:org.yaml")


def test_without_a_history_nothing_is_known(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that git does not know has no moves; one that is not there is a fault, and so is a revision."""
    made.write({"org.yaml": BEGIN})
    assert {} == moved("2026-11-22", 12)
    made.commit({"other.yaml": BEGIN})
    made.git("rm", "--quiet", "--cached", "other.yaml")
    assert {} == moved("2026-11-22", 12)
    for path in ("missing.yaml", "nowhere:org.yaml", "HEAD:missing.yaml"):
        with pytest.raises(UnreadablePathError, match=f"^{path}"):
            moved("2026-11-22", 12, path)
    monkeypatch.setenv("PATH", "")
    assert {} == moved("2026-11-22", 12)


@pytest.mark.parametrize(
    ("before", "months", "date", "counts"),
    [
        ("2026-03-31", 1, "2026-02-28", True),
        ("2026-03-31", 1, "2026-02-27", False),
        ("2026-01-15", 1, "2025-12-15", True),
        ("2026-01-15", 13, "2024-12-14", False),
        ("2026-01-15", 999999, "2000-01-01", True),
    ],
)
def test_months_are_counted_back(made: Made, before: str, months: int, date: str, counts: bool) -> None:
    """A month earlier is the same day of the month, or its last."""
    made.commit({"org.yaml": BEGIN}, date="1999-01-01")
    made.commit({"org.yaml": MOVED}, date=date)
    assert counts == ("person:bo" in moved(before, months))


def test_a_plain_count_finds_the_same_moves(made: Made) -> None:
    """Sets of teams that are compared person by person give the same days."""
    versions = [
        {"a": "xyz", "b": "w"},
        {"a": "xy", "b": "wz"},
        {"a": "x", "b": "wz", "c": "y"},
        {"a": "xz", "b": "w", "c": "yz"},
        {"a": "xz", "b": "w", "c": "yz"},
        {"b": "wxyz"},
    ]
    committed(made, *map(text_of, versions))
    wanted = {}
    for month, (was, now) in enumerate(pairwise(versions), start=2):
        for person in "wxyz":
            if teams_of(person, was) != teams_of(person, now):
                wanted[f"person:{person}"] = f"2026-{month:02}-01"
    assert wanted == moved("2026-11-22", 12)


def text_of(teams: dict[str, str]) -> str:
    """Write an organisation of teams whose members have names of one letter."""
    members = (f"{id}: {{members: [{', '.join(map(repr, people))}]}}" for id, people in teams.items())
    return f"people: {{w: {{}}, x: {{}}, 'y': {{}}, z: {{}}}}\nteams: {{{', '.join(members)}}}\n"


def teams_of(person: str, teams: dict[str, str]) -> Iterable[str]:
    """Return the teams of a person."""
    return {id for id, people in teams.items() if person in people}
