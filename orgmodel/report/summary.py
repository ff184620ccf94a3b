"""The end of an audit in words: what was counted, what is not known, and what would have to be stated to know more."""

from collections.abc import Iterator
from typing import Final

from orgmodel.model.audit import Audit, Census
from orgmodel.model.finding import SEVERITIES, Coverage
from orgmodel.report.base import Style
from orgmodel.report.gaps import FILES, gaps, unknown_rules
from orgmodel.report.width import clean, hanging
from orgmodel.report.words import counted, counted_kind, first_few

MOST_RULES: Final = 4
MOST_GAPS: Final = 6
_NOUNS: Final = {"error": "error", "warning": "warning", "info": "note"}


def summary(audit: Audit, style: Style) -> Iterator[str]:
    """Yield the lines below the findings."""
    yield from hanging(_counts(audit), style.width, first="", rest="")
    unknown, known = _unknown(audit), " · ".join(_known(audit))
    yield from _told("unknown: " if unknown else "", " · ".join(filter(None, (unknown, known))), style)
    yield from _told("to know more: ", _wanted(audit), style)


def _told(first: str, text: str, style: Style) -> Iterator[str]:
    if text:
        yield from hanging(text, style.width, first=first, rest=" " * len(first))


def _counts(audit: Audit) -> str:
    found = [(audit.count(severity), _NOUNS[severity]) for severity in SEVERITIES]
    said = ", ".join(counted(number, noun) for number, noun in found if number) or "nothing found"
    census = audit.census
    files = f" in {counted(census.files, 'file')}" if census.files else ""
    over = f"; {counted(census.passed_over, 'other file')} passed over" if census.passed_over else ""
    return f"{said}{files} ({_described(census)}){over}"


def _described(census: Census) -> str:
    named = f"{census.people:,} of them by name" if census.people else "none of them by name"
    kinds = [(census.teams, "team"), (census.initiatives, "initiative"), (census.components, "component")]
    heads = [counted_kind(census.heads, "person") if census.heads else "people not stated"]
    heads += [named] if census.heads != census.people else []
    return ", ".join([*heads, *(counted(number, noun) for number, noun in kinds if number)])


def _unknown(audit: Audit) -> str:
    """Say by rule what could not be checked, the most important first."""
    rows = unknown_rules(audit)
    return " · ".join(first_few(map(_unchecked, rows), MOST_RULES, more="rules"))


def _known(audit: Audit) -> Iterator[str]:
    """Say how much is found and not reported: what is waived, with the next end, and what the baseline accepts."""
    ends = sorted(each.waived.until for each in audit.waived if each.waived and each.waived.until)
    if audit.waived:
        days = (ends[0] - audit.today).days if ends else None
        when = "" if days is None else f" ({ends.count(ends[0])} {_ending(ends.count(ends[0]), days)})"
        yield f"{len(audit.waived):,} waived{when}"
    if audit.in_baseline:
        yield f"{len(audit.in_baseline):,} in the baseline"


def _ending(number: int, days: int) -> str:
    verb = "ends" if number == 1 else "end"
    return f"{verb} today" if days == 0 else f"{verb} in {counted(days, 'day')}"


def _unchecked(row: Coverage) -> str:
    missing = " and ".join(clean(missing) for missing, _ in row.missing)
    why = missing if row.code.startswith(FILES) else f"not stated: {missing}"
    return f"{row.code} could not be checked for {row.unknown:,} of {row.checked + row.unknown:,} ({why})"


def _wanted(audit: Audit) -> str:
    found = gaps(audit)
    stated = [f"{clean(gap.missing)} ({gap.entities:,})" for gap in found if not gap.in_files]
    mended = [f"{clean(gap.missing)} ({gap.entities:,})" for gap in found if gap.in_files]
    state = "state " + ", ".join(first_few(stated, MOST_GAPS, more="things")) if stated else ""
    mend = "mend " + ", ".join(mended) if mended else ""
    return "; ".join(filter(None, (state, mend)))
