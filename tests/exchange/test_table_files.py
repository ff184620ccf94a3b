"""Whatever a folder of tables contains, what can be read is read and the rest is a plain line."""

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orgmodel.exchange.base import Imported
from orgmodel.exchange.formatting import formatted
from orgmodel.exchange.importers.tables import read_tables
from orgmodel.exchange.tabular.columns import TABLES
from orgmodel.exchange.yaml_writer import organisation_yaml

Read = Callable[..., Imported]

TWO_PEOPLE: Mapping[str, object] = {"people": {"ana": {"name": "Ana"}, "bo": {"name": "Bo, Jr"}}}


def said(imported: Imported) -> list[str]:
    """Return the problems as lines."""
    return [str(problem) for problem in imported.problems]


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("people.csv", b'id,name\nana,Ana\nbo,"Bo, Jr"\n'),
        ("people.tsv", b"id\tname\nana\tAna\nbo\tBo, Jr\n"),
        ("people.csv", b"id;name\nana;Ana\nbo;Bo, Jr\n"),
        ("people.csv", b"id\tname\nana\tAna\nbo\tBo, Jr\n"),
        ("people.tsv", b'id,name\nana,Ana\nbo,"Bo, Jr"\n'),
        ("people.csv", b"id|name\nana|Ana\nbo|Bo, Jr\n"),
        ("people.csv", b'\xef\xbb\xbfid,name\nana,Ana\nbo,"Bo, Jr"\n'),
        ("people.csv", b'id,name\r\nana,Ana\r\nbo,"Bo, Jr"\r\n'),
        ("people.csv", b'id,name\rana,Ana\rbo,"Bo, Jr"'),
        ("people.csv", b'"id","name"\n"ana","Ana"\n"bo","Bo, Jr"\n'),
        ("people.csv", b'\n ID , Name \n\n ana , Ana \n,\nbo,"Bo, Jr"\n'),
        ("People.CSV", b'NAME,Id\nAna,ana\n"Bo, Jr",bo\n'),
        ("people.csv", b'id,name,,\nana,Ana,,\nbo,"Bo, Jr",,\n'),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_same_table_however_it_is_written(file: str, content: bytes, read: Read) -> None:
    """Delimiter, byte-order mark, line ends, quotes, spaces, blank rows and the case of headers change nothing."""
    imported = read({file: content})
    assert TWO_PEOPLE == imported.document
    assert () == imported.problems


def test_names_of_headers_and_files_with_other_joints(read: Read) -> None:
    """Spaces and hyphens join words as underscores do, and a field's own name is a header too."""
    imported = read({"team-deps.csv": "from,to,Strength\na,b,2\n", "components.csv": "id,Owner Team\nledger,pay\n"})
    document = {"components": {"ledger": {"owner": "pay"}}, "dependencies": [{"from": "a", "to": "b", "strength": 2}]}
    assert document == imported.document
    assert () == imported.problems


def test_cells_with_line_ends_quotes_and_other_scripts(read: Read) -> None:
    """A quoted cell keeps its line ends and quotes, and rows after it are counted as a spreadsheet counts them."""
    imported = read({"people.csv": 'id,name,level\n#a/é,"Ana\r\n""A"" 🚀",x\nعمر,,y\n'})
    people = {"#a/é": {"name": 'Ana\n"A" 🚀', "x-level": "x"}, "عمر": {"x-level": "y"}}
    assert {"people": people} == imported.document
    assert [2, 3] == [problem.row for problem in imported.problems]


def test_texts_stay_as_they_are_written(read: Read) -> None:
    """What other tools would turn into numbers, dates or nothing stays a text."""
    imported = read({"people.csv": "id,name\n012,NO\nnull,1.10\n2024-13-05,=1+1\n"})
    assert {"people": {"012": {"name": "NO"}, "null": {"name": "1.10"}, "2024-13-05": {"name": "=1+1"}}} == (
        imported.document
    )


@pytest.mark.parametrize(
    ("table", "content", "fields", "message"),
    [
        ("people", "id,level\na,L5\n", {"x-level": "L5"}, "‘L5’ is not a whole number; it is kept as x-level"),
        (
            "people",
            "id,capacity\na,lots\n",
            {"x-capacity": "lots"},
            "‘lots’ is not a share: write a number from 0 to 1, or a percentage such as 50%; it is kept as x-capacity",
        ),
        ("people", "id,capacity\na,-1\n", {"x-capacity": "-1"}, None),
        ("teams", "id,headcount\na,-3\n", {"x-headcount": "-3"}, None),
        (
            "components",
            "id,criticality\na,hihg\n",
            {"x-criticality": "hihg"},
            "‘hihg’ is none of low, medium, high, critical; it is kept as x-criticality",
        ),
        ("initiatives", "id,door\na,revolving\n", {"x-door": "revolving"}, None),
        ("metrics", "id,kind\na,both\n", {"x-kind": "both"}, None),
    ],
)
def test_value_that_its_field_cannot_hold(
    table: str, content: str, fields: dict[str, str], message: str | None, read: Read
) -> None:
    """A value of the wrong type, or out of range, is kept as a field of the user's own, and reported."""
    imported = read({f"{table}.csv": content})
    assert {table: {"a": fields}} == imported.document
    assert [(2, field.removeprefix("x-")) for field in fields] == [(p.row, p.column) for p in imported.problems]
    assert message in (None, imported.problems[0].message)


def test_repeated_rows(read: Read) -> None:
    """A row that repeats an id with the same content is passed over; one with other content is reported."""
    imported = read({"people.csv": "id,name,title\nana,Ana,VP\nana, Ana ,VP\nana,Ana,CTO\nana,Anna,VP\n"})
    assert {"people": {"ana": {"name": "Ana", "title": "VP"}}} == imported.document
    assert [
        "people.csv, row 4: repeats ‘ana’ of row 2 with another title; this row is not kept",
        "people.csv, row 5: repeats ‘ana’ of row 2 with another name; this row is not kept",
    ] == said(imported)


def test_repeated_membership(read: Read) -> None:
    """A person is in a team once; a second row that says otherwise is reported."""
    imported = read({"members.csv": "team,person,allocation\ncart,bo,50%\ncart,bo,20%\n"})
    assert {"teams": {"cart": {"members": [{"person": "bo", "allocation": 0.5}]}}} == imported.document
    assert ["members.csv, row 3: repeats ‘cart’, ‘bo’ of row 2 with another allocation; this row is not kept"] == said(
        imported
    )


def test_one_table_in_two_files(read: Read) -> None:
    """Two files of one table are read as one, and a row is told from that of the other file."""
    imported = read({"people.csv": "id,name\nana,Ana\n", "people.tsv": "id\tname\nana\tAna\nbo\tBo\nana\tA\n"})
    assert {"people": {"ana": {"name": "Ana"}, "bo": {"name": "Bo"}}} == imported.document
    assert ["people.tsv, row 4: repeats ‘ana’ of row 2 of people.csv with another name; this row is not kept"] == said(
        imported
    )


def test_unknown_columns_are_reported(read: Read) -> None:
    """Unknown and repeated columns are reported with the known one that is meant; the others are read."""
    imported = read({"people.csv": 'id,manger,shoe size,"two\nlines",id\nana,zoe,38,x,other\n'})
    assert {"people": {"ana": {}}} == imported.document
    assert [
        "people.csv, row 1, column manger: is not a column of this table, so it is not kept; did you mean manager?",
        "people.csv, row 1, column shoe size: is not a column of this table, so it is not kept",
        "people.csv, row 1, column two lines: is not a column of this table, so it is not kept",
        "people.csv, row 1, column id: is in the header twice; the first one counts",
    ] == said(imported)


def test_unknown_tables_are_reported(read: Read) -> None:
    """Tables of other names are reported; other and hidden files are none of the import's business."""
    files = {
        "peple.csv": "id\na\n",
        "salaries.tsv": "id\na\n",
        "README.md": "hello",
        "~$people.csv": "x",
        ".a.csv": "x",
    }
    imported = read({**files, "teams.csv": "id\ncart\n"})
    assert {"teams": {"cart": {}}} == imported.document
    assert [
        "peple.csv: is not a known table, so it is not read; did you mean people?",
        "salaries.tsv: is not a known table, so it is not read",
    ] == said(imported)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "people.csv: is empty"),
        (b"\n , \n\n", "people.csv: is empty"),
        (b"name,title\nAna,VP\n", "people.csv, row 1: has no column id; the table is not read"),
        (b"ana,Ana\nbo,Bo\n", "people.csv, row 1: has no column id; the table is not read"),
        (
            "id,name\na,Zoé\n".encode("latin-1"),
            "people.csv: is not UTF-8 from line 2 on: save it as UTF-8; it is not read",
        ),
        ("id,name\na,b\n".encode("utf-16"), "people.csv: is UTF-16: save it as UTF-8; it is not read"),
        (
            b"id,name\na,b\nc,\0\n",
            "people.csv: holds a NUL character in line 3, so it is no text; it is not read",
        ),
        (b"PK\x03\x04\x00\x00", "people.csv: holds a NUL character in line 1, so it is no text; it is not read"),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_table_that_cannot_be_read(content: bytes, message: str, read: Read) -> None:
    """A table that cannot be read is one plain line, and the other tables are read."""
    imported = read({"people.csv": content, "teams.csv": "id\ncart\n"})
    assert {"teams": {"cart": {}}} == imported.document
    assert message in said(imported)


def test_rows_of_other_lengths(read: Read) -> None:
    """A short row is read and its missing cells are unknown; what stands beyond the header is not kept."""
    imported = read({"components.csv": "id,owner_team\nledger\ncart,shop,x\nhub,ops,,\n"})
    assert {"components": {"ledger": {}, "cart": {"owner": "shop"}, "hub": {"owner": "ops"}}} == imported.document
    assert [
        "components.csv, row 2: has fewer cells than the header; what is missing is taken as unknown",
        "components.csv, row 3: has more cells than the header; what is beyond it is not kept",
    ] == said(imported)


def test_problems_come_in_the_order_of_rows(read: Read) -> None:
    """What is wrong with a cell stands before what is wrong with a later row, though rows are read first."""
    imported = read({"people.csv": "id,level\nana,L5\nbo,5,6\ncy,L6\n"})
    assert [2, 3, 4] == [problem.row for problem in imported.problems]


def test_rows_without_what_they_need(read: Read) -> None:
    """A row without an id, or without one end of what it joins, is reported and not kept."""
    imported = read({"people.csv": "id,name\n,Ana\nbo,Bo\n,Cy\n", "members.csv": "team,person\ncart,\n,bo\n"})
    assert {"people": {"bo": {"name": "Bo"}}} == imported.document
    assert [
        "members.csv, row 2, column person: is empty; the row is not kept",
        "members.csv, row 3, column team: is empty; the row is not kept",
        "people.csv, row 2, column id: is empty; the row is not kept (1 more row like this)",
    ] == said(imported)


def test_quote_that_is_never_closed(read: Read) -> None:
    """The rows above an open quote are kept, and the row with the quote is named."""
    imported = read({"people.csv": 'id,name\nana,Ana\nbo,"Bo\ncy,Cy\ndee,Dee\n'})
    assert {"people": {"ana": {"name": "Ana"}}} == imported.document
    assert [
        "people.csv, row 3: cannot be read (a quote in it is never closed); it is not kept, nor is any row below"
    ] == said(imported)


def test_cell_of_enormous_length(read: Read) -> None:
    """A cell that is longer than any text should be ends the table, not the program."""
    imported = read({"people.csv": f"id,name\nana,Ana\nbo,{'x' * 200_000}\n"})
    assert {"people": {"ana": {"name": "Ana"}}} == imported.document
    assert [(3, None)] == [(problem.row, problem.column) for problem in imported.problems]


def test_long_values_are_shortened_in_messages(read: Read) -> None:
    """A message stays one line of readable length, without control characters."""
    imported = read({"people.csv": f'id,level\nana,"{"x " * 500}\n\x1b[31m"\nbo,\x1b[31m\n'})
    long, short = said(imported)
    assert len(long) < 160
    assert "people.csv, row 3, column level: ‘�[31m’ is not a whole number; it is kept as x-level" == short


def test_folder_without_tables(tmp_path: Path) -> None:
    """A folder in which there is no known table is one line that names the tables there can be."""
    imported = read_tables(tmp_path)
    names = ", ".join(TABLES)
    assert {} == imported.document
    assert [f"{tmp_path}: holds none of the known tables: {names} (each .csv or .tsv)"] == said(imported)


@pytest.mark.parametrize("name", ["missing", "file.csv", "n\0l"])
def test_what_is_no_folder(name: str, tmp_path: Path) -> None:
    """A path that is missing, a file or no path at all is one line."""
    (tmp_path / "file.csv").write_text("id\n", encoding="utf-8")
    imported = read_tables(tmp_path / name)
    assert {} == imported.document
    assert [True] == ["cannot be read as a folder of tables: " in line for line in said(imported)]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
def test_table_that_is_a_folder_or_a_pipe(read: Read, tmp_path: Path) -> None:
    """What has a table's name but is no file is reported, and nothing waits for it."""
    (tmp_path / "people.csv").mkdir()
    os.mkfifo(tmp_path / "metrics.csv")
    (tmp_path / "members.csv").symlink_to("members.csv")
    imported = read({"teams.csv": "id\ncart\n"})
    assert {"teams": {"cart": {}}} == imported.document
    assert [
        "members.csv: is not a file",
        "metrics.csv: is not a file",
        "people.csv: is not a file",
    ] == said(imported)


def test_file_that_may_not_be_read(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that the system refuses is one line with its reason."""

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    imported = read({"people.csv": "id\nana\n"})
    assert {} == imported.document
    assert ["people.csv: cannot be read: permission denied"] == said(imported)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names of files are always text")
def test_file_whose_name_is_no_text(read: Read, tmp_path: Path) -> None:
    """The name of a file that is not UTF-8 can be printed."""
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.csv")).write_bytes(b"id\n")
    imported = read({"people.csv": "id\nana\n"})
    assert ["caf�.csv: is not a known table, so it is not read"] == said(imported)


HEADERS = sorted({column.name for table in TABLES.values() for column in table.columns})
CELLS = st.one_of(st.sampled_from([*HEADERS, "", "ana", "cart", "lead", "50%", "-1", "9" * 400, "nobody"]), st.text())
TEXTS = st.lists(st.lists(CELLS, max_size=6).map(",".join), max_size=8).map("\n".join)
HEADED = st.builds("{}\n{}".format, st.lists(st.sampled_from(HEADERS), max_size=8).map(",".join), TEXTS)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(st.sampled_from(sorted(TABLES)), st.one_of(HEADED, TEXTS).map(str.encode) | st.binary(), max_size=3)
)
def test_arbitrary_tables_never_raise(tmp_path: Path, files: dict[str, bytes]) -> None:
    """Whatever the tables contain, the import ends, and what it gives can be written, and needs no formatting."""
    for name in TABLES:
        (tmp_path / f"{name}.csv").write_bytes(files.get(name, b""))
    imported = read_tables(tmp_path)
    written = organisation_yaml(imported.document)
    assert formatted(written) == written
    assert all(len(str(problem).splitlines()) == 1 for problem in imported.problems)
