"""Finds what a folder of the package offers: rules, drawings, reports, importers. To add one is to add a file."""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from orgmodel.model.closest import closest
from orgmodel.model.faults import UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from orgmodel.measures.base import Measure
    from orgmodel.model.explanation import MeasureExplained, RuleExplained
    from orgmodel.rules.base import Rule


def offered(package: str, attribute: str) -> Iterator[Any]:
    """Yield the attribute of every module of a package that has it, by module name."""
    for module in sorted(info.name for info in iter_modules(import_module(package).__path__)):
        found = getattr(import_module(f"{package}.{module}"), attribute, None)
        if found is not None:
            yield found


@cache
def rules() -> "Mapping[str, Rule]":
    """Return all rules by code, in the order of their codes."""
    found = sorted(offered("orgmodel.rules", "rule"), key=lambda rule: rule.code)
    return MappingProxyType({rule.code: rule for rule in found})


def rule(name: str) -> "Rule":
    """Return a rule by its code or its name.

    Raises
    ------
    UnknownNameError
        If there is none; the message names the closest.
    """
    known = rules()
    for each in known.values():
        if name.upper() == each.code or name == each.name:
            return each
    best = closest(name, [*known, *(each.name for each in known.values())])
    raise UnknownNameError(f"there is no rule ‘{name}’" + (f"; did you mean {best}?" if best else ""))


def select(words: "tuple[str, ...]") -> frozenset[str]:
    """Return the codes that words name: a code, a rule's name, or the letter of a family. Commas separate as well.

    Raises
    ------
    UnknownNameError
        If a word names nothing.
    """
    codes: set[str] = set()
    for word in (part.strip() for each in words for part in each.split(",")):
        family = [code for code in rules() if len(word) == 1 and code.startswith(word.upper())]
        if word:
            codes.update(family or [rule(word).code])
    return frozenset(codes)


def _named(package: str, attribute: str, name: str, what: str) -> Any:
    """Return the offer of a name, importing only its file where that is called the same."""
    modules = {info.name for info in iter_modules(import_module(package).__path__)}
    if name in modules and (offer := getattr(import_module(f"{package}.{name}"), attribute, None)) is not None:
        return offer
    known = {offer.name: offer for offer in offered(package, attribute)}
    if name not in known:
        best = closest(name, known)
        hint = f"; did you mean {best}?" if best else f": there is {', '.join(sorted(known))}"
        raise UnknownNameError(f"there is no {what} ‘{name}’{hint}")
    return known[name]


def reports() -> tuple[str, ...]:
    """Return the names of the reports there are, sorted."""
    return tuple(sorted(offer.name for offer in offered("orgmodel.report", "report")))


def report(name: str) -> Any:
    """Return the report of a name.

    Raises
    ------
    UnknownNameError
        If there is none.
    """
    return _named("orgmodel.report", "report", name, "report")


def comparison_reports() -> tuple[str, ...]:
    """Return the names of the reports of a comparison there are, sorted."""
    return tuple(sorted(offer.name for offer in offered("orgmodel.report.comparison", "report")))


def comparison_report(name: str) -> Any:
    """Return the report of a comparison of a name.

    Raises
    ------
    UnknownNameError
        If there is none.
    """
    return _named("orgmodel.report.comparison", "report", name, "report of a comparison")


def view(name: str) -> Any:
    """Return the drawing of a name.

    Raises
    ------
    UnknownNameError
        If there is none.
    """
    return _named("orgmodel.draw", "view", name, "view")


def views() -> "Mapping[str, str]":
    """Return the question that each drawing answers, by its name, sorted."""
    return {
        offer.name: offer.question for offer in sorted(offered("orgmodel.draw", "view"), key=lambda each: each.name)
    }


def importer(name: str) -> Any:
    """Return the importer of a name.

    Raises
    ------
    UnknownNameError
        If there is none.
    """
    return _named("orgmodel.exchange.importers", "importer", name, "format")


@cache
def _all_measures() -> "tuple[Measure, ...]":
    from orgmodel.measures.base import MEASURES

    for module in sorted(info.name for info in iter_modules(import_module("orgmodel.measures").__path__)):
        import_module(f"orgmodel.measures.{module}")
    return tuple(sorted(MEASURES.values(), key=lambda each: (each.by, each.id)))


def measures(only: tuple[str, ...] = ()) -> "tuple[Measure, ...]":
    """Return measures by what they are of and by id: those named, or all.

    Raises
    ------
    UnknownNameError
        If a name is no measure's; the message names the closest.
    """
    known = _all_measures()
    ids = {each.id for each in known}
    for name in only:
        if name not in ids:
            best = closest(name, ids)
            raise UnknownNameError(f"there is no measure ‘{name}’" + (f"; did you mean {best}?" if best else ""))
    return tuple(each for each in known if not only or each.id in only)


def explained(name: str | None) -> "list[RuleExplained | MeasureExplained]":
    """Return what is to be said of a rule or a measure; of all without a name.

    Raises
    ------
    UnknownNameError
        If there is neither a rule nor a measure of that name.
    """
    if name is None:
        return [*map(_rule_explained, rules().values()), *map(_measure_explained, measures())]
    found = [each for each in rules().values() if name.upper() == each.code or name == each.name]
    if found:
        return [_rule_explained(found[0])]
    meant = [each for each in measures() if each.id == name]
    if meant:
        return [_measure_explained(meant[0])]
    names = [*rules(), *(each.name for each in rules().values()), *(each.id for each in measures())]
    best = closest(name, names)
    raise UnknownNameError(f"there is no rule or measure ‘{name}’" + (f"; did you mean {best}?" if best else ""))


def _rule_explained(rule: "Rule") -> "RuleExplained":
    from orgmodel.model.explanation import RuleExplained, Setting
    from orgmodel.rules.sources import SOURCES

    settings = (Setting(name, o.default, o.provenance, o.description) for name, o in rule.options.declared().items())
    return RuleExplained(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        summary=rule.summary,
        options=tuple(settings),
        evidence=rule.evidence,
        sources=tuple((key, SOURCES[key]) for key in rule.sources),
        covers=rule.covers,
        page=rule.page,
    )


def _measure_explained(measure: "Measure") -> "MeasureExplained":
    from orgmodel.model.explanation import MeasureExplained

    return MeasureExplained(
        id=measure.id, by=measure.by, unit=measure.unit, evidence=measure.evidence, definition=measure.definition
    )
