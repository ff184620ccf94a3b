"""The concise report: a line for each finding, and nothing else."""

from collections.abc import Callable

from orgmodel.model.place import Place
from orgmodel.report.concise import report
from tests.report.samples import audit, finding, shared_leader, written


def test_looks_as_it_should(agrees_with: Callable[[str, str], None]) -> None:
    """Path, line and column, severity, code, name and message; the entity where there is no place."""
    agrees_with("concise.txt", written(report, shared_leader()))


def test_a_file_that_cannot_be_opened_is_named_as_a_path() -> None:
    """Where there is no line, the file stands alone, so that editors still find it."""
    found = [finding("F011", "file:org/a.yaml", "org/a.yaml cannot be read", severity="error")]
    assert "org/a.yaml: error F011 [rule-f011] org/a.yaml cannot be read\n" == written(report, audit(found))


def test_nothing_found_is_nothing_written() -> None:
    """A sound organisation gives an empty document."""
    assert "" == written(report, audit())


def test_severity_has_its_colour() -> None:
    """The severity stands in its colour, and in words."""
    found = [finding("T001", "team:a", "a is large", place=Place("a.yaml", 3, 5, 3, 6))]
    document = written(report, audit(found), colour=True)
    assert "a.yaml:3:5: \x1b[1;33mwarning\x1b[0m T001 [rule-t001] a is large\n" == document


def test_one_finding_is_one_line_whatever_users_wrote() -> None:
    """Line ends in paths and messages do not break the line."""
    found = [finding("T001", "team:a", "a\nb", place=Place("a\r\nb", 1, 1, 1, 2))]
    assert "a��b:1:1: warning T001 [rule-t001] a�b\n" == written(report, audit(found))


def test_the_table_can_stand_below() -> None:
    """Statistics are added where they are wanted."""
    assert "\n    found  covered  checked" in written(report, shared_leader(), statistics=True)
