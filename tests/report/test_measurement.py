"""Measured values written down: tables that fit and say why, JSON of its schema, CSV that reads back, Markdown."""

import csv
import io
import json
import re
from importlib.resources import files
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgmodel.model.audit import Census
from orgmodel.model.measurement import Bar, Cleaning, Column, Distribution, Each, Measured, Measurement
from orgmodel.report.bars import bars
from orgmodel.report.measurement import FORMATS, write
from orgmodel.report.numbers import number
from orgmodel.report.width import clean, width

SCHEMA = json.loads(files("orgmodel.report").joinpath("measure.schema.json").read_text(encoding="utf-8"))
SPREAD = Distribution(
    count=5,
    least=1,
    lower_quartile=2.0,
    median=2,
    upper_quartile=3.0,
    ninth_decile=8.4,
    most=12,
    mean=4.0,
    bars=(Bar(1, 4, 4), Bar(5, 8, 0), Bar(9, 12, 1)),
    remark="1 of 6 left out",
)


def measurement(id: str, value: float | bool | str | None, **more: Any) -> Measurement:
    """Return a value with what every value has."""
    said = {"unit": "teams", "evidence": "supported", "family": "Coupling", **more}
    return Measurement(id=id, value=value, **said)


def column(id: str, **more: Any) -> Column:
    """Return a column with what every column has."""
    said: dict[str, Any] = {"unit": "teams", "evidence": "folklore", "family": "Coupling", "values": {}, **more}
    return Column(id=id, **said)


def measured(*organisation: Measurement, **more: Any) -> Measured:
    """Return what was measured."""
    said = {"census": Census(name="Tiny"), "layer": "waits", "cleaning": Cleaning(loops=2, merged=1300), **more}
    return Measured(organisation=organisation, **said)


WHOLE = measured(
    measurement("acyclic", True, better="up"),
    measurement("bridges", 2, names=(("a", "b"), ("b", "c|d")), family="Position", evidence="descriptive"),
    measurement("cost", 0.123456, detail="estimated from 64 of 13,333 teams", better="down"),
    measurement("density", None, reason="there are no dependencies between teams"),
    measurement("spans", 2, distribution=SPREAD, detail="median of 5", unit="people", family="Spread"),
)
TEAMS = measured(
    of_each={
        "team": Each(
            ("a", "b", "c"),
            (
                column("fan_in", values={"a": 1, "b": 0, "c": 12345}),
                column("kind", values={"a": "core"}, reasons={"b": "no dependencies", "c": "too large"}),
                column("size", values={"a": 7, "c": 0.5}, reason="size not known", family="Counts"),
                column("rank", values={"a": 1.0, "b": 2.0, "c": 3.0}, detail="estimated from 1 of 3", family="Ranks"),
                column("gates", values={"a": 2, "b": 0, "c": 1}, names={"a": ("x", "y"), "b": (), "c": ("z" * 60,)}),
            ),
        )
    }
)


def parsed(found: Measured) -> Any:
    """Return the JSON document, which fits its schema."""
    record = json.loads(write(found, "json", by="organisation"))
    jsonschema.Draft7Validator(SCHEMA).validate(record)
    return record


# --- JSON


def test_json_has_all_that_is_said_of_a_measure() -> None:
    """Value, unit, evidence, direction, family, reason and remark, and names where it is a list."""
    found = {each["id"]: each for each in parsed(WHOLE)["measures"]}
    assert {
        "id": "density",
        "value": None,
        "unit": "teams",
        "evidence": "supported",
        "better": None,
        "family": "Coupling",
        "reason": "there are no dependencies between teams",
        "detail": None,
    } == found["density"]
    assert [["a", "b"], ["b", "c|d"]] == found["bridges"]["names"]
    assert ("down", "estimated from 64 of 13,333 teams") == (found["cost"]["better"], found["cost"]["detail"])
    assert True is found["acyclic"]["value"]


def test_json_has_distributions_in_full() -> None:
    """Minimum, quartiles, median, ninetieth percentile, maximum, mean, and the bars."""
    (found,) = parsed(WHOLE)["distributions"]
    assert ("spans", 5, 1, 2, 2, 3, 8.4, 12, 4) == tuple(
        found[key] for key in ("id", "count", "min", "lower_quartile", "median", "upper_quartile", "p90", "max", "mean")
    )
    assert {"from": 9, "to": 12, "count": 1} == found["bars"][-1]


def test_json_says_what_was_looked_at() -> None:
    """The layer, and what was cleaned in it."""
    record = parsed(WHOLE)
    assert (1, "waits", {"loops": 2, "merged": 1300}) == (record["version"], record["layer"], record["cleaning"])
    assert "Tiny" == record["organisation"]["name"]


def test_a_null_has_its_reason_in_the_row_or_once_for_all() -> None:
    """Where one reason holds for all nulls of a measure it stands at the measure, and not in the rows."""
    record = parsed(TEAMS)
    a, b, c = record["teams"]
    assert {"id": "b", "fan_in": 0, "kind": None, "size": None, "rank": 2.0, "gates": 0} == {
        key: value for key, value in b.items() if key not in ("reasons", "names")
    }
    assert ({"kind": "no dependencies"}, {"kind": "too large"}) == (b["reasons"], c["reasons"])
    assert "reasons" not in a
    assert {"kind": None, "size": "size not known"}.items() <= {
        each["id"]: each["reason"] for each in record["team_measures"]
    }.items()
    assert {"gates": ["x", "y"]} == a["names"]


def test_what_was_not_asked_for_has_no_rows() -> None:
    """Every kind has its key all the same."""
    record = parsed(TEAMS)
    assert [] == [*record["measures"], *record["groups"], *record["people"], *record["decision_measures"]]


NAMES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)


@given(NAMES, st.sampled_from(FORMATS))
def test_any_name_can_be_written(name: str, form: str) -> None:
    """Whatever a team is called, JSON and CSV read back, and nothing else comes out of a table."""
    columns = (column("size", values={name: 3}), column("x", reason=name))
    found = measured(census=Census(name=name), of_each={"team": Each((name,), columns)})
    text = write(found, form, by="team")
    if form == "json":
        assert name == json.loads(text)["teams"][0]["id"]
    elif form == "csv":
        shown = clean(name)
        assert [["team", "size", "x", "reasons", "evidence"], [shown, "3", "", f"x: {shown}", EVIDENCE]] == [
            *csv.reader(io.StringIO(text, newline=""))
        ]
    else:
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", text)


EVIDENCE = "size: folklore; x: folklore"


# --- CSV


def rows(found: Measured, by: str) -> list[dict[str, str]]:
    """Return the rows of the CSV."""
    return list(csv.DictReader(io.StringIO(write(found, "csv", by=by))))


def test_csv_of_the_organisation_has_a_row_for_each_measure() -> None:
    """With unit, evidence, direction, reason, remark and names."""
    found = {row["measure"]: row for row in rows(WHOLE, "organisation")}
    assert ("", "there are no dependencies between teams") == (found["density"]["value"], found["density"]["reason"])
    assert ("0.123456", "down") == (found["cost"]["value"], found["cost"]["better"])
    assert "a – b; b – c|d" == found["bridges"]["names"]
    assert {"supported", "descriptive"} == {row["evidence"] for row in found.values()}


def test_csv_of_teams_has_a_row_for_each_team() -> None:
    """With the reasons and names behind the ids of their measures; the evidence stands once."""
    a, b, c = rows(TEAMS, "team")
    assert ("1", "core", "7", "") == (a["fan_in"], a["kind"], a["size"], a["reasons"])
    assert "kind: no dependencies; size: size not known" == b["reasons"]
    assert "gates: x, y" == a["names"]
    assert "fan_in: folklore; kind: folklore; size: folklore; rank: folklore; gates: folklore" == a["evidence"]
    assert ("", "") == (b["evidence"], c["evidence"])


# --- the table


def test_the_table_of_the_organisation_says_all() -> None:
    """Values, units, evidence and remarks; a dash with its reason; bars of distributions; what was cleaned."""
    assert """\
Tiny: dependencies in layer waits

measure   value  unit   evidence     remark
───────  ──────  ─────  ───────────  ───────────────────────────────────────
acyclic     yes  teams  supported
bridges       2  teams  descriptive  a – b, b – c|d
cost     0.1235  teams  supported    estimated from 64 of 13,333 teams
density       –  teams  supported    there are no dependencies between teams

distribution  of  25 %  median  75 %  90 %  mean  min to max
────────────  ──  ────  ──────  ────  ────  ────  ──────────
spans          5     2       2     3   8.4     4  1 █ ▂ 12

evidence  spans (people): supported
spans  1 of 6 left out

Cleaned before measuring dependencies: 2 dependencies of a team on itself left out, 1,300 merged with others between the
  same teams.
""" == write(WHOLE, "table", by="organisation")


def test_many_measures_stand_below_the_names_of_their_families() -> None:
    """And where a terminal is narrow, a unit is wrapped and a remark stands below its measure."""
    many = [
        measurement(f"m{n}", n, family=f"Family {n % 2}", detail=f"remark {n}", unit="pairs of many teams")
        for n in range(9)
    ]
    wide = write(measured(*many), "table", by="organisation").splitlines()
    assert ["Family 0", "  m0         0  pairs of many  supported  remark 0"] == wide[4:6]
    assert ["Family 1", "  m1         1  pairs of many  supported  remark 1"] == wide[15:17]
    narrow = write(measured(*many), "table", by="organisation", width=60).splitlines()
    assert ["  m0         0  pairs of many  supported", "                teams", "      remark 0"] == narrow[5:8]
    assert max(map(width, narrow)) <= 60


def test_the_table_of_teams_says_why_there_is_a_dash() -> None:
    """Each reason stands once below the table, with where it applies; so does what estimates rest on."""
    assert """\
Tiny: dependencies in layer waits

Counts · Coupling · Ranks

          size    fan_in      kind     gates      rank
         teams     teams     teams     teams     teams
team  folklore  folklore  folklore  folklore  folklore
────  ────────  ────────  ────────  ────────  ────────
a            7         1      core      x, y         1
b           –c         0        –a         0         2
c          0.5    12,345        –b         1         3

–a  no dependencies (kind: 1 team)
–b  too large (kind: 1 team)
–c  size not known (size: 1 team)
rank  estimated from 1 of 3

Cleaned before measuring dependencies: 2 dependencies of a team on itself left out, 1,300 merged with others between the
  same teams.
""" == write(TEAMS, "table", by="team")


def test_one_reason_needs_no_letter() -> None:
    """A plain dash stands for it."""
    found = measured(of_each={"team": Each(("a", "b"), (column("size", values={"a": 3}, reason="not stated"),))})
    text = write(found, "table", by="team")
    assert "b            –\n" in text
    assert "–  not stated (size: 1 team)\n" in text


def test_too_many_reasons_share_a_letter() -> None:
    """The rarest are to be looked up elsewhere."""
    ids = tuple(f"t{n:02}" for n in range(40))
    found = measured(of_each={"team": Each(ids, (column("size", reasons={id: f"because of {id}" for id in ids}),))})
    text = write(found, "table", by="team")
    assert 25 == text.count("because of")
    assert 15 == len(re.findall(r"–z\n", text))
    assert "–z  another reason, which csv and json say\n" in text


@pytest.mark.parametrize("room", [80, 100, 120, 160])
def test_wide_tables_are_split_into_blocks_that_fit(room: int) -> None:
    """However many measures there are, lines fit, and each measure and each team is shown."""
    ids = ("marketplace-quality", "b")
    columns = tuple(
        column(f"measure_number_{n}", values=dict.fromkeys(ids, n), family=f"Family {n // 7}") for n in range(40)
    )
    text = write(measured(of_each={"team": Each(ids, columns)}), "table", by="team", width=room)
    assert max(map(width, text.splitlines())) <= room
    assert 40 == len(re.findall(r"\bnumber_\d+", text))
    assert 1 < text.count("marketplace-quality") == text.count("\nb ")


def test_a_family_stays_together_where_it_fits() -> None:
    """Rather than being cut, it begins a block of its own."""
    columns = tuple(
        column(f"{family}_{n}", values={"a": 1}, family=family) for family in ("One", "Two") for n in range(4)
    )
    text = write(measured(of_each={"team": Each(("a",), columns)}), "table", by="team", width=80)
    assert ["One", "Two"] == [line for line in text.splitlines() if line in ("One", "Two", "One · Two")]


def test_a_terminal_without_block_elements_gets_ascii() -> None:
    """Bars, rules and dashes are then made of ASCII."""
    for by, found in (("organisation", WHOLE), ("team", TEAMS)):
        text = write(found, "table", by=by, blocks=False)
        assert text.isascii()
    assert "1 @ : 12" in write(WHOLE, "table", by="organisation", blocks=False)


@pytest.mark.parametrize("by", ["team", "person", "decision"])
def test_nothing_to_measure_is_said(by: str) -> None:
    """A table without rows or without columns is a sentence."""
    assert "There is no measure of " in write(measured(), "table", by=by)
    nobody = measured(of_each={by: Each((), (column("size"),))})
    assert f"There is no {by} to measure." in write(nobody, "table", by=by)


def test_long_lists_are_cut_in_the_table() -> None:
    """As many names are shown as fit into two lines, and how many more there are."""
    names = tuple(f"team-number-{n}" for n in range(50))
    text = write(measured(measurement("gates", 50, names=names)), "table", by="organisation")
    assert "team-number-0, team-number-1" in text
    assert re.search(r"and \d+ more", text)
    assert max(map(width, text.splitlines())) <= 120


# --- bars


@given(st.lists(st.integers(0, 30), min_size=1, max_size=20).filter(any))
def test_bars_are_as_high_as_there_are_many(counts: list[int]) -> None:
    """Whoever is there is seen, the most are highest, and more are never lower."""
    spread = Distribution(**{**vars_of(SPREAD), "bars": tuple(Bar(n, n, count) for n, count in enumerate(counts))})
    for blocks, signs in ((True, " ▁▂▃▄▅▆▇█"), (False, " .:-=+*#@")):
        drawn = bars(spread, blocks=blocks).removeprefix("1 ").removesuffix(" 12")
        heights = [signs.index(sign) for sign in drawn]
        assert [count > 0 for count in counts] == [height > 0 for height in heights]
        assert 8 == heights[counts.index(max(counts))]
        assert all(
            a <= b for a, x in zip(heights, counts, strict=True) for b, y in zip(heights, counts, strict=True) if x <= y
        )


def vars_of(found: Distribution) -> dict[str, Any]:
    """Return the fields of a distribution."""
    return {name: getattr(found, name) for name in Distribution.__dataclass_fields__}


# --- Markdown


def test_markdown_has_a_table_for_each_family() -> None:
    """Every row has as many cells as its head, and signs in names do nothing."""
    text = write(WHOLE, "markdown", by="organisation")
    assert ["# Tiny: dependencies in layer waits", "## Coupling", "## Position", "## Distributions"] == [
        line for line in text.splitlines() if line.startswith("#")
    ]
    assert "| bridges | 2 | teams | descriptive | a – b, b – c\\|d |\n" in text
    assert "| spans | 5 | 2 | 2 | 3 | 8.4 | 4 | people | supported | 1 █ ▂ 12 | 1 of 6 left out |\n" in text
    are_tables(text)


def test_markdown_of_teams() -> None:
    """Evidence and unit stand in the headings, names in the cells, reasons below."""
    text = write(TEAMS, "markdown", by="team")
    assert "| team | fan_in (teams, folklore) | kind (teams, folklore) | gates (teams, folklore) |\n" in text
    assert "| b | 0 | –a | 0 |\n" in text
    assert "| a | 1 | core | x, y |\n" in text
    assert "- –c: size not known (size: 1 team)\n" in text
    are_tables(text)


@given(NAMES)
def test_markdown_stays_a_table_under_any_name(name: str) -> None:
    """Bars, line ends and brackets of a name neither end a cell nor begin something else."""
    columns = (column("size", values={name: 3}), column("gates", values={name: 1}, names={name: (name,)}))
    are_tables(write(measured(of_each={"team": Each((name,), columns)}), "markdown", by="team"))


def are_tables(text: str) -> None:
    """Check that all lines of each table have as many cells."""
    blocks = re.findall(r"(?:^\|.*\|\n)+", text, re.M)
    assert blocks
    for block in blocks:
        cells = {len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) for line in block.splitlines()}
        assert 1 == len(cells), block


# --- numbers


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, "–"),
        (True, "yes"),
        (False, "no"),
        (3, "3"),
        (3.0, "3"),
        (12345, "12,345"),
        (0.123456, "0.1235"),
        ("core", "core"),
    ],
)
def test_numbers_as_people_read_them(value: float | bool | str | None, expected: str) -> None:
    """Four digits that matter, thousands marked, words as they are."""
    assert expected == number(value)


def test_the_same_twice() -> None:
    """Every form is the same each time."""
    for form in FORMATS:
        for by, found in (("organisation", WHOLE), ("team", TEAMS)):
            assert write(found, form, by=by) == write(found, form, by=by)
