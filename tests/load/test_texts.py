"""Bytes that are no text are found; every form of text is read."""

import time
from pathlib import Path

import pytest

from orgmodel import api
from tests.load.support import audited, audited_folder, marked, only, said, where, written

GOOD = "teams:\n  search: {headcount: 6}\n"


# --- F004 bad-encoding


@pytest.mark.parametrize(
    ("content", "message", "place"),
    [
        ("teams: {a: {}}".encode("utf-16"), "org.yaml is written in UTF-16, not in UTF-8", "1:1"),
        ("teams: {a: {}}".encode("utf-32"), "org.yaml is written in UTF-32, not in UTF-8", "1:1"),
        ("teams: {a: {}}".encode("utf-16-le"), "org.yaml is written in UTF-16-LE, not in UTF-8", "1:1"),
        ("teams: {a: {}}".encode("utf-16-be"), "org.yaml is written in UTF-16-BE, not in UTF-8", "1:1"),
        (b"teams:\n  a: {name: J\xf8rn}\n", "org.yaml is not UTF-8: byte 0xf8 at offset 20", "2:14"),
        (b"\xef\xbb\xbfteams:\n  a: {name: J\xf8rn}\n", "org.yaml is not UTF-8: byte 0xf8 at offset 23", "2:14"),
        (b"teams:\n  a: {name: \xed\xa0\x80}\n", "org.yaml is not UTF-8: byte 0xed at offset 19", "2:13"),
        (b"teams:\n  a: {name: x\0y}\n", "org.yaml holds a control character, U+0000, at byte offset 20", "2:14"),
        (
            "teams:\n  é: {name: x\x1by}\n".encode(),
            "org.yaml holds a control character, U+001B, at byte offset 21",
            "2:14",
        ),
        (b"\xef\xbb\xbfa\x07", "org.yaml holds a control character, U+0007, at byte offset 4", "1:2"),
        (
            "teams:\n\ufeffpeople:\n".encode(),
            "org.yaml holds a byte-order mark in its middle, U+FEFF, at byte offset 7",
            "2:1",
        ),
        (bytes(range(256)), "org.yaml is not UTF-8: byte 0x80 at offset 128", "3:115"),
        (bytes(8), "org.yaml holds a control character, U+0000, at byte offset 0", "1:1"),
        (b"\x7fELF\x02\x01\x01" + bytes(40), "org.yaml holds a control character, U+007F, at byte offset 0", "1:1"),
    ],
)
def test_a_file_that_is_no_text(content: bytes, message: str, place: str, here: Path) -> None:
    """The finding names the encoding or the first character that cannot be shown, with its byte offset."""
    finding = only(audited(content, here))
    assert ("F004", message, place) == (finding.code, finding.message, where(finding))
    assert "save the file as UTF-8 text; until then nothing in it can be read" == finding.help


def test_a_byte_order_mark_is_no_fault(here: Path) -> None:
    """The mark at the beginning of UTF-8 is passed over, and columns count from the first letter."""
    audit = audited(b"\xef\xbb\xbfteams: {a: {led: x}}\n", here)
    assert ["F005 1:13 a: unknown field `led`"] == said(audit)
    assert "led" == marked(audit, only(audit))


def test_a_file_in_another_encoding_hides_no_other(here: Path) -> None:
    """The other files are read; references to what the unreadable one mentions are unknown."""
    files: dict[str, str | bytes] = {
        "a.yaml": "teams:\n  a: {lead: ana}\n  b: {lead: nils}\n",
        "p.yaml": "people:\n  ana: {name: Ana}\n".encode("utf-16"),
    }
    audit = audited_folder(files, here)
    assert ["F008 3:13 b: `lead` names the person ‘nils’, which is not described anywhere"] == said(audit)[:1]
    assert ["F008", "F004"] == [finding.code for finding in audit.findings]


# --- forms of text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028"], ids=["LF", "CRLF", "CR", "NEL", "LS"])
def test_line_ends_count_alike(end: str, here: Path) -> None:
    """A file has the same findings at the same places, whatever ends its lines."""
    text = "teams:\n  a:\n    lead: x\n    leed: y\n".replace("\n", end)
    audit = audited(text, here)
    assert ["F008 3:11", "F005 4:5"] == [f"{finding.code} {where(finding)}" for finding in audit.findings]
    assert ["x", "leed"] == [marked(audit, finding) for finding in audit.findings]


def test_tabs_beside_values_are_blanks(here: Path) -> None:
    """Tabs are only wrong where they indent."""
    written({"org.yaml": "teams:\t# all\n  a:\t{headcount:\t6,\tname: a\tb}\t\n  b:\n    name:\tx\ty\t# z\n"}, here)
    org, findings = api.load(here)
    assert (6, "a\tb", "x\ty", ()) == (org.teams["a"].headcount, org.teams["a"].name, org.teams["b"].name, findings)


def test_a_line_of_a_megabyte(here: Path) -> None:
    """A very long line is read, and places in it are exact."""
    teams = ", ".join(f"t{n}: {{headcount: 5, purpose: {'x' * 80}}}" for n in range(10_000))
    text = f"teams: {{{teams}, last: {{lead: gone}}}}\n"
    start = time.process_time()
    audit = audited(text, here)
    finding = only(audit)
    assert (True, "F008", "gone") == (len(text) > 1_000_000, finding.code, marked(audit, finding))
    assert f"1:{text.index('gone') + 1}" == where(finding)
    assert time.process_time() - start < 10


def test_a_text_of_a_megabyte(here: Path) -> None:
    """A very long value is a text like any other."""
    assert [] == said(audited(f"teams: {{a: {{purpose: {'x' * 1_000_000}}}}}", here))


def test_a_long_value_is_cut_in_the_message(here: Path) -> None:
    """A message stays a sentence, however long the wrong value is."""
    finding = only(audited(f"people: {{a: {{status: {'x' * 100_000}}}}}", here))
    assert len(finding.message) < 200


def test_messages_say_everything_in_their_evidence(here: Path) -> None:
    """The field and the value of a message are there by name."""
    finding = only(audited("people: {a: {status: gone}}", here))
    assert {"field": "status", "value": "gone"} == finding.evidence
