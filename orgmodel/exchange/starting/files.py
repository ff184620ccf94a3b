"""The first files of an organisation, with its name filled in."""

from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType
from typing import Final, Literal

from orgmodel.exchange.yaml_writer import entry_lines

Job = Literal["github", "gitlab", "none"]
JOBS: Final[Mapping[Job, str]] = MappingProxyType(
    {"github": ".github/workflows/orgmodel.yaml", "gitlab": ".gitlab-ci.yml", "none": ""}
)
"""Where the job of each host stands."""
_NAME: Final = "  name: NAME"


def first_files(name: str, job: Job = "github") -> Mapping[str, str]:
    """Return the files that an organisation begins with, by their path.

    Parameters
    ----------
    name
        What people call the organisation.
    job
        For which host a job is written that audits the files.
    """
    named = "\n".join(entry_lines("  name:", name, "  "))
    found = {"org/organisation.yaml": _text("organisation.yaml").replace(_NAME, named)}
    found["orgmodel.toml"] = _text("orgmodel.toml")
    if JOBS[job]:
        found[JOBS[job]] = _text(f"{job}.yaml")
    return found


def _text(file: str) -> str:
    return (files("orgmodel.exchange.starting") / file).read_text(encoding="utf-8")
