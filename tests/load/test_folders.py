"""A folder is read whole: what cannot be read is found, and what is something else is passed over."""

import os
import time
from pathlib import Path

import pytest

from orgmodel import api
from orgmodel.load.sources import UnreadablePathError
from orgmodel.model.finding import Subject
from tests.load.support import audited_folder, only, said, written

GOOD = "teams:\n  search: {headcount: 6}\n"


# --- F011 unreadable-path


@pytest.mark.parametrize(("link", "to"), [("b.yaml", "nowhere.yaml"), ("loop.yaml", "loop.yaml")])
def test_a_link_that_leads_nowhere(link: str, to: str, here: Path) -> None:
    """A file of the folder that cannot be opened is a finding, and the others are read."""
    written({"a.yaml": GOOD}, here)
    os.symlink(to, here / link)
    audit = api.audit(here, settings=api.settings(select=["F"]))
    finding = only(audit)
    assert ("F011", "error", Subject("file", link)) == (finding.code, finding.severity, finding.subject)
    assert finding.message.startswith(f"{link} cannot be read: ")
    assert 1 == audit.census.teams


@pytest.mark.skipif(os.geteuid() == 0, reason="everything is readable to root")
def test_a_file_without_permission(here: Path) -> None:
    """A file that may not be read is a finding, and the others are read."""
    written({"a.yaml": GOOD, "b.yaml": GOOD}, here)
    (here / "b.yaml").chmod(0)
    assert ["F011 nowhere b.yaml cannot be read: permission denied"] == said(api.audit(here))


def test_what_is_no_file(here: Path) -> None:
    """A pipe that is named like a file is not waited for."""
    written({"a.yaml": GOOD}, here)
    os.mkfifo(here / "b.yaml")
    assert ["F011 nowhere b.yaml cannot be read: it is not a regular file"] == said(
        api.audit(here, settings=api.settings(select=["F"]))
    )


def test_a_loop_of_folders_is_walked_once(here: Path) -> None:
    """Links between folders do not lead round and round, nor out of the folder."""
    written({"org/a/a.yaml": GOOD, "outside/b.yaml": "teams: {other: {}}\n"}, here)
    os.symlink(here / "org", here / "org/a/again")
    os.symlink(here / "outside", here / "org/out")
    os.symlink(here / "outside/b.yaml", here / "org/b.yaml")
    os.symlink(here / "org/a/a.yaml", here / "org/c.yaml")
    audit = api.audit(here / "org", settings=api.settings(select=["F"]))
    assert ([], 1, 1) == (said(audit), audit.census.files, audit.census.teams)


@pytest.mark.parametrize("path", ["missing.yaml", "missing", "a.yaml/b"])
def test_a_path_that_the_user_names_must_exist(path: str, here: Path) -> None:
    """What the user names and cannot be read ends the audit with one line."""
    written({"a.yaml": GOOD}, here)
    with pytest.raises(UnreadablePathError, match=f"^{path} "):
        api.audit(here / path)


# --- folders


FOREIGN: dict[str, str | bytes] = {
    ".github/workflows/ci.yaml": GOOD,
    "workflows/ci.yml": "name: CI\non: [push]\njobs:\n  test: {runs-on: ubuntu-latest}\n",
    "chart/Chart.yaml": "apiVersion: v2\nname: shop\nversion: 1.0.0\ndependencies: [{name: redis, version: 1.0.0}]\n",
    "chart/values.yaml": "replicas: 3\nimage: {tag: latest}\nmetrics: {enabled: true}\n",
    "chart/templates/deploy.yaml": "{{- if .Values.x }}\nkind: Deployment\nname: {{ .Values.name }}\n{{- end }}\n",
    "k8s/all.yaml": "kind: Service\nmetadata: {name: a}\n---\nkind: Service\nmetadata: {name: b}\n",
    "env/conda.yaml": "name: env\ndependencies: [python=3.12, pip]\n",
    "cloud/stack.yaml": "Resources:\n  Bucket: !Ref Name\nOutputs: !GetAtt [a, b]\n",
    "api/openapi.yaml": "openapi: 3.1.0\ninfo: {title: T}\npaths: {}\ncomponents: {schemas: {}}\n",
    "list.yaml": "- hosts: all\n  tasks: []\n",
    "text.yaml": "just words\n",
    "latin.yaml": "title: J\xf8rn\n".encode("latin-1"),
    "binary.yaml": bytes(range(256)),
    "empty.yaml": "",
}


def test_other_yaml_in_the_folder_is_passed_over(here: Path) -> None:
    """Workflows, charts and the like are counted and not complained about."""
    audit = audited_folder({**FOREIGN, "org.yaml": GOOD}, here)
    assert [] == said(audit)
    assert (1, len(FOREIGN) - 1, 1) == (audit.census.files, audit.census.passed_over, audit.census.teams)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("tems: {a: {}}\n", "F005"),
        ("teams: {a: {}}\nbudget: {}\n", "F005"),
        ("# x\nteams:\n  a: {lead: [}\n", "F001"),
        ("x: [}\nteams:\n  a: {}\n", "F001"),
        ('{"teams": {"a": {"lead": [}}\n', "F001"),
        ("# J\xf8rn\nteams:\n  a: {}\n", "F004"),
        ("teams: {a: {}}\n---\nteams: {b: {}}\n", "F003"),
    ],
)
def test_a_faulty_organisation_is_not_passed_over(text: str, code: str, here: Path) -> None:
    """A file of a folder that looks like an organisation is complained about."""
    audit = audited_folder({"org.yaml": text.encode("latin-1"), "good.yaml": "people: {p: {}}\n"}, here)
    assert [code] == [finding.code for finding in audit.findings]


def test_ten_thousand_files(here: Path) -> None:
    """Many small files are read quickly, and each counts."""
    written({f"teams/{n // 100}/{n}.yaml": f"teams:\n  t{n}: {{headcount: 5}}\n" for n in range(10_000)}, here)
    start = time.process_time()
    audit = api.audit(here, settings=api.settings(select=["F"]))
    assert ([], 10_000, 10_000) == (said(audit), audit.census.files, audit.census.teams)
    assert time.process_time() - start < 15
