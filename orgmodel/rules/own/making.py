"""Makes rules of what a configuration states."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from orgmodel.model.closest import closest
from orgmodel.model.configuration import ConfigurationError, OwnRule
from orgmodel.model.finding import SEVERITIES
from orgmodel.rules.base import Rule
from orgmodel.rules.own.conditions import CONDITIONS, Words
from orgmodel.rules.own.faults import wrong

_CODE: Final = re.compile(r"U\d{3}")
_NAME: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def made(stated: Iterable[OwnRule], known: Collection[str]) -> Iterator[Rule]:
    """Yield the rules that a configuration states.

    Parameters
    ----------
    known
        Codes and names that are taken.

    Raises
    ------
    ConfigurationError
        If one is not as it should be; the message says where it stands.
    """
    taken = set(known)
    for own in stated:
        rule = _made(own, taken)
        taken |= {rule.code, rule.name}
        yield rule


def _made(own: OwnRule, taken: Collection[str]) -> Rule:
    _refuse(own, not _CODE.fullmatch(own.code), f"‘{own.code}’ is no code of an own rule: write U001 and the like")
    _refuse(own, not _NAME.fullmatch(own.name), f"‘{own.name}’ is no name of a rule: write small letters and hyphens")
    _refuse(own, own.code in taken or own.name in taken, f"there is a rule {own.code} or {own.name} already")
    condition = CONDITIONS.get(own.must)
    if condition is None:
        best = closest(own.must, CONDITIONS)
        hint = f"did you mean {best}?" if best else f"there is {', '.join(CONDITIONS)}"
        raise _fault(own, f"there is no condition ‘{own.must}’; {hint}")
    known = (*condition.needs, *condition.may)
    for key in own.stated:
        best = closest(key, known)
        hint = f"did you mean {best}?" if best else f"it takes {', '.join(known)}"
        _refuse(own, key not in known, f"`{own.must}` has no use for ‘{key}’; {hint}")
    fault = wrong(own.must, own.stated)
    _refuse(own, fault is not None, str(fault))
    severity = next((each for each in SEVERITIES if each == own.severity), None)
    if severity is None:
        raise _fault(own, f"‘{own.severity}’ is no severity: write one of {', '.join(SEVERITIES)}")
    return Rule(
        code=own.code,
        name=own.name,
        severity=severity,
        page=_page(own),
        check=condition.check(own.stated, Words(own.message, own.help)),
        evidence="a rule of this organisation",
        subject=str(own.stated.get("of", "team")),
    )


def _page(own: OwnRule) -> str:
    summary = own.why or f"A rule of this organisation: {own.name.replace('-', ' ')}."
    said = ", ".join(f"{key}: {value}" for key, value in own.stated.items())
    return f"{summary}\n\n## What it checks\n\n{own.must} ({said}), as stated in {own.origin}.\n"


def _refuse(own: OwnRule, is_wrong: bool, message: str) -> None:
    if is_wrong:
        raise _fault(own, message)


def _fault(own: OwnRule, message: str) -> ConfigurationError:
    return ConfigurationError(f"{own.origin}: {message}")
