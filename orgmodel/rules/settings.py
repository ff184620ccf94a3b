"""The settings an audit runs under: which rules, with which options and severities."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final

from orgmodel.model.closest import closest
from orgmodel.model.configuration import ConfigurationError, Origin, PathSettings, Said, Stated, WaiverStated
from orgmodel.model.finding import SEVERITIES, Severity
from orgmodel.rules.base import Rule
from orgmodel.rules.engine import Configured
from orgmodel.rules.presets import DEFAULT

Rules = Mapping[str, Rule]
SINGLE: Final = ("preset", "select", "ignore", "fail_on", "baseline")
"""Settings that are one word, or several with commas between them."""


class SettingError(ConfigurationError):
    """A setting that does not exist, or a value that does not fit; the message says which and what would."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How an audit is run.

    Parameters
    ----------
    rules
        Codes of the rules to run.
    options
        Values of options by code and name, where they differ from the default.
    severity
        The severity of all findings of a rule, by code, where it is set.
    today
        The day that rules about dates count from.
    origins
        Where each setting was made, by its key: ``rules.T001.max``, ``severity.T001``, ``preset``, ``select``.
    preset
        The school of thought that it starts from.
    fail_on
        The lightest finding that makes an audit fail.
    baseline
        The file of the findings that are accepted, if one is configured.
    waivers, paths
        What is said of single entities and of single files.
    waive
        Whether waivers count, those in comments too.
    added
        Rules beside those of the catalogue: of packages that the configuration names, and of its own.
    """

    rules: frozenset[str]
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    severity: Mapping[str, Severity] = field(default_factory=dict)
    today: datetime.date = field(default_factory=datetime.date.today)
    origins: Mapping[str, Origin] = field(default_factory=dict)
    preset: str = DEFAULT
    fail_on: str = "error"
    baseline: str | None = None
    waivers: tuple[WaiverStated, ...] = ()
    paths: tuple[PathSettings, ...] = ()
    waive: bool = True
    added: tuple[Rule, ...] = ()

    def configured(self, rules: Rules) -> list[Configured]:
        """Return the rules to run, with their options, in the order of their codes."""
        return [self.of(rules[code], rules) for code in sorted(self.rules)]

    def of(self, rule: Rule, rules: Rules) -> Configured:
        """Return one rule with its options."""
        values = {name: self._value(rule, name, rules) for name in rule.options.declared()}
        return Configured(rule, rule.options(values, today=self.today), self.severity.get(rule.code))

    def _value(self, rule: Rule, name: str, rules: Rules) -> Any:
        declared = rule.options.declared()[name]
        stated = self.options.get(rule.code, {})
        if name in stated:
            return stated[name]
        if declared.follows and declared.follows in rules:
            return self._value(rules[declared.follows], name, rules)
        return declared.default


def assigned(assignments: Iterable[str], origin: Origin) -> Said:
    """Read assignments such as ``rules.T001.max=8``, ``severity.L009=warning`` and ``preset=strict``.

    Raises
    ------
    SettingError
        If an assignment is none, or its key is unknown.
    """
    values: dict[str, Stated] = {}
    severity: dict[str, Stated] = {}
    options: dict[tuple[str, str], Stated] = {}
    for assignment in assignments:
        key, equals, value = assignment.partition("=")
        path = key.strip().split(".")
        stated = Stated(value.strip(), origin)
        if not equals:
            raise SettingError(f"‘{assignment}’ sets nothing: write KEY=VALUE, such as rules.T001.max=8")
        if path[0] == "rules" and len(path) == 3:
            options[path[1], path[2]] = stated
        elif path[0] == "severity" and len(path) == 2:
            severity[path[1]] = stated
        elif path[0] in SINGLE and len(path) == 1:
            values[path[0]] = stated
        else:
            known = f"rules.CODE.OPTION, severity.CODE, {', '.join(SINGLE)}"
            raise SettingError(f"there is no setting ‘{key.strip()}’: write one of {known}")
    return Said(values=values, severity=severity, options=options)


def rule_called(name: str, rules: Rules) -> Rule:
    """Return the rule of a code or a name.

    Raises
    ------
    SettingError
        If there is none; the message names the closest.
    """
    for rule in rules.values():
        if name.upper() == rule.code or name == rule.name:
            return rule
    best = closest(name, [*rules, *(rule.name for rule in rules.values())])
    raise SettingError(f"there is no rule ‘{name}’" + (f"; did you mean {best}?" if best else ""))


def severity_called(value: str) -> Severity:
    """Return the severity of a name.

    Raises
    ------
    SettingError
        If there is none.
    """
    for severity in SEVERITIES:
        if value == severity:
            return severity
    raise SettingError(f"‘{value}’ is no severity: write one of {', '.join(SEVERITIES)}")


def option_value(rule: Rule, name: str, given: object) -> Any:
    """Return what is given for an option as a value of its type: a text as it is written, or a value of a file.

    Raises
    ------
    SettingError
        If the rule has no such option, or the value is of another type.
    """
    declared = rule.options.declared()
    if name not in declared:
        best = closest(name, declared)
        known = f"; did you mean {best}?" if best else f": it has {', '.join(declared)}" if declared else ""
        raise SettingError(f"{rule.code} has no option ‘{name}’{known}")
    default = declared[name].default
    try:
        return _given(default, given)
    except ValueError:
        raise SettingError(f"rules.{rule.code}.{name} is ‘{_written(given)}’: {_wanted(default)}") from None


def _written(given: object) -> str:
    """Return a value as a file or a command line has it."""
    if isinstance(given, bool):
        return str(given).lower()
    return f"[{', '.join(map(_written, given))}]" if isinstance(given, list | tuple) else str(given)


_FLAGS: Final = MappingProxyType({"true": True, "yes": True, "false": False, "no": False})
_CHOICES: Final = (("auto", "unknown", "missing"), ("one-way", "two-way"))
"""Words of which one must be written where the default is one of them."""


def _given(default: Any, given: object) -> Any:
    return _like(default, given) if isinstance(given, str) else _typed(default, given)


def _typed(default: Any, given: object) -> Any:
    """Return a value of a file, if it is of the type of the default."""
    if isinstance(default, tuple) and isinstance(given, list | tuple):
        return tuple(_given(default[0], each) if default else each for each in given)
    if isinstance(default, bool) is not isinstance(given, bool) or not isinstance(given, bool | int | float):
        raise ValueError
    return given if isinstance(given, bool) else _like(default, str(given))


def _like(default: Any, text: str) -> Any:
    """Read a text as a value of the same type as the default."""
    if isinstance(default, bool):
        if text.lower() not in _FLAGS:
            raise ValueError
        return _FLAGS[text.lower()]
    if isinstance(default, int):
        number = int(text)
        if number < 0:
            raise ValueError
        return number
    if isinstance(default, float):
        share = float(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
        if not 0 <= share < float("inf"):
            raise ValueError
        return share
    if isinstance(default, tuple):
        parts = (part.strip() for part in text.strip("[]").split(",") if part.strip())
        return tuple(_like(default[0], part) if default else part for part in parts)
    if text not in choices(default, text):
        raise ValueError
    return text


def choices(default: Any, *otherwise: str) -> tuple[str, ...]:
    """Return the words that may stand for an option; those given where any may."""
    return next((choices for choices in _CHOICES if default in choices), otherwise)


def _wanted(default: Any) -> str:
    if isinstance(default, bool):
        return "write true or false"
    if isinstance(default, int):
        return "write a whole number"
    if isinstance(default, float):
        return "write a number, or a percentage"
    if isinstance(default, tuple):
        return "write whole numbers, such as 3,5" if isinstance(default[0], int) else "write words with commas between"
    return f"write one of {', '.join(choices(default))}"
