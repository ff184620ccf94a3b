"""Makes settings of what the command line, the environment, files and a preset say; the first that speaks counts."""

import datetime
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from orgmodel.model.configuration import FAIL_ON, Origin, PathSettings, Said, Stated
from orgmodel.model.finding import SEVERITIES, Severity
from orgmodel.rules.base import Rule
from orgmodel.rules.presets import DEFAULT, preset
from orgmodel.rules.settings import Rules, SettingError, Settings, option_value, rule_called, severity_called

T = TypeVar("T")
Select = Callable[[tuple[str, ...]], frozenset[str]]


def merged(
    said: Sequence[Said],
    rules: Rules,
    select: Select,
    *,
    today: datetime.date | None = None,
    added: Sequence[Rule] = (),
) -> Settings:
    """Make settings of what is said, the first source counting most.

    Parameters
    ----------
    said
        What each source says, the nearest first; the preset that they name comes after all of them.
    rules
        All rules by code.
    select
        Returns the codes that words such as ``T001``, ``team-too-large`` or ``T`` name.
    added
        Those of the rules that are not of the catalogue.

    Raises
    ------
    SettingError
        If a rule, an option or a value does not exist; the message says where that stands.
    """
    school = _first(said, "preset") or Stated(DEFAULT, Origin("default"))
    sources = (*said, _placed(lambda: preset(str(school.value)).said, school.origin))
    options, origins = _options(sources, rules)
    severity = _severities(sources, rules, origins)
    chosen = _chosen(sources, frozenset(rules), select, origins)
    fail_on, baseline = _first(sources, "fail_on"), _first(sources, "baseline")
    if fail_on and fail_on.value not in FAIL_ON:
        raise SettingError(f"fail_on is ‘{fail_on.value}’: write one of {', '.join(FAIL_ON)}")
    origins |= {key: stated.origin for key in ("preset", "fail_on", "baseline") if (stated := _first(sources, key))}
    return Settings(
        rules=chosen,
        options=options,
        severity=severity,
        today=today or datetime.date.today(),
        origins=origins,
        preset=str(school.value),
        fail_on=str(fail_on.value) if fail_on else "error",
        baseline=str(baseline.value) if baseline else None,
        waivers=tuple(waiver for each in sources for waiver in each.waivers),
        added=tuple(added),
        paths=tuple(_checked(path, rules, select) for each in sources for path in each.paths),
    )


def _first(sources: Sequence[Said], key: str) -> Stated | None:
    return next((each.values[key] for each in sources if key in each.values), None)


def _options(sources: Sequence[Said], rules: Rules) -> tuple[dict[str, dict[str, Any]], dict[str, Origin]]:
    options: dict[str, dict[str, Any]] = {}
    origins: dict[str, Origin] = {}
    for source in sources:
        for (name, option), stated in source.options.items():
            rule = _rule(name, rules, stated.origin)
            value = _value(rule, option, stated)
            if option not in options.setdefault(rule.code, {}):
                options[rule.code][option] = value
                origins[f"rules.{rule.code}.{option}"] = stated.origin
    return options, origins


def _value(rule: Rule, option: str, stated: Stated) -> Any:
    return _placed(lambda: option_value(rule, option, stated.value), stated.origin)


def _severities(sources: Sequence[Said], rules: Rules, origins: dict[str, Origin]) -> dict[str, Severity]:
    found: dict[str, Severity] = {}
    for source in sources:
        for name, stated in source.severity.items():
            rule = _rule(name, rules, stated.origin)
            value = _severity(stated)
            if rule.code not in found:
                found[rule.code] = value
                origins[f"severity.{rule.code}"] = stated.origin
    return found


def _severity(stated: Stated) -> Severity:
    for each in SEVERITIES:
        if stated.value == each:
            return each
    return _placed(lambda: severity_called(str(stated.value)), stated.origin)


def _chosen(sources: Sequence[Said], all: frozenset[str], select: Select, origins: dict[str, Origin]) -> frozenset[str]:
    """Return the codes that are selected by the first source that selects any, without those that any source ignores.

    What is selected nearer is not ignored by what is said further away.
    """
    chosen, ignored = all, frozenset[str]()
    for source in sources:
        for key in ("ignore", "select"):
            if key not in source.values:
                continue
            stated = source.values[key]
            codes = _named(stated, select)
            origins.setdefault(key, stated.origin)
            if key == "ignore":
                ignored |= codes
            else:
                return codes - ignored
    return chosen - ignored


def _named(stated: Stated, select: Select) -> frozenset[str]:
    words = tuple(stated.value) if isinstance(stated.value, tuple) else (str(stated.value),)
    return _placed(lambda: select(words), stated.origin)


def _checked(path: PathSettings, rules: Rules, select: Select) -> PathSettings:
    """Return the settings of a path with codes in the place of names."""
    ignored = Stated(tuple(sorted(_named(path.ignore, select))), path.ignore.origin)
    severity = {
        _rule(name, rules, stated.origin).code: Stated(_severity(stated), stated.origin)
        for name, stated in path.severity.items()
    }
    return path._replace(ignore=ignored, severity=severity)


def _rule(name: str, rules: Rules, origin: Origin) -> Rule:
    return _placed(lambda: rule_called(name, rules), origin)


def _placed(ask: Callable[[], T], origin: Origin) -> T:
    """Ask, and tell of a fault where it stands in a file."""
    try:
        return ask()
    except ValueError as error:
        raise SettingError(f"{origin}: {error}" if origin.where == "file" else str(error)) from None
