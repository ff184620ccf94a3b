"""Applies a plan to the files of an organisation."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from orgmodel.comparing.plan_findings import plan_findings
from orgmodel.comparing.with_plans import with_plans
from orgmodel.exchange.formatting import formatted_as_before
from orgmodel.exchange.plan_writer import plan_yaml
from orgmodel.exchange.rewriting import CannotRewriteError, rewritten_files
from orgmodel.exchange.yaml_writer import organisation_yaml
from orgmodel.load.loader import Loaded, load, load_sources
from orgmodel.load.plans import read_plan
from orgmodel.load.sources import Source, UnreadablePathError
from orgmodel.model.document import document
from orgmodel.model.finding import Finding
from orgmodel.model.organisation import Org
from orgmodel.reorg.applying.apply import apply
from orgmodel.reorg.undoing import undo
from orgmodel.rules.settings import Settings


class AppliedFiles(NamedTuple):
    """An organisation after a plan, as files.

    Parameters
    ----------
    files
        The text of every file, by the path of the file it comes from.
    changed
        The paths of those that differ.
    whole
        The same organisation as one file.
    way_back
        The plan that undoes the plan, as YAML.
    findings
        What is wrong with the plan.
    problems
        How many problems the organisation's own files have.
    """

    files: Mapping[str, str]
    changed: tuple[str, ...]
    whole: str
    way_back: str
    findings: tuple[Finding, ...]
    problems: int

    @property
    def document(self) -> str:
        """The organisation as one text: its only file, or all of it written anew."""
        return next(iter(self.files.values())) if len(self.files) == 1 else self.whole

    @property
    def fits(self) -> bool:
        """Whether the whole plan could be applied."""
        return not any(finding.severity == "error" for finding in self.findings)


def applied_files(
    organisation: str | Path, word: str | Path, *, plans: tuple[str | Path, ...], settings: Settings
) -> AppliedFiles:
    """Apply a plan to an organisation, and write it into its files where they differ.

    Raises
    ------
    UnreadablePathError
        If the organisation or the plan cannot be read, or the result cannot be written so that it reads the same.
    """
    loaded = load([organisation])
    base = with_plans(loaded.org, plans, settings).org if plans else loaded.org
    plan, problems = read_plan(word)
    applied = apply(plan, base)
    files, changed = _written(loaded, applied.org)
    return AppliedFiles(
        files=files,
        changed=changed,
        whole=organisation_yaml(document(applied.org)),
        way_back=plan_yaml(undo(plan, applied)),
        findings=plan_findings(plan, problems, applied.faults, settings),
        problems=len(loaded.problems),
    )


def _written(loaded: Loaded, after: Org) -> tuple[Mapping[str, str], tuple[str, ...]]:
    """Rewrite the files, keep formatted those that are, and read them again to be sure that they say what they must."""
    try:
        rewriting = rewritten_files(loaded.texts, loaded.org, after)
    except CannotRewriteError as error:
        raise UnreadablePathError(str(error)) from None
    files = dict(rewriting.files)
    for path in rewriting.changed:
        files[path] = formatted_as_before(files[path], loaded.texts[path])
    sources = (Source(path, text, named=True) for path, text in files.items())
    if load_sources(sources).org != after:
        raise UnreadablePathError("the files cannot be rewritten so that they say the same; please report this")
    return files, rewriting.changed
