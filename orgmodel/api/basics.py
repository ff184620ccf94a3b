"""What every use case begins with: files read, plans applied, settings made."""

import datetime
import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from orgmodel import catalogue
from orgmodel.auditing import file_findings
from orgmodel.load.loader import Loaded, load_sources
from orgmodel.load.loader import load as load_files
from orgmodel.load.rereading import ReadFile
from orgmodel.load.sources import sources
from orgmodel.model.anonymous import anonymised
from orgmodel.model.configuration import ConfigurationError, Origin, Said, Stated
from orgmodel.model.faults import UnknownNameError
from orgmodel.model.finding import Finding
from orgmodel.model.organisation import Org
from orgmodel.rules.base import Rule
from orgmodel.rules.merging import merged
from orgmodel.rules.own import made
from orgmodel.rules.settings import Settings, assigned

Words = Sequence[str | Path]


class Read(NamedTuple):
    """What was read, after the plans that were to be applied first, and what is wrong with these."""

    loaded: Loaded
    findings: tuple[Finding, ...] = ()


def read(
    paths: Words,
    plans: Words,
    settings: Settings | None = None,
    *,
    anonymise: str | None = None,
    reader: ReadFile | None = None,
) -> Read:
    """Load an organisation, and apply plans to it in memory.

    With a key to anonymise, people have pseudonyms, and nothing goes on of what stands in the files: neither places,
    comments nor what is wrong with them.
    """
    loaded = load_sources(sources(paths), reader) if reader else load_files(paths)
    findings: tuple[Finding, ...] = ()
    if plans:
        from orgmodel.comparing.with_plans import with_plans

        planned = with_plans(loaded.org, plans, settings or defaults())
        loaded, findings = loaded._replace(org=planned.org), planned.findings
    if anonymise is not None:
        return Read(without_names(loaded, anonymise))
    return Read(loaded, findings)


def without_names(loaded: Loaded, key: str) -> Loaded:
    """Put pseudonyms in the place of people, and keep nothing that stands in the files."""
    return loaded._replace(org=anonymised(loaded.org, key=key), problems=(), texts=MappingProxyType({}))


@contextmanager
def paused_collection() -> Iterator[None]:
    """Pause garbage collection, and restore it afterwards.

    Loading makes millions of small values that all stay alive; looking for circles among them would take most of the
    time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def load(*paths: str | Path) -> tuple[Org, tuple[Finding, ...]]:
    """Load an organisation from files and folders.

    Returns
    -------
    tuple
        The organisation, as far as it can be read, and what is wrong with the files.

    Raises
    ------
    orgmodel.load.sources.UnreadablePathError
        If a path does not exist or cannot be read. Nothing that stands in a file raises.
    """
    with paused_collection():
        loaded = load_files(paths)
        return loaded.org, file_findings(loaded, {})


def settings(
    *,
    paths: Words = (),
    config: str | Path | None = None,
    isolated: bool = False,
    preset: str | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    set: Sequence[str] = (),
    environment: Sequence[str] = (),
    today: datetime.date | None = None,
    waive: bool = True,
) -> Settings:
    """Make the settings of an audit. What is said here counts more than the environment, and that more than files.

    Parameters
    ----------
    paths
        The organisation whose configuration is looked for: in its folder, and in those above it up to the root of its
        repository. Without paths none is looked for.
    config
        The configuration file, in the place of the one that would be found.
    isolated
        Whether configuration files do not count.
    preset
        The school of thought to start from.
    select, ignore
        Codes, rule names, or letters of families. Nothing selected means all.
    set, environment
        Assignments such as ``rules.T001.max=8``: of the command line, and of the environment.
    today
        The day that rules about dates count from.
    waive
        Whether waivers count.

    Raises
    ------
    UnknownNameError, SettingError, orgmodel.model.configuration.ConfigurationError
        If a word names nothing, or a configuration cannot be used; the message says where, and what is nearest.
    """
    here = Origin("command line")
    words = {"select": tuple(filter(None, select)), "ignore": tuple(filter(None, ignore)), "preset": preset}
    chosen = Said(values={key: Stated(value, here) for key, value in words.items() if value})
    said = (
        chosen,
        assigned(set, here),
        assigned(environment, Origin("environment")),
        *(() if isolated else _configured(config, paths)),
    )
    added = _added(said)
    rules = catalogue.with_added(added)
    made = merged(said, rules, partial(catalogue.select, known=rules), today=today, added=added)
    return replace(made, waive=waive)


def _added(said: Sequence[Said]) -> tuple[Rule, ...]:
    """Return the rules of the packages that configurations name, and those that they state themselves."""
    found: list[Rule] = []
    for source in said:
        if "plugins" in source.values:
            names, origin = source.values["plugins"]
            try:
                found += catalogue.offered_by(tuple(names))  # type: ignore[arg-type]  # a list of texts
            except UnknownNameError as error:
                raise ConfigurationError(f"{origin}: {error}") from None
    own = [rule for source in said for rule in source.own]
    taken = {word for rule in (*catalogue.rules().values(), *found) for word in (rule.code, rule.name)}
    return (*found, *(made(own, taken) if own else ()))


def _configured(config: str | Path | None, paths: Words) -> tuple[Said, ...]:
    """Read the configuration that is named, or that of an organisation."""
    if config is None and not paths:
        return ()
    from orgmodel.load import configuration

    file = Path(config) if config is not None else configuration.found(paths)
    return configuration.read(file) if file else ()


def configuration_files(*paths: str | Path) -> tuple[Path, ...]:
    """Return the configuration file that holds for an organisation, if there is one."""
    from orgmodel.load import configuration

    file = configuration.found(paths)
    return (file,) if file else ()


def settings_report(settings: Settings, form: str, *, everything: bool = False) -> str:
    """Write settings down, each with where it was said; without defaults, unless everything is wanted."""
    from orgmodel.report import settings as written
    from orgmodel.rules.effective import effective

    found = effective(settings, catalogue.with_added(settings.added))
    kept = [each for each in found if everything or each.origin.where != "default" or "." not in each.key]
    return written.write(kept, form)


def defaults() -> Settings:
    """Return the settings under which nothing is set."""
    return Settings(rules=frozenset(catalogue.rules()))


def style(**choices: Any) -> Any:
    """Return how a report looks: `colour`, `width`, `max_findings`, `statistics`."""
    from orgmodel.report.base import Style

    return Style(**choices)


def hindrance(read: Read) -> str | None:
    """Say in one line that files could not be read, or plans not applied, as they stand."""
    count = len(read.loaded.problems)
    said = (
        [f"{count} problem{'s' * (count != 1)} in the files; `orgmodel audit --select F` lists them"] if count else []
    )
    said += [finding.message for finding in read.findings]
    return f"orgmodel: {'; '.join(said)}" if said else None
