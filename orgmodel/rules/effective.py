"""Lists the settings that count, each with where it was said."""

from collections.abc import Iterator, Mapping

from orgmodel.model.configuration import Effective, Origin
from orgmodel.rules.presets import presets
from orgmodel.rules.settings import Rules, Settings

_DEFAULT = Origin("default")


def effective(settings: Settings, rules: Rules) -> Iterator[Effective]:
    """Yield every setting: what is chosen, then the severity and the options of each rule that is run."""
    origins = settings.origins
    yield Effective("preset", settings.preset, origins.get("preset", _DEFAULT))
    yield Effective("fail_on", settings.fail_on, origins.get("fail_on", _DEFAULT))
    if settings.baseline is not None:
        yield Effective("baseline", settings.baseline, origins["baseline"])
    left_out = sorted(set(rules) - settings.rules)
    if left_out:
        yield Effective("ignore", tuple(left_out), origins.get("ignore", origins.get("select", _DEFAULT)))
    for code in sorted(settings.rules):
        severity = settings.severity.get(code, rules[code].severity)
        yield Effective(f"severity.{code}", severity, origins.get(f"severity.{code}", _DEFAULT))
        yield from _options(settings, rules, code, origins)


def _options(settings: Settings, rules: Rules, code: str, origins: Mapping[str, Origin]) -> Iterator[Effective]:
    configured = settings.of(rules[code], rules)
    for name, declared in configured.rule.options.declared().items():
        key = f"rules.{code}.{name}"
        origin = origins.get(key, _DEFAULT)
        whence = {"default": declared.provenance, "preset": _of_preset(origin.detail, code, name)}.get(origin.where, "")
        yield Effective(key, getattr(configured.options, name), origin, whence)


def _of_preset(name: str, code: str, option: str) -> str:
    return presets()[name].provenance.get((code, option), "") if name in presets() else ""
