"""Finds what a folder of the package offers: rules, drawings, reports, importers. To add one is to add a file."""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from orgmodel.model.closest import closest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from orgmodel.rules.base import Rule


class UnknownNameError(ValueError):
    """Something was asked for by a name that nothing has; the message lists the known ones or the closest."""


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
