"""What the tests of loading share: files from texts, audited, and what is said of them."""

from collections.abc import Mapping
from pathlib import Path

from orgmodel import api
from orgmodel.model.audit import Audit
from orgmodel.model.finding import Finding

CODES = ("F",)


def written(files: Mapping[str, str | bytes], folder: Path) -> Path:
    """Write files into a folder, as they are, and return it."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def audited(content: str | bytes, folder: Path, name: str = "org.yaml") -> Audit:
    """Audit one named file with the rules about files alone."""
    written({name: content}, folder)
    return api.audit(folder / name, settings=api.settings(select=CODES))


def audited_folder(files: Mapping[str, str | bytes], folder: Path) -> Audit:
    """Audit a folder of files with the rules about files alone."""
    return api.audit(written(files, folder), settings=api.settings(select=CODES))


def only(audit: Audit) -> Finding:
    """Return the one finding that there is."""
    (finding,) = audit.findings
    return finding


def said(audit: Audit) -> list[str]:
    """Return every finding as one line: its code, line and column, and message."""
    return [f"{finding.code} {where(finding)} {finding.message}" for finding in audit.findings]


def where(finding: Finding) -> str:
    """Return line and column of a finding."""
    return f"{finding.place.line}:{finding.place.column}" if finding.place else "nowhere"


def marked(audit: Audit, finding: Finding) -> str:
    """Return the text that stands at the place of a finding."""
    place = finding.place
    assert place is not None
    line = audit.places.line(place, place.line) or ""
    return line[place.column - 1 : place.end_column - 1]
