"""The settings an audit runs under: which rules, with which options and severities."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final

from orgmodel.model.closest import closest
from orgmodel.model.finding import SEVERITIES, Severity
from orgmodel.rules.base import Rule
from orgmodel.rules.engine import Configured

Rules = Mapping[str, Rule]


class SettingError(ValueError):
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
    """

    rules: frozenset[str]
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    severity: Mapping[str, Severity] = field(default_factory=dict)
    today: datetime.date = field(default_factory=datetime.date.today)

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


def read_settings(assignments: Iterable[str], rules: Rules) -> tuple[dict[str, dict[str, Any]], dict[str, Severity]]:
    """Read assignments such as ``rules.T001.max=8`` and ``severity.L009=warning``.

    Returns
    -------
    tuple
        The options by code and name, and the severities by code.

    Raises
    ------
    SettingError
        If a key is unknown or a value does not fit.
    """
    options: dict[str, dict[str, Any]] = {}
    severity: dict[str, Severity] = {}
    for assignment in assignments:
        key, equals, value = assignment.partition("=")
        path = key.strip().split(".")
        if not equals:
            raise SettingError(f"‘{assignment}’ sets nothing: write KEY=VALUE, such as rules.T001.max=8")
        if path[0] == "rules" and len(path) == 3:
            rule = _rule(path[1], rules)
            options.setdefault(rule.code, {})[path[2]] = _option_value(rule, path[2], value.strip())
        elif path[0] == "severity" and len(path) == 2:
            severity[_rule(path[1], rules).code] = _severity(value.strip())
        else:
            raise SettingError(f"there is no setting ‘{key.strip()}’: write rules.CODE.OPTION or severity.CODE")
    return options, severity


def _rule(name: str, rules: Rules) -> Rule:
    for rule in rules.values():
        if name.upper() == rule.code or name == rule.name:
            return rule
    best = closest(name, [*rules, *(rule.name for rule in rules.values())])
    raise SettingError(f"there is no rule ‘{name}’" + (f"; did you mean {best}?" if best else ""))


def _severity(value: str) -> Severity:
    for severity in SEVERITIES:
        if value == severity:
            return severity
    raise SettingError(f"‘{value}’ is no severity: write one of {', '.join(SEVERITIES)}")


def _option_value(rule: Rule, name: str, text: str) -> Any:
    declared = rule.options.declared()
    if name not in declared:
        best = closest(name, declared)
        known = f"; did you mean {best}?" if best else f": it has {', '.join(declared)}" if declared else ""
        raise SettingError(f"{rule.code} has no option ‘{name}’{known}")
    try:
        return _like(declared[name].default, text)
    except ValueError:
        raise SettingError(f"rules.{rule.code}.{name} is ‘{text}’: {_wanted(declared[name].default)}") from None


_FLAGS: Final = MappingProxyType({"true": True, "yes": True, "false": False, "no": False})
_CHOICES: Final = (("auto", "unknown", "missing"), ("one-way", "two-way"))
"""Words of which one must be written where the default is one of them."""


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
        return tuple(part.strip() for part in text.strip("[]").split(",") if part.strip())
    if text not in _choices(default, text):
        raise ValueError
    return text


def _choices(default: Any, *otherwise: str) -> tuple[str, ...]:
    """Return the words that may stand for an option; those given where any may."""
    return next((choices for choices in _CHOICES if default in choices), otherwise)


def _wanted(default: Any) -> str:
    if isinstance(default, bool):
        return "write true or false"
    if isinstance(default, int):
        return "write a whole number"
    if isinstance(default, float):
        return "write a number, or a percentage"
    return f"write one of {', '.join(_choices(default))}"
