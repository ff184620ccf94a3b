"""Finds what a folder of the package offers: rules, drawings, reports, importers. To add one is to add a file."""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from orgmodel.model.closest import closest
from orgmodel.model.faults import UnknownNameError
from orgmodel.model.measurement import OF

if TYPE_CHECKING:
    from collections.abc import Mapping

    from orgmodel.draw.view import View
    from orgmodel.measures.base import By, Measure
    from orgmodel.model.configuration import Said
    from orgmodel.model.explanation import Elsewhere, MeasureExplained, RuleExplained
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


def with_added(added: "Iterable[Rule]") -> "Mapping[str, Rule]":
    """Return the rules of the catalogue and others, by code."""
    more = {rule.code: rule for rule in added}
    return MappingProxyType({**rules(), **dict(sorted(more.items()))}) if more else rules()


def offered_by(plugins: "Iterable[str]") -> "Iterator[Rule]":
    """Yield the rules that installed packages offer under these names, in the group `orgmodel.rules` of entry points.

    Nothing of a package is loaded that is not named.

    Raises
    ------
    UnknownNameError
        If no package offers rules of a name, or what it offers cannot be loaded or is no rule.
    """
    from importlib.metadata import entry_points

    from orgmodel.rules.base import Rule

    known = {each.name: each for each in entry_points(group="orgmodel.rules")}
    for name in plugins:
        if name not in known:
            there = f"there is {', '.join(sorted(known))}" if known else "no package offers any"
            raise UnknownNameError(f"no installed package offers rules called ‘{name}’: {there}")
        try:
            offer = known[name].load()
        except Exception as error:  # whatever keeps a package of others from loading is what is to be said
            raise UnknownNameError(f"the rules ‘{name}’ cannot be loaded: {type(error).__name__}: {error}") from error
        found = [offer] if isinstance(offer, Rule) else list(offer) if isinstance(offer, list | tuple) else []
        if not found or not all(isinstance(each, Rule) for each in found):
            raise UnknownNameError(f"what is offered as the rules ‘{name}’ is no rule, and no list of rules")
        yield from found


def rule(name: str, known: "Mapping[str, Rule] | None" = None) -> "Rule":
    """Return a rule by its code or its name, of the catalogue or of those that are given.

    Raises
    ------
    UnknownNameError
        If there is none; the message names the closest.
    """
    known = known or rules()
    for each in known.values():
        if name.upper() == each.code or name == each.name:
            return each
    best = closest(name, [*known, *(each.name for each in known.values())])
    raise UnknownNameError(f"there is no rule ‘{name}’" + (f"; did you mean {best}?" if best else ""))


def select(words: "tuple[str, ...]", known: "Mapping[str, Rule] | None" = None) -> frozenset[str]:
    """Return the codes that words name: a code, a rule's name, or the letter of a family. Commas separate as well.

    Raises
    ------
    UnknownNameError
        If a word names nothing.
    """
    codes: set[str] = set()
    for word in (part.strip() for each in words for part in each.split(",")):
        family = [code for code in known or rules() if len(word) == 1 and code.startswith(word.upper())]
        if word:
            codes.update(family or [rule(word, known).code])
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


def drawings() -> "tuple[View[Any], ...]":
    """Return all drawings by name."""
    return tuple(sorted(offered("orgmodel.draw", "view"), key=lambda each: str(each.name)))


def views() -> "Mapping[str, str]":
    """Return the question that each drawing answers, by its name."""
    return {each.name: each.question for each in drawings()}


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


def every_measure() -> "tuple[Measure, ...]":
    """Return all measures, also those that assume something, by what they are of and by id."""
    return _all_measures()


def measures(only: tuple[str, ...] = (), by: "By | None" = None) -> "tuple[Measure, ...]":
    """Return measures by what they are of and by id: those named, or all but those that assume something.

    Parameters
    ----------
    only
        Ids of measures; all if empty.
    by
        What they are to be of; of anything if None.

    Raises
    ------
    UnknownNameError
        If a name is no measure's, or none of what was asked for; the message names the closest.
    """
    known = [each for each in _all_measures() if by is None or each.by == by]
    for name in only:
        if not any(each.id == name for each in known):
            raise UnknownNameError(_no_measure(name, by))
    return tuple(each for each in known if each.id in only or (not only and each.assumed is None))


def _no_measure(name: str, by: "By | None") -> str:
    """Say that there is no measure of a name, or none of what was asked for, and which one may be meant."""
    of = [each.by for each in _all_measures() if each.id == name]
    if of:
        return f"{name} is no measure of {OF[by]}, but of {OF[of[0]]}" if by else name
    best = closest(name, {each.id for each in _all_measures()})
    return f"there is no measure ‘{name}’" + (f"; did you mean {best}?" if best else "")


def kind_of(only: tuple[str, ...]) -> "By":
    """Return what named measures are measures of, all of them; the organisation where none is named.

    Raises
    ------
    UnknownNameError
        If a name is no measure's, or if there is nothing that all of them are measures of.
    """
    kinds = [{each.by for each in every_measure() if each.id == name} for name in only]
    if not kinds:
        return "organisation"
    measures(only)  # which says what is no measure at all
    shared = set.intersection(*kinds)
    if not shared:
        said = ", ".join(f"{name} of {OF[min(of)]}" for name, of in zip(only, kinds, strict=True))
        raise UnknownNameError(f"these are measures of different things, so ask one by one: {said}")
    return min(shared, key=list(OF).index)


def explained(name: str | None, added: "Iterable[Rule]" = ()) -> "list[RuleExplained | MeasureExplained]":
    """Return what is to be said of a rule or a measure; of all without a name.

    Parameters
    ----------
    added
        Rules beside those of the catalogue.

    Raises
    ------
    UnknownNameError
        If there is neither a rule nor a measure of that name.
    """
    known = with_added(added)
    if name is None:
        return [*map(_rule_explained, known.values()), *map(_measure_explained, every_measure())]
    found = [each for each in known.values() if name.upper() == each.code or name == each.name]
    if found:
        return [_rule_explained(found[0])]
    meant = [each for each in every_measure() if each.id == name]
    if meant:
        return [_measure_explained(each) for each in meant]
    names = [*known, *(each.name for each in known.values()), *(each.id for each in every_measure())]
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
        presets=tuple(_elsewhere(rule)),
    )


def _elsewhere(rule: "Rule") -> "Iterator[Elsewhere]":
    """Yield what presets say of a rule otherwise than its defaults."""
    from orgmodel.model.explanation import Elsewhere
    from orgmodel.rules.presets import presets

    for name, preset in presets().items():
        said = preset.said
        if _leaves_out(said, rule.code):
            yield Elsewhere(name, "off", True)
            continue
        if rule.code in said.severity:
            yield Elsewhere(name, "severity", said.severity[rule.code].value)
        for (code, option), stated in said.options.items():
            if code == rule.code:
                yield Elsewhere(name, option, stated.value, preset.provenance[code, option])


def _leaves_out(said: "Said", code: str) -> bool:
    selected, ignored = said.values.get("select"), said.values.get("ignore")
    if selected is not None and code not in _codes_of(selected.value):
        return True
    return ignored is not None and code in _codes_of(ignored.value)


@cache
def _codes_of(words: Any) -> frozenset[str]:
    return select(words)


def _measure_explained(measure: "Measure") -> "MeasureExplained":
    from orgmodel.measures.base import EVIDENCE
    from orgmodel.measures.definition import definition
    from orgmodel.model.explanation import MeasureExplained

    said = definition(measure)
    return MeasureExplained(
        id=measure.id,
        by=measure.by,
        family=measure.family,
        unit=measure.unit,
        range=said.range,
        evidence=measure.evidence,
        means=EVIDENCE[measure.evidence],
        better=measure.better,
        assumed=measure.assumed,
        summary=said.summary,
        definition=said.text,
        example=said.example,
        sources=said.sources,
    )
