"""What is wrong with the plan itself, what the change breaks, and what it mends."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from orgmodel.model.comparison import Comparison, Shift
from orgmodel.model.finding import SEVERITIES, Finding
from orgmodel.report.comparison.blocks import Block, Say, Section, Told
from orgmodel.report.comparison.phrases import by_key, few, place, rule, shift
from orgmodel.report.comparison.room import Room
from orgmodel.report.words import counted

BREAKS: Final = "BREAKS"
FIXES: Final = "FIXES"

_NEW_ERROR: Final = "X001"
_SAID_ELSEWHERE: Final = frozenset({"X008", "X009", "X010", "X011", "X012", "X014", "X015"})
"""What other sections of the screen say in their own words: coupling, approvals, the case, people, undoing."""


_WEIGHT: Final = ("X002", "X004", "X003", "X013", "X007", "X006", "X005")
"""What weighs most among findings of one severity: owners, leaders, people, sound steps, knowledge, teams."""


_GRAVE: Final = ("critical", "high")


# --- the plan


def misfit(comparison: Comparison, room: Room) -> Section | None:
    """Return what is wrong with the plan itself; None if nothing is."""
    found = sorted(comparison.plan_findings, key=_by_line)
    if not found:
        return None
    left_out, _ = comparison.left_out
    errors = any(finding.severity == "error" for finding in found)
    label = "THE PLAN DOES NOT FIT" if left_out else "THE PLAN HAS ERRORS" if errors else "ABOUT THE PLAN"
    said = [Say(_left_out(*comparison.left_out))] if left_out else []
    return Section(label, (*said, *_told(found, room, "finding")))


def _left_out(number: int, whole: int) -> str:
    were = "was" if number == 1 else "were"
    return (
        f"{number:,} of {counted(whole, 'change')} {were} left out; all that follows is said without {_them(number)}."
    )


def _them(number: int) -> str:
    return "it" if number == 1 else "them"


# --- what breaks


def breaks(comparison: Comparison, room: Room) -> Section:
    """Return what is worse afterwards, the gravest first."""
    found = broken(comparison)
    grave = [finding for finding in found if finding.severity != "info"]
    blocks: list[Block] = [*_told(_each_rule_first(grave), room, "finding")]
    said = []
    if worse := comparison.findings.worse:
        said.append(f"Worse: {few([_worsened(each) for each in worse], room.names)}.")
    if small := len(found) - len(grave):
        said.append(f"{'And' if blocks or said else 'Only'} {counted(small, 'small finding')}.")
    blocks += [Say(" ".join(said))] if said else []
    return Section(BREAKS, tuple(blocks) or (Say(_nothing(comparison)),))


def _nothing(comparison: Comparison) -> str:
    """Say that nothing breaks, and what that rests on."""
    only_said = sum(finding.code == "X015" for finding in comparison.change_findings)
    but = f", if {counted(only_said, 'dependency', 'dependencies')} really go that are only said to (X015)"
    return f"Nothing: no finding is new, and none is worse{but if only_said else ''}."


def _each_rule_first(findings: Sequence[Finding]) -> list[Finding]:
    """Return the gravest of each rule before any second one, so that none hides another rule."""
    seen: dict[str, int] = {}
    turns = []
    for finding in findings:
        turns.append(seen.setdefault(finding.code, 0))
        seen[finding.code] += 1
    order = sorted(range(len(findings)), key=lambda at: (SEVERITIES.index(findings[at].severity), turns[at]))
    return [findings[at] for at in order]


def broken(comparison: Comparison) -> list[Finding]:
    """Return what rules say of the change and what is new in the audit, the gravest first, each once."""
    change = (finding for finding in comparison.change_findings if _stands(finding))
    new = (finding for finding in comparison.findings.new if finding.covered_by is None)
    return sorted((*change, *new), key=_gravity)


def _stands(finding: Finding) -> bool:
    """Tell whether a finding about the change is said here: new errors stand there themselves."""
    if finding.covered_by is not None or finding.code == _NEW_ERROR:
        return False
    return finding.severity == "error" or finding.code not in _SAID_ELSEWHERE


def _gravity(finding: Finding) -> tuple[int, int, int, str, str, str]:
    said = finding.evidence.get("criticality")
    critical = _GRAVE.index(said) if said in _GRAVE else len(_GRAVE)
    return (
        SEVERITIES.index(finding.severity),
        _WEIGHT.index(finding.code) if finding.code in _WEIGHT else len(_WEIGHT) + (not finding.code.startswith("X")),
        critical,
        finding.code,
        finding.subject.key,
        finding.fingerprint,
    )


def _by_line(finding: Finding) -> tuple[int, str, int, str, str]:
    at = finding.place
    path, line = (at.path, at.line) if at else ("", 0)
    return (SEVERITIES.index(finding.severity), path, line, finding.code, finding.fingerprint)


def _told(findings: Sequence[Finding], room: Room, noun: str) -> Iterator[Block]:
    for finding in findings[: room.findings]:
        yield told(finding)
    if left := findings[room.findings :]:
        codes = ", ".join(dict.fromkeys(finding.code for finding in left))
        yield Say(f"And {counted(len(left), f'more {noun}')} ({codes}).")


def told(finding: Finding) -> Told:
    """Return a finding as a comparison tells it."""
    return Told(finding.message, finding.code, finding.severity, place(finding.place), finding.help)


def _worsened(each: Shift) -> str:
    return f"{rule(each.after)} ({each.after.code}) {each.after.subject.id} {shift(*each.numbers)}"


# --- what is mended


def fixes(comparison: Comparison, room: Room) -> Section | None:
    """Return what is mended and what is better, by rule."""
    fixed = by_key(sorted(comparison.findings.fixed, key=_gravity), _of_rule)
    said = [f"{name}: {few([finding.subject.id for finding in found], room.names)}" for name, found in fixed.items()]
    better = sorted(comparison.findings.better, key=lambda each: _gravity(each.after))
    for name, shifts in by_key(better, lambda each: _of_rule(each.after)).items():
        said.append(f"{name}, better: {few(_numbers(shifts), room.names)}")
    shown = said[: room.findings + 2]
    if len(said) > len(shown):
        shown.append(f"and {counted(len(said) - len(shown), 'more rule')}")
    return Section(FIXES, (Say(" · ".join(shown)),)) if shown else None


def _of_rule(finding: Finding) -> str:
    return f"{rule(finding)} ({finding.code})"


def _numbers(shifts: Iterable[Shift]) -> list[str]:
    return [f"{each.after.subject.id} {shift(*each.numbers)}" for each in shifts]
